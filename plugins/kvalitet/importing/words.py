"""``indlaesning.yml``: how documents of an area are read, as data, checked like the rest of the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue import load_catalogue
from kvalitet.catalogue.access import Reader, entries, parts, string, strings
from kvalitet.catalogue.conditions import field_at
from kvalitet.catalogue.forms import choice, group, line, listing, table
from kvalitet.catalogue.load import LAW_FOLDER, CatalogueError
from kvalitet.fields.model import Kind
from kvalitet.importing.tokens import expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kvalitet.catalogue import Catalogue
    from kvalitet.fields import Value
    from kvalitet.fields.model import Field
    from kvalitet.findings import Place

_FILE = "indlaesning.yml"
TITLE = "titel"
VALUE = "værdi"


class Sureness(StrEnum):
    """How sure a reading is."""

    CERTAIN = "sikker"
    LIKELY = "sandsynligt"
    GUESS = "gæt"


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """Headings whose text belongs at ``path``, and the sections that the text describes as well."""

    path: tuple[str, ...]
    headings: tuple[str, ...]
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRule:
    """A list with an entry for each part below one of ``headings``: ``words`` prove the entry's ``choice``."""

    path: tuple[str, ...]
    headings: tuple[str, ...]
    name: str
    text: str
    choice: str
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what a rule reads in it."""

    text: str
    gives: str


@dataclass(frozen=True, slots=True)
class ValueRule:
    """What ``pattern`` proves for the field at ``path``: ``value``, or what it captures.

    ``where`` are the sections whose text is searched; empty: the whole document.
    """

    path: tuple[str, ...]
    field: Field
    pattern: str
    value: str
    where: tuple[str, ...]
    sureness: Sureness
    examples: tuple[Example, ...]
    never: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """The table of places and which of its fields hold what; ``hours`` are (field, words) in order."""

    table: str
    name: str
    address: str
    phone: str
    mail: str
    site: str
    hours: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ImportWords:
    """All of it for one area."""

    contents: tuple[str, ...]
    plain: tuple[str, ...]
    full: tuple[str, ...]
    small: frozenset[str]
    common: tuple[str, ...]
    introduction: tuple[str, ...]
    headings: tuple[HeadingRule, ...]
    lists: tuple[ListRule, ...]
    values: tuple[ValueRule, ...]
    places: PlaceRule


_LINE = line("")
_VALUES = listing(
    "værdier",
    group(
        "",
        line("felt", required=True),
        line("mønster", required=True),
        line("værdi"),
        listing("hvor", _LINE),
        choice("sikkerhed", tuple(Sureness)),
        listing("eksempler", group("", line("tekst", required=True), line("giver", required=True)), required=True),
        listing("ikke", _LINE, required=True),
    ),
)
_PLACES = group(
    "steder",
    *(line(name, required=True) for name in ("tabel", "navn", "adresse", "telefon", "mail", "hjemmeside")),
    listing("tider", group("", line("felt", required=True), listing("ord", _LINE, required=True)), required=True),
    required=True,
)
_SHARED: dict[str, Field] = {
    one.key: one
    for one in (
        *(
            listing(name, _LINE, required=True)
            for name in ("indholdsfortegnelser", "korte_udgaver", "fulde_udgaver", "småord")
        ),
        _PLACES,
        _VALUES,
    )
}
_AREA: dict[str, Field] = {
    one.key: one
    for one in (
        listing("områdets_ord", _LINE),
        line("indledning", required=True),
        listing(
            "overskrifter",
            group("", line("til", required=True), listing("er", _LINE, required=True), listing("dækker", _LINE)),
        ),
        listing(
            "lister",
            group(
                "",
                *(line(name, required=True) for name in ("til", "navn", "tekst", "valg")),
                listing("overskrifter", _LINE, required=True),
                table("ord", listing("", _LINE), required=True),
            ),
        ),
        _VALUES,
    )
}


@lru_cache(maxsize=8)
def load_import_words(area: str, folder: Path = LAW_FOLDER) -> ImportWords:
    """Return how documents of ``area`` are read. Raises ``CatalogueError`` with every fault."""
    catalogue = load_catalogue(area, folder)
    shared = Reader(folder / _FILE, f"lovkrav/{_FILE}")
    own = Reader(folder / area / _FILE, f"lovkrav/{area}/{_FILE}")
    values = shared.read(_SHARED)
    mine = own.read(_AREA) if own.path.is_file() else {}
    made = ImportWords(
        contents=strings(values, "indholdsfortegnelser"),
        plain=strings(values, "korte_udgaver"),
        full=strings(values, "fulde_udgaver"),
        small=frozenset(strings(values, "småord")),
        common=strings(mine, "områdets_ord"),
        introduction=_read_introduction(mine, own, catalogue),
        headings=tuple(_read_headings(mine, own, catalogue)),
        lists=tuple(_read_lists(mine, own, catalogue)),
        values=(*_read_values(values, shared, catalogue), *_read_values(mine, own, catalogue)),
        places=_read_places(parts(values, "steder"), shared, catalogue),
    )
    findings = [*shared.findings, *own.findings]
    if findings:
        raise CatalogueError(findings)
    return made


def _find_field(path: str, reader: Reader, place: Place, catalogue: Catalogue) -> Field | None:
    found = field_at(tuple(path.split(".")), catalogue.fields, catalogue.fields) if path else None
    if path and found is None:
        reader.report_at(place, f"No field '{path}'.")
    return found


def _check_sections(names: tuple[str, ...], reader: Reader, place: Place, catalogue: Catalogue) -> None:
    for name in names:
        if name not in catalogue.fields and name != TITLE:
            reader.report_at(place, f"No section '{name}'.")


def _read_introduction(values: dict[str, Value], reader: Reader, catalogue: Catalogue) -> tuple[str, ...]:
    name = string(values, "indledning")
    found = catalogue.fields.get(name)
    if values and (found is None or found.kind is not Kind.SECTION):
        reader.report_at(values["indledning"].place, f"No section '{name}'.")
    return (name,)


def _read_headings(values: dict[str, Value], reader: Reader, catalogue: Catalogue) -> Iterator[HeadingRule]:
    for one, place in entries(values, "overskrifter"):
        found = _find_field(string(one, "til"), reader, place, catalogue)
        if found is not None and found.kind not in {Kind.TEXT, Kind.SECTION}:
            reader.report_at(
                place, f"'{string(one, 'til')}' holds no text.", "Name a section or a field of type 'tekst'."
            )
        _check_sections(strings(one, "dækker"), reader, place, catalogue)
        yield HeadingRule(tuple(string(one, "til").split(".")), strings(one, "er"), strings(one, "dækker"))


def _read_lists(values: dict[str, Value], reader: Reader, catalogue: Catalogue) -> Iterator[ListRule]:
    for one, place in entries(values, "lister"):
        found = _find_field(string(one, "til"), reader, place, catalogue)
        item = found.item if found is not None else None
        words = {name: strings({name: value}, name) for name, value in parts(one, "ord").items()}
        rule = ListRule(
            path=tuple(string(one, "til").split(".")),
            headings=strings(one, "overskrifter"),
            name=string(one, "navn"),
            text=string(one, "tekst"),
            choice=string(one, "valg"),
            words=words,
        )
        fields = item.fields if item is not None else {}
        for name in (rule.name, rule.text, rule.choice):
            if name not in fields:
                reader.report_at(place, f"'{'.'.join(rule.path)}' has no field '{name}'.")
        choices = fields[rule.choice].choices if rule.choice in fields else words
        for name in set(words) - set(choices):
            reader.report_at(place, f"'{name}' cannot be chosen in '{rule.choice}'.")
        yield rule


def _read_values(values: dict[str, Value], reader: Reader, catalogue: Catalogue) -> Iterator[ValueRule]:
    for one, place in entries(values, "værdier"):
        found = _find_field(string(one, "felt"), reader, place, catalogue)
        if found is None:
            continue
        path = tuple(string(one, "felt").split("."))
        where = strings(one, "hvor")
        _check_sections(where, reader, place, catalogue)
        owner = catalogue.requirement_of_section(path[0])
        yield ValueRule(
            path=path,
            field=found,
            pattern=_checked_pattern(string(one, "mønster"), found, reader, place, catalogue),
            value=string(one, VALUE),
            where=where or ((path[0],) if owner is not None else ()),
            sureness=Sureness(string(one, "sikkerhed") or Sureness.CERTAIN),
            examples=tuple(
                Example(string(each, "tekst"), string(each, "giver")) for each, _ in entries(one, "eksempler")
            ),
            never=strings(one, "ikke"),
            place=place,
        )


def _checked_pattern(pattern: str, field: Field, reader: Reader, place: Place, catalogue: Catalogue) -> str:
    try:
        re.compile(expand(pattern, field, catalogue, {}))
    except re.error as error:
        reader.report_at(place, f"'mønster' is no regular expression: {error}.")
    return pattern


def _read_places(values: dict[str, Value], reader: Reader, catalogue: Catalogue) -> PlaceRule:
    hours = tuple((string(one, "felt"), strings(one, "ord")) for one, _ in entries(values, "tider"))
    rule = PlaceRule(
        table=string(values, "tabel"),
        name=string(values, "navn"),
        address=string(values, "adresse"),
        phone=string(values, "telefon"),
        mail=string(values, "mail"),
        site=string(values, "hjemmeside"),
        hours=hours,
    )
    found = catalogue.fields.get(rule.table)
    fields = found.item.fields if found is not None and found.item is not None else {}
    for name in (rule.name, rule.address, rule.phone, rule.mail, rule.site, *(field for field, _ in hours)):
        if values and name not in fields:
            reader.report_at(values["tabel"].place, f"'{rule.table}' has no field '{name}'.")
    return rule
