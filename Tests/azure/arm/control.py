"""The switchboard for tests in other languages: look at the state and change it while the server runs."""
import json

from .exchange import Answer


def answer(azure, request):
    """`GET /world`, `PATCH /world`, `PUT /faults`, `GET /count`."""
    with azure.lock:
        if request.path == "/count":
            return Answer(200, {"count": azure.count, "faultsUsed": azure.faults.used})
        if request.path == "/world" and request.method == "GET":
            return Answer(200, {
                "resources": [r["id"] for r in azure.world.resources.values()],
                "groups": [g["id"] for g in azure.world.groups.values()],
                "deployments": {d.id: d.state for d in azure.world.deployments.values()}})
        if request.path == "/world" and request.method == "PATCH":
            azure.world.change(json.loads(request.body))
            return Answer(200, {})
        if request.path == "/faults" and request.method == "PUT":
            azure.faults.clear()
            for rule in json.loads(request.body):
                azure.faults.add(rule)
            return Answer(200, {})
    return Answer(404, {"error": "no such switch"})
