"""A PDF as its reader sees it: paragraphs, headings, columns, tables; words divided at line ends are whole again."""

from __future__ import annotations

import io

import pypdf
import pytest
from tests.importing.documents.samples import lock_pdf, make_pdf

from kvalitet.importing.documents import Block, BlockKind, read_bytes
from kvalitet.importing.documents.hyphens import collect_words, join_lines
from kvalitet.importing.documents.pdf_lines import Piece, make_lines

NARROW = '#set page(width: 8cm, height: 20cm, margin: 1cm)\n#set text(lang: "da", size: 11pt)\n'


def read(markup: str) -> list[Block]:
    return list(read_bytes(make_pdf(markup), "a.pdf").blocks)


def kinds(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(str(one.kind), one.text) for one in blocks]


def test_lines_of_a_paragraph_are_one_and_the_next_paragraph_another() -> None:
    first = "Kommunen hjælper borgere, der ønsker at ændre deres brug af stoffer, med råd og behandling."
    assert kinds(read(f"{NARROW}{first}\n\nDet næste afsnit er kort, men det er et afsnit.")) == [
        ("tekst", first),
        ("tekst", "Det næste afsnit er kort, men det er et afsnit."),
    ]


def test_lines_that_the_author_broke_stay_apart() -> None:
    running = "Kommunen hjælper borgere, der ønsker at ændre deres brug af stoffer, med råd og behandling."
    address = ["Centret i Havby", "Havnegade 1", "9999 Havby", "Telefon 01 23 45 67"]
    broken = " \\ ".join(address)
    blocks = read(f"{NARROW}{running}\n\n{broken}")
    assert [one.text for one in blocks] == [running, *address]


def test_headings_are_known_by_their_size_and_bold_lines_by_their_letters() -> None:
    blocks = read("= Målgruppe\nTekst om målgruppen står her.\n\n*Visitation*\n\nTekst om visitationen står her.")
    assert kinds(blocks)[0] == ("overskrift", "Målgruppe")
    assert [one.text for one in blocks if one.strong] == ["Visitation"]


def test_a_heading_of_two_lines_is_one() -> None:
    heading = "Visitation, afdækning og afgørelse i sager om behandling"
    blocks = read(f"{NARROW}= {heading}\nHer står der noget om det, og det fylder mere end en linje.")
    assert kinds(blocks)[0] == ("overskrift", heading)


def test_items_have_lost_their_bullet_and_kept_their_second_line() -> None:
    item = "unge mellem 18 og 24 år, som har brug for støtte til skole og fritid"
    blocks = read(f"{NARROW}Målgruppen er:\n- {item}\n- gravide")
    assert kinds(blocks)[1:] == [("punkt", item), ("punkt", "gravide")]


def test_a_sentence_that_begins_a_line_with_a_number_is_no_new_item() -> None:
    text = "Standarden gælder i Havby Kommune og er vedtaget den 14. marts 2025 på byrådets møde den dag."
    assert [one.text for one in read(NARROW + text)] == [text]


@pytest.mark.parametrize("divide", ["true", "false"])
def test_words_divided_at_the_end_of_a_line_are_whole(divide: str) -> None:
    text = (
        "Stofmisbrugsbehandlingsområdet omfatter rådgivningssamtaler, efterbehandling og stof- og alkoholbehandling "
        "for borgere med behandlingskrævende afhængighedsproblemer i hele kommunen."
    )
    blocks = read(f"{NARROW}#set text(hyphenate: {divide})\n#set par(justify: true)\n{text}")
    assert " ".join(one.text for one in blocks) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["behand-", "ling"], "behandling"),
        (["stof-", "og alkohol"], "stof- og alkohol"),
        (["velkom-", "men til"], "velkommen til"),
        (["Faaborg-", "Midtfyn"], "Faaborg-Midtfyn"),
        (["14-", "dages"], "14-dages"),
        (["mandag -", "fredag"], "mandag - fredag"),
        (["en e-", "mail til e-mail"], "en e-mail til e-mail"),
        (["to", "linjer"], "to linjer"),
    ],
)
def test_joining_lines(lines: list[str], text: str) -> None:
    assert join_lines(lines, collect_words(lines)) == text


def test_columns_are_read_one_after_the_other() -> None:
    left, right = "Venstre spalte begynder her og er lang nok. " * 6, "Højre spalte begynder her og er lang nok. " * 6
    text = " ".join(one.text for one in read(f"#columns(2)[{left} #colbreak() {right}]"))
    assert text.count("Venstre spalte begynder her og er lang nok.") == 6
    assert text.rindex("Venstre") < text.index("Højre")


