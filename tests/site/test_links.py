"""Every link and anchor of the built site holds, every page has one heading, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


class Page(HTMLParser):
    """What a page points at and what can be pointed at in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.doubles: set[str] = set()
        self.headings = 0
        self.title = ""
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = values.get("id")
        if name:
            (self.doubles if name in self.ids else self.ids).add(name)
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))
        if tag in {"script", "img", "iframe", "source"} and values.get("src"):
            self.loads.append(str(values["src"]))
        if tag == "link" and values.get("rel") != "canonical" and values.get("href"):
            self.loads.append(str(values["href"]))
        self.headings += tag == "h1"
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False


@cache
def read_page(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def pages_of(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def resolve(site: Path, page: Path, link: str) -> Path:
    here = "/" + page.relative_to(site).parent.as_posix()
    target = posixpath.normpath(posixpath.join(here, unquote(link))).lstrip("/")
    path = site / target
    return path / "index.html" if path.is_dir() else path


def test_every_link_and_anchor_holds(site: Path) -> None:
    broken = []
    for page in pages_of(site):
        for link in {*read_page(page).links, *read_page(page).loads}:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = resolve(site, page, parts.path) if parts.path else page
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in read_page(target).ids):
                broken.append((page.relative_to(site).as_posix(), link))
    assert broken == []


def test_every_page_has_one_heading_a_title_of_its_own_and_no_id_twice(site: Path) -> None:
    titles: dict[str, str] = {}
    for page in pages_of(site):
        name, one = page.relative_to(site).as_posix(), read_page(page)
        assert one.headings == 1, name
        assert not one.doubles, (name, one.doubles)
        if "/klage/" not in name:  # neutral on purpose: someone may look over the reader's shoulder
            assert titles.setdefault(one.title, name) == name, (one.title, name)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for page in pages_of(site):
        for link in read_page(page).loads:
            assert not urlsplit(link).netloc, (page, link)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "akut/",
        "stofmisbrug/",
        "stofmisbrug/kommuner/",
        "stofmisbrug/paaroerende/",
        "stofmisbrug/rettigheder/",
        "stofmisbrug/klag/",
        "stofmisbrug/overblik/",
        "stofmisbrug/krav/klageadgang/",
        "stofmisbrug/krav/om-standarden/",
        "stofmisbrug/kommuner/strandlev/",
        "stofmisbrug/kommuner/strandlev/klage/",
        "stofmisbrug/kommuner/strandlev/standard/",
        "stofmisbrug/kommuner/strandlev/lovtjek/",
        "stofmisbrug/kommuner/aeroe/",
        "stofmisbrug/kommuner/ringkoebing-skjern/",
        "ordliste/",
        "stofmisbrug/retningslinjer/",
        "stofmisbrug/retningslinjer/2.1/",
        "stofmisbrug/retningslinjer/3.12/",
        "stofmisbrug/forloeb/",
        "stofmisbrug/kommuner/strandlev/forloeb/",
        "baggrund/",
        "lov/",
        "data/",
        "om/",
    ],
)
def test_the_contracted_pages_are_there(site: Path, address: str) -> None:
    assert (site / address / "index.html").is_file()


def test_there_is_a_page_for_each_of_the_98_and_each_example(site: Path) -> None:
    from kvalitet.register import load_register  # noqa: PLC0415 - the register is read by this test alone

    slugs = {path.parent.name for path in site.glob("stofmisbrug/kommuner/*/index.html")}
    examples = {path.stem for path in Path("kvalitetsstandarder/stofmisbrug").glob("*.yml")}
    assert len(load_register().municipalities) == 98
    assert slugs == {*load_register().municipalities, *examples}


def test_examples_say_so_on_every_page_and_are_kept_from_search_engines(site: Path) -> None:
    examples = {path.stem for path in Path("kvalitetsstandarder/stofmisbrug").glob("*.yml")}
    for page in pages_of(site):
        text = page.read_text(encoding="utf-8")
        parts = page.relative_to(site).parts
        example = len(parts) > 3 and parts[1] == "kommuner" and parts[2] in examples
        assert ("Opfundet kommune. Her kan du ikke få hjælp." in text) is example, page
        assert ('name="robots" content="noindex"' in text) is example, page
