"""The file is not called as the municipality it is about."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-filnavn",
    title="Filen og kommunen hedder ikke det samme",
    severity=Severity.ERROR,
    explanation=(
        "Filen skal hedde som kommunen, med små bogstaver og med ae, oe og aa i stedet for æ, ø og å. Omdøb "
        "filen, eller ret feltet 'kommune'. Skriv navnet uden ordet kommune."
    ),
    why="Filens navn bliver til adressen på borgerens side.",
    wrong="# Filen hedder eksempelby.yml\nkommune: Eksempelby Kommune\n",
    right="# Filen hedder eksempelby.yml\nkommune: Eksempelby\n",
    mark="Eksempelby Kommune",
)
