"""The commands that make files: ``new``, ``schema``, ``export`` and ``render``."""

from __future__ import annotations

import difflib
import sys
from typing import TYPE_CHECKING

import click

from kvalitet import paper
from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import (
    DEFAULT_FOLDER,
    day_option,
    history_option,
    make_report,
    out_option,
    paths_argument,
    read_history,
)
from kvalitet.export import MISSING, HistoryError, can_make_spreadsheet, find_catalogues, keep_snapshot, write_exports
from kvalitet.publish import PublishError
from kvalitet.register import load_register
from kvalitet.scaffold import make_scaffold
from kvalitet.schema import make_schemas
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_AREAS = known_areas()


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet new Odense --område stofmisbrug")
@click.argument("name", metavar="KOMMUNE", required=False)
@click.option("--område", "area", type=click.Choice(_AREAS), default=_AREAS[0], help="Serviceområdet.")
@click.option("--eksempel", "example", is_flag=True, help="Kommunen er opfundet.")
@day_option
def new(name: str | None, area: str, day: date, *, example: bool) -> int:
    """Lav en ny standard at begynde på. En fil, der findes, bliver aldrig overskrevet.

    Uden KOMMUNE bliver du spurgt.
    """
    asking = not name and sys.stdin.isatty()
    if not name and not asking:
        raise click.UsageError("Der mangler noget: KOMMUNE. Skriv fx kvalitet new Odense.")
    name = name or str(click.prompt("Hvilken kommune er standarden for"))
    found = load_register().find(name)
    if found is None and not example:
        example = asking and _confirm_invented(name)
        if not example:
            raise click.UsageError(_describe_unknown(name))
    chosen = found.name if found is not None and not example else name
    path = DEFAULT_FOLDER / area / f"{slug_of(chosen)}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(make_scaffold(load_catalogue(area), chosen, day, example=example))
    except FileExistsError:
        raise click.ClickException(f"{path.as_posix()} findes allerede og er ikke rørt.") from None
    click.echo(f"{path.as_posix()} er lavet. Udfyld den, og kør: kvalitet check {path.as_posix()}")
    return 0


def _confirm_invented(name: str) -> bool:
    click.echo(_describe_unknown(name))
    return bool(click.prompt("Er kommunen opfundet", type=click.Choice(["ja", "nej"]), default="nej") == "ja")


def _describe_unknown(name: str) -> str:
    names = [one.name for one in load_register().municipalities.values()]
    near = difflib.get_close_matches(name, names, n=3)
    meant = f"Mente du {' eller '.join(near)}? " if near else ""
    return f"Der er ingen kommune i registret, der hedder '{name}'. {meant}Er den opfundet, så skriv --eksempel."


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet schema stofmisbrug > skema/stofmisbrug.schema.json")
@click.argument("area", metavar="OMRÅDE", type=click.Choice(_AREAS))
@click.option("--anbefalinger", "answers", is_flag=True, help="Skemaet for svar på anbefalinger, ikke for standarder.")
def schema(area: str, *, answers: bool) -> int:
    """Skriv det skema, som en editor hjælper efter (JSON Schema, draft-07)."""
    name = f"{area}-anbefalinger.schema.json" if answers else f"{area}.schema.json"
    schemas = make_schemas()
    if name not in schemas:
        raise click.UsageError(f"Der er ingen anbefalinger på området '{area}'.")
    click.echo(schemas[name], nl=False)
    return 0


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet export --out data/")
@paths_argument
@out_option
@day_option
@history_option
@click.option("--gem", "keep", is_flag=True, help="Gem også dagen i historikken; en gemt dag overskrives aldrig.")
def export(paths: tuple[Path, ...], folder: Path, day: date, history_folder: Path, *, keep: bool) -> int:
    """Skriv datafilerne: hvem beskriver hvad."""
    report = make_report(paths, day)
    if keep:
        try:
            click.echo(keep_snapshot(report, find_catalogues(report), history_folder).as_posix())
        except HistoryError as error:
            raise click.ClickException(f"{error} Slet den først, hvis den er forkert.") from None
    for path in write_exports(report, folder, read_history(history_folder)):
        click.echo(path.as_posix())
    if not can_make_spreadsheet():
        click.echo(MISSING, err=True)
    return 0


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet render --out sider/")
@paths_argument
@out_option
@day_option
@history_option
@click.option("--uden-eksempler", "hide", is_flag=True, help="Tag ikke opfundne kommuner med.")
@click.option("--søg-eksempler", "find", is_flag=True, help="Opfundne kommuner kan findes som de andre.")
@click.option("--adresse", "address", default="", metavar="URL", help="Hvor siden skal ligge. Står på folderne.")
def render(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...], folder: Path, day: date, history_folder: Path, address: str, *, hide: bool, find: bool
) -> int:
    """Skriv alle sider, foldere og datafiler, til en hvilken som helst sidegenerator."""
    from kvalitet.present import SiteOptions  # noqa: PLC0415 - templates are loaded by the commands that need them
    from kvalitet.present.folder import write_pages  # noqa: PLC0415 - as above

    report = make_report(paths, day)
    options = SiteOptions(examples=not hide, find_examples=find, history=read_history(history_folder), address=address)
    try:
        count = write_pages(report, options, folder)
    except PublishError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{count} filer er skrevet i {folder.as_posix()}.")
    if not can_make_spreadsheet():
        click.echo(MISSING, err=True)
    if not paper.available():
        click.echo(paper.MISSING, err=True)
    return 0
