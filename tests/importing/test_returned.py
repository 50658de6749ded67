"""An edited Word export beside its standard: every change is found and told once, and nothing that did not change."""

from __future__ import annotations

import copy
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from tests.importing.documents.samples import make_pdf, make_plain_word

import kvalitet
from kvalitet.check import run_check
from kvalitet.council import make_adoption_paper
from kvalitet.importing.compare import compare_marked
from kvalitet.importing.differences import list_differences
from kvalitet.importing.documents import UnreadableError
from kvalitet.importing.documents.word_marks import MarkedParagraph, Words, read_marked
from kvalitet.importing.returned import Returned, compare_returned
from kvalitet.importing.summary import tell_returned
from kvalitet.paper.word import write_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kvalitet.check import Assessed

ROOT = Path(kvalitet.__file__).resolve().parent.parent.parent
FOLDER = ROOT / "kvalitetsstandarder" / "stofmisbrug"
STANDARDS = sorted(FOLDER.glob("*.yml"))
DAY = date(2026, 11, 22)


def assess(name: str) -> Assessed:
    return run_check([FOLDER / f"{name}.yml"], DAY).assessed[0]


@pytest.fixture(scope="module")
def strandlev() -> Assessed:
    return assess("strandlev")


@pytest.fixture(scope="module")
def exported(strandlev: Assessed) -> bytes:
    return write_word(make_adoption_paper(strandlev, DAY))


def paragraphs_of(document: Any) -> Iterator[Paragraph]:
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)


def find(document: Any, start: str) -> Paragraph:
    return next(one for one in paragraphs_of(document) if one.text.startswith(start))


def edit(data: bytes, change: Callable[[Any], object]) -> bytes:
    """Return the Word file after ``change``."""
    document = docx.Document(io.BytesIO(data))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def replace(old: str, new: str) -> Callable[[Any], None]:
    """Return an edit that writes ``new`` for ``old`` in the one place where it stands in a run of its own."""

    def change(document: Any) -> None:
        for one in paragraphs_of(document):
            for run in one.runs:
                if run.text == old:
                    run.text = new
                    return
        raise AssertionError(old)

    return change


def add_after(start: str, text: str) -> Callable[[Any], None]:
    """Return an edit that adds a paragraph after the one that begins with ``start``, as Enter does in Word."""

    def change(document: Any) -> None:
        before = find(document, start)
        element: Any = docx.oxml.OxmlElement("w:p")
        before._p.addnext(element)
        Paragraph(element, document).add_run(text)

    return change


def compare(edited: bytes, assessed: Assessed) -> Returned:
    return compare_returned(edited, "standard.docx", assessed, DAY)


def changes_of(edited: bytes, assessed: Assessed) -> list[tuple[str, str, str | None]]:
    return [(one.path, one.old, one.new) for one in compare(edited, assessed).changes]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=path.stem, marks=[] if path.stem in {"strandlev", "ternesund"} else [pytest.mark.slow])
        for path in STANDARDS
    ],
)
def test_an_export_that_nobody_touched_has_not_changed(path: Path) -> None:
    assessed = assess(path.stem)
    assert compare(write_word(make_adoption_paper(assessed, DAY)), assessed) == Returned((), ())


def test_a_number_a_date_and_a_telephone_number_are_told_as_yaml(strandlev: Assessed, exported: bytes) -> None:
    for old, new, yaml in (
        ("14 dage", "10 dage", "frist_dage: 10"),
        ("01 23 45 67", "01 99 99 99", "telefon: 01 99 99 99"),
        ("25/1234", "26/1", "sagsnummer: 26/1"),
        ("BEK 1477/2019", "BEK 622/2006", 'lovgrundlag: "2006"'),
    ):
        (change,) = compare(edit(exported, replace(old, new)), strandlev).changes
        assert (change.old, change.new, change.yaml) == (old, new, (yaml,))


def test_a_changed_text_is_told_under_its_requirement_with_its_line(strandlev: Assessed, exported: bytes) -> None:
    def change(document: Any) -> None:
        run = find(document, "Strandlev Kommune giver råd").runs[0]
        run.text = run.text.replace("giver råd", "giver gratis råd")

    (found,) = compare(edit(exported, change), strandlev).changes
    assert (found.section, found.path) == ("Opgaver på området", "opgaver.tekst")
    lines = (FOLDER / "strandlev.yml").read_text("utf-8").splitlines()
    assert lines[found.line - 1].strip().startswith("tekst:")
    assert found.yaml[0] == "tekst: >"
    rest = "og social behandling til personer med et stofmisbrug og hjælper deres pårørende."
    assert list_differences(found.old, str(found.new)) == [
        ("-", f"Strandlev Kommune giver råd {rest}"),
        ("+", f"Strandlev Kommune giver gratis råd {rest}"),
    ]


def test_a_paragraph_that_was_added_to_a_text_belongs_to_it(strandlev: Assessed, exported: bytes) -> None:
    edited = edit(exported, add_after("Strandlev Kommune giver råd", "Et helt nyt afsnit."))
    ((path, old, new),) = changes_of(edited, strandlev)
    assert (path, new) == ("opgaver.tekst", f"{old}\n\nEt helt nyt afsnit.")


