"""The commands: each takes its options, asks the engine, and writes the answer."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvalitet import __version__
from kvalitet.catalogue import CatalogueError, known_areas, load_catalogue
from kvalitet.check import run_check
from kvalitet.cli.danish import DanishGroup, run
from kvalitet.clock import DATE_VARIABLE, parse_day
from kvalitet.export import write_exports
from kvalitet.report import write_github, write_json, write_sarif, write_text
from kvalitet.report.explain import explain_rule
from kvalitet.rules import RULES_BY_ID
from kvalitet.schema import dump_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.check import Report

DEFAULT_FOLDER = Path("kvalitetsstandarder")
_FEW = 3  # up to so many files, the coverage is shown without being asked for
_FORMATS = ("text", "json", "sarif", "github")


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on alone
    """A date in the form 2026-11-22."""

    name = "dato"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            self.fail(f"'{value}' er ikke en dato. Skriv fx 2026-11-22.", param, ctx)


_day_option = click.option(
    "--dato",
    "day",
    type=_Day(),
    envvar=DATE_VARIABLE,
    default=date.today,
    metavar="DATO",
    help="Den dag, der måles på (i dag, hvis intet er skrevet).",
)
_paths_argument = click.argument("paths", nargs=-1, metavar="[STI]…", type=click.Path(path_type=Path))


@click.group(cls=DanishGroup, epilog="Eksempel: kvalitet check kvalitetsstandarder/")
@click.version_option(
    __version__, "--version", prog_name="kvalitet", message="%(prog)s %(version)s", help="Vis versionen."
)
def cli() -> None:
    """Læs kommuners kvalitetsstandarder, og se, om de beskriver det, loven kræver."""


@cli.command(epilog="Eksempel: kvalitet check kvalitetsstandarder/stofmisbrug/eksempelby.yml --strict")
@_paths_argument
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Hvordan svaret skrives.")
@_day_option
@click.option("--lov", "edition", metavar="UDGAVE", help="Mål efter en bestemt udgave af reglerne, fx 2014.")
@click.option("--strict", is_flag=True, help="Slut også med kode 1 ved advarsler.")
@click.option(
    "--dækning/--ingen-dækning", "with_coverage", default=None, help="Vis, hvor udførligt hvert kriterium er beskrevet."
)
def check(  # noqa: PLR0913 - one argument per option
    paths: tuple[Path, ...], form: str, day: date, edition: str | None, *, strict: bool, with_coverage: bool | None
) -> int:
    """Sig alt, hvad der er galt eller mangler, med fil, linje og lov."""
    report = _run(paths, day, edition)
    shown = len(report.assessed) <= _FEW if with_coverage is None else with_coverage
    for line in _write(report, form, with_coverage=shown):
        click.echo(line)
    return report.exit_code(strict=strict)


@cli.command(epilog="Eksempel: kvalitet explain lov-ikke-beskrevet")
@click.argument("rule", metavar="REGEL")
def explain(rule: str) -> int:
    """Forklar en regel: hvad den betyder, loven bag den og to eksempler."""
    if rule not in RULES_BY_ID:
        raise click.UsageError(f"Reglen '{rule}' findes ikke. Reglerne er: {', '.join(RULES_BY_ID)}.")
    for line in explain_rule(RULES_BY_ID[rule], [load_catalogue(area) for area in known_areas()]):
        click.echo(line)
    return 0


@cli.command(epilog="Eksempel: kvalitet schema stofmisbrug > skema/stofmisbrug.schema.json")
@click.argument("area", metavar="OMRÅDE", type=click.Choice(known_areas()))
def schema(area: str) -> int:
    """Skriv det skema, som en editor hjælper efter (JSON Schema, draft-07)."""
    click.echo(dump_schema(load_catalogue(area)), nl=False)
    return 0


@cli.command(epilog="Eksempel: kvalitet export --out data/")
@_paths_argument
@click.option(
    "--out", "folder", required=True, metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges."
)
@_day_option
def export(paths: tuple[Path, ...], folder: Path, day: date) -> int:
    """Skriv datafilerne: hvem beskriver hvad."""
    for path in write_exports(_run(paths, day, None), folder):
        click.echo(path.as_posix())
    return 0


def main() -> None:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal without ● and § gets a question mark, not a traceback
            reconfigure(errors="replace")
    try:
        code = run(cli)
    except CatalogueError as error:  # a maintainer's fault, not the officer's: said whole, without a traceback
        click.echo(str(error), err=True)
        code = 2
    sys.exit(code)


def _run(paths: tuple[Path, ...], day: date, edition: str | None) -> Report:
    chosen = list(paths) or [DEFAULT_FOLDER]
    for path in chosen:
        if not path.exists():
            raise click.UsageError(f"'{path}' findes ikke. Skriv en fil eller en mappe med standarder.")
    editions = sorted({name for area in known_areas() for name in load_catalogue(area).editions})
    if edition is not None and edition not in editions:
        raise click.UsageError(f"Udgaven '{edition}' findes ikke. Vælg en af disse: {', '.join(editions)}.")
    return run_check(chosen, day, edition)


def _write(report: Report, form: str, *, with_coverage: bool) -> Iterable[str]:
    writers = {"json": write_json, "sarif": write_sarif, "github": write_github}
    if form == "text":
        return write_text(report, with_coverage=with_coverage)
    return [writers[form](report.findings).rstrip("\n")]
