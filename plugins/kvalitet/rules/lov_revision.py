"""The next revision is planned later than the rules allow."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kvalitet.fields.edits import replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.standard.status import revision_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields import Value

_MONTHS = {"måneder": 1, "år": 12}


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning where a planned revision, or the span between two, is beyond what the edition allows."""
    months, due = case.edition.revision_months, revision_due(case.standard, case.edition)
    planned = case.standard.value("næste_revision")
    if planned is not None and isinstance(planned.content, date) and due is not None and planned.content > due:
        message = f"Næste revision er planlagt til {planned.content}. Den skal ske senest {due}."
        yield _finding(planned, message, str(due), case)
    number, unit = case.standard.value("revideres_hver", "antal"), case.standard.value("revideres_hver", "enhed")
    if number is None or unit is None or months is None or not isinstance(number.content, Decimal):
        return
    factor = _MONTHS.get(str(unit.content), 0)
    if number.content * factor > months:
        message = f"Her står, at standarden bliver revideret hver {number.raw} {unit.raw}. Det skal ske oftere."
        yield _finding(number, message, str(months // factor), case)


def _finding(value: Value, message: str, allowed: str, case: Case) -> Finding:
    reference = case.edition.revision_reference
    return Finding(
        rule=RULE.id,
        severity=Severity.WARNING,
        place=value.place,
        path=value.path,
        message=message,
        hint=f"Standarden skal gås igennem mindst hver {case.edition.revision_months}. måned. Skriv højst {allowed}.",
        reference=reference.title if reference is not None else "",
        edit=replace_value(value.place, allowed),
    )


RULE = Rule(
    id="lov-revision",
    title="Næste revision er planlagt for sent",
    severity=Severity.WARNING,
    explanation=(
        "En kvalitetsstandard skal gås igennem mindst hvert andet år, regnet fra den dag, den sidst blev gået "
        "igennem. Her siger standarden selv, at det sker senere. Reglen kendes fra myndighedens egne ord, og "
        "derfor er fundet en advarsel."
    ),
    why="En frist, der er skrevet forkert, bliver også overholdt forkert.",
    wrong="senest_revideret: 2025-04-24\nnæste_revision: 2029-04-24\n",
    right="senest_revideret: 2025-04-24\nnæste_revision: 2027-04-24\n",
    mark="2029-04-24",
    law=("s004-2-8-1",),
    check=check,
)
