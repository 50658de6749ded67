"""Every data file of a report, by its path below ``/data/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.export.coverage import coverage_record, dump_record
from kvalitet.export.guidelines import guidance_records
from kvalitet.guidelines import load_guidance

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.check import Report


def export_files(report: Report) -> dict[str, bytes]:
    """Return each data file by its path: ``stofmisbrug/daekning.json``. Text is UTF-8."""
    return _coverage_files(report) | _guideline_files()


def _guideline_files() -> dict[str, bytes]:
    return {
        f"{area}/retningslinjer.json": dump_record(guidance_records(guidance)).encode()
        for area in known_areas()
        if (guidance := load_guidance(area)) is not None
    }


def _coverage_files(report: Report) -> dict[str, bytes]:
    catalogues = {one.standard.catalogue.area: one.standard.catalogue for one in report.assessed}
    for area in known_areas():
        catalogues.setdefault(area, load_catalogue(area))
    return {
        f"{area}/daekning.json": dump_record(coverage_record(report, catalogue)).encode()
        for area, catalogue in sorted(catalogues.items())
    }


def write_exports(report: Report, folder: Path) -> list[Path]:
    """Write the data files below ``folder`` and return where they are."""
    written = []
    for name, content in export_files(report).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written
