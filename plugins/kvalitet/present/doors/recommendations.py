"""Recommendations to municipalities, and what they answered about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.export.files import list_sheets
from kvalitet.present.context import FRONT
from kvalitet.present.doors.matrix import TITLE as MATRIX
from kvalitet.present.national import list_tabs
from kvalitet.studies import load_recommendations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page
    from kvalitet.studies import AnswerSheet, Indicator, MunicipalAnswers, Recommendations

TITLE = "KL's anbefalinger"


@dataclass(frozen=True, slots=True)
class ByRule:
    """A buyer's answer that the rule for buyers would make a yes: told, and the answer stands."""

    buyer: MunicipalAnswers
    indicator: Indicator
    answer: str
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """One cluster's answers, with how many said yes to each question, of how many that answered it."""

    sheet: AnswerSheet
    anchor: str
    yes: dict[str, tuple[int, int]]
    by_rule: tuple[ByRule, ...]


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the page about the recommendations where the area has some."""
    made = load_recommendations(area.catalogue.area)
    if made is None:
        return
    sheets = [_view_sheet(one, made) for one in list_sheets(site.report, area.catalogue.area)]
    yield site.renderer.page(
        f"{area.root}anbefalinger/",
        "anbefalinger",
        TITLE,
        crumbs=[*FRONT, (MATRIX, f"{area.root}overblik/")],
        wide=True,
        styles=("tal",),
        tabs=list_tabs(area.catalogue.area, area.root),
        made=made,
        real=[one for one in sheets if not one.sheet.example],
        invented=[one for one in sheets if one.sheet.example and site.options.examples],
        **area.common,
    )


def _view_sheet(sheet: AnswerSheet, made: Recommendations) -> SheetView:
    yes = {}
    for number in made.indicators:
        answers = [one.replies[number].answer for one in sheet.municipalities if number in one.replies]
        yes[number] = (answers.count("ja"), len(answers))
    anchor = sheet.file.rpartition("/")[2].removesuffix(".yml")
    return SheetView(sheet, f"{anchor}-{sheet.year}", yes, tuple(_find_by_rule(sheet, made)))


def _find_by_rule(sheet: AnswerSheet, made: Recommendations) -> Iterator[ByRule]:
    """Yield where a buyer did not answer yes though a municipality it buys from did."""
    by_name = {one.name: one for one in sheet.municipalities}
    for buyer in sheet.municipalities:
        partners = [by_name[name] for name in buyer.bought_from if name in by_name]
        for number, reply in buyer.replies.items():
            saying_yes = [one.name for one in partners if number in one.replies and one.replies[number].answer == "ja"]
            if reply.answer != "ja" and saying_yes:
                yield ByRule(buyer, made.indicators[number], reply.answer, tuple(saying_yes))
