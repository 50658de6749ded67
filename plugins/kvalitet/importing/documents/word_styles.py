"""What the styles of a Word file say of a paragraph: a heading and its level, an item of a list, bold, contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLE = frozenset({"title", "titel"})
_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])")
_CONTENTS = re.compile(r"(?:toc\b|indholdsfortegnelse|table of contents)")
_LIST = re.compile(r"(?:list |opstilling|liste)")
_DEEPEST = 9
_CHAIN = 12  # styles build on each other; a circle must not turn forever
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style. ``level`` is None where it is no heading, 0 for the title."""

    level: int | None = None
    item: bool = False
    bold: bool = False
    contents: bool = False


class Styles:
    """The styles of one file."""

    def __init__(self, root: _Element) -> None:
        self._styles = {one.get(qn("w:styleId")): one for one in root.iter(qn("w:style"))}
        self._looks: dict[str, Look] = {}

    def look_of(self, paragraph: _Element) -> Look:
        """Return what ``paragraph`` is by its style and what is set on itself."""
        settings = paragraph.find(qn("w:pPr"))
        if settings is None:
            return Look()
        style = settings.find(qn("w:pStyle"))
        look = self._look_of_style(style.get(qn("w:val")) if style is not None else None)
        level = _outline_level(settings)
        if level is None:
            level = look.level
        numbered = _is_numbered(settings)
        return Look(level, look.item if numbered is None else numbered, look.bold, look.contents)

    def _look_of_style(self, name: str | None) -> Look:
        if name is None:
            return Look()
        if name not in self._looks:
            self._looks[name] = self._make_look(name)
        return self._looks[name]

    def _make_look(self, name: str) -> Look:
        """Read a style and those it builds on: the nearest one that says something has the word."""
        look = Look()
        style, levels = self._styles.get(name), 0
        while style is not None and levels < _CHAIN:
            look = _merge(look, _look_of_one(style))
            based = style.find(qn("w:basedOn"))
            style = self._styles.get(based.get(qn("w:val"))) if based is not None else None
            levels += 1
        return look


def _merge(look: Look, below: Look) -> Look:
    level = look.level if look.level is not None else below.level
    return Look(level, look.item or below.item, look.bold or below.bold, look.contents or below.contents)


def _look_of_one(style: _Element) -> Look:
    named = style.find(qn("w:name"))
    name = (named.get(qn("w:val")) or "").lower() if named is not None else ""
    settings = style.find(qn("w:pPr"))
    level = _outline_level(settings) if settings is not None else None
    if name in _TITLE:
        level = 0
    elif (heading := _HEADING.match(name)) is not None:
        level = int(heading[1])
    bold = style.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return Look(
        level=level,
        item=bool(_LIST.match(name)) or (settings is not None and _is_numbered(settings) is True),
        bold=bold is not None and bold.get(qn("w:val"), "1") not in _OFF,
        contents=bool(_CONTENTS.match(name)),
    )


def _outline_level(settings: _Element) -> int | None:
    """Return the level of an outline, from 1; Word's 9 means 'running text'."""
    outline = settings.find(qn("w:outlineLvl"))
    value = outline.get(qn("w:val"), "") if outline is not None else ""
    return int(value) + 1 if value.isdigit() and int(value) < _DEEPEST else None


def _is_numbered(settings: _Element) -> bool | None:
    """Whether a list holds the paragraph; None where nothing is said; number 0 takes it out of the style's list."""
    number = settings.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    return None if number is None else number.get(qn("w:val")) != "0"
