"""The guidelines of one service area and the steps of its journey, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kvalitet.catalogue import LegalReference
    from kvalitet.catalogue.model import Source
    from kvalitet.findings import Place


class Modality(StrEnum):
    """With what word the source says a thing: a duty by law, advice, or a possibility."""

    MUST = "skal"
    SHOULD = "bør"
    MAY = "kan"


@dataclass(frozen=True, slots=True)
class Point:
    """A point below an instruction. ``modalities`` is empty where the source only explains."""

    modalities: tuple[Modality, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """One numbered instruction (*anvisning*) in our words.

    ``number`` is the one printed, which may stand twice; ``key`` is unique. ``modalities`` are the source's own, in
    its order, none where it has none; ``other_words`` are modal words that stand in the source's sentence without
    being what it instructs ('… hvad det skal bruges til'). ``addressees`` is empty where the source names nobody.
    """

    key: str
    number: str
    modalities: tuple[Modality, ...]
    other_words: tuple[Modality, ...]
    addressees: tuple[str, ...]
    says: str
    points: tuple[Point, ...]
    references: tuple[LegalReference, ...]
    place: Place

    @property
    def all_modalities(self) -> frozenset[Modality]:
        """The modalities of the instruction and of its points."""
        return frozenset(self.modalities).union(*(one.modalities for one in self.points))


@dataclass(frozen=True, slots=True)
class Promise:
    """What the reader can expect, said to 'du'; it stands on ``instructions`` (keys), on ``references``, or both."""

    kind: Modality
    says: str
    instructions: tuple[str, ...]
    references: tuple[LegalReference, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Guideline:
    """One national guideline. ``law`` is what it names itself; ``requirements`` and ``rights`` are ids."""

    number: str
    title: str
    short: str
    purpose: str
    supports: str
    requirements: tuple[str, ...]
    rights: tuple[str, ...]
    law: tuple[LegalReference, ...]
    notes: tuple[str, ...]
    promises: tuple[Promise, ...]
    instructions: tuple[Instruction, ...]
    place: Place

    @property
    def order(self) -> tuple[int, ...]:
        """Its place in the source: 3.10 comes after 3.9."""
        return tuple(int(part) for part in self.number.split("."))

    @property
    def added(self) -> tuple[LegalReference, ...]:
        """References that we put to its instructions and promises, and that the guideline does not name itself."""
        named = {one.id for one in self.law}
        ours = [one for instruction in self.instructions for one in instruction.references]
        ours += [one for promise in self.promises for one in promise.references]
        return tuple({one.id: one for one in ours if one.id not in named}.values())

    @property
    def references(self) -> tuple[LegalReference, ...]:
        """Every reference the guideline leans on."""
        return (*self.law, *self.added)

    def promises_of(self, kind: Modality) -> tuple[Promise, ...]:
        """Return what is promised with the word ``kind``."""
        return tuple(one for one in self.promises if one.kind is kind)

    def number_of(self, key: str) -> str:
        """Return the printed number of the instruction ``key``."""
        return next(one.number for one in self.instructions if one.key == key)


@dataclass(frozen=True, slots=True)
class Kind:
    """One modality explained: what its word means in the source."""

    modality: Modality
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Principle:
    """One principle behind all guidelines."""

    id: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a word means in the guidelines, and where they say so."""

    id: str
    word: str
    says: str
    where: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way through a treatment. ``shows`` are the fields by which a standard answers it."""

    id: str
    title: str
    happens: str
    ask: tuple[str, ...]
    guidelines: tuple[str, ...]
    rights: tuple[str, ...]
    requirements: tuple[str, ...]
    shows: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Guidance:
    """All guidelines of one area by number, in the source's order, and the journey.

    Each link is kept once: requirement and right at the guideline, all three at the step. ``…_of`` read it backwards.
    """

    area: str
    source: Source
    read: date
    notes: tuple[str, ...]
    kinds: tuple[Kind, ...]
    principles: tuple[Principle, ...]
    definitions: tuple[Definition, ...]
    guidelines: Mapping[str, Guideline]
    throughout: Step
    steps: tuple[Step, ...]

    @property
    def all_steps(self) -> tuple[Step, ...]:
        """What holds all the way, and then each step."""
        return (self.throughout, *self.steps)

    @property
    def instructions(self) -> tuple[Instruction, ...]:
        """Every instruction in the source's order."""
        return tuple(one for each in self.guidelines.values() for one in each.instructions)

    def guidelines_of_requirement(self, name: str) -> list[Guideline]:
        """Return the guidelines behind the requirement ``name``."""
        return [one for one in self.guidelines.values() if name in one.requirements]

    def guidelines_of_right(self, name: str) -> list[Guideline]:
        """Return the guidelines that speak of the right ``name``."""
        return [one for one in self.guidelines.values() if name in one.rights]

    def steps_of_requirement(self, name: str) -> list[Step]:
        """Return the steps at which the requirement ``name`` matters."""
        return [one for one in self.all_steps if name in one.requirements]

    def steps_of_right(self, name: str) -> list[Step]:
        """Return the steps at which the right ``name`` applies."""
        return [one for one in self.all_steps if name in one.rights]

    def steps_of_guideline(self, number: str) -> list[Step]:
        """Return the steps to which the guideline belongs."""
        return [one for one in self.all_steps if number in one.guidelines]
