"""Whatever a text holds, the PDF is made: typst refuses PDF/UA-1 where the font lacks a letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.paper.samples import DAY, make_paper
from tests.paper.structure import TaggedPdf

from kvalitet.paper import compile_pdf
from kvalitet.paper.pdf import write_pdf
from kvalitet.paper.printable import _RANGES, make_printable

KNOWN = re.compile(f"[{_RANGES}]")


def test_the_font_has_every_letter_that_is_let_through() -> None:
    letters = [chr(code) for code in range(0x20, 0x2300) if KNOWN.fullmatch(chr(code))]
    assert len(letters) > 200
    text = " ".join(letters)
    assert make_printable(text) == text
    assert len(write_pdf(make_paper(text))) > 1000


def test_letters_of_danish_and_its_neighbours_stay_as_they_are() -> None:
    text = "Æbleø på åen: § 101, stk. 1 – »citat« “citat” ’s ½ ⅓ 20 % 5 € é ü ö ä ß ð þ −3 … •"
    assert make_printable(text) == text.replace("⅓", "1⁄3")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Šabanović fra Łódź", "Sabanović fra Lódź"),
        ("14‑dages frist → nu", "14-dages frist -> nu"),
        ("mindst ≥ 3", "mindst >= 3"),
        ("😀 ring", "[?] ring"),
        ("مرحبا", "[?]"),
        ("usynlig\u2060\ufeff", "usynlig"),
        ("lange\u00adord\u200bher", "lange\u00adord\u200bher"),  # where a line may break
        ("a\x00b", "a[?]b"),
        ("\ue000\ufffd", "[?]"),
        ("ﬁn ①", "fin 1"),
        ("e\u0301 x\u0300", "é x"),
    ],
)
def test_what_the_font_lacks_is_said_otherwise_or_marked(text: str, printed: str) -> None:
    assert make_printable(text) == printed


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
@example("\u034f\u115f\u180b\u2065\ufff0")
@example("\U0001f468\u200d\U0001f469\u200d\U0001f467 \U000e0041")
def test_any_text_makes_a_pdf(text: str) -> None:
    assert write_pdf(make_paper(f"a{text}b")).startswith(b"%PDF")


def test_every_template_is_kept_from_letters_it_cannot_show() -> None:
    values = {
        "title": "T",
        "subtitle": "",
        "author": "",
        "blocks": [{"kind": "heading", "level": 2, "text": "日本 nu"}],
    }
    assert "[?] nu" in TaggedPdf(compile_pdf("dokument", values, DAY)).text
