"""The pieces of text that a PDF draws, put together as lines; what is drawn twice is taken once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from kvalitet.importing.documents.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME_LINE = 0.45  # of the letters' size: as far as a raised or lowered piece may stand from the line
_LETTER_WIDTH = 0.5  # of the size, on average: a PDF does not say where its text ends
_WIDE_GAP = 2.5  # of the size: between columns, never between words
_OVERLAP = 0.4  # of a piece: what begins before that is drawn over it
_NEAR = 2.0  # points: where a piece drawn twice may stand from its twin
_ALIKE = 0.8
_BULLET = re.compile(r"[•*\-–—o▪]")
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as the PDF draws it at one place. ``spaced`` tells that a gap was seen before it."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    spaced: bool
    page: int

    @property
    def end(self) -> float:
        """About where the text ends."""
        return self.x + len(self.text) * self.size * _LETTER_WIDTH


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column or cell. ``number`` counts the lines of the page as one sees them, from the top."""

    text: str
    x: float
    y: float
    size: float
    page: int
    lead: str = ""
    number: int = 0

    @property
    def bold(self) -> bool:
        """Whether all of the line is bold."""
        return bool(self.lead) and self.lead == self.text

    @property
    def end(self) -> float:
        """About where the line ends."""
        return self.x + len(self.text) * self.size * _LETTER_WIDTH


@dataclass(slots=True)
class PageLines:
    """The lines of one page in the order they are drawn; ``doubled`` counts what was drawn twice.

    ``second`` are lines that stand where another one stands, with almost the same words: a layer read by a machine.
    """

    lines: list[Line] = field(default_factory=list)
    second: list[Line] = field(default_factory=list)
    doubled: int = 0


def make_lines(pieces: Sequence[Piece]) -> PageLines:
    """Return the lines that the ``pieces`` of one page make."""
    made = PageLines()
    rows = _gather(_drop_twins(pieces, made))
    columns = _find_columns(rows)
    lines = [line for row in rows for line in _split(row, columns)]
    for line in _number(lines):
        twin = _find_twin(line, made.lines)
        if twin is None:
            made.lines.append(line)
        elif _letters(twin.text) == _letters(line.text):
            made.doubled += 1
        else:
            made.second.append(line)
    return made


def _drop_twins(pieces: Iterable[Piece], made: PageLines) -> list[Piece]:
    """Leave out a piece that is drawn again at its own place, as some programs do to make letters bold."""
    seen: dict[str, list[Piece]] = {}
    kept = []
    for piece in pieces:
        twins = seen.setdefault(piece.text.strip(), [])
        if any(abs(one.x - piece.x) < _NEAR and abs(one.y - piece.y) < _NEAR for one in twins):
            made.doubled += 1
            continue
        twins.append(piece)
        kept.append(piece)
    return kept


def _gather(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces by line: drawn after each other, at the same height, from left to right."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _goes_on(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _goes_on(last: Piece, piece: Piece) -> bool:
    same_height = abs(last.y - piece.y) < _SAME_LINE * max(last.size, piece.size)
    return same_height and piece.x >= last.x + _OVERLAP * (last.end - last.x)


def _find_columns(rows: list[list[Piece]]) -> frozenset[int]:
    """Return where text begins again and again after a gap, the outermost left aside: edges of columns and cells."""
    starts = Counter(round(row[0].x / _NEAR) for row in rows)
    for row in rows:
        starts.update(round(two.x / _NEAR) for one, two in pairwise(row) if two.x - one.end > two.size)
    leftmost = min(starts, default=0)
    return frozenset(start for start, count in starts.items() if count >= _TWICE and start > leftmost)


def _split(row: list[Piece], columns: frozenset[int]) -> list[Line]:
    """Return the lines of a row: more than one where it runs over several columns or cells."""
    parts = [[row[0]]]
    for before, piece in pairwise(row):
        gap = piece.x - before.end
        starts_column = any(round(piece.x / _NEAR) + step in columns for step in (-1, 0, 1))
        after_bullet = len(parts[-1]) == 1 and _BULLET.fullmatch(before.text.strip()) is not None
        wide = gap > _WIDE_GAP * piece.size + 0.1 * (before.end - before.x)
        if not after_bullet and (wide or (piece.spaced and starts_column)):
            parts.append([])
        parts[-1].append(piece)
    return [line for part in parts if (line := _make_line(part)).text]


def _make_line(pieces: list[Piece]) -> Line:
    text = lead = ""
    leading = True
    for piece in pieces:
        gap = " " if piece.spaced and text else ""
        text += gap + piece.text
        leading = leading and (piece.bold or not piece.text.strip())
        if leading:
            lead += gap + piece.text
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.size] += len(piece.text)
    first = pieces[0]
    return Line(
        clean_line(text),
        first.x,
        first.y,
        sizes.most_common(1)[0][0],
        first.page,
        clean_line(lead) if lead.strip() else "",
    )


def _number(lines: list[Line]) -> list[Line]:
    """Give each line the number of its height on the page, counted from the top."""
    heights: list[float] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if not heights or heights[-1] - line.y > _SAME_LINE * line.size:
            heights.append(line.y)
    numbered = []
    for line in lines:
        nearest = min(range(len(heights)), key=lambda index: abs(heights[index] - line.y))
        numbered.append(replace(line, number=nearest + 1))
    return numbered


def _find_twin(line: Line, lines: list[Line]) -> Line | None:
    """Return the line that stands where ``line`` stands and says (almost) the same."""
    for other in lines:
        near = abs(other.y - line.y) < 0.6 * line.size and abs(other.x - line.x) < 2 * line.size
        if near and SequenceMatcher(None, _letters(other.text), _letters(line.text)).ratio() >= _ALIKE:
            return other
    return None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
