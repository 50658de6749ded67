"""What one value tells a reader: the citizen's sentences where the catalogue has some, else its title and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.fields import Kind, Value
from kvalitet.fields.model import COLLECTIONS, GROUPS
from kvalitet.present.facts import tell_facts
from kvalitet.present.text import plain_text, render_text
from kvalitet.present.words import capitalize_first, say_value

if TYPE_CHECKING:
    from kvalitet.fields import Field


def tell(value: Value | None, file: str) -> tuple[str, ...]:
    """Return the lines that ``value`` of the standard in ``file`` tells; nothing where nothing stands."""
    if value is None or not value.filled:
        return ()
    if not speaks_as_one(value.field):
        return tuple(line for one in _in_order(value) for line in tell(one, file))
    if value.field.kind is Kind.TEXT:
        return (plain_text(render_text(say_value(value))),)
    return _sentences(value, file) or _bare(value)


def speaks_as_one(field: Field) -> bool:
    """Whether a value of ``field`` is told whole.

    So is a scalar, a group with one sentence for all its fields, and a number with its unit.
    """
    if field.kind in COLLECTIONS:
        return False
    sentence = isinstance(field.citizen, str) and "{" in field.citizen
    return field.kind not in GROUPS or sentence or any(one.weights for one in field.fields.values())


def title_of(field: Field) -> str:
    """Return what a person calls the field, as a heading."""
    return capitalize_first(field.title or field.key)


def _in_order(value: Value) -> list[Value]:
    """Return what stands below ``value``, fields in the catalogue's order: that of the file says nothing."""
    below = [one for _, one in value.entries() if one.filled]
    order = list(value.field.fields)
    return sorted(below, key=lambda one: order.index(one.field.key)) if order else below


def _sentences(value: Value, file: str) -> tuple[str, ...]:
    told = (plain_text(one) for fact in tell_facts(value, file) for one in fact.sentences)
    return tuple(line for line in told if line)


def _bare(value: Value) -> tuple[str, ...]:
    """Return 'Title: value', the fields of a group after each other: 'Frist for handleplanen: 3 måneder'."""
    parts = _in_order(value) if value.field.kind in GROUPS else [value]
    unit = f" {value.field.unit}" if value.field.unit else ""
    said = f"{' '.join(' '.join(say_value(one).split()) for one in parts)}{unit}"
    return (f"{title_of(value.field)}: {said}" if value.field.title else said,)
