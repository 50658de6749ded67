"""What to write instead, as YAML that fits its place."""

from __future__ import annotations

import re
import textwrap
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kvalitet.danish import MONTHS
from kvalitet.fields.model import Field, Kind
from kvalitet.findings import BLANK, Edit
from kvalitet.reading.tree import Entry, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.findings import Place

_WIDTH = 116
_STEP = "  "
_LONGEST_COMMENT = 90
# What YAML would read as something else than the same text, at the beginning or within.
_MUST_BE_QUOTED = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|^$|: |:$| #|\s$|^(?:~|null|Null|NULL)$|[\n\t]")
_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_DAY = re.compile(rf"(\d{{1,2}})(?:\.\s*|[/-])(\d{{1,2}}|{'|'.join(MONTHS)})(?:\.?\s*|[/-])(\d{{4}})", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s+([a-zæøå]+)", re.IGNORECASE)


def quote(text: str, *, in_brackets: bool = False) -> str:
    """Return ``text`` as a YAML scalar, in quotes only where it needs them."""
    if _MUST_BE_QUOTED.search(text) or (in_brackets and _IN_BRACKETS.search(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def replace_value(place: Place, text: str) -> Edit | None:
    """Return the edit that puts ``text`` where ``place`` is marked; None where its end is not known."""
    return replace_source(place, quote(text))


def replace_source(at: Place | Node, source: str) -> Edit | None:
    """Return the edit that puts the YAML ``source`` in the place of what stands there."""
    return Edit((at.line, at.column), at.end, source) if at.end is not None else None


def add_field(node: Mapping | Entry, known: Field) -> Edit | None:
    """Return the edit that adds the field ``known`` to a group, or fills it in where its key stands empty."""
    value = value_to_fill(known)
    if isinstance(node, Entry):
        empty = node.value
        if not isinstance(empty, Scalar) or empty.line != node.line:
            return None
        return replace_source(empty, f"{'' if empty.text else ' '}{value}{comment_on(known)}")
    if node.flow:
        at = (node.line, node.column + 1)
        return Edit(at, at, f" {known.key}: {value},")
    at = (node.line, node.column)
    return Edit(at, at, f"{known.key}: {value}{comment_on(known)}\n{' ' * (node.column - 1)}")


def value_to_fill(known: Field) -> str:
    """Return what a field can only hold, else a blank."""
    return quote(next(iter(known.choices))) if len(known.choices) == 1 else BLANK


def comment_on(known: Field) -> str:
    """Return a comment that says what may stand in the field, "" where that is plain."""
    if len(known.choices) == 1:
        return ""
    if known.choices:
        words = ", ".join(known.choices)
    elif known.kind is Kind.YES_NO:
        words = "ja eller nej"
    else:
        words = f"fx {known.example}" if known.example else ""
    return f"  # {words}" if words and len(words) <= _LONGEST_COMMENT else ""


def suggest_scalar(known: Field, text: str) -> str:
    """Return what a person meant who wrote ``text`` in the field; "" where that is no certain thing."""
    if known.kind is Kind.DATE and (day := _DAY.fullmatch(text)):
        name = day[2].lower()
        month = MONTHS.index(name) + 1 if name in MONTHS else int(day[2])
        return f"{day[3]}-{month:02d}-{int(day[1]):02d}"
    if known.kind is Kind.NUMBER and (number := _LEADING_NUMBER.fullmatch(text)):
        units = {known.unit.lower(), *known.key.lower().split("_")}
        return number[1] if number[2].lower() in units else ""
    return ""


def reshape(node: Node, known: Field, entry: Entry | None) -> Edit | None:
    """Return the edit that gives a text its right form: brackets around a list, its own field in a section."""
    if not isinstance(node, Scalar) or entry is None:
        return None
    if known.kind is Kind.LIST and known.item is not None and not known.item.fields and node.plain:
        return replace_source(node, f"[{node.text}]") if "\n" not in node.text else None
    if "tekst" not in known.fields or entry.value is not node:
        return None
    indent = " " * (entry.column - 1) + _STEP
    last = "\n" if node.end is not None and node.end[1] == 1 else ""
    return replace_source(node, f"\n{indent}tekst: >\n{_fold(node.text, indent + _STEP)}{last}")


def _fold(text: str, indent: str) -> str:
    """Return ``text`` as the lines of a folded block: a blank line for each line break."""
    paragraphs = [
        textwrap.fill(one, _WIDTH, initial_indent=indent, subsequent_indent=indent) for one in text.split("\n")
    ]
    return "\n\n".join(one for one in paragraphs if one.strip())


def find_nearest(text: str, options: Iterable[str]) -> str:
    """Return the option nearest to ``text``, forgiving spaces, hyphens, underscores and ASCII letters; "" for none."""
    plain = {_plain(option): option for option in options}
    near = get_close_matches(_plain(text), plain, n=1, cutoff=0.72)
    return plain[near[0]] if near else ""


def _plain(text: str) -> str:
    for letter, ascii_form in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("_", "-"), (" ", "-")):
        text = text.lower().replace(letter, ascii_form)
    return text
