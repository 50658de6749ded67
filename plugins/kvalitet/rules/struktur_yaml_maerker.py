"""Anchors, aliases and tags, which standards do without."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-yaml-maerker",
    title="Filen bruger YAML-mærker, som ikke bruges her",
    severity=Severity.ERROR,
    explanation=(
        "Ord, der begynder med '&', '*' eller '!', betyder noget særligt i YAML: et navn, en henvisning eller en "
        "type. Skriv teksten helt ud hvert sted. Begynder selve teksten med tegnet, så sæt den i anførselstegn."
    ),
    why="De kan skjule, hvad der faktisk står i standarden, og derfor bliver de ikke læst.",
    wrong="anonym_rådgivning:\n  findes: ja\n  telefon: &nummer 01 23 45 68\n",
    right="anonym_rådgivning:\n  findes: ja\n  telefon: 01 23 45 68\n",
    mark="&nummer",
)
