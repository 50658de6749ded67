"""Texts that stand there and say nothing: placeholders and bare references to the law."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_EDGES = " \t\n\r.,:;!?…-–—_*[](){}<>«»\"'/\\"
_START = re.compile(rf"[^\s{re.escape(_EDGES)}]+")


@dataclass(frozen=True)
class EmptyWords:
    """The words of ``tomme_ord.yml``, all lower case.

    ``placeholders``: whole values that stand for something not yet written.
    ``targets`` and ``fillers``: a text made of these and the section's own title alone, with at least one
    target, refers to a rule without saying what is promised.
    """

    placeholders: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    fillers: frozenset[str] = field(default=frozenset())

    @cached_property
    def _starts(self) -> frozenset[str]:
        """What placeholders begin with: most texts are told from them by their first word."""
        return frozenset(match.group() for one in self.placeholders if (match := _START.search(one)))

    def is_placeholder(self, text: str) -> bool:
        """Whether the whole ``text`` stands for something not yet written ('udfyldes senere', '-', 'xx')."""
        start = _START.search(text)
        if start is not None and (word := start.group().lower()) not in self._starts and word.strip("x"):
            return False
        bare = " ".join(text.lower().split()).strip(_EDGES)
        return not bare or bare in self.placeholders or (len(bare) > 1 and set(bare) == {"x"})

    def is_bare_reference(self, text: str, title: str) -> bool:
        """Whether ``text``, in a section called ``title``, only says that a rule exists ('følger loven')."""
        own = _words_of(title)
        found_target = False
        for match in _WORD.finditer(text):
            word = match.group().lower()
            if word in self.targets:
                found_target = True
            elif word not in self.fillers and not any(_same_stem(word, one) for one in own):
                return False
        return found_target


@lru_cache(maxsize=256)
def _words_of(title: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(title.lower()))


def _same_stem(word: str, other: str) -> bool:
    """Tell 'behandlingsgarantien' from 'behandlingsgaranti': one begins the other, up to an ending of three."""
    begins = word.startswith(other) or other.startswith(word)
    return begins and abs(len(word) - len(other)) <= 3  # noqa: PLR2004 - '-en', '-ens', '-erne'
