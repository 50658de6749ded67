"""A criterion is declared not relevant that cannot be, or that the standard itself describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.assess.coverage import contradicts
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Criterion


def check(case: Case) -> Iterator[Finding]:
    """Yield an error per declaration that does not count."""
    listed = case.standard.own.get("ikke_relevant")
    for _, entry in listed.entries() if listed is not None else []:
        name = entry.get("kriterium")
        criterion = case.catalogue.criteria.get(str(name.content)) if name is not None else None
        if name is None or criterion is None:
            continue  # told as an unknown id
        problem = _problem(criterion, case)
        if problem:
            message, hint = problem
            yield Finding(RULE.id, Severity.ERROR, name.place, message, name.path, hint, criterion=criterion.id)


def _problem(criterion: Criterion, case: Case) -> tuple[str, str] | None:
    rule = criterion.irrelevant
    if rule is None:
        message = f"'{criterion.id}' gælder for alle kommuner og kan ikke være uden betydning."
        return message, f"Slet linjen, og beskriv det. {criterion.help}"
    if contradicts(criterion, case.standard):
        message = f"'{criterion.id}' er sat som ikke relevant, men standarden viser, at det er det."
        return message, f"Det kan kun være uden betydning, når: {rule.when} Slet linjen."
    return None


RULE = Rule(
    id="henvisning-ikke-relevant",
    title="Noget er sat som ikke relevant, men er det",
    severity=Severity.ERROR,
    explanation=(
        "Har en kommune fx ingen substitutionsbehandling, kan den skrive, at intensiteten i den ikke er relevant, "
        "og hvorfor. Det gælder kun få kriterier, og kun når resten af standarden ikke viser noget andet."
    ),
    why="Ellers kunne et krav blive skjult i stedet for at blive beskrevet.",
    wrong=(
        "ikke_relevant:\n"
        "  - kriterium: intensitet-substitution\n"
        "    fordi: Kommunen har ikke substitutionsbehandling.\n"
        "  - kriterium: klageadgang\n"
        "    fordi: Vi får ingen klager.\n"
    ),
    right=(
        "ikke_relevant:\n"
        "  - kriterium: intensitet-substitution\n"
        "    fordi: Kommunen har ikke substitutionsbehandling.\n"
    ),
    mark="klageadgang",
    check=check,
)
