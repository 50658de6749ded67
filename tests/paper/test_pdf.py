"""A paper as PDF: tagged, in Danish, titled, with headings in order, read in the order it was written."""

from __future__ import annotations

from tests.paper.samples import EVERYTHING, make_paper
from tests.paper.structure import TaggedPdf
from tests.site.test_hostile import CORPUS

from kvalitet.paper.pdf import write_pdf

ORDER = (
    "Kvalitetsstandard: Prøve",
    "Prøveby Kommune",
    "Opfundet kommune.",
    "Resumé",
    "Teksten er vigtig og kort. Se referatet.",
    "[Skriv her: hvad der skal besluttes]",
    "Steder",
    "De to steder:",
    "Kajen",
    "Møllen",
    "Felt",
    "Indhold",
    "Telefon",
    "01 23 45 67",
    "Om",
    "Første afsnit.",
    "punkt",
    "Sidste.",
    "Lovgrundlag",
    "Læst 22. november 2026.",
)


def test_the_file_says_what_it_is() -> None:
    pdf = TaggedPdf(write_pdf(EVERYTHING))
    assert pdf.root["/Lang"] == "da-DK"
    assert bool(pdf.root["/MarkInfo"]["/Marked"])
    assert bool(pdf.root["/ViewerPreferences"]["/DisplayDocTitle"])
    about = pdf.reader.metadata
    assert about is not None
    assert (about.title, about.author) == ("Kvalitetsstandard: Prøve", "Prøveby Kommune")
    assert b"pdfuaid:part" in pdf.root["/Metadata"].get_data()


def test_headings_are_tagged_by_level_and_in_order() -> None:
    assert TaggedPdf(write_pdf(EVERYTHING)).headings() == [
        (1, "Kvalitetsstandard: Prøve"),
        (2, "Resumé"),
        (3, "Steder"),
        (2, "Lovgrundlag"),
    ]


def test_lists_links_and_tables_are_tagged_as_what_they_are() -> None:
    paths = [path for path, _ in TaggedPdf(write_pdf(EVERYTHING)).elements()]
    tags = [path[-1] for path in paths]
    assert tags.count("L") == 2
    assert tags.count("LI") == 3
    assert tags.count("Link") == 1
    assert tags.count("Table") == 1
    assert tags.count("TH") == 2
    assert tags.count("TD") == 4
    assert all("THead" in path for path in paths if path[-1] == "TH")


def test_it_is_read_in_the_order_it_was_written() -> None:
    pdf = TaggedPdf(write_pdf(EVERYTHING))
    marks = pdf.marks()
    assert len(marks) > len(ORDER) / 2
    assert marks == sorted(marks), "the tags lead elsewhere than the eye"
    text, at = pdf.text, 0
    for words in ORDER:
        assert words in text[at:], words
        at = text.index(words, at) + len(words)


def test_hostile_text_is_plain_text() -> None:
    text = TaggedPdf(write_pdf(make_paper(*CORPUS))).text
    for words in CORPUS:
        assert " ".join(words.split()) in text, words


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write_pdf(EVERYTHING) == write_pdf(EVERYTHING)
