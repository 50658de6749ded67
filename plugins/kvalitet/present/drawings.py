"""Drawings as numbers: where each bar and piece lies. Templates write them as SVG, with the table beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 340
_LABEL, _TITLE, _BAR, _GAP, _AFTER = 62, 20, 17, 4, 12
_ROOM_FOR_TEXT = 24


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: ``kind`` is the class it is drawn by, ``text`` what stands in it, "" where there is no room."""

    kind: str
    x: float
    width: float
    text: str

    @property
    def middle(self) -> float:
        """Where its text stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """One stacked bar with its label to the left."""

    label: str
    y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars under one title; ``y`` is the title's base line."""

    title: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Stacked bars, group below group. ``height`` follows from them."""

    id: str
    title: str
    description: str
    height: int
    groups: tuple[BarGroup, ...]
    width: int = WIDTH
    bar_height: int = _BAR


Shares: TypeAlias = "Sequence[tuple[str, int]]"
"""Shares of one bar as (kind, per cent); rounded ones may add up to 99 or 102, and the bar is whole all the same."""


def draw_stacks(
    name: str, title: str, description: str, rows: Sequence[tuple[str, Sequence[tuple[str, Shares]]]]
) -> Drawing:
    """Return the drawing of ``rows``: (title, bars), each bar (label, shares)."""
    y = 0
    groups = []
    for heading, bars in rows:
        y += _TITLE
        base, drawn = y - 6, []
        for label, shares in bars:
            drawn.append(Bar(label, y, _cut(shares)))
            y += _BAR + _GAP
        groups.append(BarGroup(heading, base, tuple(drawn)))
        y += _AFTER - _GAP
    return Drawing(name, title, description, y, tuple(groups))


def _cut(shares: Shares) -> tuple[Piece, ...]:
    total = sum(share for _, share in shares)
    pieces, x = [], float(_LABEL)
    for kind, share in shares:
        width = (WIDTH - _LABEL) * share / total if total else 0.0
        if share:
            text = str(share) if width >= _ROOM_FOR_TEXT else ""
            pieces.append(Piece(kind, round(x, 1), round(width, 1), text))
        x += width
    return tuple(pieces)
