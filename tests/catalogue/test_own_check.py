"""What is wrong in a catalogue is told with file and line; a catalogue with errors is never used."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.load import LAW_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

AREA = "stofmisbrug"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(LAW_FOLDER, tmp_path / "lovkrav")
    return tmp_path / "lovkrav"


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file and return its line."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


FAULTS = {
    "dangling reference": (
        "krav/frit-valg.yml",
        "henvisninger: [bek1477-4-1-7,",
        "henvisninger: [findes-ikke,",
        "findes-ikke",
    ),
    "unknown key": ("krav/frit-valg.yml", "kort_titel:", "korttitel:", "korttitel"),
    "path to nowhere": (
        "krav/frit-valg.yml",
        "[frit-valg.tekst, frit-valg.gælder]",
        "[frit-valg.tekst, frit-valg.x]",
        "frit-valg.x",
    ),
    "value that cannot be chosen": (
        "krav/klageadgang.yml",
        "hvor: {over: frit valg}",
        "hvor: {over: fri leg}",
        "fri leg",
    ),
    "id other than the file's": ("krav/frit-valg.yml", "id: frit-valg\n", "id: fritvalg\n", "fritvalg"),
    "unknown type": ("krav/gavekort.yml", "type: beløb", "type: penge", "penge"),
    "limit without law": ("krav/behandlingsgaranti.yml", "lov: sel-101-4}", "lov: sel-999}", "sel-999"),
    "right without source": ("rettigheder.yml", "henvisninger: [sel-101-4,", "henvisninger: [sel-0,", "sel-0"),
    "reference without document": ("henvisninger.yml", "kilde: s004", "kilde: s999", "s999"),
    "subject showing nothing": ("emner.yml", "fakta: [børn.kontakt]", "fakta: [børn.kontant]", "børn.kontant"),
    "subject leading nowhere": ("emner.yml", "mere: [klageadgang,", "mere: [klagegang,", "klagegang"),
    "subject saying nothing": ("emner.yml", "sig: paaroerende", "sig: paaroerenden", "paaroerenden"),
    "answer saying nothing": ("emner.yml", "nej: anonymt-raad-nej", "nej: anonymt-raad-nix", "anonymt-raad-nix"),
    "offers by nothing": ("emner.yml", "pr: intensitet.pr", "pr: intensitet.per", "intensitet.per"),
    "words of another subject": ("emner.yml", "- ord: [betaling]", "- ord: [opgaver]", "opgaver"),
    "right of another subject": ("emner.yml", "- ret: [frit-valg]", "- ret: [klage]", "klage"),
    "part that is two": ("emner.yml", "- ord: [boern]", "- {ord: [boern], sig: hvem}", "one thing alone"),
    "broken pattern": ("formuleringer.yml", "mønster: '", "mønster: '(", "mønster"),
    "force for nobody": ("lovgrundlag/2019.yml", "nr: 15, krav: gavekort", "nr: 15, krav: gavekurt", "gavekurt"),
    "date that is none": ("henvisninger.yml", "læst: 2026-11-22", "læst: 2026-13-22", "2026-13-22"),
    "weight of what cannot be chosen": (
        "krav/organisering.yml",
        "vægt: {dag: 365,",
        "vægt: {time: 8760,",
        "tilbud.intensitet.pr",
    ),
    "better in a way that does not fit": (
        "krav/betaling.yml",
        "bedre: ja",
        "bedre: mere",
        "betaling.behandling_gratis",
    ),
    "two rights of one id": (
        "rettigheder.yml",
        "- id: hvad-saetter-i-gang",
        "- id: behandlingsgaranti",
        "behandlingsgaranti",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(copy: Path, fault: tuple[str, str, str, str]) -> None:
    name, old, new, word = fault
    line = change(copy, f"{AREA}/{name}", old, new)
    with pytest.raises(CatalogueError) as raised:
        load_catalogue(AREA, copy)
    told = [one for one in raised.value.findings if word in one.message]
    assert told, str(raised.value)
    assert any(one.place.file == f"lovkrav/{AREA}/{name}" for one in told), told
    in_file = [one for one in told if one.place.file == f"lovkrav/{AREA}/{name}"]
    assert any(abs(one.place.line - line) <= 12 or one.place.line == 1 for one in in_file), (line, told)


def test_a_field_nothing_uses_is_told(copy: Path) -> None:
    change(
        copy,
        f"{AREA}/krav/gavekort.yml",
        "      bruges:\n",
        "      overflødig:\n        titel: intet\n        type: linje\n      bruges:\n",
    )
    with pytest.raises(CatalogueError, match=r"gavekort.overflødig"):
        load_catalogue(AREA, copy)


def test_all_faults_are_told_at_once(copy: Path) -> None:
    change(copy, f"{AREA}/krav/gavekort.yml", "type: beløb", "type: penge")
    change(copy, f"{AREA}/krav/frit-valg.yml", "kort_titel:", "korttitel:")
    with pytest.raises(CatalogueError) as raised:
        load_catalogue(AREA, copy)
    assert {one.place.file for one in raised.value.findings} >= {
        f"lovkrav/{AREA}/krav/gavekort.yml",
        f"lovkrav/{AREA}/krav/frit-valg.yml",
    }
