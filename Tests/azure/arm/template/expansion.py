"""Takes a template apart into the resources that it asks for, with their ids and what each waits for."""
import dataclasses

from .. import ids
from .expressions import TemplateError
from .scope import Scope

TYPES = {"string": str, "securestring": str, "int": int, "bool": bool, "object": dict, "secureobject": dict, "array": list}
LIMITS = {"parameters": 256, "variables": 256, "outputs": 64}
MOST_RESOURCES = 800
NESTED = "microsoft.resources/deployments"


@dataclasses.dataclass
class Place:
    """Where a deployment stands: what resourceGroup(), subscription() and deployment() say."""

    tenant: str
    subscription: str
    group: str
    location: str
    deployment: str
    named: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Wanted:
    """One resource that a template asks for."""

    id: str
    type: str
    name: str
    raw: dict
    scope: Scope
    loop: tuple | None
    needs: set = dataclasses.field(default_factory=set)

    def body(self, reference=None):
        """The resource with everything evaluated; `reference` looks resources up."""
        before = self.scope.reference
        if reference:
            self.scope.reference = reference
        try:
            raw = {k: v for k, v in self.raw.items() if k not in ("dependsOn", "copy", "condition", "comments")}
            if self.type.lower() == NESTED:
                properties = dict(raw["properties"])
                inner = properties.pop("template", {})
                raw["properties"] = properties
            with _turn(self.scope, self.loop):
                body = self.scope.value(raw)
            if self.type.lower() == NESTED:
                body["properties"]["template"] = inner
            return body
        finally:
            self.scope.reference = before


class _NoTurn:
    def __enter__(self):
        return self

    def __exit__(self, *problem):
        return None


def _turn(scope, loop):
    return scope.turn(*loop, implied=True) if loop else _NoTurn()


def parameters_of(template, given, secret):
    """Values of a template's parameters. `secret(reference)` resolves Key Vault references."""
    values, declared = {}, {name.lower(): (name, rule) for name, rule in template.get("parameters", {}).items()}
    for name in given:
        if name.lower() not in declared:
            raise TemplateError(f"The template parameters '{name}' in the parameters file are not valid; they are not present "
                                "in the original template and can therefore not be provided at deployment time.")
    lower = {name.lower(): entry for name, entry in given.items()}
    for key, (name, rule) in declared.items():
        entry = lower.get(key)
        if entry is None:
            if "defaultValue" not in rule:
                raise TemplateError(f"The value for the template parameter '{name}' is not provided.")
            values[name] = rule["defaultValue"]
            continue
        value = secret(entry["reference"]) if "reference" in entry else entry.get("value")
        kind = TYPES.get(str(rule.get("type", "")).lower(), object)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise TemplateError(f"The provided value for the template parameter '{name}' is not valid: expected a value of "
                                f"type '{rule.get('type')}'.")
        values[name] = value
    return values


def open_scope(template, parameters, place):
    """The scope of a template with its parameters' defaults evaluated."""
    for section, most in LIMITS.items():
        if len(template.get(section, {})) > most:
            raise TemplateError(f"The template has more than {most} {section}.")
    scope = Scope(place, parameters, template.get("variables", {}))
    for name, rule in template.get("parameters", {}).items():
        if name.lower() in scope.parameters and scope.parameters[name.lower()] is rule.get("defaultValue"):
            scope.parameters[name.lower()] = scope.value(rule.get("defaultValue"))
    return scope


def expand(template, scope):
    """All resources of a template, in its order; loops unrolled, conditions decided, names and needs evaluated."""
    wanted, left_out = [], set()
    for raw in template.get("resources", []):
        loop = raw.get("copy")
        if loop is None:
            turns = [None]
        else:
            turns = [(loop["name"], index) for index in range(scope.value(loop["count"]))]
        for turn in turns:
            with _turn(scope, turn):
                one = _wanted(raw, scope, turn)
                if scope.value(raw.get("condition", True)):
                    wanted.append(one)
                else:
                    left_out.add(ids.key(one.id))
        if len(wanted) > MOST_RESOURCES:
            raise TemplateError(f"The number of template resources exceeds the limit of '{MOST_RESOURCES}'.")
    seen = set()
    for one in wanted:
        if ids.key(one.id) in seen:
            raise TemplateError(f"The resource '{one.id}' is defined multiple times in a template.")
        seen.add(ids.key(one.id))
    _needs(wanted, scope, left_out)
    return wanted


def _wanted(raw, scope, turn):
    kind, name = raw["type"], scope.value(raw["name"])
    if not raw.get("apiVersion"):
        raise TemplateError(f"The template resource '{name}' has no apiVersion.")
    base = raw.get("scope") and scope.value(raw["scope"])
    if base and not base.startswith("/"):
        # A scope without a slash is a resource of the deployment's own group.
        base = f"{scope.place.group}/providers/{base}"
    if not base:
        place = scope.place
        base = place.group
        if kind.lower() == NESTED:
            group, subscription = raw.get("resourceGroup"), raw.get("subscriptionId")
            if group:
                base = f"/subscriptions/{scope.value(subscription) if subscription else place.subscription}" \
                       f"/resourceGroups/{scope.value(group)}"
    try:
        identifier = ids.build(base, kind, name)
    except ValueError:
        raise TemplateError(f"The template resource '{name}' of type '{kind}' has an incorrect number of segments.") from None
    scope.place.named.setdefault(name.lower(), identifier)
    return Wanted(identifier, kind, name, raw, scope, turn)


def _needs(wanted, scope, conditional):
    by_id = {ids.key(one.id): one for one in wanted}
    by_loop, by_name = {}, {}
    for one in wanted:
        by_name.setdefault(one.name.lower(), ids.key(one.id))
        if one.loop:
            by_loop.setdefault(one.loop[0].lower(), set()).add(ids.key(one.id))
    skipped = set()
    for one in wanted:
        with _turn(scope, one.loop):
            for entry in one.raw.get("dependsOn", []):
                target = scope.value(entry)
                if ids.key(target) in by_id:
                    one.needs.add(ids.key(target))
                elif target.lower() in by_loop:
                    one.needs |= by_loop[target.lower()]
                elif target.lower() in by_name:
                    one.needs.add(by_name[target.lower()])
                else:
                    skipped.add(target)
    for target in skipped:
        # ARM takes an id of a resource whose condition is false, and refuses one that stands nowhere in the template.
        if ids.key(target) not in conditional:
            raise TemplateError(f"The resource '{target}' is not defined in the template.")
    _no_cycles(by_id)


def _no_cycles(by_id):
    left = {key: set(one.needs) for key, one in by_id.items()}
    while left:
        free = [key for key, needs in left.items() if not needs & left.keys()]
        if not free:
            raise TemplateError("Deployment template validation failed: a circular dependency was detected on resource "
                                f"'{by_id[next(iter(left))].id}'.")
        for key in free:
            del left[key]
