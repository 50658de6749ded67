"""The leaflets, read from the files: tagged, Danish, whole, in order, and fit to be printed and folded."""

from __future__ import annotations

import datetime as dt
import math
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.present.papers import MILLIMETRE, Paper, Subjects, squeeze

from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.present import SiteOptions, make_pages
from kvalitet.present.leaflets import draw_qr, leaflet_files
from kvalitet.present.page import Page

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "kvalitetsstandarder" / "stofmisbrug"
DAY = dt.date(2026, 11, 22)
ADDRESS = "https://kvalitet.example/under/"
BANNER = "Opfundet kommune. Her kan du ikke få hjælp."
SHORTEST = "format: 1\nkommune: Kort\neksempel: ja\nområde: stofmisbrug\ntilstand: udkast\n"
A5, A4 = (148, 210), (297, 210)
FOOT = re.compile(r"\d+ / \d+")
KINDS = frozenset(
    {"/Document", "/H1", "/H2", "/H3", "/P", "/Strong", "/Em", "/L", "/LI", "/LBody", "/Lbl", "/Link", "/Figure"}
    | {"/Table", "/THead", "/TBody", "/TR", "/TH", "/TD"}
)


def stretch(tree: Any, times: int) -> Any:
    """Return the standard with every text many times as long, and words that no line holds."""
    if isinstance(tree, dict):
        kept = {"kommune", "tilstand", "lovgrundlag", "område", "format", "telefon", "mail"}
        return {key: one if key in kept else stretch(one, times) for key, one in tree.items()}
    if isinstance(tree, list):
        return [stretch(one, times) for one in tree]
    if isinstance(tree, str) and " " in tree:
        return " ".join([tree] * times) + " " + "Døgnbehandlingsafdelingsleder" * 5
    return tree


def longest() -> str:
    tree = yaml.safe_load((EXAMPLES / "strandlev.yml").read_text(encoding="utf-8"))
    for key in ("steder", "tilbud", "visitation", "behandlingsgaranti", "betaling", "frit-valg", "børn"):
        tree[key] = stretch(tree[key], 8)
    tree["steder"] |= {f"sted{number}": {**tree["steder"]["tovvaerket"]} for number in range(20)}
    tree["visitation"]["henvendelsessteder"] = list(tree["steder"])
    tree["kommune"] = "Lang"
    return yaml.safe_dump(tree, allow_unicode=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, Page]]:
    """Return the leaflets and the pages of all examples, the longest and shortest standard, and a real municipality."""
    folder = tmp_path_factory.mktemp("standarder") / "stofmisbrug"
    folder.mkdir()
    for path in EXAMPLES.glob("*.yml"):
        (folder / path.name).write_bytes(path.read_bytes())
    real = (EXAMPLES / "strandlev.yml").read_text(encoding="utf-8").replace("eksempel: true\n", "")
    real = re.sub(r"telefon: 0", "telefon: 1", real.replace("kommune: Strandlev", "kommune: Ærø"))
    (folder / "aeroe.yml").write_text(real, encoding="utf-8")
    (folder / "kort.yml").write_text(SHORTEST, encoding="utf-8")
    (folder / "lang.yml").write_text(longest(), encoding="utf-8")
    report = run_check([folder.parent], DAY)
    options = SiteOptions(address=ADDRESS)
    catalogues = [load_catalogue("stofmisbrug")]
    pages = {page.address: page for page in make_pages(report, catalogues, options)}
    return leaflet_files(report, catalogues, options), pages


SLUGS = [*sorted(path.stem for path in EXAMPLES.glob("*.yml")), "kort", "lang", "aeroe"]
every = pytest.mark.parametrize("slug", SLUGS)


def home(slug: str) -> str:
    return f"stofmisbrug/kommuner/{slug}/"


@cache
def open_paper(content: bytes) -> Paper:
    return Paper(content)


def both(made: tuple[dict[str, bytes], dict[str, Page]], slug: str) -> tuple[Paper, Paper]:
    files, _ = made
    return open_paper(files[f"{home(slug)}pixie.pdf"]), open_paper(files[f"{home(slug)}pixie-folde.pdf"])


