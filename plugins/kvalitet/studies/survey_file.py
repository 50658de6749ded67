"""``undersoegelser/<area>/sfi2009/*.yml`` to a ``Survey``; a study with errors is never used."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.access import Reader, decimal, entries, prose, string, strings
from kvalitet.findings import Place
from kvalitet.studies import forms
from kvalitet.studies.survey import ContentTable, Figure, Note, PrintedRow, PrintedTable, Survey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary

    from kvalitet.catalogue import Catalogue
    from kvalitet.catalogue.model import Source
    from kvalitet.fields.value import Value

STUDIES_FOLDER = Path(__file__).resolve().parent.parent / "undersoegelser"
_SURVEY = "sfi2009"


@lru_cache(maxsize=8)
def load_survey(area: str, folder: Path = STUDIES_FOLDER) -> Survey | None:
    """Return the study of ``area``, read once per process; None where there is none.

    Raises ``CatalogueError`` with every fault.
    """
    if not (folder / area / _SURVEY).is_dir():
        return None
    return _SurveyReader(area, folder).read()


def whole(values: Dictionary[str, Value], name: str) -> int:
    """Return the whole number of ``name``; a required one that is missing was reported."""
    return int(decimal(values, name) or 0)


def read_numbers(values: Dictionary[str, Value], name: str) -> tuple[int, ...]:
    """Return the whole numbers of the list ``name``."""
    listed = values.get(name)
    return tuple(int(str(one.content)) for _, one in listed.entries() if one.content is not None) if listed else ()


class _SurveyReader:
    """Reads the files in the order in which they lean on each other."""

    def __init__(self, area: str, folder: Path) -> None:
        self.area = area
        self.folder = folder
        self.catalogue = load_catalogue(area)
        self.readers: list[Reader] = []

    def read(self) -> Survey:
        """Return the study."""
        about = self._open("undersoegelse").read(forms.SURVEY)
        contents = self._open("indhold")
        content_values = contents.read(forms.CONTENTS)
        shown = {string(one, "nr") for one, _ in entries(content_values, "tabeller")}
        notes = {one.id: one for one in self._read_notes(self._open("noter"), shown)}
        survey = Survey(
            source=self._find_source(about, self.readers[0]),
            source_text=string(about, "kildetekst"),
            short_title=string(about, "kort_titel"),
            year=string(about, "år"),
            n=whole(about, "n"),
            unit=string(about, "enhed"),
            collected=prose(about, "indsamlet"),
            measured=prose(about, "måler"),
            comparing=tuple(" ".join(one.split()) for one in strings(about, "sammenlign")),
            chapters={whole(one, "nr"): string(one, "titel") for one, _ in entries(about, "kapitler")},
            contents=tuple(_read_contents(content_values, notes, contents)),
            tables=tuple(self._read_tables(self._open("baggrund"), notes)),
            figures=tuple(self._read_figures(self._open("tal"))),
            notes=notes,
        )
        _verify_rows(survey, self.catalogue, contents)
        findings = [finding for reader in self.readers for finding in reader.findings]
        if findings:
            raise CatalogueError(findings)
        return survey

    def _open(self, name: str) -> Reader:
        below = f"{self.area}/{_SURVEY}/{name}.yml"
        reader = Reader(self.folder / below, f"undersoegelser/{below}")
        self.readers.append(reader)
        return reader

    def _find_source(self, about: Dictionary[str, Value], reader: Reader) -> Source:
        name = string(about, "kilde")
        if name not in self.catalogue.sources:
            reader.report_at(Place(reader.file), f"No source has the id '{name}'.")
            raise CatalogueError(reader.findings)
        return self.catalogue.sources[name]

    @staticmethod
    def _read_notes(reader: Reader, shown: set[str]) -> Iterator[Note]:
        for one, _ in entries(reader.read(forms.NOTES), "noter"):
            places = ((whole(each, "linje"), read_numbers(each, "tal")) for each, _ in entries(one, "steder"))
            yield Note(
                id=string(one, "id"),
                title=string(one, "titel"),
                text=prose(one, "tekst"),
                tables=strings(one, "gælder"),
                places=tuple(places),
                on_contents=not shown.isdisjoint(strings(one, "gælder")),
            )

    def _read_tables(self, reader: Reader, notes: Dictionary[str, Note]) -> Iterator[PrintedTable]:
        for one, place in entries(reader.read(forms.TABLES), "tabeller"):
            columns = strings(one, "kolonner")
            rows = [
                (string(each, "navn"), read_numbers(each, "tal"), whole(each, "linje"))
                for each, _ in entries(one, "rækker")
            ]
            for name, numbers, _ in rows:
                if len(numbers) != len(columns):
                    reader.report_at(place, f"'{name}' has {len(numbers)} numbers for {len(columns)} columns.")
            yield PrintedTable(
                number=string(one, "nr"),
                title=string(one, "titel"),
                who=string(one, "grundlag"),
                n=whole(one, "n"),
                line=whole(one, "linje"),
                columns=columns,
                rows=tuple(rows),
                requirements=self._requirements(one, reader, place),
                notes=tuple(_find_note(name, notes, reader, place) for name in strings(one, "noter")),
            )

    def _read_figures(self, reader: Reader) -> Iterator[Figure]:
        for one, place in entries(reader.read(forms.FIGURES), "tal"):
            yield Figure(
                chapter=whole(one, "kapitel"),
                says=string(one, "siger"),
                printed=string(one, "tal"),
                unit=string(one, "enhed"),
                n=whole(one, "n") or None,
                who=string(one, "af"),
                where=string(one, "sted"),
                line=whole(one, "linje"),
                requirements=self._requirements(one, reader, place),
            )

    def _requirements(self, values: Dictionary[str, Value], reader: Reader, place: Place) -> tuple[str, ...]:
        named = strings(values, "krav")
        for name in named:
            if name not in self.catalogue.requirements:
                reader.report_at(place, f"No requirement has the id '{name}'.")
        return named


def _read_contents(
    values: Dictionary[str, Value], notes: Dictionary[str, Note], reader: Reader
) -> Iterator[ContentTable]:
    for one, _ in entries(values, "tabeller"):
        number = string(one, "nr")
        rows = (_make_row(each, number, notes, reader, place) for each, place in entries(one, "rækker"))
        yield ContentTable(number, string(one, "titel"), whole(one, "linje"), tuple(rows))


def _make_row(
    values: Dictionary[str, Value], table: str, notes: Dictionary[str, Note], reader: Reader, place: Place
) -> PrintedRow:
    name = string(values, "note")
    return PrintedRow(
        table=table,
        criterion=string(values, "kriterium"),
        absent=whole(values, "ikke"),
        brief=whole(values, "kort"),
        thorough=whole(values, "uddybende"),
        total=whole(values, "i_alt"),
        n=whole(values, "n"),
        line=whole(values, "linje"),
        note=_find_note(name, notes, reader, place) if name else None,
    )


def _find_note(name: str, notes: Dictionary[str, Note], reader: Reader, place: Place) -> Note:
    if name not in notes:
        reader.report_at(place, f"No note has the id '{name}'.")
    return notes.get(name) or Note(name, "", "", (), ())


def _verify_rows(survey: Survey, catalogue: Catalogue, reader: Reader) -> None:
    """Report rows that are not the catalogue's, criteria without a row, and impossible figures without a note."""
    here = Place(reader.file)
    tables = {one.id: one.table for one in catalogue.criteria.values() if one.table}
    for name in sorted(tables.keys() | survey.rows.keys()):
        row = survey.rows.get(name)
        if row is None or tables.get(name) != row.table:
            reader.report_at(here, f"'{name}' is in table {tables.get(name)} by the catalogue, and not so here.")
        elif row.counts is None and row.note is None:
            reader.report_at(here, f"No counts of {row.n} give {row.shares} for '{name}': say so in a note.")
