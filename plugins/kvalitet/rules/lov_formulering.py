"""A sentence that contradicts the law: the wordings are data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.weight import severity_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kvalitet.catalogue.model import Wording
    from kvalitet.rules.texts import Text


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding per own text and wording that contradicts the law, at the wording's place."""
    for wording in case.catalogue.wordings:
        for text in case.texts.holding(wording.words) if wording.words else case.texts.all:
            if not wording.sections or text.section in wording.sections:
                match = wording.pattern.search(text.words)
                if match is not None:
                    yield _finding(text, wording, match, case)


def _finding(text: Text, wording: Wording, match: re.Match[str], case: Case) -> Finding:
    said = match.group().strip()
    start = match.start() + match.group().index(said)
    return Finding(
        rule=RULE.id,
        severity=severity_of(wording.reference),
        place=text.place(case.standard.text, start, start + len(said)),
        path=text.value.path,
        message=f"Her står '{said}'. {wording.message}",
        hint=f"Skriv i stedet: {wording.instead}",
        reference=wording.reference.title,
    )


RULE = Rule(
    id="lov-formulering",
    title="En formulering er i strid med loven",
    severity=Severity.ERROR,
    explanation=(
        "Nogle udtryk lover borgeren mindre end loven eller sender en klage det forkerte sted hen: '14 hverdage', "
        "'klag direkte til Ankestyrelsen', 'klagen skal være skriftlig'."
    ),
    why="En borger, der retter sig efter dem, kan miste tid eller sin klageret.",
    wrong=("behandlingsgaranti:\n  tekst: Behandlingen begynder senest 14 hverdage efter henvendelsen.\n"),
    right=("behandlingsgaranti:\n  tekst: Behandlingen begynder senest 14 dage efter henvendelsen.\n"),
    mark="14 hverdage",
    law=("sel-101-4", "ast-klag"),
    shared=True,
    check=check,
)
