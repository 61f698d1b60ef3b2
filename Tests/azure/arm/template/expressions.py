"""Reads expressions of the template language into trees. Evaluating them is functions.py's work."""
import functools
import re

TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+)|(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[\[\]().,]))")


class TemplateError(Exception):
    """What ARM refuses with InvalidTemplate."""


def is_expression(text):
    """Whether a text of a template is an expression: in brackets, and not begun with two."""
    return text.startswith("[") and text.endswith("]") and not text.startswith("[[")


def plain(text):
    """A text that is no expression, as ARM takes it."""
    return text[1:] if text.startswith("[[") and text.endswith("]") else text


@functools.lru_cache(maxsize=65536)
def parse(text):
    """The tree of an expression with its brackets:
    ("text", s), ("number", n), ("call", name, arguments), ("member", tree, name), ("item", tree, index)."""
    reader = _Reader(text[1:-1])
    tree = reader.value()
    if reader.position != len(reader.tokens):
        raise TemplateError(f"Unable to parse language expression '{text[1:-1][:80]}': unexpected "
                            f"'{reader.tokens[reader.position][1]}'.")
    return tree


class _Reader:
    def __init__(self, text):
        self.text, self.tokens, self.position = text, [], 0
        at = 0
        while at < len(text):
            if text[at:].isspace():
                break
            match = TOKEN.match(text, at)
            if not match:
                raise TemplateError(f"Unable to parse language expression '{text[:80]}': unexpected character at {at}.")
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            at = match.end()

    def peek(self):
        return self.tokens[self.position] if self.position < len(self.tokens) else ("end", "")

    def take(self, sign):
        if self.peek() != ("sign", sign):
            raise TemplateError(f"Unable to parse language expression '{self.text[:80]}': expected '{sign}'.")
        self.position += 1

    def value(self):
        kind, text = self.peek()
        self.position += 1
        if kind == "text":
            tree = ("text", text[1:-1].replace("''", "'"))
        elif kind == "number":
            tree = ("number", int(text))
        elif kind == "word":
            tree = ("call", text.lower(), self.arguments())
        else:
            raise TemplateError(f"Unable to parse language expression '{self.text[:80]}': unexpected '{text}'.")
        while True:
            if self.peek() == ("sign", "."):
                self.position += 1
                kind, text = self.peek()
                if kind != "word":
                    raise TemplateError(f"Unable to parse language expression '{self.text[:80]}': a name is missing.")
                self.position += 1
                tree = ("member", tree, text)
            elif self.peek() == ("sign", "["):
                self.position += 1
                tree = ("item", tree, self.value())
                self.take("]")
            else:
                return tree

    def arguments(self):
        self.take("(")
        found = []
        while self.peek() != ("sign", ")"):
            if found:
                self.take(",")
            found.append(self.value())
        self.take(")")
        return tuple(found)
