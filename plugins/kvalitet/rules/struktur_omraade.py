"""The service area is not named, or is none there is a catalogue for."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-omraade",
    title="Området mangler eller kendes ikke",
    severity=Severity.ERROR,
    explanation=(
        "Feltet 'område' siger, hvilken slags hjælp standarden handler om. Skriv et af de områder, der foreslås, "
        "fx stofmisbrug."
    ),
    why=("Området afgør, hvilke krav standarden holdes op imod. Uden det kan resten af filen ikke kontrolleres."),
    wrong="område: stofmisbrugsbehandling\n",
    right="område: stofmisbrug\n",
    mark="stofmisbrugsbehandling",
)
