"""A change of law is data: a new criterion and a new edition touch catalogue files alone."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AREA = "stofmisbrug"
CRITERION = """
  - id: parkering
    titel: Parkering ved centret
    hjælp: Skriv, hvor man kan holde.
    kort: gavekort.parkering
    uddybende: {alle: [gavekort.parkering, gavekort.pladser]}
"""
FIELDS = """
      parkering:
        titel: parkering
        type: linje
        eksempel: I gården
        borger: "Du kan holde her: {}"
      pladser:
        titel: antal pladser
        type: antal
        eksempel: 4
        grænse: {højst: 10, lov: sel-101-4}
"""
RIGHT = """
  - id: parkering
    titel: Ret til at holde
    ord: Du må holde i gården, mens du er inde.
    henvisninger: [sel-101-4]
    krav: [gavekort]
    læst: 2026-11-22
"""
STANDARD = """format: 1
kommune: Prøveby
eksempel: ja
område: stofmisbrug
tilstand: vedtaget
lovgrundlag: "2027"
godkendt: {af: Byrådet, dato: 2027-03-01}
gavekort:
  tekst: Kommunen bruger ikke gavekort til noget som helst.
  parkering: I gården
  pladser: 12
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the package with a criterion and an edition more, in catalogue files alone."""
    package = tmp_path / "kvalitet"
    shutil.copytree(ROOT / "plugins" / "kvalitet", package, ignore=shutil.ignore_patterns("__pycache__"))
    law = package / "lovkrav" / AREA
    requirement = law / "krav" / "gavekort.yml"
    text = requirement.read_text(encoding="utf-8")
    head, _, criteria = text.partition("kriterier:")
    requirement.write_text(f"{head.rstrip()}{FIELDS}kriterier:{criteria.rstrip()}{CRITERION}", encoding="utf-8")
    old = (law / "lovgrundlag" / "2019.yml").read_text(encoding="utf-8")
    new = old.replace('udgave: "2019"', 'udgave: "2027"').replace("kort_titel: BEK 1477/2019", "kort_titel: BEK 9/2027")
    new = new.replace("dato: 2020-01-01", "dato: 2027-01-01")
    new += "  - styrke: lov\n    henvisning: bek1477-4-1\n    kriterier: [parkering]\n"
    (law / "lovgrundlag" / "2027.yml").write_text(new, encoding="utf-8")
    ended = old.replace("\nhenvisning:", "\ngælder_til: {dato: 2026-12-31}\nhenvisning:", 1)
    (law / "lovgrundlag" / "2019.yml").write_text(ended, encoding="utf-8")
    folder = tmp_path / "kvalitetsstandarder" / AREA
    folder.mkdir(parents=True)
    (folder / "proeveby.yml").write_text(STANDARD, encoding="utf-8")
    return tmp_path


def run(copy: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "kvalitet", *arguments]
    environment = {"PYTHONPATH": str(copy), "PYTHONUTF8": "1", "SYSTEMROOT": ""}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_the_new_criterion_is_in_schema_check_and_export(copy: Path) -> None:
    schema = json.loads(run(copy, "schema", AREA))
    assert "parkering" in json.dumps(schema["properties"]["gavekort"])
    assert "2027" in json.dumps(schema["properties"]["lovgrundlag"])
    day = "2027-06-01"
    findings = json.loads(run(copy, "check", "--format", "json", "--dato", day))
    limits = [one for one in findings if one["rule"] == "lov-graense"]
    assert [one["path"] for one in limits] == ["gavekort.pladser"]
    assert "lov-gammel-udgave" not in {one["rule"] for one in findings}
    text = run(copy, "check", "--dato", day)
    assert "Parkering ved centret (loven kræver det)" in text
    run(copy, "export", "--out", "data", "--dato", day)
    record = json.loads((copy / "data" / AREA / "daekning.json").read_text(encoding="utf-8"))
    assert {"id": "parkering", "krav": "gavekort", "styrke": "lov", "titel": "Parkering ved centret"} in record[
        "kriterier"
    ]
    assert record["kommuner"][0]["målt_efter"] == "2027"
    assert record["kommuner"][0]["dækning"]["parkering"] == "uddybende"


def test_a_new_criterion_and_a_new_right_appear_on_the_pages_without_code(copy: Path) -> None:
    law = copy / "kvalitet" / "lovkrav" / AREA
    rights = law / "rettigheder.yml"
    rights.write_text(rights.read_text(encoding="utf-8") + RIGHT, encoding="utf-8")
    subjects = law / "emner.yml"
    text = subjects.read_text(encoding="utf-8")
    text = text.replace("      - gavekort\n", "      - gavekort\n      - parkering\n")
    shown = "      - fakta: [gavekort.parkering]\n    ellers:\n      - ord: [opgaver]"
    text = text.replace("    ellers:\n      - ord: [opgaver]", shown)
    subjects.write_text(text, encoding="utf-8")
    run(copy, "render", "--out", "sider", "--dato", "2027-06-01")
    pages = copy / "sider" / AREA
    told = {
        "kommuner/proeveby/index.md": ["Du må holde i gården", "Du kan holde her: I gården"],
        "kommuner/proeveby/lovtjek/index.md": ["Parkering ved centret"],
        "kommuner/proeveby/standard/index.md": ["I gården"],
        "kommuner/aeroe/index.md": ["Ret til at holde"],
        "krav/gavekort/index.md": ["Parkering ved centret", "punkt 15 på listen"],
        "rettigheder/index.md": ["Du må holde i gården, mens du er inde."],
    }
    for name, words in told.items():
        page = (pages / name).read_text(encoding="utf-8")
        for word in words:
            assert word in page, (name, word)
    assert "BEK 9/2027" in (copy / "sider" / "lov" / "index.md").read_text(encoding="utf-8")


def test_the_old_edition_still_measures_days_before_the_new_one(copy: Path) -> None:
    day = dt.date(2026, 12, 31).isoformat()
    run(copy, "export", "--out", "data", "--dato", day)
    record = json.loads((copy / "data" / AREA / "daekning.json").read_text(encoding="utf-8"))
    assert record["kommuner"][0]["målt_efter"] == "2019"
    assert [one["styrke"] for one in record["kriterier"] if one["id"] == "parkering"] == [None]
