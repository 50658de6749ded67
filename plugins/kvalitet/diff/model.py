"""What is otherwise between two standards, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess import Level

if TYPE_CHECKING:
    from kvalitet.catalogue import Criterion, Requirement, Right
    from kvalitet.catalogue.model import Demand, Subject
    from kvalitet.check import Assessed
    from kvalitet.findings import Finding

_RANKS = {Level.NOT: 0, Level.BRIEF: 1, Level.THOROUGH: 2}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that reads otherwise. ``about``: what it belongs to, from the outside in.

    ``before`` is empty where it is new, ``after`` where it is gone. ``worse``: it promises the citizen less.
    ``path``: where it stands, in the new standard unless it is gone from it.
    """

    about: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    path: str
    worse: bool = False


@dataclass(frozen=True, slots=True)
class SubjectChanges:
    """What is otherwise in one subject of the citizen's page.

    ``silent``: rights that the page now states from the law, because the standard no longer describes them;
    ``described``: those it stated from the law before.
    """

    subject: Subject
    changes: tuple[Change, ...]
    silent: tuple[Right, ...]
    described: tuple[Right, ...]


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A criterion that is described more or less than before."""

    criterion: Criterion
    before: Level
    after: Level
    demand: Demand | None

    @property
    def worse(self) -> bool:
        """Whether it is described less."""
        return self.before in _RANKS and self.after in _RANKS and _RANKS[self.after] < _RANKS[self.before]

    @property
    def better(self) -> bool:
        """Whether it is described more."""
        return self.before in _RANKS and self.after in _RANKS and _RANKS[self.after] > _RANKS[self.before]


@dataclass(frozen=True, slots=True)
class MetChange:
    """A requirement of which all that the law asks for is described now and was not before, or the other way."""

    requirement: Requirement
    met: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is otherwise in ``new`` than in ``old``, both measured by the same edition on the same day.

    ``document`` is what the standard says of itself. ``found`` and ``gone`` are findings, those about criteria
    whose level tells the same left out.
    """

    old: Assessed
    new: Assessed
    subjects: tuple[SubjectChanges, ...]
    document: tuple[Change, ...]
    levels: tuple[LevelChange, ...]
    met: tuple[MetChange, ...]
    found: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    @property
    def for_citizens(self) -> int:
        """How many things read otherwise for a citizen, on the page made for them or in the whole standard."""
        told = [len(one.changes) + len(one.silent) + len(one.described) for one in self.subjects]
        return sum(told) + len(self.document)

    @property
    def worse_for_citizens(self) -> int:
        """How many of them are for the worse, as far as can be told."""
        marked = [sum(change.worse for change in one.changes) + len(one.silent) for one in self.subjects]
        return sum(marked) + sum(one.worse for one in self.document)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is otherwise."""
        return not (self.for_citizens or self.levels or self.met or self.found or self.gone)
