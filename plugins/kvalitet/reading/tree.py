"""The tree a file is read into: every scalar is text, every node knows its line and column (from 1)."""

from __future__ import annotations

from kvalitet.findings import Place


class Node:
    """A value in the file, at ``line`` and ``column`` (both from 1)."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column

    @property
    def end(self) -> tuple[int, int] | None:
        """Line and column of the first character after what is marked of it; None where only its start is known."""
        return None

    def place(self, file: str) -> Place:
        """Return where it stands in ``file``."""
        return Place(file, self.line, self.column, self.end)


class Scalar(Node):
    """A piece of text. ``plain`` tells that it stood without quotes, so that ``~`` and nothing mean empty."""

    __slots__ = ("plain", "stop", "text")

    def __init__(self, text: str, line: int, column: int, stop: tuple[int, int], *, plain: bool = True) -> None:
        super().__init__(line, column)
        self.text = text
        self.stop = stop
        self.plain = plain

    @property
    def empty(self) -> bool:
        """Whether the author wrote nothing: no text, ``~`` or ``null``."""
        return not self.text.strip() or (self.plain and self.text in {"~", "null", "Null", "NULL"})

    @property
    def end(self) -> tuple[int, int]:
        """Line and column of the first character after it."""
        return self.stop


class Entry(Node):
    """One key with its value in a mapping; it stands where its key does."""

    __slots__ = ("key", "stop", "value")

    def __init__(self, name: str, key: Scalar, value: Node) -> None:
        super().__init__(key.line, key.column)
        self.key = name
        self.stop = key.stop
        self.value = value

    @property
    def end(self) -> tuple[int, int]:
        """Line and column of the first character after the key."""
        return self.stop


class Mapping(Node):
    """Keys with values, in the order they stand."""

    __slots__ = ("entries",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.entries: dict[str, Entry] = {}

    @property
    def end(self) -> tuple[int, int] | None:
        """The end of its first key, where it begins with that one."""
        first = next(iter(self.entries.values()), None)
        begins = first is not None and (first.line, first.column) == (self.line, self.column)
        return first.end if first is not None and begins else None


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.items: list[Node] = []
