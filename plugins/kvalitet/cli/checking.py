"""The commands that tell: ``check`` and ``explain``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.check import Tally
from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import day_option, find_files, paths_argument
from kvalitet.report import write_github, write_json, write_sarif, write_text
from kvalitet.report.explain import explain_rule
from kvalitet.report.screen import screen_of
from kvalitet.rules import RULES_BY_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from kvalitet.check import Checked

_WRITERS = {"json": write_json, "sarif": write_sarif, "github": write_github}
_FORMATS = ("text", *_WRITERS)


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
    tally, screen = Tally(), screen_of(sys.stdout)
    files = _count(find_files(paths, day, edition), tally)
    if form == "text":
        pieces: Iterable[str] = write_text(files, screen, with_coverage=with_coverage)
    else:
        pieces = [_WRITERS[form](one for checked in files for one in checked.findings).rstrip("\n")]
    for piece in pieces:  # a file at a time: click flushes each time, which line by line would take long
        click.echo(piece, color=screen.color)
    return tally.exit_code(strict=strict)


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet explain lov-ikke-beskrevet")
@click.argument("rule", metavar="REGEL")
def explain(rule: str) -> int:
    """Forklar en regel: hvad den betyder, loven bag den og to eksempler."""
    if rule not in RULES_BY_ID:
        raise click.UsageError(f"Reglen '{rule}' findes ikke. Reglerne er: {', '.join(RULES_BY_ID)}.")
    screen = screen_of(sys.stdout)
    for line in explain_rule(RULES_BY_ID[rule], [load_catalogue(area) for area in known_areas()], screen):
        click.echo(line, color=screen.color)
    return 0


def _count(files: Iterable[Checked], tally: Tally) -> Iterator[Checked]:
    for checked in files:
        tally.add(checked)
        yield checked
