"""What changed between two kept days, and how far the standards have come since the first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import COUNTED, DESCRIBED, Level
from kvalitet.export.coverage import ADOPTED
from kvalitet.export.promises import is_running_text, name_path, name_promise
from kvalitet.shares import round_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.export.history import Kept, Snapshot

_LEVEL_NAMES = {Level.NOT: "ikke beskrevet", Level.BRIEF: "kort beskrevet", Level.THOROUGH: "uddybende beskrevet"}


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in one municipality's standard since the day kept before ``day``; ``gone``: it is not there."""

    day: date
    before: date
    slug: str
    name: str
    example: bool
    lines: tuple[str, ...]
    gone: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One day of one group: how many standards counted, and what share of what the law asks for they describe."""

    day: date
    n: int
    share: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """How far one municipality has come: described criteria of those the law asks for, then and now, of ``asked``.

    ``lost`` are the titles of what was described then and is not now.
    """

    slug: str
    name: str
    then: int
    now: int
    asked: int
    lost: tuple[str, ...]


def list_changes(history: tuple[Snapshot, ...], catalogue: Catalogue) -> list[Change]:
    """Return the changes of one area between each kept day and the one before, newest first."""
    found = []
    for old, new in pairwise(history):
        before, after = old.areas.get(catalogue.area, {}), new.areas.get(catalogue.area, {})
        for slug in sorted(before.keys() | after.keys()):
            lines = tuple(_compare(before.get(slug), after.get(slug), catalogue))
            one = after.get(slug) or before[slug]
            if lines:
                found.append(Change(new.day, old.day, slug, one.name, bool(one.example), lines, slug not in after))
    return sorted(found, key=lambda change: (-change.day.toordinal(), change.slug))


def _compare(old: Kept | None, new: Kept | None, catalogue: Catalogue) -> Iterator[str]:
    if old is None:
        yield "Standarden er kommet til."
    elif new is None:
        yield "Standarden er taget ud."
    else:
        yield from _compare_states(old, new)
        if old.example is not None and new.example is not None:  # a broken file says nothing of what is promised
            yield from _compare_promises(old, new, catalogue)
            yield from _compare_levels(old, new, catalogue)


def _compare_states(old: Kept, new: Kept) -> Iterator[str]:
    if old.state != new.state:
        yield f"Standarden var {old.state} og er nu {new.state}."
    if new.adopted is not None and old.adopted != new.adopted:
        yield f"Standarden er vedtaget {new.adopted}."


def _compare_promises(old: Kept, new: Kept, catalogue: Catalogue) -> Iterator[str]:
    for path in dict.fromkeys([*old.promises, *new.promises]):
        before, after = old.promises.get(path), new.promises.get(path)
        if before is None and after is not None:
            yield f"Nyt: {name_promise(path, after, catalogue)}."
        elif after is None and before is not None:
            yield f"Væk: {name_promise(path, before, catalogue)}."
        elif before is not None and after is not None and before != after:
            yield _say_difference(name_path(path, catalogue), before, after)


def _say_difference(name: str, before: str, after: str) -> str:
    if is_running_text(before) or is_running_text(after):
        return f"Ændret: {name}. Teksten er en anden."
    return f"Ændret: {name}, fra »{before}« til »{after}«."


def _compare_levels(old: Kept, new: Kept, catalogue: Catalogue) -> Iterator[str]:
    for name, level in new.levels.items():
        before = old.levels.get(name)
        if before is not None and before != level and name in catalogue.criteria:
            title = catalogue.criteria[name].title
            yield f"{title}: før {_say_level(before)}, nu {_say_level(level)}."


def _say_level(level: str) -> str:
    return _LEVEL_NAMES.get(Level(level), level)


def law_criteria(catalogue: Catalogue, day: date) -> list[str]:
    """Return the criteria the law asks for on ``day``: the one yardstick that all days are measured by."""
    edition = catalogue.edition_on(day)
    return [name for name in catalogue.criteria if edition.demands_by_law(name)]


def trace_shares(history: tuple[Snapshot, ...], catalogue: Catalogue, day: date, *, example: bool) -> list[Point]:
    """Return one point for each kept day, real or invented municipalities alone, measured by the law of ``day``."""
    criteria = law_criteria(catalogue, day)
    return [_point(snapshot, catalogue.area, criteria, example=example) for snapshot in history]


def _point(snapshot: Snapshot, area: str, criteria: list[str], *, example: bool) -> Point:
    counted = _adopted(snapshot, area, example=example)
    levels = [Level(one.levels[name]) for one in counted.values() for name in criteria if name in one.levels]
    relevant = [level for level in levels if level in COUNTED]
    return Point(snapshot.day, len(counted), round_share(sum(level in DESCRIBED for level in relevant), len(relevant)))


def _adopted(snapshot: Snapshot, area: str, *, example: bool) -> Mapping[str, Kept]:
    kept = snapshot.areas.get(area, {})
    return {slug: one for slug, one in kept.items() if one.state in ADOPTED and one.example is example}


def list_moves(history: tuple[Snapshot, ...], catalogue: Catalogue, day: date, *, example: bool) -> list[Move]:
    """Return how far each municipality has come that was adopted on the first and on the last kept day."""
    if not history:
        return []
    criteria = law_criteria(catalogue, day)
    first = _adopted(history[0], catalogue.area, example=example)
    last = _adopted(history[-1], catalogue.area, example=example)
    moves = [_move(first[slug], last[slug], criteria, catalogue) for slug in first.keys() & last.keys()]
    return sorted(moves, key=lambda move: (move.then - move.now, move.slug))


def _move(old: Kept, new: Kept, criteria: list[str], catalogue: Catalogue) -> Move:
    then, now = _described(old, criteria), _described(new, criteria)
    asked = sum(Level(new.levels.get(name, Level.UNASSESSED)) in COUNTED for name in criteria)
    lost = tuple(catalogue.criteria[name].title for name in criteria if name in then - now)
    return Move(new.slug, new.name, len(then), len(now), asked, lost)


def _described(one: Kept, criteria: list[str]) -> set[str]:
    return {name for name in criteria if one.levels.get(name) in DESCRIBED}
