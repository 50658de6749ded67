"""The catalogue of one service area, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from datetime import date

    from kvalitet.catalogue.conditions import Condition
    from kvalitet.catalogue.language import Language, Privacy
    from kvalitet.fields.empty import EmptyWords
    from kvalitet.fields.model import Field, Order
    from kvalitet.findings import Place


class Proof(StrEnum):
    """How a legal statement was verified: seen word for word, retold, seen in translation, or inferred."""

    VERBATIM = "ordret"
    RETOLD = "gengivet"
    TRANSLATED = "oversat"
    INFERRED = "sluttet"


class Force(StrEnum):
    """Why a criterion is asked for: a must by law, asked by official guidance, or recommended."""

    LAW = "lov"
    GUIDANCE = "vejledning"
    RECOMMENDATION = "anbefaling"

    @property
    def weight(self) -> int:
        """How strongly it asks: more for the law than for guidance, more for that than for advice."""
        return (Force.RECOMMENDATION, Force.GUIDANCE, Force.LAW).index(self)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that references were read in. ``authority``: published by a state authority."""

    id: str
    title: str
    publisher: str
    year: str
    authority: bool
    link: str
    read: date | None


@dataclass(frozen=True, slots=True)
class LegalReference:
    """One provision or recommendation: what it says in our words, and how that was verified."""

    id: str
    title: str
    says: str
    proof: Proof
    source: Source
    where: str
    read: date
    reservation: str
    place: Place

    @property
    def flat(self) -> bool:
        """Whether it may be stated flatly: seen word for word, or retold by a state authority."""
        return self.proof is Proof.VERBATIM or (self.proof is Proof.RETOLD and self.source.authority)


@dataclass(frozen=True, slots=True)
class Irrelevance:
    """When a municipality may declare a criterion not relevant, and what in its standard contradicts that."""

    when: str
    contradicted_by: Condition | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that can be described or not. ``table`` is SFI 2009's table number as text, or ""."""

    id: str
    title: str
    requirement: str
    help: str
    table: str
    brief: Condition
    thorough: Condition
    irrelevant: Irrelevance | None
    states: tuple[str, ...]  # the states (``tilstand``) in which it can be asked for; empty: all
    place: Place


