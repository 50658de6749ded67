"""What a draft writes is what the check reads: any text, any value, however it is wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvalitet.fields.model import Field, Kind
from kvalitet.importing.documents.clean import clean_line, clean_text
from kvalitet.importing.yaml_text import WIDTH, YamlWriter, comment, quote
from kvalitet.present.text import render_text
from kvalitet.reading import Mapping, Sequence, read_text

if TYPE_CHECKING:
    from kvalitet.importing.draft import Path

quick = settings(max_examples=100, deadline=None)
LINE, TEXT = Field("navn", Kind.LINE), Field("tekst", Kind.TEXT)

SIGNS = st.sampled_from(
    ["- ", " - ", "* ", "# ", ": ", "'", '"', "[", "{", "|", ">", "&a", "!", "%", "@", "`", "…", "§ "]
)
LINES = st.lists(SIGNS | st.text(max_size=30), min_size=1, max_size=20).map("".join).map(clean_line).filter(bool)
PARAGRAPHS = st.lists(
    st.lists(LINES, min_size=1, max_size=4).map("\n".join).map(clean_text).filter(bool), min_size=1, max_size=4
).map("\n\n".join)


def read_back(lines: list[str]) -> Any:
    root, findings = read_text("\n".join(lines) + "\n", "a.yml")
    assert findings == [], lines
    assert root is not None
    return _plain(root)


def _plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {name: _plain(entry.value) for name, entry in node.entries.items()}
    return [_plain(one) for one in node.items] if isinstance(node, Sequence) else node.text


def words(text: str) -> list[str]:
    return text.split()


@quick
@given(text=LINES)
def test_a_line_is_read_as_it_was_written(text: str) -> None:
    assert read_back([f"navn: {quote(text, LINE)}"]) == {"navn": text}


@quick
@given(text=PARAGRAPHS, depth=st.integers(0, 3))
def test_a_text_is_read_with_its_words_and_its_paragraphs(text: str, depth: int) -> None:
    lines = [f"{'  ' * level}k:" for level in range(depth)]
    lines += YamlWriter({}).write_value("tekst", text, TEXT, ("tekst",), depth)
    found = read_back(lines)
    for _ in range(depth):
        found = found["k"]
    assert words(found["tekst"]) == words(text)
    assert len(found["tekst"].strip().split("\n\n")) == len(text.split("\n\n"))


def test_a_long_text_is_wrapped_and_shown_as_the_same_paragraphs() -> None:
    text = (
        "Vi hjælper - også om natten - alle, der beder om det. " * 6
        + "\n\n- et punkt, der er langt - "
        + "og langt " * 20
        + "\n- to"
    )
    text = "\n\n".join(clean_text(one) for one in text.split("\n\n"))
    lines = list(YamlWriter({}).write_value("tekst", text, TEXT, ("tekst",)))
    assert max(len(line) for line in lines) <= WIDTH
    assert str(render_text(read_back(lines)["tekst"])) == str(render_text(text))


def test_a_note_stands_above_its_value_and_the_same_one_is_not_said_twice() -> None:
    group = Field("g", Kind.GROUP, fields={name: Field(name, Kind.LINE) for name in ("a", "b", "c")})
    notes: dict[Path, list[str]] = {("g", "a"): ["fra linje 1"], ("g", "b"): ["fra linje 1"]}
    notes["g", "c"] = ["fra linje 2"]
    lines = YamlWriter(notes).write_entry("g", {"a": "1 x", "b": "2 x", "c": "3 x"}, group, ("g",))
    assert list(lines) == ["g:", "  # fra linje 1", "  a: 1 x", "  b: 2 x", "  # fra linje 2", "  c: 3 x"]


def test_an_entry_of_a_list_has_its_note_above_the_dash() -> None:
    item = Field("", Kind.GROUP, fields={"type": Field("type", Kind.LINE), "navn": LINE})
    field = Field("tilbud", Kind.LIST, item=item)
    notes: dict[Path, list[str]] = {("tilbud", 0, "type"): ["fra linje 1 – sikker"]}
    lines = YamlWriter(notes).write_entry("tilbud", [{"type": "dag", "navn": "Dagholdet"}], field, ("tilbud",))
    assert list(lines) == ["tilbud:", "  # fra linje 1 – sikker", "  - type: dag", "    navn: Dagholdet"]


@quick
@given(text=LINES, depth=st.integers(0, 3))
def test_a_comment_is_nothing_but_a_comment(text: str, depth: int) -> None:
    assert read_back([*comment(text, depth), "navn: x"]) == {"navn": "x"}


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.DATE, Kind.YES_NO, Kind.PHONE, Kind.HOURS])
def test_what_has_a_form_of_its_own_stands_without_quotes(kind: Kind) -> None:
    assert quote("14", Field("x", kind)) == "14"
