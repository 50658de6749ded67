"""A format of the file that this version does not know."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-format",
    title="Filens format kendes ikke",
    severity=Severity.ERROR,
    explanation=(
        "Tallet i 'format' siger, hvordan filen skal læses. Skriv 'format: 1', eller hent en nyere udgave af "
        "programmet."
    ),
    why=("I et format, som programmet ikke kender, kan felterne betyde noget andet. Derfor læser det ikke resten."),
    wrong="format: 2\n",
    right="format: 1\n",
    mark="2",
)
