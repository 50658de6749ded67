"""Days that were kept: who described and promised what, one file each, ``historik/<dato>.json``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kvalitet.clock import parse_day
from kvalitet.export.coverage import coverage_record
from kvalitet.export.promises import list_promises

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Report

FORMAT = "1"
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}\.json")
_KEYS = ("slug", "navn", "eksempel", "tilstand", "målt_efter", "vedtaget", "dækning")


class HistoryError(Exception):
    """A file of the history cannot be used, or would be overwritten; the message is for a person, in Danish."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One municipality on one day. ``example`` is None where its file could not be read."""

    slug: str
    name: str
    example: bool | None
    state: str
    edition: str | None
    adopted: str | None
    levels: Mapping[str, str]
    promises: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One day: the municipalities of each area by slug."""

    day: date
    areas: Mapping[str, Mapping[str, Kept]]


def make_snapshot(report: Report, catalogues: Mapping[str, Catalogue]) -> Snapshot:
    """Return what ``report`` says of its day."""
    return _read_record(snapshot_record(report, catalogues), "")


def snapshot_record(report: Report, catalogues: Mapping[str, Catalogue]) -> dict[str, Any]:
    """Return the day as JSON can hold it."""
    areas: dict[str, Any] = {}
    for area, catalogue in sorted(catalogues.items()):
        promises = {
            one.standard.slug: list_promises(one.standard)
            for one in report.assessed
            if one.standard.catalogue.area == catalogue.area
        }
        areas[area] = [
            {**{key: row[key] for key in _KEYS}, "løfter": promises.get(row["slug"], {})}
            for row in coverage_record(report, catalogue)["kommuner"]
        ]
    return {"format": FORMAT, "dato": report.day.isoformat(), "områder": areas}


def keep_snapshot(report: Report, catalogues: Mapping[str, Catalogue], folder: Path) -> Path:
    """Write the day to ``folder`` and return the file. Raises ``HistoryError`` where that day is kept already."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.day.isoformat()}.json"
    text = _dump(snapshot_record(report, catalogues))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise HistoryError(f"{path.as_posix()} findes allerede og er ikke rørt.") from None
    return path


def load_history(folder: Path) -> tuple[Snapshot, ...]:
    """Return the days kept in ``folder``, oldest first; none where there is no such folder.

    Raises ``HistoryError`` where a file is not what ``keep_snapshot`` writes.
    """
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return tuple(_load_snapshot(path) for path in paths)


def _dump(record: dict[str, Any]) -> str:
    """Return the day as JSON, a municipality on each line: what changes between two days is seen line by line."""
    areas = []
    for area, rows in record["områder"].items():
        lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
        areas.append(f" {json.dumps(area)}: [\n{lines}\n ]")
    body = ",\n".join(areas)
    head = f'{{"format": {json.dumps(record["format"])}, "dato": {json.dumps(record["dato"])}, "områder": {{\n'
    return f"{head}{body}\n}}}}\n"


def _load_snapshot(path: Path) -> Snapshot:
    if not _NAME.fullmatch(path.name):
        raise HistoryError(f"{path.as_posix()}: Filen skal hedde som dagen, fx 2026-11-22.json.")
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise HistoryError(f"{path.as_posix()}: Filen kan ikke læses: {error}") from None
    snapshot = _read_record(record, path.as_posix())
    if snapshot.day.isoformat() != path.stem:
        raise HistoryError(f"{path.as_posix()}: Filen er fra {snapshot.day.isoformat()} og skal hedde sådan.")
    return snapshot


def _read_record(record: Any, name: str) -> Snapshot:  # noqa: ANN401 - whatever stands in the file
    try:
        if record["format"] != FORMAT:
            raise HistoryError(f"{name}: Format {record['format']} kendes ikke af denne udgave af programmet.")
        areas = {
            str(area): {str(row["slug"]): _read_row(row) for row in rows} for area, rows in record["områder"].items()
        }
        return Snapshot(parse_day(record["dato"]), areas)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise HistoryError(f"{name}: Filen er ikke skrevet af 'kvalitet export --gem' ({error!r}).") from None


def _read_row(row: Any) -> Kept:  # noqa: ANN401 - as above
    if not isinstance(row["eksempel"], bool | None):
        raise TypeError("eksempel")
    return Kept(
        slug=str(row["slug"]),
        name=str(row["navn"]),
        example=row["eksempel"],
        state=str(row["tilstand"]),
        edition=row["målt_efter"],
        adopted=row["vedtaget"],
        levels={str(name): str(level) for name, level in row["dækning"].items()},
        promises={str(path): str(said) for path, said in row["løfter"].items()},
    )
