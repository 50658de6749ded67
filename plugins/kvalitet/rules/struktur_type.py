"""A value that is not of its field's kind."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-type",
    title="Det, der står i feltet, har ikke den rigtige form",
    severity=Severity.ERROR,
    explanation=(
        "Feltet skal indeholde fx et tal, en dato, et telefonnummer eller en liste, og der står noget andet. "
        "Skriv det i den form, der foreslås. Forbehold og forklaringer hører til i 'tekst'."
    ),
    why="I en anden form kan værdien hverken sammenlignes med loven eller vises for borgeren.",
    wrong=(
        "behandlingsgaranti:\n"
        "  tekst: Din behandling begynder senest 14 dage efter, at du har bedt om den.\n"
        "  frist_dage: 14 dage\n"
    ),
    right=(
        "behandlingsgaranti:\n"
        "  tekst: Din behandling begynder senest 14 dage efter, at du har bedt om den.\n"
        "  frist_dage: 14\n"
    ),
    mark="14 dage",
)
