"""The lines of a file that a finding speaks of, with the place marked, and the lines to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kvalitet.reading.lines import split_lines
from kvalitet.report.screen import Screen, Shown, show_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.findings import Edit, Place

_MOST_LINES = 3  # of a text over many lines, so many are shown
_CUT = "..."


def write_excerpt(text: str, place: Place, screen: Screen) -> Iterator[str]:
    """Yield the lines of ``text`` at ``place`` with their numbers, marked; none where the whole file is meant."""
    lines = split_lines(text)
    if place.end is None or not text or place.line > len(lines):
        return
    last = _last_line(lines, place)
    shown = range(place.line, min(last, place.line + _MOST_LINES - 1) + 1)
    margin = len(str(shown[-1]))
    room = screen.width - margin - len(" | ")
    before = place.line - 1
    yield f"{'':{margin}} |"
    if before and lines[before - 1].strip():
        part = _cut(show_line(lines[before - 1], screen), (0, 0), room)
        yield f"{before:{margin}} | {part.text}".rstrip()
    for number in shown:
        begin = place.column - 1 if number == place.line else _indent(lines[number - 1])
        stop = place.end[1] - 1 if number == place.end[0] else len(lines[number - 1].rstrip())
        above, below = _mark_line(lines[number - 1], (begin, stop), screen, room)
        yield f"{number:{margin}} | {above}".rstrip()
        if below:
            yield f"{'':{margin}} | {below}"
    if last > shown[-1]:
        yield f"{'':{margin}} | {_CUT}"


def apply_edit(text: str, edit: Edit) -> list[str]:
    """Return the lines that ``edit`` writes or changes, whole, as they would stand in the file."""
    lines = split_lines(text)
    first, last = (lines[line - 1] if line <= len(lines) else "" for line, _ in (edit.start, edit.end))
    whole = edit.text.endswith("\n") and edit.end[1] == 1  # what follows stays as it is
    after = "" if whole else last[edit.end[1] - 1 :]
    written = f"{first[: edit.start[1] - 1]}{edit.text}{after}".removesuffix("\n" if whole else "")
    return [line.rstrip() for line in written.split("\n")]


def _last_line(lines: tuple[str, ...], place: Place) -> int:
    """Return the last line that is marked: a text block is said to end where the next key begins."""
    assert place.end is not None  # noqa: S101 - asked before
    line, column = place.end
    last = min(line if column > 1 else line - 1, len(lines))
    while last > place.line and not lines[last - 1].strip():
        last -= 1
    return max(last, place.line)


def _mark_line(line: str, region: tuple[int, int], screen: Screen, room: int) -> tuple[str, str]:
    """Return the line as it is shown and the marks below it, "" where it is blank."""
    shown = show_line(line, screen)
    begin, stop = (shown.columns[max(0, min(at, len(line)))] for at in region)
    part = _cut(shown, (begin, max(stop, begin + 1)), room)
    first, end = begin - part.moved, min(max(stop, begin + 1) - part.moved, part.width)
    marks = f"{' ' * first}{'^' * max(1, end - first)}" if line.strip() else ""
    return part.text, marks


class _Part(NamedTuple):
    """As much of a line as fits: how many columns it takes, and how many it moved to the left."""

    text: str
    width: int
    moved: int = 0


def _cut(shown: Shown, region: tuple[int, int], room: int) -> _Part:
    """Return as much of a long line as fits ``room``, the region in view."""
    if shown.width <= room:
        return _Part("".join(shown.parts), shown.width)
    inner = room - 2 * len(_CUT)
    skipped = max(0, region[0] - inner // 3) if region[1] > inner else 0
    first = next(number for number, column in enumerate(shown.columns) if column >= skipped)
    start = shown.columns[first]
    limit = start + (inner if first else inner + len(_CUT))
    last = max(number for number, column in enumerate(shown.columns) if column <= limit)
    head = _CUT if first else ""
    tail = _CUT if last < len(shown.parts) else ""
    width = len(head) + shown.columns[last] - start + len(tail)
    return _Part(f"{head}{''.join(shown.parts[first:last])}{tail}", width, start - len(head))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
