"""The command: its parts, and the one way out."""

from __future__ import annotations

import sys

import click

from kvalitet import __version__
from kvalitet.catalogue import CatalogueError
from kvalitet.cli.checking import check, explain
from kvalitet.cli.comparing import diff
from kvalitet.cli.danish import DanishGroup, run
from kvalitet.cli.importing import import_
from kvalitet.cli.making import export, new, render, schema
from kvalitet.cli.papers import report, standard


@click.group(cls=DanishGroup, epilog="Eksempel: kvalitet check kvalitetsstandarder/")
@click.version_option(
    __version__, "--version", prog_name="kvalitet", message="%(prog)s %(version)s", help="Vis versionen."
)
def cli() -> None:
    """Læs kommuners kvalitetsstandarder, og se, om de beskriver det, loven kræver."""


for _command in (check, explain, new, import_, report, standard, diff, schema, export, render):
    cli.add_command(_command)


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
