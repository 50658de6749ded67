"""Acute help as data: the line on every citizen page, advice, and numbers with the day they were checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import Reader, boolean, day, entries, prose, string
from kvalitet.catalogue.forms import day as day_field
from kvalitet.catalogue.forms import group, identifier, line, listing, text, yes_no
from kvalitet.catalogue.load import LAW_FOLDER, CatalogueError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kvalitet.fields import Field

STALE_AFTER_DAYS = 183
"""So long after its last check a telephone number is told to whoever builds the site."""
_FORM: dict[str, Field] = {
    one.key: one
    for one in (
        line("linje", required=True),
        listing("råd", group("", line("titel", required=True), text("tekst", required=True)), required=True),
        listing(
            "numre",
            group(
                "",
                identifier(),
                line("navn", required=True),
                line("nummer", required=True, pattern=r"[0-9 ]+"),
                text("til", required=True),
                yes_no("altid"),
                text("kilde", required=True),
                day_field("kontrolleret", required=True),
            ),
            required=True,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number for acute help. ``always``: shown without anyone having to confirm it."""

    id: str
    name: str
    number: str
    purpose: str
    always: bool
    source: str
    checked: date

    def stale_on(self, today: date) -> bool:
        """Whether its last check is more than half a year old."""
        return (today - self.checked).days > STALE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class AcuteHelp:
    """``line`` is said at the top of every citizen page; ``advice`` are (title, text)."""

    line: str
    advice: tuple[tuple[str, str], ...]
    numbers: tuple[Number, ...]

    def shown(self, confirmed: frozenset[str]) -> tuple[Number, ...]:
        """Return the numbers to show: those always shown, and those whoever runs the site has confirmed."""
        return tuple(one for one in self.numbers if one.always or one.id in confirmed)


@lru_cache(maxsize=1)
def load_acute_help(path: Path = LAW_FOLDER / "akut.yml") -> AcuteHelp:
    """Return the acute help. Raises ``CatalogueError`` with every fault of the file."""
    reader = Reader(path, f"lovkrav/{path.name}")
    values = reader.read(_FORM)
    if reader.findings:
        raise CatalogueError(reader.findings)
    return AcuteHelp(
        line=string(values, "linje"),
        advice=tuple((string(one, "titel"), prose(one, "tekst")) for one, _ in entries(values, "råd")),
        numbers=tuple(
            Number(
                id=string(one, "id"),
                name=string(one, "navn"),
                number=string(one, "nummer"),
                purpose=prose(one, "til"),
                always=boolean(one, "altid"),
                source=prose(one, "kilde"),
                checked=day(one, "kontrolleret"),
            )
            for one, _ in entries(values, "numre")
        ),
    )
