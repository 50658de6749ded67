"""Whatever is read: a tree or findings, never an exception; what was written is what is read; places lie inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kvalitet.catalogue import load_catalogue
from kvalitet.fields import Kind, Typing, read_fields
from kvalitet.reading import Mapping, Scalar, Sequence, read_text
from kvalitet.reading.decode import decode, find_hidden
from kvalitet.reading.events import PURE_PYTHON_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields import Field
    from kvalitet.findings import Finding
    from kvalitet.reading import Node

Plain = str | list["Plain"] | dict[str, "Plain"]

quick = settings(max_examples=150, deadline=None)

# What YAML reads something into, more often than chance would bring it.
TYPED = st.sampled_from(
    [
        "\n",
        "\n  ",
        "\t",
        " ",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "'",
        '"',
        "\\",
        "@",
        "`",
        "|",
        ">",
        "---\n",
        "&a ",
        "*a ",
    ]
)
PIECES = TYPED | st.sampled_from(
    [
        "\r",
        "? ",
        "!",
        "!!str ",
        "|\n",
        ">-\n",
        "\\x",
        "\\ud800",
        "%",
        "...\n",
        "<<: ",
        "\ufeff",
        "\u2028",
        "\x85",
        "\u202e",
        "~",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join)
# Characters that are read as they are: no control characters, and none that YAML or Unicode would fold.
LETTERS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"]) | st.just("\n"), max_size=30
).filter(lambda text: not find_hidden(text, "a.yml"))
KEYS = st.text(st.sampled_from("abcæøå0-_:#? "), max_size=12)


@pytest.fixture(autouse=True, params=["", "1"], ids=["compiled", "pure"])
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PURE_PYTHON_VARIABLE, request.param)
        yield


def trees(leaves: st.SearchStrategy[str], keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Plain]]:
    inner: st.SearchStrategy[Plain] = st.recursive(
        leaves, lambda below: st.lists(below, max_size=4) | st.dictionaries(keys, below, max_size=4), max_leaves=15
    )
    return st.dictionaries(keys, inner, max_size=5)


def as_plain(node: Node) -> Plain:
    if isinstance(node, Mapping):
        return {name: as_plain(entry.value) for name, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [as_plain(one) for one in node.items]
    assert isinstance(node, Scalar)
    return node.text


def assert_inside(findings: list[Finding], text: str) -> None:
    lines = re.split("\r\n|\n|\r", text)
    for finding in findings:
        place = finding.place
        assert place.file == "a.yml"
        assert 1 <= place.line <= len(lines), finding
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, finding
        assert finding.message


@quick
@given(TEXTS)
def test_any_text_is_a_tree_or_findings(text: str) -> None:
    root, findings = read_text(text, "a.yml")
    assert root is not None or findings


@quick
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_tree_or_findings_inside_the_file(data: bytes) -> None:
    text, findings = decode(data, "a.yml")
    if text is None:
        assert findings
        return
    root, more = read_text(text, "a.yml")
    assert root is not None or more
    assert_inside(findings + more, text)


@quick
@given(trees(LETTERS, KEYS.map(str.strip)), st.booleans(), st.sampled_from([None, "'", '"']))
def test_what_was_written_is_what_is_read(tree: dict[str, Plain], flow: bool, quotes: str | None) -> None:  # noqa: FBT001
    dumped = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, default_style=quotes, sort_keys=False)
    if "!!" in dumped or "? " in dumped:  # the dumper marks what quotes make ambiguous; tags are not read
        return
    root, findings = read_text(dumped, "a.yml")
    assert findings == []
    assert root is not None
    assert as_plain(root) == tree


STANDARD = """format: 1
kommune: Eksempelby
steder:
  center: {navn: Centret, åbent: {mandag: 9-15}}
tilbud:
  - type: ambulant
    indhold: "Samtaler alene eller i gruppe."
  - type: dag
opgaver:
  tekst: >
    Vi behandler dig,
    når du beder om det.
  dækker: [målgruppe, 'personale']
"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(STANDARD)), TYPED), min_size=1, max_size=2))
def test_both_loaders_say_the_same_of_a_slip(slips: list[tuple[int, str]]) -> None:
    text = STANDARD
    for at, piece in slips:
        text = text[:at] + piece + text[at:]
    answers = []
    for pure in ("", "1"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(PURE_PYTHON_VARIABLE, pure)
            root, findings = read_text(text, "a.yml")
            answers.append((root and as_plain(root), [(one.rule, one.place) for one in findings]))
    assert answers[0] == answers[1]


def field_keys(fields: dict[str, Field]) -> list[str]:
    return sorted({one.key for each in fields.values() for _, one in each.walk() if one.key})


CATALOGUE = load_catalogue("stofmisbrug")
KNOWN = st.sampled_from(field_keys(dict(CATALOGUE.fields)))
WORDS = st.sampled_from(["ja", "nej", "0", "14", "2025-04-24", "2025-02-30", "9-15", "112", "200 kr.", "TODO", "~", ""])
ODD_WORDS = st.sampled_from(
    ["følger loven", "§ 101", "2019", "ambulant", "https://a.example", "<script>", "-", "x" * 300]
)


@settings(max_examples=300, deadline=None)
@given(trees(WORDS | ODD_WORDS | LETTERS, KNOWN | KEYS))
def test_the_catalogue_types_any_tree_with_places_inside_the_file(tree: dict[str, Plain]) -> None:
    dumped = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=False)
    root, findings = read_text(dumped, "a.yml")
    if root is None:
        assert findings
        return
    ids = {
        Kind.REQUIREMENT: frozenset(CATALOGUE.requirements),
        Kind.CRITERION: frozenset(CATALOGUE.criteria),
        Kind.RULE: frozenset({"struktur-type"}),
        Kind.EDITION: frozenset(CATALOGUE.editions),
    }
    typing = Typing("a.yml", CATALOGUE.empty, ids)
    values = read_fields(root, CATALOGUE.fields, typing)
    assert_inside(findings + typing.findings, dumped)
    assert set(values) <= set(CATALOGUE.fields)
    for name, value in values.items():
        assert value.path == name
        for leaf in value.leaves():
            assert leaf.path.startswith(name)
            assert 1 <= leaf.line <= dumped.count("\n") + 1