@dataclass(frozen=True, slots=True)
class Requirement:
    """One item of the minimum contents, or a group outside the list, with the sections it owns."""

    id: str
    title: str
    short_title: str
    question: str
    about: str
    references: tuple[LegalReference, ...]
    headings: tuple[str, ...]
    sections: Mapping[str, Field]
    criteria: tuple[Criterion, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item of an edition's list."""

    number: int
    requirement: str
    reference: LegalReference


@dataclass(frozen=True, slots=True)
class Demand:
    """With what force an edition asks for a criterion, and by which reference."""

    force: Force
    reference: LegalReference


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One edition of the rules. ``end`` is the last day in force, None while in force."""

    edition: str
    title: str
    short_title: str
    start: date
    start_proof: Proof
    start_note: str
    end: date | None
    reference: LegalReference
    reservations: tuple[str, ...]
    revision_months: int | None
    revision_reference: LegalReference | None
    items: tuple[Item, ...]
    demands: Mapping[str, Demand]

    def item_of(self, requirement: str) -> Item | None:
        """Return the numbered item of ``requirement``, None where it is outside the list."""
        return next((item for item in self.items if item.requirement == requirement), None)

    def demands_by_law(self, criterion: str) -> bool:
        """Whether it is the law that asks for ``criterion``."""
        demand = self.demands.get(criterion)
        return demand is not None and demand.force is Force.LAW

    def in_force(self, day: date) -> bool:
        """Whether the edition is in force on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Right:
    """A right of the citizen, valid whatever a standard says. ``words`` are plain and ours.

    ``short`` says the right in few words, for pages that lead to the whole of it with its exceptions.
    """

    id: str
    title: str
    words: str
    short: str
    exceptions: tuple[str, ...]
    references: tuple[LegalReference, ...]
    requirements: tuple[str, ...]
    read: date
    place: Place

    @property
    def flat(self) -> bool:
        """Whether the right may be stated flatly: some reference carries it so."""
        return any(reference.flat for reference in self.references)


@dataclass(frozen=True, slots=True)
class CitizenText:
    """A fixed text of the citizen's pages, in plain words; ``references`` carry what it says of the law.

    ``words`` may hold ``{name}`` where a page fills something in, and emphasis as a standard's texts may.
    """

    id: str
    words: str
    references: tuple[LegalReference, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that contradicts the law. ``sections`` are the keys it is looked for in; empty: everywhere.

    ``words``, in lower case: the slow ``pattern`` is only tried where one of them stands; empty: everywhere.
    """

    id: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    sections: tuple[str, ...]
    message: str
    instead: str
    reference: LegalReference
    place: Place


SUBJECT_TEXTS = "pixie"
"""The file of fixed texts that the parts of subjects are taken from."""


class PartKind(StrEnum):
    """What a part of a subject is made of; the first five tell what the standard says, the others what we say."""

    WORDS = "ord"
    PLACES = "steder"
    FACTS = "fakta"
    ANSWER = "svar"
    OFFERS = "tilbud"
    SAY = "sig"
    STEPS = "trin"
    RIGHTS = "ret"


PATH_KINDS = frozenset({PartKind.PLACES, PartKind.FACTS, PartKind.ANSWER, PartKind.OFFERS})
"""The parts whose names are paths to fields of a standard."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a subject. ``names`` are the paths, requirements, rights or text it is made of, by its kind.

    ``labels`` are what an ``ANSWER`` or ``OFFERS`` further needs, by the keys of the catalogue's file.
    """

    kind: PartKind
    names: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the citizen's page: the reader's question, and the parts that answer it.

    ``otherwise``: parts of which the first that says something stands where the standard has nothing for ``parts``.
    ``more``: what the standard says beyond that, for a page of its own.
    """

    id: str
    title: str
    short_title: str
    requirements: tuple[str, ...]
    parts: tuple[Part, ...]
    otherwise: tuple[Part, ...]
    more: tuple[str, ...]
    rights: tuple[Right, ...]
    page: str  # the address of its own page below the municipality's, "" where it has none
    read_on: str = ""  # the address of a page on it for all municipalities, "" where there is none


@dataclass(frozen=True, slots=True)
class Model:
    """What good looks like under one requirement, in two lengths: YAML ready to paste."""

    requirement: str
    brief: str
    thorough: str
    place: Place


@dataclass(frozen=True, slots=True)
class Division:
    """A way to divide the standards into groups by what they say: (id, title, condition, unless).

    A standard can be in several groups of one division, or in none.
    """

    id: str
    title: str
    note: str
    groups: tuple[tuple[str, str, Condition, Condition | None], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is known of one service area. ``fields`` are the top-level keys of a standard, in order.

    ``texts`` are the fixed texts of the citizen's pages, by file and id.
    """

    area: str
    title: str
    description: str
    requirements: Mapping[str, Requirement]
    criteria: Mapping[str, Criterion]
    editions: Mapping[str, LegalBasis]
    references: Mapping[str, LegalReference]
    sources: Mapping[str, Source]
    rights: Mapping[str, Right]
    wordings: tuple[Wording, ...]
    subjects: tuple[Subject, ...]
    texts: Mapping[str, Mapping[str, CitizenText]]
    divisions: tuple[Division, ...]
    models: Mapping[str, Model]
    fields: Mapping[str, Field]
    empty: EmptyWords
    approvers: Mapping[str, tuple[str, ...]]
    order: tuple[Order, ...]
    limited: frozenset[str]  # the top-level keys with a legal limit on or below them
    ordered: frozenset[str]  # the top-level keys with fields in an order below them
    language: Language
    privacy: Privacy

    def edition_on(self, day: date) -> LegalBasis:
        """Return the edition in force on ``day``; before the first one, the first one."""
        found = [one for one in self.editions.values() if one.in_force(day)]
        return found[-1] if found else next(iter(self.editions.values()))

    def requirement_of_section(self, section: str) -> Requirement | None:
        """Return the requirement that owns the top-level key ``section``."""
        return next((one for one in self.requirements.values() if section in one.sections), None)
