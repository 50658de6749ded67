"""All checks against the source texts, one line each; run by ``kildetjek.py`` inside the environment."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _kildetjek import read_source
from _kildetjek_kl import PARTS, check_recommendations, read_answers
from _kildetjek_retningslinjer import check_guidelines
from _kildetjek_sfi import check_survey, read_tables
from kvalitet.studies import load_recommendations, load_survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from _kildetjek import Outcome

AREA = "stofmisbrug"
FIGURES = Path(__file__).resolve().parent.parent / "tests" / "studies" / "kildetal.json"
# Every check of a source; a new source joins by one line.
CHECKS: tuple[Callable[[Path], list[Outcome]], ...] = (check_survey, check_recommendations, check_guidelines)


def run_checks(folder: Path) -> int:
    """Print what each check found, and return 1 if anything does not fit."""
    faults = 0
    for check in CHECKS:
        for one in check(folder):
            faults += len(one.faults)
            print(
                f"{'FEJL' if one.faults else 'ok':>4}  {one.title}: {one.compared} compared, {len(one.faults)} differ"
            )
            for line in (*one.faults, *one.notes):
                print(f"      {line}")
    return int(faults > 0)


def read_figures(folder: Path) -> dict[str, Any]:
    """Return the figures of the sources with document and line, read from the texts alone."""
    survey, made = load_survey(AREA), load_recommendations(AREA)
    assert survey is not None  # noqa: S101 - this project has both
    assert made is not None  # noqa: S101 - as above
    tables = read_tables(read_source(folder, survey.source_text))
    west = made.documents["vest"].source_text
    lines = read_source(folder, west)
    middle = next(at for at, line in enumerate(lines) if PARTS in line)
    answers = read_answers(lines[middle:])
    wanted = [*(table.number for table in survey.contents), *(table.number for table in survey.tables)]
    return {
        survey.source_text: {name: {str(line): numbers for line, numbers in tables[name].rows} for name in wanted},
        west: [[number, name, answer] for (number, name), answer in answers.items()],
    }


def main() -> int:
    """Check, or write the figures for the tests."""
    folder = Path(sys.argv[1])
    if "--gem" in sys.argv[2:]:
        text = json.dumps(read_figures(folder), ensure_ascii=False, separators=(", ", ": "))
        FIGURES.write_text(text.replace('}, "', '},\n "').replace("], [", "],\n  [") + "\n", encoding="utf-8")
        print(f"{FIGURES.name} is written.")
    return run_checks(folder)


if __name__ == "__main__":
    sys.exit(main())
