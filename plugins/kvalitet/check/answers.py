"""The answers on recommendations that lie beside the standards: read and checked as the standards are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.findings import Finding, Place, Severity
from kvalitet.rules.henvisning_kommune import check_name
from kvalitet.standard.files import shown_name
from kvalitet.studies import AnswerSheet, load_recommendations, read_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kvalitet.fields import Value


def read_sheets(paths: list[Path]) -> tuple[AnswerSheet, ...]:
    """Return the sheets at ``paths`` with all that is wrong with them."""
    sheets = tuple(_read_sheet(path) for path in paths)
    seen: dict[tuple[str, int, str], str] = {}
    for sheet in sheets:
        sheet.findings += [finding for value in _names(sheet) for finding in check_name(value, example=sheet.example)]
        sheet.findings += _check_twice(sheet, seen)
    return sheets


def _read_sheet(path: Path) -> AnswerSheet:
    """The area is the folder's: ``<område>/_anbefalinger/<klynge>.yml``."""
    file, area = shown_name(path), path.resolve().parent.parent.name
    made = load_recommendations(area) if area in known_areas() else None
    if made is None:
        sheet = AnswerSheet(file, area)
        message = f"Området '{area}' har ingen anbefalinger at svare på."
        hint = "Filen skal ligge i mappen '_anbefalinger' under et område, fx 'stofmisbrug/_anbefalinger/'."
        sheet.findings.append(Finding("struktur-omraade", Severity.ERROR, Place(file), message, hint=hint))
        return sheet
    return read_answers(path, file, made, load_catalogue(area).empty, area=area)


def _names(sheet: AnswerSheet) -> Iterator[Value]:
    """Yield every value that names a municipality: who answers, and whom a buyer buys from."""
    listed = sheet.values.get("kommuner")
    for _, one in listed.entries() if listed is not None else []:
        name, partners = one.get("navn"), one.get("køber_hos")
        if name is not None:
            yield name
        if partners is not None:
            yield from (partner for _, partner in partners.entries())


def _check_twice(sheet: AnswerSheet, seen: dict[tuple[str, int, str], str]) -> Iterator[Finding]:
    """Yield an error where a municipality answers twice for one year, in this sheet or in one before it."""
    listed = sheet.values.get("kommuner")
    for _, one in listed.entries() if listed is not None else []:
        name = one.get("navn")
        if name is None or not isinstance(name.content, str):
            continue
        key = (sheet.area, sheet.year, name.content)
        if key in seen:
            message = f"{name.content} har allerede svaret for {sheet.year} i {seen[key]}."
            hint = "Lad kommunen stå ét sted for hvert år."
            yield Finding("struktur-dobbelt-noegle", Severity.ERROR, name.place, message, name.path, hint)
        seen.setdefault(key, sheet.file)
