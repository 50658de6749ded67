"""From a path to values: through groups, every entry of lists and tables, and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kvalitet.fields import Kind, Reference, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.standard.model import Standard

_TEXT = "tekst"


class Trace(NamedTuple):
    """A value at the end of a path. ``via``: what else must stay for it to be found there."""

    value: Value
    via: tuple[Value, ...]


def trace_path(standard: Standard, path: tuple[str, ...]) -> list[Trace]:
    """Return what ``path`` leads to in ``standard``, in the order it stands."""
    first, rest = path[0], path[1:]
    value = standard.values.get(first)
    found = list(trace_below(value, rest, standard.via.get(first, ()))) if value is not None else []
    if rest == (_TEXT,) and first in standard.covered and not any(one.value.filled for one in found):
        text, entry = standard.covered[first]
        found.append(Trace(text, (*standard.via.get(text.path.partition(".")[0], ()), entry)))
    return found


def trace_below(value: Value, path: tuple[str, ...], via: tuple[Value, ...] = ()) -> Iterator[Trace]:
    """Yield what ``path`` leads to from ``value``."""
    for step, name in enumerate(path):
        content = value.content
        if not isinstance(content, dict) or value.field.kind is Kind.TABLE:
            yield from _trace_entries(value, path[step:], via)
            return
        if name not in content:
            return
        value = content[name]
    yield Trace(value, via)


def _trace_entries(value: Value, path: tuple[str, ...], via: tuple[Value, ...]) -> Iterator[Trace]:
    """Yield what ``path`` leads to from each entry of a list or table, or from what a reference names."""
    content = value.content
    if isinstance(content, Reference):
        if content.target is not None:
            yield from trace_below(content.target, path, (*via, value))
    elif isinstance(content, list | dict):
        for one in content.values() if isinstance(content, dict) else content:
            yield from trace_below(one, path, via)
