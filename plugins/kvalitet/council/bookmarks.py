"""The names by which the values of a standard are found again in an edited Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.standard import Standard

PREFIX = "kv_"
_LONGEST = 40  # in Word


def name_bookmarks(standard: Standard) -> dict[str, str]:
    """Return the bookmark's name for the path of each filled scalar of ``standard``, in the order they stand.

    It is ``kv_`` and the path with ``_`` for whatever is no letter and no digit: ``steder.kajen.telefon`` →
    ``kv_steder_kajen_telefon``. What is too long for Word, or taken (Word sees no capitals), ends in a number.
    """
    leaves = (leaf for value in standard.values.values() for leaf in value.leaves())
    return make_names(leaf.path for leaf in leaves if leaf.filled)


def make_names(paths: Iterable[str]) -> dict[str, str]:
    """Return a name of its own for each of ``paths``."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        plain = PREFIX + re.sub(r"[\W_]", "_", path)
        name, number = plain[:_LONGEST], 2
        while name.lower() in taken:
            ending = f"_{number}"
            name, number = plain[: _LONGEST - len(ending)] + ending, number + 1
        taken.add(name.lower())
        names[path] = name
    return names
