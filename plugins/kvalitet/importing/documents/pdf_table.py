"""The rows of a table in a PDF: cells that begin at the same height, told from columns of running text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kvalitet.importing.documents.pdf_lines import Line

_LABEL_LINES = 6  # a first cell is a label; what is longer is a column of text
_LABEL_WORDS = 25
_APART = 1.5  # of the letters' size: as far to the right a new cell begins
_SAME_HEIGHT = 0.5
_FULL = 0.75  # of its column: a line that fills so much of it is running text, a label rarely does
_MANY = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each with its lines."""

    cells: tuple[tuple[Line, ...], ...]


def find_rows(lines: Sequence[Line]) -> list[Line | Row]:
    """Return the lines with those that make the row of a table gathered, columns drawn line by line set in order."""
    found: list[Line | Row] = []
    at = 0
    while at < len(lines):
        row, end = _read_row(lines, at)
        found.append(lines[at] if row is None else row)
        at = end
    return list(_untangle(found))


def _read_row(lines: Sequence[Line], start: int) -> tuple[Row | None, int]:
    """Return the row that begins at ``start`` and where it ends; None and the next line where none begins."""
    first = lines[start]
    second = _find_cell(lines, start, first)
    if second is None:
        return None, start + 1
    label = lines[start:second]
    if sum(len(one.text.split()) for one in label) > _LABEL_WORDS:
        return None, start + 1
    cells = [list(label)]
    edge = lines[second].x
    at = second
    while at < len(lines) and _belongs(lines[at], first, edge, cells[-1], at == second):
        if abs(lines[at].y - first.y) < _SAME_HEIGHT * first.size:
            cells.append([])
        cells[-1].append(lines[at])
        at += 1
    return Row(tuple(tuple(cell) for cell in cells)), at


def _find_cell(lines: Sequence[Line], start: int, first: Line) -> int | None:
    """Return the line that begins the next cell at the height of ``first``, past the lines of the first cell."""
    for at in range(start + 1, min(start + 1 + _LABEL_LINES, len(lines))):
        line = lines[at]
        if line.page != first.page:
            return None
        if abs(line.y - first.y) < _SAME_HEIGHT * first.size and line.x > first.x + _APART * first.size:
            return at
        if abs(line.x - first.x) > _APART * first.size or line.y > first.y:
            return None
    return None


def _belongs(line: Line, first: Line, edge: float, cell: list[Line], begins: bool) -> bool:  # noqa: FBT001 - one caller
    """Whether ``line`` is of the row that ``first`` begins, right of whose label ``edge`` is the next cell."""
    if begins:
        return True
    if line.page != first.page or line.x < edge - line.size or line.y > first.y + _SAME_HEIGHT * first.size:
        return False
    same_height = abs(line.y - first.y) < _SAME_HEIGHT * first.size
    return same_height or line.y < cell[-1].y


def _untangle(found: list[Line | Row]) -> Iterator[Line | Row]:
    """Yield columns of running text that were drawn line by line across the page as one column after the other."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and _is_across(found[end]):
            end += 1
        across = [one for one in found[at:end] if isinstance(one, Row)]
        if len(across) >= _MANY and _is_running(across):
            for column in range(2):
                yield from (row.cells[column][0] for row in across)
            at = end
        else:
            yield found[at]
            at += 1


def _is_across(one: Line | Row) -> bool:
    return isinstance(one, Row) and len(one.cells) == 2 and all(len(cell) == 1 for cell in one.cells)  # noqa: PLR2004 - two columns


def _is_running(rows: list[Row]) -> bool:
    """Whether the left cells fill their column, as lines of running text do."""
    full = [row for row in rows if _fills(row.cells[0][0], row.cells[1][0])]
    return 2 * len(full) > len(rows)


def _fills(left: Line, right: Line) -> bool:
    return left.end - left.x > _FULL * (right.x - left.x)
