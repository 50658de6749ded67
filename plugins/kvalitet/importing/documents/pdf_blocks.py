"""Lines of a PDF to blocks: which lines are one paragraph, what is a heading, an item, a row."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kvalitet.danish import MONTHS
from kvalitet.importing.documents.hyphens import collect_words, join_lines
from kvalitet.importing.documents.model import Block, BlockKind, Origin
from kvalitet.importing.documents.pdf_table import Row, find_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kvalitet.importing.documents.pdf_lines import Line

_LARGER = 1.08  # than the text: a heading
_LOOSE = 1.4  # of the usual distance between lines: a new paragraph
_INDENT = 1.5  # of the letters' size
_USUAL_LEADING = 1.3
_OFTEN = 5  # so many lines tell how far apart lines are in this document
_BULLET = re.compile(r"^(?:[•▪◦●]\s*|[-–—o*]\s+)")
_COUNTED = re.compile(rf"^(?:\(?\d{{1,2}}[.)]|[a-hA-H]\))\s(?!{'|'.join(MONTHS)})")
_LEADERS = re.compile(r"(?:\.\s?){4,}\d{1,3}$")  # of a table of contents
_ENDS = re.compile(r"[.!?:;»”\"]$")
_TITLE_LINES = 4
_ROOM = 0.85  # of the column: where the next word would have fitted, the author broke the line


@dataclass(frozen=True, slots=True)
class _Page:
    """What is usual in the whole document. ``sizes`` are those of headings, the largest first."""

    size: float
    sizes: tuple[float, ...]
    title: float
    leading: float
    words: frozenset[str]


def make_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks that ``lines``, in the order they are drawn, make."""
    if not lines:
        return []
    usual = _find_usual(lines)
    return list(_join_pages(_read_flow(find_rows(lines), usual), usual))


def _find_usual(lines: Sequence[Line]) -> _Page:
    letters = Counter[float]()
    for line in lines:
        letters[line.size] += len(line.text)
    size = letters.most_common(1)[0][0]
    larger = Counter(line.size for line in lines if line.size > _LARGER * size)
    sizes = tuple(sorted(larger, reverse=True))
    few = bool(sizes) and larger[sizes[0]] <= _TITLE_LINES
    alone = few and (len(sizes) > 1 or any(line.size == sizes[0] for line in lines[:_TITLE_LINES]))
    gaps = Counter(
        round(one.y - other.y)
        for one, other in pairwise(lines)
        if one.page == other.page and one.size == other.size == size and 0 < one.y - other.y < 3 * size
    )
    common = gaps.most_common(1)[0] if gaps else (0, 0)
    leading = float(common[0]) if common[1] >= _OFTEN else min(float(common[0]) or size, size) * _USUAL_LEADING
    return _Page(size, sizes, sizes[0] if alone else 0.0, leading, collect_words(line.text for line in lines))


def _read_flow(found: list[Line | Row], usual: _Page) -> Iterator[Block]:
    waiting: list[Line] = []
    width = _column_width([one for one in found if not isinstance(one, Row)])
    for one in found:
        if isinstance(one, Row):
            yield from _flush(waiting, usual)
            waiting = []
            yield _read_row(one, usual)
        elif waiting and _continues(waiting, one, usual, width):
            waiting.append(one)
        else:
            yield from _flush(waiting, usual)
            waiting = [one]
    yield from _flush(waiting, usual)


def _column_width(lines: list[Line]) -> dict[tuple[int, int], int]:
    """Return, per page and left edge, how many letters the longest line there has."""
    widths: dict[tuple[int, int], int] = {}
    for line in lines:
        key = (line.page, round(line.x / 4))
        widths[key] = max(widths.get(key, 0), len(line.text))
    return widths


def _continues(waiting: list[Line], line: Line, usual: _Page, width: dict[tuple[int, int], int]) -> bool:
    """Whether ``line`` goes on with the paragraph of ``waiting``."""
    last = waiting[-1]
    if (line.page, line.size, line.bold) != (last.page, last.size, last.bold):
        return False
    leading = usual.leading * max(1.0, line.size / usual.size)
    if not 0 < last.y - line.y <= _LOOSE * max(leading, last.size) or _begins_anew(last, line, width):
        return False
    if _BULLET.match(waiting[0].text):
        return line.x > waiting[0].x + 1
    if abs(line.x - last.x) > _INDENT * line.size:
        return False
    return line.size > _LARGER * usual.size or not _had_room(last, line, width)


def _begins_anew(last: Line, line: Line, width: dict[tuple[int, int], int]) -> bool:
    """Whether ``line`` has a bullet or a number of its own, or ``last`` ends a line of a table of contents."""
    if _BULLET.match(line.text) or _LEADERS.search(last.text):
        return True
    ended = _ENDS.search(last.text) is not None or _had_room(last, line, width)
    return _COUNTED.match(line.text) is not None and ended


def _had_room(last: Line, line: Line, width: dict[tuple[int, int], int]) -> bool:
    """Whether the first word of ``line`` would have fitted behind ``last``: then the author broke the line."""
    longest = width.get((last.page, round(last.x / 4)), 0)
    first = line.text.split(" ", 1)[0]
    return len(last.text) + 1 + len(first) < _ROOM * longest


def _flush(lines: list[Line], usual: _Page) -> Iterator[Block]:
    if lines:
        yield _make_block(lines, usual)


def _make_block(lines: list[Line], usual: _Page) -> Block:
    first, last = lines[0], lines[-1]
    origin = Origin("linje", min(first.number, last.number), max(first.number, last.number), first.page)
    text = join_lines([one.text for one in lines], usual.words)
    if first.size > _LARGER * usual.size:
        return Block(BlockKind.HEADING, text, origin, level=_level_of(first.size, usual))
    lead = text if all(one.bold for one in lines) else first.lead
    bare = _BULLET.sub("", text)
    if bare and bare != text:
        return Block(BlockKind.ITEM, bare, origin, lead=_BULLET.sub("", lead))
    return Block(BlockKind.TEXT, text, origin, lead=lead)


def _level_of(size: float, usual: _Page) -> int:
    if size == usual.title:
        return 0
    return usual.sizes.index(size) + (0 if usual.title else 1)


def _read_row(row: Row, usual: _Page) -> Block:
    cells = tuple(tuple(_read_flow(list(cell), usual)) for cell in row.cells)
    numbers = [line.number for cell in row.cells for line in cell]
    origin = Origin("linje", min(numbers), max(numbers), row.cells[0][0].page)
    return Block(BlockKind.ROW, "\n".join(one.text for cell in cells for one in cell), origin, cells=cells)


def _join_pages(blocks: Iterator[Block], usual: _Page) -> Iterator[Block]:
    """Yield the blocks with a paragraph that runs over a page or column put together."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _runs_on(before, block):
            joined = join_lines([before.text, block.text], usual.words)
            before = Block(before.kind, joined, before.origin, lead=before.lead if before.lead != before.text else "")
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _runs_on(before: Block, block: Block) -> bool:
    running = before.kind in {BlockKind.TEXT, BlockKind.ITEM} and block.kind is BlockKind.TEXT
    apart = before.origin.page != block.origin.page or block.origin.first < before.origin.first
    return running and apart and not _ENDS.search(before.text) and block.text[:1].islower() and not block.strong
