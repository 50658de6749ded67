"""What cannot be read gets a clear message in Danish with a way out; nothing is fetched or unpacked for it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.importing.documents import samples

from kvalitet.importing.documents import UnreadableError, guarded, read_bytes, read_guarded
from kvalitet.importing.documents.libraries import PACKAGES
from kvalitet.importing.documents.limits import MAX_BYTES, MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Callable

REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "a.docx", "Filen er tom."),
    "only spaces": (lambda: b" \n\t ", "a.md", "Filen er tom."),
    "no text in Word": (samples.make_plain_word, "a.docx", "Word-dokumentet har ingen tekst."),
    "no text on the page": (lambda: b"<html><body><img src='x'></body></html>", "a.html", "Websiden har ingen tekst."),
    "old Word": (lambda: samples.make_ole("WordDocument"), "a.doc", "Filen er et gammelt Word-dokument (.doc)."),
    "old Word called docx": (lambda: samples.make_ole("WordDocument"), "a.docx", "Filen er et gammelt Word-dokument"),
    "locked Word": (lambda: samples.make_ole("EncryptedPackage"), "a.docx", "beskyttet med en adgangskode"),
    "other old Office": (lambda: samples.OLE, "a.xls", "Filen er fra et ældre Office-program."),
    "locked PDF": (
        lambda: samples.lock_pdf(samples.make_pdf("Hemmeligt, men langt nok til at være tekst."), "kode"),
        "a.pdf",
        "Pdf-dokumentet er beskyttet med en adgangskode.",
    ),
    "scanned PDF": (
        lambda: samples.make_pdf("#rect(width: 5cm, height: 5cm)"),
        "a.pdf",
        "Pdf-dokumentet har ingen tekst",
    ),
    "broken PDF": (lambda: b"%PDF-1.7\nnonsense and nothing more", "a.pdf", "Pdf-dokumentet kan ikke læses."),
    "half a PDF": (lambda: samples.make_pdf("Tekst " * 50)[:600], "a.pdf", "Pdf-dokumentet kan ikke læses."),
    "broken Word": (lambda: samples.make_plain_word("a")[:500], "a.docx", "Word-dokumentet kan ikke læses."),
    "Word without its text": (
        lambda: samples.replace_part(samples.make_plain_word("a"), "word/document.xml", b"<nej"),
        "a.docx",
        "Word-dokumentet kan ikke læses.",
    ),
    "text called docx": (lambda: b"Bare tekst", "a.docx", "Filen ender på .docx, men er ikke et Word-dokument."),
    "text called pdf": (lambda: b"Bare tekst", "a.pdf", "Filen ender på .pdf, men er ikke et pdf-dokument."),
    "plain text": (lambda: b"Bare tekst", "a.txt", "Filen er ren tekst (.txt)."),
    "rtf": (lambda: b"{\\rtf1 x}", "a.rtf", "Filen er et rtf-dokument."),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n", "a.png", "Filen er et billede."),
    "OpenDocument": (lambda: samples.make_zip(content_xml=b"<a/>"), "a.odt", "Filen er et OpenDocument-dokument."),
    "spreadsheet": (lambda: samples.make_zip(xl__workbook_xml=b"<a/>"), "a.xlsx", "Filen er et regneark."),
    "slides": (lambda: samples.make_zip(ppt__presentation_xml=b"<a/>"), "a.pptx", "Filen er en præsentation."),
    "zip": (lambda: samples.make_zip(a_txt=b"a"), "a.zip", "Filen er en pakket fil (zip)."),
    "no ending": (lambda: b"Bare tekst", "standard", "Filens type kendes ikke."),
    "unknown ending": (lambda: b"Bare tekst", "a.xyz", "Filens type kendes ikke."),
    "huge": (lambda: b"a" * (MAX_BYTES + 1), "a.md", "Filen fylder 25 MB. Vi læser højst 25 MB."),
    "bomb": (samples.make_bomb, "a.docx", "Word-dokumentet fylder alt for meget"),
    "too much text": (lambda: b"ord " * (MAX_CHARACTERS // 4 + 10), "a.md", "mere tekst, end en kvalitetsstandard"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_it_is_told_why_and_what_to_do_instead(case: tuple[Callable[[], bytes], str, str]) -> None:
    make, name, words = case
    with pytest.raises(UnreadableError) as raised:
        read_bytes(make(), name)
    assert words in raised.value.message
    assert raised.value.advice.endswith(".")


def test_a_pdf_of_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kvalitet.importing.documents.pdf.MAX_PAGES", 2)
    with pytest.raises(UnreadableError, match="har 3 sider"):
        read_bytes(samples.make_pdf("a #pagebreak() b #pagebreak() c"), "a.pdf")


@pytest.mark.parametrize("module", PACKAGES)
def test_without_a_library_one_is_told_what_to_install(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kvalitet.importing.documents.libraries import need_libraries  # noqa: PLC0415 - the patch must come first

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableError) as raised:
        need_libraries(module)
    assert PACKAGES[module] in raised.value.message
    assert raised.value.advice == 'Skriv: pip install "mkdocs-kvalitetsstandarder[import]"'


# --- hostile documents


def test_an_entity_of_a_word_file_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("HEMMELIGT", encoding="utf-8")
    whole = samples.make_plain_word("Før &x; efter")
    text = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    import zipfile  # noqa: PLC0415 - of this test alone
    from io import BytesIO  # noqa: PLC0415 - as above

    with zipfile.ZipFile(BytesIO(whole)) as archive:
        part = archive.read("word/document.xml").replace(b"&amp;x;", b"&x;")
    head, _, rest = part.partition(b"?>")
    hostile = samples.replace_part(whole, "word/document.xml", head + b"?>" + text + rest)
    try:
        read = read_bytes(hostile, "a.docx")
    except UnreadableError:
        return
    assert "HEMMELIGT" not in "".join(one.text for one in read.blocks)


def test_entities_that_explode_end_soon() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE w:document [<!ENTITY a0 "ha">{levels}]><w:document>&a11;</w:document>'.encode()
    started = time.monotonic()
    with pytest.raises(UnreadableError):
        read_bytes(samples.replace_part(samples.make_plain_word("a"), "word/document.xml", bomb), "a.docx")
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_a_web_page_fetches_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the page was allowed to open a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    page = f"<!DOCTYPE html SYSTEM '{address}'><p>Tekst</p><iframe src='{address}'></iframe><img src='{address}'>"
    assert [one.text for one in read_bytes(page.encode(), "a.html").blocks] == ["Tekst"]


def test_deeply_nested_markup_does_not_bring_the_reader_down() -> None:
    page = "<div>" * 5000 + "Inderst i det hele" + "</div>" * 5000
    try:
        read = read_bytes(page.encode(), "a.html")
    except UnreadableError:
        return
    assert "Inderst i det hele" in "".join(one.text for one in read.blocks)


# --- the process of its own


def test_a_document_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Målgruppe\n\nDu kan få hjælp.\n", encoding="utf-8")
    assert read_guarded(path) == read_bytes(path.read_bytes(), "a.md")


def test_what_is_refused_there_is_told_here(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"")
    with pytest.raises(UnreadableError, match="Filen er tom"):
        read_guarded(path)


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Tekst", encoding="utf-8")
    with pytest.raises(UnreadableError, match="var ikke læst"):
        read_guarded(path, seconds=0.001)


@pytest.mark.parametrize("output", [b"", b"[]", b"{", b"Segmentation fault"])
def test_a_process_that_falls_is_told_of(output: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], -11, output, b"")

    monkeypatch.setattr("kvalitet.importing.documents.guarded.subprocess.run", fall)
    with pytest.raises(UnreadableError, match="gå i stå"):
        read_guarded(tmp_path / "a.pdf")


def test_the_process_is_held_to_its_memory(tmp_path: Path) -> None:
    code = (
        "from kvalitet.importing.documents import child\n"
        "child._hold()\n"
        "try:\n    b'a' * (4 << 30)\nexcept MemoryError:\n    print('held')\n"
    )
    environment = {"PYTHONPATH": str(Path(guarded.__file__).resolve().parents[3]), "PATH": ""}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path, env=environment
    )
    assert result.stdout == "held\n", result.stderr
