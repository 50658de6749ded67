"""What a reader of a Word file sees is read: styles, lists, tables, boxes, frames, notes, changes; nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from tests.importing.documents.samples import make_word

from kvalitet.importing.documents import Block, BlockKind, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document


def read(fill: Callable[[Document], object]) -> list[Block]:
    return list(read_bytes(make_word(fill), "a.docx").blocks)


def texts(blocks: list[Block], kind: BlockKind) -> list[str]:
    return [one.text for one in blocks if one.kind is kind]


def test_headings_by_style_know_their_level() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Titel", 0)
        document.add_heading("Et", 1)
        document.add_heading("Et og en halv", 2)

    assert [(one.kind, one.level) for one in read(fill)] == [
        (BlockKind.HEADING, 0),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_a_style_of_ones_own_that_builds_on_a_heading_is_one() -> None:
    def fill(document: Document) -> None:
        style: Any = document.styles.add_style("Kommunens overskrift", 1)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("Visitation", style=style)

    (block,) = read(fill)
    assert (block.kind, block.level) == (BlockKind.HEADING, 2)


def test_styles_that_build_on_each_other_in_a_circle_end() -> None:
    def fill(document: Document) -> None:
        one, two = (document.styles.add_style(name, 1) for name in ("En", "To"))
        for style, base in ((one, two), (two, one)):
            element = OxmlElement("w:basedOn")
            element.set(qn("w:val"), base.style_id)
            style.element.append(element)
        document.add_paragraph("Tekst", style=one)

    assert texts(read(fill), BlockKind.TEXT) == ["Tekst"]


def test_items_by_style_and_by_hand() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Unge", style="List Bullet")
        document.add_paragraph("Gravide", style="List Number")
        document.add_paragraph("• Forældre")
        document.add_paragraph("- Pårørende")
        document.add_paragraph("-5 grader er koldt")

    blocks = read(fill)
    assert texts(blocks, BlockKind.ITEM) == ["Unge", "Gravide", "Forældre", "Pårørende"]
    assert texts(blocks, BlockKind.TEXT) == ["-5 grader er koldt"]


def test_bold_is_known_as_a_whole_and_at_the_start() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph().add_run("Helt fed").bold = True
        mixed = document.add_paragraph()
        mixed.add_run("Målgruppe. ").bold = True
        mixed.add_run("Alle over 18 år.")
        mixed.add_run(" Fed til sidst.").bold = True

    whole, mixed = read(fill)
    assert whole.strong
    assert (mixed.lead, mixed.strong) == ("Målgruppe.", False)


def test_a_line_break_of_the_author_is_kept() -> None:
    def fill(document: Document) -> None:
        run = document.add_paragraph().add_run("Havnegade 1")
        run.add_break()
        run.add_text("9999 Havby")

    assert read(fill)[0].text == "Havnegade 1\n9999 Havby"


def test_a_table_is_rows_of_cells_and_one_column_is_running_text() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Målgruppe", "Alle"
        table.cell(0, 1).add_paragraph("Unge", style="List Bullet")
        document.add_table(rows=1, cols=1).cell(0, 0).text = "I en ramme"

    row, boxed = read(fill)
    assert row.kind is BlockKind.ROW
    assert [[one.text for one in cell] for cell in row.cells] == [["Målgruppe"], ["Alle", "Unge"]]
    assert row.cells[1][1].kind is BlockKind.ITEM
    assert row.origin.say() == "tabel 1, række 1"
    assert (boxed.kind, boxed.text) == (BlockKind.TEXT, "I en ramme")


def test_a_merged_cell_is_read_once_and_a_table_in_a_cell_as_well() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Fælles"
        table.cell(0, 1).text, table.cell(1, 1).text = "En", "To"
        inner = table.cell(1, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Indre", "Celle"

    together = "\n".join(one.text for one in read(fill))
    for word in ("Fælles", "En", "To", "Indre", "Celle"):
        assert together.split().count(word) == 1, word


def test_headers_and_footers_are_the_frame_each_once() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Tekst")
        for section in (document.sections[0], document.add_section()):
            section.header.is_linked_to_previous = False
            section.header.paragraphs[0].text = "Havby Kommune"
        document.sections[0].footer.paragraphs[0].text = "Side 1"

    blocks = read(fill)
    assert sorted(texts(blocks, BlockKind.FRAME)) == ["Havby Kommune", "Side 1"]
    assert texts(blocks, BlockKind.TEXT) == ["Tekst"]


def test_a_table_of_contents_is_the_frame() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Målgruppe\t3", style=document.styles.add_style("toc 1", 1))
        contents = parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Visitation 4</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(1, contents)
        document.add_paragraph("Tekst")

    blocks = read(fill)
    assert texts(blocks, BlockKind.FRAME) == ["Målgruppe 3", "Visitation 4"]
    assert texts(blocks, BlockKind.TEXT) == ["Tekst"]


def _wrap(document: Document, xml: str) -> None:
    document.element.body.insert(0, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def test_a_text_with_tracked_changes_is_read_as_it_now_stands() -> None:
    def fill(document: Document) -> None:
        _wrap(
            document,
            "<w:p><w:r><w:t xml:space='preserve'>Fristen er </w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>21</w:delText></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> dage.</w:t></w:r></w:p>",
        )

    assert read(fill)[0].text == "Fristen er 14 dage."


def test_hidden_text_is_left_out_and_told() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Synlig.").add_run(" Internt.").font.hidden = True

    read_document = read_bytes(make_word(fill), "a.docx")
    assert [one.text for one in read_document.blocks] == ["Synlig."]
    assert read_document.notes == ("Dokumentet har skjult tekst. Den er ikke taget med.",)


def test_comments_are_left_out_and_told() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Tekst.")
        document.add_comment(paragraph.runs, text="Skal det være 14?", author="A")

    read_document = read_bytes(make_word(fill), "a.docx")
    assert "Skal det" not in "".join(one.text for one in read_document.blocks)
    assert read_document.notes == ("Dokumentet har kommentarer i margenen (1). De er ikke taget med.",)


def test_a_text_box_is_read_once() -> None:
    def fill(document: Document) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>Ring til os</w:t></w:r></w:p></w:txbxContent>"
        compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        document.element.body.insert(
            0,
            parse_xml(
                f'<w:p {nsdecls("w")} xmlns:mc="{compatible}"><w:r><w:t>Før</w:t></w:r><w:r><mc:AlternateContent>'
                f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
                "</mc:AlternateContent></w:r></w:p>"
            ),
        )

    assert [one.text for one in read(fill)] == ["Før", "Ring til os"]


def test_a_web_address_behind_a_link_is_kept_beside_the_text() -> None:
    def fill(document: Document) -> None:
        rel = document.part.relate_to(
            "https://havby.example/klage",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        document.element.body.insert(
            0,
            parse_xml(
                f'<w:p {nsdecls("w", "r")}><w:r><w:t xml:space="preserve">Læs </w:t></w:r>'
                f'<w:hyperlink r:id="{rel}"><w:r><w:t>om klage</w:t></w:r></w:hyperlink></w:p>'
            ),
        )

    text, link = read(fill)
    assert text.text == "Læs om klage"
    assert (link.kind, link.text) == (BlockKind.FRAME, "»om klage«: https://havby.example/klage")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("for\u00adskel", "forskel"), ("a\u200bb", "ab"), ("a\u00a0b", "a b"), ("e\u0301n", "én"), ("\ufb01re", "fire")],
)
def test_characters_nobody_sees_are_cleaned(written: str, read_as: str) -> None:
    assert read(lambda document: document.add_paragraph(written))[0].text == read_as
