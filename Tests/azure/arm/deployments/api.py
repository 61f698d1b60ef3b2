"""Deployments of resource groups: PUT, GET, HEAD, DELETE, validate, cancel, export."""
import secrets
import uuid

from .. import ids
from ..errors import deployment_not_found
from ..exchange import Answer, Refusal
from ..paging import page
from ..providers import groups
from ..providers.polling import later
from ..router import arm
from . import begin, engine
from .deployment import template_hash

GROUP = "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Resources/deployments"
PATH = GROUP + "/{name}"
TYPE = "Microsoft.Resources/deployments"


def find(azure, subscription, group, name):
    """A deployment by its names; one that is not yet to be seen is not found."""
    groups.find(azure, subscription, group)
    identifier = ids.build(f"/subscriptions/{subscription}/resourceGroups/{group}", TYPE, name)
    found = azure.world.deployments.get(ids.key(identifier))
    if found is None:
        raise deployment_not_found(name)
    return found


def correlation_of(request):
    return request.headers.get("x-ms-correlation-request-id") or str(uuid.uuid4())


@arm.add("Deployments_CreateOrUpdate", "PUT", PATH, action=f"{TYPE}/write")
def put(azure, request, subscription, group, name):
    where = groups.writable(azure, subscription, group)
    body, properties = begin.read(request)
    identifier = ids.build(where["id"], TYPE, name)
    before = azure.world.deployments.get(ids.key(identifier))
    if before is not None and not before.over:
        raise Refusal(
            409, "DeploymentActive",
            f"Unable to edit or replace deployment '{name}': previous deployment from '{before.started:%m/%d/%Y %I:%M:%S %p}' is "
            f"still active (expiration time is '{before.started:%m/%d/%Y %I:%M:%S %p}', correlationId is "
            f"'{before.correlation}'). Please see https://aka.ms/arm-deploy for usage details.")
    made = begin.plan(azure, request, where, name, properties, correlation_of(request))
    begin.check(azure, request, made)
    made.tags = body.get("tags")
    made.principal = request.principal
    made.hidden = azure.world["hiddenFor"]
    made.status_target = (f"{made.id}/operationStatuses/{made.status_id}?api-version={request.api_version}"
                          f"&t={secrets.randbelow(10**18)}&c=MIIH{secrets.token_hex(8)}&s={secrets.token_hex(8)}")
    azure.world.deployments[ids.key(made.id)] = made
    return Answer(200 if before else 201, made.shape(), {
        "Azure-AsyncOperation": azure.endpoint + made.status_target, "Retry-After": str(azure.world["retryAfter"])})


@arm.add("Poll_DeploymentStatus", "GET", PATH + "/operationStatuses/{status}", action=f"{TYPE}/operationstatuses/read",
         versioned=False)
def status(azure, request, subscription, group, name, status):
    found = find(azure, subscription, group, name)
    if status != found.status_id:
        raise Refusal(404, "OperationNotFound", "The operation could not be found.")
    if found.status_target.partition("?")[2] != request.target.partition("?")[2]:
        raise Refusal(400, "InvalidRequestUri", "The signature of the polling URL does not fit.")
    engine.look(azure, request, found)
    body = {"status": found.state}
    if found.error:
        body["error"] = found.error
    return Answer(200, body, {} if found.over else {"Retry-After": str(azure.world["retryAfter"])})


@arm.add("Deployments_Get", "GET", PATH, action=f"{TYPE}/read")
def get(azure, request, subscription, group, name):
    found = find(azure, subscription, group, name)
    if found.hidden > 0:
        found.hidden -= 1
        raise deployment_not_found(name)
    engine.look(azure, request, found)
    return found.shape()


@arm.add("Deployments_CheckExistence", "HEAD", PATH, action=f"{TYPE}/read")
def exists(azure, request, subscription, group, name):
    try:
        find(azure, subscription, group, name)
    except Refusal:
        return Answer(404)
    return Answer(204)


@arm.add("Deployments_ListByResourceGroup", "GET", GROUP, action=f"{TYPE}/read")
def list_all(azure, request, subscription, group):
    where = groups.find(azure, subscription, group)
    found = [d for d in azure.world.deployments.values() if ids.key(d.group) == ids.key(where["id"])]
    text = request.query.get("$filter", "")
    if text.lower().startswith("provisioningstate eq "):
        found = [d for d in found if d.state.lower() == text[21:].strip("'").lower()]
    return page(azure, request, found[::-1], lambda d: d.shape())


@arm.add("Deployments_Delete", "DELETE", PATH, action=f"{TYPE}/delete")
def delete(azure, request, subscription, group, name):
    try:
        found = find(azure, subscription, group, name)
    except Refusal as refusal:
        if refusal.code != "DeploymentNotFound":
            raise
        return Answer(204)
    if not found.over:
        raise Refusal(409, "DeploymentActive", f"The deployment '{name}' is still active and cannot be deleted.")

    def finish():
        azure.world.deployments.pop(ids.key(found.id), None)
        return Answer(204)
    return later(azure, request, finish)


@arm.add("Deployments_Cancel", "POST", PATH + "/cancel", action=f"{TYPE}/cancel/action")
def cancel(azure, request, subscription, group, name):
    found = find(azure, subscription, group, name)
    if found.over:
        raise Refusal(409, "DeploymentCannotBeCancelled", f"The deployment '{name}' cannot be cancelled because the provisioning "
                      f"state is '{found.state}'.")
    engine.cancel(found)
    return Answer(204)


@arm.add("Deployments_Validate", "POST", PATH + "/validate", action=f"{TYPE}/validate/action")
def validate(azure, request, subscription, group, name):
    where = groups.writable(azure, subscription, group)
    _, properties = begin.read(request)
    made = begin.plan(azure, request, where, name, properties, correlation_of(request))
    wanted = begin.check(azure, request, made)
    shape = made.shape()
    shape["properties"]["provisioningState"] = "Succeeded"
    shape["properties"]["validatedResources"] = [{"id": one.id} for one, _ in wanted]
    return shape


@arm.add("Deployments_ExportTemplate", "POST", PATH + "/exportTemplate", action=f"{TYPE}/exportTemplate/action")
def export(azure, request, subscription, group, name):
    return {"template": find(azure, subscription, group, name).template}


@arm.add("Deployments_CalculateTemplateHash", "POST", "/providers/Microsoft.Resources/calculateTemplateHash")
def calculate(azure, request):
    return {"templateHash": template_hash(request.json()), "minifiedTemplate": request.body.decode()}
