"""A placeholder where a text should be."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-pladsholder",
    title="Her står kun, at der kommer noget senere",
    severity=Severity.WARNING,
    explanation=(
        "'Udfyldes senere', 'todo' og 'xx' er ikke en beskrivelse og tæller som tomt. Bliver standarden "
        "offentliggjort sådan, får borgeren ikke svar. Skriv, hvad der gælder, eller slet linjen."
    ),
    wrong="personale:\n  tekst: Udfyldes senere.\n",
    right="personale:\n  tekst: Alle behandlere har en socialfaglig eller sundhedsfaglig uddannelse.\n",
)
