"""What the templates show of one standard: chosen, ordered and put in words here, laid out there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import COUNTED, Coverage, Level
from kvalitet.fields.model import GROUPS
from kvalitet.present.text import render_text, running_text
from kvalitet.present.words import capitalize_first
from kvalitet.readability import Readability, measure
from kvalitet.standard.files import SHARED_FOLDER
from kvalitet.standard.lookup import trace_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from kvalitet.catalogue import Requirement
    from kvalitet.catalogue.model import Demand, Item
    from kvalitet.check import Assessed
    from kvalitet.fields import Value
    from kvalitet.standard.model import Standard

_TEXT, _PLAIN_WORDS = "tekst", "pixie"


@dataclass(frozen=True, slots=True)
class Row:
    """One field with what stands in it, on the whole standard's page; ``rows`` are the fields below it."""

    anchor: str
    title: str
    value: Value
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One requirement of the whole standard: its texts and fields, where they come from, what covers it.

    ``words`` are the municipality's own plain ones.
    """

    requirement: Requirement
    item: Item | None
    words: tuple[Markup, ...]
    rows: tuple[Row, ...]
    covered_by: Value | None
    inherited_from: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that carries a level.

    ``address`` and ``source``: where the words and the file's line are shown, below the area's municipalities; "" where
    no page shows them.
    """

    title: str
    address: str
    file: str
    line: int
    source: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One criterion of the law check."""

    coverage: Coverage
    evidence: tuple[Evidence, ...]
    demand: Demand | None
    remark: Markup | None
    newer: bool


def requirement_level(requirement: Requirement, assessed: Assessed) -> Level:
    """Return the one level a requirement has in the matrix.

    By its *lov* criteria where the edition has such (a requirement is met when they all are described),
    else by all it is asked for: *ikke* only if nothing is described.
    """
    edition = assessed.edition
    by_law = [one for one in requirement.criteria if edition.demands_by_law(one.id)]
    asked = by_law or [one for one in requirement.criteria if one.id in edition.demands]
    levels = [assessed.coverage[one.id].level for one in asked]
    counted = [level for level in levels if level in COUNTED]
    if not counted:
        return Level.IRRELEVANT if Level.IRRELEVANT in levels else Level.UNASSESSED
    gone = [level is Level.NOT for level in counted]
    if any(gone) if by_law else all(gone):
        return Level.NOT
    return Level.THOROUGH if all(level is Level.THOROUGH for level in counted) else Level.BRIEF


def view_sections(assessed: Assessed) -> list[SectionView]:
    """Return the whole standard by requirement, those the edition numbers first."""
    return [_view_section(one, assessed) for one in assessed.standard.catalogue.requirements.values()]


def view_document(assessed: Assessed) -> list[Row]:
    """Return what the standard says of itself: the top-level fields that belong to no requirement."""
    catalogue = assessed.standard.catalogue
    owned = {key for one in catalogue.requirements.values() for key in one.sections}
    return [
        _view_row(value)
        for key, value in assessed.standard.values.items()
        if key not in owned and value.filled and not value.field.technical
    ]


def _view_section(requirement: Requirement, assessed: Assessed) -> SectionView:
    standard = assessed.standard
    values = [standard.values[key] for key in requirement.sections if key in standard.values]
    rows = [_view_row(value) for value in values if value.filled]
    covering = next((standard.covered[key][0] for key in requirement.sections if key in standard.covered), None)
    sources = [str(standard.via[key][0].content) for key in requirement.sections if key in standard.via]
    return SectionView(
        requirement=requirement,
        item=assessed.edition.item_of(requirement.id),
        words=tuple(render_text(str(one.content)) for one in plain_words(requirement, standard)),
        rows=tuple(rows),
        covered_by=covering,
        inherited_from=sources[0] if sources else "",
    )


def plain_words(requirement: Requirement, standard: Standard) -> list[Value]:
    """Return what the municipality has written in plain words in the sections of ``requirement``."""
    found = (trace.value for key in requirement.sections for trace in trace_path(standard, (key, _PLAIN_WORDS)))
    return [value for value in found if value.filled]


def _view_row(value: Value, name: str = "") -> Row:
    return Row(
        anchor_of(value.path),
        name or capitalize_first(value.field.title or value.field.key),
        value,
        tuple(_rows_below(value)),
    )


def _rows_below(value: Value) -> Iterator[Row]:
    if isinstance(value.content, list):
        for number, one in enumerate(value.content, 1):
            if one.filled:
                yield _view_row(one, _entry_name(str(number), one))
    elif isinstance(value.content, dict):
        fixed = value.field.kind in GROUPS
        for key, one in value.content.items():
            if one.filled and key != _PLAIN_WORDS:
                yield _view_row(one, "" if fixed else _entry_name(key, one))


def _entry_name(key: str, entry: Value) -> str:
    """Return what to call an entry: its label as the author wrote it, else its number or what its kind is called."""
    if not isinstance(entry.content, dict):
        return ""
    return entry.label or (f"Nr. {key}" if key.isdigit() else capitalize_first(entry.field.title or key))


def measure_adopted(standard: Standard) -> Readability:
    """Return how hard the adopted text is to read, what is inherited among it: its paragraphs, without lists."""
    leaves = (leaf for value in standard.values.values() for leaf in value.leaves())
    texts = (str(one.content) for one in leaves if one.field.key == _TEXT and one.filled)
    return measure(running_text(one) for one in texts)


def view_criteria(requirement: Requirement, assessed: Assessed) -> list[CriterionView]:
    """Return the criteria of ``requirement`` with level, demand and the municipality's remark."""
    remarks = assessed.standard.value("bemærkninger")
    views = []
    for criterion in requirement.criteria:
        remark = remarks.get(criterion.id) if remarks is not None else None
        views.append(
            CriterionView(
                coverage=assessed.coverage[criterion.id],
                evidence=tuple(view_evidence(one, assessed) for one in assessed.coverage[criterion.id].evidence),
                demand=assessed.edition.demands.get(criterion.id),
                remark=render_text(str(remark.content)) if remark is not None and remark.filled else None,
                newer=criterion.id in assessed.newer,
            )
        )
    return views


def view_evidence(value: Value, assessed: Assessed) -> Evidence:
    """Return where one value that carries a level can be read.

    What was inherited stands on the municipality's own page; what it refers to elsewhere, on the partner's.
    """
    standard = assessed.standard
    root = standard.values.get(re.split(r"[.\[]", value.path)[0])
    home = PurePosixPath(value.file)
    slug = standard.slug if root is not None and root.file == value.file else home.stem
    title = value.field.title or value.field.key or value.path
    shared = home.parent.name == SHARED_FOLDER  # a shared text has no page of its own
    address = f"{slug}/standard/#{anchor_of(value.path)}" if slug == standard.slug or not shared else ""
    source = "" if shared else f"{home.stem}/standard/fil/#linje-{value.line}"
    return Evidence(title, address, value.file, value.line, source)


def anchor_of(path: str) -> str:
    """Return the anchor of a value on the whole standard's page: ``tilbud[0].sted`` → ``tilbud-0-sted``."""
    return path.replace("[", "-").replace("]", "").replace(".", "-").replace(" ", "-")
