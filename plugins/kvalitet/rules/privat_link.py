"""A link in a text that leads to no web address: dangerous, or shown as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.findings import Edit, Finding, Place, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]*)[^)]*\)?")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9æøå-]+(?:\.[a-z0-9æøå-]+)*\.(?:dk|com|org|net|eu|example)(?:/\S*)?", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield an error per link with a scheme that could do harm, a warning per link that will not be one."""
    if "](" not in case.texts.folded:
        return
    for text in case.texts.all:
        for match in _LINK.finditer(text.words) if "](" in text.words else ():
            target = match[1]
            scheme = _SCHEME.match(target)
            if scheme is not None and scheme[1].lower() in ALLOWED:
                continue
            place = text.place(case.standard.text, *match.span(1)) if target else text.value.place
            yield _finding(target, scheme[1] if scheme is not None else "", place, text.value.path)


def _finding(target: str, scheme: str, place: Place, path: str) -> Finding:
    if scheme:
        message = f"Linket begynder med '{scheme}:'. Det bliver ikke til et link og kan være farligt."
        hint = "Brug kun https://, http://, mailto: eller tel:."
        return Finding(RULE.id, Severity.ERROR, place, message, path, hint)
    message = f"'{target}' er ikke en hel adresse, så læseren ser klammerne og ikke et link."
    hint = "Skriv hele adressen, og begynd med https://."
    edit = None
    if _DOMAIN.fullmatch(target) and place.end is not None:
        edit = Edit((place.line, place.column), (place.line, place.column), "https://")
    return Finding(RULE.id, Severity.WARNING, place, message, path, hint, edit=edit)


RULE = Rule(
    id="privat-link",
    title="Et link i teksten fører ikke til en adresse",
    severity=Severity.ERROR,
    explanation=(
        "I en tekst kan et link skrives som [ord](https://…). Kun https, http, mailto og tel bliver til links. "
        "Andre begyndelser, fx javascript:, er en fejl. Mangler begyndelsen helt, er det en advarsel: Så ser "
        "læseren klammerne."
    ),
    why=("Et link kan gemme et program, der stjæler det, borgeren skriver. Et halvt link fører ingen steder hen."),
    wrong="opgaver:\n  tekst: Kommunen giver [råd til voksne](javascript:alert) i centret.\n",
    right=("opgaver:\n  tekst: Kommunen giver [råd til voksne](https://eksempelby.example/raad) i centret.\n"),
    mark="javascript:alert",
    shared=True,
    check=check,
)
