"""A Word file that came back from colleagues: what they changed in the standard it was made from, ready to put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.council import make_adoption_paper, name_bookmarks
from kvalitet.council.bookmarks import PREFIX
from kvalitet.fields.model import Field, Kind
from kvalitet.importing.compare import Added, compare_marked
from kvalitet.importing.documents.identify import DocumentKind, identify
from kvalitet.importing.documents.model import UnreadableError
from kvalitet.importing.documents.word_marks import read_marked
from kvalitet.importing.tokens import write_value
from kvalitet.importing.yaml_text import quote, write_text
from kvalitet.paper.word import write_word

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.check import Assessed
    from kvalitet.fields import Value
    from kvalitet.importing.compare import Change
    from kvalitet.standard import Standard

_OTHER = 0.5  # of the marks that are gone: then the file was made from something else


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A value that colleagues changed. ``new`` is None where its mark is gone; ``yaml`` are the lines to put in."""

    section: str
    title: str
    path: str
    file: str
    line: int
    old: str
    new: str | None
    yaml: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """All that changed, in the order of the standard, and what was written where no value is."""

    changes: tuple[ChangedValue, ...]
    added: tuple[Added, ...]


def compare_returned(data: bytes, name: str, assessed: Assessed, day: date) -> Returned:
    """Return what differs between the Word file ``data`` and the standard it was exported from.

    Raises ``UnreadableError`` for a file that is no such export.
    """
    if identify(data, name) is not DocumentKind.WORD:
        raise UnreadableError("Kun et Word-dokument (.docx) kan sammenlignes.", "Gem dokumentet som .docx.")
    exported = read_marked(write_word(make_adoption_paper(assessed, day)), PREFIX)
    edited = read_marked(data, PREFIX)
    marks = name_bookmarks(assessed.standard)
    _check_marks({mark for one in edited for mark in one.marks}, set(marks.values()))
    compared = compare_marked(exported, edited)
    leaves = {leaf.path: leaf for value in assessed.standard.values.values() for leaf in value.leaves()}
    paths = {mark: path for path, mark in marks.items()}
    changes = [_tell(one, leaves[paths[one.mark]], assessed.standard) for one in compared.changes if one.mark in paths]
    return Returned(tuple(changes), compared.added)


def _check_marks(there: set[str], wanted: set[str]) -> None:
    if not there:
        message = "Dokumentet har ingen af de mærker, som 'kvalitet standard' sætter om hvert felt."
        raise UnreadableError(message, "Indlæs det som et nyt udkast: kvalitet import FIL.")
    if len(wanted - there) > _OTHER * len(wanted):
        message = "Dokumentet er ikke lavet fra den standard: de fleste felter findes ikke i det."
        raise UnreadableError(message, "Se, om det er den rigtige fil, og om standarden er ændret siden.")


def _tell(change: Change, value: Value, standard: Standard) -> ChangedValue:
    section = value.path.partition(".")[0].partition("[")[0]
    owner = standard.catalogue.requirement_of_section(section)
    return ChangedValue(
        section=owner.title if owner is not None else "Om standarden",
        title=value.field.title or section,
        path=value.path,
        file=value.file,
        line=value.line,
        old=change.old,
        new=change.new,
        yaml=tuple(_write_yaml(value, change.new, standard)) if change.new else (),
    )


def _write_yaml(value: Value, text: str, standard: Standard) -> list[str]:
    """Return the lines that say ``text`` in the place of ``value``; none where the field cannot hold it."""
    key = value.path.rpartition(".")[2]
    if value.field.kind is Kind.TEXT:
        return list(write_text(key.partition("[")[0], text, 0)) if not key.endswith("]") else []
    written = read_back(value.field, text, standard)
    if written is None:
        return []
    return [f"- {quote(written, value.field)}" if key.endswith("]") else f"{key}: {quote(written, value.field)}"]


def read_back(field: Field, text: str, standard: Standard) -> str | None:
    """Return what a person wrote in a paper as a value of ``field``: without its unit, names as keys and ids."""
    plain = " ".join(text.replace("*", "").split())
    if field.unit:
        plain = plain.removesuffix(field.unit).strip()
    catalogue = standard.catalogue
    if field.kind is Kind.EDITION:
        return next((one.edition for one in catalogue.editions.values() if one.short_title == plain), None)
    if field.kind is Kind.CRITERION:
        return next((one.id for one in catalogue.criteria.values() if one.title == plain), None)
    if field.kind is Kind.REQUIREMENT:
        titles = {key: (one.title or key).lower() for key, one in catalogue.fields.items()}
        return next((key for key, title in titles.items() if title == plain.lower()), None)
    return write_value(field, plain, catalogue, _places_of(field, standard))


def _places_of(field: Field, standard: Standard) -> dict[str, str]:
    """Return the keys that a reference can name, by the names that a paper shows."""
    table = standard.values.get(field.target) if field.kind is Kind.REFERENCE else None
    return {one.label or key: key for key, one in table.entries()} if table is not None else {}
