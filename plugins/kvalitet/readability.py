"""How hard a Danish text is to read: sentences, words and LIX (C.H. Björnsson, 1968)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.danish import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONG_WORD = 7
"""From so many letters a word counts as long in LIX."""
FEWEST_WORDS = 100
"""A LIX of fewer words says more of chance than of the text."""

# The Danish scale: the highest LIX that is called so; anything above is 'meget svær'.
_SCALE = ((24, "meget let"), (34, "let"), (44, "middel"), (54, "svær"))
_HARDEST = "meget svær"

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# After these a full stop ends no sentence: abbreviations, and numbers before a month, a paragraph or more digits.
_SHORT = frozenset(
    {"bl", "a", "m", "v", "dvs", "evt", "f", "fx", "ift", "jf", "kl", "kap", "kr", "max", "min", "mht", "mia", "mio"}
    | {"nr", "osv", "pga", "pkt", "ps", "stk", "tlf", "vedr", "ca", "mfl", "mv", "inkl", "ekskl"}
)
_LONGEST_TAIL = 40  # far longer than what is looked for: an abbreviation or a number
_END = re.compile(r"[.!?:](?=[\s”\"»)]|$)|\n\s*\n")
_NEXT = re.compile(r"[\s”\"»)]*([^\s”\"»)]*)")


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of one text. ``lix`` is words per sentence and the share of long words in per cent, added."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """The LIX; 0 where there are no words."""
        if not self.words:
            return 0.0
        return self.words / max(self.sentences, 1) + 100 * self.long_words / self.words

    @property
    def enough(self) -> bool:
        """Whether there are words enough for the LIX to say something."""
        return self.words >= FEWEST_WORDS

    def __add__(self, other: Readability) -> Readability:
        """Return the counts of both texts taken together."""
        return Readability(
            self.words + other.words, self.sentences + other.sentences, self.long_words + other.long_words
        )


def split_words(text: str) -> list[str]:
    """Return the words and numbers of ``text``; a compound with a hyphen is one word."""
    return _WORD.findall(text)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of running ``text``; a blank line and a colon end one, an abbreviation does not."""
    return [one for one in _cut(text) if _WORD.search(one)]


def measure(texts: Iterable[str]) -> Readability:
    """Return the counts of all ``texts`` together; each ends its last sentence."""
    total = Readability(0, 0, 0)
    for text in texts:
        words = split_words(text)
        long_words = sum(is_long(word) for word in words)
        total += Readability(len(words), len(split_sentences(text)), long_words)
    return total


def describe_lix(lix: float) -> str:
    """Return how hard a text of that LIX is called on the Danish scale, as a whole number is read."""
    return next((words for most, words in _SCALE if round(lix) <= most), _HARDEST)


def is_long(word: str) -> bool:
    """Whether ``word`` counts as long in LIX, by its letters alone."""
    if len(word) < LONG_WORD:
        return False
    return word.isalpha() or sum(letter.isalpha() for letter in word) >= LONG_WORD


def _cut(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        if end.group() != "." or _ends_sentence(text, start, end.start()):
            yield text[start : end.end()].strip()
            start = end.end()
    yield text[start:].strip()


def _ends_sentence(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` ends the sentence that began at ``start``."""
    words = _WORD.findall(text[max(start, stop - _LONGEST_TAIL) : stop])
    last = words[-1].lower() if words else ""
    following = _NEXT.match(text, stop + 1)
    after = following[1] if following is not None else ""
    if not after:
        return True
    if last in _SHORT:
        return after[:1].isupper() and last in {"mv", "v", "osv", "mfl"}
    return not (last.isdigit() and (after.lower().strip(".,") in MONTHS or after[:1].islower()))
