"""What an existing file lacks, put into it: whatever stands there stays as it is, byte for byte.

A library that reads and writes YAML changes what it did not mean to change: spaces inside braces, quotes, the width of
lines. So nothing is written again here. The places where something is missing are found, lines are put in there, and
the result is read back before anyone gets to see it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from kvalitet.fields.model import GROUPS
from kvalitet.findings import Severity
from kvalitet.importing.draft import say_path
from kvalitet.importing.yaml_text import YamlWriter
from kvalitet.reading import Mapping, Scalar, Sequence
from kvalitet.reading.compose import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary

    from kvalitet.fields.model import Field
    from kvalitet.importing.draft import Draft, Path
    from kvalitet.reading.tree import Node


class UnfillableError(Exception):
    """The file cannot be filled in; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class _Splice:
    """``text`` in the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Filled:
    """The file with what was put in: ``added`` are the paths of that, ``kept`` of what stood there and stayed."""

    text: str = ""
    added: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def fill_in(text: str, draft: Draft, fields: Dictionary[str, Field]) -> Filled:
    """Return ``text`` with the values of ``draft`` that it lacks. Raises ``UnfillableError``."""
    _check_readable(text)
    root = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise UnfillableError("Filen er ikke skrevet med en nøgle på hver linje, så der kan ikke føjes noget til den.")
    filler = _Filler(text, draft)
    filler.fill_group(root, draft.values, fields, ())
    filled = filler.finish()
    _check_kept(text, filled)
    return filled


class _Filler:
    """Gathers the splices of one file."""

    def __init__(self, text: str, draft: Draft) -> None:
        self._text = text
        self._shift = 1 if text.startswith("\ufeff") else 0
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._writer = YamlWriter(draft.notes)
        self._splices: list[_Splice] = []
        self._filled = Filled()

    def finish(self) -> Filled:
        """Return the file with all splices made; those at one place keep the order they were found in."""
        parts, at = [], 0
        for splice in sorted(self._splices, key=lambda one: one.start):
            parts += [self._text[at : splice.start], splice.text]
            at = splice.end
        self._filled.text = "".join([*parts, self._text[at:]])
        return self._filled

    def fill_group(
        self, node: yaml.MappingNode, values: dict[str, Any], fields: Dictionary[str, Field], path: Path
    ) -> None:
        """Put into ``node`` what it lacks of ``values``; a new key comes after the one before it in ``fields``."""
        there = {key.value: (key, value) for key, value in node.value}
        order = list(fields)
        for name in sorted(values, key=order.index):
            below = (*path, name)
            if name not in there:
                before = [there[one] for one in order[: order.index(name)] if one in there]
                self._insert(node, before[-1] if before else None, values[name], fields[name], below)
            else:
                self._fill_value(*there[name], values[name], fields[name], below)

    def _fill_value(self, key: yaml.Node, node: yaml.Node, value: Any, known: Field, path: Path) -> None:  # noqa: ANN401 - what a draft holds
        if isinstance(node, yaml.ScalarNode) and _is_empty(node):
            self._fill_empty(key, node, value, known, path)
        elif isinstance(node, yaml.MappingNode) and isinstance(value, dict) and not node.flow_style:
            self.fill_group(node, value, _fields_of(node, value, known), path)
        else:
            self._filled.kept.append(say_path(path))

    def _insert(
        self,
        node: yaml.MappingNode,
        before: tuple[yaml.Node, yaml.Node] | None,
        value: Any,  # noqa: ANN401 - as above
        known: Field,
        path: Path,
    ) -> None:
        column = node.value[0][0].start_mark.column
        lines = list(self._writer.write_entry(str(path[-1]), value, known, path))
        if before is None:
            at = node.start_mark.index + self._shift - column
        else:
            at = self._end_of_line(self._last_index(before[1], before[0]))
        blank = [""] if len(path) == 1 and isinstance(value, (dict, list)) else []
        self._splice(at, at, [*blank, *lines], column)
        self._filled.added.append(say_path(path))

    def _fill_empty(self, key: yaml.Node, node: yaml.ScalarNode, value: Any, known: Field, path: Path) -> None:  # noqa: ANN401 - as above
        """Put ``value`` behind a key that has none; a comment behind the key stays there."""
        column = key.start_mark.column
        first, *rest = self._writer.write_value(str(path[-1]), value, known, path)
        colon = self._text.index(":", key.end_mark.index + self._shift) + 1
        start, end = node.start_mark.index + self._shift, node.end_mark.index + self._shift
        inline = first.partition(":")[2]
        if end > start:  # '~' or two quotation marks
            self._splices.append(_Splice(start, end, inline.strip() or ""))
        else:
            self._splices.append(_Splice(colon, colon, inline))
        if rest:
            at = self._end_of_line(colon)
            self._splice(at, at, rest, column)
        line = key.start_mark.index + self._shift - column
        if not self._text[line : line + column].strip():  # the first key of a list's entry has a dash before it
            self._splice(line, line, list(self._writer.write_notes(path)), column)
        self._filled.added.append(say_path(path))

    def _splice(self, start: int, end: int, lines: list[str], column: int) -> None:
        text = "".join((f"{' ' * column}{line}" if line else "") + self._newline for line in lines)
        if start and self._text[start - 1] != "\n":  # the file ends without a line break
            text = self._newline + text.removesuffix(self._newline)
        self._splices.append(_Splice(start, end, text))

    def _end_of_line(self, index: int) -> int:
        """Return the place behind the line break of the line that ``index`` is on."""
        found = self._text.find("\n", index)
        return len(self._text) if found < 0 else found + 1

    def _last_index(self, node: yaml.Node, key: yaml.Node) -> int:
        """Return the last character of a value: of a block of text, without the empty lines behind it."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            key, node = last if isinstance(last, tuple) else (key, last)
        end = node.end_mark.index + self._shift
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            body = self._text[node.start_mark.index + self._shift : end]
            return node.start_mark.index + self._shift + len(body.rstrip()) - 1
        return max(end - 1, key.end_mark.index + self._shift)


