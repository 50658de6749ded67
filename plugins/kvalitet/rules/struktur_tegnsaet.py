"""Bytes that are not UTF-8, or characters that no YAML may hold."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-tegnsaet",
    title="Filen er gemt i et tegnsæt, der ikke kan læses",
    severity=Severity.ERROR,
    explanation=(
        "Et tegnsæt er den måde, bogstaver gemmes på. Filen skal gemmes som UTF-8. Gem den igen, og vælg UTF-8 "
        "som kodning, eller slet det tegn, der ikke kan læses."
    ),
    why="I et andet tegnsæt går æ, ø og å tabt. Programmet gætter ikke på, hvad der har stået.",
    wrong=(
        'godkendt:\n  # Et å fra et gammelt tegnsæt, som det ser ud bagefter\n  af: "Byr\\x86det"\n  dato: 2025-04-24\n'
    ),
    right="godkendt:\n  af: Byrådet\n  dato: 2025-04-24\n",
    mark='"Byr\\x86det"',
)
