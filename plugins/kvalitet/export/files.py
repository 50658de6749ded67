"""Every data file of a report, by its path below ``/data/``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kvalitet.catalogue import Catalogue, known_areas, load_catalogue
from kvalitet.export.coverage import coverage_record, dump_record
from kvalitet.export.datapackage import make_package
from kvalitet.export.feed import make_feed
from kvalitet.export.guidelines import describe_guidance, guidance_records
from kvalitet.export.notes import FileNote, describe_files
from kvalitet.export.printed import answer_records, background_records, sheet_records, survey_records
from kvalitet.export.spreadsheet import can_make_spreadsheet, make_spreadsheet
from kvalitet.export.tables import Table, make_table, write_csv, write_excel_csv
from kvalitet.guidelines import load_guidance
from kvalitet.studies import load_recommendations, load_survey

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.check import Report
    from kvalitet.export.history import Snapshot
    from kvalitet.studies import AnswerSheet, Survey

FEED = "aendringer.xml"


def export_files(report: Report, history: tuple[Snapshot, ...] = ()) -> dict[str, bytes]:
    """Return each data file by its path: ``stofmisbrug/daekning.json``. Text is UTF-8.

    ``daekning.xlsx`` is left out where the library that writes spreadsheets is not installed.
    """
    files: dict[str, bytes] = {}
    catalogues = find_catalogues(report)
    for area, catalogue in catalogues.items():
        files |= {f"{area}/{name}": content for name, content in _area_files(report, catalogue).items()}
        files |= {f"{area}/{name}": content for name, content in _guideline_files(area).items()}
    files[FEED] = make_feed(history, list(catalogues.values()), report.day)
    return files


def find_catalogues(report: Report) -> dict[str, Catalogue]:
    """Return the catalogues by area, in order: those the report was made with, and the package's other ones."""
    catalogues = {one.standard.catalogue.area: one.standard.catalogue for one in report.assessed}
    for area in known_areas():
        catalogues.setdefault(area, load_catalogue(area))
    return dict(sorted(catalogues.items()))


def write_exports(report: Report, folder: Path, history: tuple[Snapshot, ...] = ()) -> list[Path]:
    """Write the data files below ``folder`` and return where they are."""
    written = []
    for name, content in export_files(report, history).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def list_sheets(report: Report, area: str) -> list[AnswerSheet]:
    """Return the answers on the recommendations of one area that can be read: the earlier study's, and the report's."""
    made = load_recommendations(area)
    return [*(made.sheets if made else ()), *(one for one in report.sheets if one.area == area and not one.broken)]


def describe_area(report: Report, catalogue: Catalogue) -> list[FileNote]:
    """Return what the page about the data says of the files of one area."""
    return _describe(make_table(coverage_record(report, catalogue)), catalogue.area)


def _area_files(report: Report, catalogue: Catalogue) -> dict[str, bytes]:
    record = coverage_record(report, catalogue)
    table, survey = make_table(record), load_survey(catalogue.area)
    notes = _describe(table, catalogue.area)
    files = {
        "daekning.json": dump_record(record).encode(),
        "daekning.csv": write_csv(table),
        "daekning-excel.csv": write_excel_csv(table),
        **_study_files(report, catalogue.area, survey),
        "datapackage.json": _dump(make_package(catalogue.area, catalogue.title, record["dato"], table, notes)),
    }
    if can_make_spreadsheet():
        files["daekning.xlsx"] = make_spreadsheet(record, survey, _about(record, catalogue, survey))
    return files


def _study_files(report: Report, area: str, survey: Survey | None) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    if survey is not None:
        files["sfi2009.json"] = _dump_rows(survey_records(survey))
        files["sfi2009-baggrund.json"] = _dump_rows(background_records(survey))
    made = load_recommendations(area)
    if made is not None:
        files["kl2014.json"] = _dump_rows(answer_records(made.sheets))
        files["anbefalinger.json"] = _dump_rows(sheet_records(list_sheets(report, area)))
    return files


def _guideline_files(area: str) -> dict[str, bytes]:
    guidance = load_guidance(area)
    return {"retningslinjer.json": _dump_rows(guidance_records(guidance))} if guidance is not None else {}


def _describe(table: Table, area: str) -> list[FileNote]:
    survey, made = load_survey(area), load_recommendations(area)
    sources: dict[str, str] = {}
    if survey is not None:
        title = f"{survey.source.publisher}, {survey.source.year}: {survey.source.title}"
        sources |= dict.fromkeys(("sfi2009.json", "sfi2009-baggrund.json"), title)
    if made is not None:
        title = "; ".join(f"{one.publisher}, {one.year}: {one.title}" for one in made.documents.values())
        sources |= dict.fromkeys(("kl2014.json", "anbefalinger.json"), title)
    notes = describe_files(table, sources, spreadsheet=can_make_spreadsheet())
    guidance = load_guidance(area)
    return [*notes, describe_guidance(guidance)] if guidance is not None else notes


def _about(record: dict[str, Any], catalogue: Catalogue, survey: Survey | None) -> list[str]:
    lines = [
        f"Kvalitetsstandarder: {catalogue.title}",
        f"Målt på {record['dato']}.",
        "Tallene viser, hvad standarderne beskriver. De viser ikke, hvor god behandlingen er.",
        "Opfundne kommuner er mærket. Læg dem aldrig sammen med virkelige.",
        "n er vedtagne standarder, hvor kriteriet er vurderet og relevant.",
        "Tallene må bruges frit (CC0 1.0). Nævn gerne, hvor de er fra.",
    ]
    if survey is not None:
        lines.append(f"SFI 2009: {survey.source.publisher}, {survey.source.title}. Trykte tal, {survey.n} standarder.")
    return lines


def _dump_rows(records: list[dict[str, Any]]) -> bytes:
    """Return the records as JSON, one on each line."""
    lines = ",\n".join(f" {json.dumps(one, ensure_ascii=False)}" for one in records)
    return f"[\n{lines}\n]\n".encode()


def _dump(content: Any) -> bytes:  # noqa: ANN401 - what JSON can hold
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
