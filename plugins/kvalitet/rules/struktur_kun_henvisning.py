"""A text that only says that a rule exists."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-kun-henvisning",
    title="Teksten henviser til en regel, men lover ikke noget",
    severity=Severity.WARNING,
    explanation=(
        "En tekst som 'kommunen følger loven' tæller ikke som en beskrivelse. Skriv i hele sætninger, hvad der "
        "gælder hos jer. Henvis gerne til loven bagefter."
    ),
    why=("Loven gælder, hvad enten kommunen skriver det eller ej. En borger skal kunne læse, hvad kommunen gør."),
    wrong=(
        "brugerinddragelse:\n  tekst: Kommunen følger loven.\n  måder: [{ måde: brugerråd, hvor_ofte: Hver måned }]\n"
    ),
    right=(
        "brugerinddragelse:\n"
        "  tekst: Du er med til at lave din behandlingsplan, og vi spørger dig, om den passer.\n"
        "  måder: [{ måde: brugerråd, hvor_ofte: Hver måned }]\n"
    ),
    mark="Kommunen følger loven.",
)
