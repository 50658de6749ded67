"""The standard should have been revised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Place, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.standard.model import State
from kvalitet.standard.status import revision_due

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning where an adopted standard's revision is overdue on the day of the check."""
    due = revision_due(case.standard, case.edition)
    if case.standard.state is not State.ADOPTED or due is None or due >= case.day:
        return
    value = case.standard.value("senest_revideret") or case.standard.value("godkendt", "dato")
    reference = case.edition.revision_reference
    yield Finding(
        rule=RULE.id,
        severity=Severity.WARNING,
        place=value.place if value is not None else Place(case.standard.file),
        path=value.path if value is not None else "",
        message=(
            f"Standarden er sidst gået igennem {case.standard.revised}. Det er mere end "
            f"{case.edition.revision_months} måneder siden. Borgerens rettigheder gælder stadig, men oplysningerne "
            "kan være forældede."
        ),
        hint=(
            f"Gå standarden igennem, og skriv den nye dato i 'senest_revideret'. Det skal ske mindst hver "
            f"{case.edition.revision_months}. måned, også når intet skal ændres."
        ),
        reference=reference.title if reference is not None else "",
    )


RULE = Rule(
    id="lov-forfalden",
    title="Standarden skulle være revideret",
    severity=Severity.WARNING,
    explanation=(
        "En kvalitetsstandard skal gås igennem efter behov og mindst hvert andet år. Fristen regnes fra den dag, "
        "den sidst blev gået igennem, også hvis intet blev ændret. Reglen kendes fra myndighedens egne ord; den "
        "præcise paragraf er ikke set, og derfor er fundet en advarsel."
    ),
    why=("Telefonnumre, tilbud og regler ændrer sig. En gammel standard kan sende borgeren det forkerte sted hen."),
    wrong=("godkendt: { af: Byrådet, dato: 2021-04-22 }\nsenest_revideret: 2021-04-22\nnæste_revision: 2023-04-22\n"),
    right=("godkendt: { af: Byrådet, dato: 2021-04-22 }\nsenest_revideret: 2026-04-23\nnæste_revision: 2028-04-23\n"),
    mark="2021-04-22",
    law=("s004-2-8-1",),
    check=check,
)
