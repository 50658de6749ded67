"""The form of a standard and its requirements: ``dokument.yml``, ``omraade.yml`` and ``krav/*.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, entries, parts, prose, string, strings
from kvalitet.catalogue.conditions import Condition, ConditionError, Filled, parse_condition
from kvalitet.catalogue.field_reader import read_field_map, read_order, read_shapes
from kvalitet.catalogue.law import find_references
from kvalitet.catalogue.model import Criterion, Irrelevance, LegalBasis, LegalReference, Requirement
from kvalitet.findings import Place
from kvalitet.reading.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields.model import Field, Order
    from kvalitet.fields.value import Value

_OUTSIDE = 1000  # groups outside the numbered list come after every item


class DocumentForm:
    """The top-level keys of a standard, filled file by file: ``fields`` and the ``shapes`` they share."""

    def __init__(self) -> None:
        self.fields: dict[str, Field] = {}
        self.shapes: dict[str, Field] = {}
        self.approvers: dict[str, tuple[str, ...]] = {}
        self.about: dict[str, Value] = {}
        self.order: tuple[Order, ...] = ()

    def add(self, reader: Reader, form: Dictionary[str, Field]) -> None:
        """Add what one file says of the form; a later file may use the shapes of an earlier one."""
        values = reader.read(form)
        shapes, fields = values.get("former"), values.get("felter")
        self.shapes = read_shapes(shapes.content if shapes else None, reader, self.shapes)
        self.fields |= read_field_map(fields.content if fields else None, reader, self.shapes)
        self.approvers |= {name: strings({name: one}, name) for name, one in parts(values, "organer").items()}
        self.order += read_order(values)
        self.about |= values


def read_requirements(
    readers: Iterable[Reader],
    references: Dictionary[str, LegalReference],
    document: DocumentForm,
    editions: Dictionary[str, LegalBasis],
) -> dict[str, Requirement]:
    """Return the requirements in the order of the newest edition's list, those outside it last.

    Two rounds: conditions reach across files, so all sections must be known before any is parsed.
    Each requirement's sections are added to ``document.fields`` in the same order.
    """
    order = {item.requirement: item.number for edition in editions.values() for item in edition.items}
    read = [(reader, reader.read(forms.REQUIREMENT)) for reader in readers]
    read.sort(key=lambda pair: (order.get(string(pair[1], "id"), _OUTSIDE), string(pair[1], "id")))
    sections = []
    for reader, values in read:
        raw = values.get("afsnit")
        sections.append(read_field_map(raw.content if raw else None, reader, document.shapes))
        document.fields |= sections[-1]
    made = [
        _make_requirement(reader, values, own, references, document.fields)
        for (reader, values), own in zip(read, sections, strict=True)
    ]
    return {one.id: one for one in made}


def _make_requirement(
    reader: Reader,
    values: dict[str, Value],
    sections: Dictionary[str, Field],
    references: Dictionary[str, LegalReference],
    fields: Dictionary[str, Field],
) -> Requirement:
    name = string(values, "id")
    place = Place(reader.file)
    if name != reader.path.stem:
        reader.report_at(place, f"The id '{name}' is not the file's name.", "Make them the same.")
    criteria = [_make_criterion(reader, one, name, place, fields) for one, place in entries(values, "kriterier")]
    return Requirement(
        id=name,
        title=string(values, "titel"),
        short_title=string(values, "kort_titel"),
        question=string(values, "spørgsmål"),
        about=prose(values, "handler_om"),
        references=find_references(values, references, reader),
        headings=strings(values, "overskrifter"),
        sections=sections,
        criteria=tuple(criteria),
        place=place,
    )


def _make_criterion(
    reader: Reader, values: dict[str, Value], requirement: str, place: Place, fields: Dictionary[str, Field]
) -> Criterion:
    return Criterion(
        id=string(values, "id"),
        title=string(values, "titel"),
        requirement=requirement,
        help=prose(values, "hjælp"),
        table=string(values, "sfi"),
        brief=_condition(reader, values.get("kort"), fields),
        thorough=_condition(reader, values.get("uddybende"), fields),
        irrelevant=_irrelevance(reader, parts(values, "irrelevant"), fields),
        states=strings(values, "tilstande"),
        place=place,
    )


def _irrelevance(reader: Reader, values: dict[str, Value], fields: Dictionary[str, Field]) -> Irrelevance | None:
    if not values:
        return None
    contradiction = values.get("modsagt_af")
    contradicted_by = _condition(reader, contradiction, fields) if contradiction is not None else None
    return Irrelevance(prose(values, "når"), contradicted_by)


def _condition(reader: Reader, value: Value | None, fields: Dictionary[str, Field]) -> Condition:
    if value is not None and isinstance(value.content, Node):
        try:
            return parse_condition(value.content, fields)
        except ConditionError as error:
            reader.report(error.node, str(error), "See lovkrav/README.md, 'Conditions'.")
    return Filled(("",))  # never used: the missing or faulty condition was reported
