"""The matrix: who describes what, and what can be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.context import FRONT
from kvalitet.present.overview import describe_columns, matrix_foot, matrix_rows
from kvalitet.studies import load_recommendations, load_survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.overview import MatrixRow
    from kvalitet.present.page import Page

TITLE = "Hvem beskriver hvad?"
COMPARE = "Sammenlign kommuner"


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the matrix, and the page that sets municipalities side by side."""
    rows = matrix_rows(area.catalogue, area.places, site.report.day, find_clusters(area.catalogue.area))
    feet = matrix_foot(area.catalogue, area.edition, rows, load_survey(area.catalogue.area))
    yield site.renderer.page(
        f"{area.root}overblik/",
        "overblik",
        TITLE,
        crumbs=FRONT,
        wide=True,
        tools=("overblik",),
        rows=rows,
        feet=feet,
        columns=describe_columns(area.catalogue, area.edition, feet),
        filters=list_filters(area, rows),
        edition=area.edition,
        broken=[place for place in area.places if place.broken],
        without=[place for place in area.places if place.told is None and not place.broken],
        **area.common,
    )
    yield site.renderer.page(
        f"{area.root}sammenlign/",
        "sammenlign",
        COMPARE,
        crumbs=[*FRONT, (TITLE, f"{area.root}overblik/")],
        wide=True,
        tools=("sammenlign",),
        rows=rows,
        **area.common,
    )


def find_clusters(area: str) -> dict[str, str]:
    """Return the cluster each municipality took part in when recommendations were answered, by its name."""
    made = load_recommendations(area)
    clusters = made.clusters if made is not None else ()
    return {name: cluster.name for cluster in clusters for name in (*cluster.municipalities, *cluster.absent)}


def list_filters(area: Area, rows: list[MatrixRow]) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Return the filters that tell the rows apart: (key, title, note, options as (value, words))."""
    found = [
        ("region", "Region", "", [(name, name) for name in _seen(row.region for row in rows)]),
        ("klynge", "Klynge", "", [(name, name) for name in _seen(row.cluster for row in rows)]),
        ("tilstand", "Tilstand", "", [(name, name) for name in _seen(row.status for row in rows)]),
    ]
    for division in area.catalogue.divisions:
        used = {name for row in rows for name in row.groups[division.id]}
        options = [(name, title) for name, title, _, _ in division.groups if name in used]
        found.append((division.id, division.title, division.note, options))
    return [one for one in found if one[3]]


def _seen(names: Iterator[str]) -> list[str]:
    return sorted({name for name in names if name})
