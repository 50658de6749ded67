"""The words and symbols for severities and levels, the same wherever they are shown."""

from __future__ import annotations

import re

from kvalitet.assess import Level
from kvalitet.catalogue import Force
from kvalitet.findings import Severity

SEVERITY_WORDS = {Severity.ERROR: "fejl", Severity.WARNING: "advarsel", Severity.NOTE: "bemærkning"}
SEVERITY_PLURALS = {Severity.ERROR: "fejl", Severity.WARNING: "advarsler", Severity.NOTE: "bemærkninger"}

LEVEL_WORDS = {
    Level.NOT: "ikke beskrevet",
    Level.BRIEF: "kort beskrevet",
    Level.THOROUGH: "uddybende beskrevet",
    Level.IRRELEVANT: "ikke relevant",
    Level.UNASSESSED: "ikke vurderet",
}
LEVEL_SYMBOLS = {
    Level.NOT: "○",
    Level.BRIEF: "◐",
    Level.THOROUGH: "●",
    Level.IRRELEVANT: "·",
    Level.UNASSESSED: "?",
}
FORCE_WORDS = {
    Force.LAW: "loven kræver det",
    Force.GUIDANCE: "vejledningen beder om det",
    Force.RECOMMENDATION: "anbefales",
}


def count_words(number: int, severity: Severity) -> str:
    """Return '1 advarsel', '2 advarsler'."""
    words = SEVERITY_WORDS if number == 1 else SEVERITY_PLURALS
    return f"{number} {words[severity]}"


# Escape codes would steer the terminal, bidirectional controls would turn the line around.
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def make_visible(text: str) -> str:
    """Return ``text``, some of it out of a file, with ``�`` for each character that would steer a terminal."""
    return _STEERING.sub("\ufffd", text)
