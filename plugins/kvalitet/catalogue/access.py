"""Small helpers to take typed values out of a catalogue file, and to report on it with file and line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields.typed import Typing, read_fields
from kvalitet.findings import Finding, Place, Severity
from kvalitet.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from kvalitet.fields.model import Field
    from kvalitet.fields.value import Value
    from kvalitet.reading.tree import Node

RULE = "katalog"
_LONG_AGO = date(1900, 1, 1)


class Reader:
    """Reads one catalogue file; everything wrong with it is gathered in ``findings``."""

    def __init__(self, path: Path, file: str) -> None:
        self.path = path
        self.file = file
        self.typing = Typing(file)

    @property
    def findings(self) -> list[Finding]:
        """All that was found in this file."""
        return self.typing.findings

    def read(self, form: Dictionary[str, Field]) -> dict[str, Value]:
        """Return the typed values of the file by ``form``."""
        read = read_file(self.path, self.file)
        self.findings.extend(read.findings)
        return read_fields(read.root, form, self.typing) if read.root is not None else {}

    def place(self, node: Node) -> Place:
        """Return where ``node`` stands."""
        return node.place(self.file)

    def report(self, node: Node, message: str, hint: str = "") -> None:
        """Add an error at ``node``."""
        self.report_at(self.place(node), message, hint)

    def report_at(self, place: Place, message: str, hint: str = "") -> None:
        """Add an error at ``place``."""
        self.findings.append(Finding(RULE, Severity.ERROR, place, message, hint=hint))


def string(values: Dictionary[str, Value], name: str) -> str:
    """Return the text of ``name``, "" where nothing stands."""
    value = values.get(name)
    return value.content if value is not None and isinstance(value.content, str) else ""


def prose(values: Dictionary[str, Value], name: str) -> str:
    """Return the text of ``name`` with white space folded."""
    return " ".join(string(values, name).split())


def strings(values: Dictionary[str, Value], name: str) -> tuple[str, ...]:
    """Return the texts of the list ``name``."""
    value = values.get(name)
    if value is None or not isinstance(value.content, list):
        return ()
    return tuple(one.content for one in value.content if isinstance(one.content, str))


def boolean(values: Dictionary[str, Value], name: str) -> bool:
    """Return whether ``name`` says ja."""
    value = values.get(name)
    return value is not None and value.content is True


def decimal(values: Dictionary[str, Value], name: str) -> Decimal | None:
    """Return the number of ``name``, None where nothing stands."""
    value = values.get(name)
    return value.content if value is not None and isinstance(value.content, Decimal) else None


def day(values: Dictionary[str, Value], name: str) -> date:
    """Return the date of ``name``; a required one that is missing was reported, so any date will do."""
    value = values.get(name)
    return value.content if value is not None and isinstance(value.content, date) else _LONG_AGO


def parts(values: Dictionary[str, Value], name: str) -> dict[str, Value]:
    """Return the fields of the group ``name``."""
    value = values.get(name)
    return value.content if value is not None and isinstance(value.content, dict) else {}


def entries(values: Dictionary[str, Value], name: str) -> list[tuple[dict[str, Value], Place]]:
    """Return the groups of the list ``name``, each with its place."""
    value = values.get(name)
    listed = value.content if value is not None and isinstance(value.content, list) else []
    return [(one.content, one.place) for one in listed if isinstance(one.content, dict)]
