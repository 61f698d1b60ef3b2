"""Pods on an interface that is not the default route's: their packets leave by it, by a rule and a table of its own."""
import struct
import unittest

from scenarios import Mirror, lose, node, routes, settings, vm
from world import azure, kernel, netns

ADDRESSES = [str(vm.SECOND_SECONDARY + i) for i in range(3)]
FIRST_TABLE, PRIORITY, PROTOCOL = 8300, 830, 83


def rules():
    """The plugin's rules in the VM: (address, table, priority)."""
    found = set()
    for body in node().observer.view().rules:
        known = kernel.attributes(body[12:])
        if known.get(21) == bytes([PROTOCOL]):
            found.add((".".join(map(str, known[2])), *(struct.unpack("=I", known[kind])[0] for kind in (15, 6))))
    return found


class SecondNIC(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        node()
        vm.add_second_nic(ADDRESSES)
        azure.say(node().pool, second=ADDRESSES)
        cls.config, cls.options = settings("second", uplink="eth1")
        cls.table = FIRST_TABLE + node().observer.view().links["eth1"].index
        cls.mirror = Mirror()

    @classmethod
    def tearDownClass(cls):
        cls.mirror.close()
        vm.remove_second_nic()
        azure.say(node().pool)

    def attached(self):
        pod = node().pod()
        answer = node().must(node().plugin.add(pod, **self.config))
        self.addCleanup(lambda: node().done_with(pod))
        self.addCleanup(lambda: node().must(node().plugin.delete(pod, **self.config)))
        return pod, answer.address

    def test_packets_leave_by_the_interface_that_has_the_address(self):
        pod, address = self.attached()
        self.assertIn(address, ADDRESSES)
        self.assertEqual(rules(), {(address, self.table, PRIORITY)})
        way = routes(node().observer.view(), table=self.table)
        host = routes(node().observer.view(), destination=f"{address}/32", table=254)[0].device
        self.assertEqual({(route.destination, route.gateway, route.device, route.protocol) for route in way},
                         {("0.0.0.0/0", vm.SECOND_GATEWAY, "eth1", PROTOCOL), (f"{address}/32", "", host, PROTOCOL)})
        # The fabric takes the pod's packets from eth1 only: without the rule nothing would come back.
        self.assertEqual(self.mirror.seen_from(pod, vm.PEERED), address)
        self.assertEqual(self.mirror.seen_from(pod, vm.NEIGHBOUR), address)

    def test_two_pods_reach_each_other(self):
        (one, first), (other, second) = self.attached(), self.attached()
        self.assertEqual({rule[0] for rule in rules()}, {first, second})
        listener = netns.inside(other.namespace, lambda: __import__("socket").create_server((second, 7)))
        with listener:
            netns.inside(one.namespace, lambda: __import__("socket").create_connection((second, 7), timeout=20).close())

    def test_rules_go_with_the_pod(self):
        pod = node().pod()
        self.addCleanup(node().done_with, pod)
        for end in ("DEL", "GC", "forgotten"):
            node().must(node().plugin.add(pod, **self.config))
            self.assertEqual(len(rules()), 1, end)
            if end == "DEL":
                node().must(node().plugin.delete(pod, **self.config))
            elif end == "GC":
                node().must(node().plugin.gc([node().bystander], **self.config))
            else:
                lose(pod)
                node().must(node().plugin.command("refresh", *self.options))
            self.assertEqual(rules(), set(), end)

    def test_reverse_path_filter_is_told(self):
        vm.sysctl("vm", {"ipv4/conf/eth1/rp_filter": 1})
        self.addCleanup(vm.sysctl, "vm", {"ipv4/conf/eth1/rp_filter": 0})
        checks = {item["check"]: item for item in node().plugin.command("check-node", "--json", *self.options).document}
        self.assertFalse(checks["reverse path"]["ok"])
        self.assertIn("net.ipv4.conf.eth1.rp_filter", checks["reverse path"]["trouble"])
