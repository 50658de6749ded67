"""What each data file is and what its fields mean: said once, for the page about the data and for the data package.

A new data file gets its note here; a test holds that none is without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import COUNTED, Level

if TYPE_CHECKING:
    from kvalitet.export.tables import Table

Meaning = tuple[str, str, str]
"""A field: its name, its type, and what it holds."""


@dataclass(frozen=True, slots=True)
class FileNote:
    """A data file in a few words. ``records``: it is JSON, a list of objects with these fields."""

    name: str
    title: str
    fields: tuple[Meaning, ...] = ()
    source: str = ""
    records: bool = False


_LEVELS: tuple[Meaning, ...] = tuple(
    (str(level), "integer", f"procent, der er {level} beskrevet") for level in Level if level in COUNTED
)
_ANSWER: tuple[Meaning, ...] = (
    ("indikator", "string", "spørgsmålets nummer"),
    ("kommune", "string", "kommunens navn"),
    ("svar", "string", "ja, nej, delvis eller ved ikke, som kommunen svarede"),
)
_COVERAGE: tuple[Meaning, ...] = (
    ("område", "string", "serviceområdet"),
    ("dato", "date", "den dag, der er målt på"),
    ("kriterier", "array", "id, krav, styrke (lov, vejledning eller anbefaling) og titel"),
    ("kommuner", "array", "en kommune i hver, med felterne fra daekning.csv og dækningen for hvert kriterium"),
    ("dækning", "object", "ikke, kort, uddybende, ikke relevant eller ikke vurderet"),
    ("landet", "object", "antal for hvert kriterium, virkelige og opfundne hver for sig"),
    ("n", "integer", "vedtagne standarder, hvor kriteriet er vurderet og relevant"),
)
_RECORDS: tuple[tuple[str, str, tuple[Meaning, ...]], ...] = (
    (
        "sfi2009.json",
        "SFI's tabel 5.2 til 5.10 fra 2009, som de er trykt",
        (
            ("tabel", "string", "tabellens nummer i rapporten"),
            ("kriterium", "string", "kriteriets id her på siden"),
            *_LEVELS,
            ("n", "integer", "antal standarder, som rapporten nævner"),
        ),
    ),
    (
        "sfi2009-baggrund.json",
        "Andre tabeller fra samme rapport, celle for celle",
        (
            ("tabel", "string", "tabellens nummer i rapporten"),
            ("emne", "string", "hvad tabellen handler om, med vores ord"),
            ("række", "string", "rækkens navn, med vores ord"),
            ("spalte", "string", "spaltens navn"),
            ("tal", "integer", "det trykte tal"),
            ("n", "integer", "hvor mange der har svaret"),
        ),
    ),
    ("kl2014.json", "Klynge Vests svar på KL's anbefalinger i 2014", _ANSWER),
    (
        "anbefalinger.json",
        "Svar på KL's anbefalinger fra alle klynger og år",
        (
            ("klynge", "string", "klyngens navn"),
            ("år", "integer", "året, der er svaret i"),
            ("eksempel", "boolean", "om klyngen er opfundet"),
            *_ANSWER,
        ),
    ),
)


def describe_files(table: Table, sources: dict[str, str], *, spreadsheet: bool) -> list[FileNote]:
    """Return a note on each file of an area; ``sources`` are the titles of the studies there are, by file name."""
    own = tuple((column.name, column.kind, column.meaning) for column in table.columns if not column.is_criterion)
    levels = ("kriteriernes id'er", "string", "en spalte for hvert kriterium: hvor udførligt det er beskrevet")
    notes = [
        FileNote("daekning.json", "Hvem der beskriver hvad, med kriterier og antal for landet", _COVERAGE),
        FileNote("daekning.csv", "Det samme som tabel, til programmer", (*own, levels)),
        FileNote("daekning-excel.csv", "Det samme til et dansk Excel: semikolon, titler, ja og nej"),
    ]
    if spreadsheet:
        notes.append(FileNote("daekning.xlsx", "Det samme som regneark: dækning, kriterier, landet og forklaring"))
    notes += [
        FileNote(name, title, fields, sources[name], records=True)
        for name, title, fields in _RECORDS
        if name in sources
    ]
    return [*notes, FileNote("datapackage.json", "Alle felter beskrevet for maskiner (Frictionless Data Package)")]
