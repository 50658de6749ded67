"""A format of the file that this version does not know."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-format",
    title="Filens format kendes ikke",
    severity=Severity.ERROR,
    explanation=(
        "Tallet i 'format' siger, hvordan filen skal læses. Programmet kender ikke det format, der står "
        "her, og læser derfor ikke resten, for felterne kan betyde noget andet. Skriv 'format: 1', eller "
        "hent en nyere udgave af programmet."
    ),
    wrong="format: 2\n",
    right="format: 1\n",
)
