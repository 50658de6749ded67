"""A link to nowhere, a key that stands twice, a word stronger than the source's: told with file and line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError, known_areas, load_catalogue
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.guidelines import load_background, load_guidance

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the law's folder; what a fault is not in, the catalogue, is read no second time."""
    shutil.copytree(LAW_FOLDER, tmp_path / "lovkrav")
    known = load_catalogue(AREA)
    for module in ("load", "background"):
        monkeypatch.setattr(f"kvalitet.guidelines.{module}.load_catalogue", lambda _area, _folder: known)
    return tmp_path / "lovkrav"


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file and return its line."""
    path = folder / AREA / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


# What is changed in which file, and a word that the fault must name.
FAULTS = {
    "requirement that is not": ("retningslinjer/3.4.yml", "krav: [behandlingsgaranti,", "krav: [garanti,", "garanti"),
    "right that is not": ("retningslinjer/3.3.yml", "[gratis-anonym-raadgivning]", "[gratis-raad]", "gratis-raad"),
    "law that is not": ("retningslinjer/3.9.yml", "[sel-148-2, rsl-82]", "[sel-148-9, rsl-82]", "sel-148-9"),
    "law of an instruction that is not": ("retningslinjer/3.9.yml", "[sel-13]", "[sel-1300]", "sel-1300"),
    "guideline of a step that is not": ("forloeb.yml", '["3.4"]', '["3.14"]', "3.14"),
    "right of a step that is not": ("forloeb.yml", "[opfoelgning, ny-henvendelse]", "[opfoelg]", "opfoelg"),
    "requirement of a step that is not": ("forloeb.yml", "krav: [frit-valg, doegn,", "krav: [frit-valg, dag,", "dag"),
    "field of a step that is not": ("forloeb.yml", "[behandlingsplan.justeres,", "[behandlingsplan.x,", "plan.x"),
    "named twice": ("forloeb.yml", "krav: [organisering, gavekort]", "krav: [gavekort, gavekort]", "stands twice"),
    "key twice": ("retningslinjer/2.8.yml", "nøgle: 2-8-2", "nøgle: 2-8-1", "2-8-1"),
    "key of another guideline": ("retningslinjer/2.8.yml", "nøgle: 2-8-1", "nøgle: 2-7-9", "2-7-9"),
    "step twice": ("forloeb.yml", "- id: garanti", "- id: raad", "raad"),
    "number that is not the file's": ("retningslinjer/2.1.yml", 'nr: "2.1"', 'nr: "2.9"', "2.9"),
    "number that cannot be printed": ("retningslinjer/2.1.yml", 'nr: "2.1.1"', 'nr: "2.1.x"', "2.1.x"),
    "modal word that is none": ("retningslinjer/2.1.yml", "modalitet: [bør]", "modalitet: [burde]", "burde"),
    "duty in the text that the source has as advice": (
        "retningslinjer/2.1.yml",
        "siger: Ledelsen bør sikre",
        "siger: Ledelsen skal sikre",
        "2-1-3",
    ),
    "duty in a point that is advice": (
        "retningslinjer/3.5.yml",
        "I så fald bør personen henvises",
        "I så fald skal personen henvises",
        "3-5-10",
    ),
    "promise without its word": (
        "retningslinjer/3.3.yml",
        "Du skal have hjælp til selv",
        "Du får hjælp til selv",
        "skal",
    ),
    "promise stronger than its word": (
        "retningslinjer/2.1.yml",
        "De bør passe til det",
        "De skal passe til det",
        "sound like 'bør'",
    ),
    "promise stronger than the source": (
        "retningslinjer/3.10.yml",
        "- slags: bør\n    siger: Kommer du ikke, bør din",
        "- slags: skal\n    siger: Kommer du ikke, skal din",
        "says 'skal'",
    ),
    "promise on another guideline's instruction": (
        "retningslinjer/3.10.yml",
        "anvisninger: [3-10-3]",
        "anvisninger: [3-9-3]",
        "3-9-3",
    ),
    "unknown key": ("retningslinjer/2.1.yml", "formål:", "formaal:", "formaal"),
    "unknown source": ("retningslinjer.yml", "kilde: s004", "kilde: s400", "s400"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(copy: Path, fault: tuple[str, str, str, str]) -> None:
    name, old, new, word = fault
    line = change(copy, name, old, new)
    with pytest.raises(CatalogueError) as raised:
        load_guidance(AREA, copy)
    told = [one for one in raised.value.findings if word in one.message + one.hint]
    assert told, str(raised.value)
    assert {one.place.file for one in told} <= {f"lovkrav/{AREA}/{name}", f"lovkrav/{AREA}/retningslinjer.yml"}
    assert any(abs(one.place.line - line) <= 14 for one in told), (line, told)


def test_all_faults_are_told_at_once(copy: Path) -> None:
    change(copy, "retningslinjer/3.4.yml", "krav: [behandlingsgaranti,", "krav: [garanti,")
    change(copy, "forloeb.yml", '["3.4"]', '["3.14"]')
    with pytest.raises(CatalogueError) as raised:
        load_guidance(AREA, copy)
    assert {one.place.file for one in raised.value.findings} == {
        f"lovkrav/{AREA}/retningslinjer/3.4.yml",
        f"lovkrav/{AREA}/forloeb.yml",
    }


def test_an_area_without_guidelines_has_none(copy: Path) -> None:
    assert known_areas() == (AREA,)
    (copy / AREA / "retningslinjer.yml").unlink()
    (copy / AREA / "baggrund.yml").unlink()
    assert load_guidance(AREA, copy) is None
    assert load_background(AREA, copy) is None


BACKGROUND_FAULTS = {
    "flat on weak proof": ("Så vidt vi kan se kom reglerne", "Reglerne kom", "så vidt vi kan se"),
    "law that is not": ("[s004-historie]", "[s004-myte]", "s004-myte"),
    "source that is not": ("kilder: [sfi2009]", "kilder: [sfi1999]", "sfi1999"),
    "nothing to stand on": ("    kilder: [sfi2009]\n    sted: kapitel 5\n", "", "where this was read"),
}


@pytest.mark.parametrize("fault", BACKGROUND_FAULTS.values(), ids=BACKGROUND_FAULTS.keys())
def test_a_fault_of_the_background_is_told_with_file_and_line(copy: Path, fault: tuple[str, str, str]) -> None:
    old, new, word = fault
    line = change(copy, "baggrund.yml", old, new)
    with pytest.raises(CatalogueError) as raised:
        load_background(AREA, copy)
    told = [one for one in raised.value.findings if word in one.message + one.hint]
    assert told, str(raised.value)
    assert told[0].place.file == f"lovkrav/{AREA}/baggrund.yml"
    assert abs(told[0].place.line - line) <= 6
