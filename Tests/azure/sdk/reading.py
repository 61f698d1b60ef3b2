"""Reading: what the SDK makes of subscriptions, networks, quotas, sizes, vaults and rights."""
import unittest

from arm import standard
from harness.running import Running

from .clients import Clients

GROUP = "network-team"


class Reading(unittest.TestCase):
    """One server, read from all sides."""

    def setUp(self):
        world = {"occupied": {f"{standard.VNET}/subnets/nodes": {"first": "10.7.2.4", "count": 120}}, "pageSize": 50}
        running = Running(world)
        self.azure = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)
        self.clients = Clients(self.azure)

    def test_subscriptions_and_providers(self):
        subscriptions = self.clients.subscriptions.subscriptions
        self.assertEqual([s.subscription_id for s in subscriptions.list()], [standard.SUBSCRIPTION])
        self.assertEqual(subscriptions.get(standard.SUBSCRIPTION).tenant_id, standard.TENANT)
        self.assertIn("westeurope", [x.name for x in subscriptions.list_locations(standard.SUBSCRIPTION)])
        providers = self.clients.resources.providers
        self.assertEqual({p.registration_state for p in providers.list()}, {"Registered"})
        self.assertEqual(providers.get("microsoft.network").namespace, "Microsoft.Network")

    def test_virtual_network(self):
        network = self.clients.network
        vnet = network.virtual_networks.get(GROUP, "corp")
        self.assertEqual(vnet.address_space.address_prefixes, ["10.7.0.0/16"])
        nodes = next(s for s in vnet.subnets if s.name == "nodes")
        self.assertEqual(len(nodes.ip_configurations), 120)
        self.assertEqual(len(network.subnets.get(GROUP, "corp", "nodes").ip_configurations), 120)
        self.assertEqual([s.name for s in network.subnets.list(GROUP, "corp")], ["masters", "nodes", "other"])
        usage = {u.id.rsplit("/", 1)[-1]: (u.current_value, u.limit) for u in network.virtual_networks.list_usage(GROUP, "corp")}
        self.assertEqual(usage["nodes"], (120, 512 - 5))
        self.assertEqual(len(list(network.virtual_networks.list(GROUP))), 1)
        self.assertEqual(len(list(network.virtual_networks.list_all())), 1)
        peerings = list(network.virtual_network_peerings.list(GROUP, "corp"))
        self.assertEqual([(p.name, p.peering_state) for p in peerings], [("hub", "Connected")])
        self.assertEqual(network.virtual_network_peerings.get(GROUP, "corp", "hub").name, "hub")

    def test_addresses(self):
        networks = self.clients.network.virtual_networks
        self.assertTrue(networks.check_ip_address_availability(GROUP, "corp", ip_address="10.7.1.200").available)
        taken = networks.check_ip_address_availability(GROUP, "corp", ip_address="10.7.1.10")
        self.assertFalse(taken.available)
        self.assertEqual(taken.available_ip_addresses[0], "10.7.1.11")
        self.assertTrue(networks.check_ip_address_availability(GROUP, "corp", ip_address="10.7.1.3").is_platform_reserved)

    def test_pages_give_every_interface_once(self):
        names = [n.name for n in self.clients.network.network_interfaces.list("vm-team")]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(len(names), 1 + 30 + 120)
        pages = [x for x in self.azure.exchanges if x["operation"] == "NetworkInterfaces_List"]
        self.assertEqual(len(pages), 4)

    def test_quotas_and_sizes(self):
        compute, network = self.clients.compute, self.clients.network
        cores = {u.name.value: (u.current_value, u.limit) for u in compute.usage.list("westeurope")}
        self.assertEqual(cores["cores"], (40, 20000))
        addresses = {u.name.value: (u.current_value, u.limit) for u in network.usages.list("westeurope")}
        self.assertEqual(addresses["PublicIPAddresses"], (4, 1000))
        sizes = {s.name: s for s in compute.resource_skus.list(filter="location eq 'westeurope'")}
        size = sizes["Standard_D4s_v5"]
        self.assertEqual((size.family, size.location_info[0].zones), ("standardDSv5Family", ["1", "2", "3"]))
        self.assertEqual({c.name: c.value for c in size.capabilities}["vCPUs"], "4")
        images = compute.virtual_machine_images.list("westeurope", "Canonical", "ubuntu-24_04-lts", "server")
        self.assertIn("24.04.202510010", [i.name for i in images])

    def test_rights(self):
        authorization = self.clients.authorization
        self.assertEqual(next(iter(authorization.permissions.list_for_resource_group(GROUP))).actions, ["*"])
        on_subnet = authorization.permissions.list_for_resource(
            GROUP, "Microsoft.Network", "virtualNetworks/corp", "subnets", "masters")
        self.assertEqual(next(iter(on_subnet)).actions, ["*"])
        assigned = list(authorization.role_assignments.list_for_scope(standard.VNET))
        self.assertIn("0b1ec700-0000-4000-8000-000000000001", [a.principal_id for a in assigned])
        self.assertTrue(list(authorization.role_assignments.list_for_resource_group(GROUP)))
        self.assertTrue(list(authorization.role_assignments.list_for_subscription()))
        names = {d.role_name for d in authorization.role_definitions.list(standard.SCOPE)}
        self.assertIn("Network Contributor", names)

    def test_vault(self):
        vault = self.clients.vaults.vaults.get(GROUP, "team-vault")
        self.assertTrue(vault.properties.enabled_for_template_deployment)

    def test_resources(self):
        resources = self.clients.resources
        self.assertEqual({g.name for g in resources.resource_groups.list()}, {GROUP, "vm-team"})
        self.assertTrue(resources.resource_groups.check_existence(GROUP))
        self.assertFalse(resources.resource_groups.check_existence("nothing"))
        vnets = list(resources.resources.list_by_resource_group(GROUP, filter="resourceType eq 'Microsoft.Network/virtualNetworks'"))
        self.assertEqual([v.name for v in vnets], ["corp"])
        self.assertEqual(len(list(resources.resources.list())), 2 + 151)
        self.assertEqual(resources.resources.get_by_id(standard.VNET, api_version="2024-05-01").tags, {"owner": "network-team"})
        tagged = resources.resources.list(filter="tagName eq 'owner' and tagValue eq 'network-team'")
        self.assertEqual([r.name for r in tagged], ["corp"])
