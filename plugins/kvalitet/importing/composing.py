"""Blocks to the text of a section: paragraphs, lists and the headings inside it, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.importing.documents.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAIR = 2


def compose_text(parts: Iterable[tuple[str, list[Block]]]) -> str:
    """Return one text of ``parts``, each a heading ("" for none) and its blocks."""
    paragraphs: list[str] = []
    for heading, blocks in parts:
        if heading:
            paragraphs.append(f"**{heading}**")
        in_list = False
        for block in blocks:
            text = say_block(block)
            listed = block.kind in {BlockKind.ITEM, BlockKind.ROW}
            if listed and in_list:
                paragraphs[-1] += f"\n- {text}"
            else:
                paragraphs.append(f"- {text}" if listed else text)
            in_list = listed
    return "\n\n".join(paragraphs)


def say_block(block: Block) -> str:
    """Return the text of a block on one line per line of its own; the cells of a row are set beside each other."""
    if block.kind is not BlockKind.ROW:
        return block.text if block.kind is not BlockKind.ITEM else block.text.replace("\n", " ")
    cells = [" ".join(one.text.replace("\n", " ") for one in cell) for cell in block.cells]
    return ": ".join(cells) if len(cells) == _PAIR else " | ".join(cells)


def flatten(block: Block) -> str:
    """Return all of a block's text on one line, to be searched."""
    return " ".join(say_block(block).split())