def test_columns_drawn_line_by_line_across_the_page_are_set_in_order() -> None:
    left = [
        "Den første spalte er fuld af tekst, og",
        "den går videre på den næste linje og",
        "slutter så her nede i spalten til sidst.",
    ]
    right = [
        "Den anden spalte er også fuld, og den",
        "går også videre på den næste linje og",
        "slutter så lige her ved siden af den.",
    ]
    pieces = [
        Piece(text, x, 700.0 - 14 * row, 11.0, bold=False, spaced=bool(column), page=1)
        for row in range(3)
        for column, (x, text) in enumerate(((50.0, left[row]), (310.0, right[row])))
    ]
    from kvalitet.importing.documents.pdf_blocks import make_blocks  # noqa: PLC0415 - of this test alone

    text = " ".join(one.text for one in make_blocks(make_lines(pieces).lines))
    assert " ".join(left) in text
    assert " ".join(right) in text


def test_a_table_is_rows_of_cells() -> None:
    long = "Behandlingen er gratis, men der er betaling for kost og logi under ophold i døgnbehandling."
    blocks = read(f"#table(columns: (25%, 1fr), [Målgruppe], [Alle over 18 år.], [Betaling], [{long * 2}])")
    rows = [[" ".join(one.text for one in cell) for cell in row.cells] for row in blocks]
    assert rows == [["Målgruppe", "Alle over 18 år."], ["Betaling", long * 2]]


def test_what_stands_on_every_page_is_the_frame_and_page_numbers_are_told_once() -> None:
    pages = " #pagebreak() ".join(f"Det her er teksten på side nummer {name}." for name in ("et", "to", "tre"))
    frame = "#set page(header: [Havby Kommune], footer: context [Side #counter(page).display()])\n"
    blocks = read(frame + pages)
    assert [one.text for one in blocks if one.kind is BlockKind.FRAME] == ["Havby Kommune", "Side 1"]
    assert [one.origin.page for one in blocks if one.kind is BlockKind.TEXT] == [1, 2, 3]


def test_a_paragraph_that_runs_over_a_page_is_one() -> None:
    blocks = read(
        "#set page(height: 6cm, width: 14cm, margin: 1cm)\n"
        + "Et langt afsnit, som går videre på den næste side og " * 12
        + "slutter."
    )
    assert len(blocks) == 1
    assert blocks[0].text.endswith("slutter.")


def test_a_place_in_the_document_is_told_by_page_and_line() -> None:
    blocks = read("Den første linje står her.\n\nDen anden linje står her.#pagebreak()Den tredje linje står her.")
    assert [one.origin.say() for one in blocks] == ["side 1, linje 1", "side 1, linje 2", "side 2, linje 1"]


def test_pages_without_text_are_told() -> None:
    document = read_bytes(make_pdf("En hel del tekst på den første side. #pagebreak() #rect()"), "a.pdf")
    assert document.notes == ("Side 2 har næsten ingen tekst. Er der skannet tekst på dem, mangler den i udkastet.",)


def test_a_pdf_that_opens_without_a_password_is_read_though_it_is_encrypted() -> None:
    assert (
        "Tekst nok til at læse" in read_bytes(lock_pdf(make_pdf("Tekst nok til at læse."), ""), "a.pdf").blocks[0].text
    )


def test_turned_pages_are_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf("Den her side er vendt om på siden, men har en tekst.")))
    writer.pages[0].rotate(90)
    stream = io.BytesIO()
    writer.write(stream)
    assert read_bytes(stream.getvalue(), "a.pdf").blocks[0].text.startswith("Den her side er vendt")


# --- layers


def piece(text: str, x: float, y: float) -> Piece:
    return Piece(text, x, y, 11.0, bold=False, spaced=False, page=1)


def test_a_piece_drawn_twice_at_its_place_is_taken_once() -> None:
    made = make_lines([piece("Målgruppe", 50, 700), piece("Målgruppe", 50.4, 700)])
    assert ([one.text for one in made.lines], made.doubled) == (["Målgruppe"], 1)


def test_a_second_layer_of_single_words_is_taken_once() -> None:
    words = ["Du", "kan", "få", "hjælp."]
    second = [
        Piece(word, 50 + 20 * at, 700.5, 11.0, bold=False, spaced=bool(at), page=1) for at, word in enumerate(words)
    ]
    made = make_lines([piece("Du kan få hjælp.", 50, 700), *second])
    assert ([one.text for one in made.lines], made.doubled) == (["Du kan få hjælp."], 1)


def test_a_second_layer_that_was_read_otherwise_is_kept_beside() -> None:
    made = make_lines([piece("Du kan få hjælp her.", 50, 700), piece("Du kan fa hjaelp her.", 50, 700.5)])
    assert [one.text for one in made.lines] == ["Du kan få hjælp her."]
    assert [one.text for one in made.second] == ["Du kan fa hjaelp her."]


def test_the_same_words_at_another_place_are_no_layer() -> None:
    made = make_lines([piece("Behandlingen er gratis.", 50, 700), piece("Behandlingen er gratis.", 50, 600)])
    assert len(made.lines) == 2