def test_a_paragraph_behind_a_heading_belongs_to_no_value(strandlev: Assessed, exported: bytes) -> None:
    returned = compare(edit(exported, add_after("1. Opgaver", "Husk at tale om det her.")), strandlev)
    assert returned.changes == ()
    assert [(one.heading, one.text) for one in returned.added] == [
        ("1. Opgaver på området", "Husk at tale om det her.")
    ]


def test_a_tracked_change_is_read_as_it_would_be_accepted(strandlev: Assessed, exported: bytes) -> None:
    def change(document: Any) -> None:
        paragraph = find(document, "14 dage")
        run = paragraph.runs[0]._r
        deleted, inserted = (docx.oxml.OxmlElement(name) for name in ("w:del", "w:ins"))
        for element in (deleted, inserted):
            element.set(qn("w:id"), "9000")
        twin = copy.deepcopy(run)
        for text in twin.iter(qn("w:t")):
            text.text = "12 dage"
        run.addnext(inserted)
        run.addnext(deleted)
        inserted.append(twin)
        deleted.append(run)

    assert changes_of(edit(exported, change), strandlev) == [("behandlingsgaranti.frist_dage", "14 dage", "12 dage")]


def test_bold_italics_and_links_come_back_as_a_standard_writes_them() -> None:
    words = [Words("Læs ", frozenset({"kv_a"})), Words("her", frozenset({"kv_a"}), strong=True)]
    words += [Words(" og ", frozenset({"kv_a"})), Words("der", frozenset({"kv_a"}), link="https://x.example")]
    old = [MarkedParagraph([Words("Læs", frozenset({"kv_a"}))])]
    (change,) = compare_marked(old, [MarkedParagraph(words)]).changes
    assert change.new == "Læs **her** og [der](https://x.example)"


def test_a_value_that_lost_its_mark_is_told_as_gone(strandlev: Assessed, exported: bytes) -> None:
    def change(document: Any) -> None:
        paragraph = find(document, "14 dage")
        for element in list(paragraph._p):
            if element.tag in {qn("w:bookmarkStart"), qn("w:bookmarkEnd")}:
                paragraph._p.remove(element)

    assert ("behandlingsgaranti.frist_dage", "14 dage", None) in changes_of(edit(exported, change), strandlev)


def test_a_value_that_was_emptied_is_told(strandlev: Assessed, exported: bytes) -> None:
    (found,) = changes_of(edit(exported, replace("14 dage", " ")), strandlev)
    assert found[:2] == ("behandlingsgaranti.frist_dage", "14 dage")


def test_what_the_field_cannot_hold_is_shown_without_yaml(strandlev: Assessed, exported: bytes) -> None:
    returned = compare(edit(exported, replace("14 dage", "et par uger")), strandlev)
    assert [one.yaml for one in returned.changes] == [()]
    assert any("har ikke den form" in line for line in tell_returned(returned, strandlev.standard.file))


def test_many_changes_are_told_in_the_order_of_the_standard(strandlev: Assessed, exported: bytes) -> None:
    edited = edit(edit(exported, replace("14 dage", "10 dage")), replace("01 23 45 67", "01 99 99 99"))
    lines = list(tell_returned(compare(edited, strandlev), strandlev.standard.file))
    assert lines[0] == f"Ændringer i forhold til {strandlev.standard.file}: 2."
    assert lines.index("Organisatorisk struktur og konkrete tilbud") < lines.index("Behandlingsgaranti")
    assert any("steder.rusmiddelcenter.telefon, linje" in line for line in lines)


def test_an_inherited_value_says_where_it_stands() -> None:
    path = next(one for one in STANDARDS if "\narver:" in one.read_text("utf-8"))
    assessed = assess(path.stem)
    leaves = [leaf for value in assessed.standard.values.values() for leaf in value.leaves()]
    inherited = next(leaf for leaf in leaves if leaf.file != assessed.standard.file and leaf.field.key == "tekst")

    def change(document: Any) -> None:
        run = find(document, " ".join(str(inherited.content).split())[:40]).runs[0]
        run.text = f"Rettet. {run.text}"

    edited = edit(write_word(make_adoption_paper(assessed, DAY)), change)
    lines = list(tell_returned(compare(edited, assessed), assessed.standard.file))
    assert any(f"i {inherited.file} (arvet)" in line for line in lines)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: make_plain_word("En helt anden tekst."), "ingen af de mærker"),
        (lambda: make_pdf("Tekst"), "Kun et Word-dokument"),
        (lambda: write_word(make_adoption_paper(assess("engkoebing"), DAY)), "ikke lavet fra den standard"),
    ],
)
def test_another_document_is_refused(make: Callable[[], bytes], words: str, strandlev: Assessed) -> None:
    with pytest.raises(UnreadableError, match=words):
        compare(make(), strandlev)


def test_marks_run_over_paragraphs_and_cells_are_told_apart(exported: bytes) -> None:
    read = read_marked(exported, "kv_")
    assert sum("kv_høring_svar" in one.marks for one in read) >= 1
    assert len({one.cell for one in read if one.cell}) > 50
    assert any(one.heading for one in read)
