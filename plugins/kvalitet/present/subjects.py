"""The subjects of the citizen's page: what the standard says of each, and what the law says whatever it says.

Which parts a subject has is data (``emner.yml``). What contradicts the law is not handed on to a citizen: the law
stands in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from kvalitet.assess.coverage import COUNTED, Level
from kvalitet.catalogue.model import SUBJECT_TEXTS, PartKind
from kvalitet.fields import Kind
from kvalitet.findings import Severity
from kvalitet.present.blocks import Answer, Card, Facts, Frame, Stated, Steps, Words
from kvalitet.present.facts import tell_facts
from kvalitet.present.offers import find_entries, group_offers
from kvalitet.present.places import checked_on, find_places, is_for_citizens, make_card, say_week, tel_link
from kvalitet.present.text import fill_text, render_text
from kvalitet.present.views import plain_words, requirement_level
from kvalitet.present.words import capitalize_first, phone_of, say_date, say_phone, say_value
from kvalitet.rules import lov_formulering, lov_graense
from kvalitet.standard.lookup import trace_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue, Requirement
    from kvalitet.catalogue.model import Part, Right, Subject
    from kvalitet.check import Assessed, Report
    from kvalitet.fields import Value
    from kvalitet.present.blocks import Block
    from kvalitet.present.facts import Fact
    from kvalitet.standard.model import Standard

_TEXT = "tekst"
_AGAINST_LAW = frozenset({lov_graense.RULE.id, lov_formulering.RULE.id})
_OF_THE_STANDARD = frozenset({Words, Facts, Card})
_ANSWERS = {"ja": "Ja.", "nej": "Nej.", "uoplyst": "Ikke oplyst."}

Contradictions = frozenset[tuple[str, str]]
"""Where what stands contradicts the law, as (file, path)."""


@dataclass(frozen=True, slots=True)
class SubjectView:
    """One subject of the citizen's page. ``blocks`` are what stands there.

    For the subject's own page: ``words`` are the municipality's own plain ones, ``more`` what its fields say,
    ``silent`` the rights whose requirements the standard does not describe, ``rights`` the others, and ``written``
    the requirements it has a text on.
    """

    subject: Subject
    blocks: tuple[Block, ...]
    words: tuple[Markup, ...] = ()
    more: tuple[Fact, ...] = ()
    silent: tuple[Right, ...] = ()
    rights: tuple[Right, ...] = ()
    written: tuple[Requirement, ...] = ()


def find_contradictions(report: Report) -> Contradictions:
    """Return where a standard says what verified law forbids."""
    return frozenset(
        (one.place.file, one.path)
        for one in report.findings
        if one.rule in _AGAINST_LAW and one.severity is Severity.ERROR
    )


def view_subjects(assessed: Assessed, contradictions: Contradictions = frozenset()) -> list[SubjectView]:
    """Return the subjects of the citizen's page in order."""
    composer = _Composer(assessed, contradictions)
    return [composer.view(subject) for subject in assessed.standard.catalogue.subjects]


def view_subject(subject: Subject, assessed: Assessed, contradictions: Contradictions = frozenset()) -> SubjectView:
    """Return one subject, also one that stands on another page than the citizen's."""
    return _Composer(assessed, contradictions).view(subject)


def first_number(subjects: list[SubjectView]) -> str:
    """Return the link that rings the first place with a number; "" where there is none, or none that exists."""
    cards = (block for view in subjects for block in view.blocks if isinstance(block, Card))
    return next((card.tel for card in cards if card.tel), "")


def view_without_standard(catalogue: Catalogue) -> list[SubjectView]:
    """Return the subjects for a municipality without a standard here: our own words and the rights, in short."""
    return [_view_without(subject, catalogue) for subject in catalogue.subjects]


def _view_without(subject: Subject, catalogue: Catalogue) -> SubjectView:
    """Rights are only listed where there is nothing else: the whole of them is a page of its own."""
    said = [block for part in subject.parts for block in _say_part(part, catalogue)]
    chosen = [name for part in subject.otherwise if part.kind is PartKind.RIGHTS for name in part.names]
    stated = [Stated(Markup.escape(one.short), one.id) for one in subject.rights if one.id in chosen]
    if said or stated or subject.rights:
        return SubjectView(subject, (*said, *stated), rights=() if said or stated else subject.rights)
    return SubjectView(subject, tuple(block for part in subject.otherwise for block in _say_part(part, catalogue)))


def _say_part(part: Part, catalogue: Catalogue) -> Iterator[Block]:
    texts = catalogue.texts[SUBJECT_TEXTS]
    if part.kind is PartKind.SAY:
        yield Words(fill_text(texts[part.names[0]].words, {}, inline=False))
    elif part.kind is PartKind.STEPS:
        items = (line.strip().removeprefix("- ") for line in texts[part.names[0]].words.splitlines())
        yield Steps(tuple(fill_text(item, {}) for item in items if item))


class _Composer:
    """Puts together the subjects of one standard."""

    def __init__(self, assessed: Assessed, contradictions: Contradictions) -> None:
        self.assessed = assessed
        self.standard: Standard = assessed.standard
        self.catalogue = assessed.standard.catalogue
        self.contradictions = contradictions
        self.undescribed = {
            one.id for one in self.catalogue.requirements.values() if requirement_level(one, assessed) is Level.NOT
        }

    def view(self, subject: Subject) -> SubjectView:
        requirements = [self.catalogue.requirements[name] for name in subject.requirements]
        silent = tuple(right for right in subject.rights if self.undescribed & set(right.requirements))
        facts = (fact for path in subject.more for value in self._values(path) for fact in self._facts(value))
        return SubjectView(
            subject=subject,
            blocks=tuple(self._blocks(subject)),
            words=tuple(self._plain_words(requirements)),
            more=tuple(facts),
            silent=silent,
            rights=tuple(right for right in subject.rights if right not in silent),
            written=tuple(one for one in requirements if self._has_text(one)),
        )

    def _blocks(self, subject: Subject) -> Iterator[Block]:
        undescribed = self.undescribed & set(subject.requirements)
        silent = tuple(right for right in subject.rights if undescribed & set(right.requirements))
        against = self._against_law(subject)
        if against:
            yield self._frame("strider-mod-loven", against)
        elif silent:
            yield self._frame(self._reason(silent), silent)
        framed = {right.id for right in against or silent}
        blocks = [block for part in subject.parts for block in self._part(part, framed)]
        if not any(block.kind == "offers" or (type(block) in _OF_THE_STANDARD and _is_own(block)) for block in blocks):
            blocks = [*self._otherwise(subject, framed), *blocks]
        yield from blocks

    def _otherwise(self, subject: Subject, framed: set[str]) -> list[Block]:
        for part in subject.otherwise:
            blocks = list(self._part(part, framed))
            if blocks:
                return blocks
        return []

    def _part(self, part: Part, framed: set[str]) -> Iterator[Block]:
        if part.kind is PartKind.WORDS:
            requirements = [self.catalogue.requirements[name] for name in part.names]
            yield from (Words(words, own=True) for words in self._plain_words(requirements))
        elif part.kind is PartKind.PLACES:
            yield from self._cards(part)
        elif part.kind is PartKind.FACTS:
            facts = (fact for path in part.names for value in self._values(path) for fact in self._facts(value))
            yield from _join_facts(facts)
        elif part.kind is PartKind.ANSWER:
            yield self._answer(part)
        elif part.kind is PartKind.OFFERS:
            yield from group_offers(list(find_entries(self._values(part.names[0]))), part, self.say)
        elif part.kind is PartKind.RIGHTS:
            rights = [self.catalogue.rights[name] for name in part.names if name not in framed]
            yield from (Stated(Markup.escape(one.short), one.id) for one in rights)
        else:
            yield from _say_part(part, self.catalogue)

    def say(self, name: str, **values: object) -> Markup:
        """Return a fixed text of the page."""
        return fill_text(self.catalogue.texts[SUBJECT_TEXTS][name].words, values)

    def _cards(self, part: Part) -> Iterator[Block]:
        found = ([one for one in find_places(self._values(path)) if is_for_citizens(one)] for path in part.names)
        places = next(filter(None, found), [])
        cards = [make_card(one, self.say, example=self.standard.example, table=one is places[0]) for one in places]
        yield from cards
        if not any(card.phone for card in cards):
            yield Words(self.say("intet-nummer"))
        if any(card.phone or card.hours for card in cards):
            day = checked_on(places)
            checked = self.say("kontrolleret", dato=say_date(day)) if day is not None else self.say("ikke-kontrolleret")
            yield Words(Markup("{} {}").format(self.say("ring-foerst"), checked))

    def _answer(self, part: Part) -> Answer:
        value = self.standard.value(*part.names[0].split("."))
        choices = [one for one in value.leaves() if one.field.kind is Kind.CHOICE] if value is not None else []
        told = say_value(choices[0]) if choices else ""
        answer = told if told in {"ja", "nej"} else "uoplyst"
        sentences = [self.say(part.labels[answer])] if answer in part.labels else []
        if value is not None and answer == "ja":
            sentences += self._hours_of(value)
        numbers = tuple(self._numbers(value)) if value is not None and answer == "ja" else ()
        return Answer(part.labels["titel"], _ANSWERS[answer], numbers, tuple(sentences))

    def _numbers(self, value: Value) -> Iterator[tuple[str, str, str]]:
        """Yield the group's own number, else those of whom it names."""
        example = self.standard.example
        own = [one for one in _children(value) if one.field.kind is Kind.PHONE and one.filled]
        if own:
            yield from (("", say_phone(one), tel_link(say_value(one), example=example)) for one in own)
            return
        for one in _children(value):
            if one.field.kind is Kind.LIST:
                for _, entry in one.entries():
                    phone = phone_of(entry)
                    yield entry.label, phone, tel_link(phone, example=example)
            elif one.field.kind is Kind.REFERENCE:
                for place in find_places([one]):
                    phone = phone_of(place)
                    yield place.label, phone, tel_link(phone, example=example)

    def _hours_of(self, value: Value) -> Iterator[Markup]:
        """Yield when the number is answered."""
        for one in _children(value):
            if one.field.kind is Kind.GROUP and one.filled:
                yield from (Markup.escape(line) for line in say_week(capitalize_first(one.field.title).split()[0], one))

    def _frame(self, reason: str, rights: tuple[Right, ...]) -> Frame:
        return Frame(self.say(reason), tuple(Markup.escape(one.short) for one in rights), rights[0].id)

    def _reason(self, silent: tuple[Right, ...]) -> str:
        """Say that nothing is described, or not all of what the law asks for."""
        names = self.undescribed & {name for right in silent for name in right.requirements}
        levels = [
            self.assessed.coverage[one.id].level for name in names for one in self.catalogue.requirements[name].criteria
        ]
        some = any(level in COUNTED and level is not Level.NOT for level in levels)
        return "ikke-beskrevet-helt" if some else "ikke-beskrevet"

    def _against_law(self, subject: Subject) -> tuple[Right, ...]:
        """Return the rights to state because what the standard says of the subject contradicts the law."""
        wrong = {name for name in subject.requirements if self._has_against_law(self.catalogue.requirements[name])}
        if not wrong:
            return ()
        return tuple(one for one in subject.rights if set(one.requirements) & wrong) or subject.rights[:1]

    def _has_against_law(self, requirement: Requirement) -> bool:
        values = self.standard.values
        return any(self._is_against_law(values[key]) for key in requirement.sections if key in values)

    def _is_against_law(self, value: Value) -> bool:
        return any((one.file, one.path) in self.contradictions for one in value.leaves())

    def _values(self, path: str) -> list[Value]:
        found = [trace.value for trace in trace_path(self.standard, tuple(path.split(".")))]
        return [value for value in found if not self._is_against_law(value)]

    def _facts(self, value: Value) -> list[Fact]:
        return tell_facts(value, self.standard.file)

    def _plain_words(self, requirements: list[Requirement]) -> Iterator[Markup]:
        """Yield the municipality's own plain words in the sections of ``requirements``."""
        for value in (value for one in requirements for value in plain_words(one, self.standard)):
            if not self._is_against_law(value):
                yield render_text(str(value.content))

    def _has_text(self, requirement: Requirement) -> bool:
        return any(value.filled for key in requirement.sections for value in self._values(f"{key}.{_TEXT}"))


def _is_own(block: Block) -> bool:
    return not isinstance(block, Words) or block.own


def _join_facts(facts: Iterator[Fact]) -> Iterator[Facts]:
    """Yield the facts; those without a name of their own, one after the other, are one."""
    loose: list[Markup] = []
    for fact in facts:
        if not fact.title:
            loose += fact.sentences
            continue
        if loose:
            yield Facts("", tuple(loose))
            loose = []
        yield Facts(fact.title, fact.sentences)
    if loose:
        yield Facts("", tuple(loose))


def _children(value: Value) -> list[Value]:
    return list(value.content.values()) if isinstance(value.content, dict) else []
