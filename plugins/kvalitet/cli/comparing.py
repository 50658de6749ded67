"""The command ``diff``: two standards, or two revisions of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kvalitet.cli.danish import DanishCommand
from kvalitet.cli.options import day_option
from kvalitet.cli.standards import assess_one
from kvalitet.paper.markdown import write_markdown

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.diff import Comparison

_FORMATS = ("text", "json", "md")


@click.command(
    cls=DanishCommand, epilog="Eksempel: kvalitet diff HEAD~1:kvalitetsstandarder/stofmisbrug/odense.yml odense"
)
@click.argument("old", metavar="FØR")
@click.argument("new", metavar="NU")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="Hvordan svaret skrives.")
@day_option
def diff(old: str, new: str, form: str, day: date) -> int:
    """Sig, hvad der ændrer sig for borgeren og i dækningen.

    FØR og NU er hver en fil, en kommune eller en fil i en tidligere udgave, skrevet som i git: UDGAVE:STI.
    """
    from kvalitet.diff import compare_standards  # noqa: PLC0415 - pages' words are loaded by the commands that say them

    before, after = assess_one(old, day), assess_one(new, day)
    if before is None or after is None:
        return 1
    if before.standard.catalogue is not after.standard.catalogue:
        raise click.UsageError("De to standarder hører til hver sit område og kan ikke sammenlignes.")
    click.echo(_write(compare_standards(before, after), form, day), nl=False)
    return 0


def _write(comparison: Comparison, form: str, day: date) -> str:
    from kvalitet.diff import writing  # noqa: PLC0415 - as above

    if form == "json":
        return writing.write_json(comparison)
    if form == "md":
        return write_markdown(writing.make_document(comparison, day))
    return "\n".join(writing.write_text(comparison, day)) + "\n"
