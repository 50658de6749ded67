"""A criterion that the edition asks for is not described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.assess import Coverage, Level
from kvalitet.catalogue import Force
from kvalitet.catalogue.conditions import paths_of
from kvalitet.findings import Finding, Place, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.newer import is_newer
from kvalitet.rules.skeleton import write_skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue.model import Demand
    from kvalitet.findings import Edit
    from kvalitet.standard.model import Standard

_WORDS = {
    Force.LAW: ("Loven kræver, at det beskrives", Severity.WARNING),
    Force.GUIDANCE: ("Den officielle vejledning beder om det", Severity.NOTE),
    Force.RECOMMENDATION: ("Det er ikke et krav, men det hjælper borgeren", Severity.NOTE),
}


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding per criterion the edition asks for that is not described, items newer than the text aside."""
    for name, demand in case.edition.demands.items():
        coverage = case.coverage[name]
        if coverage.level is Level.NOT and not is_newer(name, case):
            yield _finding(case, coverage, demand)


def _finding(case: Case, coverage: Coverage, demand: Demand) -> Finding:
    criterion = coverage.criterion
    words, severity = _WORDS[demand.force]
    place, path = place_of_criterion(case, coverage)
    missing = "; ".join(one.words for one in coverage.missing)
    return Finding(
        rule=RULE.id,
        severity=severity,
        place=place,
        path=path,
        message=f"Ikke beskrevet i standarden: {criterion.title}. {words}.",
        hint=f"{criterion.help} Der mangler: {missing}.",
        reference=demand.reference.title,
        criterion=criterion.id,
    )


def suggest(finding: Finding, standard: Standard) -> Edit | None:
    """Return the YAML that the criterion asks for, with blanks."""
    criterion = standard.catalogue.criteria.get(finding.criterion or "")
    return write_skeleton(criterion, standard) if criterion is not None else None


def place_of_criterion(case: Case, coverage: Coverage) -> tuple[Place, str]:
    """Return where the description belongs: what stands in its way, else its section, else the file's start."""
    for missing in coverage.missing:
        for value in missing.at:
            if value.file == case.standard.file:
                return value.place, value.path
    requirement = case.catalogue.requirements[coverage.criterion.requirement]
    asked = dict.fromkeys(path[0] for path in paths_of(coverage.criterion.brief))
    for section in [*asked, *(key for key in requirement.sections if key not in asked)]:
        if section in case.standard.own:
            return case.standard.own[section].place, section
        if section in case.standard.via:  # inherited: told where the standard says so
            _, entry = case.standard.via[section]
            return entry.place, entry.path
    return Place(case.standard.file), next(iter(asked), "")


RULE = Rule(
    id="lov-ikke-beskrevet",
    title="Noget, der skal eller bør beskrives, er ikke beskrevet",
    severity=Severity.WARNING,
    explanation=(
        "Reglerne siger, hvad en kvalitetsstandard mindst skal beskrive. Kræver loven det, er fundet en advarsel. "
        "Beder vejledningen om det, eller anbefales det, er fundet en bemærkning. En henvisning til loven tæller "
        "ikke som en beskrivelse, og det gør 'udfyldes senere' heller ikke."
    ),
    why=(
        "Borgeren skal kunne læse, hvad kommunen gør. Retten forsvinder ikke, fordi den ikke er beskrevet: Så "
        "viser borgerens side rettigheden fra loven."
    ),
    wrong="gavekort:\n  hvem: Unge under 25 år\n",
    right=(
        "gavekort:\n"
        "  tekst: Vi bruger gavekort til unge under 25 år, når de har været til fire samtaler.\n"
        "  bruges: ja\n"
        "  hvem: Unge under 25 år\n"
    ),
    mark="gavekort",
    law=("bek1477-4-1",),
    check=check,
    suggest=suggest,
)
