"""A word outside a closed list."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-valg",
    title="Ordet er ikke en af mulighederne",
    severity=Severity.ERROR,
    explanation=(
        "Feltet har en fast liste af ord. Vælg det ord på listen, der passer bedst, og skriv det, det ikke "
        "dækker, i 'tekst'."
    ),
    why=(
        "Med de samme ord siger alle kommuner det samme på samme måde. Et andet ord bliver ikke forstået og "
        "tæller ikke med."
    ),
    wrong="tilstand: godkendt\n",
    right="tilstand: vedtaget\n",
    mark="godkendt",
)
