"""Values of a standard as blocks of a paper: texts as they are, fields in tables under their Danish titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.council.markup import set_text
from kvalitet.fields import Kind, Value
from kvalitet.fields.model import COLLECTIONS, GROUPS
from kvalitet.paper.document import Block, Bullets, Cell, Heading, Marked, Paragraph, Span, Style, Table, cell, say
from kvalitet.present.words import capitalize_first, say_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kvalitet.catalogue import Catalogue
    from kvalitet.fields import Field

_TEXT, _PLAIN_WORDS = "tekst", "pixie"
_MOST_COLUMNS = 4
_NOT_SAID = "–"


class Scribe:
    """Sets the values of one standard. ``marks``: the bookmark of each value by its path; none for a paper about it."""

    def __init__(self, catalogue: Catalogue, marks: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._marks = marks

    def set_section(self, value: Value, level: int) -> Iterator[Block]:
        """Yield a section or group: its text, its own plain words, its fields; headings from ``level`` on."""
        if value.field.kind in COLLECTIONS:
            yield from self._set_entries(value, level)
            return
        if not isinstance(value.content, dict):
            yield from self.set_cell(value)
            return
        filled = [one for _, one in value.entries() if one.filled]
        for one in filled:
            if one.field.key == _TEXT:
                yield from self.set_cell(one)
        for one in filled:
            if one.field.key == _PLAIN_WORDS:
                yield say(f"{title_of(one.field)}:", Style.NOTE)
                yield from self.set_cell(one)
        fields = [one for one in filled if one.field.key not in {_TEXT, _PLAIN_WORDS}]
        yield from self.set_fields(value.field.title, [one for one in fields if is_simple(one)])
        for one in fields:
            if not is_simple(one):
                yield Heading(level, title_of(one.field))
                yield from self.set_section(one, level + 1)

    def set_fields(self, title: str, values: Iterable[Value]) -> Iterator[Table]:
        """Yield one table of simple fields, if there are any."""
        rows = tuple((cell(title_of(one.field)), self.set_cell(one)) for one in values if one.filled)
        if rows:
            yield Table(capitalize_first(title), ("Felt", "Indhold"), rows, (2, 5))

    def set_cell(self, value: Value) -> Cell:
        """Return what stands in a simple value."""
        content = value.content
        if isinstance(content, list):
            items = [one for one in content if one.filled]
            if len(items) == 1:
                return (Paragraph((self._span(items[0]),)),)
            return (Bullets(tuple((self._span(one),) for one in items)),)
        if isinstance(content, dict):
            return tuple(self._set_lines(value))
        if value.field.kind is Kind.TEXT:
            return self._marked(value, set_text(say_value(value)))
        return (Paragraph((self._span(value),)),)

    def _marked(self, value: Value, blocks: tuple[Paragraph | Bullets, ...]) -> Cell:
        mark = self._marks.get(value.path)
        return (Marked(mark, blocks),) if mark else blocks

    def _set_lines(self, value: Value) -> Iterator[Paragraph | Bullets | Marked]:
        """Yield a line for each field of a small group; the hours of a week stand on one line."""
        filled = [one for _, one in value.entries() if one.filled]
        if [one.field.key for one in filled] == [value.field.short]:
            yield from self.set_cell(filled[0])
            return
        if any(one.kind is Kind.HOURS for one in value.field.fields.values()):
            yield Paragraph(tuple(_joined([self._name_hours(one) for one in filled], ", ")))
            return
        for one in filled:
            if one.field.kind is Kind.TEXT:
                yield Paragraph((Span(f"{title_of(one.field)}:", strong=True),))
                yield from self.set_cell(one)
            else:
                yield Paragraph((Span(f"{title_of(one.field)}: ", strong=True), *self._inline(one)))

    def _name_hours(self, value: Value) -> tuple[Span, ...]:
        """Return 'mandag 9-15'; a remark beside the hours speaks for itself."""
        named = (Span(f"{value.field.title} "),) if value.field.kind is Kind.HOURS else ()
        return (*named, self._span(value))

    def _inline(self, value: Value) -> tuple[Span, ...]:
        if isinstance(value.content, (dict, list)):
            parts = [self._inline(one) for _, one in value.entries() if one.filled]
            return tuple(_joined(parts, ", "))
        return (self._span(value),)

    def _span(self, value: Value) -> Span:
        text = self._say(value)
        link = text if value.field.kind is Kind.LINK else ""
        return Span(text, link=link, mark=self._marks.get(value.path, ""))

    def _say(self, value: Value) -> str:
        """Return a scalar as a person would say it; an id as the title of what it names."""
        content = say_value(value)
        if value.field.kind is Kind.CRITERION and content in self._catalogue.criteria:
            return self._catalogue.criteria[content].title
        if value.field.kind is Kind.EDITION and content in self._catalogue.editions:
            return self._catalogue.editions[content].short_title
        if value.field.kind is Kind.REQUIREMENT and content in self._catalogue.fields:
            return title_of(self._catalogue.fields[content])
        unit = f" {value.field.unit}" if value.field.unit else ""
        return f"{content}{unit}"

    def _set_entries(self, value: Value, level: int) -> Iterator[Block]:
        entries = [(name, one) for name, one in value.entries() if one.filled]
        columns = _columns_of([one for _, one in entries])
        if columns is None:
            for name, one in entries:
                yield Heading(level, self._name(name, one))
                yield from self.set_section(one, level + 1)
        elif len(columns) == 1:
            cells = [self.set_cell(one.content[columns[0].key]) for _, one in entries if isinstance(one.content, dict)]
            yield from (block for each in cells for block in each) if columns[0].kind is Kind.TEXT else [_listed(cells)]
        else:
            rows = tuple(tuple(self._column_cell(one, column) for column in columns) for _, one in entries)
            heads = tuple(title_of(one) for one in columns)
            yield Table(title_of(value.field), heads, rows, tuple(1 for _ in columns))

    def _column_cell(self, entry: Value, column: Field) -> Cell:
        one = entry.get(column.key)
        return self.set_cell(one) if one is not None and one.filled else cell(_NOT_SAID)

    def _name(self, name: str, entry: Value) -> str:
        """Return what to call an entry: its label, the title of the criterion it is about, or its number."""
        if name in self._catalogue.criteria:
            return self._catalogue.criteria[name].title
        return entry.label or (f"Nr. {name}" if name.isdigit() else title_of(entry.field) or name)


def title_of(field: Field) -> str:
    """Return what a person calls the field, as a heading."""
    return capitalize_first(field.title or field.key)


def is_simple(value: Value) -> bool:
    """Whether ``value`` fits into a cell: a scalar, some scalars, or a small group of those."""
    content = value.content
    if isinstance(content, list):
        return all(not isinstance(one.content, (dict, list)) for one in content)
    if isinstance(content, dict):
        if value.field.kind not in GROUPS or _TEXT in content:
            return False
        return all(is_simple(one) for one in content.values() if one.filled)
    return True


def _columns_of(entries: list[Value]) -> list[Field] | None:
    """Return the fields that entries have, if they make a table that can be read; else None."""
    columns: dict[str, Field] = {}
    for entry in entries:
        if not isinstance(entry.content, dict) or _TEXT in entry.content:
            return None
        for one in entry.content.values():
            if one.filled:
                if isinstance(one.content, dict) or not is_simple(one):
                    return None
                columns.setdefault(one.field.key, one.field)
    order = list(entries[0].field.fields) if entries else []
    return sorted(columns.values(), key=lambda one: order.index(one.key)) if len(columns) <= _MOST_COLUMNS else None


def _listed(cells: list[Cell]) -> Bullets:
    return Bullets(tuple(block.spans for each in cells for block in each if isinstance(block, Paragraph)))


def _joined(parts: Iterable[tuple[Span, ...]], between: str) -> Iterator[Span]:
    for number, part in enumerate(parts):
        if number:
            yield Span(between)
        yield from part
