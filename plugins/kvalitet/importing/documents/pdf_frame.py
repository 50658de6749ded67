"""What stands on page after page in a PDF: headers, footers and page numbers, told from the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.importing.documents.pdf_lines import Line

_MARGIN = 0.13  # of the page's height, at top and bottom
_STEP = 8  # points: the same place on another page
_SHARE = 3  # on every third page: left and right pages may differ, and the front page has none
_TWICE = 2
_PAGE_NUMBER = re.compile(
    r"(?:[-–\s]*(?:side|s\.)?|.{1,60}\bside)\s*\d{1,3}(?:\s*(?:af|/|-)\s*\d{1,3})?[-–\s.]*", re.IGNORECASE
)


def take_frame(pages: list[list[Line]], sheets: list[tuple[float, float]]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the text, and those of the frame, each text of the frame once.

    ``sheets`` are the bottom and top of each page.
    """
    edges = [[line for line in lines if _is_at_edge(line, *sheet)] for lines, sheet in zip(pages, sheets, strict=True)]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    repeated = {key for key, count in counts.items() if count >= _TWICE and count * _SHARE >= len(pages)}
    text: list[Line] = []
    frame: list[Line] = []
    for lines, at_edge in zip(pages, edges, strict=True):
        for line in lines:
            outside = line in at_edge and (_key(line) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None)
            (frame if outside else text).append(line)
    return text, list(_keep_once(frame))


def _is_at_edge(line: Line, bottom: float, top: float) -> bool:
    margin = _MARGIN * (top - bottom)
    return not bottom + margin < line.y < top - margin


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.lower()), round(line.y / _STEP)


def _keep_once(frame: list[Line]) -> Iterable[Line]:
    """Yield each text once, the page's number in it aside."""
    seen = set()
    for line in frame:
        key = "#" if _PAGE_NUMBER.fullmatch(line.text) else _key(line)[0]
        if key not in seen:
            seen.add(key)
            yield line
