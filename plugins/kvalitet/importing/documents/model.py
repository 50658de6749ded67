"""What a document is once it is read: blocks in reading order, each with where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class UnreadableError(Exception):
    """The document cannot be read; ``message`` says why and ``advice`` what to do instead, both in Danish."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "overskrift"
    TEXT = "tekst"
    ITEM = "punkt"
    ROW = "række"
    FRAME = "ramme"  # around the text: headers and footers, page numbers, menus, tables of contents, footnotes


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block stood: ``unit`` is what is counted ('linje', 'afsnit'), ``page`` is 0 where there are none."""

    unit: str
    first: int
    last: int
    page: int = 0

    def say(self) -> str:
        """Return it in words: 'side 3, linje 12-14'."""
        numbers = f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"
        return f"side {self.page}, {self.unit} {numbers}" if self.page else f"{self.unit} {numbers}"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document. ``text`` is clean; its line breaks are those that the author made.

    ``level`` is the depth of a heading (0 is the document's title). ``lead`` is what stands in bold at the start:
    all of the text where the whole block is bold. ``cells`` are the cells of a row, each with blocks of its own.
    """

    kind: BlockKind
    text: str
    origin: Origin
    level: int = 0
    lead: str = ""
    cells: tuple[tuple[Block, ...], ...] = ()

    @property
    def strong(self) -> bool:
        """Whether the whole block is bold."""
        return bool(self.lead) and self.lead == self.text


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read. ``notes`` are what its reader has to say of it, in Danish."""

    name: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def span_of(blocks: list[Block]) -> str:
    """Return where ``blocks`` stood, from the first to the last, in words."""
    first, last = blocks[0].origin, blocks[-1].origin
    if (first.page, first.unit) == (last.page, last.unit) and first.first <= last.last:
        return Origin(first.unit, first.first, last.last, first.page).say()
    return f"{first.say()} til {last.say()}"


def to_record(document: Document) -> dict[str, Any]:
    """Return the document as plain data, ready for JSON."""
    return {
        "name": document.name,
        "blocks": [_block_record(one) for one in document.blocks],
        "notes": list(document.notes),
    }


def from_record(record: dict[str, Any]) -> Document:
    """Return the document of ``to_record``."""
    return Document(record["name"], tuple(_read_block(one) for one in record["blocks"]), tuple(record["notes"]))


def _block_record(block: Block) -> dict[str, Any]:
    origin = block.origin
    return {
        "kind": str(block.kind),
        "text": block.text,
        "origin": [origin.unit, origin.first, origin.last, origin.page],
        "level": block.level,
        "lead": block.lead,
        "cells": [[_block_record(one) for one in cell] for cell in block.cells],
    }


def _read_block(record: dict[str, Any]) -> Block:
    return Block(
        kind=BlockKind(record["kind"]),
        text=record["text"],
        origin=Origin(*record["origin"]),
        level=record["level"],
        lead=record["lead"],
        cells=tuple(tuple(_read_block(one) for one in cell) for cell in record["cells"]),
    )
