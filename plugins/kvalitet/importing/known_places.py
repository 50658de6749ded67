"""A place that the existing file has already keeps its key there: the same address, or the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvalitet.fields.model import Field, Kind
from kvalitet.reading import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from kvalitet.importing.draft import Draft
    from kvalitet.importing.words import PlaceRule
    from kvalitet.reading.tree import Node


def match_places(draft: Draft, root: Mapping, fields: Dictionary[str, Field], rule: PlaceRule) -> None:
    """Give the places of ``draft`` the keys that ``root``, the existing file, has for them; references follow."""
    found = draft.values.get(rule.table)
    if not isinstance(found, dict):
        return
    known = _list_known(root, rule)
    renamed = {}
    for key, values in found.items():
        told = (_fold(str(values.get(name, ""))) for name in (rule.address, rule.name))
        renamed[key] = next((known[one] for one in told if one and one in known), key)
    if len(set(renamed.values())) < len(renamed):  # two of the document's places at one address
        return
    draft.values[rule.table] = {renamed[key]: values for key, values in found.items()}
    draft.notes = {
        (path[0], renamed.get(str(path[1]), path[1]), *path[2:])
        if path[0] == rule.table and len(path) > 1
        else path: said
        for path, said in draft.notes.items()
    }
    for name, values in draft.values.items():
        draft.values[name] = _follow(values, fields[name], rule.table, renamed)


def _list_known(root: Mapping, rule: PlaceRule) -> dict[str, str]:
    entry = root.entries.get(rule.table)
    places = entry.value.entries if entry is not None and isinstance(entry.value, Mapping) else {}
    known: dict[str, str] = {}
    for key, place in places.items():
        for name in (rule.address, rule.name):
            text = _fold(_text_at(place.value, name))
            if text:
                known.setdefault(text, key)
    return known


def _text_at(node: Node, name: str) -> str:
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else ""


def _fold(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _follow(value: Any, field: Field, table: str, renamed: dict[str, str]) -> Any:  # noqa: ANN401 - what a draft holds
    """Return ``value`` with its references to the places of ``table`` renamed."""
    if isinstance(value, dict):
        return {
            name: _follow(one, field.fields.get(name) or field.item or field, table, renamed)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [_follow(one, field.item or field, table, renamed) for one in value]
    return renamed.get(value, value) if field.kind is Kind.REFERENCE and field.target == table else value
