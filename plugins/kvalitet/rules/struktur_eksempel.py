"""Example data in a real municipality's standard, or what may be real in an invented one's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.fields import Kind
from kvalitet.fields.edits import replace_source
from kvalitet.findings import BLANK, Edit, Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields import Value

_WHOLE_NUMBER = re.compile(r"\d\d \d\d \d\d \d\d")
_EXAMPLE_DOMAIN = re.compile(r"[@/.][\w-]+\.example(?![\w-])")
_EXAMPLE_PLACE = re.compile(r"eksempelby", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per telephone number, address or name that belongs to the other kind of municipality."""
    problem = _problem_in_example if case.standard.example else _problem_in_real
    for leaf in case.texts.leaves:
        if leaf.field.technical or not isinstance(leaf.content, str):
            continue
        found = problem(leaf)
        if found is not None:
            severity, message, hint, edit = found
            yield Finding(RULE.id, severity, leaf.place, message, leaf.path, hint, edit=edit)


def _problem_in_example(leaf: Value) -> tuple[Severity, str, str, Edit | None] | None:
    """A number that begins with 0 is nobody's; any other may be somebody's."""
    text = str(leaf.content)
    if leaf.field.kind is Kind.PHONE and _WHOLE_NUMBER.fullmatch(text) and not text.startswith("0"):
        message = f"Nummeret {text} kan være nogens rigtige, men kommunen er opfundet."
        edit = replace_source(leaf.place, f"0{text[1:]}")
        return Severity.ERROR, message, f"Skriv et nummer, der begynder med 0, fx 0{text[1:]}.", edit
    if leaf.field.kind is Kind.MAIL and not text.endswith(".example"):
        message = f"Adressen {text} kan være nogens rigtige, men kommunen er opfundet."
        return Severity.ERROR, message, "Skriv en adresse, der ender på .example.", None
    return None


def _problem_in_real(leaf: Value) -> tuple[Severity, str, str, Edit | None] | None:
    """What stands in examples is nobody's: a citizen would ring in vain."""
    text, kind = str(leaf.content), leaf.field.kind
    if kind is Kind.PHONE and _WHOLE_NUMBER.fullmatch(text) and text.startswith("0"):
        message = f"Nummeret {text} begynder med 0 som i eksemplerne. Så vidt vi kan se, har ingen sådan et nummer."
        return Severity.WARNING, message, "Skriv jeres eget nummer, og ring til det.", replace_source(leaf.place, BLANK)
    if kind in {Kind.MAIL, Kind.LINK} and _EXAMPLE_DOMAIN.search(text):
        message = f"{text} er en adresse fra eksemplerne. Den findes ikke."
        return (
            Severity.ERROR,
            message,
            "Skriv jeres egen adresse, eller slet linjen.",
            replace_source(leaf.place, BLANK),
        )
    if _EXAMPLE_PLACE.search(text):
        return Severity.ERROR, "Eksempelby er eksemplernes by og findes ikke.", "Skriv jeres egen oplysning.", None
    return None


RULE = Rule(
    id="struktur-eksempel",
    title="En opfundet oplysning i en virkelig standard, eller omvendt",
    severity=Severity.ERROR,
    explanation=(
        "Eksemplernes telefonnumre begynder med 0, og deres adresser ender på .example. De findes ikke og må ikke "
        "blive stående, når man skriver af efter et eksempel. I en opfundet kommune ('eksempel: ja') er det "
        "omvendt: Dér må der ikke stå et nummer eller en mailadresse, som kan være nogens."
    ),
    why=("En borger, der har brug for hjælp, skal ikke ringe forgæves, og ingen skal ringes op ved en fejl."),
    wrong="anonym_rådgivning:\n  findes: ja\n  telefon: 61 23 45 68\n  sted: rusmiddelcenter\n",
    right="anonym_rådgivning:\n  findes: ja\n  telefon: 01 23 45 68\n  sted: rusmiddelcenter\n",
    mark="61 23 45 68",
    shared=True,
    check=check,
)
