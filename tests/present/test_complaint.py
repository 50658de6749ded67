"""The page about complaining: the same path for everyone, and a municipality's own way where it does not mislead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.present import SiteOptions, make_pages

if TYPE_CHECKING:
    from tests.conftest import Desk

    from kvalitet.present.page import Page

EVERYONE, OWN = "stofmisbrug/klag/", "stofmisbrug/kommuner/proeveby/klage/"
WAY = """
steder:
  visitation: {navn: Visitationen, telefon: 01 02 03 04}
klageadgang:
  - lov: § 101
    pixie: Ring til os, og sig det.
    klages_til: visitation
    frist_uger: 4
    kan_klage_over:
      - { over: frit valg, sådan: "Skriv, hvilket sted du vil have." }
  - lov: § 101 a
    pixie: Tal med lederen.
  - lov: sundhedslovens § 141
    pixie: Her er det om alkohol.
"""


def make(desk: Desk, body: str = "", **options: object) -> dict[str, Page]:
    desk.add(body)
    pages = make_pages(desk.check(), [load_catalogue("stofmisbrug")], SiteOptions(**options))  # type: ignore[arg-type]
    return {page.address: page for page in pages}


def sections(page: Page, kind: str = "kv-egen") -> list[str]:
    """Return the text of each section of one kind."""
    found = re.findall(rf'<section class="[^"]*\b{kind}\b[^"]*".*?</section>', page.body, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found]


def test_everyone_has_the_path_and_no_municipality_speaks_in_it(desk: Desk) -> None:
    page = make(desk)[EVERYONE]
    assert "Har du fået en afgørelse?" in page.body
    assert sections(page) == []
    assert page.tools == ("frister", "breve", "klage")
    assert len(re.findall(r"data-udfald=", page.body)) >= 35


def test_the_tab_and_the_anchors_tell_nothing(desk: Desk) -> None:
    pages = make(desk, WAY)
    assert pages[EVERYONE].title == "Spørgsmål og svar"
    assert pages[OWN].title == "Prøveby"
    for page in (pages[EVERYONE], pages[OWN]):
        path = page.body[page.body.index("data-vej") :]
        anchors = re.findall(r'href="#([^"]*)"', path)
        assert len(anchors) > 100
        assert all(re.fullmatch(r"sp-\d+", one) for one in anchors)
        assert set(anchors) <= set(re.findall(r'id="(sp-\d+)"', path))


def test_the_municipality_tells_its_own_way_by_law(desk: Desk) -> None:
    page = make(desk, WAY)[OWN]
    main, anonymous = sections(page)
    assert "Ring til os, og sig det." in main
    assert "Her klager du: Visitationen" in main
    assert "Skriv, hvilket sted du vil have." in main
    assert "alkohol" not in page.body, "no way here is about it"
    assert "Kommunen har også skrevet om at klage efter andre love." in main
    assert "Tal med lederen." in anonymous
    assert "Tal med lederen." not in main
    assert "Til Prøveby Kommune" in page.body
    assert 'data-emne="frit valg"' in page.body


def test_what_is_not_described_is_said_and_the_path_stays(desk: Desk) -> None:
    page = make(desk)[OWN]
    (main,) = sections(page)
    assert "Kommunen har ikke beskrevet, hvordan du klager. Du kan klage alligevel." in main
    assert "inden 4 uger" in page.body


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("frist_uger: 4", "frist_uger: 3", "senest 3 uger"),
        ("Ring til os, og sig det.", "Klagen skal være skriftlig, ellers tæller den ikke.", "skal være skriftlig"),
    ],
)
def test_what_contradicts_the_law_is_not_handed_on(desk: Desk, old: str, new: str, lost: str) -> None:
    assert old in WAY
    (main, *_) = sections(make(desk, WAY.replace(old, new))[OWN])
    assert lost not in main
    assert "passer ikke med loven" in main
    assert "Her klager du: Visitationen" in main, "the rest is"


def test_without_a_standard_the_page_for_everyone_is_led_to(desk: Desk) -> None:
    pages = make(desk)
    assert "stofmisbrug/kommuner/aeroe/klage/" not in pages
    assert 'href="../../klag/"' in pages["stofmisbrug/kommuner/aeroe/"].body
    assert 'href="klag/"' in pages["stofmisbrug/"].body


def test_one_municipality_alone(desk: Desk) -> None:
    desk.add(name="Andenby", stem="andenby")
    pages = make(desk, only="proeveby")
    assert OWN in pages
    assert EVERYONE in pages
    assert "stofmisbrug/kommuner/andenby/klage/" not in pages


def test_who_may_help_is_shown_with_a_number_only_when_confirmed(desk: Desk) -> None:
    assert "33 33 05 05" not in make(desk)[EVERYONE].body
    page = make(desk, confirmed=frozenset({"stenbroens-jurister"}))[EVERYONE]
    assert "Stenbroens Jurister: 33 33 05 05" in page.body
    assert "Kontrolleret 22. november 2026." in page.body
    assert "33 41 12 00" not in page.body


def test_the_law_tells_that_the_path_leans_on_it(desk: Desk) -> None:
    assert "Klagevej, frist: Sådan klager du" in make(desk)["lov/"].body


def test_tables_count_the_days_up_to_the_sites_own(desk: Desk) -> None:
    page = make(desk)[EVERYONE]
    rows = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td></tr>", page.body)
    assert len(rows) == 14
    assert ("søndag den 22. november 2026", "søndag den 6. december 2026") in rows
    assert ("søndag den 22. november 2026", "mandag den 21. december 2026") in rows
    assert ("fredag den 20. november 2026", "fredag den 18. december 2026") in rows
    assert "<li>fredag den 25. december 2026: juledag</li>" in page.body
    assert "lørdag den 26. december" not in page.body
    assert "torsdag den 2. april 2026" not in page.body, "that is past"
