"""The same key twice in one place."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-dobbelt-noegle",
    title="Det samme felt står to gange",
    severity=Severity.ERROR,
    explanation=(
        "Et felt kan kun stå én gang samme sted. Her står det igen, og kun det første bliver læst. Saml de to, og "
        "slet det ene."
    ),
    why="Borgeren ser ikke det, der står anden gang, selv om det måske er det nyeste.",
    wrong=("behandlingsgaranti:\n  frist_dage: 14\n  regnes_fra: første henvendelse\n  frist_dage: 10\n"),
    right="behandlingsgaranti:\n  frist_dage: 10\n  regnes_fra: første henvendelse\n",
    mark="frist_dage",
)
