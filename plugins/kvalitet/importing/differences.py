"""Two versions of a text, sentence by sentence."""

from __future__ import annotations

from difflib import SequenceMatcher

from kvalitet.readability import split_sentences


def list_differences(old: str, new: str) -> list[tuple[str, str]]:
    """Return the sentences that went and came as ('-' or '+', sentence), in order."""
    before, after = _sentences(old), _sentences(new)
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [("-", one) for one in before[a:b]] + [("+", one) for one in after[c:d]]
    return found


def _sentences(text: str) -> list[str]:
    return [one for line in text.split("\n") for one in (split_sentences(line) or [line]) if one.strip()]
