"""Counts to per cent, and back: the one place where a share is rounded."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HALF = Fraction(1, 2)


def round_share(count: int, total: int) -> int | None:
    """Return ``count`` of ``total`` in whole per cent, a half upwards; None of nothing."""
    return floor(Fraction(100 * count, total) + _HALF) if total else None


def find_counts(shares: Sequence[int], total: int) -> tuple[int, ...] | None:
    """Return the counts that add up to ``total`` and round to ``shares``; None where there are none.

    A printed row whose shares come from no counts was counted on another base, or rounded in another way.
    """
    fitting = [[count for count in range(total + 1) if round_share(count, total) == share] for share in shares]
    return _add_up(fitting, total)


def _add_up(fitting: list[list[int]], total: int) -> tuple[int, ...] | None:
    if not fitting:
        return () if total == 0 else None
    for count in fitting[0]:
        if count <= total and (rest := _add_up(fitting[1:], total - count)) is not None:
            return (count, *rest)
    return None
