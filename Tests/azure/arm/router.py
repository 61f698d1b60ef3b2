"""Which handler answers for which path. Handlers register themselves with the name of the operation in Microsoft's
specification, the action that a principal needs for it, and the path as the specification writes it."""
import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Route:
    """A handler, and what must hold before it is asked."""

    operation: str
    method: str
    pattern: re.Pattern
    weight: int
    action: str | None
    handler: object
    versioned: bool = True


class Router:
    """Routes of one service, the more specific ones first."""

    def __init__(self):
        self.routes = []

    def add(self, operation, method, path, action=None, versioned=True):
        """Decorator of a handler: `handler(azure, request, **names in braces)` gives an Answer or a JSON value."""
        def register(handler):
            for one in [path] if isinstance(path, str) else path:
                self.routes.append(Route(operation, method, self._compile(one), self._weight(one), action, handler,
                                         versioned))
            self.routes.sort(key=lambda route: -route.weight)
            return handler
        return register

    @staticmethod
    def _weight(path):
        return len(re.sub(r"\{[^}]+\}", "", path))

    @staticmethod
    def _compile(path):
        text = ""
        for part in re.split(r"(\{[^}]+\})", path):
            if part.startswith("{"):
                name = part[1:-1]
                text += f"(?P<{name}>.+?)" if name in ("scope", "resource") else f"(?P<{name}>[^/]+)"
            else:
                text += re.escape(part)
        return re.compile(f"^{text}/?$", re.I)

    def find(self, method, path):
        """(route, names), or (None, methods that the path takes)."""
        others = []
        for route in self.routes:
            match = route.pattern.match(path)
            if not match:
                continue
            if route.method == method:
                return route, match.groupdict()
            others.append(route.method)
        return None, sorted(set(others))


arm = Router()
authority = Router()
imds = Router()
vault = Router()
blob = Router()
