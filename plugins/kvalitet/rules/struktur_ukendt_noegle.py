"""A key the catalogue does not know at this place."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-ukendt-noegle",
    title="Feltet findes ikke på dette sted",
    severity=Severity.ERROR,
    explanation=(
        "Feltet er stavet forkert, rykket forkert ind eller hører til et andet sted. Brug det navn, der foreslås, "
        "eller flyt indholdet til 'tekst' i det afsnit, det hører til."
    ),
    why=("Det, der står i feltet, bliver ikke læst, vises ikke for borgeren og tæller ikke med som beskrevet."),
    wrong=(
        "behandlingsgaranti:\n"
        "  tekst: Din behandling begynder senest 14 dage efter, at du har bedt om den.\n"
        "  regnes_frå: første henvendelse\n"
    ),
    right=(
        "behandlingsgaranti:\n"
        "  tekst: Din behandling begynder senest 14 dage efter, at du har bedt om den.\n"
        "  regnes_fra: første henvendelse\n"
    ),
    mark="regnes_frå",
)
