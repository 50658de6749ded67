"""A date that cannot be right on the day of the check."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields import Value


def check(case: Case) -> Iterator[Finding]:
    """Yield a warning per date that lies ahead and should not, or has gone by and should not."""
    state = str(case.standard.state)
    for leaf in case.texts.leaves:
        content = leaf.content
        if not isinstance(content, date):
            continue
        if content > case.day and state in leaf.field.past_in:
            message = f"{leaf.field.key}: Datoen {content} ligger efter i dag ({case.day})."
            yield _finding(leaf, message, "Se efter år, måned og dag. Skriv først datoen, når det er sket.")
        elif content < case.day and state in leaf.field.ahead_in:
            message = f"{leaf.field.key}: Datoen {content} er gået, men standarden har stadig tilstanden '{state}'."
            yield _finding(leaf, message, "Ret datoen, eller ret 'tilstand'.")


def _finding(leaf: Value, message: str, hint: str) -> Finding:
    return Finding(RULE.id, Severity.WARNING, leaf.place, message, leaf.path, hint)


RULE = Rule(
    id="struktur-dato",
    title="En dato passer ikke med i dag",
    severity=Severity.WARNING,
    explanation=(
        "Noget, der er sket, kan ikke have en dato, der ligger forude: en kontrol, en revision, en vedtagelse. Og "
        "en høring, hvis frist er gået, er ikke længere i gang. Ret datoen, eller ret 'tilstand'."
    ),
    why=(
        "Borgerens side siger datoen som den står. En forkert dato får læseren til at stole på noget, der ikke er sket."
    ),
    wrong="senest_revideret: 2027-02-24\nnæste_revision: 2028-04-24\n",
    right="senest_revideret: 2026-02-24\nnæste_revision: 2028-02-24\n",
    mark="2027-02-24",
    check=check,
)
