"""Anchors, aliases and tags, which standards do without."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-yaml-maerker",
    title="Filen bruger YAML-mærker, som ikke bruges her",
    severity=Severity.ERROR,
    explanation=(
        "Ord, der begynder med '&', '*' eller '!', betyder noget særligt i YAML: et navn, en henvisning "
        "eller en type. De kan skjule, hvad der faktisk står i standarden, og derfor læses de ikke. "
        "Skriv teksten helt ud hvert sted. Begynder selve teksten med tegnet, så sæt den i "
        "anførselstegn."
    ),
    wrong=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    åbent: &tider {mandag: 9-15}\n"
        "  værested:\n"
        "    navn: Værestedet Kajen\n"
        "    åbent: *tider\n"
    ),
    right=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    åbent: {mandag: 9-15}\n"
        "  værested:\n"
        "    navn: Værestedet Kajen\n"
        "    åbent: {mandag: 9-15}\n"
    ),
)
