"""The path of questions as the templates show it: neutral anchors, what belongs together, dates counted as examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kvalitet.complaint import ComplaintPaths, Outcome, Way, walk_paths
from kvalitet.complaint.dates import holidays, last_day_to_begin, last_day_to_complain

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.catalogue.model import LegalReference
    from kvalitet.complaint.dates import Deadline

START, DEADLINE, HELP, OWN = "regn-start", "regn-frist", "hjaelp", "egen-"
_YEARS_OF_HOLIDAYS = 2
_FRIDAY = 4
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a letter, or the name of a blank."""

    text: str
    slot: bool


@dataclass(frozen=True)
class PathView:
    """The path of one area on one day. ``anchors``: a neutral name for each part, since it may stand in a history."""

    paths: ComplaintPaths
    day: date

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The anchor of each part by its id: ``sp-1``, ``sp-2``, … in the page's order, telling nothing."""
        paths = self.paths
        own = [OWN + law for law in dict.fromkeys(way.law for way in paths.ways.values()) if law]
        parts = [*paths.questions, *paths.outcomes, START, DEADLINE, *paths.ways, *own, HELP, *paths.letters]
        return {name: f"sp-{number}" for number, name in enumerate(parts, 1)}

    @cached_property
    def situations(self) -> dict[str, str]:
        """When an outcome holds: with a decision, without one, or "" for both."""
        reached: dict[str, set[bool | None]] = {}
        for walk in walk_paths(self.paths):
            if walk.outcome is not None:
                reached.setdefault(walk.outcome.id, set()).add(walk.decision)
        told = {True: "Når du har fået et svar", False: "Når du ikke har fået et svar"}
        return {name: told[decisions == {True}] if len(decisions) == 1 else "" for name, decisions in reached.items()}

    def shown_with(self, outcome: Outcome) -> list[str]:
        """Return the anchors of what belongs to ``outcome``, in the page's order."""
        way = self.paths.ways[outcome.way]
        names = [START] if outcome.counts_start else []
        names += [DEADLINE] if way.weeks is not None else []
        names += [way.id, HELP]
        names += [outcome.draft.letter] if outcome.draft is not None else []
        return [self.anchors[name] for name in names]

    def own_anchor(self, way: Way) -> str:
        """Return the anchor of the municipality's own way, "" where a standard tells none for it."""
        return self.anchors[OWN + way.law] if way.law else ""

    @cached_property
    def deadline_way(self) -> Way:
        """The way with a deadline, of which the calculator tells."""
        return next(way for way in self.paths.ways.values() if way.weeks is not None)

    @cached_property
    def weeks(self) -> int:
        """The weeks within which to complain of a decision."""
        return self.deadline_way.weeks or 0

    @cached_property
    def start_examples(self) -> list[tuple[date, date]]:
        """A few days of asking with the last day to begin, around the day the site was made."""
        return [(day, last_day_to_begin(day, self.paths.start_days)) for day in _some_days(self.day)]

    @cached_property
    def deadline_examples(self) -> list[tuple[date, Deadline]]:
        """The same days of receipt with the last day to complain."""
        return [(day, last_day_to_complain(day, self.weeks)) for day in _some_days(self.day)]

    @cached_property
    def holidays(self) -> list[tuple[date, str]]:
        """The holidays to come that are no Saturday or Sunday, this year and the next."""
        years = range(self.day.year, self.day.year + _YEARS_OF_HOLIDAYS)
        found = [pair for year in years for pair in holidays(year).items()]
        return [(day, name) for day, name in found if day >= self.day and day.weekday() <= _FRIDAY]

    @staticmethod
    def references_of(part: Outcome | Way) -> list[LegalReference]:
        """Return what ``part`` leans on, each once, in order."""
        statements = [one for each in part.parts.values() for one in each] if isinstance(part, Way) else part.statements
        return list({one.id: one for statement in statements for one in statement.references}.values())

    @staticmethod
    def pieces(words: str) -> list[Piece]:
        """Return the words of a letter's line, and its blanks, in order."""
        found = _SLOT.split(words)
        return [Piece(text, slot=bool(number % 2)) for number, text in enumerate(found) if text]


def _some_days(day: date) -> list[date]:
    """The seven days up to ``day``: one of each weekday, and a reader's own letter is often among them."""
    return [day.fromordinal(day.toordinal() - back) for back in range(6, -1, -1)]
