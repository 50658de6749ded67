"""The national guidelines: a list with principles and words, and a page for each in three layers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.guidelines import Modality
from kvalitet.present.context import FRONT
from kvalitet.present.views import requirement_level
from kvalitet.report.words import LEVEL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.assess.coverage import Level
    from kvalitet.catalogue import Requirement
    from kvalitet.check import Assessed
    from kvalitet.guidelines import Guidance, Guideline
    from kvalitet.present.context import Area, Site
    from kvalitet.present.page import Page

LIST, LIST_TITLE = "retningslinjer/", "Retningslinjer"
STYLES = ("vejen",)


@dataclass(frozen=True, slots=True)
class Describing:
    """Who describes one requirement behind a guideline, and the counts of it, invented and real ones apart."""

    requirement: Requirement
    rows: tuple[tuple[Assessed, Level], ...]
    counts: tuple[tuple[str, tuple[tuple[Level, int], ...]], ...]


def guideline_address(one: Guideline) -> str:
    """Return the address of a guideline's page below its area's root."""
    return f"{LIST}{one.number}/"


def pages(site: Site, area: Area) -> Iterator[Page]:
    """Yield the list of the guidelines, and each of them; nothing where the area has none."""
    guidance = area.guidance
    if guidance is None:
        return
    crumbs = [*FRONT, ("Find hjælp", area.root)]
    values = {"counts": count_modalities(guidance), "styles": STYLES, **area.common}
    title = "Retningslinjer for god behandling"
    yield site.renderer.page(f"{area.root}{LIST}", "retningslinjer", title, crumbs=crumbs, crumb=LIST_TITLE, **values)
    crumbs.append((LIST_TITLE, f"{area.root}{LIST}"))
    listed = list(guidance.guidelines.values())
    for before, one, after in zip([None, *listed], listed, [*listed[1:], None], strict=False):
        yield site.renderer.page(
            f"{area.root}{guideline_address(one)}",
            "retningslinje",
            f"{one.number} {one.title}",
            guideline=one,
            neighbours=(before, after),
            describing=[describe(area.catalogue.requirements[name], area.assessed) for name in one.requirements],
            steps=guidance.steps_of_guideline(one.number),
            rights=[area.catalogue.rights[name] for name in one.rights],
            crumbs=crumbs,
            crumb=one.number,
            styles=STYLES,
            **area.common,
        )


def count_modalities(guidance: Guidance) -> list[tuple[str, int]]:
    """Return how many instructions say each word, say several, and say none."""
    counts = [(f"kun »{word}«", sum(one.modalities == (word,) for one in guidance.instructions)) for word in Modality]
    counts.append(("flere af ordene", sum(len(one.modalities) > 1 for one in guidance.instructions)))
    counts.append(("ingen af ordene", sum(not one.modalities for one in guidance.instructions)))
    return [(words, number) for words, number in counts if number]


def describe(requirement: Requirement, assessed: list[Assessed]) -> Describing:
    """Return who describes ``requirement``, by the one level it has in the matrix."""
    rows = tuple((one, requirement_level(requirement, one)) for one in assessed)
    counts = []
    for name, example in (("kommuner", False), ("opfundne kommuner", True)):
        levels = [level for one, level in rows if one.standard.example is example]
        told = tuple((level, levels.count(level)) for level in LEVEL_WORDS if level in levels)
        if told:
            counts.append((name, told))
    return Describing(requirement, rows, tuple(counts))
