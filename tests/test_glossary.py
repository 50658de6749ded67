"""The glossary: enough words, short and easy, each once, flat only where proof allows; and found as whole words."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.glossary import load_glossary
from kvalitet.readability import measure, split_sentences, split_words

if TYPE_CHECKING:
    from pathlib import Path

GLOSSARY = load_glossary()
LEAST_TERMS, MOST_WORDS, MOST_SENTENCES, MOST_LIX = 80, 20, 2, 34


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.term.id) for one in GLOSSARY.find(text)]


def hard_words_in(name: str) -> set[str]:
    return {one.term.id for one in GLOSSARY.find(GLOSSARY.terms[name].explanation) if one.term.hard} - {name}


def test_there_are_enough_words() -> None:
    assert len(GLOSSARY.terms) >= LEAST_TERMS


def test_the_glossary_as_a_whole_is_easy_to_read() -> None:
    texts = [text for one in GLOSSARY.terms.values() for text in (one.explanation, one.example)]
    assert measure(texts).lix <= MOST_LIX


@pytest.mark.parametrize("name", GLOSSARY.terms)
def test_each_word_has_a_short_explanation_and_an_example_with_the_word(name: str) -> None:
    term = GLOSSARY.terms[name]
    sentences = split_sentences(term.explanation)
    assert len(sentences) <= MOST_SENTENCES
    assert [one for one in (*sentences, term.example) if len(split_words(one)) > MOST_WORDS] == []
    assert term.id in [one.term.id for one in GLOSSARY.find(term.example)], "the example shows another word"


@pytest.mark.parametrize("name", [one.id for one in GLOSSARY.terms.values() if one.hard])
def test_a_hard_word_is_not_explained_by_hard_words_that_lead_back_to_it(name: str) -> None:
    """Whoever looks a word up must not be sent in a circle."""
    used = hard_words_in(name)
    back = [other for other in used if name in hard_words_in(other)]
    assert back == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Efter visitationen får du svar.", [("visitationen", "visitation")]),
        ("VISITATION", [("VISITATION", "visitation")]),
        ("Du har frit valg.", [("frit valg", "frit-valg")]),
        ("Du har frit\n  valg.", [("frit\n  valg", "frit-valg")]),
        ("Valget er frit. Valg nu.", []),
        ("integreret dobbeltdiagnosebehandling", [("integreret dobbeltdiagnosebehandling", "integreret-behandling")]),
        ("anonym behandling, anonym", [("anonym behandling", "anonym-behandling"), ("anonym", "anonym")]),
        ("visitationsregler og revisitation", []),
        ("støtte- og kontaktperson", [("støtte- og kontaktperson", "kontaktperson")]),
        ("en bisidder/partsrepræsentant", [("bisidder", "bisidder"), ("partsrepræsentant", "partsrepraesentant")]),
        ("Skriv til visitation@strandlev.example, eller se https://visitation.example/bisidder", []),
        ("", []),
    ],
)
def test_whole_words_are_found_the_longest_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


GOOD = """ordliste:
  - id: frit-valg
    ord: frit valg
    former: [frie valg]
    forklaring: Du kan selv vælge.
    eksempel: Hun brugte sit frie valg.
    henvisninger: [sel-101-5]
    se: [klage]
  - id: klage
    ord: klage
    forklaring: Du siger, at du er uenig.
    eksempel: Hans klage var kort.
"""
WEAK = next(one.id for one in load_catalogue("stofmisbrug").references.values() if not one.flat)
FAULTS = {
    "unknown key": ("former:", "formr:", "formr"),
    "another id": ("id: frit-valg", "id: valg", "frit-valg"),
    "form twice": ("[frie valg]", "[Klage]", "klage"),
    "no word": ("[frie valg]", "['§']", "§"),
    "unknown reference": ("sel-101-5", "sel-999", "sel-999"),
    "leads nowhere": ("se: [klage]", "se: [findes-ikke]", "findes-ikke"),
    "leads to itself": ("se: [klage]", "se: [frit-valg]", "frit-valg"),
    "states too much": ("sel-101-5", WEAK, "flatly"),
    "no example": ("    eksempel: Hans klage var kort.\n", "", "eksempel"),
}


def write(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "lovkrav"
    shutil.copytree(LAW_FOLDER, folder)
    (folder / "ordliste.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, fault: tuple[str, str, str]) -> None:
    old, new, word = fault
    assert old in GOOD
    with pytest.raises(CatalogueError, match=r"ordliste\.yml:\d+: ") as raised:
        load_glossary(write(tmp_path, GOOD.replace(old, new, 1)))
    assert any(word in one.message + one.hint for one in raised.value.findings), str(raised.value)


def test_what_is_not_verified_can_be_said_with_a_reservation(tmp_path: Path) -> None:
    text = GOOD.replace("sel-101-5", WEAK).replace("Du kan selv vælge.", "Du kan selv vælge, så vidt vi kan se.")
    assert load_glossary(write(tmp_path, text)).terms["frit-valg"].references[0].id == WEAK


def test_without_the_file_there_are_no_words(tmp_path: Path) -> None:
    assert list(load_glossary(tmp_path).find("visitation")) == []
