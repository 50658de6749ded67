"""The standard cites rules that no longer applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning where the cited edition had ended by the day the text was last gone through, or has since."""
    cited, value = case.standard.cited, case.standard.value("lovgrundlag")
    if cited is None or value is None or cited.end is None or cited.edition == case.edition.edition:
        return
    revised = case.standard.revised
    message = f"Teksten henviser til {cited.short_title}, som ophørte med at gælde {cited.end.isoformat()}"
    if revised is not None and revised > cited.end:
        message += f" - altså før standarden sidst blev gået igennem ({revised.isoformat()})"
    yield Finding(
        rule=RULE.id,
        severity=Severity.WARNING,
        place=value.place,
        path=value.path,
        message=f"{message}.",
        hint=(
            f"Gå teksten igennem efter {case.edition.short_title}, ret henvisningerne i den, og skriv så "
            f"'lovgrundlag: \"{case.edition.edition}\"'."
        ),
        reference=case.edition.reference.title,
    )


RULE = Rule(
    id="lov-gammel-udgave",
    title="Teksten henviser til regler, der ikke længere gælder",
    severity=Severity.WARNING,
    explanation=(
        "Feltet 'lovgrundlag' siger, hvilke regler teksten selv henviser til. Her er de afløst. Dækningen måles "
        "altid efter de regler, der gælder på dagen."
    ),
    why=("Teksten kan mangle det, der siden er kommet til, og dens henvisninger fører borgeren forkert."),
    wrong='lovgrundlag: "2014"\n',
    right='lovgrundlag: "2019"\n',
    mark='"2014"',
    law=("bek1477-4-1",),
    check=check,
)
