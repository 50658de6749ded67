"""The small language of levels: conditions over fields, as data. Parsing only; ``assess`` evaluates.

Grammar, one of: a path · ``alle``/``en_af`` with a list · ``nogen``/``hver`` with a path, ``hvor`` and ``har`` ·
``felt`` with ``er``. No negation, no arithmetic, no text length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.fields.model import COLLECTIONS, Field, Kind
from kvalitet.reading.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """The path leads to something that is filled."""

    path: Path


@dataclass(frozen=True, slots=True)
class All:
    """Each condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Some (``every`` false) or each entry at ``path`` that fits ``where`` has all of ``has``."""

    path: Path
    every: bool
    where: tuple[tuple[str, str], ...]
    has: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Equals:
    """The field at ``path`` holds ``value``, as it is written in YAML."""

    path: Path
    value: str


Condition = Filled | All | AnyOf | Entries | Equals


class ConditionError(ValueError):
    """The node is no condition; ``node`` is where."""

    def __init__(self, message: str, node: Node) -> None:
        super().__init__(message)
        self.node = node


def parse_condition(node: Node, fields: Dictionary[str, Field]) -> Condition:
    """Return the condition that ``node`` holds; every path must lead to a field of ``fields``."""
    if isinstance(node, Scalar):
        return Filled(_parse_path(node, fields, fields))
    if not isinstance(node, Mapping):
        raise ConditionError("A condition is a path or a mapping.", node)
    keys = set(node.entries)
    for word, make in (("alle", All), ("en_af", AnyOf)):
        if keys == {word}:
            listed = node.entries[word].value
            if not isinstance(listed, Sequence) or not listed.items:
                raise ConditionError(f"'{word}' holds a list of conditions.", listed)
            return make(tuple(parse_condition(one, fields) for one in listed.items))
    if keys == {"felt", "er"}:
        return _parse_equals(node, fields)
    if len(keys & {"nogen", "hver"}) == 1 and keys <= {"nogen", "hver", "hvor", "har"}:
        return _parse_entries(node, fields)
    raise ConditionError(f"Not a condition: {', '.join(sorted(keys))}.", node)


def paths_of(condition: Condition) -> list[Path]:
    """Return every path a condition reads."""
    match condition:
        case Filled(path) | Equals(path, _):
            return [path]
        case All(conditions) | AnyOf(conditions):
            return [path for one in conditions for path in paths_of(one)]
        case Entries(path, _, where, has):
            below = [(*path, *one) for one in has] + [(*path, *name.split(".")) for name, _ in where]
            return [path, *below]


def field_at(path: Path, fields: Dictionary[str, Field], roots: Dictionary[str, Field]) -> Field | None:
    """Return the field ``path`` leads to from ``fields``, stepping through entries and references."""
    known = fields.get(path[0])
    for name in path[1:]:
        if known is None:
            return None
        while known.item is not None:
            known = known.item
        if known.kind is Kind.REFERENCE:
            table = roots.get(known.target)
            known = table.item if table is not None and table.item is not None else known
        known = known.child(name)
    return known


def _parse_path(node: Scalar, fields: Dictionary[str, Field], roots: Dictionary[str, Field]) -> Path:
    path = tuple(node.text.split("."))
    if field_at(path, fields, roots) is None:
        raise ConditionError(f"No field '{node.text}'.", node)
    return path


def _parse_equals(node: Mapping, fields: Dictionary[str, Field]) -> Equals:
    target, value = node.entries["felt"].value, node.entries["er"].value
    if not isinstance(target, Scalar) or not isinstance(value, Scalar):
        raise ConditionError("'felt' is a path and 'er' a value.", node)
    path = _parse_path(target, fields, fields)
    _check_choice(field_at(path, fields, fields), value)
    return Equals(path, value.text)


def _parse_entries(node: Mapping, fields: Dictionary[str, Field]) -> Entries:
    word = "nogen" if "nogen" in node.entries else "hver"
    target = node.entries[word].value
    if not isinstance(target, Scalar):
        raise ConditionError(f"'{word}' is a path to a list or table.", target)
    path = _parse_path(target, fields, fields)
    collection = field_at(path, fields, fields)
    if collection is None or collection.kind not in COLLECTIONS or collection.item is None:
        raise ConditionError(f"'{target.text}' is no list or table.", target)
    below = collection.item.fields
    has = _parse_has(node, below, fields)
    where = _parse_where(node, below)
    return Entries(path, word == "hver", where, has)


def _parse_has(node: Mapping, below: Dictionary[str, Field], roots: Dictionary[str, Field]) -> tuple[Path, ...]:
    entry = node.entries.get("har")
    if entry is None:
        return ()
    if not isinstance(entry.value, Sequence):
        raise ConditionError("'har' is a list of paths.", entry.value)
    paths = []
    for one in entry.value.items:
        if not isinstance(one, Scalar):
            raise ConditionError("'har' is a list of paths.", one)
        paths.append(_parse_path(one, below, roots))
    return tuple(paths)


def _parse_where(node: Mapping, below: Dictionary[str, Field]) -> tuple[tuple[str, str], ...]:
    entry = node.entries.get("hvor")
    if entry is None:
        return ()
    if not isinstance(entry.value, Mapping):
        raise ConditionError("'hvor' is {field: value}.", entry.value)
    pairs = []
    for name, one in entry.value.entries.items():
        if not isinstance(one.value, Scalar) or name not in below:
            raise ConditionError(f"'hvor' names a field of the entries and a value: '{name}'.", one.value)
        _check_choice(below[name], one.value)
        pairs.append((name, one.value.text))
    return tuple(pairs)


def _check_choice(known: Field | None, value: Scalar) -> None:
    """A value that no choice can take would make the condition unreachable."""
    if known is not None and known.choices and value.text not in known.choices:
        raise ConditionError(f"'{value.text}' is not among the choices of '{known.key}'.", value)
