"""The guidelines' own files to records; every name in them must be known, or it is reported where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import Reader, day, entries, prose, string, strings
from kvalitet.catalogue.law import find_references
from kvalitet.findings import Place
from kvalitet.guidelines import forms
from kvalitet.guidelines.model import Definition, Guideline, Instruction, Kind, Modality, Point, Principle, Promise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from collections.abc import Mapping as Dictionary
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.catalogue.model import Source
    from kvalitet.fields import Value


@dataclass(frozen=True, slots=True)
class Common:
    """What all guidelines have in common."""

    source: Source | None
    read: date
    notes: tuple[str, ...]
    kinds: tuple[Kind, ...]
    principles: tuple[Principle, ...]
    definitions: tuple[Definition, ...]


def read_common(reader: Reader, catalogue: Catalogue) -> Common:
    """Return what stands in ``retningslinjer.yml``."""
    values = reader.read(forms.COMMON)
    source = catalogue.sources.get(string(values, "kilde"))
    if source is None and "kilde" in values:
        _report_unknown(reader, values["kilde"].place, "source", string(values, "kilde"))
    return Common(
        source=source,
        read=day(values, "læst"),
        notes=texts(values, "noter"),
        kinds=tuple(
            Kind(modality, string(one, "titel"), prose(one, "siger"))
            for one, _ in entries(values, "modaliteter")
            for modality in _modalities(one, "slags")
        ),
        principles=tuple(
            Principle(string(one, "id"), string(one, "titel"), prose(one, "siger"))
            for one, _ in entries(values, "principper")
        ),
        definitions=tuple(
            Definition(string(one, "id"), string(one, "ord"), prose(one, "siger"), string(one, "sted"))
            for one, _ in entries(values, "definitioner")
        ),
    )


def read_guidelines(readers: Iterable[Reader], catalogue: Catalogue) -> dict[str, Guideline]:
    """Return the guidelines by number, in the source's order; one without a usable number was reported and is not."""
    made = (_read_guideline(reader, catalogue) for reader in readers)
    return {one.number: one for one in sorted((one for one in made if one.number), key=lambda one: one.order)}


def _read_guideline(reader: Reader, catalogue: Catalogue) -> Guideline:
    values = reader.read(forms.GUIDELINE)
    number = string(values, "nr")
    if number and number != reader.path.stem:
        reader.report_at(values["nr"].place, f"The number '{number}' is not the file's name.", "Make them the same.")
    return Guideline(
        number=number,
        title=string(values, "titel"),
        short=string(values, "kort"),
        purpose=prose(values, "formål"),
        supports=prose(values, "støtter"),
        requirements=known_names(values, "krav", catalogue.requirements, "requirement", reader),
        rights=known_names(values, "rettigheder", catalogue.rights, "right", reader),
        law=find_references(values, catalogue.references, reader),
        notes=texts(values, "noter"),
        promises=tuple(_make_promise(one, place, catalogue, reader) for one, place in entries(values, "for_dig")),
        instructions=tuple(
            _make_instruction(one, place, catalogue, reader) for one, place in entries(values, "anvisninger")
        ),
        place=Place(reader.file),
    )


def _make_promise(values: Dictionary[str, Value], place: Place, catalogue: Catalogue, reader: Reader) -> Promise:
    kinds = _modalities(values, "slags")
    return Promise(
        kind=kinds[0] if kinds else Modality.MAY,  # a missing one was reported when the file was typed
        says=prose(values, "siger"),
        instructions=strings(values, "anvisninger"),
        references=find_references(values, catalogue.references, reader),
        place=place,
    )


def _make_instruction(
    values: Dictionary[str, Value], place: Place, catalogue: Catalogue, reader: Reader
) -> Instruction:
    return Instruction(
        key=string(values, "nøgle"),
        number=string(values, "nr"),
        modalities=_modalities(values, "modalitet"),
        other_words=_modalities(values, "øvrige_modalord"),
        addressees=strings(values, "til"),
        says=prose(values, "siger"),
        points=tuple(
            Point(_modalities(one, "modalitet"), prose(one, "siger")) for one, _ in entries(values, "punkter")
        ),
        references=find_references(values, catalogue.references, reader),
        place=place,
    )


def known_names(
    values: Dictionary[str, Value], key: str, known: Container[str], what: str, reader: Reader
) -> tuple[str, ...]:
    """Return the names in the list ``key``; one that is not ``known``, or stands twice, is reported where it stands."""
    listed = values.get(key)
    made: list[str] = []
    for _, one in listed.entries() if listed is not None else []:
        name = str(one.content)
        if name not in known:
            _report_unknown(reader, one.place, what, name)
        elif name in made:
            reader.report_at(one.place, f"'{name}' stands twice in '{key}'.", "Once is enough.")
        else:
            made.append(name)
    return tuple(made)


def texts(values: Dictionary[str, Value], key: str) -> tuple[str, ...]:
    """Return the texts of the list ``key`` with white space folded."""
    return tuple(" ".join(one.split()) for one in strings(values, key))


def _modalities(values: Dictionary[str, Value], key: str) -> tuple[Modality, ...]:
    words = strings(values, key) or (string(values, key),)
    return tuple(Modality(word) for word in words if word)


def _report_unknown(reader: Reader, place: Place, what: str, name: str) -> None:
    reader.report_at(place, f"No {what} has the id '{name}'.", "Add it, or use the id of one that is there.")
