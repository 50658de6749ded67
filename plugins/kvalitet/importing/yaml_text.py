"""Values to YAML lines: the catalogue's order, running text as blocks, and a comment above what has a note."""

from __future__ import annotations

import io
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kvalitet.fields.model import GROUPS, Field, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.importing.draft import Path

WIDTH = 110
INDENT = "  "
_ENDLESS = 1_000_000
_AS_IT_IS = frozenset({Kind.NUMBER, Kind.AMOUNT, Kind.DATE, Kind.YES_NO, Kind.HOURS, Kind.PHONE})
_BULLETS = frozenset({"-", "*", "•", "–", "—"})
Content = Any  # a text, a list or a group: what a draft holds, which knows no types


class YamlWriter:
    """Writes the values of a standard. ``notes`` are the comments by path; one said just above is not said again."""

    def __init__(self, notes: Mapping[Path, list[str]]) -> None:
        self._notes = notes

    def write_entry(self, key: str, value: Content, field: Field, path: Path, depth: int = 0) -> Iterator[str]:
        """Yield the lines of one key with its value and its notes."""
        yield from self.write_notes(path, depth)
        yield from self.write_value(key, value, field, path, depth)

    def write_notes(self, path: Path, depth: int = 0) -> Iterator[str]:
        """Yield the comment lines of the notes at ``path``."""
        for note in self._notes.get(path, []):
            yield from comment(note, depth)

    def write_value(self, key: str, value: Content, field: Field, path: Path, depth: int = 0) -> Iterator[str]:
        """Yield the lines of one key with its value, without its own notes."""
        indent = INDENT * depth
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from self.write_group(value, field, path, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            yield from self.write_items(value, field.item or field, path, depth + 1)
        elif field.kind is Kind.TEXT:
            yield from write_text(key, value, depth)
        else:
            yield f"{indent}{key}: {quote(value, field)}"

    def write_group(self, value: Mapping[str, Content], field: Field, path: Path, depth: int) -> Iterator[str]:
        """Yield the lines of the fields of a group, or of the entries of a table, without the group's own key."""
        fields = field.fields if field.kind in GROUPS else dict.fromkeys(value, field.item or field)
        said: list[str] = []
        for name, known in fields.items():
            if name in value:
                below = (*path, name)
                if self._notes.get(below) != said:
                    yield from self.write_notes(below, depth)
                said = self._notes.get(below) or said
                yield from self.write_value(name, value[name], known, below, depth)

    def write_items(self, items: list[Content], field: Field, path: Path, depth: int, start: int = 0) -> Iterator[str]:
        """Yield the lines of a list; the first of ``items`` is number ``start`` of it."""
        said: list[str] = []
        for number, one in enumerate(items, start):
            below = (*path, number)
            if self._notes.get(below) != said:
                yield from self.write_notes(below, depth)
            said = self._notes.get(below) or said
            yield from self._write_item(one, field, below, depth)

    def _write_item(self, value: Content, field: Field, path: Path, depth: int) -> Iterator[str]:
        indent = INDENT * depth
        if not isinstance(value, dict):
            yield f"{indent}- {quote(value, field)}"
            return
        marked = False
        for line in self.write_group(value, field, path, depth + 1):
            if marked:
                yield line
            elif line.lstrip().startswith("#"):
                yield line[len(INDENT) :]
            else:
                marked = True
                yield f"{indent}- {line[len(indent) + len(INDENT) :]}"


def comment(text: str, depth: int = 0) -> list[str]:
    """Return ``text`` as comment lines."""
    start = f"{INDENT * depth}# "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=f"{start}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def write_text(key: str, text: str, depth: int) -> Iterator[str]:
    """Yield a text: one paragraph folded, several as they are, each wrapped; the check reads both alike."""
    paragraphs = text.split("\n\n")
    literal = len(paragraphs) > 1 or "\n" in text
    yield f"{INDENT * depth}{key}: {'|' if literal else '>'}"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        for line in paragraph.split("\n"):
            yield from _wrap(line, depth + 1)


def _wrap(line: str, depth: int) -> list[str]:
    """Wrap one line; a dash never comes first on a line, where it would begin a list."""
    start = INDENT * depth
    hang = INDENT if line.startswith("- ") else ""
    glued: list[str] = []
    for word in line.split(" "):
        if word in _BULLETS and len(glued) > bool(hang):
            glued[-1] += f" {word}"
        else:
            glued.append(word)
    lines = [start + glued[0]]
    for word in glued[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH or not lines[-1].strip(" -"):
            lines[-1] += f" {word}"
        else:
            lines.append(f"{start}{hang}{word}")
    return lines


def quote(text: str, field: Field) -> str:
    """Return ``text`` as a YAML scalar on one line."""
    return text if field.kind in _AS_IT_IS else _quote(" ".join(text.split()))


@lru_cache(maxsize=4096)
def _quote(text: str) -> str:
    plain = _dump(text)
    return plain if plain == text else _dump(DoubleQuotedScalarString(text))


def _dump(text: str) -> str:
    stream = io.StringIO()
    writer = YAML()
    writer.width = _ENDLESS
    writer.allow_unicode = True
    writer.dump({"k": text}, stream)
    return stream.getvalue()[len("k: ") :].removesuffix("\n")
