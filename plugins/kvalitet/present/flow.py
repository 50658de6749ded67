"""From a page's safe HTML to what paper is set from: paragraphs and items, each a row of runs of plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

_MOST_WORDS = 60
_MARKS = {"strong": "b", "em": "i"}

Run = dict[str, Any]
"""``t`` is the text; ``b`` and ``i`` whether it is strong or emphasised; ``to`` where it links to."""


class Piece(NamedTuple):
    """A paragraph (``kind`` "p") or an item of a list ("li")."""

    kind: str
    runs: list[Run]


def flow_html(html: str) -> list[Piece]:
    """Return the pieces of ``html``, which is made of p, ul, ol, li, strong, em and a; long ones are parted."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [part for piece in reader.pieces if any(run["t"].strip() for run in piece.runs) for part in _part(piece)]


def plain(text: str) -> list[Run]:
    """Return one run of plain text."""
    return [{"t": text}]


def _part(piece: Piece) -> list[Piece]:
    """Return the piece as pieces that are sure to fit on a page, parted between words."""
    parts: list[list[Run]] = [[]]
    count = 0
    for run in piece.runs:
        for words in _by_words(run["t"]):
            if count >= _MOST_WORDS:
                parts.append([])
                count = 0
            last = parts[-1][-1] if parts[-1] else None
            if last is not None and {**last, "t": ""} == {**run, "t": ""}:
                last["t"] += words
            else:
                parts[-1].append({**run, "t": words})
            count += 1
    return [Piece(piece.kind, runs) for runs in parts if runs]


def _by_words(text: str) -> list[str]:
    return re.findall(r"\s*\S+\s*", text) or [text]


class _Reader(HTMLParser):
    """Gathers the pieces; text outside any paragraph is a paragraph of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._open = False
        self._marks: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "li"}:
            self.pieces.append(Piece(tag, []))
            self._open = True
        elif tag in _MARKS:
            self._marks.append(_MARKS[tag])
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"p", "li"}:
            self._open = False
        elif tag in _MARKS:
            self._marks.pop()
        elif tag == "a":
            self._links.pop()

    def handle_data(self, data: str) -> None:
        if not self._open:
            if not data.strip():
                return
            if not self.pieces or self.pieces[-1].kind != "p" or self._closed():
                self.pieces.append(Piece("p", []))
            self._open = True
        run: Run = {"t": re.sub(r"[ \t\r\n]+", " ", data)}
        run |= dict.fromkeys(self._marks, True)
        if self._links:
            run["to"] = self._links[-1]
        self.pieces[-1].runs.append(run)

    def _closed(self) -> bool:
        return bool(self.pieces[-1].runs)
