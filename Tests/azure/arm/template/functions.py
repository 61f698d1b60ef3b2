"""The functions of the template language that need nothing but their arguments."""
import base64
import json
import uuid

from .expressions import TemplateError

NAMESPACE = uuid.UUID("11fb06fb-712d-4ddd-98c7-e71bbd588830")


def text_of(value):
    """A value as `string()` and `concat()` write it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, separators=(",", ":"))


def _concat(*parts):
    if parts and isinstance(parts[0], list):
        return [item for part in parts for item in part]
    return "".join(text_of(part) for part in parts)


def _format(pattern, *values):
    for index, value in enumerate(values):
        pattern = pattern.replace("{%d}" % index, text_of(value))
    return pattern


def _object(*pairs):
    if len(pairs) % 2:
        raise TemplateError("The template function 'createObject' expects an even number of arguments.")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def _contains(container, item):
    if isinstance(container, dict):
        return item.lower() in {name.lower() for name in container}
    return item in container


def _union(*values):
    if isinstance(values[0], dict):
        merged = {}
        for value in values:
            merged.update(value)
        return merged
    return list(dict.fromkeys(item for value in values for item in value))


def _equals(left, right):
    if isinstance(left, bool) != isinstance(right, bool):
        return False
    return left == right


def _unique(*parts):
    digits = uuid.uuid5(NAMESPACE, "-".join(parts)).int
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(alphabet[(digits >> (5 * n)) & 31] for n in range(13))


def _first(value):
    return value[0] if value else ("" if isinstance(value, str) else None)


FUNCTIONS = {
    "add": lambda a, b: a + b,
    "and": lambda *a: all(a),
    "array": lambda a: a if isinstance(a, list) else [a],
    "base64": lambda a: base64.b64encode(a.encode()).decode(),
    "base64tostring": lambda a: base64.b64decode(a).decode(),
    "bool": lambda a: a if isinstance(a, bool) else str(a).lower() in ("true", "1"),
    "coalesce": lambda *a: next((v for v in a if v is not None), None),
    "concat": _concat,
    "contains": _contains,
    "createarray": lambda *a: list(a),
    "createobject": _object,
    "div": lambda a, b: int(a / b),
    "empty": lambda a: not a,
    "endswith": lambda a, b: a.lower().endswith(b.lower()),
    "equals": _equals,
    "false": lambda: False,
    "first": _first,
    "format": _format,
    "greater": lambda a, b: a > b,
    "greaterorequals": lambda a, b: a >= b,
    "guid": lambda *a: str(uuid.uuid5(NAMESPACE, "-".join(a))),
    "int": int,
    "join": lambda a, b: b.join(map(text_of, a)),
    "json": json.loads,
    "last": lambda a: a[-1] if a else None,
    "length": len,
    "less": lambda a, b: a < b,
    "lessorequals": lambda a, b: a <= b,
    "max": lambda *a: max(a[0] if isinstance(a[0], list) else a),
    "min": lambda *a: min(a[0] if isinstance(a[0], list) else a),
    "mod": lambda a, b: a % b,
    "mul": lambda a, b: a * b,
    "not": lambda a: not a,
    "null": lambda: None,
    "or": lambda *a: any(a),
    "padleft": lambda a, b, c=" ": text_of(a).rjust(b, c),
    "range": lambda a, b: list(range(a, a + b)),
    "replace": lambda a, b, c: a.replace(b, c),
    "skip": lambda a, b: a[b:],
    "split": lambda a, b: a.split(b),
    "startswith": lambda a, b: a.lower().startswith(b.lower()),
    "string": text_of,
    "sub": lambda a, b: a - b,
    "substring": lambda a, b, c=None: a[b:] if c is None else a[b:b + c],
    "take": lambda a, b: a[:b],
    "tolower": str.lower,
    "toupper": str.upper,
    "trim": str.strip,
    "true": lambda: True,
    "union": _union,
    "uniquestring": _unique,
    "uri": lambda a, b: a.rstrip("/") + "/" + b.lstrip("/"),
    "uricomponent": lambda a: __import__("urllib.parse").parse.quote(a, safe=""),
}
