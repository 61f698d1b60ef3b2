"""Operations of a deployment: one for each resource that has begun, in pages."""
from ..exchange import Refusal
from ..paging import page
from ..router import arm
from .api import TYPE, find
from .deployment import operation_shape

PLACES = ["/subscriptions/{subscription}/resourceGroups/{group}/deployments/{name}/operations",
          "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Resources/deployments/{name}/operations"]


def _begun(deployment):
    return [t for t in deployment.tasks.values() if t.started is not None]


@arm.add("DeploymentOperations_List", "GET", PLACES, action=f"{TYPE}/operations/read")
def list_all(azure, request, subscription, group, name):
    found = find(azure, subscription, group, name)
    return page(azure, request, _begun(found), lambda t: operation_shape(found, t))


@arm.add("DeploymentOperations_Get", "GET", [f"{p}/{{operation}}" for p in PLACES], action=f"{TYPE}/operations/read")
def get(azure, request, subscription, group, name, operation):
    found = find(azure, subscription, group, name)
    for task in _begun(found):
        if task.operation == operation:
            return operation_shape(found, task)
    raise Refusal(404, "DeploymentOperationNotFound", f"The deployment operation '{operation}' could not be found.")
