"""Our site beside stock mkdocs-material, which builds the same text as plain Markdown out of its navigation."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from _bench import DAY, Competitor, describe_machine, measure, run_once

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

THEME = 'theme: {name: material, language: da, font: false}\nextra: {generator: false}\nnot_in_nav: "*"\n'
OURS = f"site_name: Ours\n{THEME}plugins: [kvalitetsstandarder]\n"
STOCK = f"site_name: Stock\n{THEME}"  # with the search that MkDocs adds by itself
STOCK_WITHOUT_SEARCH = f"{STOCK}plugins: []\n"
SETTINGS = {"KVALITET_DATO": DAY, "SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "true"}
PARAGRAPH_BYTES = 400
MARKUP = re.compile(r"[^\w\s.,:;?!§()/%-]|_")
BYTES_PER_MEGABYTE = 1_000_000


class VisibleText(HTMLParser):
    """The words of a page, without its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        self._parts.append(data)

    @property
    def words(self) -> list[str]:
        """Return the words, without what Markdown would take for markup."""
        return MARKUP.sub("", " ".join(self._parts)).split()


@dataclass(frozen=True)
class Site:
    """What was built: how many pages, and how many bytes in all."""

    pages: int
    size: int


def measure_sites(python: Path, folder: Path, count: int, rounds: int) -> list[str]:
    """Build all that stands in ``folder`` in turns, and return the lines to print."""
    mkdocs = [str(python), "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"]
    render = [str(python), "-m", "kvalitet", "render", "kvalitetsstandarder", "--out", "../pages"]
    rendering = Competitor("kvalitet render", render, SETTINGS, may_find_faults=False, below="ours")
    write_settings(folder / "ours", OURS)
    (folder / "ours" / "docs").mkdir()
    run_once(rendering, folder)
    text = write_stock(folder / "pages", folder / "stock")
    shutil.copytree(folder / "stock", folder / "stock-no-search")
    write_settings(folder / "stock", STOCK)
    write_settings(folder / "stock-no-search", STOCK_WITHOUT_SEARCH)
    competitors = [
        Competitor("kvalitet, mkdocs build", mkdocs, SETTINGS, may_find_faults=False, below="ours"),
        rendering,
        Competitor("mkdocs-material", mkdocs, SETTINGS, may_find_faults=False, is_reference=True, below="stock"),
        Competitor("mkdocs-material without search", mkdocs, SETTINGS, may_find_faults=False, below="stock-no-search"),
    ]
    measure(competitors, folder, rounds)
    sites = [look_at(folder / one.below / "site" if one is not rendering else folder / "pages") for one in competitors]
    heading = (
        f"Site: {count} municipalities with a standard, {text / BYTES_PER_MEGABYTE:.1f} MB of text, "
        f"{describe_machine(rounds)}; ratios are to mkdocs-material, which builds the same text as plain pages."
    )
    return [heading, *describe_sites(competitors, sites)]


def write_settings(folder: Path, settings: str) -> None:
    """Write ``mkdocs.yml``."""
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def write_stock(pages: Path, target: Path) -> int:
    """Write each page's text as plain Markdown, at the same address, and return how many bytes of text there are."""
    total = 0
    for page in sorted(pages.rglob("*.md")):
        words = VisibleText(page.read_text(encoding="utf-8").split("\n---\n", 1)[-1]).words
        plain = target / "docs" / page.relative_to(pages)
        plain.parent.mkdir(parents=True, exist_ok=True)
        plain.write_text(f"# {' '.join(words[:4])}\n\n{break_lines(words[4:])}\n", encoding="utf-8")
        total += len(" ".join(words).encode())
    return total


def break_lines(words: Sequence[str]) -> str:
    """Return the words in paragraphs of ordinary length, none of which begins like a list."""
    paragraphs: list[list[str]] = [[]]
    length = 0
    for word in words:
        if length > PARAGRAPH_BYTES and word[0].isalpha():
            paragraphs.append([])
            length = 0
        paragraphs[-1].append(word)
        length += len(word.encode()) + 1
    return "\n\n".join(" ".join(one) for one in paragraphs)


def look_at(site: Path) -> Site:
    """Count the pages and bytes of what was built; the page for addresses that do not exist is none."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix in {".html", ".md"} and path.name != "404.html" for path in files)
    return Site(pages, sum(path.stat().st_size for path in files))


def describe_sites(competitors: Sequence[Competitor], sites: Sequence[Site]) -> list[str]:
    """Return the table: ratios of time and size first."""
    at = next(number for number, one in enumerate(competitors) if one.is_reference)
    seconds, size = competitors[at].median("seconds"), sites[at].size
    lines = [f"{'':<36}{'time':>8}{'size':>8}{'median':>10}{'size':>10}{'pages':>7}{'peak':>9}"]
    for one, site in zip(competitors, sites, strict=True):
        median, peak = one.median("seconds"), one.median("peak_bytes")
        lines.append(
            f"{one.name:<36}{median / seconds:>8.2f}{site.size / size:>8.2f}{median:>8.2f} s"
            f"{site.size / BYTES_PER_MEGABYTE:>7.1f} MB{site.pages:>7}"
            + (f"{peak / 2**20:>6.0f} MB" if peak else f"{'–':>9}")
        )
    return lines
