"""That nothing of a document is lost: every sentence of it is looked for in what was made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.readability import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.importing.documents.model import Block


def list_sentences(blocks: Iterable[Block]) -> list[tuple[str, Block]]:
    """Return every sentence of ``blocks`` with the block it stands in; a heading is one as well."""
    return [(sentence, block) for block in blocks for sentence in _sentences_of(block)]


def find_lost(blocks: Iterable[Block], text: str) -> list[tuple[str, Block]]:
    """Return the sentences of ``blocks`` whose words do not stand in ``text``, marks and line breaks aside."""
    there = _letters(text)
    return [(sentence, block) for sentence, block in list_sentences(blocks) if _letters(sentence) not in there]


def _sentences_of(block: Block) -> Iterator[str]:
    if block.cells:
        for cell in block.cells:
            for one in cell:
                yield from _sentences_of(one)
        return
    for line in block.text.split("\n"):
        found = False
        for sentence in split_sentences(line):
            found = True
            yield sentence
        if not found and _letters(line):
            yield line


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
