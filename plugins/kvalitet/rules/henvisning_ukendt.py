"""A key or an id that nothing is called by."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="henvisning-ukendt",
    title="Der henvises til noget, der ikke findes",
    severity=Severity.ERROR,
    explanation=(
        "Feltet peger på et sted, et afsnit, et kriterium, en regel eller en udgave af reglerne med et navn, der "
        "ikke findes. Ret navnet, eller tilføj det, der henvises til."
    ),
    why="Så kan borgeren fx ikke se adressen på det sted, hvor tilbuddet er.",
    wrong=("# Under 'steder' står rusmiddelcenter\nanonym_rådgivning:\n  findes: ja\n  sted: rusmiddelcentret\n"),
    right=("# Under 'steder' står rusmiddelcenter\nanonym_rådgivning:\n  findes: ja\n  sted: rusmiddelcenter\n"),
    mark="rusmiddelcentret",
)
