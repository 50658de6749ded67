"""A file the YAML parser cannot read."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-yaml",
    title="Filen kan ikke læses fra dette sted",
    severity=Severity.ERROR,
    explanation=(
        "Filen er skrevet i YAML, hvor kolon, anførselstegn, parenteser og indrykning betyder noget. Et af dem "
        "står forkert. Se på linjen og linjen før. Er der kolon i en tekst, så skriv '>' efter nøglen og teksten "
        "på næste linje."
    ),
    why="Programmet kan ikke se, hvad der hører sammen, og alt efter stedet er ukendt.",
    wrong="opgaver:\n  tekst: Kommunen har én opgave: at hjælpe dig videre.\n",
    right="opgaver:\n  tekst: >\n    Kommunen har én opgave: at hjælpe dig videre.\n",
    mark=":",
)
