"""What the commands write: for people, for programs, for places where code is reviewed."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

import kvalitet
from kvalitet.catalogue import known_areas, load_catalogue
from kvalitet.cli.danish import run
from kvalitet.cli.main import cli
from kvalitet.findings import Edit, Finding, Place, Severity
from kvalitet.reading import read_file
from kvalitet.report import write_github, write_json, write_sarif
from kvalitet.rules import RULES
from kvalitet.schema import make_schemas

ROOT = Path(kvalitet.__file__).resolve().parent.parent.parent
KEYS = ["rule", "severity", "criterion", "file", "line", "column", "path", "message", "hint", "reference"]
HEAD = 'format: 1\nkommune: Eksempelby\neksempel: ja\nområde: stofmisbrug\ntilstand: vedtaget\nlovgrundlag: "2019"\n'
WRONG = HEAD + "behandlingsgaranti:\n  frist_dage: 21\n  frist: 14\n"
DATE = ["--dato", "2026-11-22"]
AWKWARD = Finding(
    "struktur-type",
    Severity.ERROR,
    Place("a,b:c%\n.yml", 3, 7),
    "Første linje\r\nanden: 100 %, <b>æøå</b> \u202e\x1b[2J",
    "a[0].b",
    "Sådan.",
    "§ 101",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KVALITET_DATO", raising=False)
    below = tmp_path / "kvalitetsstandarder" / "stofmisbrug"
    below.mkdir(parents=True)
    (below / "eksempelby.yml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run(cli, list(arguments))
    output = capsys.readouterr()
    assert output.err == ""
    return code, output.out


def records(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    _, text = call(capsys, "check", "--format", "json", *DATE, *arguments)
    answer = json.loads(text)
    assert isinstance(answer, list)
    return answer


def test_json_is_a_list_of_the_contracted_records(capsys: pytest.CaptureFixture[str]) -> None:
    found = records(capsys)
    assert {one["severity"] for one in found} >= {"error", "warning"}
    for one in found:
        assert list(one) == KEYS
        assert one["file"] == "kvalitetsstandarder/stofmisbrug/eksempelby.yml"
        assert isinstance(one["line"], int)
        assert isinstance(one["column"], int)
        assert one["line"] >= 1
        assert one["column"] >= 1
        assert one["criterion"] is None or one["criterion"] in load_catalogue("stofmisbrug").criteria
        assert all(isinstance(one[key], str) for key in ("rule", "path", "message", "hint", "reference"))
    assert any(one["criterion"] for one in found)
    assert any(one["path"] == "behandlingsgaranti.frist_dage" for one in found)


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(write_json([])) == []


@pytest.mark.parametrize("way", ["absolute", "below", "beside"])
def test_files_are_named_relative_to_where_one_stands(
    way: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "andre").mkdir()
    stand = {"absolute": folder, "below": folder / "kvalitetsstandarder", "beside": folder / "andre"}[way]
    monkeypatch.chdir(stand)
    name = {
        "absolute": "kvalitetsstandarder/stofmisbrug/eksempelby.yml",
        "below": "stofmisbrug/eksempelby.yml",
        "beside": "../kvalitetsstandarder/stofmisbrug/eksempelby.yml",
    }[way]
    found = records(capsys, str(folder / "kvalitetsstandarder"))
    assert {one["file"] for one in found} == {name}


def test_the_same_input_and_date_give_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "json", "sarif", "github"):
        assert call(capsys, "check", "--format", form, *DATE) == call(capsys, "check", "--format", form, *DATE)


def test_sarif_holds_what_its_readers_need(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(capsys, "check", "--format", "sarif", *DATE)
    log = json.loads(text)
    assert code == 1
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (one_run,) = log["runs"]
    driver = one_run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("kvalitet", kvalitet.__version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in RULES]
    for rule in driver["rules"]:
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert "```yaml" in rule["help"]["markdown"]
    assert one_run["columnKind"] == "unicodeCodePoints"
    assert len(one_run["results"]) == len(records(capsys))
    for result in one_run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "kvalitetsstandarder/stofmisbrug/eksempelby.yml"
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
    by_rule = {result["ruleId"]: result for result in one_run["results"]}
    region = {"startLine": 8, "startColumn": 15, "endLine": 8, "endColumn": 17}
    limit = by_rule["lov-graense"]
    assert limit["locations"][0]["physicalLocation"]["region"] == region
    (fix,) = limit["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "kvalitetsstandarder/stofmisbrug/eksempelby.yml"}
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "14"}}]


def test_a_fix_with_blanks_is_none() -> None:
    edit = Edit((3, 1), (3, 1), "gavekort:\n  bruges: …\n")
    log = json.loads(write_sarif([Finding("struktur-type", Severity.NOTE, Place("a.yml"), "x", edit=edit)]))
    assert "fixes" not in log["runs"][0]["results"][0]


def test_sarif_writes_file_names_as_addresses() -> None:
    place = Place("_fælles/to ord#1%.yml")
    log = json.loads(write_sarif([Finding("struktur-type", Severity.NOTE, place, "x")]))
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "_f%C3%A6lles/to%20ord%231%25.yml"


def test_github_lines_are_escaped() -> None:
    text = write_github([AWKWARD])
    assert text.count("\n") == 1
    whole = Finding("struktur-type", Severity.ERROR, Place("a.yml", 3, 7, (3, 12)), "x")
    assert write_github([whole]) == "::error file=a.yml,line=3,col=7,endColumn=11,title=struktur-type::x\n"
    assert text == (
        "::error file=a%2Cb%3Ac%25%0A.yml,line=3,col=7,title=struktur-type::"
        "Første linje%0D%0Aanden: 100 %25, <b>æøå</b> \ufffd\ufffd[2J Sådan. Lov: § 101.\n"
    )


def test_github_words_for_the_severities() -> None:
    place = Place("a.yml")
    text = write_github(Finding("r", severity, place, "x") for severity in Severity)
    assert [line.split(" ")[0] for line in text.splitlines()] == ["::error", "::warning", "::notice"]


def test_github_from_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(capsys, "check", "--format", "github", *DATE)
    assert code == 1
    pattern = r"::(?:error|warning|notice) file=[^,:]+,line=\d+,col=\d+(?:,endColumn=\d+)?,title=[a-z-]+::.+"
    assert all(re.fullmatch(pattern, line) for line in text.splitlines())


def test_text_marks_the_place_and_ends_with_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(capsys, "check", *DATE)
    lines = text.splitlines()
    assert code == 1
    start = next(number for number, line in enumerate(lines) if line.startswith("fejl[lov-graense]: frist_dage: "))
    assert lines[start + 1 : start + 6] == [
        "  --> kvalitetsstandarder/stofmisbrug/eksempelby.yml:8:15  behandlingsgaranti.frist_dage",
        "    |",
        "  7 | behandlingsgaranti:",
        "  8 |   frist_dage: 21",
        "    |               ^^",
    ]
    rest = lines[start + 6 : lines.index("", start)]
    assert rest[0].startswith("  = lov: Serviceloven § 101")
    assert rest[1].startswith("  = hjælp: ")
    assert rest[-2:] == ["  = skriv på linje 8:", "  frist_dage: 14"]
    assert re.fullmatch(r"1 fil set igennem: 2 fejl, \d+ advarsler, \d+ bemærkning(?:er)?\.", lines[-1]), lines[-1]
    assert "\x1b" not in text, "no colours where nobody looks"


def test_each_file_is_told_of_before_the_next_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder / "kvalitetsstandarder" / "stofmisbrug"
    (below / "kapitelby.yml").write_text(WRONG.replace("Eksempelby", "Kapitelby"), encoding="utf-8")
    happened: list[str] = []
    read = read_file

    def note_reading(path: Path, file: str) -> Any:
        happened.append(f"read {path.name}")
        return read(path, file)

    monkeypatch.setattr("kvalitet.standard.typed_file.read_file", note_reading)
    monkeypatch.setattr("click.echo", lambda text, **_: happened.append(f"wrote {len(text) > 500}"))
    assert run(cli, ["check", *DATE]) == 1
    assert happened[:4] == ["read eksempelby.yml", "wrote True", "read kapitelby.yml", "wrote True"]


def test_the_summary_counts_what_json_holds(capsys: pytest.CaptureFixture[str]) -> None:
    found = records(capsys)
    _, text = call(capsys, "check", *DATE)
    warnings = sum(one["severity"] == "warning" for one in found)
    assert f" {warnings} advarsler" in text.splitlines()[-1]


def test_coverage_is_shown_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    heading = "Eksempelby: hvad standarden beskriver, målt efter "
    assert heading in call(capsys, "check", *DATE)[1]
    assert heading not in call(capsys, "check", "--ingen-dækning", *DATE)[1]


def test_another_edition_is_measured_by(capsys: pytest.CaptureFixture[str]) -> None:
    by_2006 = {one["criterion"] for one in records(capsys, "--lov", "2006") if one["rule"] == "lov-ikke-beskrevet"}
    by_2019 = {one["criterion"] for one in records(capsys, "--lov", "2019") if one["rule"] == "lov-ikke-beskrevet"}
    assert by_2006 < by_2019


def test_exit_codes_follow_the_gravest_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "kvalitetsstandarder" / "stofmisbrug" / "eksempelby.yml"
    assert call(capsys, "check", *DATE)[0] == 1
    path.write_text(HEAD, encoding="utf-8")  # much is missing, nothing is wrong
    assert call(capsys, "check", *DATE)[0] == 0
    assert call(capsys, "check", "--strict", *DATE)[0] == 1


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_every_rule_is_explained(rule: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(capsys, "explain", rule.id)
    assert code == 0
    lines = text.splitlines()
    assert lines[0] == rule.title
    assert lines[1].startswith(f"{rule.id} (")
    assert " ".join(rule.explanation.split())[:60] in " ".join(text.split())
    assert lines.index("Sådan ikke:") < lines.index("Sådan:")
    assert text.count("\n§ ") == len(rule.law), "each reference behind the rule is shown"


def test_every_rule_that_was_told_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for name in {one["rule"] for one in records(capsys)}:
        assert call(capsys, "explain", name)[0] == 0


@pytest.mark.parametrize("area", known_areas())
def test_the_committed_schema_is_fresh(area: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = call(capsys, "schema", area)
    assert code == 0
    committed = (ROOT / "skema" / f"{area}.schema.json").read_bytes()
    assert committed == text.encode(), f"run: kvalitet schema {area} > skema/{area}.schema.json"


def test_no_schema_is_left_of_an_area_that_is_gone() -> None:
    assert {path.name for path in (ROOT / "skema").iterdir()} == set(make_schemas())


@pytest.mark.parametrize("area", known_areas())
def test_the_committed_schema_of_answers_is_fresh(area: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"{area}-anbefalinger.schema.json"
    code, text = call(capsys, "schema", area, "--anbefalinger")
    assert code == 0
    fresh = f"run: kvalitet schema {area} --anbefalinger > skema/{name}"
    assert (ROOT / "skema" / name).read_bytes() == text.encode(), fresh


def test_export_writes_the_contracted_coverage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "kvalitetsstandarder" / "stofmisbrug" / "kapitelby.yml"
    path.write_text(HEAD.replace("Eksempelby", "Kapitelby"), encoding="utf-8")
    (path.parent / "ulaeselig.yml").write_text("a: [", encoding="utf-8")
    code, text = call(capsys, "export", "--out", "data", *DATE)
    assert code == 0
    assert "data/stofmisbrug/daekning.json" in text.splitlines()
    data = json.loads((folder / "data" / "stofmisbrug" / "daekning.json").read_text("utf-8"))
    assert list(data) == ["område", "dato", "kriterier", "kommuner", "landet"]
    assert (data["område"], data["dato"]) == ("stofmisbrug", "2026-11-22")
    assert all(list(one) == ["id", "krav", "styrke", "titel"] for one in data["kriterier"])
    criteria = [one["id"] for one in data["kriterier"]]
    assert criteria == list(load_catalogue("stofmisbrug").criteria)
    assert [one["slug"] for one in data["kommuner"]] == ["eksempelby", "kapitelby", "ulaeselig"]
    for one in data["kommuner"]:
        assert list(one) == [
            *("slug", "navn", "eksempel", "tilstand"),
            *("henviser_til", "målt_efter", "vedtaget", "revideres_senest", "dækning"),
        ]
    assert [list(one["dækning"]) for one in data["kommuner"]] == [criteria, criteria, []]
    assert data["kommuner"][2]["tilstand"] == "kan ikke læses"
    assert list(data["landet"]) == ["virkelig", "eksempel"]
    assert data["landet"]["virkelig"] == []
    for share in data["landet"]["eksempel"]:
        assert list(share) == ["kriterium", "n", "ikke", "kort", "uddybende"]
        assert share["n"] == share["ikke"] + share["kort"] + share["uddybende"]


def test_today_is_measured_on_where_no_date_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = dt.datetime.now().astimezone().date()
    assert call(capsys, "export", "--out", "data")[0] == 0
    data = json.loads((folder / "data" / "stofmisbrug" / "daekning.json").read_text("utf-8"))
    assert before <= dt.date.fromisoformat(data["dato"]) <= dt.datetime.now().astimezone().date()


def test_the_environment_sets_the_date(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KVALITET_DATO", "2020-05-01")
    assert call(capsys, "export", "--out", "data")[0] == 0
    assert json.loads((folder / "data" / "stofmisbrug" / "daekning.json").read_text("utf-8"))["dato"] == "2020-05-01"
