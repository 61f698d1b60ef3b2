"""check-node, refresh, status and list on a machine: what each finds, and what it says to do."""
import json
import os
import unittest

from scenarios import lose, node, settings, vm
from world import azure

CONFLIST = "/etc/cni/net.d/10-slipway.conflist"


def write_conflist(plugins):
    os.makedirs(os.path.dirname(CONFLIST), exist_ok=True)
    with open(CONFLIST, "w") as file:
        json.dump({"cniVersion": "1.0.0", "name": "slipway", "plugins": plugins}, file)


class CheckNode(unittest.TestCase):
    def setUp(self):
        write_conflist([{"type": "slipway-vnet"}, {"type": "portmap"}])
        self.config, self.options = settings("checked")
        node().must(node().plugin.command("refresh", *self.options))

    def checks(self):
        answer = node().plugin.command("check-node", "--json", *self.options)
        found = {item["check"]: item for item in answer.document}
        self.assertEqual(answer.status, 0 if all(item["ok"] for item in found.values()) else 1)
        for item in found.values():
            self.assertEqual("remedy" in item, not item["ok"], "each trouble has its remedy, and only troubles have one")
        return found

    def failing(self, name, *words):
        """Only that check fails, and its trouble and remedy have the words."""
        found = self.checks()
        self.assertEqual([item for item in found if not found[item]["ok"]], [name])
        for word in words:
            self.assertIn(word, found[name]["trouble"] + " " + found[name]["remedy"])

    def test_all_is_well(self):
        self.assertEqual(list(self.checks()),
                         ["settings", "forwarding", "conflist", "interface", "Azure", "reverse path", "pool"])
        text = node().must(node().plugin.command("check-node", *self.options)).out.decode()
        self.assertEqual([line[:6] for line in text.splitlines()], ["ok    "] * 7)
        self.assertIn(f"eth0 ({vm.MAC}) with {vm.PRIMARY}/16", text)

    def test_forwarding(self):
        vm.sysctl("vm", {"ipv4/ip_forward": 0})
        self.addCleanup(vm.sysctl, "vm", {"ipv4/ip_forward": 1})
        self.failing("forwarding", "net.ipv4.ip_forward is 0", "sysctl -w net.ipv4.ip_forward=1")

    def test_conflist(self):
        write_conflist([{"type": "bridge"}])
        self.failing("conflist", "not slipway-vnet")
        with open(CONFLIST, "w") as file:
            file.write("{")
        self.failing("conflist", "no network configuration list")
        os.unlink(CONFLIST)
        self.failing("conflist", "cannot be read")

    def test_settings(self):
        with open(self.config["settings"], "w") as file:
            file.write('{"restSeconds": "long"}')
        self.failing("settings", "restSeconds", "correct the file")

    def test_azure_does_not_answer(self):
        azure.say(node().pool, imds=429, wireserver="html")
        self.addCleanup(azure.say, node().pool)
        self.failing("Azure", "status 429", "168.63.129.16")

    def test_no_address_for_pods(self):
        azure.say([])
        self.addCleanup(azure.say, node().pool)
        self.failing("Azure", "no address for pods", "add ipConfigurations")

    def test_no_way_out(self):
        vm.ip("vm", ["route del default"])
        self.addCleanup(vm.ip, "vm", [f"route add default via {vm.GATEWAY} dev eth0"])
        found = self.checks()
        self.assertIn("no default route", found["interface"]["trouble"])
        self.assertIn('"uplink"', found["interface"]["remedy"])

    def test_pool_is_used_up(self):
        pods = []
        while True:
            pods.append(node().pod())
            if not node().plugin.add(pods[-1], **self.config).fine:
                break
        self.failing("pool", "addresses are held", "slipway-vnet list")
        node().must(node().plugin.gc([node().bystander], **self.config))
        node().done_with(*pods)

    def test_damaged_state(self):
        with open(self.config["stateDirectory"] + "/state", "r+b") as file:
            file.seek(4100)
            file.write(b"damage")
        self.failing("pool", "damaged", "slipway-vnet refresh mends it")
        node().must(node().plugin.command("refresh", *self.options))
        self.assertTrue(self.checks()["pool"]["ok"])


class Refresh(unittest.TestCase):
    def setUp(self):
        self.config, self.options = settings("refreshed")
        self.addCleanup(azure.say, node().pool)
        self.refresh()

    def refresh(self):
        return node().must(node().plugin.command("refresh", "--json", *self.options)).document

    def status(self):
        return node().must(node().plugin.command("status", "--json", *self.options)).document

    def test_addresses_come_and_go(self):
        azure.say(node().pool[:2])
        self.assertEqual(self.refresh()["pool"], 2)
        azure.say(vm.secondaries(9))
        self.assertEqual(self.refresh()["pool"], 9)
        self.assertEqual(self.status()["source"], "wireserver")
        azure.say(vm.secondaries(8), wireserver=500)
        self.assertEqual(self.refresh()["pool"], 8)
        self.assertEqual(self.status()["source"], "imds")

    def test_an_address_that_went_away_stays_with_its_pod_and_is_not_given_again(self):
        pod, address = node().pod(), node().pool[4]
        node().must(node().plugin.add(pod, runtimeConfig={"ips": [address]}, **self.config))
        azure.say(node().pool[:4])
        self.refresh()
        status = self.status()
        self.assertEqual((status["pool"], status["stale"]), (4, 1))
        self.assertEqual([(item["address"], item["podName"]) for item in status["stalePods"]],
                         [(address, "pod-" + pod.container[:8])])
        self.assertIn(f"{address} is not of this interface any more, but held by default/pod-{pod.container[:8]}",
                      node().must(node().plugin.command("status", *self.options)).out.decode())
        self.assertIn("stale", node().must(node().plugin.command("list", *self.options)).out.decode())
        node().must(node().plugin.delete(pod, **self.config))
        answer = node().plugin.add(pod, runtimeConfig={"ips": [address]}, **self.config)
        self.assertEqual(answer.code, 7)
        self.assertEqual(self.status()["stale"], 0)
        node().done_with(pod)

    def test_without_an_answer_the_last_list_goes_on(self):
        azure.say([], imds=503, wireserver="cut")
        answer = node().plugin.command("refresh", "--json", *self.options)
        self.assertEqual(answer.status, 1)
        self.assertEqual((answer.document["answered"], answer.document["pool"]), (False, len(node().pool)))
        for word in (b"wireserver", b"imds: status 503"):
            self.assertIn(word, answer.err)

    def test_a_pod_that_is_gone_is_given_back(self):
        pod = node().pod()
        address = node().must(node().plugin.add(pod, **self.config)).address
        lose(pod)
        node().done_with(pod)
        self.assertEqual(self.refresh()["released"], [address])

    def test_settings_are_read_again(self):
        pod = node().pod()
        settings("refreshed", reservedAddresses=[{"name": "web", "address": node().pool[3]}], restSeconds=5)
        node().must(node().plugin.add(pod, **self.config))
        self.assertEqual(self.status()["reserved"], 1)
        node().must(node().plugin.delete(pod, **self.config))
        node().done_with(pod)
