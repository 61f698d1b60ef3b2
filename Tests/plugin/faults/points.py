"""Fault points: what they are, which are chosen, and how they are counted."""
import dataclasses
import functools
import typing
import zlib


@dataclasses.dataclass(frozen=True)
class Point:
    """One fault. `run` takes the node and raises AssertionError; it gives False when the fault did not come about."""
    name: str
    run: typing.Callable


@dataclasses.dataclass(frozen=True)
class Depth:
    """How many points are tried, and which names are asked for. The choice is the same in every run."""
    full: bool
    only: str = ""

    def wants(self, beginning):
        """Whether a point whose name begins so may be asked for; spares the preparation of the others."""
        return beginning.startswith(self.only) or self.only.startswith(beginning)

    def some(self, items, count):
        """All items, or `count` of them, evenly spread from the first to the last."""
        items = list(items)
        if self.full or len(items) <= count:
            return items
        if count == 1:
            return [items[len(items) // 2]]
        return [items[round(i * (len(items) - 1) / (count - 1))] for i in range(count)]

    def turns(self, items, turn):
        """All items, or the one whose turn it is."""
        return list(items) if self.full else [items[turn % len(items)]]


def belongs(point, share, shares):
    """Whether the point is one of this share's. It hangs on nothing but the name."""
    return zlib.crc32(point.name.encode()) % shares == share


def point(name, function, *arguments):
    return Point(name, functools.partial(function, *arguments))
