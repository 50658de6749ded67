from __future__ import annotations

import datetime as dt
import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from kvalitet.paper import PaperError, compile_pdf, typesetting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = dt.date(2026, 11, 22)
TEMPLATE = """#import "faelles.typ": *
#show: paper.with(title: values.title)
= #values.title
#values.text
"""
HOSTILE = '#read("/etc/passwd") $x$ *fed* @nogen <mærke> \\ ``` #{ } // æøå ½ »citat« \u202evendt'


@pytest.fixture
def _a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shared = typesetting._TEMPLATES / "faelles.typ"
    (tmp_path / "faelles.typ").write_bytes(shared.read_bytes())
    (tmp_path / "et-papir.typ").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr(typesetting, "_TEMPLATES", tmp_path)
    typesetting._compiler.cache_clear()
    yield
    typesetting._compiler.cache_clear()  # it knows the folder of this test


def make(text: str) -> bytes:
    return compile_pdf("et-papir", {"title": "Et papir", "text": text}, DAY)


@pytest.mark.usefixtures("_a_template")
def test_the_pdf_is_tagged_danish_and_titled() -> None:
    reader = PdfReader(io.BytesIO(make("Ring eller gå derhen.")))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf's own truth is equal to True, not True itself
    assert root["/Lang"] == "da-DK"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert reader.metadata is not None
    assert reader.metadata.title == "Et papir"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == DAY
    assert b"pdfuaid:part" in (reader.xmp_metadata.stream.get_data() if reader.xmp_metadata is not None else b"")


@pytest.mark.usefixtures("_a_template")
def test_only_the_packages_own_font_is_used() -> None:
    page: Any = PdfReader(io.BytesIO(make("Ring eller gå derhen."))).pages[0]
    names = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert names
    assert all("AtkinsonHyperlegibleNext" in name for name in names)


@pytest.mark.usefixtures("_a_template")
def test_text_is_never_read_as_typst() -> None:
    told = PdfReader(io.BytesIO(make(HOSTILE))).pages[0].extract_text()
    assert '#read("/etc/passwd") $x$ *fed* @nogen <mærke>' in " ".join(told.split())
    assert "root:" not in told


@pytest.mark.usefixtures("_a_template")
def test_the_same_input_gives_the_same_bytes() -> None:
    first = make("Ring.")
    typesetting._compiler.cache_clear()
    assert make("Ring.") == first
    assert make("Kom.") != first


def test_without_typst_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    typesetting._compiler.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PaperError, match="papir"):
        make("Ring.")
