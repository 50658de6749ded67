"""A verb in the passive in the short texts to the citizen: it hides who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue.language import WORD
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per passive in the short texts, each verb of a text once."""
    passives = case.catalogue.language.passives
    for text in case.texts.holding(passives.keys() & case.texts.vocabulary):
        if not text.plain:
            continue
        told: set[str] = set()
        for match in WORD.finditer(text.words):
            verb = match.group().casefold()
            if verb not in passives or verb in told:
                continue
            told.add(verb)
            yield Finding(
                rule=RULE.id,
                severity=Severity.NOTE,
                place=text.place(case.standard.text, *match.span()),
                path=text.value.path,
                message=f"'{match.group()}' siger ikke, hvem der gør det.",
                hint=f"Skriv, hvem der gør noget, fx '{passives[verb]}'.",
            )


RULE = Rule(
    id="sprog-passiv",
    title="Det står ikke, hvem der gør det",
    severity=Severity.NOTE,
    explanation=(
        "I de korte tekster til borgeren bør der stå, hvem der gør hvad: 'Vi ringer til dig' og ikke 'Du "
        "kontaktes'. Fundet kommer kun i 'pixie'."
    ),
    why="Læseren skal vide, hvem der gør noget, og hvad man selv skal gøre.",
    wrong="opgaver:\n  tekst: Kommunen giver råd til voksne.\n  pixie: Der tilbydes råd.\n",
    right="opgaver:\n  tekst: Kommunen giver råd til voksne.\n  pixie: Du kan få råd hos os.\n",
    mark="tilbydes",
    exceptable=True,
    shared=True,
    check=check,
)
