"""A placeholder where a text should be."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-pladsholder",
    title="Her står kun, at der kommer noget senere",
    severity=Severity.WARNING,
    explanation=(
        "'Udfyldes senere', 'todo' og 'xx' er ikke en beskrivelse og tæller som tomt. Skriv, hvad der gælder, "
        "eller slet linjen."
    ),
    why="Bliver standarden offentliggjort sådan, får borgeren ikke svar.",
    wrong=("gavekort:\n  tekst: Vi bruger gavekort til unge i ambulant behandling.\n  hvornår: Udfyldes senere\n"),
    right=(
        "gavekort:\n"
        "  tekst: Vi bruger gavekort til unge i ambulant behandling.\n"
        "  hvornår: Når du har været til fire samtaler\n"
    ),
    mark="Udfyldes senere",
)
