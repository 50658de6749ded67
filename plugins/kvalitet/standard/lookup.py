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
    if not path:
        yield Trace(value, via)
        return
    content = value.content
    if isinstance(content, Reference):
        if content.target is not None:
            yield from trace_below(content.target, path, (*via, value))
    elif isinstance(content, list):
        for one in content:
            yield from trace_below(one, path, via)
    elif isinstance(content, dict):
        if value.field.kind is Kind.TABLE:
            for one in content.values():
                yield from trace_below(one, path, via)
        elif path[0] in content:
            yield from trace_below(content[path[0]], path[1:], via)