def _fields_of(node: yaml.MappingNode, value: dict[str, Any], known: Field) -> Dictionary[str, Field]:
    """Return the fields of a group; of a table its keys, those that stand there first."""
    if known.kind in GROUPS:
        return known.fields
    return dict.fromkeys([*(key.value for key, _ in node.value), *value], known.item or known)


def _is_empty(node: yaml.ScalarNode) -> bool:
    return not node.value.strip() or (node.style is None and node.value in {"~", "null", "Null", "NULL"})


def _check_readable(text: str) -> None:
    root, findings = read_text(text.removeprefix("\ufeff"), "")
    grave = [one for one in findings if one.severity is Severity.ERROR]
    if root is None or grave:
        why = grave[0].message if grave else "Den indeholder ingen nøgler."
        raise UnfillableError(f"Filen kan ikke læses: {why} Kør 'kvalitet check' på den først.")


def _check_kept(before: str, filled: Filled) -> None:
    """Read the result back: every value that stood there must stand there still. Anything else is a fault of ours."""
    old, _ = read_text(before.removeprefix("\ufeff"), "")
    new, findings = read_text(filled.text.removeprefix("\ufeff"), "")
    broken = new is None or any(one.severity is Severity.ERROR for one in findings)
    if old is None or new is None or broken or not set(_leaves(old)) <= set(_leaves(new)):
        raise UnfillableError("Filen er skrevet på en måde, så der ikke kan føjes noget til den uden at ændre andet.")


def _leaves(node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from _leaves(entry.value, f"{path}.{name}")
    elif isinstance(node, Sequence):
        for number, one in enumerate(node.items):
            yield from _leaves(one, f"{path}[{number}]")
    elif isinstance(node, Scalar) and not node.empty:
        yield path, node.text
