"""A web page and a Markdown file: what is text, what lies around it, and where it stood."""

from __future__ import annotations

import pytest

from kvalitet.importing.documents import Block, BlockKind, read_bytes


def read(page: str, name: str = "a.html") -> list[Block]:
    return list(read_bytes(page.encode(), name).blocks)


def of_kind(blocks: list[Block], kind: BlockKind) -> list[str]:
    return [one.text for one in blocks if one.kind is kind]


def test_outside_of_the_main_part_is_the_frame() -> None:
    around = "<title>T</title><header>Havby</header><nav>Menu</nav>"
    page = f"{around}<main><p>Tekst</p></main><aside>Nyt</aside><footer>Fod</footer>"
    blocks = read(page)
    assert of_kind(blocks, BlockKind.TEXT) == ["Tekst"]
    assert sorted(of_kind(blocks, BlockKind.FRAME)) == ["Fod", "Havby", "Menu", "Nyt", "T"]


def test_without_a_main_part_all_but_the_frame_is_text() -> None:
    blocks = read("<header>Havby</header><h1>Titel</h1><p>Tekst</p><footer>Fod</footer>")
    assert of_kind(blocks, BlockKind.TEXT) == ["Tekst"]
    assert of_kind(blocks, BlockKind.FRAME) == ["Havby", "Fod"]


@pytest.mark.parametrize("tag", ["script", "style", "template", "svg"])
def test_what_is_no_text_is_left_out(tag: str) -> None:
    assert [one.text for one in read(f"<p>Før</p><{tag}>let x = 1;</{tag}><p>Efter</p>")] == ["Før", "Efter"]


def test_what_unfolds_a_part_is_its_heading_also_when_the_part_is_hidden() -> None:
    page = (
        "<main><h2>Hjælp</h2><details><summary>Kan du få hjælp?</summary><p>Ja.</p></details>"
        "<button aria-expanded='false'>Hvad koster det?</button><div hidden><p>Intet.</p></div>"
        "<h3><button aria-controls='x'>Klage</button></h3><p>Ring.</p><button>Åbn alle</button></main>"
    )
    blocks = read(page)
    assert [(one.text, one.level) for one in blocks if one.kind is BlockKind.HEADING] == [
        ("Hjælp", 2),
        ("Kan du få hjælp?", 3),
        ("Hvad koster det?", 3),
        ("Klage", 3),
    ]
    assert of_kind(blocks, BlockKind.TEXT) == ["Ja.", "Intet.", "Ring."]
    assert of_kind(blocks, BlockKind.FRAME) == ["Åbn alle"]


def test_a_list_of_jumps_is_a_table_of_contents() -> None:
    blocks = read("<ul><li><a href='#a'>Målgruppe</a></li></ul><ul><li>Unge <a href='#b'>se her</a></li></ul>")
    assert of_kind(blocks, BlockKind.FRAME) == ["Målgruppe"]
    assert of_kind(blocks, BlockKind.ITEM) == ["Unge se her"]


def test_the_one_h1_is_the_title_and_more_than_one_are_parts() -> None:
    assert [one.level for one in read("<h1>A</h1><h2>B</h2>")] == [0, 1]
    assert [one.level for one in read("<h1>A</h1><h1>B</h1>")] == [1, 1]


def test_rows_cells_and_breaks() -> None:
    blocks = read("<table><tr><th>Mandag</th><td>9-15<br>efter aftale</td></tr></table><p>Gade 1<br>9999 By</p>")
    assert [[one.text for one in cell] for cell in blocks[0].cells] == [["Mandag"], ["9-15\nefter aftale"]]
    assert blocks[1].text == "Gade 1\n9999 By"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Målgruppe</p>".encode("cp1252"), "Målgruppe"),
        ("<meta charset='iso-8859-1'><p>Målgruppe</p>".encode("latin-1"), "Målgruppe"),
        ("<meta charset='utf-8'><p>Målgruppe</p>".encode("cp1252"), "Målgruppe"),
        ("<meta charset='hex'><p>Målgruppe</p>".encode("cp1252"), "Målgruppe"),
        ("\ufeff<p>Målgruppe</p>".encode("utf-16-le"), "Målgruppe"),
        ("\ufeff<p>Målgruppe</p>".encode(), "Målgruppe"),
        ('<?xml version="1.0" encoding="utf-8"?><p>Målgruppe</p>'.encode(), "Målgruppe"),
    ],
)
def test_the_letters_are_right_whatever_the_page_says(data: bytes, text: str) -> None:
    assert [one.text for one in read_bytes(data, "a.html").blocks] == [text]


def test_a_web_address_behind_a_link_is_kept_beside_the_text() -> None:
    blocks = read("<p>Læs <a href='https://havby.example/k'>her</a> eller <a href='/lokal'>der</a>.</p>")
    assert [one.text for one in blocks] == ["Læs her eller der.", "»her«: https://havby.example/k"]


# --- Markdown


def test_markdown_knows_its_lines() -> None:
    blocks = read("---\ntitel: x\n---\n# T\n\n## A\nEn linje\nog en til.\n\n- et\n- to\n\n[TOC]\n", "a.md")
    assert [(str(one.kind), one.text, one.origin.say()) for one in blocks] == [
        ("overskrift", "T", "linje 4"),
        ("overskrift", "A", "linje 6"),
        ("tekst", "En linje og en til.", "linje 7"),
        ("punkt", "et", "linje 10"),
        ("punkt", "to", "linje 11"),
        ("ramme", "[TOC]", "linje 13"),
        ("ramme", "titel: x", "linje 2"),
    ]


def test_what_looks_like_html_in_markdown_runs_nothing() -> None:
    assert [one.text for one in read("Tekst <script>alert(1)</script> efter", "a.md")] == ["Tekst efter"]
