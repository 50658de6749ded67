"""The glossary's page: every word once, in the order of the alphabet, and every hard word of a page leads there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.danish import alphabetical
from kvalitet.glossary import load_glossary

if TYPE_CHECKING:
    from pathlib import Path


def test_every_word_is_there_in_the_order_of_the_alphabet(site: Path) -> None:
    page = (site / "ordliste" / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<section class="kv-opslag" id="([^"]+)"[^>]*>\n<h3[^>]*>([^<]+)</h3>', page)
    terms = load_glossary().terms
    assert shown == [(one.id, one.word) for one in sorted(terms.values(), key=lambda one: alphabetical(one.word))]
    assert all(one.explanation in page and one.example in page.replace("&#34;", '"') for one in terms.values())


def test_nothing_is_explained_on_pages_for_professionals_or_in_the_glossary_itself(site: Path) -> None:
    for address in ("ordliste", "stofmisbrug/overblik", "stofmisbrug/kommuner/strandlev/standard", "lov"):
        assert 'class="kv-ord"' not in (site / address / "index.html").read_text(encoding="utf-8"), address
    assert 'class="kv-ord"' in (site / "stofmisbrug/rettigheder/index.html").read_text(encoding="utf-8")
