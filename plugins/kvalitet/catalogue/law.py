"""Sources, references, rights, wordings and subjects: everything that is stated as law, with its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, boolean, day, entries, parts, prose, string, strings
from kvalitet.catalogue.model import (
    CitizenText,
    LegalReference,
    Part,
    PartKind,
    Proof,
    Right,
    Source,
    Subject,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields.value import Value
    from kvalitet.findings import Place

T = TypeVar("T")


def read_sources(reader: Reader) -> dict[str, Source]:
    """Return the documents by id."""
    made: dict[str, Source] = {}
    for values, place in entries(reader.read(forms.SOURCES), "kilder"):
        source = Source(
            id=string(values, "id"),
            title=string(values, "titel"),
            publisher=string(values, "udgiver"),
            year=string(values, "år"),
            authority=boolean(values, "myndighed"),
            link=string(values, "link"),
            read=day(values, "læst"),
        )
        _add(made, source.id, source, place, reader)
    return made


def read_references(reader: Reader, sources: Dictionary[str, Source]) -> dict[str, LegalReference]:
    """Return the legal references by id."""
    made: dict[str, LegalReference] = {}
    for values, place in entries(reader.read(forms.REFERENCES), "henvisninger"):
        source = _find(string(values, "kilde"), sources, "source", reader, place)
        proof = string(values, "bevis")
        if source is None or not proof:  # the missing proof was reported when the file was typed
            continue
        reference = LegalReference(
            id=string(values, "id"),
            title=string(values, "titel"),
            says=prose(values, "siger"),
            proof=Proof(proof),
            source=source,
            where=string(values, "sted"),
            read=day(values, "læst"),
            reservation=prose(values, "forbehold"),
            place=place,
        )
        _add(made, reference.id, reference, place, reader)
    return made


def read_rights(reader: Reader, references: Dictionary[str, LegalReference]) -> dict[str, Right]:
    """Return the citizen's rights by id, in the file's order."""
    made: dict[str, Right] = {}
    for values, place in entries(reader.read(forms.RIGHTS), "rettigheder"):
        right = Right(
            id=string(values, "id"),
            title=string(values, "titel"),
            words=prose(values, "ord"),
            short=prose(values, "kort") or prose(values, "ord"),
            exceptions=tuple(" ".join(one.split()) for one in strings(values, "undtagelser")),
            references=find_references(values, references, reader),
            requirements=strings(values, "krav"),
            read=day(values, "læst"),
            place=place,
        )
        _add(made, right.id, right, place, reader)
    return made


def read_wordings(reader: Reader, references: Dictionary[str, LegalReference]) -> tuple[Wording, ...]:
    """Return the wordings that contradict the law."""
    made = []
    for values, place in entries(reader.read(forms.WORDINGS), "formuleringer"):
        reference = _find(string(values, "henvisning"), references, "reference", reader, place)
        try:
            pattern = re.compile(string(values, "mønster"), re.IGNORECASE)
        except re.error as error:
            reader.report_at(place, f"'mønster' is no regular expression: {error}.")
            continue
        if reference is not None:
            made.append(
                Wording(
                    id=string(values, "id"),
                    pattern=pattern,
                    words=strings(values, "ord"),
                    sections=strings(values, "hvor"),
                    message=prose(values, "besked"),
                    instead=prose(values, "skriv"),
                    reference=reference,
                    place=place,
                )
            )
    return tuple(made)


def read_subjects(reader: Reader, rights: Dictionary[str, Right]) -> tuple[Subject, ...]:
    """Return the subjects of the citizen's page in order."""
    made: dict[str, Subject] = {}
    for values, place in entries(reader.read(forms.SUBJECTS), "emner"):
        found = [_find(one, rights, "right", reader, place) for one in strings(values, "rettigheder")]
        subject = Subject(
            id=string(values, "id"),
            title=string(values, "titel"),
            short_title=string(values, "kort_titel"),
            requirements=strings(values, "krav"),
            parts=_read_parts(values, "dele", reader),
            otherwise=_read_parts(values, "ellers", reader),
            more=strings(values, "mere"),
            rights=tuple(one for one in found if one is not None),
            page=string(values, "side"),
            read_on=string(values, "læs_mere"),
        )
        _add(made, subject.id, subject, place, reader)
    return tuple(made.values())


def _read_parts(values: Dictionary[str, Value], name: str, reader: Reader) -> tuple[Part, ...]:
    made = []
    for filled, place in entries(values, name):
        kinds = [kind for kind in PartKind if kind in filled]
        if len(kinds) != 1 or len(filled) != 1:
            reader.report_at(place, "A part is one thing alone.", f"Write one of: {', '.join(PartKind)}.")
            continue
        made.append(_read_part(kinds[0], filled))
    return tuple(made)


def _read_part(kind: PartKind, filled: Dictionary[str, Value]) -> Part:
    labels = parts(filled, kind)
    if labels:  # a group: what it is about, and what else it needs
        texts = {key: string(labels, key) for key in labels}
        return Part(kind, (texts.pop("felt", ""),), texts)
    one = string(filled, kind)
    return Part(kind, (one,) if one else strings(filled, kind), {})


def read_texts(reader: Reader, references: Dictionary[str, LegalReference]) -> dict[str, CitizenText]:
    """Return the fixed texts of one file by id; paragraphs are kept."""
    made: dict[str, CitizenText] = {}
    for values, place in entries(reader.read(forms.CITIZEN_TEXTS), "tekster"):
        one = CitizenText(
            id=string(values, "id"),
            words=string(values, "tekst").strip(),
            references=find_references(values, references, reader),
            place=place,
        )
        _add(made, one.id, one, place, reader)
    return made


def find_references(
    values: Dictionary[str, Value], references: Dictionary[str, LegalReference], reader: Reader
) -> tuple[LegalReference, ...]:
    """Return the references that the list ``henvisninger`` names; an unknown id is reported."""
    listed = values.get("henvisninger")
    found = []
    for _, one in listed.entries() if listed is not None else []:
        reference = _find(str(one.content), references, "reference", reader, one.place)
        if reference is not None:
            found.append(reference)
    return tuple(found)


def find_reference(
    values: Dictionary[str, Value], references: Dictionary[str, LegalReference], reader: Reader, place: Place
) -> LegalReference | None:
    """Return the reference that the field ``henvisning`` names; an unknown id is reported."""
    return _find(string(values, "henvisning"), references, "reference", reader, place)


def _find(name: str, known: Dictionary[str, T], what: str, reader: Reader, place: Place) -> T | None:
    found = known.get(name)
    if found is None and name:  # a missing name was reported when the file was typed
        reader.report_at(place, f"No {what} has the id '{name}'.", "Add it, or use the id of one that is there.")
    return found


def _add(made: dict[str, T], name: str, one: T, place: Place, reader: Reader) -> None:
    if name in made:
        reader.report_at(place, f"The id '{name}' stands twice.", "Ids are unique.")
    made[name] = one
