"""A deployment and the work in it."""
import dataclasses
import datetime
import hashlib
import json

from .. import ids
from ..clock import duration, iso, now

TERMINAL = ("Succeeded", "Failed", "Canceled")


@dataclasses.dataclass
class Task:
    """One resource of a deployment on its way."""

    wanted: object
    operation: str
    state: str = "Waiting"
    started: datetime.datetime | None = None
    ended: datetime.datetime | None = None
    message: dict | None = None
    status: str = "OK"
    child: object = None

    def end(self, state, status="OK", message=None):
        self.state, self.status, self.message, self.ended = state, status, message, now()


@dataclasses.dataclass
class Deployment:
    """What a PUT asked for, and how far it has come."""

    id: str
    group: str
    correlation: str
    template: dict
    scope: object
    mode: str
    tasks: dict
    status_id: str
    status_target: str = ""
    state: str = "Accepted"
    started: datetime.datetime = dataclasses.field(default_factory=now)
    ended: datetime.datetime | None = None
    looked: float = 0.0
    hidden: int = 0
    error: dict | None = None
    outputs: dict = dataclasses.field(default_factory=dict)
    tags: dict | None = None
    principal: dict | None = None
    parameters: dict = dataclasses.field(default_factory=dict)

    @property
    def name(self):
        return ids.name_of(self.id)

    @property
    def over(self):
        return self.state in TERMINAL

    def shape(self):
        """The deployment as ARM shows it: no template, no secret."""
        properties = {
            "templateHash": template_hash(self.template), "parameters": self.parameters, "mode": self.mode,
            "provisioningState": self.state, "timestamp": iso(self.ended or self.started),
            "duration": duration(self.started, self.ended), "correlationId": self.correlation,
            "providers": self._providers(), "dependencies": self._dependencies(),
        }
        if self.state == "Succeeded":
            properties["outputs"] = self.outputs
            properties["outputResources"] = [{"id": t.wanted.id} for t in self.tasks.values()]
        if self.error:
            properties["error"] = self.error
        body = {"id": self.id, "name": self.name, "type": "Microsoft.Resources/deployments", "properties": properties}
        if self.tags:
            body["tags"] = self.tags
        return body

    def _providers(self):
        spaces = {}
        for task in self.tasks.values():
            space, kind = task.wanted.type.split("/", 1)
            spaces.setdefault(space, {})[kind] = None
        return [{"namespace": s, "resourceTypes": [{"resourceType": k, "locations": [self.scope.place.location]} for k in kinds]}
                for s, kinds in spaces.items()]

    def _dependencies(self):
        made = []
        for task in list(self.tasks.values())[:100]:
            needs = [self.tasks[key].wanted for key in sorted(task.wanted.needs)]
            if needs:
                made.append({**_reference(task.wanted), "dependsOn": [_reference(one) for one in needs]})
        return made


def _reference(wanted):
    return {"id": wanted.id, "resourceType": wanted.type, "resourceName": wanted.name}


def template_hash(template):
    """A number that is the same for the same template."""
    digest = hashlib.sha256(json.dumps(template, sort_keys=True).encode()).digest()
    return str(int.from_bytes(digest[:8], "big"))


def operation_shape(deployment, task):
    """A deployment operation as ARM lists it."""
    properties = {
        "provisioningOperation": "Create", "provisioningState": task.state, "timestamp": iso(task.ended or task.started),
        "duration": duration(task.started, task.ended), "statusCode": task.status,
        "serviceRequestId": ids.guid(deployment.id, task.operation, "request"),
        "targetResource": {"id": task.wanted.id, "resourceType": task.wanted.type, "resourceName": task.wanted.name},
    }
    if task.message:
        properties["statusMessage"] = task.message
    return {"id": f"{deployment.id}/operations/{task.operation}", "operationId": task.operation, "properties": properties}
