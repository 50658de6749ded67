"""Which municipality a document is about: the one of the register that it names most often."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kvalitet.importing.composing import flatten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.importing.documents.model import Block
    from kvalitet.register import Register

_NAME = re.compile(r"\b([A-ZÆØÅ][\wæøåé]+(?:-[A-ZÆØÅ]?[\wæøåé]+)*)\s+[Kk]ommune(?:s|n)?\b")
_TWO = 2


def find_name(blocks: Iterable[Block], register: Register) -> str | None:
    """Return the municipality that ``blocks`` name most often; None where none is, or two are named as often."""
    counts: Counter[str] = Counter()
    for block in blocks:
        found = (register.find(name) for name in _NAME.findall(flatten(block)))
        counts.update(one.name for one in found if one is not None)
    ranked = counts.most_common(_TWO)
    tied = len(ranked) == _TWO and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else None
