"""From a request body to a deployment: reads, expands and refuses what Azure refuses before it begins."""
import copy
import secrets

from .. import access, ids
from ..exchange import Refusal
from ..providers import groups, vaults
from ..template.expansion import NESTED, Place, expand, open_scope, parameters_of
from ..template.expressions import TemplateError
from . import refusals
from .deployment import Deployment, Task

MOST_BYTES = 4 << 20


def invalid(message):
    return Refusal(400, "InvalidTemplate", f"Deployment template validation failed: '{message}'.",
                   info=[{"type": "TemplateViolation", "info": {"lineNumber": 1, "linePosition": 1, "path": ""}}])


def read(request):
    """The properties of the deployment in a request, refused where they are none."""
    if len(request.body) > MOST_BYTES:
        raise Refusal(413, "RequestContentTooLarge", f"The request content size exceeds the maximum size of {MOST_BYTES} bytes.")
    body = request.json()
    properties = body.get("properties") if isinstance(body, dict) else None
    if not isinstance(properties, dict) or properties.get("mode") not in ("Incremental", "Complete"):
        raise Refusal(400, "InvalidRequestContent", "The request content was invalid: properties with a mode are needed.")
    template = properties.get("template")
    if not isinstance(template, dict) or "resources" not in template or "$schema" not in template:
        raise Refusal(400, "InvalidRequestContent" if template is None else "InvalidTemplate",
                      "The request content was invalid: a template with $schema and resources is needed.")
    if properties.get("parameters") and "$schema" in properties["parameters"]:
        raise Refusal(400, "InvalidRequestContent", "Could not find member '$schema' on object of type 'DeploymentParameter'.")
    return body, properties


def plan(azure, request, group, name, properties, correlation):
    """The deployment that a request asks for, not begun."""
    subscription = ids.subscription_of(group["id"])
    place = Place(azure.world["tenant"], subscription, group["id"], group["location"], name)
    template = properties["template"]
    try:
        given = parameters_of(template, properties.get("parameters") or {}, lambda wanted: vaults.reference(azure, request, wanted))
        scope = open_scope(template, given, place)
        wanted = expand(template, scope)
        for one in wanted:
            body = one.body()
            if one.type.lower() != NESTED:
                refusals.check_shape(one, body)
        for output in template.get("outputs", {}).values():
            scope.value(output.get("value"))
    except TemplateError as error:
        raise invalid(str(error)) from None
    identifier = ids.build(group["id"], "Microsoft.Resources/deployments", name)
    tasks = {ids.key(one.id): Task(one, ids.guid(identifier, one.id, correlation).replace("-", "").upper()[:16])
             for one in wanted}
    made = Deployment(identifier, group["id"], correlation, template, scope, properties["mode"], tasks,
                      status_id=str(secrets.randbelow(10**20)))
    kinds = {n.lower(): str(r.get("type")) for n, r in template.get("parameters", {}).items()}
    made.parameters = {n: {"type": kinds[n][0].upper() + kinds[n][1:]} if kinds[n].lower().startswith("secure") else
                       {"type": kinds[n][0].upper() + kinds[n][1:], "value": copy.deepcopy(v)}
                       for n, v in scope.parameters.items()}
    return made


def flat(azure, request, deployment):
    """All resources that a deployment and its nested ones ask for: (wanted, body) pairs. Nested ones come first expanded."""
    for task in deployment.tasks.values():
        body = task.wanted.body()
        if task.wanted.type.lower() != NESTED:
            yield task.wanted, body
            continue
        yield task.wanted, body
        yield from flat(azure, request, nested(azure, request, task, body, deployment.correlation))


def nested(azure, request, task, body, correlation):
    """The deployment of a nested template, with inner scope."""
    properties = body["properties"]
    if (properties.get("expressionEvaluationOptions") or {}).get("scope", "outer").lower() != "inner":
        raise invalid("this stand-in takes nested templates with inner scope only")
    group = groups.writable(azure, ids.subscription_of(task.wanted.id), ids.group_of(task.wanted.id))
    return plan(azure, request, group, task.wanted.name, properties, correlation)


def check(azure, request, deployment):
    """Everything that providers say in preflight; raises what the deployment would be refused with."""
    wanted = list(flat(azure, request, deployment))
    for one, _ in wanted:
        action = f"{one.type}/write"
        access.demand(azure, request, action, one.id)
    refusals.providers(azure, wanted)
    refusals.linked(azure, request, wanted)
    refusals.preflight(azure, wanted)
    return wanted
