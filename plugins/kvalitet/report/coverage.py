"""What one standard describes and how far, criterion by criterion, for a person at a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import DESCRIBED, Level
from kvalitet.report.screen import WIDTH
from kvalitet.report.words import FORCE_WORDS, LEVEL_SYMBOLS, LEVEL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.assess import Coverage
    from kvalitet.check import Assessed
    from kvalitet.report.screen import Screen


def write_coverage(assessed: Assessed, screen: Screen) -> Iterator[str]:
    """Yield the lines of one standard, ending with a blank one."""
    standard, edition = assessed.standard, assessed.edition
    yield screen.style(f"{standard.name}: hvad standarden beskriver, målt efter {edition.short_title}", bold=True)
    for requirement in standard.catalogue.requirements.values():
        item = edition.item_of(requirement.id)
        number = f"{item.number:>2}" if item is not None else " –"
        yield f"  {number}  {requirement.title}"
        for criterion in requirement.criteria:
            demand = edition.demands.get(criterion.id)
            force = FORCE_WORDS[demand.force] if demand is not None else "kræves ikke"
            yield from _criterion_lines(assessed.coverage[criterion.id], force, standard.file)
    levels = [coverage.level for coverage in assessed.coverage.values()]
    counts = ", ".join(f"{levels.count(level)} {LEVEL_WORDS[level]}" for level in Level if level in levels)
    yield f"  I alt {len(levels)} kriterier: {counts}."
    yield ""


def _criterion_lines(coverage: Coverage, force: str, file: str) -> Iterator[str]:
    level = coverage.level
    yield f"      {LEVEL_SYMBOLS[level]} {LEVEL_WORDS[level]:<20} {coverage.criterion.title} ({force})"
    why = []
    if coverage.evidence:
        why.append(f"fordi: {_places(coverage, file)}")
    if coverage.missing:
        words = "; ".join(one.words for one in coverage.missing)
        step = "uddybende kræver også" if level in DESCRIBED else "mangler"
        why.append(f"{step}: {words}")
    for reason in why:
        yield from textwrap.wrap(reason, WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 12)


def _places(coverage: Coverage, file: str) -> str:
    """Return the lines that carry the level, those of another file with its name."""
    lines: dict[str, list[int]] = {}
    for value in coverage.evidence:
        lines.setdefault(value.file, []).append(value.line)
    parts = []
    for name, numbers in lines.items():
        unique = sorted(set(numbers))
        word = "linje" if len(unique) == 1 else "linjerne"
        where = "" if name == file else f" i {name}"
        parts.append(f"{word} {', '.join(map(str, unique))}{where}")
    return "; ".join(parts)
