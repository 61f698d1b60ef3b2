"""An address that is asked for, in each of the ways, from the call to the packet."""
import unittest

from scenarios import Mirror, node, settings, vm
from world import checks

ANNOTATIONS = "io.kubernetes.cri.pod-annotations"
ARGS = "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=web;"


def annotation(text):
    return {"runtimeConfig": {ANNOTATIONS: {"slipway.io/address": text}}}


def ways(address):
    """Every way to ask for `address`: what is laid over a call."""
    return {
        "capability": {"runtimeConfig": {"ips": [address]}},
        "capability with a prefix": {"runtimeConfig": {"ips": [address + "/16"]}},
        "args": {"args": {"cni": {"ips": [address]}}},
        "CNI_ARGS": {"environment": {"CNI_ARGS": ARGS + "IP=" + address}},
        "annotation": annotation(address),
    }


class FixedAddresses(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.wanted, cls.reserved, cls.other = node().pool[3], node().pool[4], node().pool[2]
        cls.config, cls.options = settings("fixed", reservedAddresses=[
            {"name": "web", "address": cls.reserved}, {"name": "elsewhere", "address": "10.240.77.77"}])
        cls.mirror = Mirror()

    @classmethod
    def tearDownClass(cls):
        cls.mirror.close()

    def add(self, pod, **more):
        answer = node().plugin.add(pod, **self.config | more)
        self.addCleanup(node().done_with, pod)
        self.addCleanup(lambda: node().must(node().plugin.delete(pod, **self.config)))
        return answer

    def test_each_way_gives_the_address_end_to_end(self):
        for name, way in ways(self.wanted).items():
            with self.subTest(name):
                pod = node().pod()
                answer = node().must(node().plugin.add(pod, **self.config | way))
                self.assertEqual(answer.address, self.wanted)
                checks.whole(node(), pod, answer)
                self.assertEqual(self.mirror.seen_from(pod, vm.PEERED), self.wanted)
                node().must(node().plugin.delete(pod, **self.config))
                node().done_with(pod)

    def test_what_is_asked_first_counts(self):
        order = ["capability", "args", "CNI_ARGS", "annotation"]
        for stronger, weaker in zip(order, order[1:]):
            with self.subTest(f"{stronger} before {weaker}"):
                both = ways(self.other)[weaker] | ways(self.wanted)[stronger]
                if (stronger, weaker) == ("capability", "annotation"):
                    both["runtimeConfig"] |= annotation(self.other)["runtimeConfig"]
                pod = node().pod()
                self.assertEqual(node().must(node().plugin.add(pod, **self.config | both)).address, self.wanted)
                node().must(node().plugin.delete(pod, **self.config))
                node().done_with(pod)

    def test_by_name(self):
        pod = node().pod()
        self.assertEqual(node().must(self.add(pod, **annotation("web"))).address, self.reserved)
        self.assertEqual(self.mirror.seen_from(pod, vm.PEERED), self.reserved)

    def test_reserved_ones_are_for_those_who_ask(self):
        given = set()
        while True:
            answer = self.add(node().pod())
            if not answer.fine:
                break
            given.add(answer.address)
        self.assertEqual(answer.code, 11)
        # The bystander's state is another one: its address is refused by the kernel.
        self.assertEqual(given, set(node().pool) - {self.reserved, node().calm_result.address})
        self.assertEqual(node().must(self.add(node().pod(), **annotation("web"))).address, self.reserved)

    def test_refusals(self):
        held = node().pod()
        node().must(self.add(held, **ways(self.wanted)["capability"]))
        for name, way, code in [
                ("held", ways(self.wanted)["capability"], 11), ("held, annotation", ways(self.wanted)["annotation"], 11),
                ("another machine's", ways("10.240.200.1")["capability"], 7), ("the machine's own", ways(vm.PRIMARY)["args"], 7),
                ("reserved elsewhere", annotation("elsewhere"), 7), ("unknown name", annotation("nobody"), 7),
                ("no address", {"runtimeConfig": {"ips": ["10.0.0"]}}, 7), ("IPv6", ways("2001:db8::1")["CNI_ARGS"], 7),
                ("two", {"runtimeConfig": {"ips": [self.other, self.wanted]}}, 7)]:
            with self.subTest(name):
                pod = node().pod()
                answer = node().plugin.add(pod, **self.config | way)
                self.assertEqual(answer.code, code, answer)
                checks.empty_namespace(pod)
                node().done_with(pod)
