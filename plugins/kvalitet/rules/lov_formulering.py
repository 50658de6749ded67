"""A sentence that contradicts the law: the wordings are data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.fields import Kind
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.weight import severity_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue.model import Wording
    from kvalitet.fields import Value

_RUNNING_TEXT = frozenset({Kind.TEXT, Kind.LINE})


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding per own text and wording that contradicts the law, at the text's place."""
    for section, value in case.standard.own.items():
        wordings = [one for one in case.catalogue.wordings if not one.sections or section in one.sections]
        for leaf in value.leaves():
            if leaf.field.kind in _RUNNING_TEXT and isinstance(leaf.content, str):
                yield from _check_text(leaf, wordings)


def _check_text(value: Value, wordings: list[Wording]) -> Iterator[Finding]:
    text = " ".join(str(value.content).split())
    folded = text.casefold()
    for wording in wordings:
        match = wording.search(text, folded)
        if match is not None:
            yield Finding(
                rule=RULE.id,
                severity=severity_of(wording.reference),
                place=value.place,
                path=value.path,
                message=f"Her står '{match.group().strip()}'. {wording.message}",
                hint=f"Skriv i stedet: {wording.instead}",
                reference=wording.reference.title,
            )


RULE = Rule(
    id="lov-formulering",
    title="En formulering er i strid med loven",
    severity=Severity.ERROR,
    explanation=(
        "Nogle udtryk lover borgeren mindre end loven eller sender en klage det forkerte sted hen: '14 hverdage', "
        "'klag direkte til Ankestyrelsen', 'klagen skal være skriftlig'. En borger, der retter sig efter dem, kan "
        "miste tid eller sin klageret."
    ),
    wrong="behandlingsgaranti:\n  tekst: Behandlingen begynder senest 14 hverdage efter henvendelsen.\n",
    right="behandlingsgaranti:\n  tekst: Behandlingen begynder senest 14 dage efter henvendelsen.\n",
    law=("sel-101-4", "ast-klag"),
    check=check,
)
