"""One valid document, and a rule's examples as patches on it: a key in the patch takes the place of that key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kvalitet.rules.model import Rule

FOLDER = Path(__file__).resolve().parent.parent / "regler"
VALID = (FOLDER / "gyldig.yml").read_text("utf-8")
PARTNER = "partnerby.yml"
_TOP = re.compile(r"^(?=[^\s#-])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Patched:
    """The document with an example in it, and where what is marked stands: offsets, None for the file as a whole."""

    text: str
    marked: tuple[int, int] | None


def patch(example: str, mark: str = "", *, whole: bool = False) -> Patched:
    """Return the valid document with the keys of ``example`` in the place of its own; ``whole`` ones stand alone."""
    if whole:
        return Patched(example, _find(example, example, mark))
    blocks = _blocks(VALID)
    for key, block in _blocks(example).items():
        blocks[key] = block
    return Patched("".join(blocks.values()), _find("".join(blocks.values()), example, mark))


def patch_rule(rule: Rule) -> Patched:
    """Return the document with the rule's wrong example, marked."""
    return patch(rule.wrong, rule.mark, whole=rule.whole)


def _blocks(text: str) -> dict[str, str]:
    """Return the top-level keys with all that stands below them; comments go with what follows."""
    blocks: dict[str, str] = {}
    comments = ""
    for piece in _TOP.split(text):
        lines = piece.splitlines(keepends=True)
        if not lines or lines[0].lstrip().startswith("#") or not lines[0].strip():
            comments += piece
            continue
        count = len(lines)
        while lines[count - 1].startswith("#"):
            count -= 1
        blocks[lines[0].split(":")[0]] = comments + "".join(lines[:count])
        comments = "".join(lines[count:])
    return blocks


def _find(text: str, example: str, mark: str) -> tuple[int, int] | None:
    if not mark:
        return None
    at = example.rindex(mark)
    line = example[example.rfind("\n", 0, at) + 1 :].split("\n", maxsplit=1)[0] + "\n"
    block = next(block for block in _blocks(example).values() if line in block)
    start = text.index(block) + block.index(line) + at - (example.rfind("\n", 0, at) + 1)
    return start, start + len(mark)


def offset_of(text: str, place: tuple[int, int]) -> int:
    """Return the offset of a line and column, both from 1."""
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place[0] - 1]) + place[1] - 1
