"""An item of the list that is newer than the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.assess import Level
from kvalitet.findings import Finding, Severity
from kvalitet.rules.lov_ikke_beskrevet import place_of_criterion, suggest
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.newer import demanded_since, is_newer

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per criterion that is not described and that nobody asked for when the text was made."""
    revised = case.standard.revised
    for name, demand in case.edition.demands.items():
        coverage = case.coverage[name]
        since = demanded_since(name, case)
        if coverage.level is not Level.NOT or revised is None or since is None or not is_newer(name, case):
            continue
        place, path = place_of_criterion(case, coverage)
        yield Finding(
            rule=RULE.id,
            severity=Severity.NOTE,
            place=place,
            path=path,
            message=(
                f"Ikke beskrevet i standarden: {coverage.criterion.title}. Det kom til i {since.edition}; "
                f"standarden er fra {revised.year}."
            ),
            hint=f"Tag det med, næste gang standarden revideres. {coverage.criterion.help}",
            reference=demand.reference.title,
            criterion=name,
        )


RULE = Rule(
    id="lov-nyere-krav",
    title="Et krav er nyere end standarden",
    severity=Severity.NOTE,
    explanation=(
        "Standarden er gået igennem, før loven begyndte at kræve dette punkt. Tag punktet med, næste gang "
        "standarden revideres."
    ),
    why="Det er ikke en fejl i den tekst, der blev vedtaget. Men borgeren har retten i dag.",
    wrong=(
        "tilstand: afløst\n"
        "godkendt: { af: Byrådet, dato: 2018-05-30 }\n"
        "senest_revideret: 2018-05-30\n"
        "næste_revision: 2020-05-30\n"
        "gavekort:\n"
        "  hvem: Unge under 25 år\n"
    ),
    right=(
        "tilstand: afløst\n"
        "godkendt: { af: Byrådet, dato: 2018-05-30 }\n"
        "senest_revideret: 2018-05-30\n"
        "næste_revision: 2020-05-30\n"
        "gavekort:\n"
        "  tekst: Kommunen bruger ikke gavekort.\n"
        "  bruges: nej\n"
    ),
    mark="gavekort",
    law=("bek1477-4-1-15",),
    check=check,
    suggest=suggest,
)
