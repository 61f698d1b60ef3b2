"""What the network and the service do at two in the morning: the deployment arrives all the same, or says why not."""
from harness.case import Scenario

from . import worlds
from .deploying import virtual_machines

# Kinds of faults that pass: met once at every operation, they must not keep a deployment from its end.
PASSING = {
    "429": {"do": "status", "status": 429, "code": "SubscriptionRequestsThrottled", "retryAfter": 1},
    "500": {"do": "status", "status": 500, "code": "InternalServerError"},
    "502 with HTML": {"do": "status", "status": 502, "html": True},
    "503 with Retry-After": {"do": "status", "status": 503, "code": "ServiceUnavailable", "retryAfter": 1},
    "504": {"do": "status", "status": 504, "code": "GatewayTimeout"},
    "reset before the effect": {"do": "reset-before"},
    "reset after the effect": {"do": "reset-after"},
    "truncated": {"do": "truncated"},
    "slow": {"do": "slow", "seconds": 0.2},
    "dribble": {"do": "dribble", "seconds": 0.3},
}
# Operations of a deployment into an existing VNet.
READS = ("Subscriptions_Get", "Providers_Get", "ResourceGroups_Get", "Permissions_*", "VirtualNetworks_*", "Subnets_Get",
         "ResourceSkus_List", "ComputeUsage_List", "NetworkUsages_List", "VirtualMachineImages_List", "CheckDnsNameAvailability",
         "Resources_ListByResourceGroup", "Poll_*", "Deployments_Get", "DeploymentOperations_List")
WRITES = ("ResourceGroups_CreateOrUpdate", "Deployments_Validate", "Deployments_WhatIf", "Deployments_CreateOrUpdate")


def once_at_each(fault, operations):
    return [{**fault, "when": {"operation": name}} for name in operations]


class Passing(Scenario):
    """Faults at every operation, once each: the run ends well, with one cluster."""

    def test_each_kind_at_each_operation(self):
        for kind, fault in PASSING.items():
            with self.subTest(kind), self.azure(faults=once_at_each(fault, READS + WRITES), judged=self.ALLOWED) as (azure, shell):
                self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", timeout=120), 0)
                self.assertGreaterEqual(len(azure.faults.used), 12)
                self.assertEqual(virtual_machines(azure), 15)
                self.assertEqual(len([d for d in azure.world.deployments.values() if d.name == "corp"]), 1)

    # A list or an operation whose URL was lost with its answer is asked for anew.
    ALLOWED = ("operation-not-followed", "page-not-read")

    def test_garbage_at_each_read(self):
        faults = once_at_each({"do": "garbage"}, READS)
        with self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", timeout=120), 0)

    def test_retry_after_is_obeyed(self):
        faults = [{"do": "status", "status": 429, "code": "TooManyRequests", "retryAfter": 2,
                   "when": {"operation": "Deployments_CreateOrUpdate"}}]
        with self.azure(faults=faults) as (azure, shell):
            # The checker finds too-early if it is not.
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)

    def test_lost_answer_of_the_put(self):
        for moment in ("reset-before", "reset-after"):
            faults = [{"do": moment, "when": {"operation": "Deployments_CreateOrUpdate", "path": "/deployments/corp$"}}]
            with self.subTest(moment), self.azure(faults=faults, judged=self.ALLOWED) as (azure, shell):
                self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
                self.assertEqual(virtual_machines(azure), 15)

    def test_a_put_that_arrived_and_is_not_to_be_seen(self):
        # The answer is lost, and so far nobody finds the deployment: sent again, Azure says that one is running.
        faults = [{"do": "reset-after", "when": {"operation": "Deployments_CreateOrUpdate", "path": "/deployments/corp$"}}]
        with self.azure({"hiddenFor": 5}, faults, judged=self.ALLOWED) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            codes = [x["responseBody"]["error"]["code"] for x in azure.exchanges if x["status"] == 409]
            self.assertEqual(codes, ["DeploymentActive"])
            self.assertEqual(virtual_machines(azure), 15)

    def test_words_decide_nothing(self):
        # Azure translates its messages: only codes are the same everywhere.
        faults = [{"do": "status", "status": 409, "code": "AnotherOperationInProgress", "message": "Ein anderer Vorgang läuft.",
                   "when": {"operation": "Deployments_CreateOrUpdate"}},
                  {"do": "status", "status": 404, "code": "DeploymentNotFound", "message": "デプロイが見つかりません",
                   "when": {"operation": "Deployments_Get", "nth": 3}},
                  {"do": "status", "status": 429, "code": "SubscriptionRequestsThrottled", "message": "Слишком много", "retryAfter": 1,
                   "when": {"operation": "DeploymentOperations_List"}}]
        with self.azure(faults=faults) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(len(azure.faults.used), 3)

    def test_azure_says_when_to_look(self):
        # The checker finds too-early where a look comes before its time, the first one too.
        with self.azure({"retryAfter": 1}) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", timeout=120), 0)

    def test_not_found_right_after_the_put(self):
        with self.azure({"hiddenFor": 3}) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)

    def test_another_operation_in_progress(self):
        faults = [{"do": "status", "status": 409, "code": "AnotherOperationInProgress",
                   "when": {"operation": "Deployments_CreateOrUpdate", "times": 2}}]
        with self.azure(faults=faults) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)

    def test_expired_token(self):
        for operation in ("VirtualNetworks_Get", "Deployments_CreateOrUpdate", "Poll_DeploymentStatus"):
            with self.subTest(operation), self.azure(faults=[{"do": "expired-token", "when": {"operation": operation}}]) as (azure, shell):
                self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
                self.assertEqual(azure.tokens.count, 3, "one new token for ARM, and one for storage")

    def test_short_tokens_are_renewed(self):
        with self.azure({"tokenLifetime": 301}) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)

    def test_throttled_by_the_subscription(self):
        with self.azure({"limits": {"reads": 25}}) as (azure, shell):
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", timeout=120), 0)


