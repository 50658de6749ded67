"""The documents of the folder: their parts land where they belong, and not one sentence is lost."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml
from tests.importing.building import build, list_source_sentences

from kvalitet.catalogue import load_catalogue
from kvalitet.findings import Severity
from kvalitet.importing.documents import read_bytes
from kvalitet.importing.importer import Imported, import_document
from kvalitet.importing.remaining import check_text
from kvalitet.importing.write import Cover
from kvalitet.standard.model import slug_of

FOLDERS = sorted(path for path in (Path(__file__).parent / "dokumenter").iterdir() if path.is_dir())
DAY = date(2026, 11, 22)
AREA = "stofmisbrug"
NAMES = [folder.name for folder in FOLDERS]
each_document = pytest.mark.parametrize("name", NAMES)


@dataclass(frozen=True)
class Case:
    """A document with what came of it."""

    folder: Path
    wanted: dict[str, Any]
    data: bytes
    notes: tuple[str, ...]
    imported: Imported

    @property
    def source(self) -> Path:
        """The text the document was made from."""
        (found,) = self.folder.glob("dokument.*")
        return found


@cache
def case_of(name: str) -> Case:
    folder = next(one for one in FOLDERS if one.name == name)
    wanted = yaml.load((folder / "forventet.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - all text, no types
    file, data = build(folder, wanted["byg"])
    document = read_bytes(data, file)
    cover = Cover(wanted["kommune"], example=True, source=file, day=DAY)
    imported = import_document(document, load_catalogue(AREA), cover)
    return Case(folder, wanted, data, document.notes, imported)


def landings_of(case: Case) -> dict[str, set[str]]:
    """Return, per heading, the sections that its text landed in, as ``forventet.yml`` writes them."""
    found: dict[str, set[str]] = {}
    for one in case.imported.draft.landings:
        section = re.split(r"[.\[]", one.path)[0] + (".pixie" if one.path.endswith(".pixie") else "")
        found.setdefault(one.title, set()).add(" + ".join([section, *one.covers]))
    return found


def letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def value_at(values: Any, path: str) -> Any:
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(values, list):
            values = values[int(step)] if int(step) < len(values) else None
        else:
            values = values.get(step) if isinstance(values, dict) else None
    return values


def test_there_are_enough_documents_of_every_kind() -> None:
    forms = [case_of(name).wanted["byg"]["form"] for name in NAMES]
    assert len(forms) >= 8
    assert {"docx", "pdf", "html", "md"} <= set(forms)


def test_nine_of_ten_sections_land_on_the_right_requirement() -> None:
    right, wrong = 0, []
    for name in NAMES:
        case = case_of(name)
        landed = landings_of(case)
        for heading, section in case.wanted["afsnit"].items():
            if section in landed.get(heading, set()):
                right += 1
            else:
                wrong.append((name, heading, section, landed.get(heading)))
    assert right >= 0.9 * (right + len(wrong)), wrong
    # What is known to go wrong, so that a change for the worse or the better is seen.
    assert [(name, heading) for name, heading, _, _ in wrong] == [
        ("flere-steder", "Hvem er Rusmiddelcenter Fjordby?"),
    ]


@each_document
def test_every_heading_of_the_document_is_expected_somewhere(name: str) -> None:
    case = case_of(name)
    assert [one.title for one in case.imported.draft.landings if one.title not in case.wanted["afsnit"]] == []


@each_document
def test_no_sentence_is_lost(name: str) -> None:
    case = case_of(name)
    sentences = list_source_sentences(case.source)
    assert len(sentences) >= 25
    there = letters(case.imported.text)
    assert [one for one in sentences if letters(one) not in there] == []


@each_document
def test_none_had_to_be_rescued(name: str) -> None:
    assert case_of(name).imported.rescued == 0


@each_document
def test_what_the_document_proves_is_filled_in_and_nothing_else_where_it_is_named(name: str) -> None:
    case = case_of(name)
    wanted = {path: None if value == "null" else value for path, value in case.wanted["felter"].items()}
    assert {path: value_at(case.imported.draft.values, path) for path in wanted} == wanted


@each_document
def test_the_draft_passes_the_structural_check(name: str) -> None:
    case = case_of(name)
    findings = check_text(case.imported.text, AREA, slug_of(case.wanted["kommune"]), DAY)
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert [one for one in findings if one.rule.startswith(("struktur-", "henvisning-"))] == []


@each_document
def test_the_draft_is_a_draft_that_says_where_each_value_is_from(name: str) -> None:
    case = case_of(name)
    lines = case.imported.text.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../skema/stofmisbrug.schema.json"
    assert "tilstand: udkast" in lines
    assert re.search(r"^ *# fra (?:side \d+, )?(?:linje|afsnit|tabel)", case.imported.text, re.MULTILINE)
    for one in ("sikker", "sandsynligt", "gæt"):
        assert one in lines[2]


@each_document
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    case = case_of(name)
    file = f"dokument.{case.wanted['byg']['form']}"
    cover = Cover(case.wanted["kommune"], example=True, source=file, day=DAY)
    again = import_document(read_bytes(case.data, file), load_catalogue(AREA), cover)
    assert again.text == case.imported.text


@each_document
def test_what_the_law_asks_for_and_is_not_there_stands_last(name: str) -> None:
    case = case_of(name)
    findings = check_text(case.imported.text, AREA, slug_of(case.wanted["kommune"]), DAY)
    lacking = [
        one.criterion for one in findings if one.rule == "lov-ikke-beskrevet" and one.severity is Severity.WARNING
    ]
    assert len(case.imported.missing) == len(lacking) > 0
    end = case.imported.text.rpartition("# Det her kræver loven")[2]
    for criterion in lacking:
        assert load_catalogue(AREA).criteria[str(criterion)].title in " ".join(end.replace("\n#  ", "").split())


def test_a_page_drawn_twice_is_told_and_read_once() -> None:
    case = case_of("to-tekstlag")
    assert any("to gange oven i hinanden" in note for note in case.notes)
    assert letters(case.imported.text).count(letters("Rådet bliver hørt om åbningstider, regler og nye tilbud.")) == 1


def test_the_long_document_is_long() -> None:
    case = case_of("tyve-sider")
    assert len(pypdf.PdfReader(io.BytesIO(case.data)).pages) >= int(case.wanted["sider"])


def test_what_stands_on_every_page_is_in_no_text() -> None:
    case = case_of("tyve-sider")
    body, _, end = case.imported.text.partition("# Det her stod uden om teksten")
    assert "Side 1 af" in end
    assert "Side 1 af" not in body
    texts = [str(section.get("tekst")) for section in case.imported.draft.values.values() if isinstance(section, dict)]
    assert not any("jf. servicelovens § 101 Kongshavn" in text or "Side " in text for text in texts)
