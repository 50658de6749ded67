"""The commands that make files: ``new``, ``schema``, ``export`` and ``render``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kvalitet import paper
from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import DEFAULT_FOLDER, day_option, make_report, out_option, paths_argument
from kvalitet.export import write_exports
from kvalitet.publish import PublishError
from kvalitet.register import load_register
from kvalitet.scaffold import make_scaffold
from kvalitet.schema import dump_schema
from kvalitet.standard.model import slug_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_AREAS = known_areas()


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet new Odense --område stofmisbrug")
@click.argument("name", metavar="KOMMUNE")
@click.option("--område", "area", type=click.Choice(_AREAS), default=_AREAS[0], help="Serviceområdet.")
@click.option("--eksempel", "example", is_flag=True, help="Kommunen er opfundet.")
@day_option
def new(name: str, area: str, day: date, *, example: bool) -> int:
    """Lav en ny standard at begynde på. En fil, der findes, bliver aldrig overskrevet."""
    found = load_register().find(name)
    if found is None and not example:
        message = f"Der er ingen kommune i registret, der hedder '{name}'. Er den opfundet, så skriv --eksempel."
        raise click.UsageError(message)
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


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet schema stofmisbrug > skema/stofmisbrug.schema.json")
@click.argument("area", metavar="OMRÅDE", type=click.Choice(_AREAS))
def schema(area: str) -> int:
    """Skriv det skema, som en editor hjælper efter (JSON Schema, draft-07)."""
    click.echo(dump_schema(load_catalogue(area)), nl=False)
    return 0


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet export --out data/")
@paths_argument
@out_option
@day_option
def export(paths: tuple[Path, ...], folder: Path, day: date) -> int:
    """Skriv datafilerne: hvem beskriver hvad."""
    for path in write_exports(make_report(paths, day), folder):
        click.echo(path.as_posix())
    return 0


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet render --out sider/")
@paths_argument
@out_option
@day_option
@click.option("--uden-eksempler", "hide", is_flag=True, help="Tag ikke opfundne kommuner med.")
@click.option("--adresse", "address", default="", metavar="URL", help="Hvor siden skal ligge. Står på folderne.")
def render(paths: tuple[Path, ...], folder: Path, day: date, address: str, *, hide: bool) -> int:
    """Skriv alle sider, foldere og datafiler, til en hvilken som helst sidegenerator."""
    from kvalitet.present import SiteOptions  # noqa: PLC0415 - templates are loaded by the commands that need them
    from kvalitet.present.folder import write_pages  # noqa: PLC0415 - as above

    report = make_report(paths, day)
    try:
        count = write_pages(report, SiteOptions(examples=not hide, address=address), folder)
    except PublishError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{count} filer er skrevet i {folder.as_posix()}.")
    if not paper.available():
        click.echo(paper.MISSING, err=True)
    return 0
