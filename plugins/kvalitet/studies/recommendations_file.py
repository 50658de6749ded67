"""``undersoegelser/<area>/kl2014/`` to ``Recommendations`` with its answers; files with errors are never used."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.access import RULE, Reader, boolean, entries, parts, prose, string, strings
from kvalitet.findings import Finding, Place, Severity
from kvalitet.register import load_register
from kvalitet.studies import forms
from kvalitet.studies.answers import AnswerSheet, read_answers
from kvalitet.studies.recommendations import (
    AnswerRule,
    Cluster,
    Document,
    Indicator,
    Lines,
    Recommendation,
    Recommendations,
)
from kvalitet.studies.survey_file import STUDIES_FOLDER, whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from kvalitet.fields.value import Value

_FOLDER = "kl2014"


@lru_cache(maxsize=8)
def load_recommendations(area: str, folder: Path = STUDIES_FOLDER) -> Recommendations | None:
    """Return the recommendations of ``area`` with the answers given, read once per process; None where there are none.

    Raises ``CatalogueError`` with every fault.
    """
    below = folder / area / _FOLDER
    if not below.is_dir():
        return None
    reader = Reader(below / "anbefalinger.yml", f"undersoegelser/{area}/{_FOLDER}/anbefalinger.yml")
    made = _make_recommendations(reader.read(forms.RECOMMENDATIONS))
    sheets = tuple(_read_sheets(below / "besvarelser", made, area))
    findings = [*reader.findings, *(finding for sheet in sheets for finding in sheet.findings)]
    findings += _verify_names(made, sheets, area, reader)
    if findings:
        raise CatalogueError(findings)
    return replace(made, sheets=sheets)


def _read_sheets(folder: Path, recommendations: Recommendations, area: str) -> Iterator[AnswerSheet]:
    empty = load_catalogue(area).empty
    for path in sorted(folder.glob("*.yml")):
        name = f"undersoegelser/{area}/{_FOLDER}/besvarelser/{path.name}"
        yield read_answers(path, name, recommendations, empty, area=area)


def _make_recommendations(values: Dictionary[str, Value]) -> Recommendations:
    return Recommendations(
        documents={string(one, "id"): _make_document(one) for one, _ in entries(values, "kilder")},
        about=prose(values, "om"),
        reservations=tuple(" ".join(one.split()) for one in strings(values, "forbehold")),
        recommendations=tuple(_make_recommendation(one) for one, _ in entries(values, "anbefalinger")),
        clusters=tuple(_make_cluster(one) for one, _ in entries(values, "klynger")),
        across=tuple(
            (whole(one, "anbefaling"), prose(one, "siger"), whole(one, "linje"))
            for one, _ in entries(values, "på_tværs")
        ),
        rules=tuple(
            AnswerRule(string(one, "id"), string(one, "titel"), prose(one, "siger"), _lines(one))
            for one, _ in entries(values, "regler")
        ),
        our_line=prose(values, "vores_linje"),
    )


def _make_document(values: Dictionary[str, Value]) -> Document:
    return Document(
        id=string(values, "id"),
        title=string(values, "titel"),
        publisher=string(values, "udgiver"),
        year=string(values, "år"),
        source_text=string(values, "kildetekst"),
    )


def _make_recommendation(values: Dictionary[str, Value]) -> Recommendation:
    indicators = (
        Indicator(string(one, "nr"), string(one, "titel"), string(one, "spørger"), whole(one, "linje"))
        for one, _ in entries(values, "indikatorer")
    )
    return Recommendation(
        number=whole(values, "nr"),
        title=string(values, "titel"),
        says=prose(values, "siger"),
        municipal=boolean(values, "kommunal"),
        lines=_lines(values),
        indicators=tuple(indicators),
        requirements=strings(values, "krav"),
    )


def _make_cluster(values: Dictionary[str, Value]) -> Cluster:
    return Cluster(string(values, "navn"), strings(values, "kommuner"), strings(values, "udeblevne"), _lines(values))


def _lines(values: Dictionary[str, Value]) -> Lines:
    named = parts(values, "linje")
    return tuple((name, whole(named, name)) for name in named)


def _verify_names(
    made: Recommendations, sheets: tuple[AnswerSheet, ...], area: str, reader: Reader
) -> Iterator[Finding]:
    """Yield what is named and not there: municipalities outside the register, requirements, recommendations."""
    register, catalogue = load_register().municipalities, load_catalogue(area)
    real = {one.name for one in register.values()}
    named = {name for cluster in made.clusters for name in (*cluster.municipalities, *cluster.absent)}
    for sheet in sheets:
        named |= {name for one in sheet.municipalities for name in (one.name, *one.bought_from)}
    missing = sorted(f"municipality '{name}'" for name in named - real)
    asked = {name for one in made.recommendations for name in one.requirements}
    missing += sorted(f"requirement '{name}'" for name in asked - set(catalogue.requirements))
    numbers = {one.number for one in made.recommendations}
    missing += [f"recommendation {number}" for number, _, _ in made.across if number not in numbers]
    for what in missing:
        yield Finding(RULE, Severity.ERROR, Place(reader.file), f"There is no {what}.", hint="Correct the name.")
