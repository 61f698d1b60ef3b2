"""snat apply, show and remove: the kernel has the table of the settings, and other tables are as they were."""
import json
import subprocess
import unittest

from scenarios import Mirror, node, settings, vm

OTHER = """table ip other {
    set s { type ipv4_addr; elements = { 10.1.2.3 } }
    chain c {
        type filter hook forward priority 0; policy accept;
        counter accept
    }
}
table inet slipway {
    chain c {
        type filter hook input priority 5; policy accept;
    }
}
"""


def nft(*words, text=None):
    return subprocess.run(["nft", *words], input=text, capture_output=True, text=True)


def without_counters(value):
    """What packets change by themselves is no change."""
    if isinstance(value, dict):
        return {key: None if key == "counter" else without_counters(item) for key, item in value.items()}
    return [without_counters(item) for item in value] if isinstance(value, list) else value


def tables():
    """All of nftables but slipway_snat."""
    found = json.loads(nft("-j", "list", "ruleset").stdout)["nftables"]
    return without_counters([item for item in found if "slipway_snat" not in json.dumps(item) and "metainfo" not in item])


def own():
    """The table as the kernel has it; None if it is not there."""
    answer = nft("list", "table", "ip", "slipway_snat")
    return answer.stdout if answer.returncode == 0 else None


class SNAT(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        node()
        answer = nft("-f", "-", text=OTHER)
        assert answer.returncode == 0, answer.stderr
        cls.others = tables()
        cls.mirror, cls.pod = Mirror(), node().pod()
        cls.address = node().must(node().plugin.add(cls.pod)).address

    @classmethod
    def tearDownClass(cls):
        node().must(node().plugin.delete(cls.pod))
        cls.mirror.close()
        nft("delete", "table", "ip", "other")
        nft("delete", "table", "inet", "slipway")

    def setUp(self):
        self.addCleanup(lambda: nft("delete", "table", "ip", "slipway_snat"))
        self.addCleanup(lambda: self.assertEqual(tables(), self.others))

    def snat(self, word, **keys):
        _, options = settings("snat", snat=keys)
        return node().plugin.command("snat", word, *options)

    def apply(self, **keys):
        node().must(self.snat("apply", **keys))

    def seen(self, target):
        return self.mirror.seen_from(self.pod, target)

    def test_packets(self):
        self.assertEqual(self.seen(vm.PEERED), self.address)
        self.apply(unmasqueraded=[vm.SUBNET])
        self.assertEqual(self.seen(vm.NEIGHBOUR), self.address)
        self.assertEqual(self.seen(vm.PEERED), vm.PRIMARY)
        self.apply(unmasqueraded=[vm.SUBNET, "10.9.0.0/16"])
        self.assertEqual(self.seen(vm.PEERED), self.address)
        self.apply(unmasqueradedSources=[self.address + "/32"])
        self.assertEqual(self.seen(vm.PEERED), self.address)
        # The metadata service answers a machine's first address only.
        self.assertEqual(self.seen(vm.IMDS), vm.PRIMARY)
        node().must(self.snat("remove"))
        self.assertEqual(self.seen(vm.PEERED), self.address)

    def test_applying_replaces_and_repeats(self):
        self.apply(unmasqueraded=["10.9.0.0/16"])
        first = own()
        self.apply(unmasqueraded=["10.9.0.0/16"])
        self.assertEqual(own(), first)
        self.apply(unmasqueraded=["10.8.0.0/16"])
        self.assertIn("10.8.0.0/16", own())
        self.assertNotIn("10.9.0.0/16", own())

    def test_the_kernel_has_what_is_shown(self):
        """nft, given what `show` says, and asked again: the same table."""
        keys = {"unmasqueraded": ["10.0.0.0/8", "192.168.0.0/24"], "unmasqueradedSources": ["10.240.0.17/32"]}
        self.apply(**keys)
        applied = own()
        self.assertIn("masquerade fully-random", applied)
        nft("delete", "table", "ip", "slipway_snat")
        answer = nft("-f", "-", text=node().must(self.snat("show", **keys)).out.decode())
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertEqual(own(), applied)

    def test_none_and_remove_take_it_away(self):
        for word, keys in (("apply", {"mode": "none"}), ("remove", {})):
            self.apply()
            self.assertIsNotNone(own())
            node().must(self.snat(word, **keys))
            self.assertIsNone(own())
            node().must(self.snat(word, **keys))

    def test_wrong_settings_leave_what_was(self):
        self.apply(unmasqueraded=["10.9.0.0/16"])
        before = own()
        self.assertEqual(self.snat("apply", unmasqueraded=["10.9.0.1/16"]).status, 1)
        self.assertEqual(own(), before)
