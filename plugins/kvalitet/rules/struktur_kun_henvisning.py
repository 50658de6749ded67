"""A text that only says that a rule exists."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-kun-henvisning",
    title="Teksten henviser til en regel, men lover ikke noget",
    severity=Severity.WARNING,
    explanation=(
        "Loven gælder, hvad enten kommunen skriver det eller ej. En borger skal kunne læse, hvad "
        "kommunen gør, og derfor tæller 'kommunen følger loven' ikke som en beskrivelse. Skriv i hele "
        "sætninger, hvad der gælder hos jer. Henvis gerne til loven bagefter."
    ),
    wrong="brugerinddragelse:\n  tekst: Kommunen følger loven.\n",
    right=(
        "brugerinddragelse:\n  tekst: Du er med til at lave din behandlingsplan, og vi spørger dig, om den passer.\n"
    ),
)
