"""The parts of an agenda paper, as the area's ``dagsorden.yml`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import Reader, entries, string, strings
from kvalitet.catalogue.conditions import field_at
from kvalitet.catalogue.forms import choice, group, identifier, line, listing
from kvalitet.catalogue.load import LAW_FOLDER, CatalogueError, load_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.fields import Field

_FILE = "dagsorden.yml"
CONTENTS = ("resumé", "mangler", "borgeren", "lovgrundlag", "frister", "bilag")
"""What the program can fill a part with."""

_FORM: dict[str, Field] = {
    "dele": listing(
        "dele",
        group(
            "",
            identifier(),
            line("titel", required=True),
            choice("indhold", CONTENTS),
            listing("viser", line("")),
            listing("skriv", line("")),
        ),
        required=True,
    )
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part. ``shows``: paths of the standard; ``blanks``: what a person must write."""

    id: str
    title: str
    content: str
    shows: tuple[str, ...]
    blanks: tuple[str, ...]


@lru_cache(maxsize=8)
def load_parts(area: str, folder: Path = LAW_FOLDER) -> tuple[Part, ...]:
    """Return the parts in order, read once per process. Raises ``CatalogueError`` with every fault."""
    reader = Reader(folder / area / _FILE, f"lovkrav/{area}/{_FILE}")
    values = reader.read(_FORM)
    fields = load_catalogue(area, folder).fields
    parts = []
    for one, place in entries(values, "dele"):
        shows = strings(one, "viser")
        for path in shows:
            if field_at(tuple(path.split(".")), fields, fields) is None:
                reader.report_at(place, f"'viser' names no field: '{path}'.")
        parts.append(
            Part(string(one, "id"), string(one, "titel"), string(one, "indhold"), shows, strings(one, "skriv"))
        )
    if reader.findings:
        raise CatalogueError(reader.findings)
    return tuple(parts)
