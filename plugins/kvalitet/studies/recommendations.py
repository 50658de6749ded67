"""Recommendations to municipalities, the questions asked about them, and the rules answers were merged by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kvalitet.studies.answers import AnswerSheet

Lines = tuple[tuple[str, int], ...]
"""Where something stands: (id of the source, line of its plain text)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source of the recommendations. ``source_text`` names the plain text that lines count in."""

    id: str
    title: str
    publisher: str
    year: str
    source_text: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One question with yes or no as its answer."""

    number: str
    title: str
    asks: str
    line: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation. ``municipal``: municipalities can follow it themselves, and were asked about it."""

    number: int
    title: str
    says: str
    municipal: bool
    lines: Lines
    indicators: tuple[Indicator, ...]
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Municipalities that answered together; ``absent`` are those that did not take part."""

    name: str
    municipalities: tuple[str, ...]
    absent: tuple[str, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """A rule by which answers were counted or merged."""

    id: str
    title: str
    says: str
    lines: Lines


@dataclass(frozen=True)
class Recommendations:
    """All of it. ``across`` are (recommendation, what was said of all clusters, line); ``sheets`` the answers."""

    documents: Mapping[str, Document]
    about: str
    reservations: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    clusters: tuple[Cluster, ...]
    across: tuple[tuple[int, str, int], ...]
    rules: tuple[AnswerRule, ...]
    our_line: str
    sheets: tuple[AnswerSheet, ...] = ()

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The questions by number, in order."""
        return {each.number: each for one in self.recommendations for each in one.indicators}
