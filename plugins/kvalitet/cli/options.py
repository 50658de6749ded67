"""What several commands share: the day, the paths, and the report on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.check import check_files, gather
from kvalitet.clock import DATE_VARIABLE, parse_day
from kvalitet.export import HistoryError, load_history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.check import Checked, Report
    from kvalitet.export import Snapshot

DEFAULT_FOLDER = Path("kvalitetsstandarder")
DEFAULT_HISTORY = Path("historik")


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on alone
    """A date in the form 2026-11-22."""

    name = "dato"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day ``value`` names."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError:
            self.fail(f"'{value}' er ikke en dato. Skriv fx 2026-11-22.", param, ctx)


day_option = click.option(
    "--dato",
    "day",
    type=_Day(),
    envvar=DATE_VARIABLE,
    default=date.today,
    metavar="DATO",
    help="Den dag, der måles på (i dag, hvis intet er skrevet).",
)
paths_argument = click.argument("paths", nargs=-1, metavar="[STI]…", type=click.Path(path_type=Path))
out_option = click.option(
    "--out", "folder", required=True, metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges."
)

history_option = click.option(
    "--historik",
    "history_folder",
    default=DEFAULT_HISTORY,
    metavar="MAPPE",
    type=click.Path(path_type=Path),
    help="Hvor gemte dage ligger (historik, hvis intet er skrevet).",
)


def read_history(folder: Path) -> tuple[Snapshot, ...]:
    """Return the days kept in ``folder``; raise a usage error where one cannot be used."""
    try:
        return load_history(folder)
    except HistoryError as error:
        raise click.UsageError(str(error)) from None


def make_report(paths: tuple[Path, ...], day: date) -> Report:
    """Return the report on ``paths`` (the usual folder where none is given); raise a usage error for bad ones."""
    return gather(find_files(paths, day), day)


def find_files(paths: tuple[Path, ...], day: date, edition: str | None = None) -> Iterator[Checked]:
    """Return the files at ``paths`` as they are checked; raise a usage error for bad ones before the first."""
    chosen = list(paths) or [DEFAULT_FOLDER]
    for path in chosen:
        if not path.exists():
            raise click.UsageError(f"'{path}' findes ikke. Skriv en fil eller en mappe med standarder.")
    return check_files(chosen, day, _find_edition(edition))


def _find_edition(edition: str | None) -> str | Path | None:
    """Return the edition's name, or the file of a draft edition."""
    editions = sorted({name for area in known_areas() for name in load_catalogue(area).editions})
    if edition is None or edition in editions:
        return edition
    if Path(edition).is_file():
        return Path(edition)
    options = ", ".join(editions)
    raise click.UsageError(f"Udgaven '{edition}' findes ikke. Vælg en af disse: {options}, eller skriv en fil.")
