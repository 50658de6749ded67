"""Blocks to an outline: which of them are headings, however they were made, and what stands below each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from kvalitet.importing.documents.model import Block, BlockKind
from kvalitet.importing.headings import fold_words, number_depth, strip_number
from kvalitet.importing.words import Sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.importing.headings import Matcher

_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$")
_PAGE_NUMBER = re.compile(r"\s*\d{1,3}$")
_SENTENCE_END = re.compile(r"[.,;]$")
_LONGEST = 120  # characters of a heading
_MOST_WORDS = 16
_PLAIN_WORDS = 10
_CONTENTS_RUN = 4  # so many headings after each other without a text are a table of contents
_TITLE = 0
_TOP = 1
_BELOW = 8  # of what is a heading by its looks alone, where others are headings by their style


@dataclass(slots=True)
class Part:
    """A heading with what stands below it, up to the next one. The first part of a document has no heading."""

    heading: Block | None = None
    level: int = _TITLE
    blocks: list[Block] = field(default_factory=list)
    parent: Part | None = None
    number: int = 0  # in the order of the document

    @property
    def title(self) -> str:
        """The heading's text, "" without one."""
        return self.heading.text if self.heading is not None else ""

    @property
    def by_looks(self) -> bool:
        """Whether the heading is one by its bold letters or its words, so that its level tells nothing."""
        return self.heading is not None and bool(self.heading.lead)


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a document in order, and what stands around its text."""

    parts: tuple[Part, ...]
    frame: tuple[Block, ...]


def make_outline(blocks: Iterable[Block], matcher: Matcher) -> Outline:
    """Return the outline of a document."""
    text, frame = _split_frame(blocks)
    text = list(_open_tables(text, matcher))
    styled = any(one.kind is BlockKind.HEADING and one.level > _TITLE for one in text)
    marked = [found for one in text for found in _promote(one, matcher, styled=styled)]
    kept, contents = _drop_contents(_find_title(marked, matcher), matcher)
    return Outline(tuple(_nest(_number_levels(kept))), (*contents, *frame))


def _split_frame(blocks: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    text: list[Block] = []
    frame: list[Block] = []
    for one in blocks:
        outside = one.kind is BlockKind.FRAME or _LEADERS.search(one.text) is not None
        (frame if outside else text).append(replace(one, kind=BlockKind.FRAME) if outside else one)
    return text, frame


def _open_tables(blocks: list[Block], matcher: Matcher) -> Iterator[Block]:
    """Yield the blocks with tables whose first column holds headings opened: a heading, then what stands beside it."""
    for is_row, group in groupby(blocks, key=lambda one: one.kind is BlockKind.ROW):
        rows = list(group)
        if not is_row:
            yield from rows
            continue
        known = [row for row in rows if _row_heading(row) is not None and _leads(row, matcher)]
        table = 2 * len(known) >= len(rows)
        for row in rows:
            heading = _row_heading(row)
            if heading is not None and (table or row in known) and not _is_label_row(row):
                level = _TOP if table else _BELOW
                yield replace(
                    heading, kind=BlockKind.HEADING, text=heading.text.replace("\n", " "), level=level, lead=""
                )
                yield from (block for cell in row.cells[1:] for block in cell)
            else:
                yield row


def _row_heading(row: Block) -> Block | None:
    """Return what stands in the first cell of ``row``, where it could be a heading."""
    first = row.cells[0] if row.cells else ()
    if len(row.cells) < 2 or len(first) != 1 or not _could_be_heading(first[0].text):  # noqa: PLR2004 - a heading and its text
        return None
    return first[0]


def _is_label_row(row: Block) -> bool:
    """Whether the row is a table's head: two labels and no text."""
    return all(len(cell) == 1 and len(cell[0].text.split()) <= 2 for cell in row.cells) and len(row.cells) > 2  # noqa: PLR2004 - as many words


def _leads(row: Block, matcher: Matcher) -> bool:
    found = matcher.find(row.cells[0][0].text)
    return found is not None and found.sureness is not Sureness.GUESS


def _could_be_heading(text: str) -> bool:
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return short and not _SENTENCE_END.search(text) and any(letter.isalpha() for letter in text)


def _promote(block: Block, matcher: Matcher, *, styled: bool) -> Iterator[Block]:
    """Yield ``block`` as what it is: a heading in disguise, a heading with its text behind it, or itself."""
    if block.kind is BlockKind.HEADING:
        too_long = not _could_be_heading(block.text) and not matcher.knows(block.text)
        yield replace(block, kind=BlockKind.TEXT, level=0, lead=block.text) if too_long else block
        return
    heading = replace(block, kind=BlockKind.HEADING, level=_BELOW if styled else _TOP)
    if _is_heading(block, matcher):
        yield replace(heading, text=block.text.replace("\n", " "), lead=block.text)
    elif block.kind in {BlockKind.TEXT, BlockKind.ITEM} and _has_run_in(block, matcher):
        yield replace(heading, text=block.lead.rstrip(" .:–-"))
        rest = block.text.removeprefix(block.lead).lstrip(" .:–-\n")
        yield replace(block, kind=BlockKind.TEXT, text=rest, lead="")
    else:
        yield block


