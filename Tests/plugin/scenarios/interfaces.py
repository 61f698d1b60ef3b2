"""Which interface is the machine's, and what it may carry."""
import unittest

from scenarios import Mirror, node, settings, vm
from world import azure, checks


def carried():
    return {address for device, address, _ in node().observer.view().addresses if device == "eth0"}


class GuestAddresses(unittest.TestCase):
    """A guest that configures the secondary addresses itself, as cloud-init can, takes the pods' packets away."""

    def tearDown(self):
        self.assertEqual(carried(), {vm.PRIMARY})

    def configure(self, address):
        vm.ip("vm", [f"addr add {address}/16 dev eth0"])
        self.assertIn(address, carried())

    def test_refresh_takes_them_off(self):
        for address in node().pool[1:3]:
            self.configure(address)
        node().must(node().plugin.command("refresh"))

    def test_check_node_tells(self):
        self.configure(node().pool[1])
        answer = node().plugin.command("check-node")
        self.assertEqual(answer.status, 1)
        self.assertIn(f"FAIL  interface: eth0 carries addresses of pods: {node().pool[1]}", answer.out.decode())
        node().must(node().plugin.command("refresh"))

    def test_attaching_takes_it_off(self):
        mirror, pod, address = Mirror(), node().pod(), node().pool[2]
        self.addCleanup(mirror.close)
        self.configure(address)
        answer = node().must(node().plugin.add(pod, runtimeConfig={"ips": [address]}))
        self.assertEqual(answer.address, address)
        self.assertNotIn(address, carried())
        self.assertEqual(mirror.seen_from(pod, vm.PEERED), address)
        node().must(node().plugin.delete(pod))
        node().done_with(pod)


class AcceleratedNetworking(unittest.TestCase):
    """Azure's second device has the first one's hardware address and is commanded by it. Here a bridge commands the veth: what
    the plugin can see of it is the same."""

    def test_the_commanded_device_is_never_taken(self):
        pool = node().pool
        vm.ip("vm", ["link set eth0 down", "link set eth0 name enP1s1",
                     f"link add eth0 address {vm.MAC} mtu {vm.MTU} type bridge", "link set enP1s1 master eth0",
                     "link set enP1s1 up", "link set eth0 up", "addr flush dev enP1s1", f"addr add {vm.PRIMARY}/16 dev eth0",
                     f"route add default via {vm.GATEWAY} dev eth0"])
        try:
            links = node().observer.view().links
            self.assertEqual(links["enP1s1"].mac, links["eth0"].mac)
            self.assertLess(links["enP1s1"].index, links["eth0"].index)
            config, options = settings("accelerated", uplink="eth0")
            node().must(node().plugin.command("refresh", *options))
            self.assertEqual(self.interface(options), "eth0")
            # The name is gone, and there is no default route: the hardware address alone tells.
            vm.ip("vm", ["link set eth0 down", "link set eth0 name eth9", "link set eth9 up"]
                  + [f"route add {address}/32 via {vm.GATEWAY} dev eth9" for address in (vm.WIRESERVER, vm.IMDS)])
            node().must(node().plugin.command("refresh", *options))
            self.assertEqual(self.interface(options), "eth9")
            pod = node().pod()
            answer = node().must(node().plugin.add(pod, **config))
            self.assertIn(answer.address, pool)
            node().must(node().plugin.delete(pod, **config))
            checks.empty_namespace(pod)
        finally:
            azure.say(pool)
            node().reboot()

    def interface(self, options):
        return node().must(node().plugin.command("status", "--json", *options)).document["interface"]
