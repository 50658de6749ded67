"""The standard as a paper to adopt: nothing of it is lost, and each value is found again in the Word file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.council.conftest import DAY, STANDARDS, assess, plant_hostile_text
from tests.paper.structure import TaggedPdf
from tests.paper.test_word import bookmarks, open_word

from kvalitet.council import make_adoption_paper, name_bookmarks
from kvalitet.fields import Kind
from kvalitet.paper.document import clean_text
from kvalitet.paper.markdown import write_markdown
from kvalitet.paper.pdf import write_pdf
from kvalitet.paper.word import write_word
from kvalitet.present.text import plain_text, render_text
from kvalitet.present.words import say_value

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Desk

    from kvalitet.check import Assessed
    from kvalitet.fields import Value

NAMES = frozenset({Kind.CRITERION, Kind.REQUIREMENT, Kind.EDITION})


def said(value: Value) -> str:
    """Return a value as a reader of the paper reads it, on one line."""
    if value.field.kind is Kind.TEXT:
        return plain_text(render_text(say_value(value))).replace("• ", "")
    unit = f" {value.field.unit}" if value.field.unit else ""
    return " ".join(f"{say_value(value)}{unit}".split())


def shown_leaves(assessed: Assessed) -> dict[str, Value]:
    """Return the values that a paper shows, by path: all that are filled, what is for the program alone left out."""
    values = assessed.standard.values.values()
    leaves = [leaf for value in values if not value.field.technical for leaf in value.leaves()]
    return {leaf.path: leaf for leaf in leaves if leaf.filled}


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_each_value_stands_in_its_bookmark(path: Path) -> None:
    assessed = assess(path)
    found = bookmarks(open_word(make_adoption_paper(assessed, DAY)))
    names = name_bookmarks(assessed.standard)
    leaves = shown_leaves(assessed)
    assert set(found) == {names[one] for one in leaves}
    for one, leaf in leaves.items():
        if leaf.field.kind not in NAMES:
            assert squeeze(found[names[one]]) == squeeze(said(leaf)), one


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_the_pdf_says_all_of_it_under_headings_in_order(path: Path) -> None:
    assessed = assess(path)
    paper = make_adoption_paper(assessed, DAY)
    pdf = TaggedPdf(write_pdf(paper))
    assert pdf.headings() == [(1, paper.title), *((one.level + 1, one.text) for one in paper.headings())]
    assert pdf.marks() == sorted(pdf.marks())
    text = squeeze(pdf.text.replace("\u00ad", "")).replace("-", "")
    for one, leaf in shown_leaves(assessed).items():
        if leaf.field.kind not in NAMES and leaf.field.kind is not Kind.TEXT:
            assert squeeze(said(leaf)).replace("-", "") in text, one


def test_sections_stand_in_the_order_of_the_rules(desk: Desk) -> None:
    assessed = desk.one("gavekort:\n  tekst: Vi bruger ikke gavekort.\nopgaver:\n  tekst: Vi giver råd.\n")
    titles = [one.text for one in make_adoption_paper(assessed, DAY).headings() if one.level == 1]
    numbered = [title for title in titles if title[0].isdigit()]
    assert [int(title.split(".")[0]) for title in numbered] == list(range(1, 16))
    assert titles[0] == "Om standarden"
    assert titles.index(numbered[0]) == 1


def test_it_tells_what_is_inherited_covered_not_described_and_not_in_force(desk: Desk) -> None:
    desk.add("personale:\n  tekst: Hos os arbejder fem.\n", name="Nabo", stem="nabo")
    desk.add(
        "tilstand: udkast\narver: [{fra: nabo, afsnit: [personale]}]\n"
        "behandlingsplan:\n  tekst: Vi laver begge planer med dig.\n  dækker: [handleplan]\n"
    )
    assessed = next(one for one in desk.check().assessed if one.standard.slug == "proeveby")
    text = write_markdown(make_adoption_paper(assessed, DAY))
    assert "> Opfundet kommune. Her kan du ikke få hjælp." in text
    assert "> Standarden er et udkast. Den gælder ikke endnu." in text
    assert "Hele eller dele af afsnittet er taget fra nabo.\n\nHos os arbejder fem." in text
    assert "## 9. Handleplan\n\nDet er beskrevet sammen med afsnittet 'Behandlingsplan'." in text
    assert "## 7. Frit valg af behandlingssted\n\nIkke beskrevet i standarden." in text


def test_hostile_text_appears_as_the_characters_it_is(tmp_path: Path) -> None:
    assessed, planted = plant_hostile_text(tmp_path)
    assert planted > 150
    paper = make_adoption_paper(assessed, DAY)
    found, names = bookmarks(open_word(paper)), name_bookmarks(assessed.standard)
    for one, leaf in shown_leaves(assessed).items():
        if leaf.field.kind not in NAMES:
            assert squeeze(found[names[one]]) == squeeze(clean_text(said(leaf))), one
    text = TaggedPdf(write_pdf(paper)).text
    assert [number for number in range(planted) if f"nr{number}slut" not in text] == []
    assert write_markdown(paper).count("slut") >= planted
    assert write_word(paper) == write_word(paper)
