"""A municipality's own page as one in need uses it: few words first, each answer near, each subject on paper alone."""

from __future__ import annotations

import io
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from tests.browser.conftest import PICTURES_VARIABLE
from tests.browser.pages import Kind
from tests.browser.serving import serve
from tests.site.conftest import ROOT, build_site

from kvalitet.catalogue import load_catalogue

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Visits

EXAMPLES = sorted(path.stem for path in (ROOT / "kvalitetsstandarder" / "stofmisbrug").glob("*.yml"))
SUBJECTS = load_catalogue("stofmisbrug").subjects
MOST_WORDS, MOST_WORDS_AT_FIRST = 600, 60
NUMBER = re.compile(r"\d\d(?:\xa0\d\d){3}")

# The words a reader sees without scrolling, of the page itself: its menu and the way out are the shell's. A telephone
# number, whose groups no line break parts, is one.
_AT_FIRST = """() => {
  const seen = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const bar = document.querySelector(".kv-leave").getBoundingClientRect().top;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement, number = parent.closest(".kv-number");
    if (!parent.checkVisibility({visibilityProperty: true}) || (number && number.firstChild !== text)) continue;
    for (const word of text.data.matchAll(/[^ \\n\\t]+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      if (!/[\\p{L}\\p{N}]/u.test(word[0]) || box.height < 2 || box.top + box.height / 2 >= bar) continue;
      seen.push(number ? number.textContent : word[0]);
    }
  }
  return seen;
}"""


def own_page(slug: str) -> Kind:
    return Kind(slug, f"stofmisbrug/kommuner/{slug}/")


def words_of(page: Page) -> list[str]:
    """Return the words of the whole page; numbers, times and dates are looked up, not read."""
    text = page.locator("article").inner_text()
    return [word for word in text.split() if re.search(r"[^\W\d_]", word)]


@pytest.mark.parametrize("slug", [*EXAMPLES, "aeroe", "ringkoebing-skjern"])
def test_the_whole_page_is_short_and_the_first_view_shorter(visits: Visits, slug: str) -> None:
    page = visits.open(own_page(slug))
    first = page.evaluate(_AT_FIRST)
    assert len(first) <= MOST_WORDS_AT_FIRST, first
    told = " ".join(first)
    assert "Ring 112 nu." in told
    assert "Ring, eller kom. Du behøver ikke kende reglerne." in told
    assert len(words_of(page)) < MOST_WORDS
    folded = page.locator("article details:not(.kv-ord)")
    assert folded.count() == 0, "but for what a word means, what is folded would not be counted"


@pytest.mark.parametrize("slug", [slug for slug in EXAMPLES if slug != "engkoebing"])  # that one has no number
def test_the_number_to_ring_is_in_the_first_view(visits: Visits, slug: str) -> None:
    page = visits.open(own_page(slug))
    assert NUMBER.search(" ".join(page.evaluate(_AT_FIRST)))


# --- each subject on paper alone


def printed(page: Page) -> str:
    told = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    return " ".join(told.replace("\xa0", " ").split())


@pytest.mark.parametrize("script", [True, False], ids=["javascript", "without"])
@pytest.mark.parametrize("slug", ["strandlev", "roerkoebing", "aeroe"])
def test_each_subject_prints_alone(visits: Visits, slug: str, script: bool) -> None:  # noqa: FBT001 - a case, not a switch
    page = visits.open(own_page(slug), script=script)
    name = page.locator("h1").inner_text()
    titles = {one.id: one.title for one in SUBJECTS}
    for subject in SUBJECTS:
        page.goto(f"{page.url.partition('#')[0]}#print-{subject.id}")
        told = printed(page)
        others = [title for other, title in titles.items() if other != subject.id and f" {title} " in told]
        assert others == [], subject.id
        assert f"{name} " in told
        assert f" {subject.title} " in told
        assert "Ring 112 nu." in told
        assert "Siden er fra 22. november 2026." in told
        assert "Alle emner" not in told
        assert ("Opfundet kommune" in told) is (slug != "aeroe")
        assert ("Dine rettigheder gælder stadig" in told) is (slug == "roerkoebing")


def test_a_jump_to_a_subject_does_not_change_what_is_printed(visits: Visits) -> None:
    page = visits.open(own_page("strandlev"))
    whole = printed(page)
    page.goto(f"{page.url}#pris")
    assert printed(page) == whole
    assert all(f" {one.title} " in whole for one in SUBJECTS)


