"""``datapackage.json``: what each data file holds, field by field, in the form of frictionlessdata.io."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kvalitet.assess.coverage import COUNTED, Level

if TYPE_CHECKING:
    from kvalitet.export.tables import Column, Table

LICENCE = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero v1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}
_BOOLEANS = {"csv": ("true", "false"), "excel": ("ja", "nej")}


@dataclass(frozen=True, slots=True)
class FileNote:
    """A data file in a few words, for the package and for the page: its name, what it is, its fields and source."""

    name: str
    title: str
    fields: tuple[tuple[str, str, str], ...]
    source: str = ""


def describe_files(table: Table, sources: dict[str, str]) -> list[FileNote]:
    """Return the notes on the JSON files whose rows are records; ``sources`` are titles by file name."""
    levels = [(str(level), "integer", f"procent, der er {level} beskrevet") for level in Level if level in COUNTED]
    known = {
        "sfi2009.json": (
            "SFI's tabel 5.2 til 5.10 fra 2009, som de er trykt",
            (
                ("tabel", "string", "tabellens nummer i rapporten"),
                ("kriterium", "string", "kriteriets id her på siden"),
                *levels,
                ("n", "integer", "antal standarder, som rapporten nævner"),
            ),
        ),
        "sfi2009-baggrund.json": (
            "Andre tabeller fra samme rapport, celle for celle",
            (
                ("tabel", "string", "tabellens nummer i rapporten"),
                ("emne", "string", "hvad tabellen handler om, med vores ord"),
                ("række", "string", "rækkens navn, med vores ord"),
                ("spalte", "string", "spaltens navn"),
                ("tal", "integer", "det trykte tal"),
                ("n", "integer", "hvor mange der har svaret"),
            ),
        ),
        "kl2014.json": (
            "Klynge Vests svar på KL's anbefalinger i 2014",
            (
                ("indikator", "string", "spørgsmålets nummer"),
                ("kommune", "string", "kommunens navn"),
                ("svar", "string", "ja, nej, delvis eller ved ikke, som kommunen svarede"),
            ),
        ),
        "anbefalinger.json": (
            "Svar på KL's anbefalinger fra alle klynger og år",
            (
                ("klynge", "string", "klyngens navn"),
                ("år", "integer", "året, der er svaret i"),
                ("eksempel", "boolean", "om klyngen er opfundet"),
                ("indikator", "string", "spørgsmålets nummer"),
                ("kommune", "string", "kommunens navn"),
                ("svar", "string", "ja, nej, delvis eller ved ikke, som kommunen svarede"),
            ),
        ),
    }
    own = tuple((column.name, column.kind, column.meaning) for column in table.columns[:8])
    first = FileNote("daekning.csv", "Hvem der beskriver hvad, en kommune i hver række", own)
    return [first, *(FileNote(name, *known[name], sources[name]) for name in known if name in sources)]


def make_package(area: str, title: str, day: str, table: Table, notes: list[FileNote]) -> dict[str, Any]:
    """Return the package: the coverage as CSV twice, and one resource for each of ``notes`` that is JSON."""
    resources = [
        {
            "name": "daekning",
            "path": "daekning.csv",
            "title": notes[0].title,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": _schema(table, _BOOLEANS["csv"], titles=False),
        },
        {
            "name": "daekning-excel",
            "path": "daekning-excel.csv",
            "title": "Det samme til et dansk Excel",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            "dialect": {"csv": {"delimiter": ";"}},
            "schema": _schema(table, _BOOLEANS["excel"], titles=True),
        },
    ]
    resources += [_json_resource(note) for note in notes[1:]]
    return {
        "name": f"kvalitetsstandarder-{area}",
        "title": f"Kvalitetsstandarder: {title}",
        "description": (
            "Hvad kommunernes standarder beskriver, målt på én dag. Tallene viser ikke, hvor god behandlingen er. "
            "Opfundne kommuner er mærket og må aldrig lægges sammen med virkelige."
        ),
        "created": f"{day}T12:00:00Z",
        "licenses": [LICENCE],
        "sources": [{"title": title} for title in dict.fromkeys(note.source for note in notes if note.source)],
        "resources": resources,
    }


def _json_resource(note: FileNote) -> dict[str, Any]:
    return {
        "name": note.name.removesuffix(".json"),
        "path": note.name,
        "title": note.title,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "schema": {
            "fields": [{"name": name, "type": kind, "description": text} for name, kind, text in note.fields],
            "missingValues": [""],
        },
    }


def _schema(table: Table, booleans: tuple[str, str], *, titles: bool) -> dict[str, Any]:
    fields = [_field(column, booleans, column.title if titles else column.name) for column in table.columns]
    return {"fields": fields, "missingValues": [""], "primaryKey": [fields[0]["name"]]}


def _field(column: Column, booleans: tuple[str, str], name: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "type": column.kind,
        "title": column.title,
        "description": column.meaning,
    }
    if column.kind == "boolean":
        field |= {"trueValues": [booleans[0]], "falseValues": [booleans[1]]}
    if column.options:
        field["constraints"] = {"enum": list(column.options)}
    return field
