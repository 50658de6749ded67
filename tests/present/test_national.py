"""The national picture: what counts and what does not, then beside now, and 2009's 53 standards made again."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tests.present.realise import AREA, NEAREST, N, write_standards

from kvalitet.catalogue import load_catalogue
from kvalitet.check import Report, run_check
from kvalitet.export import coverage_record
from kvalitet.findings import Severity
from kvalitet.present import SiteOptions, make_pages
from kvalitet.present.drawings import draw_stacks
from kvalitet.present.national import WITHOUT, Group, view_groups
from kvalitet.studies import Survey, load_survey

if TYPE_CHECKING:
    from tests.conftest import Desk

DAY = dt.date(2026, 11, 22)
ADOPTED = "godkendt: {af: Byrådet, dato: 2026-01-01}\nopgaver:\n  tekst: Vi giver samtaler og råd.\n"


def survey() -> Survey:
    found = load_survey(AREA)
    assert found is not None
    return found


def groups(report: Report, *, examples: bool = True) -> dict[str, Group]:
    found = view_groups(report, load_catalogue(AREA), survey(), examples=examples)
    return {one.id: one for one in found}


def row_of(group: Group, criterion: str) -> tuple[int, ...] | None:
    rows = [row for table in group.tables for row in table.rows if row.criterion.id == criterion]
    assert len(rows) == 1
    now = rows[0].now
    return (now.n, now.absent, now.brief, now.thorough) if now is not None else None


def page(report: Report, address: str, *, examples: bool = True) -> str:
    pages = make_pages(report, [load_catalogue(AREA)], SiteOptions(examples=examples))
    return next(one.body for one in pages if one.address == address)


class Tables(HTMLParser):
    """Reads the rows of each table inside a section with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self._section = ""
        self._cell: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._section = dict(attrs).get("id") or ""
        elif tag == "tr":
            self.tables.setdefault(self._section, []).append([])
        elif tag in {"td", "th"}:
            self._cell = []

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self._cell is not None:
            self.tables[self._section][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None
        elif tag == "section":
            self._section = ""


# --- who counts


def test_each_municipality_appears_as_what_it_is_and_only_adopted_ones_count(desk: Desk) -> None:
    real = "eksempel: nej\n"
    desk.add(f"{real}{ADOPTED}", name="Aarhus", stem="aarhus")
    desk.add(f"{real}godkendt: {{af: Byrådet, dato: 2020-01-01}}\n", name="Odense", stem="odense")
    desk.add(f"{real}tilstand: udkast\n{ADOPTED}", name="Esbjerg", stem="esbjerg")
    desk.add(f"{real}tilstand: i høring\n{ADOPTED}", name="Vejle", stem="vejle")
    desk.add(f"{real}tilstand: afløst\n{ADOPTED}", name="Viborg", stem="viborg")
    (desk.folder / "randers.yml").write_text("a: [", encoding="utf-8")
    (desk.folder / "opfundetby.yml").write_text("a: [", encoding="utf-8")
    desk.add(ADOPTED)
    report = desk.check()
    found = groups(report)
    assert found["virkelig"].states == {
        "gældende": 1,
        "forfalden": 1,
        "udkast": 1,
        "i høring": 1,
        "afløst": 1,
        "kan ikke læses": 1,
        WITHOUT: 98 - 6,
    }
    assert found["virkelig"].n == 2
    assert row_of(found["virkelig"], "opgaver") == (2, 50, 50, 0)
    assert found["eksempel"].states == {"gældende": 1, "kan ikke læses": 1}
    assert row_of(found["eksempel"], "opgaver") == (1, 0, 100, 0)
    html = page(report, f"{AREA}/landet/")
    told = {row[0]: row[1:] for row in Tables(html).tables[""]}
    assert told["forfalden"] == ["1", "0", "ja"]
    assert told["udkast"] == ["1", "0", "nej"]
    assert told["kan ikke læses"] == ["1", "1", "nej"]
    assert told["uden standard her"] == ["92", "–", "nej"]


def test_what_is_irrelevant_leaves_its_row_with_fewer(desk: Desk) -> None:
    desk.add(ADOPTED)
    irrelevant = "ikke_relevant:\n  - {kriterium: intensitet-ambulant, fordi: Vi har kun dagbehandling.}\n"
    desk.add(f"{ADOPTED}{irrelevant}", name="Kunby", stem="kunby")
    group = groups(desk.check())["eksempel"]
    assert row_of(group, "intensitet-ambulant") == (1, 100, 0, 0)
    assert row_of(group, "opgaver") == (2, 0, 100, 0)


def test_a_criterion_nobody_is_assessed_on_has_nothing_to_count(desk: Desk) -> None:
    irrelevant = "ikke_relevant:\n  - {kriterium: intensitet-ambulant, fordi: Vi har kun dagbehandling.}\n"
    desk.add(f"{ADOPTED}{irrelevant}")
    report = desk.check()
    assert row_of(groups(report)["eksempel"], "intensitet-ambulant") is None
    rows = Tables(page(report, f"{AREA}/landet/")).tables["opfundne-tabel-5-10"]
    assert next(row for row in rows if row[0].startswith("Mindste intensitet i ambulant"))[4:] == [
        "ingen at tælle",
        "0",
        "–",
    ]


def test_invented_ones_are_left_out_where_the_site_leaves_them_out(desk: Desk) -> None:
    desk.add(ADOPTED)
    report = desk.check()
    assert set(groups(report, examples=False)) == {"virkelig"}
    html = page(report, f"{AREA}/landet/", examples=False)
    assert 'id="opfundne"' not in html
    assert "Prøveby" not in html
    assert "opfundet)" not in html


def test_without_real_standards_the_print_stands_alone_and_the_invented_are_marked(desk: Desk) -> None:
    desk.add(ADOPTED)
    html = page(desk.check(), f"{AREA}/landet/")
    assert "Der er endnu ingen vedtagne standarder fra virkelige kommuner her." in html
    before, _, after = html.partition('<h2 id="opfundne">')
    assert "Nu, opfundne" not in before
    assert "Nu, virkelige" not in html
    assert after.index("kv-example") < after.index("Nu, opfundne"), "the warning comes before the figures"


def test_with_real_standards_they_stand_beside_the_print_and_apart_from_the_invented(desk: Desk) -> None:
    desk.add(ADOPTED)
    desk.add(f"eksempel: nej\n{ADOPTED}", name="Aarhus", stem="aarhus")
    html = page(desk.check(), f"{AREA}/landet/")
    before, _, after = html.partition('<h2 id="opfundne">')
    assert "Nu, virkelige" in before
    assert "Nu, virkelige" not in after
    rows = {row[0]: row[1:] for row in Tables(before).tables["tabel-5-2"]}
    # printed 2, 57, 42; one of one briefly; 100 described now, 98 then
    assert rows["Opgaver på området"] == ["2", "57", "42", "0", "100", "0", "1", "+2"]


def test_holes_are_the_most_first_and_what_the_law_asks_for_first_among_equals(desk: Desk) -> None:
    desk.add(ADOPTED)
    holes = groups(desk.check())["eksempel"].holes
    assert [one.shares.absent for one in holes] == [100] * len(holes)
    forces = [str(one.demand.force) if one.demand else "" for one in holes]
    assert forces == sorted(forces, key=["lov", "vejledning", "anbefaling", ""].index)
    assert "opgaver" not in {one.criterion.id for one in holes}


def test_due_are_those_of_the_next_half_year_and_the_overdue_ones(desk: Desk) -> None:
    for name, day in (("Aby", "2024-06-01"), ("Bby", "2025-03-01"), ("Cby", "2026-03-01"), ("Dby", "2024-11-22")):
        desk.add(f"godkendt: {{af: Byrådet, dato: {day}}}\n", name=name, stem=name.lower())
    desk.add("tilstand: udkast\ngodkendt: {af: Byrådet, dato: 2020-01-01}\n", name="Eby", stem="eby")
    due = groups(desk.check())["eksempel"].due
    assert [(one.assessed.standard.name, one.overdue) for one in due] == [("Aby", True), ("Dby", False), ("Bby", False)]


# --- the 53 of 2009, made again


@pytest.fixture(scope="module")
def realised(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the check's report on 53 standards that describe as much as the study's 53 did."""
    folder = tmp_path_factory.mktemp("2009")
    write_standards(folder)
    return run_check([folder], DAY)


def test_the_53_standards_are_read_without_an_error(realised: Report) -> None:
    assert len(realised.assessed) == N
    assert [one.message for one in realised.findings if one.severity is Severity.ERROR] == []


def test_the_export_counts_what_the_print_says(realised: Report) -> None:
    counted = {one["kriterium"]: one for one in coverage_record(realised, load_catalogue(AREA))["landet"]["eksempel"]}
    for row in survey().rows.values():
        one = counted[row.criterion]
        assert one["n"] == N
        assert (one["ikke"], one["kort"], one["uddybende"]) == (row.counts or NEAREST[row.criterion])


def test_the_page_prints_31_rows_as_2009_did_and_three_as_53_standards_must(realised: Report) -> None:
    tables = Tables(page(realised, f"{AREA}/landet/")).tables
    differing = {}
    compared = 0
    for number in range(2, 11):
        for name, *cells in tables[f"opfundne-tabel-5-{number}"]:
            if len(cells) == 8 and cells[0].isdigit():
                compared += 1
                assert cells[6] == str(N)
                if cells[:3] != cells[3:6]:
                    differing[re.sub(r" note.*", "", name)] = (cells[:3], cells[3:6])
    assert compared == 34
    # 31 of 53 is 58.49; the print has rounded it twice. 56, 19, 25 needs another base than 53.
    assert differing == {
        "Målgruppe": (["2", "59", "40"], ["2", "58", "40"]),
        "Personalets faglige kvalifikationer": (["19", "59", "23"], ["19", "58", "23"]),
        "Klage over brugerinddragelse": (["56", "19", "25"], ["57", "19", "25"]),
    }


def test_the_rows_that_53_cannot_give_are_those_with_a_note(realised: Report) -> None:
    html = page(realised, f"{AREA}/landet/")
    noted = {row.criterion for row in survey().rows.values() if row.note is not None}
    assert noted == set(NEAREST)
    for row in survey().rows.values():
        if row.note is not None:
            assert f'id="note-{row.note.id}"' in html


# --- drawings


def test_each_drawing_has_a_name_a_description_and_its_numbers_in_the_table_beside_it(realised: Report) -> None:
    html = page(realised, f"{AREA}/landet/")
    sections = re.findall(r'<section class="kv-printed".*?</section>', html, re.DOTALL)
    assert len(sections) == 18, "nine tables printed, nine shown with the invented"
    for section in sections:
        (drawing,) = re.findall(r"<svg.*?</svg>", section, re.DOTALL)
        named = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', drawing)
        assert named is not None
        assert f'<title id="{named[1]}">' in drawing
        assert f'<desc id="{named[2]}">' in drawing
        drawn = set(re.findall(r'<text class="kv-drawn-number[^>]*>(\d+)</text>', drawing))
        (rows,) = Tables(section).tables.values()
        assert drawn <= {cell for row in rows for cell in row}
        assert drawn


def test_a_bar_is_whole_whatever_its_rounded_shares_add_up_to() -> None:
    shares = [("uddybende", 34), ("kort", 34), ("ikke", 34)]
    drawing = draw_stacks("x", "X", "", [("A", [("2009", shares), ("nu", [("uddybende", 0), ("ikke", 100)])])])
    first, second = drawing.groups[0].bars
    assert first.pieces[-1].x + first.pieces[-1].width == pytest.approx(drawing.width, abs=0.2)
    assert [(one.kind, one.text) for one in second.pieces] == [("ikke", "100")], "nothing is drawn of none"
    narrow = draw_stacks("x", "X", "", [("A", [("2009", [("kort", 4), ("ikke", 96)])])]).groups[0].bars[0]
    assert [one.text for one in narrow.pieces] == ["", "96"]
    assert second.y >= first.y + drawing.bar_height
    assert drawing.height >= second.y + drawing.bar_height


# --- the study's other figures


def test_the_page_about_2009_has_every_table_figure_and_note(desk: Desk) -> None:
    desk.add(ADOPTED)
    html = page(desk.check(), f"{AREA}/landet/2009/")
    tables = Tables(html).tables
    for table in survey().tables:
        rows = tables[f"tabel-{table.number.replace('.', '-')}"]
        assert [row[1:] for row in rows[1:]] == [[str(one) for one in numbers] for _, numbers, _ in table.rows]
    for figure in survey().figures:
        assert f"{figure.printed} {figure.unit}" in html
    for note in survey().notes.values():
        assert f'id="note-{note.id}"' in html
