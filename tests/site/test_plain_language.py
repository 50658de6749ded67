"""Pages for citizens are easy to read, and hard words are explained where they first stand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import ROOT
from tests.site.running_text import Paragraph, find_paragraphs, is_copied, read_page

from kvalitet.glossary import load_glossary
from kvalitet.readability import measure, split_sentences, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from lxml.html import HtmlElement


MOST_LIX, MOST_WORDS = 34, 20
SHORT = "all short pages"
_FOR_CITIZENS = re.compile(r'data-pagefind-meta="[^"]*slags:(?:alle|kommune)"')
EXAMPLES = {path.stem for path in (ROOT / "kvalitetsstandarder" / "stofmisbrug").glob("*.yml")}


@cache
def citizen_pages(site: Path) -> Mapping[str, HtmlElement]:
    """Return the pages for citizens by address: those the search offers them, and the page for what is not there.

    A real municipality's own words are measured and shown on its law check; they are not what is measured here.
    """
    pages = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        parts = address.split("/")
        adopted = parts[1:2] == ["kommuner"] and len(parts) > 3 and 'href="standard/"' in text
        if (_FOR_CITIZENS.search(text) and not (adopted and parts[2] not in EXAMPLES)) or address == "404.html":
            pages[address] = read_page(text)
    return pages


def units(site: Path, *, lists: bool) -> dict[str, list[str]]:
    """Return the running text of each page; pages with too few words for a measure are taken together."""
    made: dict[str, list[str]] = {}
    for address, page in citizen_pages(site).items():
        texts = [one.text for one in find_paragraphs(page) if lists or not one.listed]
        made.setdefault(address if measure(texts).enough else SHORT, []).extend(texts)
    return made


@pytest.mark.parametrize("lists", [False, True], ids=["as LIX is meant", "with the sentences of lists"])
def test_every_page_for_citizens_is_easy_to_read(site: Path, *, lists: bool) -> None:
    hard = {address: round(measure(texts).lix, 1) for address, texts in units(site, lists=lists).items()}
    assert len(hard) > len(EXAMPLES)
    assert {address: lix for address, lix in hard.items() if lix > MOST_LIX} == {}


def test_every_kind_of_page_for_citizens_is_measured(site: Path) -> None:
    area = "stofmisbrug/"
    kinds = {
        "",
        "akut/",
        "ordliste/",
        "404.html",
        area,
        f"{area}kommuner/",
        f"{area}rettigheder/",
        f"{area}paaroerende/",
    }
    kinds |= {f"{area}kommuner/{slug}/{below}" for slug in EXAMPLES for below in ("", "klage/")} | {
        f"{area}kommuner/fanoe/"
    }
    assert kinds <= citizen_pages(site).keys()
    assert not any("lovtjek" in address or "standard" in address for address in citizen_pages(site))
    measured = units(site, lists=False)
    assert {f"{area}rettigheder/", f"{area}kommuner/strandlev/", "ordliste/", SHORT} <= measured.keys()
    assert all(measure(texts).enough for texts in measured.values())


def first_uses(paragraphs: Iterable[Paragraph]) -> dict[str, Paragraph]:
    """Return where a reader first meets each hard word: what everybody sees goes before what is folded."""
    met: dict[str, Paragraph] = {}
    for one in sorted(paragraphs, key=lambda one: one.folded):
        for found in load_glossary().find(one.own_text):
            if found.term.hard:
                met.setdefault(found.term.id, one)
    return met


def is_below(paragraph: Paragraph, explanation: HtmlElement, order: Mapping[HtmlElement, int]) -> bool:
    """Whether ``explanation`` follows in the same part of the page, with no heading in between, and as open as it."""
    start, end = order[paragraph.element], order[explanation]
    between = [one for one, at in order.items() if start < at < end and one.tag in {"h1", "h2", "h3", "h4", "section"}]
    outer = [one for one in explanation.iterancestors("details") if one.get("class") != "kv-ord"]
    return start < end and not between and (paragraph.folded or not outer)


def test_hard_words_are_explained_where_they_first_stand(site: Path) -> None:
    unexplained, used = [], 0
    for address in citizen_pages(site).keys() - {"ordliste/"}:
        page = citizen_pages(site)[address]
        order = {one: number for number, one in enumerate(page.iter())}
        own = [
            one
            for one in find_paragraphs(page, names=True)
            if not in_explanation(one.element) and not is_copied(one.element)
        ]
        given = [(one, one.text_content()) for one in page.iter("p") if in_explanation(one)]
        for name, first in first_uses(own).items():
            term = load_glossary().terms[name]
            answers = [one for one, text in given if term.explanation in text]
            used += 1
            if len(answers) != 1 or not is_below(first, answers[0], order):
                unexplained.append((address, term.word, len(answers), first.text[:60]))
    assert unexplained == []
    assert used > len(citizen_pages(site))


def in_explanation(element: HtmlElement) -> bool:
    return any(one.get("class") == "kv-ord" for one in element.iterancestors())


def test_what_counts_as_running_text() -> None:
    page = read_page(
        "<div class='kv'><h1>Nej</h1><p>Ja, <a href='#'>også her</a>.</p><ul><li>Et navn</li><li>En sætning.</li></ul>"
        "<details><summary>Nej</summary><p>Foldet.</p></details><p class='kv-source'>Nej.</p>"
        "<p>Kort <span class='kv-source'>Læst i går.</span></p><ol><li><p>Et punkt.</p></li></ol>"
        "<table><tr><td><p>Nej.</p></td></tr></table><form><p>Nej.</p></form></div>"
    )
    found = [(one.text, one.listed, one.folded) for one in find_paragraphs(page)]
    assert found == [
        ("Ja, også her.", False, False),
        ("En sætning.", True, False),
        ("Foldet.", False, True),
        ("Kort", False, False),
        ("Et punkt.", True, False),
    ]
    assert next(find_paragraphs(page)).own_text == "Ja, · ."


def test_sentences_in_the_glossary_stay_short(site: Path) -> None:
    texts = [one.text for one in find_paragraphs(citizen_pages(site)["ordliste/"])]
    assert [one for text in texts for one in split_sentences(text) if len(split_words(one)) > MOST_WORDS] == []
