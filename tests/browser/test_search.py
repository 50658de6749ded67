"""The search: a table of queries, the keyboard, what is announced, a sub-folder, and what it must not tell or keep."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import expect
from tests.browser.conftest import SUBFOLDER
from tests.browser.test_axe import violations

from kvalitet.search import INDEX_FOLDER, LOOKUP, index_site

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.conftest import Visits

TABLE = Path(__file__).with_name("soegninger.yml")
QUERIES: list[dict[str, str]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
FIRST = 3


def open_search(page: Page) -> Locator:
    """Open the dialog by its button, and return it."""
    page.get_by_role("button", name="Søg", exact=True).click()
    dialog = page.get_by_role("dialog", name="Søg på siden")
    expect(dialog).to_be_visible()
    return dialog


def results_of(dialog: Locator) -> Locator:
    """Return the results shown, one by one."""
    return dialog.get_by_role("list", name="Resultater").get_by_role("listitem")


def search(dialog: Locator, query: str) -> list[str]:
    """Search, and return the addresses of the results shown, below the site's root and without their anchors."""
    dialog.get_by_label("Hvad leder du efter?").fill(query)
    dialog.get_by_role("button", name="Søg", exact=True).click()
    expect(dialog.get_by_role("status")).to_contain_text(f"»{query}«")
    links = results_of(dialog).get_by_role("link").all()
    return [urlsplit(str(link.get_attribute("href"))).path.lstrip("/") for link in links]


@pytest.mark.slow
def test_each_query_finds_its_page_among_the_first(visits: Visits) -> None:
    assert len(QUERIES) >= 40
    dialog = open_search(visits.open("omraade"))
    missed = []
    for row in QUERIES:
        found = list(dict.fromkeys(search(dialog, row["søg"])))
        if row["find"] not in found[:FIRST]:
            missed.append(f"{row['søg']}: {row['find']} is not among {found[:FIRST]}")
    assert missed == []


def test_the_keyboard_opens_searches_follows_and_closes(visits: Visits) -> None:
    page = visits.open("om")
    button = page.get_by_role("button", name="Søg", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Hvad leder du efter?")
    expect(field).to_be_focused()
    page.keyboard.type("klagen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("resultater for »klagen«")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("")  # what was searched for is forgotten
    expect(results_of(page.get_by_role("dialog"))).to_have_count(0)
    page.keyboard.type("naloxon")
    page.keyboard.press("Enter")
    link = results_of(page.get_by_role("dialog")).get_by_role("link").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rettigheder/#naloxon")
    assert "naloxon" not in urlsplit(page.url).query


def test_results_say_which_municipality_and_are_announced(visits: Visits) -> None:
    dialog = open_search(visits.open("hjem"))
    status = dialog.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")
    search(dialog, "klage i Strandlev")
    expect(status).to_have_text(re.compile(r"^\d+ resultater for »klage i Strandlev«$"))
    first = results_of(dialog).first
    expect(first).to_contain_text("Strandlev (opfundet kommune)")
    expect(first.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_has_no_faults_and_fits_a_narrow_screen(visits: Visits, scheme: str) -> None:
    page = visits.open("hjem", width=320, media={"color_scheme": scheme}, policy=False)
    dialog = open_search(page)
    for query in ("klage i Strandlev", "qqzzvv"):
        search(dialog, query)
        assert violations(page) == []
        assert dialog.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_nothing_found_leaves_ways_on(visits: Visits) -> None:
    dialog = open_search(visits.open("lov"))
    assert search(dialog, "qqzzvv") == []
    expect(dialog.get_by_role("status")).to_have_text("Ingen resultater for »qqzzvv«. Prøv et andet ord.")
    for way in ("Alle kommuner", "Akut hjælp", "Dine rettigheder"):
        expect(dialog.get_by_role("link", name=way)).to_be_visible()


def test_more_results_are_shown_on_request_and_focus_follows(visits: Visits) -> None:
    page = visits.open("hjem")
    dialog = open_search(page)
    shown = len(search(dialog, "behandling"))
    dialog.get_by_role("button", name="Vis flere").click()
    links = results_of(dialog).get_by_role("link")
    expect(links).to_have_count(2 * shown)
    expect(links.nth(shown)).to_be_focused()


def test_the_search_is_fetched_when_opened_and_the_query_is_told_to_nobody(visits: Visits) -> None:
    page = visits.open("kommune-med-standard", base=SUBFOLDER)
    addresses = visits.watches[0].addresses
    assert not [one for one in addresses if INDEX_FOLDER in one]
    before, here = len(addresses), page.url
    dialog = open_search(page)
    found = search(dialog, "gavekortet")
    assert f"{SUBFOLDER}stofmisbrug/krav/gavekort/".lstrip("/") in found[:FIRST]
    asked = addresses[before:]
    assert asked
    assert all(urlsplit(one).path.startswith(SUBFOLDER) for one in asked), asked
    assert [one for one in asked if INDEX_FOLDER in one]
    assert not [one for one in asked if "gavekort" in one.lower()]
    assert page.url == here
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


def test_the_way_out_is_reached_from_the_search(visits: Visits) -> None:
    page = visits.open("hjem")
    visits.watches[0].allowed.add("www.dmi.dk")
    open_search(page).get_by_role("link", name="Forlad siden").click()
    page.wait_for_url("https://www.dmi.dk/**")


def test_without_javascript_a_link_stands_in_place_of_the_button(visits: Visits) -> None:
    page = visits.open("hjem", script=False)
    expect(page.get_by_role("button", name="Søg")).to_have_count(0)
    link = page.get_by_role("link", name="Kommuner", exact=True)
    assert link.first.get_attribute("href") == "stofmisbrug/kommuner/"


def found_pages(site: Path) -> str:
    """Return the words that the site's search knows."""
    return str(json.loads((site / INDEX_FOLDER / LOOKUP).read_text(encoding="utf-8"))["kendte"])


def test_examples_are_found_only_when_switched_on(sites: dict[str, Path], tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(sites["/"], site)
    assert "'strandlev'" in found_pages(site)  # this repository's own setting
    everything = index_site(site, examples=True)
    citizens = index_site(site)
    examples = [page for page in site.rglob("*.html") if " data-opfundet" in page.read_text(encoding="utf-8")]
    assert len(examples) > 40
    assert everything - citizens == len(examples)
    for name in ("strandlev", "kronhavn", "vintersund"):
        assert f"'{name}'" not in found_pages(site)


def test_the_same_site_gives_the_same_index_and_nothing_unused(sites: dict[str, Path], tmp_path: Path) -> None:
    site = tmp_path / "et andet sted"
    shutil.copytree(sites["/"], site)
    index_site(site, examples=True)
    one, other = (
        {p.relative_to(s).as_posix(): p.read_bytes() for p in s.rglob("*") if p.is_file()} for s in (sites["/"], site)
    )
    assert one == other
    loose = {path.name for path in (site / INDEX_FOLDER).iterdir() if path.is_file()}
    assert {name for name in loose if name.endswith((".js", ".css"))} == {"pagefind.js"}
