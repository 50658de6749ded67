"""Ways to divide the standards into groups (``opdelinger.yml``), and what good looks like (``gode_eksempler.yml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import forms
from kvalitet.catalogue.access import Reader, entries, prose, string
from kvalitet.catalogue.conditions import Condition, ConditionError, parse_condition
from kvalitet.catalogue.model import Division, Model
from kvalitet.reading.tree import Node

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields.model import Field
    from kvalitet.fields.value import Value


def read_divisions(reader: Reader, fields: Dictionary[str, Field]) -> tuple[Division, ...]:
    """Return the divisions in the file's order; each condition reads fields of a standard."""
    made = []
    for values, _ in entries(reader.read(forms.DIVISIONS), "opdelinger"):
        groups = []
        for one, _place in entries(values, "grupper"):
            when = _read_condition(one.get("når"), fields, reader)
            if when is not None:
                unless = _read_condition(one.get("medmindre"), fields, reader)
                groups.append((string(one, "id"), string(one, "titel"), when, unless))
        made.append(Division(string(values, "id"), string(values, "titel"), prose(values, "note"), tuple(groups)))
    return tuple(made)


def read_models(reader: Reader) -> dict[str, Model]:
    """Return what good looks like by requirement."""
    made: dict[str, Model] = {}
    for values, place in entries(reader.read(forms.MODELS), "eksempler"):
        name = string(values, "krav")
        if name in made:
            reader.report_at(place, f"'{name}' stands twice.", "One entry for each requirement.")
        made[name] = Model(name, string(values, "kort").rstrip(), string(values, "langt").rstrip(), place)
    return made


def _read_condition(value: Value | None, fields: Dictionary[str, Field], reader: Reader) -> Condition | None:
    if value is None or not isinstance(value.content, Node):
        return None
    try:
        return parse_condition(value.content, fields)
    except ConditionError as error:
        reader.report(error.node, str(error))
        return None