Made = tuple[dict[str, bytes], dict[str, Page]]


@every
def test_it_is_tagged_danish_titled_and_dated(made: Made, slug: str) -> None:
    for paper, more in zip(both(made, slug), ("", " (til print)"), strict=True):
        assert paper.root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own truth is equal to True alone
        assert paper.root["/Lang"] == "da-DK"
        assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - as above
        metadata = paper.reader.metadata
        assert metadata is not None
        assert re.fullmatch(rf"Hjælp i [A-ZÆØÅ][a-zæøå]+{re.escape(more)}", metadata.title or "")
        assert metadata.creation_date is not None
        assert metadata.creation_date.date() == DAY
        assert paper.reader.xmp_metadata is not None
        assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.reader.xmp_metadata.stream.get_data()
        assert [str(page["/Tabs"]) for page in paper.pages] == ["/S"] * len(
            paper.pages
        )  # by the tags, where there are links


@every
def test_its_headings_lists_and_tables_are_such(made: Made, slug: str) -> None:
    for paper in both(made, slug):
        kinds = paper.kinds
        assert kinds[0] == "/Document"
        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") == 10
        levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H[1-6]", kind)]
        assert all(later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)), levels
        assert all(kind in kinds for kind in ("/L", "/LI", "/LBody", "/Lbl", "/P", "/Strong"))
        assert kinds.count("/TH") >= 2 * kinds.count("/Table")
        assert set(kinds) <= KINDS


@every
def test_nothing_of_the_page_is_cut_and_it_stands_in_the_pages_order(made: Made, slug: str) -> None:
    paper, folded = both(made, slug)
    page = made[1][home(slug)].body
    wanted = Subjects(page).texts
    assert len(wanted) > 25
    told, at = squeeze(paper.text), 0
    for text in wanted:
        found = told.find(squeeze(text), at)
        if found < 0 and len(text) > 100:  # over a page's end there is its foot in between
            found = max(told.find(squeeze(word), at) for word in text.split()[:3])
            assert all(squeeze(word) in told for word in text.split()), text
        assert found >= 0, text
        at = found
    assert sorted(squeeze(folded.text)) == sorted(told)


def test_the_steps_are_numbered_on_over_a_page_end(made: Made) -> None:
    for slug in SLUGS:
        numbers = re.findall(r"\b([1-4])\. ?(?=I dag:|De næste dage:|Senest efter|1 og 6)", both(made, slug)[0].text)
        assert numbers == ["1", "2", "3", "4"], slug


@every
def test_everything_stands_on_the_paper_and_above_its_foot(made: Made, slug: str) -> None:
    for paper, (wide, tall) in zip(both(made, slug), (A5, A4), strict=True):
        assert paper.outside == []
        for page, placed in zip(paper.pages, paper.placed, strict=True):
            size = (float(page.mediabox.width) / MILLIMETRE, float(page.mediabox.height) / MILLIMETRE)
            assert size == pytest.approx((wide, tall), abs=0.1)
            feet = [one.y for one in placed if FOOT.fullmatch(one.text)]
            assert len(feet) in ((1,) if (wide, tall) == A5 else (1, 2))
            assert min(one.y for one in placed if one.y > max(feet) + 1) > max(feet) + 12


@every
def test_the_folded_pages_come_in_the_order_of_a_booklet(made: Made, slug: str) -> None:
    paper, folded = both(made, slug)
    count = len(paper.pages)
    assert len(folded.pages) == 2 * math.ceil(count / 4)
    last = 2 * len(folded.pages)
    for number, placed in enumerate(folded.placed, start=1):
        feet = {one.text: one.x for one in placed if FOOT.fullmatch(one.text)}
        low, high = number, last + 1 - number
        assert list(feet) == [f"{one} / {count}" for one in (low, high) if one <= count], "not read in order"
        for one in (low, high):
            if one <= count:  # an odd page lies to the right, as in any book
                assert (feet[f"{one} / {count}"] > A4[0] / 2 * MILLIMETRE) is (one % 2 == 1)


