"""Which entry of the old list is which entry of the new one: the order of a list says nothing."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ALIKE = 0.6
_MOST_PAIRS = 4000  # beyond so many possible pairs, nobody asks how alike two entries read

Entry = TypeVar("Entry")


class Pairs(Generic[Entry]):
    """Pairs of entries of two lists. ``rest`` are the entries of each that have no partner (yet)."""

    def __init__(self, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        self.found: list[tuple[Entry, Entry]] = []
        self.rest: tuple[list[Entry], list[Entry]] = (list(before), list(after))

    def match_by(self, name: Callable[[Entry], object]) -> None:
        """Pair those of the same ``name``, in order; an entry whose name is empty has none."""
        waiting: dict[object, list[Entry]] = {}
        for one in self.rest[1]:
            waiting.setdefault(name(one), []).append(one)
        for one in list(self.rest[0]):
            same = waiting.get(name(one)) if name(one) else None
            if same:
                self._pair(one, same.pop(0))

    def match_alike(self, words: Callable[[Entry], str]) -> None:
        """Pair those that read most alike, if they do."""
        if len(self.rest[0]) * len(self.rest[1]) > _MOST_PAIRS:
            return
        scored = sorted(self._scores(words), key=lambda each: -each[0])
        for _, one, other in scored:
            if any(one is each for each in self.rest[0]) and any(other is each for each in self.rest[1]):
                self._pair(one, other)

    def _scores(self, words: Callable[[Entry], str]) -> Iterator[tuple[float, Entry, Entry]]:
        for one in self.rest[0]:
            matcher = SequenceMatcher(b=words(one), autojunk=False)
            for other in self.rest[1]:
                matcher.set_seq1(words(other))
                if matcher.quick_ratio() > _ALIKE and (score := matcher.ratio()) > _ALIKE:
                    yield score, one, other

    def _pair(self, one: Entry, other: Entry) -> None:
        self.found.append((one, other))
        for rest, entry in zip(self.rest, (one, other), strict=True):
            rest[:] = [each for each in rest if each is not entry]
