"""The page about the data: each file with its fields, the licence, and how to use them in three programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.export import coverage_record
from kvalitet.export.datapackage import LICENCE
from kvalitet.export.files import describe_area
from kvalitet.export.tables import make_table
from kvalitet.present.context import FRONT
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue, Criterion
    from kvalitet.check import Report
    from kvalitet.export.notes import FileNote
    from kvalitet.present.context import Site
    from kvalitet.present.page import Page

_EXAMPLES = Path(__file__).resolve().parent.parent.parent / "templates" / "eksempler"


@dataclass(frozen=True, slots=True)
class AreaData:
    """The files of one area, and examples that ask the same of them in three programs: about ``criterion``.

    ``survey``: there is an earlier study to compare with, and so a page with the national picture.
    """

    catalogue: Catalogue
    notes: list[FileNote]
    survey: bool
    criterion: Criterion
    python: str
    r: str
    excel: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    data = [view_data(site.report, catalogue) for catalogue in site.catalogues]
    yield site.renderer.page("data/", "data", "Data", crumbs=FRONT, styles=("tal",), data=data, licence=LICENCE)


def view_data(report: Report, catalogue: Catalogue) -> AreaData:
    """Return what the page says of one area."""
    criterion = _choose_criterion(catalogue)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_EXAMPLES.glob("*.txt"))}
    names = [column.name for column in make_table(coverage_record(report, catalogue)).columns]
    letters = {name: column_letters(names.index(name)) for name in ("tilstand", "eksempel", criterion.id)}
    excel = texts["excel"]
    for word, name in (("TILSTAND", "tilstand"), ("EKSEMPEL", "eksempel"), ("KRITERIUM", criterion.id)):
        excel = excel.replace(word, letters[name])
    return AreaData(
        catalogue,
        describe_area(report, catalogue),
        load_survey(catalogue.area) is not None,
        criterion,
        python=texts["python"].replace("KRITERIUM", criterion.id),
        r=texts["r"].replace("KRITERIUM", criterion.id),
        excel=excel,
    )


def _choose_criterion(catalogue: Catalogue) -> Criterion:
    """Return the criterion to ask about: what the earlier study found least described, else the first."""
    survey = load_survey(catalogue.area)
    if survey is None:
        return next(iter(catalogue.criteria.values()))
    return catalogue.criteria[max(survey.rows.values(), key=lambda row: row.absent).criterion]


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls the column ``number``, counted from 0: A, B, … Z, AA."""
    letters = ""
    while number >= 0:
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
        number -= 1
    return letters
