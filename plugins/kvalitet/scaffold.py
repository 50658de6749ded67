"""A commented start for a new standard, derived from the catalogue: every section, every field, nothing filled in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kvalitet.fields.model import GROUPS, Field, Kind
from kvalitet.standard.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kvalitet.catalogue import Catalogue

_WIDTH = 110
_INDENT = "  "


def make_scaffold(catalogue: Catalogue, name: str, day: date, *, example: bool = False) -> str:
    """Return the YAML of a new draft for ``name``: it passes the structural check at once.

    What must be there is filled in; each section stands as a comment with its help, ready to be filled.
    """
    edition = catalogue.edition_on(day)
    lines = [
        f"# yaml-language-server: $schema=../../skema/{catalogue.area}.schema.json",
        "# Fjern '# ' foran det, du udfylder. 'kvalitet check' siger, hvad der mangler.",
        'format: "1"',
        f"kommune: {name}",
        *(["eksempel: ja"] if example else []),
        f"område: {catalogue.area}",
        f"tilstand: {State.DRAFT}",
        f'lovgrundlag: "{edition.edition}"',
    ]
    written = {"format", "kommune", "eksempel", "område", "tilstand", "lovgrundlag"}
    owned = {key for one in catalogue.requirements.values() for key in one.sections}
    lines += ["", *_comment("Om dokumentet")]
    for key, one in catalogue.fields.items():
        if key not in owned and key not in written:
            lines.extend(_outline(key, one, 0))
    for requirement in catalogue.requirements.values():
        item = edition.item_of(requirement.id)
        title = f"{item.number}. {requirement.title}" if item is not None else requirement.title
        lines += ["", *_comment(f"{title}. {requirement.about}")]
        for key, one in requirement.sections.items():
            lines.extend(_outline(key, one, 0))
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="## ", subsequent_indent="## ", break_long_words=False)


def _outline(key: str, one: Field, depth: int) -> Iterator[str]:
    """Yield the commented lines of one field; taken out of their comments they are valid YAML."""
    indent = _INDENT * depth
    if one.help and depth:
        yield from textwrap.wrap(
            one.help, _WIDTH, initial_indent=f"## {indent}", subsequent_indent=f"## {indent}", break_long_words=False
        )
    if one.kind in GROUPS:
        yield f"# {indent}{key}:"
        for name, below in one.fields.items():
            yield from _outline(name, below, depth + 1)
    elif one.item is not None and one.item.kind in GROUPS:
        yield f"# {indent}{key}:"
        if one.kind is Kind.TABLE:
            yield from _outline("navn_paa_stedet", one.item, depth + 1)
        else:
            first, *others = (line for name, below in one.item.fields.items() for line in _outline(name, below, 0))
            yield from _listed([first, *others], indent)
    else:
        yield f"# {indent}{key}:{_say_choices(one)}"


def _listed(lines: list[str], indent: str) -> Iterator[str]:
    """Yield the fields of one entry of a list: the first one gets the dash."""
    marked = False
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == "#" and not marked:
            yield f"# {indent}{_INDENT}- {rest}"
            marked = True
        else:
            yield f"{mark} {indent}{_INDENT}{_INDENT}{rest}"


def _say_choices(one: Field) -> str:
    known = one.item if one.item is not None else one
    return f"  # {', '.join(known.choices)}" if known.choices else ""
