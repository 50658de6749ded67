"""Conditions evaluated on a standard: whether they hold, what carries them, and what is missing.

Evidence is complete: take all of it away and the condition no longer holds. What is missing names, beside the
words, the places that keep the condition from holding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.catalogue.conditions import All, AnyOf, Condition, Entries, Equals, Filled, Path, field_at
from kvalitet.fields import Reference, Value
from kvalitet.standard.lookup import Trace, trace_below, trace_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kvalitet.fields import Field
    from kvalitet.standard.model import Standard


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not there. ``at``: the places that stand in its way; empty where nothing is written."""

    words: str
    at: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of one condition. ``evidence`` is empty where it does not hold."""

    met: bool
    evidence: tuple[Value, ...] = ()
    missing: tuple[Missing, ...] = ()


def evaluate(condition: Condition, standard: Standard) -> Outcome:
    """Return the outcome of ``condition`` on ``standard``."""
    match condition:
        case Filled(path):
            return _evaluate_filled(path, standard)
        case All(conditions):
            return _evaluate_all([evaluate(one, standard) for one in conditions])
        case AnyOf(conditions):
            return _evaluate_any([evaluate(one, standard) for one in conditions])
        case Entries():
            return _evaluate_entries(condition, standard)
        case Equals(path, value):
            return _evaluate_equals(path, value, standard)


def _evaluate_filled(path: Path, standard: Standard) -> Outcome:
    traces = trace_path(standard, path)
    filled = [trace for trace in traces if trace.value.filled]
    if filled:
        return Outcome(met=True, evidence=_values(filled))
    words = describe_path(path, standard.catalogue.fields)
    return Outcome(met=False, missing=(Missing(words, tuple(trace.value for trace in traces)),))


def _evaluate_all(outcomes: list[Outcome]) -> Outcome:
    missing = tuple(one for outcome in outcomes for one in outcome.missing)
    if all(outcome.met for outcome in outcomes):
        return Outcome(met=True, evidence=_unique(one for outcome in outcomes for one in outcome.evidence))
    return Outcome(met=False, missing=missing)


def _evaluate_any(outcomes: list[Outcome]) -> Outcome:
    met = [outcome for outcome in outcomes if outcome.met]
    if met:
        return Outcome(met=True, evidence=_unique(one for outcome in met for one in outcome.evidence))
    choices = [" og ".join(one.words for one in outcome.missing) for outcome in outcomes]
    at = _unique(value for outcome in outcomes for one in outcome.missing for value in one.at)
    return Outcome(met=False, missing=(Missing(" eller ".join(dict.fromkeys(choices)), at),))


def _evaluate_equals(path: Path, wanted: str, standard: Standard) -> Outcome:
    traces = [one for trace in trace_path(standard, path) for one in _each(trace)]
    met = [trace for trace in traces if _is(trace.value, wanted)]
    if met:
        return Outcome(met=True, evidence=_values(met))
    words = f"{describe_path(path, standard.catalogue.fields)}: {wanted}"
    return Outcome(met=False, missing=(Missing(words, tuple(trace.value for trace in traces)),))


def _each(trace: Trace) -> list[Trace]:
    """Return the entries of a list of scalars, or the value itself."""
    if isinstance(trace.value.content, list):
        return [Trace(entry, trace.via) for entry in trace.value.content]
    return [trace]


def _evaluate_entries(condition: Entries, standard: Standard) -> Outcome:
    fitting = _fitting_entries(condition, standard)
    complete: list[tuple[Value, ...]] = []
    missing: list[Missing] = []
    for name, entry, carriers in fitting:
        found = [[one for one in trace_below(entry, path) if one.value.filled] for path in condition.has]
        if all(found) and (condition.has or entry.filled):
            own = _values(one for traces in found for one in traces) if condition.has else (entry,)
            complete.append((*carriers, *own))
        else:
            missing.append(_missing_in(name, entry, carriers, condition, found))
    met = bool(complete) and (not condition.every or len(complete) == len(fitting))
    if met:
        return Outcome(met=True, evidence=_unique(value for values in complete for value in values))
    if condition.every and missing:
        return Outcome(met=False, missing=tuple(missing))
    at = _unique(value for one in missing for value in one.at)
    return Outcome(met=False, missing=(Missing(_describe_entry(condition, standard), at),))


def _fitting_entries(condition: Entries, standard: Standard) -> list[tuple[str, Value, tuple[Value, ...]]]:
    """Return (name, entry, what makes it count) for each entry that fits ``where``."""
    found = []
    for trace in trace_path(standard, condition.path):
        for name, entry in trace.value.entries():
            tested = [entry.get(key) for key, _ in condition.where]
            if all(
                value is not None and _is(value, wanted)
                for value, (_, wanted) in zip(tested, condition.where, strict=True)
            ):
                carriers = (*trace.via, *(value for value in tested if value is not None))
                found.append((_entry_name(name, entry), entry, carriers))
    return found


def _missing_in(
    name: str, entry: Value, carriers: tuple[Value, ...], condition: Entries, found: list[list[Trace]]
) -> Missing:
    fields = entry.field.fields
    lacking = [_title(path, fields) for path, traces in zip(condition.has, found, strict=True) if not traces]
    words = f"{' og '.join(lacking)} ({name})" if lacking else f"indhold ({name})"
    return Missing(words, (entry, *carriers))


def _describe_entry(condition: Entries, standard: Standard) -> str:
    """Return what one entry that is asked for would be: 'tilbud (døgn) med intensitet'."""
    collection = field_at(condition.path, standard.catalogue.fields, standard.catalogue.fields)
    title = describe_path(condition.path, standard.catalogue.fields)
    below = collection.item.fields if collection is not None and collection.item is not None else {}
    where = ", ".join(_say_test(below[name], wanted) for name, wanted in condition.where)
    has = " og ".join(_title(path, below) for path in condition.has)
    if not condition.where:
        return f"{has} i mindst én af: {title}" if has else title
    return f"{title} ({where})" + (f" med {has}" if has else "")


def _say_test(known: Field, wanted: str) -> str:
    """A choice speaks for itself ('døgn'); ja and nej need their field's name ('krav om visitation: nej')."""
    return wanted if known.choices else f"{known.title}: {wanted}"


def describe_path(path: Path, fields: Mapping[str, Field]) -> str:
    """Return what a person calls the field at ``path``: 'frist i dage (behandlingsgaranti)'."""
    titles = [
        known.title or known.key
        for end in range(2, len(path) + 1)
        if (known := field_at(path[:end], fields, fields)) is not None
    ]
    if not titles:
        return fields[path[0]].title or path[0]
    return f"{': '.join(titles)} ({path[0]})"


def _title(path: Path, fields: Mapping[str, Field]) -> str:
    known = fields.get(path[0])
    for name in path[1:]:
        known = known.child(name) if known is not None else None
    return (known.title or known.key) if known is not None else path[-1]


def _entry_name(name: str, entry: Value) -> str:
    """Return what to call an entry: its label, else its key or number."""
    return entry.label or (f"nr. {name}" if name.isdigit() else name)


def _is(value: Value, wanted: str) -> bool:
    content = value.content
    if isinstance(content, bool):
        return wanted == ("ja" if content else "nej")
    if isinstance(content, Decimal):
        return str(content) == wanted
    if isinstance(content, Reference):
        return content.key == wanted
    return content == wanted


def _values(traces: Iterable[Trace]) -> tuple[Value, ...]:
    return _unique(value for trace in traces for value in (*trace.via, trace.value))


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple({id(value): value for value in values}.values())
