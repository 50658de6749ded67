"""A paper as Word: what it says of itself, its structure, its bookmarks, and the same bytes each time."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.paper.samples import DAY, EVERYTHING, make_paper
from tests.site.test_hostile import CORPUS

from kvalitet.paper import PaperError
from kvalitet.paper.document import Document, clean_text
from kvalitet.paper.word import write_word


def open_word(document: Document) -> Any:
    return docx.Document(io.BytesIO(write_word(document)))


def bookmarks(word: Any) -> dict[str, str]:
    """Return the text between the start and the end of each bookmark, paragraphs on lines of their own."""
    texts: dict[str, str] = {}
    open_now: dict[str, str] = {}
    for element in word.element.body.iter():
        if element.tag == qn("w:bookmarkStart"):
            name = element.get(qn("w:name"))
            open_now[element.get(qn("w:id"))] = name
            texts[name] = ""
        elif element.tag == qn("w:bookmarkEnd"):
            del open_now[element.get(qn("w:id"))]
        elif element.tag == qn("w:t"):
            for name in open_now.values():
                texts[name] += element.text
        elif element.tag == qn("w:p"):
            for name in open_now.values():
                texts[name] += "\n"
    assert not open_now
    return texts


def test_the_file_says_what_it_is() -> None:
    word = open_word(EVERYTHING)
    about = word.core_properties
    assert (about.title, about.author, about.language) == ("Kvalitetsstandard: Prøve", "Prøveby Kommune", "da-DK")
    assert about.created.date() == about.modified.date() == DAY
    assert about.comments == about.keywords == ""
    languages = {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_headings_lists_and_blanks_have_styles_of_their_own() -> None:
    told = [(one.style.name, one.text) for one in open_word(EVERYTHING).paragraphs]
    assert told == [
        ("Title", "Kvalitetsstandard: Prøve"),
        ("Subtitle", "Prøveby Kommune"),
        ("Vigtigt", "Opfundet kommune."),
        ("Heading 1", "Resumé"),
        ("Normal", "Teksten er vigtig og kort. Se referatet."),
        ("Udfyldes", "[Skriv her: hvad der skal besluttes]"),
        ("Heading 2", "Steder"),
        ("Optakt", "De to steder:"),
        ("List Bullet", "Kajen"),
        ("List Bullet", "Møllen"),
        ("Luft", ""),
        ("Heading 1", "Lovgrundlag"),
        ("Note", "Læst 22. november 2026."),
    ]


def test_a_table_tells_its_title_and_its_head() -> None:
    table = open_word(EVERYTHING).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Felt", "Indhold"],
        ["Telefon", "01 23 45 67"],
        ["Om", "Første afsnit.\npunkt\nSidste."],
    ]
    heads = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Steder"


def test_a_link_leads_where_it_says() -> None:
    word = open_word(EVERYTHING)
    links = list(word.element.body.iter(qn("w:hyperlink")))
    assert ["".join(one.text for one in link.iter(qn("w:t"))) for link in links] == ["referatet"]
    relation = word.part.rels[links[0].get(qn("r:id"))]
    assert (relation.is_external, relation.target_ref) == (True, "https://proeveby.example/byraadet/1?a=b&c=d")


def test_a_bookmark_stands_around_each_marked_value() -> None:
    assert bookmarks(open_word(EVERYTHING)) == {
        "kv_steder_kajen_telefon": "01 23 45 67",
        "kv_om": "Første afsnit.\npunkt\nSidste.",
    }


def test_hostile_text_is_plain_text() -> None:
    data = write_word(make_paper(*CORPUS))
    word = docx.Document(io.BytesIO(data))
    told = {one.text for one in word.paragraphs}
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    plain = {" ".join(text.split()) for text in CORPUS}
    assert plain <= {" ".join(text.split()) for text in told}
    assert plain == {" ".join(text.split()) for text in cells}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    assert "w:fldSimple" not in body
    assert "w:instrText" not in body


@pytest.mark.parametrize("text", ["{ HYPERLINK evil.exe }", "=1+1", "\x00\x0b\x1f", "\ud800x\ufffe", "\u202evendt"])
def test_fields_formulas_and_forbidden_characters_make_no_harm(text: str) -> None:
    paragraphs = open_word(make_paper(f"a{text}b")).paragraphs
    assert clean_text(f"a{text}b") in [one.text for one in paragraphs]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    assert f"a{clean_text(text)}b" in [one.text for one in open_word(make_paper(f"a{text}b")).paragraphs]


def test_the_same_paper_gives_the_same_bytes_and_another_day_others() -> None:
    data = write_word(EVERYTHING)
    assert write_word(EVERYTHING) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 22, 12, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "WithEffects" in name]
    early = Document("T", "", "", DAY.replace(year=1970), ())
    with zipfile.ZipFile(io.BytesIO(write_word(early))) as archive:
        assert archive.infolist()[0].date_time[0] == 1980


def test_without_python_docx_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("docx", "kvalitet.paper.word_"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(PaperError, match="papir"):
        write_word(EVERYTHING)
