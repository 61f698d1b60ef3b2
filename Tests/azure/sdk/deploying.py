"""Deploying: what the SDK makes of validate, what-if, deployments that end well and badly, and deleting."""
import json
import pathlib
import unittest

from azure.core.exceptions import HttpResponseError, ResourceNotFoundError

from arm import standard
from harness.running import Running

from .clients import Clients

EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
GROUP = "corp"


def deployment(example="existing-vnet", **parameters):
    """The request body for an example's golden template."""
    folder = EXAMPLES / example / "golden"
    template = json.loads((folder / "azuredeploy.json").read_text())
    given = json.loads((folder / "azuredeploy.parameters.json").read_text())["parameters"]
    given.update({name: {"value": value} for name, value in parameters.items()})
    for name, rule in template["parameters"].items():
        if name not in given and "defaultValue" not in rule:
            given[name] = {"value": {"string": "https://example.invalid/plugin", "securestring": "planted-parameter",
                                     "object": {}, "secureobject": {}, "int": 1, "bool": True,
                                     "array": []}[rule["type"].lower()]}
    return {"properties": {"mode": "Incremental", "template": template, "parameters": given}}


class Deploying(unittest.TestCase):
    """An example's template, taken through its life."""

    world = {}
    judged = ()

    def setUp(self):
        running = Running(self.world, judged=self.judged)
        self.azure = running.__enter__()
        self.addCleanup(running.__exit__, None, None, None)
        self.clients = Clients(self.azure)
        self.clients.resources.resource_groups.create_or_update(GROUP, {"location": "westeurope"})

    def begin(self, name="corp", **arguments):
        return self.clients.deployments.deployments.begin_create_or_update(GROUP, name, deployment(**arguments))


class Succeeds(Deploying):
    # An instance of a scale set is called SET_7 and stands at .../virtualMachines/7.
    judged = ("response-id VirtualMachineScaleSetVMs_Get",)

    def test_from_validate_to_delete(self):
        deployments = self.clients.deployments.deployments
        valid = deployments.begin_validate(GROUP, "corp", deployment()).result()
        self.assertEqual(valid.properties.provisioning_state, "Succeeded")

        body = deployment()
        body["properties"]["whatIfSettings"] = {"resultFormat": "FullResourcePayloads"}
        changes = deployments.begin_what_if(GROUP, "corp", body).result().properties.changes
        self.assertEqual({c.change_type for c in changes}, {"Create", "Unsupported"})

        done = self.begin().result()
        self.assertEqual(done.properties.provisioning_state, "Succeeded")
        self.assertEqual(done.properties.outputs["apiServerFQDN"]["value"], "corp.westeurope.cloudapp.azure.com")
        operations = list(self.clients.deployments.deployment_operations.list(GROUP, "corp"))
        self.assertEqual({o.properties.provisioning_state for o in operations}, {"Succeeded"})
        self.assertEqual(len(operations), len(done.properties.output_resources))
        one = self.clients.deployments.deployment_operations.get(GROUP, "corp", operations[0].operation_id)
        self.assertEqual(one.operation_id, operations[0].operation_id)

        again = deployments.begin_what_if(GROUP, "corp", body).result().properties.changes
        self.assertLessEqual({c.change_type for c in again}, {"NoChange", "Ignore"}, [
            (c.resource_id, [(d.path, d.before, d.after) for d in c.delta or []]) for c in again if c.change_type == "Modify"])

        self._read_everything()
        self.assertTrue(deployments.check_existence(GROUP, "corp"))
        self.assertEqual([d.name for d in deployments.list_by_resource_group(GROUP)], ["corp"])
        self.assertIn("resources", deployments.export_template(GROUP, "corp").template)
        deployments.begin_delete(GROUP, "corp").result()
        self.assertFalse(deployments.check_existence(GROUP, "corp"))

        self.clients.resources.resource_groups.begin_delete(GROUP).result()
        self.assertFalse(self.clients.resources.resource_groups.check_existence(GROUP))
        used = {u.id.rsplit("/", 1)[-1]: u.current_value
                for u in self.clients.network.virtual_networks.list_usage("network-team", "corp")}
        self.assertEqual(used, {"masters": 1, "nodes": 0, "other": 30})

    def _read_everything(self):
        network, compute = self.clients.network, self.clients.compute
        masters = [n for n in network.network_interfaces.list(GROUP) if "master-0" in n.name]
        self.assertEqual(masters[0].ip_configurations[0].private_ip_address, "10.7.1.200")
        self.assertEqual(network.network_interfaces.get(GROUP, "corp-master-0-nic").ip_configurations[0].name, "ipconfig0")
        balancers = {b.name: b for b in network.load_balancers.list(GROUP)}
        self.assertEqual(balancers["corp-api-internal"].frontend_ip_configurations[0].private_ip_address, "10.7.1.210")
        self.assertEqual(network.load_balancers.get(GROUP, "corp-api").name, "corp-api")
        self.assertEqual(network.public_ip_addresses.get(GROUP, "corp-api-ip").dns_settings.domain_name_label, "corp")
        self.assertEqual(len(list(network.public_ip_addresses.list_all())), 1)
        self.assertEqual(network.network_security_groups.get(GROUP, "corp-nsg").name, "corp-nsg")
        machine = compute.virtual_machines.get(GROUP, "corp-master-0")
        self.assertIsNone(machine.os_profile.custom_data)
        self.assertEqual(len(list(compute.virtual_machines.list(GROUP))), 15)
        view = compute.virtual_machines.instance_view(GROUP, "corp-master-0")
        self.assertIn("PowerState/running", [s.code for s in view.statuses])
        extensions = compute.virtual_machine_extensions.list(GROUP, "corp-master-0").value
        self.assertEqual([e.name for e in extensions], ["bring-up"])
        identity = self.clients.identities.user_assigned_identities.get(GROUP, "corp-identity")
        self.assertTrue(identity.principal_id)

    def test_scale_sets(self):
        self.begin(example="nodes-4000").result()
        compute = self.clients.compute
        scale_set = next(iter(compute.virtual_machine_scale_sets.list(GROUP)))
        self.assertEqual(scale_set.sku.capacity, 1000)
        machines = list(compute.virtual_machine_scale_set_vms.list(GROUP, scale_set.name))
        self.assertEqual(len({m.instance_id for m in machines}), 1000)
        self.assertTrue(compute.virtual_machine_scale_sets.get_instance_view(GROUP, scale_set.name).statuses)
        self.assertEqual(compute.virtual_machine_scale_set_vms.get(GROUP, scale_set.name, "7").instance_id, "7")
        self.assertTrue(compute.virtual_machine_scale_set_vms.get_instance_view(GROUP, scale_set.name, "7").statuses)
        self.assertEqual(self.clients.network.nat_gateways.get(GROUP, "large-nat").name, "large-nat")
        self.assertEqual(self.clients.network.route_tables.get(GROUP, "large-routes").name, "large-routes")

    def test_all_examples(self):
        for folder in sorted(golden.parent for golden in EXAMPLES.glob("*/golden")):
            with self.subTest(folder.name):
                self.clients.resources.resource_groups.create_or_update(folder.name, {"location": "westeurope"})
                valid = self.clients.deployments.deployments.begin_validate(folder.name, "check", deployment(folder.name)).result()
                self.assertIsNone(valid.error)


