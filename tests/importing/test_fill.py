"""An existing file gets what it lacks and keeps the rest, byte for byte: comments, order, spaces, unknown parts."""

from __future__ import annotations

import difflib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from tests.importing.building import build

import kvalitet
from kvalitet.catalogue import load_catalogue
from kvalitet.importing.documents import Document, read_bytes
from kvalitet.importing.fill import UnfillableError
from kvalitet.importing.importer import fill_document

if TYPE_CHECKING:
    from kvalitet.importing.fill import Filled

ROOT = Path(kvalitet.__file__).resolve().parent.parent.parent
STANDARDS = sorted((ROOT / "kvalitetsstandarder" / "stofmisbrug").glob("*.yml"))
CATALOGUE = load_catalogue("stofmisbrug")

HEAD = "format: 1\nkommune: Klitborg\nområde: stofmisbrug\ntilstand: udkast\n"

ODD = """\
%s# En kommentar øverst.
format:   1      # formatet
kommune: 'Klitborg'
område: stofmisbrug
tilstand: udkast
ukendt_del: { a:  1,   b: [x ,y] }  # en del, vi ikke kender

# Om målgruppen.
målgruppe:
    tekst: ""      # skal skrives
    fra_alder:     # tom

    # En kommentar inde i gruppen.
    rusmidler: [ hash,  kokain ]
opgaver: { tekst: "vores egen tekst" }
betaling:
  tekst: |
    Vores tekst.

      Indrykket.


  behandling_gratis: ~
behandlingsgaranti:
  tekst: >-
    Vores garanti.
klageadgang:
- lov: § 101   # uden indryk
# Den sidste kommentar.
"""


def document_of(name: str) -> Document:
    folder = Path(__file__).parent / "dokumenter" / name
    file, data = build(folder, {"form": "docx"})
    return read_bytes(data, file)


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of("sytten-afsnit")


def fill(document: Document, text: str) -> Filled:
    return fill_document(document, CATALOGUE, text)[0]


def kept_lines(before: str, after: str) -> list[str]:
    """Return the lines of ``before`` that are not in ``after``, in order."""
    matcher = difflib.SequenceMatcher(
        None, before.splitlines(keepends=True), after.splitlines(keepends=True), autojunk=False
    )
    return [
        line
        for kind, start, end, _, _ in matcher.get_opcodes()
        if kind in {"delete", "replace"}
        for line in before.splitlines(keepends=True)[start:end]
    ]


def is_subsequence(before: str, after: str) -> bool:
    """Whether every character of ``before`` stands in ``after``, in the same order."""
    rest = iter(after)
    return all(letter in rest for letter in before)


def test_only_the_empty_places_change(document: Document) -> None:
    filled = fill(document, ODD % "")
    assert kept_lines(ODD % "", filled.text) == [
        '    tekst: ""      # skal skrives\n',
        "    fra_alder:     # tom\n",
        "  behandling_gratis: ~\n",
    ]
    assert "    tekst: |      # skal skrives\n" in filled.text
    assert "    fra_alder: 18     # tom\n" in filled.text
    assert "  behandling_gratis: ja\n" in filled.text


def test_what_is_there_already_is_told_and_not_touched(document: Document) -> None:
    filled = fill(document, ODD % "")
    assert {"opgaver", "betaling.tekst", "behandlingsgaranti.tekst", "klageadgang"} <= set(filled.kept)
    assert {"målgruppe.tekst", "behandlingsgaranti.frist_dage", "visitation"} <= set(filled.added)


