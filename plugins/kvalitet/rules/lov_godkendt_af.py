"""Who adopted the standard: the council, a committee, or the administration alone."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.fields import Value

COUNCIL, COMMITTEE, ADMINISTRATION = "kommunalbestyrelse", "udvalg", "forvaltning"


def check(case: Case) -> Iterator[Finding]:
    """Yield a note for a committee and a warning for the administration alone."""
    value = case.standard.value("godkendt", "af")
    if value is None or not isinstance(value.content, str):
        return
    kind = find_approver(value.content, case.catalogue.approvers)
    if kind == COMMITTEE:
        message = f"Standarden er godkendt af {value.content}. Pligten ligger hos kommunalbestyrelsen."
        hint = "Det kan være i orden, hvis kommunalbestyrelsen har givet udvalget opgaven. Skriv det gerne i sagen."
        yield _finding(case, value, Severity.NOTE, message, hint)
    elif kind == ADMINISTRATION:
        message = f"Standarden er godkendt af {value.content}. Det er kommunalbestyrelsen, der skal vedtage den."
        hint = "Læg standarden op til vedtagelse, og skriv organet og datoen i 'godkendt'."
        yield _finding(case, value, Severity.WARNING, message, hint)


def find_approver(name: str, approvers: Mapping[str, tuple[str, ...]]) -> str:
    """Return which kind of body ``name`` is by the catalogue's words, "" where it is none we know."""
    words = name.lower()
    for kind, patterns in approvers.items():
        if any(fnmatchcase(word, pattern) for pattern in patterns for word in (words, *words.split())):
            return kind
    return ""


def _finding(case: Case, value: Value, severity: Severity, message: str, hint: str) -> Finding:
    titles = [case.catalogue.references[name].title for name in RULE.law if name in case.catalogue.references]
    return Finding(RULE.id, severity, value.place, message, value.path, hint, "; ".join(titles))


RULE = Rule(
    id="lov-godkendt-af",
    title="Standarden er ikke vedtaget af kommunalbestyrelsen",
    severity=Severity.WARNING,
    explanation=(
        "Det er kommunalbestyrelsen, der fastsætter kvalitetsstandarden. Har et udvalg godkendt den, er fundet en "
        "bemærkning, for opgaven kan være givet videre. Har forvaltningen alene godkendt den, er fundet en "
        "advarsel."
    ),
    why=(
        "Et behandlingssteds eller en forvaltnings eget papir er ikke kommunens kvalitetsstandard, og borgeren "
        "kan ikke regne med det på samme måde."
    ),
    wrong="godkendt: { af: Socialforvaltningen, dato: 2025-04-24 }\n",
    right="godkendt: { af: Byrådet, dato: 2025-04-24 }\n",
    mark="Socialforvaltningen",
    law=("bek1477-3-1",),
    check=check,
)
