"""``datapackage.json``: what each data file holds, field by field, in the form of frictionlessdata.io."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kvalitet.export.notes import FileNote
    from kvalitet.export.tables import Column, Table

LICENCE = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero v1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}
_BOOLEANS = {"csv": ("true", "false"), "excel": ("ja", "nej")}


def make_package(area: str, title: str, day: str, table: Table, notes: list[FileNote]) -> dict[str, Any]:
    """Return the package: the coverage as CSV twice, and each of ``notes`` that is a list of records."""
    resources = [
        {
            "name": "daekning",
            "path": "daekning.csv",
            "title": "Hvem der beskriver hvad, en kommune i hver række",
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
    resources += [_json_resource(note) for note in notes if note.records]
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
