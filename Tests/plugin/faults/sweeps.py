"""All kinds of faults, in the order in which they are tried."""
from . import clocks, corrupt, crowd, errors, kill, machine, sources, storage, streams, under_way

ALL = [kill, errors, streams, under_way, storage, corrupt, sources, machine, clocks, crowd]