def test_print_asks_for_the_printer_and_says_what_comes(visits: Visits) -> None:
    page = visits.open(own_page("strandlev"))
    page.evaluate("window.print = () => { document.body.dataset.printed = location.hash; }")
    page.get_by_role("link", name="Print emnet: Hvad koster det?").click()
    page.wait_for_function("document.body.dataset.printed === '#print-pris'")
    cue = page.locator("#print-pris .kv-print-cue")
    assert cue.is_visible()
    assert page.locator(".kv-print-cue:visible").count() == 1
    cue.get_by_role("link", name="Fortryd").click()
    assert not cue.is_visible()


# --- five questions, each answered within two taps


TASKS = {
    "min-soen-er-17": (["Alle emner", "Under 18"], "Du og dine forældre kan ringe og spørge"),
    "de-sagde-nej": (["Alle emner", "Nej, eller intet svar"], "Ring inden 4 uger efter svaret"),
    "intet-svar-i-20-dage": (["Alle emner", "14 dage"], "bed om en startdato på skrift"),
    "kan-jeg-vaere-anonym": (["Alle emner", "Hvem får det at vide?"], "uden at sige dit navn"),
    "hvad-koster-det": (["Alle emner", "Pris"], "Behandling er gratis"),
}


@pytest.mark.slow
@pytest.mark.parametrize("script", [True, False], ids=["javascript", "without"])
@pytest.mark.parametrize("task", TASKS)
def test_five_tasks_take_two_taps(visits: Visits, task: str, script: bool) -> None:  # noqa: FBT001 - a case, not a switch
    taps, answer = TASKS[task]
    assert len(taps) < 3
    page = visits.open(own_page("strandlev"), script=script)
    for number, tap in enumerate(taps):
        link = page.locator("main").get_by_role("link", name=tap, exact=True).first
        keep_picture(page, f"{task}-{number}")
        assert in_view(page, link.bounding_box()), f"'{tap}' is not to be seen when it is to be tapped"
        link.click()
    keep_picture(page, f"{task}-{len(taps)}")
    assert in_view(page, page.get_by_text(answer).first.bounding_box())


def in_view(page: Page, box: object) -> bool:
    bar = page.locator(".kv-leave").bounding_box()
    assert isinstance(box, dict)
    assert bar is not None
    return bool(box["y"] >= 0 and box["y"] + box["height"] <= bar["y"])


def keep_picture(page: Page, name: str) -> None:
    folder = os.environ.get(PICTURES_VARIABLE, "")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")


# --- a real municipality can be rung


@pytest.mark.slow
def test_a_real_municipality_is_rung_by_the_thumb_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    root = tmp_path / "projekt"
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    folder = root / "kvalitetsstandarder" / "stofmisbrug"
    folder.mkdir(parents=True)
    text = (ROOT / "kvalitetsstandarder" / "stofmisbrug" / "strandlev.yml").read_text(encoding="utf-8")
    (folder / "strandlev.yml").write_text(text, encoding="utf-8")
    real = text.replace("eksempel: true\n", "").replace("kommune: Strandlev", "kommune: Ærø")
    (folder / "aeroe.yml").write_text(re.sub(r"telefon: 0", "telefon: 1", real), encoding="utf-8")
    site = tmp_path / "site"
    done = build_site(site, root)
    assert done.returncode == 0, done.stderr
    with serve({"/": site}) as host:
        page = browser.new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
        page.goto(f"http://{host}/stofmisbrug/kommuner/aeroe/")
        ring = page.get_by_role("link", name="Ring", exact=True)
        assert ring.get_attribute("href") == "tel:+4511234567"
        left, right = ring.bounding_box(), page.locator(".kv-leave").bounding_box()
        assert left is not None
        assert right is not None
        assert (left["x"], left["width"], left["height"] >= 44) == (0, 180, True)
        assert (right["x"], right["width"], right["y"]) == (180, 180, left["y"])
        assert page.locator("main a[href^='tel:']").count() > 3
        assert len(page.evaluate(_AT_FIRST)) <= MOST_WORDS_AT_FIRST
        page.set_viewport_size({"width": 1280, "height": 800})
        assert not ring.is_visible()
        page.goto(f"http://{host}/stofmisbrug/kommuner/strandlev/")
        assert page.locator("a[href^='tel:']").count() == 0
        page.close()