def _is_heading(block: Block, matcher: Matcher) -> bool:
    if block.kind not in {BlockKind.TEXT, BlockKind.ITEM} or not _could_be_heading(block.text):
        return False
    if block.kind is BlockKind.ITEM:
        return block.strong and matcher.knows(block.text)
    if block.strong:
        return True
    few = "\n" not in block.text and len(block.text.split()) <= _PLAIN_WORDS and not block.text.endswith(":")
    if few and number_depth(block.text) and matcher.find(block.text) is not None:
        return True
    return few and (matcher.knows(block.text) or matcher.begins_contents(block.text))


def _has_run_in(block: Block, matcher: Matcher) -> bool:
    """Whether the block begins with a heading in bold on the line of its text."""
    lead = block.lead.rstrip(" .:–-")
    return bool(lead) and lead != block.text.rstrip(" .:–-") and _could_be_heading(lead) and matcher.knows(lead)


def _find_title(blocks: list[Block], matcher: Matcher) -> list[Block]:
    """Give the first heading the level of a title, where none has it: no text stands below it, or it leads nowhere."""
    first = next((at for at, one in enumerate(blocks) if one.kind is BlockKind.HEADING), None)
    if first is None or any(one.kind is BlockKind.HEADING and one.level == _TITLE for one in blocks):
        return blocks
    found = matcher.find(blocks[first].text)
    second = next((at for at in range(first + 1, len(blocks)) if blocks[at].kind is BlockKind.HEADING), len(blocks))
    short = all(len(one.text) <= _LONGEST for one in (*blocks[:first], *blocks[first + 1 : second]))
    if second == len(blocks) or not short:
        return blocks
    bare = second == first + 1 and blocks[second].level <= blocks[first].level
    if found is not None and found.sureness is not Sureness.GUESS and not bare:
        return blocks
    return [*blocks[:first], replace(blocks[first], level=_TITLE), *blocks[first + 1 :]]


def _drop_contents(blocks: list[Block], matcher: Matcher) -> tuple[list[Block], list[Block]]:
    """Return the blocks without tables of contents, and those."""
    kept: list[Block] = []
    contents: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _contents_end(blocks, at, matcher)
        if end == at:
            kept.append(blocks[at])
            at += 1
            continue
        contents += [replace(one, kind=BlockKind.FRAME) for one in blocks[at:end]]
        at = end
    return kept, contents


def _contents_end(blocks: list[Block], start: int, matcher: Matcher) -> int:
    """Return where the table of contents that begins at ``start`` ends; ``start`` where none begins."""
    if blocks[start].kind is BlockKind.HEADING and matcher.begins_contents(blocks[start].text):
        return _titled_end(blocks, start + 1)
    end = start
    while end < len(blocks) and blocks[end].kind is BlockKind.HEADING and blocks[end].level == blocks[start].level:
        end += 1
    text_follows = end < len(blocks) and blocks[end].kind is not BlockKind.HEADING
    run = end - start - text_follows  # then the last one is the heading of that text
    return start + run if run >= _CONTENTS_RUN and blocks[start].level > _TITLE else start


def _titled_end(blocks: list[Block], start: int) -> int:
    """Return where the contents below their title end: before the first line that comes again as a heading."""
    end = start
    seen: list[list[str]] = []
    while end < len(blocks) and len(blocks[end].text) <= _LONGEST and blocks[end].kind is not BlockKind.ROW:
        key = fold_words(strip_number(_PAGE_NUMBER.sub("", blocks[end].text)))
        if key in seen:
            return end
        if blocks[end].kind is BlockKind.TEXT and blocks[end].text.endswith("."):
            break
        seen.append(key)
        end += 1
    has_heading = end > start and blocks[end - 1].kind is BlockKind.HEADING and end < len(blocks)
    return end - 1 if has_heading else end


def _number_levels(blocks: list[Block]) -> list[Block]:
    """Give numbered headings the level of their number, where most headings have one."""
    headings = [one for one in blocks if one.kind is BlockKind.HEADING and one.level > _TITLE]
    numbered = [one for one in headings if number_depth(one.text)]
    if 2 * len(numbered) <= len(headings):
        return blocks
    return [
        replace(one, level=number_depth(one.text))
        if one.kind is BlockKind.HEADING and one.level > _TITLE and number_depth(one.text)
        else one
        for one in blocks
    ]


def _nest(blocks: list[Block]) -> Iterator[Part]:
    """Yield the parts, each with the part it stands below."""
    part = Part()
    open_parts: list[Part] = []
    for number, block in enumerate(blocks, 1):
        if block.kind is not BlockKind.HEADING:
            part.blocks.append(block)
            continue
        yield part
        while open_parts and open_parts[-1].level >= block.level:
            open_parts.pop()
        part = Part(block, block.level, parent=open_parts[-1] if open_parts else None, number=number)
        open_parts.append(part)
    yield part
