"""What-if as the long-running operation that it is."""
from ..exchange import Answer, Refusal
from ..providers import groups
from ..providers.polling import later
from ..router import arm
from . import begin
from .api import PATH, TYPE, correlation_of
from .whatif import changes


@arm.add("Deployments_WhatIf", "POST", PATH + "/whatIf", action=f"{TYPE}/whatIf/action")
def what_if(azure, request, subscription, group, name):
    where = groups.find(azure, subscription, group)
    _, properties = begin.read(request)
    kind = (properties.get("whatIfSettings") or {}).get("resultFormat", "FullResourcePayloads")
    made = begin.plan(azure, request, where, name, properties, correlation_of(request))
    switch = azure.world["whatIf"]

    def finish():
        if switch == "fail":
            raise Refusal(500, "InternalServerError", "Encountered internal server error while processing the deployment what-if "
                          f"request. Diagnostic information: tracking id '{made.correlation}'.")
        if switch == "failed-status":
            return Answer(200, {"status": "Failed", "error": {
                "code": "DeploymentWhatIfResourceError", "message": "The request to predict template deployment changes failed."}})
        try:
            wanted = begin.check(azure, request, made)
        except Refusal as refusal:
            return Answer(200, {"status": "Failed", "error": refusal.error})
        return Answer(200, {"status": "Succeeded", "properties": {
            "changes": changes(azure, wanted, where["id"], kind == "FullResourcePayloads")}})
    return later(azure, request, finish, polls=5 if switch == "slow" else 1)
