"""Words to search by are data like the rest: read with care, and told of with file and line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.catalogue.verify import to_ascii
from kvalitet.glossary import load_glossary
from kvalitet.search import NoIndexerError, index_site
from kvalitet.wordforms import load_word_forms

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """ordformer:
  - ord: klage
    former: [klager]
    andre_ord: [anke]
  - ord: behandling
    sammensat: [stofbehandling]
  - ord: stof
    sammensat: [stofbehandling]
    andre_ord: [anke]
småord: [i, på]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "omsorg").mkdir()
    (folder / "omsorg" / "omraade.yml").write_text("id: omsorg\n", encoding="utf-8")
    (folder / "omsorg" / "ordformer.yml").write_text(text, encoding="utf-8")
    return folder


def test_forms_and_other_words_are_alternatives_and_compounds_all_their_parts(tmp_path: Path) -> None:
    read = load_word_forms(write(tmp_path, GOOD))
    assert read.instead == {
        "klager": [["klage"]],
        "anke": [["klage"], ["stof"]],
        "stofbehandling": [["behandling", "stof"]],
    }
    assert read.small == {"i", "på"}


def test_the_forms_of_the_glossary_join_them(tmp_path: Path) -> None:
    folder = write(tmp_path, GOOD)
    entry = "ord: {0}\n    forklaring: Det er det.\n    eksempel: Se {0}.\n"
    words = (("plan", "planer"), ("frit valg", "frie valg"))
    text = "".join(f"  - id: {to_ascii(word)}\n    former: [{form}]\n    {entry.format(word)}" for word, form in words)
    (folder / "ordliste.yml").write_text(f"ordliste:\n{text}", encoding="utf-8")
    (folder / "omsorg" / "omraade.yml").unlink()  # the glossary needs no area, and this one has no law to read
    assert load_word_forms(folder).instead == {"planer": [["plan"]]}  # the search looks for one word at a time


def test_a_form_stands_in_the_glossary_alone(tmp_path: Path) -> None:
    folder = tmp_path / "lovkrav"
    shutil.copytree(LAW_FOLDER, folder)
    path = folder / "stofmisbrug" / "ordformer.yml"
    (pair,) = [(one.word, one.forms[0]) for one in load_glossary().terms.values() if one.id == "visitation"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"ord: {pair[0]}\n", f"ord: {pair[0]}\n    former: [{pair[1]}]\n"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=f"'{pair[1]}' stands in the glossary"):
        load_word_forms(folder)


def test_an_area_without_the_file_has_none(tmp_path: Path) -> None:
    (write(tmp_path, GOOD) / "omsorg" / "ordformer.yml").unlink()
    assert load_word_forms(tmp_path).instead == {}


FAULTS = {
    "unknown key": ("former: [klager]", "formr: [klager]", "formr", 3),
    "two words": ("[klager]", "[to ord]", "to ord", 3),
    "a capital": ("[klager]", "[Klager]", "Klager", 3),
    "term twice": ("ord: behandling", "ord: klage", "klage", 5),
    "form twice": ("[klager]", "[klager, klager]", "klager", 2),
    "its own form": ("[klager]", "[klage]", "klage", 2),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, fault: tuple[str, str, str, int]) -> None:
    old, new, word, line = fault
    with pytest.raises(CatalogueError) as raised:
        load_word_forms(write(tmp_path, GOOD.replace(old, new, 1)))
    told = [one for one in raised.value.findings if one.place.line == line]
    assert [one.place.file for one in told] == ["lovkrav/omsorg/ordformer.yml"], str(raised.value)
    assert word in told[0].message + told[0].hint


def test_without_the_indexer_the_reader_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pagefind_bin", None)
    with pytest.raises(NoIndexerError, match="pagefind_bin"):
        index_site(tmp_path)
