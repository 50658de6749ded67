"""The commands that write a council's papers: ``report`` and ``standard``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import day_option
from kvalitet.cli.standards import assess_file, assess_one, find_standard
from kvalitet.paper import PaperError
from kvalitet.paper.markdown import write_markdown
from kvalitet.paper.pdf import write_pdf
from kvalitet.paper.word import write_word

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.paper.document import Document

_FORMATS = ("pdf", "md", "docx")
_USUAL = "docx"
_STDOUT = "-"

_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Filens slags (efter endelsen på --out; ellers docx, som de fleste systemer til dagsordener tager imod).",
)
_out_option = click.option(
    "--out",
    metavar="FIL",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Hvor filen skrives ('-' er skærmen). Ellers i mappen her, med kommunens navn.",
)
_overwrite_option = click.option("--overskriv", "overwrite", is_flag=True, help="Skriv oven i en fil, der findes.")


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet report Odense --format docx --out dagsorden.docx")
@click.argument("name", metavar="KOMMUNE")
@_format_option
@_out_option
@_overwrite_option
@click.option(
    "--forrige",
    "former",
    metavar="FIL",
    help="Den standard, der gjaldt før: en fil eller UDGAVE:STI i git. Så står der, hvad der ændres for borgeren.",
)
@day_option
def report(  # noqa: PLR0913 - one argument per option
    name: str, form: str | None, out: Path | None, day: date, former: str | None, *, overwrite: bool
) -> int:
    """Skriv en sag til dagsordenen: hvad standarden mangler, med lov og med felter, der skal udfyldes."""
    from kvalitet.council import make_agenda_paper  # noqa: PLC0415 - templates are loaded by the commands that need them
    from kvalitet.diff import compare_standards  # noqa: PLC0415 - as above

    before = assess_one(former, day) if former is not None else None
    assessed = assess_file(find_standard(name), day)
    if assessed is None or (before is None and former is not None):
        return 1
    comparison = compare_standards(before, assessed) if before is not None else None
    paper = make_agenda_paper(assessed, day, comparison)
    return _write_paper(paper, f"{assessed.standard.slug}-dagsorden", form, out, overwrite=overwrite)


@click.command(cls=DanishCommand, epilog="Eksempel: kvalitet standard Odense --out standard.pdf")
@click.argument("name", metavar="KOMMUNE")
@_format_option
@_out_option
@_overwrite_option
@day_option
def standard(name: str, form: str | None, out: Path | None, day: date, *, overwrite: bool) -> int:
    """Skriv standarden selv, tekst og felter, som den kan vedtages."""
    from kvalitet.council import make_adoption_paper  # noqa: PLC0415 - as above

    assessed = assess_file(find_standard(name), day)
    if assessed is None:
        return 1
    paper = make_adoption_paper(assessed, day)
    return _write_paper(paper, f"{assessed.standard.slug}-kvalitetsstandard", form, out, overwrite=overwrite)


def _write_paper(paper: Document, stem: str, form: str | None, out: Path | None, *, overwrite: bool) -> int:
    chosen = _choose_format(form, out)
    path = out if out is not None else Path(f"{stem}.{chosen}")
    try:
        content = _write(paper, chosen)
    except PaperError as error:
        raise click.UsageError(str(error)) from None
    if str(path) == _STDOUT:
        click.echo(content, nl=False)
        return 0
    _write_file(path, content, overwrite=overwrite)
    click.echo(f"{path.as_posix()} er skrevet.")
    return 0


def _choose_format(form: str | None, out: Path | None) -> str:
    ending = out.suffix.lower().removeprefix(".") if out is not None else ""
    if form is not None and ending in _FORMATS and ending != form:
        raise click.UsageError(f"'{out}' ender på .{ending}, men --format siger {form}. Skriv kun det ene.")
    if form is None and ending and ending not in _FORMATS:
        raise click.UsageError(f"'{out}' ender på .{ending}. Skriv --format med en af: {', '.join(_FORMATS)}.")
    return form or ending or _USUAL


def _write(paper: Document, form: str) -> bytes:
    if form == "pdf":
        return write_pdf(paper)
    return write_word(paper) if form == "docx" else write_markdown(paper).encode()


def _write_file(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write the whole file or nothing; what is there stays unless ``overwrite`` says otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not overwrite:
        raise click.ClickException(
            f"{path.as_posix()} findes allerede og er ikke rørt. Skriv --overskriv, eller vælg et andet navn med --out."
        )
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
