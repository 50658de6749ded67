"""Whatever bytes come in: a document or a message, never a traceback; and what was read is in the draft."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.importing.documents.samples import make_pdf, make_plain_word

from kvalitet.catalogue import load_catalogue
from kvalitet.findings import Severity
from kvalitet.importing.documents import Block, BlockKind, Document, Origin, UnreadableError, read_bytes
from kvalitet.importing.documents.clean import clean_text
from kvalitet.importing.documents.model import from_record, to_record
from kvalitet.importing.importer import import_document
from kvalitet.importing.keeping import find_lost
from kvalitet.importing.remaining import check_text
from kvalitet.importing.write import Cover
from kvalitet.reading.decode import find_hidden, find_unreadable

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
COVER = Cover("Prøveby", example=True, source="a.md", day=date(2026, 11, 22))
WORD = make_plain_word("Målgruppe", "Du kan få hjælp, når du er fyldt 18 år.", "Visitation", "Ring til os.")
PDF = make_pdf("= Målgruppe\nDu kan få hjælp, når du er fyldt 18 år.\n= Visitation\nRing til os.")

# Headings, facts and signs more often than chance would bring them.
PIECES = st.sampled_from(
    [
        *("# ", "## ", "\n\n", "- ", "| a | b |\n|---|---|\n", "**", "Målgruppe", "Frit valg og betaling"),
        *(
            "Klage § 101",
            "14 dage",
            "Havnegade 1, 9999 Havby",
            "01 23 45 67",
            "mandag kl. 9-15",
            "Kort fortalt",
            "Indhold",
            "Tilbud",
        ),
        *("Ambulant behandling: ", "<p>", "<details><summary>", "</table>", "\x00", "\u202e", "\ud7ff", "&#0;"),
        *("…" * 9, ": ", "# ", "'", '"', "{", "%"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join)


def read_or_refuse(data: bytes, name: str) -> Document | None:
    try:
        return read_bytes(data, name)
    except UnreadableError:
        return None


@quick
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.docx", "a.pdf", "a.html", "a.md", "a", "a.doc"]))
def test_any_bytes(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


@quick
@given(text=TEXTS, name=st.sampled_from(["a.html", "a.md"]))
def test_any_text(text: str, name: str) -> None:
    read_or_refuse(text.encode("utf-8", "surrogatepass"), name)


@quick
@given(at=st.integers(0, len(PDF) - 1), junk=st.binary(min_size=1, max_size=40))
def test_a_pdf_with_a_hole(at: int, junk: bytes) -> None:
    read_or_refuse(PDF[:at] + junk + PDF[at + len(junk) :], "a.pdf")


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


PARTS = _parts()


@quick
@given(data=st.data())
def test_a_word_file_with_a_hole_in_a_part(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([one for one in PARTS if one.endswith((".xml", ".rels"))]))
    at = data.draw(st.integers(0, len(PARTS[name]) - 1))
    junk = data.draw(st.binary(max_size=20))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for one, content in PARTS.items():
            archive.writestr(one, content[:at] + junk + content[at + 5 :] if one == name else content)
    read_or_refuse(stream.getvalue(), "a.docx")


@quick
@given(text=st.text())
def test_clean_text_holds_nothing_that_the_check_would_complain_of(text: str) -> None:
    clean = clean_text(text)
    assert find_unreadable(clean, "") == []
    assert find_hidden(clean, "") == []
    assert clean_text(clean) == clean


@quick
@given(text=TEXTS)
def test_a_draft_keeps_every_sentence_and_passes_the_structural_check(text: str) -> None:
    document = read_or_refuse(text.encode("utf-8", "surrogatepass"), "a.md")
    if document is None:
        return
    imported = import_document(document, load_catalogue("stofmisbrug"), COVER)
    assert imported.rescued == 0
    assert find_lost(document.blocks, imported.text) == []
    findings = check_text(imported.text, "stofmisbrug", "proeveby", COVER.day)
    structural = ("struktur-", "henvisning-")
    grave = [one for one in findings if one.severity is Severity.ERROR and one.rule.startswith(structural)]
    assert grave == [], imported.text


BLOCKS = st.builds(
    Block,
    kind=st.sampled_from([one for one in BlockKind if one is not BlockKind.ROW]),
    text=TEXTS.map(clean_text).filter(bool),
    origin=st.builds(Origin, unit=st.just("linje"), first=st.integers(1, 99), last=st.integers(1, 99)),
    level=st.integers(0, 4),
)


@quick
@given(blocks=st.lists(BLOCKS, min_size=1, max_size=12))
def test_any_blocks_become_a_draft_with_all_of_them(blocks: list[Block]) -> None:
    document = Document("a.md", tuple(blocks))
    assert from_record(to_record(document)) == document
    imported = import_document(document, load_catalogue("stofmisbrug"), COVER)
    assert find_lost(blocks, imported.text) == []
    assert imported.rescued == 0


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_the_whole_files_behind_the_holes_are_read(name: str) -> None:
    document = read_or_refuse(WORD if name == "a.docx" else PDF, name)
    assert document is not None
    assert any("fyldt 18 år" in one.text for one in document.blocks)
