"""What the national pages show: the study's shares beside those of today, real and invented municipalities apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kvalitet.export import ADOPTED, coverage_record
from kvalitet.present.drawings import Drawing, draw_stacks
from kvalitet.register import load_register
from kvalitet.shares import round_share
from kvalitet.standard.status import UNREADABLE, revision_due, status_on
from kvalitet.studies import load_recommendations, load_survey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kvalitet.catalogue import Catalogue, Criterion
    from kvalitet.catalogue.model import Demand
    from kvalitet.check import Assessed, Report
    from kvalitet.studies import PrintedRow, Survey
    from kvalitet.studies.survey import ContentTable

MOST_HOLES = 10
_SOON = timedelta(days=183)
_GROUPS = (("virkelig", False), ("eksempel", True))
WITHOUT = "uden standard her"


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of ``n`` do not, briefly and thoroughly describe something, in whole per cent."""

    n: int
    absent: int
    brief: int
    thorough: int
    described: int

    @property
    def pieces(self) -> tuple[tuple[str, int], ...]:
        """The three shares with the classes they are drawn by, the most described first."""
        return ("uddybende", self.thorough), ("kort", self.brief), ("ikke", self.absent)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One criterion then and now; ``now`` is None where nothing counts."""

    criterion: Criterion
    printed: PrintedRow
    then: Shares
    now: Shares | None

    @property
    def difference(self) -> int | None:
        """How many percentage points more describe it now."""
        return self.now.described - self.then.described if self.now is not None else None


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """One of the study's tables beside today's figures, with its drawing."""

    number: str
    title: str
    rows: tuple[Comparison, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Hole:
    """A criterion that many do not describe; ``then`` is the study's share, None where it did not ask."""

    criterion: Criterion
    demand: Demand | None
    shares: Shares
    then: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """A standard that must be gone through again: on ``day``, which has passed where ``overdue``."""

    assessed: Assessed
    day: date
    overdue: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Real or invented municipalities, never both. ``states``: how many standards are in which state."""

    id: str
    example: bool
    n: int
    states: Mapping[str, int]
    tables: tuple[ComparedTable, ...]
    holes: tuple[Hole, ...]
    due: tuple[Due, ...]


def list_tabs(area: str, root: str) -> list[tuple[str, str]]:
    """Return the pages with figures that an area has, as (name, address): some need a study, some recommendations."""
    tabs = [("Kommune for kommune", "overblik/")]
    if load_survey(area) is not None:
        tabs += [("Landet", "landet/"), ("2009", "landet/2009/")]
    tabs.append(("Udvikling", "udvikling/"))
    if load_recommendations(area) is not None:
        tabs.append(("Anbefalinger", "anbefalinger/"))
    return [(name, f"{root}{address}") for name, address in tabs]


def view_groups(report: Report, catalogue: Catalogue, survey: Survey, *, examples: bool) -> list[Group]:
    """Return the real municipalities first, then the invented ones where they are to be shown."""
    viewer = _Viewer(report, catalogue, survey)
    groups = [viewer.view(name, example=example) for name, example in _GROUPS]
    return [one for one in groups if not one.example or (examples and one.states)]


def compare_print(catalogue: Catalogue, survey: Survey) -> tuple[ComparedTable, ...]:
    """Return the study's tables alone."""
    return tuple(_compare(table, {}, catalogue, "trykt") for table in survey.contents)


def printed_holes(catalogue: Catalogue, survey: Survey) -> list[tuple[Criterion, PrintedRow]]:
    """Return what most standards of the study did not describe, the most first."""
    rows = sorted(survey.rows.values(), key=lambda row: -row.absent)
    return [(catalogue.criteria[row.criterion], row) for row in rows[:MOST_HOLES]]


