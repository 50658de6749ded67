"""The YAML that a criterion asks for, with blanks, indented for the place in the standard where it belongs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue.conditions import All, AnyOf, Condition, Entries, Equals, Filled
from kvalitet.fields.edits import comment_on, quote, value_to_fill
from kvalitet.fields.model import GROUPS, Field, Kind
from kvalitet.findings import BLANK, Edit
from kvalitet.reading.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kvalitet.catalogue import Criterion
    from kvalitet.fields import Value
    from kvalitet.standard.model import Standard

_STEP = "  "
_ENTRY = "navn_paa_stedet"
_AFTER_KEY = re.compile(r"""\s*:\s*(?:(\{)|#.*|$)""")

Tree = dict[str, "Tree | str"]
"""What is asked for: per key what is below it, or the value it must have ("" where that is the author's to say)."""


def write_skeleton(criterion: Criterion, standard: Standard) -> Edit | None:
    """Return the edit that makes room for what ``criterion`` asks for; None where its place cannot be told.

    What is inherited has no place here: a section of one's own would take the place of all of it.
    """
    tree = _want(criterion)
    key, below = next(iter(tree.items()))
    if key in standard.via:
        return None
    value = standard.own.get(key)
    known = standard.catalogue.fields[key]
    lines = split_lines(standard.text)
    if value is None:
        return _append("\n".join(_write(known, below, "")), lines)
    return _place_below(value, below, lines)


@lru_cache(maxsize=256)
def _want(criterion: Criterion) -> Tree:
    """Return what the two levels ask for in the section that comes first, the first of each choice."""
    tree: Tree = {}
    wanted = (*_paths(criterion.brief), *_paths(criterion.thorough))
    for path, value in wanted:
        if path[0] != wanted[0][0][0]:
            continue
        at = tree
        for name in path[:-1]:
            inner = at.setdefault(name, {})
            if not isinstance(inner, dict):
                inner = at[name] = {}
            at = inner
        at.setdefault(path[-1], value)
    return tree


def _paths(condition: Condition) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the paths that ``condition`` reads, each with the value that tells entries apart, "" for all others."""
    match condition:
        case Filled(path) | Equals(path, _):  # what is true of the municipality is its own to say
            yield path, ""
        case All(conditions):
            for one in conditions:
                yield from _paths(one)
        case AnyOf(conditions):
            yield from _paths(conditions[0])
        case Entries(path, _, where, has):
            for name, value in where:
                yield (*path, *name.split(".")), value
            for below in has:
                yield (*path, *below), ""
            if not where and not has:
                yield path, ""


def _append(text: str, lines: Sequence[str]) -> Edit:
    end = (len(lines), len(lines[-1]) + 1)
    return Edit(end, end, f"\n{text}\n" if lines[-1].strip() else f"{text}\n")


def _place_below(value: Value, tree: Tree | str, lines: Sequence[str]) -> Edit | None:
    """Return the edit that adds what is missing of ``tree`` to a value that stands there."""
    if isinstance(tree, str) or value.content is None:
        return None
    if value.field.item is not None:
        return _place_in_collection(value, tree, lines)
    missing = {key: below for key, below in tree.items() if value.get(key) is None}
    if missing:
        return _insert(value, missing, lines)
    inner = ((value.get(key), below) for key, below in tree.items())
    return next((edit for one, below in inner if one is not None and (edit := _place_below(one, below, lines))), None)


def _place_in_collection(value: Value, tree: Tree, lines: Sequence[str]) -> Edit | None:
    entries = [entry for _, entry in value.entries()]
    wanted = {key: one for key, one in tree.items() if isinstance(one, str) and one}
    fitting = [
        entry
        for entry in entries
        if all((child := entry.get(key)) is not None and child.raw == one for key, one in wanted.items())
    ]
    if fitting:
        return next((edit for entry in fitting if (edit := _place_below(entry, tree, lines))), None)
    if not entries or value.field.kind is not Kind.LIST or not isinstance(entries[0].content, dict):
        return None
    first, item = entries[0], value.field.item
    if item is None or lines[first.line - 1][first.column - 1 : first.column] == "{":
        return None
    indent = " " * (first.column - 1)
    text = "\n".join(_write_fields(item.fields, tree, indent)).lstrip()
    at = (first.line, first.column)
    return Edit(at, at, f"{text}\n{indent[: -len('- ')]}- ")


def _insert(group: Value, missing: Tree, lines: Sequence[str]) -> Edit | None:
    """Return the edit that adds ``missing`` as the first fields of ``group``."""
    line = lines[group.line - 1]
    if group.path.endswith("]"):  # an entry of a list stands where its first field does
        if line[group.column - 1 : group.column] == "{":
            return _insert_in_braces(group, missing, (group.line, group.column + 1))
        indent = " " * (group.column - 1)
        at = (group.line, group.column)
        return Edit(at, at, "\n".join(_write_fields(group.field.fields, missing, indent)).lstrip() + f"\n{indent}")
    end = group.end
    after = _AFTER_KEY.match(line, end[1] - 1) if end is not None and end[0] == group.line else None
    if after is None:
        return None
    if after[1]:
        return _insert_in_braces(group, missing, (group.line, after.end() + 1))
    inside = next((one for one in lines[group.line :] if one.strip() and not one.lstrip().startswith("#")), "")
    indent = inside[: len(inside) - len(inside.lstrip())]
    at = (group.line + 1, 1)
    return Edit(at, at, "\n".join(_write_fields(group.field.fields, missing, indent)) + "\n")


def _insert_in_braces(group: Value, missing: Tree, at: tuple[int, int]) -> Edit | None:
    if not all(isinstance(below, str) for below in missing.values()):
        return None
    pairs = (f" {key}: {_value(group.field.fields[key], str(below))}," for key, below in missing.items())
    return Edit(at, at, "".join(pairs))


def _write_fields(fields: Mapping[str, Field], tree: Tree, indent: str) -> Iterator[str]:
    """Yield the lines of several fields, in the catalogue's order."""
    for key, known in fields.items():
        if key in tree:
            yield from _write(known, tree[key], indent)


def _write(known: Field, below: Tree | str, indent: str) -> Iterator[str]:
    """Yield the lines of one field with what is ``below`` it; what a reference names stands elsewhere."""
    item = known.item
    if Kind.REFERENCE in {known.kind, item.kind if item is not None else known.kind}:
        below = ""
    if item is not None and isinstance(below, dict):
        yield f"{indent}{known.key}:"
        if known.kind is Kind.TABLE:
            yield f"{indent}{_STEP}{_ENTRY}:"
            yield from _write_fields(item.fields, below, indent + 2 * _STEP)
        else:
            inner = list(_write_fields(item.fields, below, indent + 2 * _STEP))
            yield f"{indent}{_STEP}- {inner[0].lstrip()}"
            yield from inner[1:]
    elif item is not None and item.kind in GROUPS:
        first = item.short or next(iter(item.fields))
        yield from _write(known, {first: ""}, indent)
    elif item is not None:
        yield f"{indent}{known.key}: [{_value(item, str(below))}]{_comment(item, str(below))}"
    elif isinstance(below, dict):
        yield f"{indent}{known.key}:"
        yield from _write_fields(known.fields, below, indent + _STEP)
    elif known.kind in GROUPS:
        first = known.short or next(iter(known.fields))
        yield from _write(known, {first: ""}, indent)
    elif known.kind is Kind.TEXT and not below:
        yield f"{indent}{known.key}: >"
        yield f"{indent}{_STEP}{BLANK}"
    else:
        yield f"{indent}{known.key}: {_value(known, below)}{_comment(known, below)}"


def _value(known: Field, wanted: str) -> str:
    """Return what must stand in the field: what is asked for, or what the law fixes, else a blank."""
    if wanted:
        return quote(wanted, in_brackets=True)
    for limit in known.limits:
        fixed = limit.only[0] if len(limit.only) == 1 else limit.exactly
        if fixed is not None and not limit.when:
            return quote(str(fixed))
    return value_to_fill(known)


def _comment(known: Field, wanted: str) -> str:
    return "" if wanted or _value(known, wanted) != BLANK else comment_on(known)
