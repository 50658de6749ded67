"""The national picture: the study of 2009 beside today, and how the standards develop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.export.changes import list_changes, list_moves, trace_shares
from kvalitet.present.context import FRONT
from kvalitet.present.doors.matrix import TITLE as MATRIX
from kvalitet.present.drawings import draw_stacks
from kvalitet.present.national import compare_print, list_tabs, printed_holes, view_groups
from kvalitet.present.words import say_date
from kvalitet.studies import load_survey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.export.changes import Point
    from kvalitet.present.context import Area, Site
    from kvalitet.present.drawings import Drawing
    from kvalitet.present.page import Page

TITLE = "Landet"
_MOST_CHANGES = 40


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the national picture and the study behind it where there is one, and the development."""
    survey = load_survey(area.catalogue.area)
    crumbs = [*FRONT, (MATRIX, f"{area.root}overblik/")]
    tabs = list_tabs(area.catalogue.area, area.root)
    if survey is not None:
        yield site.renderer.page(
            f"{area.root}landet/",
            "landet",
            TITLE,
            crumbs=crumbs,
            wide=True,
            styles=("tal",),
            tabs=tabs,
            survey=survey,
            groups=view_groups(site.told, area.catalogue, survey, examples=site.options.examples),
            printed=compare_print(area.catalogue, survey),
            printed_holes=printed_holes(area.catalogue, survey),
            edition=area.edition,
            **area.common,
        )
        yield site.renderer.page(
            f"{area.root}landet/2009/",
            "landet-2009",
            "SFI's undersøgelse fra 2009",
            crumbs=[*crumbs, (TITLE, f"{area.root}landet/")],
            crumb="2009",
            wide=True,
            styles=("tal",),
            tabs=tabs,
            survey=survey,
            **area.common,
        )
    yield site.renderer.page(
        f"{area.root}udvikling/",
        "udvikling",
        "Udvikling",
        crumbs=crumbs,
        styles=("tal",),
        tabs=tabs,
        history=site.options.history,
        groups=[one for one in _developments(site, area) if not one["example"] or site.options.examples],
        edition=area.edition,
        **area.common,
    )


def _developments(site: Site, area: Area) -> Iterator[dict[str, object]]:
    """Yield what is told of the real municipalities, then of the invented ones."""
    history, catalogue, day = site.options.history, area.catalogue, site.report.day
    changes = list_changes(history, catalogue)
    for example in (False, True):
        points = trace_shares(history, catalogue, day, example=example)
        moves = list_moves(history, catalogue, day, example=example)
        own = [one for one in changes if one.example is example]
        yield {
            "example": example,
            "points": points,
            "drawing": _draw_development(points, "opfundne" if example else "virkelige"),
            "better": [one for one in moves if one.now > one.then],
            "shorter": [one for one in moves if one.lost],
            "changes": own[:_MOST_CHANGES],
            "more": max(len(own) - _MOST_CHANGES, 0),
        }


def _draw_development(points: list[Point], name: str) -> Drawing | None:
    counted = [(one, one.share) for one in points if one.share is not None]
    if not counted:
        return None
    rows = [
        (f"{say_date(one.day)}, {one.n} standarder", [("", (("uddybende", share), ("ikke", 100 - share)))])
        for one, share in counted
    ]
    description = "En bjælke for hver gemt dag: hvor meget af det, loven kræver, der er beskrevet. Se tabellen."
    return draw_stacks(f"tegning-udvikling-{name}", "Hvor meget der er beskrevet, i procent", description, rows)
