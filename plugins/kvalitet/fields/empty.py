"""Texts that stand there and say nothing: placeholders and bare references to the law."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_EDGES = " \t\n\r.,:;!?…-–—_*[](){}<>«»\"'/\\"


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """The words of ``tomme_ord.yml``, all lower case.

    ``placeholders``: whole values that stand for something not yet written.
    ``targets`` and ``fillers``: a text made of these and the section's own title alone, with at least one
    target, refers to a rule without saying what is promised.
    """

    placeholders: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    fillers: frozenset[str] = field(default=frozenset())

    def is_placeholder(self, text: str) -> bool:
        """Whether the whole ``text`` stands for something not yet written ('udfyldes senere', '-', 'xx')."""
        bare = " ".join(text.lower().split()).strip(_EDGES)
        return not bare or bare in self.placeholders or (len(bare) > 1 and set(bare) == {"x"})

    def is_bare_reference(self, text: str, title: str) -> bool:
        """Whether ``text``, in a section called ``title``, only says that a rule exists ('følger loven')."""
        own = tuple(_WORD.findall(title.lower()))
        found_target = False
        for match in _WORD.finditer(text.lower()):
            word = match.group()
            if word in self.targets:
                found_target = True
            elif word not in self.fillers and not any(_same_stem(word, one) for one in own):
                return False
        return found_target


def _same_stem(word: str, other: str) -> bool:
    """Tell 'behandlingsgarantien' from 'behandlingsgaranti': one begins the other, up to an ending of three."""
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= 3  # noqa: PLR2004 - '-en', '-ens', '-erne'
