"""The tree a file is read into: every scalar is text, every node knows its line and column (from 1)."""

from __future__ import annotations

from kvalitet.findings import Place


class Node:
    """A value in the file, at ``line`` and ``column`` (both from 1).

    ``end`` is line and column of the first character after what stands for it; None where only its start is known.
    """

    __slots__ = ("column", "end", "line")

    def __init__(self, line: int, column: int, end: tuple[int, int] | None = None) -> None:
        self.line = line
        self.column = column
        self.end = end

    def place(self, file: str) -> Place:
        """Return where it stands in ``file``."""
        return Place(file, self.line, self.column, self.end)


class Scalar(Node):
    """A piece of text. ``plain`` tells that it stood without quotes, so that ``~`` and nothing mean empty."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, line: int, column: int, end: tuple[int, int], *, plain: bool = True) -> None:
        self.line = line
        self.column = column
        self.end = end
        self.text = text
        self.plain = plain

    @property
    def empty(self) -> bool:
        """Whether the author wrote nothing: no text, ``~`` or ``null``."""
        return not self.text.strip() or (self.plain and self.text in {"~", "null", "Null", "NULL"})


class Entry(Node):
    """One key with its value in a mapping; it stands where its key does."""

    __slots__ = ("key", "value")

    def __init__(self, name: str, key: Scalar, value: Node) -> None:
        self.line = key.line
        self.column = key.column
        self.end = key.end
        self.key = name
        self.value = value


class Mapping(Node):
    """Keys with values, in the order they stand; its first key stands for it. ``flow``: between ``{`` and ``}``."""

    __slots__ = ("entries", "flow")

    def __init__(self, line: int, column: int, *, flow: bool = False) -> None:
        super().__init__(line, column)
        self.flow = flow
        self.entries: dict[str, Entry] = {}


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []
