"""What runtimes do that the specification's checks do not: several interfaces, hardware addresses, chains."""
import unittest

from scenarios import Mirror, node, vm
from world import checks, kernel


class Attachments(unittest.TestCase):
    def attached(self, pod, **config):
        answer = node().must(node().plugin.add(pod, **config))
        self.addCleanup(lambda: node().must(node().plugin.delete(pod)))
        return answer

    def test_two_interfaces_of_one_container(self):
        mirror, pod = Mirror(), node().pod()
        self.addCleanup(mirror.close)
        self.addCleanup(node().done_with, pod)
        other = type(pod)(pod.container, pod.namespace, "net1")
        first, second = self.attached(pod), self.attached(other)
        self.assertNotEqual(first.address, second.address)
        checks.whole(node(), pod, first)
        self.assertEqual(mirror.seen_from(pod, vm.PEERED), first.address)
        node().must(node().plugin.delete(other))
        checks.whole(node(), pod, first)

    def test_hardware_address(self):
        pod = node().pod()
        self.addCleanup(node().done_with, pod)
        self.attached(pod, runtimeConfig={"mac": "02:11:22:33:44:55"})
        self.assertEqual(kernel.view(pod.namespace).links["eth0"].mac, "02:11:22:33:44:55")

    def test_hardware_address_that_is_none(self):
        pod = node().pod()
        self.addCleanup(node().done_with, pod)
        answer = node().plugin.add(pod, runtimeConfig={"mac": "02:11:22:33:44"})
        self.assertEqual(answer.code, 7)
        checks.empty_namespace(pod)
        checks.tidy(node())
