"""Hard words are explained once a page, below the text they first stand in, and nowhere that is no running text."""

from __future__ import annotations

import re

import pytest

from kvalitet.glossary import load_glossary
from kvalitet.present.terms import explain_terms

GLOSSARY = load_glossary()
TERM, OTHER = GLOSSARY.terms["visitation"], GLOSSARY.terms["bisidder"]


def explain(html: str) -> str:
    return explain_terms(html, GLOSSARY, lambda address: f"../{address}")


def mark(html: str) -> str:
    """Return the page with each explanation as the words it explains: {visitation}."""
    part = r'\n<details class="kv-ord".*?<summary>Hvad betyder (.*?)\?</summary>.*?</details>'
    return re.sub(part, r"{\1}", explain(html), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Efter visitationen.</p>", "<p>Efter visitationen.</p>{»visitationen«}"),
        ("<p>Visitation.</p><p>Visitation.</p>", "<p>Visitation.</p><p>Visitation.</p>{»Visitation«}"),
        (
            "<p>Visitation.</p><h2>x</h2><p>Visitation.</p>",
            "<p>Visitation.</p>{»Visitation«}<h2>x</h2><p>Visitation.</p>",
        ),
        (
            "<ul><li>visitation</li><li>bisidder</li></ul>",
            "<ul><li>visitation</li><li>bisidder</li></ul>{»visitation« og »bisidder«}",
        ),
        ("<p>En <strong>frit</strong> valg</p>", "<p>En <strong>frit</strong> valg</p>{»frit valg«}"),
        ("<p>frit <a href='#'>og</a> valg</p>", "<p>frit <a href='#'>og</a> valg</p>"),
        ("<div><p>visitation</p></div><p>x</p>", "<div><p>visitation</p>{»visitation«}</div><p>x</p>"),
        ("<ol><li>visitation<div>x</div></li></ol>", "<ol><li>visitation{»visitation«}<div>x</div></li></ol>"),
        (
            "<p>visitation</p><p class='x kv-source'>y</p>".replace("'", '"'),
            '<p>visitation</p>{»visitation«}<p class="x kv-source">y</p>',
        ),
        ("<p>visi&shy;tation &amp; bisidder</p>", "<p>visi&shy;tation &amp; bisidder</p>{»bisidder«}"),
        (
            "<details><summary>x</summary><p>visitation</p></details><p>visitation</p>",
            "<details><summary>x</summary><p>visitation</p></details><p>visitation</p>{»visitation«}",
        ),
        (
            "<details><details><p>visitation</p></details><p>bisidder</p></details>",
            "<details><details><p>visitation</p>{»visitation«}</details><p>bisidder</p>{»bisidder«}</details>",
        ),
        (
            "<section hidden><p>visitation</p></section><p>visitation</p>",
            "<section hidden><p>visitation</p></section><p>visitation</p>{»visitation«}",
        ),
        (
            "<p>En <dfn>visitation</dfn> er svaret.</p><p>visitation</p>",
            "<p>En <dfn>visitation</dfn> er svaret.</p><p>visitation</p>",
        ),
        ("<p>Et tilbud</p>", "<p>Et tilbud</p>"),  # a word of the glossary, but not a hard one
        (
            "<ul><li>frit</li><li>valg</li></ul><p>frit</p>\n<p>valg</p>",
            "<ul><li>frit</li><li>valg</li></ul><p>frit</p>\n<p>valg</p>",
        ),
        ("<p>Intet.</p>", "<p>Intet.</p>"),
        ("", ""),
    ],
)
def test_where_a_word_is_explained(html: str, expected: str) -> None:
    assert mark(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h2>visitation</h2>",
        "<p><a href='#'>visitation</a></p>",
        "<button>visitation</button>",
        "<details><summary>visitation</summary></details>",
        "<address><p>Social Visitation</p></address>",
        "<form><p>visitation</p></form>",
        "<table><tr><td><p>visitation</p></td></tr></table>",
        "<pre>visitation</pre><blockquote><p>visitation</p></blockquote>",
        '<p class="kv-source">visitation</p>',
        "<div data-uden-ord><p>visitation</p><details><summary>x</summary><p>visitation</p></details></div>",
        "<p>Mail: visitation@strandlev.example</p>",
        "<div>visitation</div>",
    ],
)
def test_nothing_is_explained_where_no_text_runs(html: str) -> None:
    assert explain(html) == html


def test_what_is_added_explains_and_leads_on() -> None:
    made = explain("<p>visitation og bisidder</p>").removeprefix("<p>visitation og bisidder</p>")
    assert TERM.explanation in made
    assert OTHER.explanation in made
    assert made.count("<p>") == 2
    assert '<a href="../ordliste/#bisidder">Se »bisidder« i ordlisten</a>' in made
    assert "<strong>" not in explain("<p>visitation</p>")


def test_every_word_of_the_page_stays_as_it_was() -> None:
    html = (
        "<section>\n<p>Efter visitationen &lt;b&gt; en bisidder.</p>\n<ul><li>frit valg</li></ul></section>\n<p>x</p>"
    )
    made = explain(html)
    assert made != html
    assert re.sub(r'\n<details class="kv-ord".*?</details>', "", made, flags=re.DOTALL) == html
