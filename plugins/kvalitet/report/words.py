"""The words and symbols for severities and levels, the same wherever they are shown."""

from __future__ import annotations

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
