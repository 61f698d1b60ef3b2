"""Resource ids: taking them apart and putting them together. ARM compares them without regard to case."""
import re
import uuid

NAMESPACE = uuid.UUID("5d1f4a3e-0000-4000-8000-736c69707761")


def key(identifier):
    """The form under which a resource is stored."""
    return identifier.rstrip("/").lower()


def subscription_of(identifier):
    match = re.match(r"/subscriptions/([^/]+)", identifier, re.I)
    return match.group(1) if match else None


def group_of(identifier):
    match = re.match(r"/subscriptions/[^/]+/resourceGroups/([^/]+)", identifier, re.I)
    return match.group(1) if match else None


def type_of(identifier):
    """`Microsoft.Network/virtualNetworks/subnets` of such an id; None where it is none."""
    parts = re.split(r"/providers/", identifier, flags=re.I)
    if len(parts) < 2:
        return None
    words = parts[-1].strip("/").split("/")
    if len(words) < 3 or len(words) % 2 == 0:
        return None
    return "/".join([words[0], *words[1::2]])


def name_of(identifier):
    return identifier.rstrip("/").rsplit("/", 1)[-1]


def parent_of(identifier):
    """The id of the resource that a child belongs to; the scope of a top-level one."""
    words = identifier.rstrip("/").split("/")
    if type_of(identifier).count("/") > 1:
        return "/".join(words[:-2])
    return re.split(r"/providers/", identifier, flags=re.I)[0]


def build(scope, kind, name):
    """The id of a resource of a type with one name for each of its segments."""
    namespace, *types = kind.split("/")
    names = name.split("/")
    pairs = "".join(f"/{t}/{n}" for t, n in zip(types, names, strict=True))
    return f"{scope}/providers/{namespace}{pairs}"


def guid(*parts):
    """A GUID that is the same for the same parts."""
    return str(uuid.uuid5(NAMESPACE, "-".join(map(str, parts))))
