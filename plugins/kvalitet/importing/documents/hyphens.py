"""Lines of a page to running text: a word that was divided at the end of a line is put together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIVIDED = re.compile(r"([^\W\d_]+)-$")
_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# After these the hyphen stands for the rest of a compound: 'stof- og alkoholbehandling'.
_SUSPENDED = frozenset({"og", "eller", "samt"})


def collect_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of ``lines`` in lower case, hyphens kept: what a divided word is compared with."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.rstrip("-")))


def join_lines(lines: Iterable[str], words: frozenset[str]) -> str:
    """Return ``lines`` as running text."""
    text = ""
    for line in lines:
        text = _join(text, line, words) if text else line
    return text


def _join(text: str, line: str, words: frozenset[str]) -> str:
    divided, start = _DIVIDED.search(text), _START.match(line)
    if divided is None:
        return (
            f"{text}{line}"
            if text.endswith("-") and line[:1].isalnum() and not text.endswith(" -")
            else f"{text} {line}"
        )
    if start is None:
        return f"{text} {line}"
    before, after = divided[1].lower(), start[0].lower()
    if after in _SUSPENDED and before + after not in words:
        return f"{text} {line}"
    if start[0][0].isupper() or (f"{before}-{after}" in words and before + after not in words):
        return f"{text}{line}"
    return f"{text[:-1]}{line}"
