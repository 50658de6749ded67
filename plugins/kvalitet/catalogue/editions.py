"""The editions of the rules: ``lovgrundlag/*.yml``, or a draft edition in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, day, decimal, entries, parts, prose, string, strings
from kvalitet.catalogue.law import find_reference
from kvalitet.catalogue.model import Demand, Force, Item, LegalBasis, LegalReference, Proof
from kvalitet.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Dictionary
    from decimal import Decimal

    from kvalitet.fields.value import Value


def read_editions(readers: Iterable[Reader], references: Dictionary[str, LegalReference]) -> dict[str, LegalBasis]:
    """Return the editions by name, oldest first."""
    made = [one for reader in readers if (one := read_edition(reader, references)) is not None]
    return {one.edition: one for one in sorted(made, key=lambda one: one.start)}


def read_edition(reader: Reader, references: Dictionary[str, LegalReference]) -> LegalBasis | None:
    """Return the edition in one file; None where something without which it means nothing is missing."""
    values = reader.read(forms.EDITION)
    start, end, revision = parts(values, "gælder_fra"), parts(values, "gælder_til"), parts(values, "revision")
    place = Place(reader.file)
    reference = find_reference(values, references, reader, place)
    if reference is None or not string(start, "bevis"):
        return None
    return LegalBasis(
        edition=string(values, "udgave"),
        title=string(values, "titel"),
        short_title=string(values, "kort_titel"),
        start=day(start, "dato"),
        start_proof=Proof(string(start, "bevis")),
        start_note=prose(start, "note"),
        end=day(end, "dato") if end else None,
        reference=reference,
        reservations=tuple(" ".join(one.split()) for one in strings(values, "forbehold")),
        revision_months=_whole(decimal(revision, "måneder")),
        revision_reference=find_reference(revision, references, reader, place),
        items=_items(values, references, reader),
        demands=_demands(values, references, reader),
    )


def _items(
    values: Dictionary[str, Value], references: Dictionary[str, LegalReference], reader: Reader
) -> tuple[Item, ...]:
    made = []
    for one, place in entries(values, "punkter"):
        reference = find_reference(one, references, reader, place)
        if reference is not None:
            made.append(Item(_whole(decimal(one, "nr")) or 0, string(one, "krav"), reference))
    return tuple(made)


def _demands(
    values: Dictionary[str, Value], references: Dictionary[str, LegalReference], reader: Reader
) -> dict[str, Demand]:
    made: dict[str, Demand] = {}
    for one, place in entries(values, "styrke"):
        reference = find_reference(one, references, reader, place)
        if reference is None:
            continue
        demand = Demand(Force(string(one, "styrke")), reference)
        for criterion in strings(one, "kriterier"):
            if criterion in made:
                reader.report_at(place, f"'{criterion}' has two forces in this edition.", "Name it once.")
            made[criterion] = demand
    return made


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)