class Lasting(Scenario):
    """Faults that do not pass: a bounded end with a reason, and a resource left as it is."""

    def test_service_is_down(self):
        faults = [{"do": "status", "status": 503, "html": True, "when": {"operation": "Subscriptions_Get", "times": 0}}]
        with self.azure(faults=faults) as (azure, shell):
            result = shell.run("preflight", shell.model(), timeout=60)
            self.assertIn(result.code, (1, 6), str(result))
            self.assertIn("503", result.text)

    def test_nobody_listens(self):
        with self.azure(AZURE_AUTHORITY_HOST=None) as (azure, shell):
            result = shell.run("preflight", shell.model(), "--endpoint", "https://127.0.0.1:9")
            self.assertIn(result.code, (3, 6), str(result))
            self.assertIn("127.0.0.1", result.text)

    def test_stuck(self):
        with self.azure({"stuck": "corp-master-0$"}, judged=("operation-not-followed",)) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--timeout", "0.05", timeout=120), 5)
            self.assertIn("corp-master-0", result.text)
            self.assertEqual({d.state for d in azure.world.deployments.values() if d.name == "corp"}, {"Running"})

    def test_what_if_fails(self):
        for switch in ("fail", "failed-status"):
            with self.subTest(switch), self.azure(worlds.with_group({"whatIf": switch})) as (azure, shell):
                refused = shell.run("deploy", shell.model(), "-o", "out", "--yes", "--what-if", "required", "--resource-group", "corp")
                self.assertNotEqual(refused.code, 0, str(refused))
                self.assertEqual(virtual_machines(azure), 0)
                went_on = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes", "--what-if", "optional", "--resource-group",
                                              "corp"), 0)
                self.assertIn("could not foresee", went_on.text)

    def test_region_without_room(self):
        with self.azure(worlds.with_group({"failing": {"Microsoft.Compute/virtualMachines": {
                "name": "agents-3$", "error": "AllocationFailed"}}})) as (azure, shell):
            result = self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 4)
            self.assertIn("AllocationFailed", result.text)
            azure.world.change({"failing": {"Microsoft.Compute/virtualMachines": None}})
            self.ends(shell.run("deploy", shell.model(), "-o", "out", "--yes"), 0)
            self.assertEqual(virtual_machines(azure), 15)
