"""What a line of a file looks like on a screen: how wide each character is, and what stands for one nobody can see."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import click

from kvalitet.reading.decode import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 100
"""The width of a page, where nothing is known of the screen."""
_NARROWEST = 40
_TAB = "    "
# What is one column wide everywhere and shown as it is: Latin letters, signs, no-break spaces.
_SIMPLE = re.compile("[\x20-\x7e\xa0-\xac\xae-\u02ff–—‘’“”„…€]*")


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: its width in columns, whether it shows colours, and its character set."""

    width: int = WIDTH
    color: bool = False
    encoding: str = "utf-8"

    def style(self, text: str, **how: Any) -> str:  # noqa: ANN401 - click's own
        """Return ``text`` in colours, where there are any."""
        return click.style(text, **how) if self.color else text

    def can_show(self, text: str) -> bool:
        """Whether the character set holds all of ``text``."""
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is shown: ``parts[n]`` stands for the character ``n`` and begins at ``columns[n]``.

    The last of the columns is the end of the line.
    """

    parts: Sequence[str]
    columns: Sequence[int]

    @property
    def width(self) -> int:
        """How many columns the line takes."""
        return self.columns[-1]


def screen_of(stream: IO[str]) -> Screen:
    """Return what ``stream`` can show; a terminal has its own width, and colours unless ``NO_COLOR`` is set."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if not stream.isatty():
        return Screen(encoding=encoding)
    width = max(_NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns - 1))
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width, color, encoding)


def show_line(line: str, screen: Screen) -> Shown:
    """Return ``line`` as ``screen`` shows it: tabs as blanks, what nobody can see by its number."""
    if _SIMPLE.fullmatch(line):
        encoding = screen.encoding
        text = line if screen.can_show(line) else line.encode(encoding, "replace").decode(encoding)
        return Shown(text, range(len(line) + 1))
    parts: list[str] = []
    columns = [0]
    for character in line:
        part, width = _show(character, screen)
        parts.append(part)
        columns.append(columns[-1] + width)
    return Shown(parts, columns)


def _show(character: str, screen: Screen) -> tuple[str, int]:
    """Return what stands for ``character`` and how many columns it takes."""
    if character == "\t":
        return _TAB, len(_TAB)
    category = unicodedata.category(character)
    if HIDDEN.match(character) or category in {"Cf", "Zl", "Zp"}:
        return (mark := f"<U+{ord(character):04X}>"), len(mark)
    if category in {"Cc", "Cs", "Co", "Cn"} or not screen.can_show(character):
        return "?", 1
    if category in {"Mn", "Me"}:  # stands on top of the one before
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
