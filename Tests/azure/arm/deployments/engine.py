"""Moves a deployment on: wave by wave, each time somebody looks."""
import copy
import re
import time

from .. import access, ids
from ..clock import now
from ..errors import deployment_failed, failure, status_message, words
from ..exchange import Refusal
from ..providers.creation import create
from ..template.expansion import NESTED
from ..template.expressions import TemplateError
from . import begin


def look(azure, request, deployment):
    """Somebody looks at a deployment: one wave further, or as many as the pace allows."""
    pace = azure.world["pace"]
    if not pace:
        return tick(azure, request, deployment)
    moment = time.monotonic()
    deployment.looked = deployment.looked or moment
    while not deployment.over and deployment.looked + pace <= moment:
        deployment.looked += pace
        tick(azure, request, deployment)


def tick(azure, request, deployment):
    """One wave: what runs ends, what has waited for it begins."""
    if deployment.over:
        return
    if deployment.state == "Accepted":
        deployment.state = "Running"
        _start(azure, request, deployment)
        return
    for task in [t for t in deployment.tasks.values() if t.state == "Running"]:
        _advance(azure, request, deployment, task)
    _start(azure, request, deployment)
    if not any(t.state == "Running" for t in deployment.tasks.values()):
        _finish(azure, deployment)


def _start(azure, request, deployment):
    states = {key: task.state for key, task in deployment.tasks.items()}
    for task in deployment.tasks.values():
        if task.state == "Waiting" and all(states[key] == "Succeeded" for key in task.wanted.needs):
            task.state, task.started, task.status = "Running", now(), "Created"
            if task.wanted.type.lower() == NESTED:
                _start_nested(azure, request, deployment, task)


def _start_nested(azure, request, deployment, task):
    try:
        child = begin.nested(azure, request, task, task.wanted.body(lookup(azure, deployment)), deployment.correlation)
    except Refusal as refusal:
        task.end("Failed", words(refusal.status), {"error": refusal.error})
        return
    task.child = child
    child.principal = deployment.principal
    azure.world.deployments[ids.key(child.id)] = child


def _readable(azure, deployment, kind, identifier):
    """What the deployment's principal may not read, ARM does not read for it."""
    if not access.allowed(azure, deployment.principal, f"{kind}/read", identifier):
        raise Refusal(403, "AuthorizationFailed", f"The client '{deployment.principal['clientId']}' does not have authorization to "
                      f"perform action '{kind}/read' over scope '{identifier}'.")


def lookup(azure, deployment):
    """What reference() finds: a resource as it is now."""
    def reference(identifier, full):
        _readable(azure, deployment, ids.type_of(identifier) or "", identifier)
        found = azure.world.get(identifier) or azure.world.get(re.sub("^/subscriptions/[^/]+/", "/", identifier))
        inner = azure.world.deployments.get(ids.key(identifier))
        if inner is not None:
            return inner.shape() if full else {"outputs": inner.outputs}
        if found is None:
            raise TemplateError(f"The resource '{identifier}' referenced by reference() does not exist: ResourceNotFound")
        return found if full else found["properties"]
    return reference


def _advance(azure, request, deployment, task):
    if task.child is not None:
        tick(azure, request, task.child)
        if task.child.state == "Succeeded":
            _readable(azure, deployment, task.wanted.type, task.wanted.id)
            task.end("Succeeded")
        elif task.child.over:
            task.end("Failed", "Conflict", {"status": "Failed", "error": {
                "code": "DeploymentFailed", "message": "At least one resource deployment operation failed."}})
        return
    stuck = azure.world["stuck"]
    if stuck and re.search(stuck, task.wanted.name):
        return
    error = _told_to_fail(azure, task)
    if error:
        code = error["code"]
        task.end("Failed", "Conflict", status_message(error, late=None if code != "ResourceDeploymentFailure" else False))
        return
    try:
        body = task.wanted.body(lookup(azure, deployment))
        # ARM looks at what it has made.
        _readable(azure, deployment, task.wanted.type, task.wanted.id)
        existed = azure.world.get(task.wanted.id) is not None
        create(azure, task.wanted.id, body)
        task.end("Succeeded", "OK" if existed else "Created")
    except Refusal as refusal:
        task.end("Failed", words(refusal.status), {"error": refusal.error})
    except TemplateError as error:
        task.end("Failed", "BadRequest", {"error": {"code": "InvalidTemplate", "message": str(error)}})


def _told_to_fail(azure, task):
    """The error with which the world wants this resource to fail, or None."""
    for kind, rule in azure.world["failing"].items():
        if kind.lower() == task.wanted.type.lower() and re.search(rule.get("name", ""), task.wanted.name):
            if rule.get("times") is not None:
                if rule["times"] <= 0:
                    return None
                rule["times"] -= 1
            # `errors` gives each resource, by what its name begins with, an error of its own.
            error = rule["error"] if "error" in rule else next(
                (e for start, e in rule["errors"].items() if task.wanted.name.startswith(start)), None)
            if isinstance(error, str):
                return failure(error, name=task.wanted.name, detail=rule.get("detail", "figure"), other=rule.get("other", "other"),
                               **rule.get("figures", {}))
            return copy.deepcopy(error)
    return None


def _finish(azure, deployment):
    deployment.ended = now()
    failed = [t for t in deployment.tasks.values() if t.state == "Failed"]
    if failed:
        deployment.state = "Failed"
        deployment.error = deployment_failed([t.message for t in failed], wrapped=azure.world.settings.get("wrapped", False))
        return
    deployment.scope.reference = lookup(azure, deployment)
    try:
        for name, output in deployment.template.get("outputs", {}).items():
            kind = output["type"][0].upper() + output["type"][1:]
            value = deployment.scope.value(output["value"])
            deployment.outputs[name] = {"type": kind} if kind.lower().startswith("secure") else {"type": kind, "value": value}
        deployment.state = "Succeeded"
    except (TemplateError, Refusal) as error:
        deployment.state = "Failed"
        deployment.error = {"code": "DeploymentOutputEvaluationFailed", "message": str(error)}


def cancel(deployment):
    """Stop what has not ended."""
    deployment.state, deployment.ended = "Canceled", now()
    for task in deployment.tasks.values():
        if task.state == "Running":
            task.end("Canceled", "Conflict")
        if task.child is not None and not task.child.over:
            cancel(task.child)
    deployment.error = {"code": "DeploymentCanceled", "message": "The deployment was canceled."}
