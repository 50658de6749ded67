"""The path of questions, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.acute import STALE_AFTER_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kvalitet.catalogue.model import LegalReference, Proof
    from kvalitet.findings import Place

PARTS: Mapping[str, str] = {
    "hvem": "Hvem går jeg til?",
    "hvornår": "Hvornår?",
    "hvordan": "Hvordan?",
    "bagefter": "Hvad sker der så?",
    "for_sent": "Hvad, hvis der er gået lang tid?",
    "imens": "Hvad gælder, mens jeg venter?",
}
"""What every way must answer, by the key in the files, with the reader's own question."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One or two plain sentences to the reader; ``references`` carry what they say of the law."""

    words: str
    references: tuple[LegalReference, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and the question or outcome it leads to. ``decision``: what it settles, None if it settles nothing."""

    words: str
    target: str
    decision: bool | None
    place: Place


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``situation`` tells where on the path the reader is, "" at its beginning."""

    id: str
    title: str
    situation: str
    help: tuple[Statement, ...]
    answers: tuple[Answer, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Way:
    """How to go about it. ``law`` is the entry of a standard that tells the municipality's own way, "" where none does.

    ``weeks`` is the deadline that a decision starts, None where there is none; ``parts`` answer each of ``PARTS``.
    """

    id: str
    title: str
    law: str
    weeks: int | None
    deadline_reference: LegalReference | None
    parts: Mapping[str, tuple[Statement, ...]]
    place: Place


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One line of a letter. ``always``: in every letter of its kind. ``{name}`` in the words is a blank to fill in."""

    id: str
    statement: Statement
    always: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of letter. ``decision``: it complains of a decision, so only who has one may be given it."""

    id: str
    title: str
    subject: str
    decision: bool
    parts: tuple[LetterPart, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """The letter an outcome gives: its kind, the sentences of its own, and the parts it takes besides those in all."""

    letter: str
    sentences: tuple[str, ...]
    parts: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a path ends: what to do today, why, and the way to go about it.

    ``counts_start``: the reader asked the municipality for treatment, so the last day to begin can be counted.
    ``subject``: what a standard calls that which is complained of, "" where it has no name for it.
    """

    id: str
    title: str
    acts: tuple[Statement, ...]
    because: tuple[Statement, ...]
    way: str
    counts_start: bool
    subject: str
    draft: Draft | None
    place: Place

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that is said of this outcome alone."""
        return self.acts + self.because


@dataclass(frozen=True, slots=True)
class Helper:
    """Someone who may help, with a number and how that was verified; shown only when confirmed."""

    id: str
    name: str
    number: str
    purpose: str
    source: str
    proof: Proof
    checked: date

    def stale_on(self, today: date) -> bool:
        """Whether its last check is more than half a year old."""
        return (today - self.checked).days > STALE_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class OwnWay:
    """Where a standard tells the municipality's own way to complain.

    ``listing`` is the list, ``by`` the field of an entry that names the law, ``words`` the one with plain words,
    ``subjects`` the list of what can be complained of and ``subject`` the field of its entries that names one.
    """

    listing: str
    by: str
    words: str
    subjects: str
    subject: str


@dataclass(frozen=True, slots=True)
class ComplaintPaths:
    """The whole of it for one area. ``start_days``: within so many days of asking treatment must begin."""

    first: str
    start_days: int
    start_reference: LegalReference
    own_way: OwnWay
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]
    ways: Mapping[str, Way]
    letters: Mapping[str, Letter]
    help: tuple[Statement, ...]
    helpers: tuple[Helper, ...]

    def shown_helpers(self, confirmed: frozenset[str]) -> tuple[Helper, ...]:
        """Return those whoever runs the site has confirmed: an old number can cost a person their case."""
        return tuple(one for one in self.helpers if one.id in confirmed)

    def statements_at(self, outcome: Outcome) -> Iterator[Statement]:
        """Yield all that is said where a path ends in ``outcome``, in the order in which it is read."""
        yield from outcome.statements
        for part in self.ways[outcome.way].parts.values():
            yield from part
        yield from self.help

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Yield every statement once, with the id of the question, outcome, way or letter it belongs to."""
        for question in self.questions.values():
            yield from ((question.id, one) for one in question.help)
        for outcome in self.outcomes.values():
            yield from ((outcome.id, one) for one in outcome.statements)
        for way in self.ways.values():
            yield from ((way.id, one) for part in way.parts.values() for one in part)
        for letter in self.letters.values():
            yield from ((letter.id, part.statement) for part in letter.parts)
        yield from (("", one) for one in self.help)