class _Viewer:
    """Looks at one report, group by group."""

    def __init__(self, report: Report, catalogue: Catalogue, survey: Survey) -> None:
        self.report = report
        self.catalogue = catalogue
        self.survey = survey
        self.record = coverage_record(report, catalogue)

    def view(self, name: str, *, example: bool) -> Group:
        """Return the real or the invented municipalities."""
        counts = self.record["landet"][name]
        now = {one["kriterium"]: shares for one in counts if (shares := _shares(one)) is not None}
        states = _count_states(self.record, example=example)
        return Group(
            id=name,
            example=example,
            n=sum(count for state, count in states.items() if state in ADOPTED),
            states=states,
            tables=tuple(_compare(table, now, self.catalogue, name) for table in self.survey.contents),
            holes=tuple(_find_holes(now, self.catalogue, self.survey, self.report.day)),
            due=tuple(_find_due(self.report, self.catalogue, example=example)),
        )


def _count_states(record: dict[str, Any], *, example: bool) -> dict[str, int]:
    """Count the standards by state. A broken file's name alone is known: it counts as real if the register has it."""
    real = load_register().municipalities
    rows = record["kommuner"]
    own = [one for one in rows if one["eksempel"] is example]
    broken = [one for one in rows if one["tilstand"] == UNREADABLE and (one["slug"] not in real) is example]
    states = dict(sorted(Counter(one["tilstand"] for one in (*own, *broken)).items()))
    if not example:
        told = {one["slug"] for one in (*own, *broken)}
        states[WITHOUT] = sum(slug not in told for slug in real)
    return states


def _shares(counts: dict[str, Any]) -> Shares | None:
    n = counts["n"]
    if not n:
        return None
    absent, brief, thorough = (round_share(counts[level], n) or 0 for level in ("ikke", "kort", "uddybende"))
    return Shares(n, absent, brief, thorough, round_share(counts["kort"] + counts["uddybende"], n) or 0)


def _compare(table: ContentTable, now: Mapping[str, Shares], catalogue: Catalogue, name: str) -> ComparedTable:
    rows = tuple(
        Comparison(
            catalogue.criteria[row.criterion],
            row,
            Shares(row.n, row.absent, row.brief, row.thorough, row.described),
            now.get(row.criterion),
        )
        for row in table.rows
    )
    label = "opfundne" if name == "eksempel" else "nu"
    bars = [
        (row.criterion.title, [("2009", row.then.pieces), *([(label, row.now.pieces)] if row.now is not None else [])])
        for row in rows
    ]
    each = f"to bjælker: 2009 og {label}" if any(row.now is not None for row in rows) else "en bjælke"
    description = (
        f"Hvert kriterium har {each}. En bjælke er delt i uddybende, "
        "kort og ikke beskrevet, i procent. De samme tal står i tabellen nedenunder."
    )
    drawing = draw_stacks(f"tegning-{name}-{table.number.replace('.', '-')}", table.title, description, bars)
    return ComparedTable(table.number, table.title, rows, drawing)


def _find_holes(now: Mapping[str, Shares], catalogue: Catalogue, survey: Survey, day: date) -> list[Hole]:
    """Return what most do not describe: the law's demands first among equals."""
    demands = catalogue.edition_on(day).demands
    holes = [
        Hole(
            catalogue.criteria[name],
            demands.get(name),
            shares,
            survey.rows[name].absent if name in survey.rows else None,
        )
        for name, shares in now.items()
        if shares.absent
    ]
    holes.sort(key=lambda one: (-one.shares.absent, -one.demand.force.weight if one.demand else 1))
    return holes[:MOST_HOLES]


def _find_due(report: Report, catalogue: Catalogue, *, example: bool) -> list[Due]:
    found = []
    for one in report.assessed:
        standard = one.standard
        due = revision_due(standard, one.edition)
        adopted = status_on(standard, one.edition, report.day) in ADOPTED
        if standard.catalogue.area != catalogue.area or standard.example is not example or due is None or not adopted:
            continue
        if due < report.day + _SOON:
            found.append(Due(one, due, due < report.day))
    return sorted(found, key=lambda due: (due.day, due.assessed.standard.slug))
