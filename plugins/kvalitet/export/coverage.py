"""``daekning.json``: who describes what, how far, on a given day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kvalitet.assess.coverage import Level, tally_levels
from kvalitet.standard.status import IN_FORCE, OVERDUE, UNREADABLE, revision_due, status_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.check import Assessed, Report
    from kvalitet.standard.typed_file import TypedFile

ADOPTED = frozenset({IN_FORCE, OVERDUE})
"""The states whose standards count: what the council has adopted and not replaced."""


def coverage_record(report: Report, catalogue: Catalogue) -> dict[str, Any]:
    """Return the contracted record of one area: criteria, municipalities with levels, and the shares.

    Shares are counted for real and invented municipalities apart, never summed; ``n`` leaves out standards
    that are not adopted, files that cannot be read, and levels 'ikke relevant' and 'ikke vurderet'.
    """
    assessed = [one for one in report.assessed if one.standard.catalogue.area == catalogue.area]
    rows = [_municipality(one, report.day) for one in assessed]
    rows += [_unreadable(one) for one in report.collection.unreadable if not one.shared]
    edition = catalogue.edition_on(report.day)
    return {
        "område": catalogue.area,
        "dato": report.day.isoformat(),
        "kriterier": [
            {
                "id": one.id,
                "krav": one.requirement,
                "styrke": str(edition.demands[one.id].force) if one.id in edition.demands else None,
                "titel": one.title,
            }
            for one in catalogue.criteria.values()
        ],
        "kommuner": sorted(rows, key=lambda row: str(row["slug"])),
        "landet": {
            "virkelig": _shares(rows, catalogue, example=False),
            "eksempel": _shares(rows, catalogue, example=True),
        },
    }


def dump_record(record: dict[str, Any] | list[dict[str, Any]]) -> str:
    """Return the record as JSON text: readable, stable, UTF-8, one final newline."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _municipality(one: Assessed, day: date) -> dict[str, Any]:
    standard, cited = one.standard, one.standard.cited
    due = revision_due(standard, one.edition)
    return {
        "slug": standard.slug,
        "navn": standard.name,
        "eksempel": standard.example,
        "tilstand": status_on(standard, one.edition, day),
        "henviser_til": cited.edition if cited is not None else None,
        "målt_efter": one.edition.edition,
        "vedtaget": standard.adopted.isoformat() if standard.adopted is not None else None,
        "revideres_senest": due.isoformat() if due is not None else None,
        "dækning": {name: str(coverage.level) for name, coverage in one.coverage.items()},
    }


def _unreadable(typed: TypedFile) -> dict[str, Any]:
    """Nothing is known of a broken file but its name: not even whether the municipality is invented."""
    return {
        "slug": typed.slug,
        "navn": typed.slug,
        "eksempel": None,
        "tilstand": UNREADABLE,
        "henviser_til": None,
        "målt_efter": None,
        "vedtaget": None,
        "revideres_senest": None,
        "dækning": {},
    }


def _shares(rows: Iterable[dict[str, Any]], catalogue: Catalogue, *, example: bool) -> list[dict[str, Any]]:
    counted = [row for row in rows if row["tilstand"] in ADOPTED and row["eksempel"] is example]
    if not counted:
        return []
    shares = []
    for name in catalogue.criteria:
        count = tally_levels(Level(row["dækning"][name]) for row in counted)
        told = {str(level): number for level, number in count.items()}
        shares.append({"kriterium": name, "n": sum(count.values()), **told})
    return shares
