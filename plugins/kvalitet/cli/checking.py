"""The commands that tell: ``check`` and ``explain``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import day_option, make_report, paths_argument
from kvalitet.report import write_github, write_json, write_sarif, write_text
from kvalitet.report.explain import explain_rule
from kvalitet.rules import RULES_BY_ID

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from kvalitet.check import Report

_FEW = 3  # up to so many files, the coverage is shown without being asked for
_LINES_AT_ONCE = 200  # click flushes each time, which for thousands of findings takes longer than making them
_FORMATS = ("text", "json", "sarif", "github")


@click.command(
    cls=DanishCommand, epilog="Eksempel: kvalitet check kvalitetsstandarder/stofmisbrug/eksempelby.yml --strict"
)
@paths_argument
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Hvordan svaret skrives.")
@day_option
@click.option(
    "--lov",
    "edition",
    metavar="UDGAVE",
    help="Mål efter en anden udgave af reglerne: fx 2014, eller en fil med et udkast.",
)
@click.option("--strict", is_flag=True, help="Slut også med kode 1 ved advarsler.")
@click.option(
    "--dækning/--ingen-dækning",
    "with_coverage",
    default=None,
    help="Vis, hvor udførligt hvert kriterium er beskrevet.",
)
def check(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...], form: str, day: date, edition: str | None, *, strict: bool, with_coverage: bool | None
) -> int:
    """Sig alt, hvad der er galt eller mangler, med fil, linje og lov."""
    report = make_report(paths, day, edition)
    shown = len(report.assessed) <= _FEW if with_coverage is None else with_coverage
    lines = iter(_write(report, form, with_coverage=shown))
    while some := list(islice(lines, _LINES_AT_ONCE)):
        click.echo("\n".join(some))
    return report.exit_code(strict=strict)


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet explain lov-ikke-beskrevet")
@click.argument("rule", metavar="REGEL")
def explain(rule: str) -> int:
    """Forklar en regel: hvad den betyder, loven bag den og to eksempler."""
    if rule not in RULES_BY_ID:
        raise click.UsageError(f"Reglen '{rule}' findes ikke. Reglerne er: {', '.join(RULES_BY_ID)}.")
    for line in explain_rule(RULES_BY_ID[rule], [load_catalogue(area) for area in known_areas()]):
        click.echo(line)
    return 0


def _write(report: Report, form: str, *, with_coverage: bool) -> Iterable[str]:
    writers = {"json": write_json, "sarif": write_sarif, "github": write_github}
    if form == "text":
        return write_text(report, with_coverage=with_coverage)
    return [writers[form](report.findings).rstrip("\n")]
