"""Reads a deployment template as Azure Resource Manager would, as far as networks need it: expressions, loops, nested
deployments. Written apart from slipway's planner, so that one does not repeat the other's mistakes."""
import json
import re

TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(-?\d+)|([A-Za-z_][\w]*)|(.))")


class Unknown(str):
    """A value that only the service knows; equal texts are one value."""


class Expression:
    """Evaluates one expression of the template language."""

    def __init__(self, text, scope):
        self.tokens = [match for match in TOKEN.findall(text) if any(match)]
        self.place, self.scope = 0, scope

    def peek(self):
        return self.tokens[self.place][3] if self.place < len(self.tokens) else ""

    def take(self):
        self.place += 1
        return self.tokens[self.place - 1]

    def value(self):
        text, number, name, _ = self.take()
        if text:
            value = text[1:-1].replace("''", "'")
        elif number:
            value = int(number)
        else:
            value = self.call(name)
        while self.peek() in (".", "["):
            if self.take()[3] == ".":
                value = member(value, self.take()[2])
            else:
                value = member(value, self.value())
                self.take()
        return value

    def call(self, name):
        self.take()
        arguments = []
        while self.peek() != ")":
            arguments.append(self.value())
            if self.peek() == ",":
                self.take()
        self.take()
        return self.scope.call(name.lower(), arguments)


def member(value, key):
    if isinstance(value, Unknown):
        return Unknown(f"{value}.{key}")
    return value[key]


class Scope:
    """What expressions of one template refer to."""

    def __init__(self, template, parameters):
        self.variables, self.given, self.loops = template.get("variables", {}), parameters, {}
        self.declared = template.get("parameters", {})

    def call(self, name, arguments):
        if name == "parameters":
            key = arguments[0]
            if key in self.given:
                return self.given[key]
            standard = self.declared[key].get("defaultValue")
            return self.evaluate(standard) if standard is not None else Unknown(f"parameter:{key}")
        if name == "variables":
            return self.evaluate(self.variables[arguments[0]])
        if name == "copyindex":
            loop = arguments.pop(0) if arguments and isinstance(arguments[0], str) else ""
            return self.loops[loop] + (arguments[0] if arguments else 0)
        if name == "concat":
            return "".join(map(str, arguments))
        if name == "resourceid":
            return resource_id(arguments)
        if name == "equals":
            return arguments[0] == arguments[1]
        if name == "if":
            return arguments[1] if arguments[0] else arguments[2]
        if name == "createarray":
            return list(arguments)
        if name == "createobject":
            return dict(zip(arguments[::2], arguments[1::2]))
        return Unknown(f"{name}({json.dumps(arguments, default=str)})")

    def evaluate(self, value):
        if isinstance(value, str) and value.startswith("[") and value.endswith("]"):
            return value[1:] if value.startswith("[[") else Expression(value[1:-1], self).value()
        if isinstance(value, list):
            return [self.evaluate(item) for item in value]
        if isinstance(value, dict):
            result = {key: self.evaluate(item) for key, item in value.items() if key != "copy"}
            for loop in value.get("copy", []) if isinstance(value.get("copy"), list) else []:
                result[loop["name"]] = []
                for index in range(self.evaluate(loop["count"])):
                    self.loops[loop["name"]] = index
                    result[loop["name"]].append(self.evaluate(loop["input"]))
            return result
        return value


def resource_id(arguments):
    type_at = next(index for index, text in enumerate(arguments) if "/" in str(text))
    kind, names = arguments[type_at].split("/"), arguments[type_at + 1:]
    return f"/{kind[0]}/" + "/".join(f"{part}/{name}" for part, name in zip(kind[1:], names))


def resources(template, parameters=None):
    """Every resource after loops and nested deployments: type in lower case, name, and evaluated body."""
    scope = Scope(template, parameters or {})
    found = []
    for resource in template["resources"]:
        loop = resource.get("copy")
        for index in range(scope.evaluate(loop["count"]) if loop else 1):
            scope.loops[""] = index
            kind = resource["type"].lower()
            if kind == "microsoft.resources/deployments":
                given = {key: scope.evaluate(value["value"])
                         for key, value in resource["properties"].get("parameters", {}).items()}
                found += resources(resource["properties"]["template"], given)
                continue
            body = scope.evaluate({key: value for key, value in resource.items() if key != "copy"})
            found.append((kind, body["name"], body))
    return found


def outputs(template):
    scope = Scope(template, {})
    return {name: scope.evaluate(output["value"]) for name, output in template.get("outputs", {}).items()}


def same(first, second):
    """Whether two ids mean one resource: whole ids are compared by what stands after the provider."""
    return tail(first) == tail(second)


def tail(text):
    return str(text).lower().rpartition("/providers")[2]
