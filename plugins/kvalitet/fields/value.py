"""Typed values: what the author wrote, understood, with its place and its path."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields.model import Kind
from kvalitet.findings import Place
from kvalitet.reading.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields.model import Field


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in Danish kroner."""

    kroner: Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """Opening hours of one day, as spans of (from, to) like ``("09.00", "15.30")``; empty means closed."""

    spans: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Reference:
    """A key in a table at the top of the standard, with what it names once that is found."""

    key: str
    target: Value | None = None


Scalars = str | bool | Decimal | date | Amount | Interval | Reference
Content = Scalars | Node | list["Value"] | dict[str, "Value"] | None


class Value:
    """One value. ``content`` is None where nothing usable stands: empty, a placeholder, or of the wrong type.

    ``thin`` marks a text that is there but says nothing (a bare reference such as 'følger loven').
    """

    __slots__ = ("column", "content", "end", "field", "file", "line", "path", "raw", "thin")

    def __init__(self, field: Field, path: str, file: str, at: Node) -> None:
        self.field = field
        self.path = path
        self.file = file
        self.line = at.line
        self.column = at.column
        self.end = at.end
        self.content: Content = None
        self.raw = ""
        self.thin = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.file, self.line, self.column, self.end)

    @property
    def filled(self) -> bool:
        """Whether something is said here. ``nej`` and ``0`` are; nothing, placeholders and bare references are not."""
        content = self.content
        if content is None or self.thin:
            return False
        if isinstance(content, dict):
            return any(one.filled for one in content.values())
        if isinstance(content, list):
            return any(one.filled for one in content)
        return True

    def get(self, name: str) -> Value | None:
        """Return the value of the field ``name`` where this is a group or table, else None."""
        return self.content.get(name) if isinstance(self.content, dict) else None

    def entries(self) -> list[tuple[str, Value]]:
        """Return the entries of a list (named 1, 2, …) or table (by key) with their names."""
        if isinstance(self.content, list):
            return [(str(number), one) for number, one in enumerate(self.content, 1)]
        if isinstance(self.content, dict):
            return list(self.content.items())
        return []

    @property
    def label(self) -> str:
        """What a person would call this entry: its ``navn``, its short form or its first choice; "" without any."""
        if not isinstance(self.content, dict):
            return ""
        choices = (one for one in self.content.values() if one.field.kind is Kind.CHOICE)
        for one in (self.get("navn"), self.get(self.field.short), next(choices, None)):
            if one is not None and isinstance(one.content, str):
                return one.content
        return ""

    def leaves(self) -> Iterator[Value]:
        """Yield every scalar value at or below this one."""
        content = self.content
        if isinstance(content, dict):
            for one in content.values():
                yield from one.leaves()
        elif isinstance(content, list):
            for one in content:
                yield from one.leaves()
        else:
            yield self

    def __repr__(self) -> str:
        """Show path, place and content."""
        return f"Value({self.path!r}, {self.file}:{self.line}:{self.column}, {self.content!r})"