def test_an_invented_municipality_says_so_on_every_page_and_can_nowhere_be_rung(made: Made) -> None:
    for slug in SLUGS:
        paper, folded = both(made, slug)
        shown = [squeeze(page.extract_text()).count(squeeze(BANNER)) for page in paper.pages]
        both_sides = [squeeze(page.extract_text()).count(squeeze(BANNER)) for page in folded.pages]
        links = [one for one in (*paper.tags, *folded.tags) if one[0] == "/Link"]
        if slug == "aeroe":
            assert sum(shown) == sum(both_sides) == 0
            assert links
        else:
            assert shown == [1] * len(paper.pages)
            assert sum(both_sides) == len(paper.pages)
            assert links == []
            assert "/Figure" not in paper.kinds


def test_only_a_real_municipality_has_a_code_and_an_address(made: Made) -> None:
    paper, _ = both(made, "aeroe")
    short = "kvalitet.example/under/stofmisbrug/kommuner/aeroe/"
    assert squeeze(f"Læs mere: {short}") in squeeze(paper.text)
    figures = [element for kind, element in paper.tags if kind == "/Figure"]
    assert [str(one["/Alt"]) for one in figures] == [f"QR-kode, der fører til {short}"]
    assert "kvalitet.example" not in both(made, "strandlev")[0].text
    report = run_check([EXAMPLES.parent], DAY)
    assert draw_qr(f"https://{short}") != draw_qr(f"https://{short}x")
    without = leaflet_files(report, [load_catalogue("stofmisbrug")], SiteOptions(only="strandlev"))
    assert sorted(without) == [f"{home('strandlev')}pixie-folde.pdf", f"{home('strandlev')}pixie.pdf"]


def test_a_real_municipality_without_a_known_address_has_none(made: Made, tmp_path: Path) -> None:
    del made
    folder = tmp_path / "stofmisbrug"
    folder.mkdir()
    (folder / "aeroe.yml").write_text(SHORTEST.replace("Kort", "Ærø").replace("eksempel: ja\n", ""), encoding="utf-8")
    files = leaflet_files(run_check([tmp_path], DAY), [load_catalogue("stofmisbrug")], SiteOptions())
    paper = Paper(files[f"{home('aeroe')}pixie.pdf"])
    assert "/Figure" not in paper.kinds
    assert "Læs mere" not in paper.text


def test_state_and_dates_are_told(made: Made) -> None:
    told = {slug: " ".join(both(made, slug)[0].text.split()) for slug in SLUGS}
    assert "Standarden er for gammel. Dine rettigheder gælder stadig." in told["laerkefjord"]
    assert "Gælder ikke endnu. Standarden er et udkast." in told["taagebugt"]
    assert "Gælder ikke endnu. Standarden er i høring." in told["svanebaelt"]
    assert "Byrådet vedtog standarden 24. april 2025." in told["strandlev"]
    for text in told.values():
        assert text.startswith("Trækker nogen ikke vejret")
        assert "Ring 112 nu" in text
        assert "Folderen er fra 22. november 2026." in text


@every
def test_all_text_is_large(made: Made, slug: str) -> None:
    for paper in both(made, slug):
        assert min(one.size for placed in paper.placed for one in placed) >= 11.99


def test_the_same_standard_gives_the_same_bytes(made: Made) -> None:
    report = run_check([EXAMPLES / "strandlev.yml"], DAY)
    catalogues = [load_catalogue("stofmisbrug")]
    again = leaflet_files(report, catalogues, SiteOptions(address=ADDRESS))
    assert again == {name: content for name, content in made[0].items() if "/strandlev/" in name}


def test_where_typst_is_missing_there_are_none_and_no_page_leads_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    report = run_check([EXAMPLES / "strandlev.yml"], DAY)
    catalogues = [load_catalogue("stofmisbrug")]
    assert leaflet_files(report, catalogues, SiteOptions()) == {}
    pages = [page.body for page in make_pages(report, catalogues, SiteOptions(only="strandlev"))]
    assert not any("pixie.pdf" in body for body in pages)


def test_where_it_is_there_the_page_leads_to_both(made: Made) -> None:
    body = made[1][home("strandlev")].body
    assert 'href="pixie.pdf"' in body
    assert 'href="pixie-folde.pdf"' in body
