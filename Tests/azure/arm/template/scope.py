"""Evaluates templates' values in the scope of one deployment: its parameters, variables, group and loops."""
from urllib.parse import quote

from .. import ids
from .expressions import TemplateError, is_expression, parse, plain
from .functions import FUNCTIONS


class Unknown(dict):
    """What reference() gives before the resource exists: every property of it is unknown too."""

    def __missing__(self, name):
        return "{later}"


def _later(identifier, full):
    return Unknown()


class Scope:
    """Where expressions are evaluated. `reference(id, full)` gives a resource's properties; by default they are unknown."""

    def __init__(self, place, parameters, variables, reference=_later):
        self.place = place
        self.parameters = {name.lower(): value for name, value in parameters.items()}
        self._variables = {name.lower(): value for name, value in variables.items()}
        self._known = {}
        self._open = set()
        self.loops = {}
        self.reference = reference

    def value(self, raw):
        """A value of the template with all its expressions evaluated and its property loops unrolled."""
        if isinstance(raw, str):
            return self.tree(parse(raw)) if is_expression(raw) else plain(raw)
        if isinstance(raw, list):
            return [self.value(item) for item in raw]
        if isinstance(raw, dict):
            made = {}
            for name, item in raw.items():
                if name == "copy" and isinstance(item, list):
                    made.update(self._property_loops(item))
                else:
                    made[self.value(name)] = self.value(item)
            return {name: item for name, item in made.items() if item is not None or raw.get(name) is None}
        return raw

    def _property_loops(self, loops):
        made = {}
        for loop in loops:
            name, turns = loop["name"], []
            for index in range(self.value(loop["count"])):
                with self.turn(name, index):
                    turns.append(self.value(loop["input"]))
            made[name] = turns
        return made

    def turn(self, name, index, implied=False):
        """A context in which copyIndex(name) is the index; `implied`: copyIndex() without a name too."""
        return _Turn(self, name.lower(), index, implied)

    def tree(self, tree):
        """The value of a parsed expression."""
        kind = tree[0]
        if kind in ("text", "number"):
            return tree[1]
        if kind == "member":
            return self._member(self.tree(tree[1]), tree[2])
        if kind == "item":
            container, index = self.tree(tree[1]), self.tree(tree[2])
            if isinstance(container, dict):
                return self._member(container, index)
            try:
                return container[index]
            except (IndexError, TypeError):
                raise TemplateError(f"The language expression property array index '{index}' is out of bounds.") from None
        return self._call(tree[1], tree[2])

    @staticmethod
    def _member(container, name):
        if container == "{later}":
            return container
        if isinstance(container, Unknown):
            return container[name]
        if not isinstance(container, dict):
            raise TemplateError(f"The language expression property '{name}' can't be evaluated: it is no object.")
        for one, value in container.items():
            if one.lower() == name.lower():
                return value
        raise TemplateError(f"The language expression property '{name}' doesn't exist, available properties are "
                            f"'{', '.join(container)}'.")

    def _call(self, name, arguments):
        if name == "if":
            return self.tree(arguments[1] if self.tree(arguments[0]) else arguments[2])
        own = getattr(self, "_f_" + name, None)
        if own is None and name not in FUNCTIONS:
            raise TemplateError(f"The template function '{name}' is not valid.")
        values = [self.tree(argument) for argument in arguments]
        try:
            return (own or FUNCTIONS[name])(*values)
        except (TypeError, ValueError, AttributeError) as error:
            raise TemplateError(f"Unable to evaluate template language function '{name}': {error}") from None

    # Functions that need the scope

    def _f_parameters(self, name):
        if name.lower() not in self.parameters:
            raise TemplateError(f"The template parameter '{name}' is not found.")
        return self.parameters[name.lower()]

    def _f_variables(self, name):
        key = name.lower()
        if key not in self._variables:
            raise TemplateError(f"The template variable '{name}' is not found.")
        if key not in self._known:
            if key in self._open:
                raise TemplateError(f"The template variable '{name}' refers to itself.")
            self._open.add(key)
            self._known[key] = self.value(self._variables[key])
            self._open.discard(key)
        return self._known[key]

    def _f_copyindex(self, *arguments):
        name = arguments[0].lower() if arguments and isinstance(arguments[0], str) else ""
        offset = next((a for a in arguments if isinstance(a, int)), 0)
        if name not in self.loops:
            raise TemplateError("The template function 'copyIndex' is not expected at this location.")
        return self.loops[name] + offset

    def _f_resourcegroup(self):
        return {"id": self.place.group, "name": ids.name_of(self.place.group), "location": self.place.location,
                "type": "Microsoft.Resources/resourceGroups", "properties": {"provisioningState": "Succeeded"}}

    def _f_subscription(self):
        return {"id": f"/subscriptions/{self.place.subscription}", "subscriptionId": self.place.subscription,
                "tenantId": self.place.tenant, "displayName": "Platform"}

    def _f_tenant(self):
        return {"tenantId": self.place.tenant}

    def _f_deployment(self):
        return {"name": self.place.deployment, "properties": {}}

    def _f_environment(self):
        return {"name": "AzureCloud", "resourceManager": "https://management.azure.com/",
                "suffixes": {"storage": "core.windows.net", "keyvaultDns": ".vault.azure.net"}}

    def _f_resourceid(self, *arguments):
        at = next((n for n, a in enumerate(arguments) if "/" in a), None)
        if at is None:
            raise TemplateError("Unable to evaluate template language function 'resourceId': no resource type.")
        group, subscription = self.place.group, self.place.subscription
        if at == 1:
            group = f"/subscriptions/{subscription}/resourceGroups/{arguments[0]}"
        elif at == 2:
            group = f"/subscriptions/{arguments[0]}/resourceGroups/{arguments[1]}"
        return self._build(group, arguments[at], arguments[at + 1:])

    def _f_subscriptionresourceid(self, *arguments):
        at = next(n for n, a in enumerate(arguments) if "/" in a)
        subscription = arguments[0] if at else self.place.subscription
        return self._build(f"/subscriptions/{subscription}", arguments[at], arguments[at + 1:])

    def _f_tenantresourceid(self, kind, *names):
        return self._build("", kind, names)

    def _f_extensionresourceid(self, base, kind, *names):
        return self._build(base, kind, names)

    @staticmethod
    def _build(scope, kind, names):
        try:
            return ids.build(scope, kind, "/".join(names))
        except ValueError:
            raise TemplateError(f"Unable to evaluate template language function 'resourceId': the type '{kind}' requires "
                                f"{kind.count('/')} resource name arguments.") from None

    def _f_reference(self, identifier, version="", full=""):
        if not identifier.startswith("/"):
            identifier = self.place.named.get(identifier.lower(), identifier)
        return self.reference(identifier, full.lower() == "full")

    def _f_listkeys(self, identifier, version=""):
        return {"keys": [{"keyName": "key1", "value": quote(ids.guid(identifier, "key1")), "permissions": "FULL"}]}


class _Turn:
    def __init__(self, scope, name, index, implied):
        self.scope, self.index, self.names = scope, index, [name, ""] if implied else [name]

    def __enter__(self):
        self.before = dict(self.scope.loops)
        for name in self.names:
            self.scope.loops[name] = self.index

    def __exit__(self, *problem):
        self.scope.loops = self.before
