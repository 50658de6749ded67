"""The paper for the agenda: what is known stands there with its law, what is not is a blank, nothing is invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.council.conftest import DAY, FOLDER, HOSTILE, STANDARDS, assess, plant_hostile_text
from tests.paper.structure import TaggedPdf
from tests.paper.test_markdown import TAGS, Words
from tests.paper.test_word import open_word

from kvalitet.assess import Level
from kvalitet.catalogue import Force
from kvalitet.council import make_agenda_paper
from kvalitet.council.opening import full_name
from kvalitet.diff import compare_standards
from kvalitet.paper.document import Style, clean_text
from kvalitet.paper.markdown import write_markdown
from kvalitet.paper.pdf import write_pdf
from kvalitet.paper.printable import make_printable

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from tests.conftest import Desk

    from kvalitet.check import Assessed
    from kvalitet.paper.document import Block, Document

PARTS = [
    "Resumé",
    "Indstilling",
    "Sagsfremstilling",
    "Hvad ændres for borgeren?",
    "Lovgrundlag",
    "Økonomi",
    "Mål og opfølgning",
    "Høring og inddragelse",
    "Videre proces",
    "Bilag",
]
BARE = "opgaver:\n  tekst: Vi giver råd til borgere med et stofmisbrug.\n"


def read(assessed: Assessed, day: dt.date = DAY) -> str:
    return write_markdown(make_agenda_paper(assessed, day)).replace("\\", "")


def part(text: str, title: str) -> str:
    """Return what stands in one part."""
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def squeeze(text: str) -> str:
    """Return ``text`` without what the end of a line puts into it or takes from it."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def blocks_of(paper: Document, style: Style) -> list[str]:
    def is_such(block: Block) -> bool:
        return getattr(block, "style", None) is style

    return ["".join(span.text for span in block.spans) for block in paper.blocks if is_such(block)]  # type: ignore[union-attr]


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_every_standard_makes_a_paper_of_ten_parts_in_three_formats(path: Path) -> None:
    paper = make_agenda_paper(assess(path), DAY)
    assert [one.text for one in paper.headings() if one.level == 1] == PARTS
    pdf = TaggedPdf(write_pdf(paper))
    assert pdf.headings() == [(1, paper.title), *((one.level + 1, one.text) for one in paper.headings())]
    assert pdf.marks() == sorted(pdf.marks())
    heads = [one.text for one in open_word(paper).paragraphs if one.style.name.startswith("Heading")]
    assert heads == [one.text for one in paper.headings()]
    assert f"\n## {PARTS[-1]}\n" in write_markdown(paper)
    assert all(make_printable(words) == words for words in blocks_of(paper, Style.BLANK))


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_every_gap_is_told_once_with_its_law_under_its_force(path: Path) -> None:
    assessed = assess(path)
    text = part(read(assessed), "Sagsfremstilling")
    heads = {
        Force.LAW: "Loven kræver det, og det er ikke beskrevet",
        Force.GUIDANCE: "Vejledningen beder om det, og det er ikke beskrevet",
        Force.RECOMMENDATION: "Det anbefales, og det er ikke beskrevet",
    }
    for name, demand in assessed.edition.demands.items():
        coverage = assessed.coverage[name]
        title = heads[demand.force] if name not in assessed.newer else "Krav, der er nyere end standarden"
        told = text.partition(f"\n### {title}\n")[2].partition("\n### ")[0]
        rows = [row for row in told.splitlines() if f" {coverage.criterion.help}" in row]
        assert len(rows) == (coverage.level is Level.NOT), name
        assert sum(f" {coverage.criterion.help}" in row for row in text.splitlines()) == len(rows), name
        assert all(demand.reference.title in row for row in rows)
        assert all(("så vidt vi kan se" in row) is not demand.reference.flat for row in rows)


def test_what_only_a_person_can_know_is_a_marked_blank(desk: Desk) -> None:
    paper = make_agenda_paper(desk.one(BARE), DAY)
    blanks = blocks_of(paper, Style.BLANK)
    assert len(blanks) >= 9
    assert all(one.startswith("[Skriv her: ") and one.endswith("]") for one in blanks)
    text = read(desk.one(BARE))
    for title in ("Indstilling", "Økonomi"):
        words = part(text, title).strip().split("\n\n")
        assert all(one.startswith("**[Skriv her: ") for one in words), title
    assert "**[Skriv her: hvad borgeren vil mærke" in part(text, "Hvad ændres for borgeren?")


def test_the_summary_counts_what_the_check_counts(desk: Desk) -> None:
    text = part(read(desk.one(BARE)), "Resumé")
    assert "Listen i reglerne har 15 punkter. 1 af dem er beskrevet." in text
    assert "Noget, loven kræver, er ikke beskrevet ved: Målgruppe, Overordnet mål, værdier og normer, " in text
    assert "De viser ikke, hvor god behandlingen er." in text
    assert "overholder" not in text


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (
            "godkendt: {af: Byrådet, dato: 2025-04-24}\n",
            (
                "Byrådet godkendte standarden den 24. april 2025. "
                "Standarden skal gås igennem igen senest den 24. april 2027."
            ),
        ),
        (
            "godkendt: {dato: 2023-04-24}\nsenest_revideret: 2024-06-01\n",
            (
                "Kommunen godkendte standarden den 24. april 2023. Den er senest gået igennem den 1. juni 2024. "
                "Standarden skulle være gået igennem igen senest den 1. juni 2026. Fristen er overskredet."
            ),
        ),
        ("tilstand: udkast\n", "Standarden er et udkast og er ikke vedtaget."),
        ("tilstand: i høring\n", "Standarden er i høring og er ikke vedtaget."),
        ("tilstand: afløst\n", "Standarden er afløst af en nyere."),
    ],
)
def test_the_summary_tells_the_days(desk: Desk, head: str, words: str) -> None:
    assert part(read(desk.one(head + BARE)), "Resumé").strip().startswith(f"{words}\n")


