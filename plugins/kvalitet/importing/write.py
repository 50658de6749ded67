"""A draft to the YAML file that an officer reads: values with their sources, what had no place, and what is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.importing.composing import say_block
from kvalitet.importing.documents.model import Block, BlockKind, span_of
from kvalitet.importing.words import Sureness
from kvalitet.importing.yaml_text import YamlWriter, comment, quote
from kvalitet.standard.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.importing.draft import Draft

_LEADERS = re.compile(r"\s?(?:\.\s?){4,}")  # the dots of a table of contents
_RULE = "# " + "-" * 100


@dataclass(frozen=True, slots=True)
class Cover:
    """What is known of a draft before the document is read."""

    name: str
    example: bool
    source: str
    day: date


def write_draft(draft: Draft, catalogue: Catalogue, cover: Cover, missing: Sequence[str] = ()) -> str:
    """Return the file of ``draft``; ``missing`` is what the law asks for and the draft does not describe."""
    lines = [
        f"# yaml-language-server: $schema=../../skema/{catalogue.area}.schema.json",
        *comment(f"Udkast, som 'kvalitet import' har lavet ud fra {cover.source} den {cover.day.isoformat()}."),
        *comment(
            f"Kommentarerne siger, hvor i dokumentet et felt er fra, og hvor sikkert det er: {', '.join(Sureness)}."
        ),
        *comment("En kommentar gælder for felterne under den, til den næste kommer."),
        *comment("Læs udkastet igennem, ret det, og slet kommentarerne. Nederst står det, der ikke var plads til."),
        'format: "1"',
        f"kommune: {quote(cover.name, catalogue.fields['kommune'])}",
        *(["eksempel: ja"] if cover.example else []),
        f"område: {catalogue.area}",
        f"tilstand: {State.DRAFT}",
        *_write_front(draft.front),
    ]
    writer = YamlWriter(draft.notes)
    for key, field in catalogue.fields.items():
        if key in draft.values:
            if field in _sections(catalogue):
                lines.append("")
            lines.extend(writer.write_entry(key, draft.values[key], field, (key,)))
    lines.extend(_write_doubts(draft.doubts))
    lines.extend(_write_left(draft))
    lines.extend(_write_missing(missing, catalogue.edition_on(cover.day).short_title))
    return "\n".join(lines) + "\n"


def _sections(catalogue: Catalogue) -> list[object]:
    return [field for one in catalogue.requirements.values() for field in one.sections.values()]


def _write_front(front: list[Block]) -> Iterator[str]:
    if front:
        yield "# Øverst i dokumentet står:"
        for block in front:
            yield from comment(f"  »{' '.join(say_block(block).split())}« ({block.origin.say()})")


def _write_doubts(doubts: list[str]) -> Iterator[str]:
    if doubts:
        yield from ("", _RULE, "# Det her skal I selv afgøre:")
        for one in doubts:
            yield from comment(f"- {one}")


def _write_left(draft: Draft) -> Iterator[str]:
    if draft.left:
        yield from (
            "",
            _RULE,
            "# Det her fandt vi ikke en plads til. Flyt det, der skal med, op i felterne, og slet resten:",
        )
        for heading, blocks in draft.left:
            yield "#"
            yield from comment(f"{span_of(blocks)}" + (f", under »{heading}«:" if heading else ":"))
            for block in blocks:
                if block.kind is not BlockKind.HEADING or len(blocks) == 1 or block.text != heading:
                    yield from _write_block(block)
    if draft.frame:
        yield from (
            "",
            _RULE,
            "# Det her stod uden om teksten, fx sidehoved, sidefod, indholdsfortegnelse, menu og links:",
        )
        for block in draft.frame:
            text = _LEADERS.sub(" … ", " ".join(say_block(block).split()))
            yield from comment(f"- {text} ({block.origin.say()})")


def _write_block(block: Block) -> Iterator[str]:
    sign = "- " if block.kind in {BlockKind.ITEM, BlockKind.ROW} else ""
    for line in say_block(block).split("\n"):
        yield from comment(f"  {sign}{line}")


def _write_missing(missing: Sequence[str], law: str) -> Iterator[str]:
    if missing:
        yield from ("", _RULE, f"# Det her kræver loven ({law}) beskrevet, og det fandt vi ikke i dokumentet:")
        for one in missing:
            yield from comment(f"- {one}")
