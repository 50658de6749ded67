"""The tree a file is read into: every scalar is text, every node knows its line and column (from 1)."""

from __future__ import annotations


class Node:
    """A value in the file, at ``line`` and ``column`` (both from 1)."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Scalar(Node):
    """A piece of text. ``plain`` tells that it stood without quotes, so that ``~`` and nothing mean empty."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, line: int, column: int, *, plain: bool = True) -> None:
        super().__init__(line, column)
        self.text = text
        self.plain = plain

    @property
    def empty(self) -> bool:
        """Whether the author wrote nothing: no text, ``~`` or ``null``."""
        return not self.text.strip() or (self.plain and self.text in {"~", "null", "Null", "NULL"})


class Entry:
    """One key with its value in a mapping."""

    __slots__ = ("column", "key", "line", "value")

    def __init__(self, key: str, line: int, column: int, value: Node) -> None:
        self.key = key
        self.line = line
        self.column = column
        self.value = value


class Mapping(Node):
    """Keys with values, in the order they stand."""

    __slots__ = ("entries",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.entries: dict[str, Entry] = {}


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []
