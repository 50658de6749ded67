"""Which requirement a heading leads to: the catalogue's headings and what people make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from kvalitet.catalogue.field_reader import SECTION_TEXT
from kvalitet.catalogue.verify import to_ascii
from kvalitet.fields.model import Kind
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.words import ImportWords

_NUMBERED = re.compile(
    r"^\s*(?:(?:punkt|pkt\.?|ad\.?|afsnit|kapitel|kap\.?|bilag|del|nr\.?|trin)\s*(?=[\divx(]))?"
    r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-h])"
    r"(?:\s*[.):]+\s*(?:[–-]\s)?|\s*[–-]\s+|\s+(?=(?-i:[A-ZÆØÅ§])))"
    r"|^\s*(?:punkt|ad)\s*:?\s+(?=(?-i:[A-ZÆØÅ]))",
    re.IGNORECASE,
)
_DEPTH = re.compile(r"^\s*(?:\w+\.?\s+)?(\d{1,2}(?:\.\d{1,2})*)\b")
_PARTS = re.compile(r"\s*(?:,|/|&|\+|\bog\b|\bsamt\b|\beller\b)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-(?=[^\W_]))?")
# Danish endings, the longest first: 'målgruppernes' and 'målgruppe' are one word.
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
_SHORTEST = 3
_TYPO_LENGTH = 6
_TYPO = 0.86
_MANY_OTHERS = 6
_HALF = 0.5
_COMPOUND = 7


@dataclass(frozen=True, slots=True)
class Target:
    """Where a text belongs: a ``path`` to a text, and the sections that it describes as well."""

    path: tuple[str, ...]
    covers: tuple[str, ...] = ()
    starts_list: int | None = None  # which of the area's lists has its entries below this heading

    @property
    def section(self) -> str:
        """The top-level key."""
        return self.path[0]


@dataclass(frozen=True, slots=True)
class Match:
    """A target that a heading leads to, and how sure that is."""

    target: Target
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class _Folded:
    """The stems of a text that tell what it is about, and those that most headings of the area can hold."""

    telling: tuple[str, ...]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: _Folded
    target: Target


@dataclass(frozen=True, slots=True)
class _Score:
    """How well a phrase fits a heading: compared from left to right."""

    sure: int
    words: int
    place: int  # of its first word, counted down: what stands first is what the heading is about
    phrase: _Phrase

    @property
    def key(self) -> tuple[int, int, int]:
        return self.sure, self.words, self.place


_SURE = {3: Sureness.CERTAIN, 2: Sureness.LIKELY, 1: Sureness.GUESS}


def strip_number(heading: str) -> str:
    """Return ``heading`` without its number: '5.', 'Punkt 5:', 'Ad 5', 'b)'."""
    return _NUMBERED.sub("", heading, count=1).strip()


def number_depth(heading: str) -> int:
    """Return how deep the number of ``heading`` goes: 1 for '5.', 2 for '5.1', 0 without one."""
    found = _DEPTH.match(heading)
    return found[1].count(".") + 1 if found is not None and strip_number(heading) != heading.strip() else 0


def fold_words(text: str) -> list[str]:
    """Return the words of ``text`` as stems in ASCII."""
    return [stem for word in _WORD.findall(text) if (stem := _stem(to_ascii(word)))]


def _stem(word: str) -> str:
    """Return ``word`` without its endings: two rounds, since 'borgeren', 'borgere' and 'borger' are one word."""
    for shortest in (_SHORTEST, _SHORTEST + 1):
        ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= shortest), "")
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouy" else word


class Matcher:
    """Finds where headings lead, by the words of one area."""

    def __init__(self, catalogue: Catalogue, words: ImportWords) -> None:
        self._small = {_stem(to_ascii(word)) for word in words.small}
        self._common = [to_ascii(one[:-1]) + "*" if one.endswith("*") else _stem(to_ascii(one)) for one in words.common]
        self._found: dict[str, Match | None] = {}
        self._phrases = list(self._make_phrases(_list_phrases(catalogue, words)))
        self._contents, self._plain, self._full = (
            {tuple(fold_words(one)) for one in titles} for titles in (words.contents, words.plain, words.full)
        )

    def find(self, heading: str) -> Match | None:
        """Return where ``heading`` leads; a heading on two things leads to the first and covers the others."""
        if heading not in self._found:
            self._found[heading] = self._find(heading)
        return self._found[heading]

    def _find(self, heading: str) -> Match | None:
        bare = strip_number(heading)
        whole = self._best(bare)
        if whole is not None and whole.sure == max(_SURE):
            return Match(whole.phrase.target, Sureness.CERTAIN)
        parts = [found for one in _PARTS.split(bare) if (found := self._best(one)) is not None and found.sure > 1]
        sections = list(dict.fromkeys(one.phrase.target.section for one in parts))
        if len(sections) > 1 and not any(one in _covered(parts[0]) for one in sections):
            first = parts[0].phrase.target
            covers = tuple(dict.fromkeys([*first.covers, *sections[1:]]))
            return Match(Target(first.path, covers, first.starts_list), _SURE[min(one.sure for one in parts)])
        if whole is None and parts:
            whole = parts[0]
        return Match(whole.phrase.target, _SURE[whole.sure]) if whole is not None else None

    def knows(self, heading: str) -> bool:
        """Whether ``heading`` is, number and endings aside, a heading of the catalogue."""
        found = self.find(heading)
        return found is not None and found.sureness is Sureness.CERTAIN

    def begins_contents(self, heading: str) -> bool:
        """Whether a table of contents follows ``heading``."""
        return tuple(fold_words(strip_number(heading))) in self._contents

    def begins_plain(self, heading: str) -> bool:
        """Whether the version in plain words follows ``heading``."""
        return tuple(fold_words(strip_number(heading))) in self._plain

    def begins_full(self, heading: str) -> bool:
        """Whether the full version follows ``heading``."""
        return tuple(fold_words(strip_number(heading))) in self._full

    def _fold(self, text: str) -> _Folded:
        words = tuple(dict.fromkeys(fold_words(text)))
        telling = [one for one in words if one not in self._small]
        special = tuple(one for one in telling if not self._is_common(one))
        if not special:  # 'Hvem kan få hjælp': no word alone says it, all of them do
            return _Folded(words, frozenset())
        return _Folded(special, frozenset(telling) - frozenset(special))

    def _is_common(self, word: str) -> bool:
        return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in self._common)

    def _make_phrases(self, listed: Iterable[tuple[str, Target]]) -> Iterator[_Phrase]:
        seen: set[_Folded] = set()
        for text, target in listed:
            words = self._fold(text)
            if words.telling and words not in seen:
                seen.add(words)
                yield _Phrase(words, target)

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """Return the sections that each word of a phrase leads to: a word of one alone can carry a guess."""
        owners: dict[str, set[str]] = {}
        for phrase in self._phrases:
            for word in phrase.words.telling:
                owners.setdefault(word, set()).add(phrase.target.section)
        return owners

    def _best(self, heading: str) -> _Score | None:
        words = self._fold(heading)
        scores = [score for phrase in self._phrases if (score := self._score(words, phrase)) is not None]
        return max(scores, key=lambda one: one.key, default=None)

    def _score(self, words: _Folded, phrase: _Phrase) -> _Score | None:
        wanted = phrase.words.telling
        places = [_find_word(one, words.telling) for one in wanted]
        found = [place for place in places if place is not None]
        if not found:
            return self._score_compound(words, phrase)
        exact = [one for one in wanted if one in words.telling]
        complete = phrase.words.common <= words.common
        sure = 0
        if len(found) == len(wanted) and len(words.telling) - len(found) <= _MANY_OTHERS:
            same = len(exact) == len(wanted) == len(words.telling)
            sure = 1 + complete + (same and complete)
        elif len(found) >= _HALF * len(wanted):
            own = [one for one in exact if len(self._owners[one]) == 1 and len(one) >= _TYPO_LENGTH]
            sure = 1 if own else 0
        return _Score(sure, len(found), -min(found), phrase) if sure else None

    @staticmethod
    def _score_compound(words: _Folded, phrase: _Phrase) -> _Score | None:
        """A guess where a word of the heading begins with the one word of the phrase: 'Visitationssamtalen'."""
        wanted = phrase.words.telling
        if len(wanted) != 1 or phrase.words.common or len(wanted[0]) < _COMPOUND:
            return None
        place = next((at for at, word in enumerate(words.telling) if word.startswith(wanted[0])), None)
        return _Score(1, 1, -place, phrase) if place is not None else None


def _covered(score: _Score) -> tuple[str, ...]:
    return score.phrase.target.covers


def _find_word(word: str, words: tuple[str, ...]) -> int | None:
    """Return where ``word`` stands among ``words``, as itself or with a slip of the pen."""
    if word in words:
        return words.index(word)
    for place, other in enumerate(words):
        alike = word[0] == other[0] and abs(len(word) - len(other)) <= 2  # noqa: PLR2004 - two letters too many or few
        long = min(len(word), len(other)) >= _TYPO_LENGTH
        if alike and long and SequenceMatcher(None, word, other).ratio() >= _TYPO:
            return place
    return None


def _list_phrases(catalogue: Catalogue, words: ImportWords) -> Iterator[tuple[str, Target]]:
    """Yield each known heading with where it leads, the most special first: the first one to claim words has them."""
    lists = {heading: number for number, rule in enumerate(words.lists) for heading in rule.headings}
    for number, rule in enumerate(words.lists):
        owner = catalogue.requirement_of_section(rule.path[0])
        if owner is not None:
            for heading in rule.headings:
                yield heading, Target(main_text(owner.sections), starts_list=number)
    for one in words.headings:
        path = (
            one.path
            if catalogue.fields[one.path[0]].kind is not Kind.SECTION or len(one.path) > 1
            else (*one.path, SECTION_TEXT)
        )
        for heading in one.headings:
            yield heading, Target(path, one.covers)
    for requirement in catalogue.requirements.values():
        target = Target(main_text(requirement.sections, requirement.id))
        for heading in (*requirement.headings, requirement.title, requirement.short_title, requirement.question):
            if heading not in lists:
                yield heading, target


def main_text(sections: Iterable[str], name: str = "") -> tuple[str, ...]:
    """Return the path of the text of a requirement: the section that carries its id, else the first one."""
    keys = list(sections)
    return (next((key for key in keys if to_ascii(key) == name), keys[0]), SECTION_TEXT)
