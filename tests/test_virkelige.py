"""Six real standards: the form holds them, the check says only what is true of them, and none is ever published."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kvalitet.assess import Level
from kvalitet.catalogue import load_catalogue
from kvalitet.check import Assessed, Report, run_check
from kvalitet.findings import Finding, Severity
from kvalitet.schema import make_schema
from kvalitet.standard.files import shown_name
from kvalitet.standard.status import OVERDUE, revision_due, status_on

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "tests" / "virkelige"
DAY = date(2026, 11, 22)

SLUGS = ("aeroe", "faaborg-midtfyn", "koebenhavn", "koege", "nyborg", "toender")
SHARED_FILE = "generel-information.yml"
FILES = sorted(REAL.rglob("*.yml"))
# What says how to read the file, and what lies empty, is neither seen nor invented.
UNMARKED = {"format", "eksempel", "område"}
MARKS = ("# set", "# opfundet")

each_file = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
each_slug = pytest.mark.parametrize("slug", SLUGS)


@pytest.fixture(scope="module")
def report() -> Report:
    return run_check([REAL], DAY)


def of(report: Report, slug: str) -> Assessed:
    return next(one for one in report.assessed if one.standard.slug == slug)


def told(report: Report, slug: str, rule: str) -> list[Finding]:
    return [one for one in of(report, slug).findings if one.rule == rule]


def criteria_told(report: Report, slug: str, rule: str) -> set[str | None]:
    return {one.criterion for one in told(report, slug, rule)}


def who_is_told(report: Report, rule: str) -> set[str]:
    return {slug for slug in SLUGS if told(report, slug, rule)}


def evidence(report: Report, slug: str, criterion: str) -> set[tuple[str, str]]:
    """Return (file name, path) of each value that carries ``criterion``."""
    return {(Path(one.file).name, one.path) for one in of(report, slug).coverage[criterion].evidence}


# --- all of them


def test_all_six_and_the_shared_page_are_read(report: Report) -> None:
    assert sorted(one.standard.slug for one in report.assessed) == sorted(SLUGS)
    assert [Path(one.file).name for one in report.collection.shared] == [SHARED_FILE]
    assert report.collection.unreadable == []


def test_the_form_holds_them_without_bending(report: Report) -> None:
    # One list, so that a failure shows every place at once.
    true_of_them = {"struktur-dato", "struktur-eksempel"}
    form = [one for one in report.findings if one.rule.startswith(("struktur-", "henvisning-"))]
    assert [one for one in form if one.rule not in true_of_them] == []


def test_the_numbers_invented_for_them_are_found_and_no_other(report: Report) -> None:
    found = {(one.place.file, one.place.line) for one in report.findings if one.rule == "struktur-eksempel"}
    invented = {
        (shown_name(path), number)
        for path in FILES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"telefon: 0\d( \d\d){3}", line)
    }
    assert found == invented
    assert found


def test_aeroes_hearing_is_long_over(report: Report) -> None:
    assert who_is_told(report, "struktur-dato") == {"aeroe"}
    assert [one.path for one in told(report, "aeroe", "struktur-dato")] == ["høring.til"]


def test_words_that_promise_nothing_are_told_of_three(report: Report) -> None:
    assert who_is_told(report, "sprog-vaerdiord") == {"faaborg-midtfyn", "koebenhavn", "toender"}
    language = {one.rule for one in report.findings if one.rule.startswith(("sprog-", "privat-"))}
    assert language == {"sprog-vaerdiord"}


def test_nothing_in_them_is_an_error(report: Report) -> None:
    assert [one for one in report.findings if one.severity is Severity.ERROR] == []
    assert report.exit_code() == 0


@each_slug
def test_the_editors_schema_holds_it(slug: str) -> None:
    written = yaml.load((REAL / "stofmisbrug" / f"{slug}.yml").read_text("utf-8"), _EditorLoader)  # noqa: S506
    jsonschema.Draft7Validator(make_schema(load_catalogue("stofmisbrug"))).validate(written)


def test_which_are_overdue(report: Report) -> None:
    assert who_is_told(report, "lov-forfalden") == {"toender", "koege", "faaborg-midtfyn", "koebenhavn"}


def test_which_cite_rules_that_are_gone(report: Report) -> None:
    # The others cite those in force, or none that was seen: an empty citation is no old one.
    assert who_is_told(report, "lov-gammel-udgave") == {"aeroe", "koebenhavn"}


def test_which_a_committee_adopted(report: Report) -> None:
    assert who_is_told(report, "lov-godkendt-af") == {"koege", "faaborg-midtfyn", "koebenhavn"}
    for slug in ("koege", "faaborg-midtfyn", "koebenhavn"):
        assert [one.severity for one in told(report, slug, "lov-godkendt-af")] == [Severity.NOTE]


@each_slug
def test_what_is_told_as_not_described_is_not_described(report: Report, slug: str) -> None:
    coverage = of(report, slug).coverage
    for rule in ("lov-ikke-beskrevet", "lov-nyere-krav"):
        assert {coverage[str(name)].level for name in criteria_told(report, slug, rule)} <= {Level.NOT}
    assert not criteria_told(report, slug, "lov-ikke-beskrevet") & criteria_told(report, slug, "lov-nyere-krav")


# --- each of them


def test_toender_one_text_covers_guarantee_and_free_choice(report: Report) -> None:
    coverage = of(report, "toender").coverage
    assert coverage["frit-valg"].level in {Level.BRIEF, Level.THOROUGH}
    assert ("toender.yml", "behandlingsgaranti.tekst") in evidence(report, "toender", "frit-valg")
    assert "frit-valg" not in of(report, "toender").standard.values


def test_toender_has_no_section_on_either_plan(report: Report) -> None:
    plans = {"behandlingsplan-udarbejdelse", "behandlingsplan-opfoelgning", "handleplan-maalsaetning"}
    assert plans <= criteria_told(report, "toender", "lov-ikke-beskrevet")
    assert {one.severity for one in told(report, "toender", "lov-ikke-beskrevet") if one.criterion in plans} == {
        Severity.WARNING
    }


def test_toender_was_adopted_by_the_council_and_is_overdue_since_2024(report: Report) -> None:
    one = of(report, "toender")
    assert one.standard.adopted == date(2022, 11, 24)
    assert status_on(one.standard, one.edition, DAY) == OVERDUE
    assert revision_due(one.standard, one.edition) == date(2024, 11, 24)
    assert ["2022-11-24" in finding.message for finding in told(report, "toender", "lov-forfalden")] == [True]
    assert not told(report, "toender", "lov-godkendt-af")


def test_koege_inherits_how_to_apply_and_how_to_complain(report: Report) -> None:
    for criterion, path in {
        "visitationsprocedure": "visitation.tekst",
        "sagsbehandling": "sagsbehandling.tekst",
        "klageadgang": "klageadgang[0].tekst",
    }.items():
        assert of(report, "koege").coverage[criterion].level in {Level.BRIEF, Level.THOROUGH}
        assert (SHARED_FILE, path) in evidence(report, "koege", criterion)


def test_koege_inherits_whom_to_complain_to_with_the_address_book_of_the_shared_page(report: Report) -> None:
    # `myndighed` stands only in the shared page's own `steder`; Køge has another table by that name.
    assert of(report, "koege").coverage["klageadgang"].level is Level.THOROUGH
    places = of(report, "koege").standard.value("steder")
    assert places is not None
    assert [name for name, _ in places.entries()] == ["velfaerdsforvaltningen"]


def test_koege_has_seven_target_groups_and_cites_no_edition(report: Report) -> None:
    standard = of(report, "koege").standard
    groups = standard.value("målgruppe", "grupper")
    assert groups is not None
    assert len(groups.entries()) == 7
    assert standard.cited is None


def test_faaborg_midtfyn_has_two_sites_with_hours_without_appointment(report: Report) -> None:
    sites = of(report, "faaborg-midtfyn").standard.value("steder")
    assert sites is not None
    assert len(sites.entries()) == 2
    for _, site in sites.entries():
        hours, meeting = site.get("åbent_uden_aftale"), site.get("mødested")
        assert hours is not None
        assert [name for name, _ in hours.entries()] == ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]
        assert meeting is not None
        assert meeting.filled
    assert of(report, "faaborg-midtfyn").coverage["adresser"].level in {Level.BRIEF, Level.THOROUGH}


def test_aeroe_is_in_hearing_and_neither_in_force_nor_overdue(report: Report) -> None:
    one = of(report, "aeroe")
    assert status_on(one.standard, one.edition, DAY) == "i høring"
    assert not told(report, "aeroe", "lov-forfalden")


def test_aeroe_cites_the_rules_of_2014_and_is_measured_by_those_of_2019(report: Report) -> None:
    one = of(report, "aeroe")
    assert one.standard.cited is not None
    assert (one.standard.cited.edition, one.edition.edition) == ("2014", "2019")
    # It was written after 2020: what those rules added is asked for.
    assert {"gavekort", "behandlingsplan-udarbejdelse"} <= criteria_told(report, "aeroe", "lov-ikke-beskrevet")
    assert not told(report, "aeroe", "lov-nyere-krav")


def test_aeroe_was_not_gone_through_on_the_day_of_the_check(report: Report) -> None:
    assert not any(DAY.isoformat() in one.message for one in told(report, "aeroe", "lov-gammel-udgave"))


def test_aeroe_buys_its_treatment(report: Report) -> None:
    coverage = of(report, "aeroe").coverage
    assert coverage["samarbejdsaftaler"].level is Level.THOROUGH
    assert coverage["doegn-samarbejde"].level in {Level.BRIEF, Level.THOROUGH}
    places = of(report, "aeroe").standard.value("anonym_behandling", "leverandører")
    assert places is not None
    towns = [town.content for _, one in places.entries() if (town := one.get("by")) is not None]
    assert towns == ["Odense", "Esbjerg", "Kolding"]


def test_nyborg_may_leave_open_who_adopted_it_and_when(report: Report) -> None:
    assert {"godkendt"} <= criteria_told(report, "nyborg", "lov-ikke-beskrevet")
    for rule in ("lov-forfalden", "lov-godkendt-af", "lov-gammel-udgave", "lov-nyere-krav"):
        assert not told(report, "nyborg", rule)


def test_nyborg_has_two_layers_of_text(report: Report) -> None:
    for section in ("opgaver", "målgruppe", "mål-og-værdier", "visitation", "behandlingsgaranti", "betaling"):
        for layer in ("pixie", "tekst"):
            value = of(report, "nyborg").standard.value(section, layer)
            assert value is not None, (section, layer)
            assert value.filled, (section, layer)


def test_koebenhavn_is_told_what_came_later_and_not_blamed_for_it(report: Report) -> None:
    later = {"gavekort", "behandlingsplan-udarbejdelse", "behandlingsplan-opfoelgning"}
    later |= {"revideret", "opfoelgning-offentliggjort"}  # asked for by guidance after 2012
    assert criteria_told(report, "koebenhavn", "lov-nyere-krav") == later
    assert {one.severity for one in told(report, "koebenhavn", "lov-nyere-krav")} == {Severity.NOTE}
    # What the law asks for is all there, or newer: no warning says that something is missing.
    assert {one.severity for one in told(report, "koebenhavn", "lov-ikke-beskrevet")} <= {Severity.NOTE}


@pytest.mark.parametrize(
    ("criterion", "carrier"),
    [
        ("opgaver", "mål-og-værdier.tekst"),
        ("maalgruppe", "mål-og-værdier.tekst"),
        ("visitationsprocedure", "sagsbehandling.tekst"),
        ("behandlingsgaranti", "sagsbehandling.tekst"),
        ("frit-valg", "sagsbehandling.tekst"),
        ("handleplan-maalsaetning", "sagsbehandling.tekst"),
        ("brugerinddragelse", "sagsbehandling.tekst"),
        ("personale-kvalifikationer", "organisering.tekst"),
        ("monitorering", "organisering.tekst"),
        ("betaling-kost-logi", "organisering.tekst"),
    ],
)
def test_koebenhavns_few_long_parts_cover_many_requirements(report: Report, criterion: str, carrier: str) -> None:
    assert of(report, "koebenhavn").coverage[criterion].level in {Level.BRIEF, Level.THOROUGH}
    assert ("koebenhavn.yml", carrier) in evidence(report, "koebenhavn", criterion)


# --- they are told for what they are


@each_file
def test_it_says_first_that_it_is_not_published(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# TESTDATA. Publiceres ikke.")


@each_file
def test_every_value_is_marked_as_seen_or_invented(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    bare = [
        f"{path.name}:{node.start_mark.line + 1}"
        for key, value in root.value
        if key.value not in UNMARKED
        for node in _leaves(value)
        if node.value and not _is_marked(lines, node.start_mark.line)
    ]
    assert bare == []


@each_file
def test_an_invented_telephone_number_begins_with_0(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith("telefon:")]
    assert [line for line in lines if "# set" not in line and not line.split(":")[1].lstrip().startswith("0")] == []


def test_no_one_is_named_by_mail_address() -> None:
    assert [path for path in FILES if "@" in path.read_text("utf-8")] == []


# --- they are never published


def test_none_is_reachable_from_the_site() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    options = _plugin_options(config)
    folders = [ROOT / config.get("docs_dir", "docs"), ROOT / options.get("mappe", "kvalitetsstandarder")]
    for folder in folders:
        real_folder = folder.resolve()
        assert not REAL.is_relative_to(real_folder), folder
        assert not real_folder.is_relative_to(REAL), folder
        # Nor by a link.
        assert [path for path in folder.rglob("*") if path.resolve().is_relative_to(REAL)] == []
    assert "virkelige" not in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_the_published_folder_holds_examples_only() -> None:
    published = run_check([ROOT / "kvalitetsstandarder"], DAY).collection
    assert [one.file for one in published.standards if not one.example] == []
    assert [one.file for one in published.unreadable] == []


def test_none_of_them_says_it_is_an_example(report: Report) -> None:
    assert [one.standard.slug for one in report.assessed if one.standard.example] == []


# --- helpers


class _EditorLoader(yaml.SafeLoader):
    """Reads as yaml-language-server does: a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _plugin_options(config: dict[str, Any]) -> dict[str, Any]:
    for plugin in config["plugins"]:
        if isinstance(plugin, dict) and "kvalitetsstandarder" in plugin:
            return dict(plugin["kvalitetsstandarder"] or {})
    return {}


def _leaves(node: yaml.Node) -> list[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        return [node]
    children = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return [leaf for child in children for leaf in _leaves(child)]


def _is_marked(lines: list[str], at: int) -> bool:
    """Whether the line, the comment above it, or a line it is nested in, says 'set' or 'opfundet'."""
    while True:
        if any(mark in lines[at] for mark in MARKS):
            return True
        if at and lines[at - 1].lstrip().startswith(MARKS):
            return True
        indent = _indent(lines[at])
        above = [n for n in range(at) if lines[n].strip() and not lines[n].lstrip().startswith("#")]
        parents = [n for n in above if _indent(lines[n]) < indent]
        if not parents:
            return False
        at = parents[-1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