def test_a_promise_against_the_law_is_told_with_what_to_do(desk: Desk) -> None:
    text = read(desk.one("behandlingsgaranti:\n  tekst: Du begynder inden tre uger.\n  frist_dage: 21\n"))
    assert "Fejl, der skal rettes, før standarden vedtages: 1." in part(text, "Resumé")
    rows = [one for one in part(text, "Sagsfremstilling").splitlines() if one.startswith("| fejl |")]
    assert len(rows) == 1
    assert "højst være 14 dage" in rows[0]
    assert "Serviceloven § 101, stk. 4" in rows[0]


def test_each_provision_says_how_sure_it_is(desk: Desk) -> None:
    assessed = desk.one(BARE)
    text = part(read(assessed), "Lovgrundlag")
    for demand in assessed.edition.demands.values():
        reference = demand.reference
        rows = [one for one in text.splitlines() if one.startswith(f"| {reference.title} |")]
        described = all(
            assessed.coverage[name].level is not Level.NOT
            for name, other in assessed.edition.demands.items()
            if other.reference is reference
        )
        assert len(rows) == (not described), reference.title
        assert all(("| Så vidt vi kan se: " in row) is not reference.flat for row in rows)
    for reservation in assessed.edition.reservations:
        assert f"- {reservation}" in text


def test_rights_the_standard_is_silent_on_are_told_as_standing(desk: Desk) -> None:
    text = part(read(desk.one(BARE)), "Hvad ændres for borgeren?")
    assert "Borgerens side viser dem, som de er efter loven:" in text
    assert "- Behandling inden 14 dage (" in text


def test_with_the_former_standard_it_says_what_changes(desk: Desk) -> None:
    old = desk.one("behandlingsgaranti:\n  tekst: Du begynder inden 14 dage.\n  frist_dage: 14\n")
    choice = "frit-valg:\n  tekst: Du vælger selv et sted.\n"
    new = desk.one(f"behandlingsgaranti:\n  tekst: Du begynder inden 14 dage.\n  frist_dage: 10\n{choice}")
    text = write_markdown(make_agenda_paper(new, DAY, compare_standards(old, new))).replace("\\", "")
    told = part(text, "Hvad ændres for borgeren?")
    assert "[Skriv her: hvad borgeren vil mærke" not in told
    assert "**Før:** Din behandling starter senest 14 dage efter" in told
    assert "**Nu:** Din behandling starter senest 10 dage efter" in told
    assert "- Mulighed for frit valg: Før ikke beskrevet, nu kort beskrevet." in part(text, "Sagsfremstilling")


def test_what_the_municipality_says_of_its_gaps_stands_there(desk: Desk) -> None:
    text = part(
        read(
            desk.one(
                "ikke_relevant: [{kriterium: intensitet-ambulant, fordi: Vi har **ikke** ambulant behandling.}]\n"
                "bemærkninger: {klage-frit-valg: Det står i vores pjece.}\n"
            )
        ),
        "Sagsfremstilling",
    )
    assert "- **Mindste intensitet i ambulant behandling:** Vi har **ikke** ambulant behandling." in text
    assert "- **Klage over frit valg:** Det står i vores pjece." in text


def test_the_fields_of_goals_and_hearing_stand_in_their_parts() -> None:
    text = read(assess(FOLDER / "kronhavn.yml"))
    assert "Mindst 98 pct. begynder i behandling" in part(text, "Mål og opfølgning")
    assert "Brugernes Stemme Kronhavn" in part(text, "Høring og inddragelse")
    assert "1. januar 2026" in part(text, "Videre proces")
    assert "https://kronhavn.example/kvalitetsstandarder/arkiv/stofmisbrug-2024" in part(text, "Bilag")


def test_hostile_text_appears_as_the_characters_it_is(tmp_path: Path) -> None:
    assessed, _ = plant_hostile_text(tmp_path)
    plain = compare_standards(assess(FOLDER / "strandlev.yml"), assessed)
    paper = make_agenda_paper(assessed, DAY, plain)
    printed = squeeze(TaggedPdf(write_pdf(paper)).text)
    word = " ".join(" ".join(one.text for one in open_word(paper).paragraphs).split())
    page = Words(write_markdown(paper))
    assert page.tags <= TAGS | {"h3", "blockquote", "em"}
    for words in HOSTILE:
        shown = " ".join(clean_text(words).split())
        if "***" not in shown:  # that is emphasis in a standard
            assert shown in word, words
            assert any(shown in line for line in page.lines), words
            assert squeeze(make_printable(shown)) in printed, words


def test_a_municipality_is_called_by_its_full_name(desk: Desk) -> None:
    assert full_name(desk.one(BARE).standard) == "Prøveby Kommune"
    real = desk.add(BARE.replace("opgaver", "eksempel: nej\nopgaver"), name="København", stem="koebenhavn")
    assert full_name(assess(real).standard) == "Københavns Kommune"