class Fails(Deploying):
    world = {
        "failing": {"Microsoft.Compute/virtualMachines/extensions": {
            "name": "master-1", "error": "VMExtensionProvisioningError", "figures": {"exit": "43"}}},
        "providers": {"Microsoft.ContainerService": "NotRegistered"},
    }

    def test_failed_resource(self):
        with self.assertRaises(HttpResponseError) as caught:
            self.begin().result()
        self.assertEqual(caught.exception.error.code, "DeploymentFailed")
        failed = [o for o in self.clients.deployments.deployment_operations.list(GROUP, "corp")
                  if o.properties.provisioning_state == "Failed"]
        self.assertEqual([o.properties.target_resource.resource_name for o in failed], ["corp-master-1/bring-up"])
        error = failed[0].properties.status_message.error
        self.assertEqual((error.code, error.details[0].code), ("ResourceDeploymentFailure", "VMExtensionProvisioningError"))
        self.assertIn("exit status=43", error.details[0].message)
        state = self.clients.deployments.deployments.get(GROUP, "corp").properties
        self.assertEqual((state.provisioning_state, state.error.code), ("Failed", "DeploymentFailed"))

    def test_invalid_template(self):
        body = deployment()
        body["properties"]["template"]["resources"][0]["name"] = "[nothing()]"
        with self.assertRaises(HttpResponseError) as caught:
            self.clients.deployments.deployments.begin_validate(GROUP, "corp", body)
        self.assertEqual(caught.exception.error.code, "InvalidTemplate")

    def test_unknown_names(self):
        with self.assertRaises(ResourceNotFoundError) as caught:
            self.clients.deployments.deployments.get(GROUP, "nothing")
        self.assertEqual(caught.exception.error.code, "DeploymentNotFound")
        with self.assertRaises(ResourceNotFoundError) as caught:
            self.clients.network.virtual_networks.get("nothing", "corp")
        self.assertEqual(caught.exception.error.code, "ResourceGroupNotFound")

    def test_registration(self):
        providers = self.clients.resources.providers
        self.assertEqual(providers.get("Microsoft.ContainerService").registration_state, "NotRegistered")
        self.assertEqual(providers.register("Microsoft.ContainerService").registration_state, "Registering")
        states = [providers.get("Microsoft.ContainerService").registration_state for _ in range(3)]
        self.assertEqual(states, ["Registering", "Registered", "Registered"])


class Refused(Deploying):
    world = {"quota": {"compute": {"cores": [18, 20]}}, "skus": {"Standard_D4s_v5": {"restrictions": [{"type": "Location"}]}}}
    def test_quota_and_size(self):
        with self.assertRaises(HttpResponseError) as caught:
            self.begin()
        self.assertEqual(caught.exception.error.code, "InvalidTemplateDeployment")
        self.assertEqual({d.code for d in caught.exception.error.details}, {"SkuNotAvailable", "QuotaExceeded"})


class Cancelled(Deploying):
    world = {"stuck": "master-0$"}

    def test_cancel(self):
        deployments = self.clients.deployments.deployments
        poller = self.begin()
        deployments.cancel(GROUP, "corp")
        with self.assertRaises(HttpResponseError):
            poller.result()
        self.assertEqual(deployments.get(GROUP, "corp").properties.provisioning_state, "Canceled")


class OutOfAddresses(Deploying):
    world = {"occupied": {f"{standard.VNET}/subnets/nodes": {"first": "10.7.2.4", "count": 400}}}

    def test_subnet_is_full(self):
        with self.assertRaises(HttpResponseError):
            self.begin().result()
        codes = {o.properties.status_message.error.code
                 for o in self.clients.deployments.deployment_operations.list(GROUP, "corp")
                 if o.properties.provisioning_state == "Failed"}
        self.assertEqual(codes, {"SubnetIsFull"})
