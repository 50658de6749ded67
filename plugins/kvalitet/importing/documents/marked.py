"""A Markdown file to blocks, by way of the page it stands for; each block knows its line in the file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import markdown

from kvalitet.importing.documents.clean import clean_text
from kvalitet.importing.documents.model import Block, BlockKind, Origin
from kvalitet.importing.documents.web import decode, read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTENSIONS = ("tables", "sane_lists", "def_list", "fenced_code", "footnotes")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_CONTENTS = "[TOC]"
_KEY = 24  # letters by which a block is found again in the file
_SHORT = 4


def read_markdown(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of the Markdown file ``data`` in reading order, and what is to be said of it."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    body = text[front.end() :] if front is not None else text
    blocks = read_html(f"<main>{markdown.markdown(body, extensions=list(_EXTENSIONS))}</main>")
    blocks = [replace(one, kind=BlockKind.FRAME) if one.text == _CONTENTS else one for one in blocks]
    if front is not None and clean_text(front[1]):
        last = front[1].count("\n") + 2
        blocks.append(Block(BlockKind.FRAME, clean_text(front[1]), Origin("linje", 2, last)))
    return list(_find_lines(blocks, text)), []


def _find_lines(blocks: list[Block], text: str) -> Iterator[Block]:
    """Yield the blocks with the line each begins on: they stand in the file in the same order."""
    lines = [_letters(line) for line in text.split("\n")]
    at = 0
    for block in blocks:
        key = _letters(block.text.split("\n", 1)[0])[:_KEY]
        found = next((number for number in range(at, len(lines)) if _begins(lines[number], key)), None)
        if found is None or block.origin.unit != "afsnit":
            yield block
            continue
        at = found
        origin = Origin("linje", found + 1, found + 1)
        cells = tuple(tuple(replace(one, origin=origin) for one in cell) for cell in block.cells)
        yield replace(block, origin=origin, cells=cells)


def _begins(line: str, key: str) -> bool:
    """Whether the block that begins with ``key`` begins on ``line``, which may be shorter."""
    return bool(key) and (key in line or (len(line) > _SHORT and key.startswith(line)))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
