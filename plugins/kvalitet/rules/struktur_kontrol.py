"""Practical facts that were checked long ago."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kvalitet.fields.edits import replace_source
from kvalitet.findings import BLANK, Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.standard.model import State
from kvalitet.standard.status import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_USE = frozenset({State.ADOPTED, State.HEARING})


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning per date of a check that has lost its worth by the day of ours."""
    if case.standard.state not in _IN_USE:
        return
    for leaf in case.texts.leaves:
        months, content = leaf.field.holds_months, leaf.content
        if months and isinstance(content, date) and add_months(content, months) < case.day:
            yield Finding(
                rule=RULE.id,
                severity=Severity.WARNING,
                place=leaf.place,
                path=leaf.path,
                message=f"Oplysningerne er sidst kontrolleret {content}. Det er mere end {months} måneder siden.",
                hint="Ring til nummeret, se efter adresse og tider, og ret datoen. Det kræver ingen vedtagelse.",
                edit=replace_source(leaf.place, BLANK),
            )


RULE = Rule(
    id="struktur-kontrol",
    title="Telefon og åbningstid er ikke kontrolleret i lang tid",
    severity=Severity.WARNING,
    explanation=(
        "Et steds telefon, adresse og tider skal ses efter mindst en gang om året. Skriv datoen i 'kontrolleret', "
        "når du har gjort det. Det kan rettes uden en ny vedtagelse."
    ),
    why="Et nummer, der ikke virker, kan være det eneste opkald, en borger får taget sig sammen til.",
    wrong=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    adresse: Havnegade 1, 9999 Eksempelby\n"
        "    telefon: 01 23 45 67\n"
        "    kontrolleret: 2024-10-01\n"
        "  visitationen: { navn: Social Visitation, telefon: 01 23 45 74 }\n"
    ),
    right=(
        "steder:\n"
        "  rusmiddelcenter:\n"
        "    navn: Rusmiddelcenter Eksempelby\n"
        "    adresse: Havnegade 1, 9999 Eksempelby\n"
        "    telefon: 01 23 45 67\n"
        "    kontrolleret: 2026-10-01\n"
        "  visitationen: { navn: Social Visitation, telefon: 01 23 45 74 }\n"
    ),
    mark="2024-10-01",
    check=check,
)
