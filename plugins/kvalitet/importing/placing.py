"""Where each part of a document belongs: its own requirement, that of the part above it, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kvalitet.catalogue.verify import to_ascii
from kvalitet.importing.headings import Target, strip_number
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.importing.headings import Match, Matcher
    from kvalitet.importing.outline import Part
    from kvalitet.importing.words import ImportWords, ListRule


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list that a part describes: which list, what it is called, and the choice its words prove."""

    rule: int
    name: str
    choice: str
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a part belongs. ``target`` is None where nothing is known; ``under`` tells that a part above says so.

    ``divider``: the heading only says that what follows is the version in plain words, or the full one.
    """

    part: Part
    target: Target | None = None
    sureness: Sureness = Sureness.CERTAIN
    entry: Entry | None = None
    plain: bool = False
    under: bool = False
    divider: bool = False


def place_parts(parts: Iterable[Part], matcher: Matcher, words: ImportWords) -> list[Placement]:
    """Return the placement of each part, in order."""
    placer = _Placer(matcher, words)
    return [placer.place(part) for part in parts]


def find_entry(rule: ListRule, number: int, title: str) -> Entry | None:
    """Return the entry of ``rule`` that something called ``title`` is; a guess where its words prove two."""
    folded = to_ascii(title)
    found = [
        (place, choice)
        for choice, words in rule.words.items()
        if (place := min((folded.find(to_ascii(word)) for word in words if to_ascii(word) in folded), default=-1)) >= 0
    ]
    if not found:
        return None
    sureness = Sureness.CERTAIN if len(found) == 1 else Sureness.GUESS
    return Entry(number, strip_number(title).rstrip(" :.–-"), min(found)[1], sureness)


class _Placer:
    """Goes through the parts in order; what was placed before says where the next one can be."""

    def __init__(self, matcher: Matcher, words: ImportWords) -> None:
        self._matcher = matcher
        self._lists = words.lists
        self._placed: dict[int, Placement] = {}
        self._before: Placement | None = None
        self._list_starts: dict[int, Target] = {}
        self._divider: Part | None = None  # a heading without text, after which all is in plain words

    def place(self, part: Part) -> Placement:
        """Return where ``part`` belongs."""
        placement = self._find(part)
        if placement.target is not None and placement.target.starts_list is not None:
            self._list_starts[placement.target.starts_list] = placement.target
        self._placed[id(part)] = placement
        self._before = placement
        return placement

    def _find(self, part: Part) -> Placement:
        if part.heading is None or part.level == 0:  # the title is what the whole is called, it leads nowhere
            return Placement(part)
        above = self._placed[id(part.parent)] if part.parent is not None and part.parent.level > 0 else None
        inherited = Placement(part, under=True) if above is None else replace(above, part=part, under=True)
        if self._matcher.begins_plain(part.title):
            self._divider = None if part.blocks else part
            return replace(inherited, plain=True, under=False, divider=not part.blocks)
        if self._matcher.begins_full(part.title):
            self._divider = None
            return replace(inherited, plain=False, under=False, divider=not part.blocks)
        placement = self._find_by_words(part, above, inherited)
        return replace(placement, plain=inherited.plain or self._is_divided(part))

    def _is_divided(self, part: Part) -> bool:
        if self._divider is not None and part.level < self._divider.level:
            self._divider = None
        return self._divider is not None

    def _find_by_words(self, part: Part, above: Placement | None, inherited: Placement) -> Placement:
        own = self._matcher.find(part.title)
        entry = self._find_entry(part, above, own)
        if entry is not None:
            path = self._lists[entry.rule].path
            return Placement(part, Target(path), entry.sureness, entry)
        if above is not None and above.entry is not None:
            return inherited
        if own is not None and (own.sureness is not Sureness.GUESS or above is None or above.target is None):
            return Placement(part, own.target, own.sureness)
        if above is not None:
            return inherited
        return self._go_on(part)

    def _go_on(self, part: Part) -> Placement:
        """Place a heading that leads nowhere: one in bold letters alone can stand inside the section before it."""
        before = self._before
        if not part.by_looks or before is None or before.target is None:
            return Placement(part)
        if before.entry is None:
            return replace(before, part=part, sureness=Sureness.GUESS, under=True)
        start = self._list_starts.get(before.entry.rule)
        return (
            Placement(part, replace(start, starts_list=None), Sureness.GUESS) if start is not None else Placement(part)
        )

    def _find_entry(self, part: Part, above: Placement | None, own: Match | None) -> Entry | None:
        """Return the entry that ``part`` is: below the list's heading, or after it where all headings are alike."""
        before = self._before
        beside = before is not None and before.part.level == part.level and part.parent is before.part.parent
        for holder, below in ((above, True), (before if beside else None, False)):
            number = _list_of(holder)
            if holder is None or number is None or (below and holder.entry is not None):
                continue
            entry = find_entry(self._lists[number], number, part.title)
            certain = own is not None and own.sureness is Sureness.CERTAIN and own.target.starts_list is None
            if entry is not None and (below or holder.entry is not None or not certain):
                return entry
        return None


def _list_of(placement: Placement | None) -> int | None:
    """Return the list that entries after ``placement`` belong to."""
    if placement is None:
        return None
    if placement.entry is not None:
        return placement.entry.rule
    return placement.target.starts_list if placement.target is not None and not placement.under else None
