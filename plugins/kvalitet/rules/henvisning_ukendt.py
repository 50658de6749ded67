"""A key or an id that nothing is called by."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="henvisning-ukendt",
    title="Der henvises til noget, der ikke findes",
    severity=Severity.ERROR,
    explanation=(
        "Feltet peger på et sted, et afsnit, et kriterium, en regel eller en udgave af reglerne med et "
        "navn, der ikke findes. Så kan borgeren fx ikke se adressen på det sted, hvor tilbuddet er. Ret "
        "navnet, eller tilføj det, der henvises til."
    ),
    wrong=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    telefon: 01 23 45 67\n"
        "tilbud:\n"
        "  - type: ambulant\n"
        "    sted: center\n"
    ),
    right=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    telefon: 01 23 45 67\n"
        "tilbud:\n"
        "  - type: ambulant\n"
        "    sted: rusmiddelcenter\n"
    ),
)
