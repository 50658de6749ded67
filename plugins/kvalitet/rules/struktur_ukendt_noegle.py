"""A key the catalogue does not know at this place."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-ukendt-noegle",
    title="Feltet findes ikke på dette sted",
    severity=Severity.ERROR,
    explanation=(
        "Feltet er stavet forkert, rykket forkert ind eller hører til et andet sted. Det, der står i "
        "det, bliver ikke læst og tæller ikke med som beskrevet. Brug det navn, der foreslås, eller flyt "
        "indholdet til 'tekst' i det afsnit, det hører til."
    ),
    wrong="behandlingsgaranti:\n  frist: 14\n  regnes_fra: første henvendelse\n",
    right="behandlingsgaranti:\n  frist_dage: 14\n  regnes_fra: første henvendelse\n",
)