@pytest.mark.parametrize(
    "change", [lambda text: text, lambda text: text.replace("\n", "\r\n"), lambda text: text.rstrip()]
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_the_mark_at_the_start_stay_as_they_are(document: Document, change: Any, mark: str) -> None:
    before = change(ODD % mark)
    after = fill(document, before).text
    assert is_subsequence(before.replace('""', "").replace("~", ""), after)
    assert after.startswith(mark)
    assert ("\r\n" in after) == ("\r\n" in before)
    assert after.count("\n") == after.count("\r\n") or "\r\n" not in before


@pytest.mark.parametrize("path", STANDARDS, ids=lambda path: path.stem)
def test_nothing_is_lost_in_a_real_standard(document: Document, path: Path) -> None:
    before = path.read_text("utf-8")
    after = fill(document, before).text
    assert kept_lines(before, after) == []


def test_another_reader_of_yaml_finds_the_same_values_and_comments(document: Document) -> None:
    before, after = ODD % "", fill(document, ODD % "").text
    reader = YAML()
    old, new = reader.load(before), reader.load(after)
    assert list(old) == [key for key in new if key in old]
    for key in ("ukendt_del", "opgaver", "klageadgang"):
        assert new[key] == old[key]
    assert [line.strip() for line in before.splitlines() if line.lstrip().startswith("#")] == [
        line.strip() for line in after.splitlines() if line.lstrip().startswith("#") and line.strip() in before
    ]


def test_what_was_filled_in_is_filled_in_once(document: Document) -> None:
    once = fill(document, HEAD)
    again = fill(document, once.text)
    assert again.added == []
    assert again.text == once.text


def test_a_place_that_is_there_already_is_not_put_in_again(document: Document) -> None:
    before = f"{HEAD}steder:\n  kontoret:\n    navn: Rusmiddelteamet\n    adresse: Fyrvej 3,  9999 Klitborg\n"
    filled = fill(document, before)
    assert "rusmiddelteam_klitborg" not in filled.text
    assert "steder.kontoret.telefon" in filled.added
    assert "klages_til: kontoret" in filled.text  # what refers to it follows


def test_keys_come_where_the_catalogue_has_them(document: Document) -> None:
    after = fill(document, f"{HEAD}opgaver:\n  tekst: Vores.\nvisitation:\n  tekst: Vores.\n").text
    assert after.index("opgaver:") < after.index("\nmålgruppe:") < after.index("\nvisitation:")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- en liste\n",
        "bare tekst\n",
        "{format: 1, kommune: X}\n",
        "a: [\n",
        "a: 1\na: 2\n",
        "a: &x 1\nb: *x\n",
        "---\na: 1\n---\nb: 2\n",
    ],
)
def test_a_file_that_cannot_be_filled_in_is_refused(document: Document, text: str) -> None:
    with pytest.raises(UnfillableError):
        fill(document, text)


def test_a_file_that_says_where_it_ends_still_does(document: Document) -> None:
    after = fill(document, f"{HEAD}...\n").text
    assert after.startswith(HEAD)
    assert after.endswith("\n...\n")


KEYS = ("opgaver", "målgruppe", "visitation", "betaling", "personale", "gavekort")
COMMENTS = st.sampled_from(["", "  # note", "   #x", "\n", "\n# mellem\n"])
BODIES = st.sampled_from(
    [
        "",
        " ",
        " ~",
        ' ""',
        "\n  tekst:",
        "\n  tekst: >\n    A.\n\n    B.\n",
        "\n    tekst: |\n        A\n",
        "\n  tekst: 'a: b'",
        " {}",
        " { tekst: x }",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.tuples(st.sampled_from(KEYS), BODIES, COMMENTS), unique_by=lambda one: one[0], max_size=6))
def test_any_file_keeps_all_it_had(document: Document, parts: list[tuple[str, str, str]]) -> None:
    before = HEAD
    for key, body, note in parts:
        first, *rest = f"{key}:{body}".split("\n")
        before += "\n".join([first + (note if not first.endswith((">", "|")) or "\n" not in note else ""), *rest])
        before += "" if before.endswith("\n") else "\n"
    try:
        after = fill(document, before).text
    except UnfillableError:
        return
    assert is_subsequence(before.replace("~", "").replace('""', ""), after)
    YAML().load(io.StringIO(after))
