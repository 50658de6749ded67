"""Text that looks like HTML, Markdown, Jinja or a table separator appears as the same characters, in every field."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import yaml
from tests.site.conftest import ROOT, build_site

from kvalitet.catalogue import load_catalogue
from kvalitet.catalogue.conditions import field_at
from kvalitet.fields import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CORPUS = (
    "<script>document.title='x'</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</div></section><h1>Falsk</h1>",
    "{{ 7 * 7 }} {% raw %} {# skjult #}",
    "[klik](javascript:alert(1))",
    "![billede](https://andre.example/x.png)",
    "# Overskrift",
    "a | b | c",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "`kode` ~~~ ```",
    "<!-- kommentar --> <?php ?> <![CDATA[x]]>",
    "= 1 + 1 @SUM(A1) -2",
    "--- *** ___",
    "1. punkt",
    "    indrykket",
    "$\\frac{1}{2}$ \\( x \\)",
    "[^1] [ref]: https://andre.example",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
)
OWN_TAGS = frozenset(
    {
        "a",
        "article",
        "br",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "li",
        "nav",
        "ol",
        "p",
        "section",
        "small",
        "span",
    }
    | {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
        "wbr",
    }
)
"""What our templates and the safe subset of text are made of."""
TOOL_TAGS = frozenset({"button", "caption", "fieldset", "input", "label", "legend", "option", "select", "textarea"})
"""What the page about complaining has besides, for its calculators and letters."""


class Text(HTMLParser):
    """The words of a page's own block, and the tags and attributes it holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.risky: list[tuple[str, str, str | None]] = []
        block = html.partition('<div class="kv"')[2].partition(">")[2]
        self.feed(block.partition("</article>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").lower().startswith("javascript:"):
                self.risky.append((tag, name, value))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def hostile_leaves(tree: Any, path: tuple[str, ...], fields: dict[str, Any]) -> Iterator[tuple[Any, str | int]]:
    """Yield (parent, key) of every running text and line of the standard."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in items:
        step = path if isinstance(tree, list) else (*path, str(key))
        known = field_at(step, fields, fields)
        if isinstance(value, (dict, list)):
            if known is not None and known.kind is Kind.TABLE:
                for one in value.values() if isinstance(value, dict) else value:
                    yield from hostile_leaves(one, step, fields) if isinstance(one, (dict, list)) else ()
                continue
            yield from hostile_leaves(value, step, fields)
        else:
            while known is not None and known.item is not None:
                known = known.item
            if known is not None and known.short:
                known = known.fields[known.short]
            if known is not None and known.kind in {Kind.TEXT, Kind.LINE} and not known.pattern:
                yield tree, key


def test_hostile_text_appears_as_the_characters_it_is(tmp_path: Path) -> None:
    source = (ROOT / "kvalitetsstandarder/stofmisbrug/strandlev.yml").read_text(encoding="utf-8")
    tree = yaml.load(source, yaml.BaseLoader)  # noqa: S506 - every scalar as text, nothing constructed
    fields = dict(load_catalogue("stofmisbrug").fields)
    planted = []
    for number, (parent, key) in enumerate(hostile_leaves(tree, (), fields)):
        if parent is tree and key in {"kommune", "version"}:
            continue
        text = f"{CORPUS[number % len(CORPUS)]} nr{number}slut"
        parent[key] = text
        planted.append(text)
    assert len(planted) > 150
    root = tmp_path / "projekt"
    folder = root / "kvalitetsstandarder" / "stofmisbrug"
    folder.mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "strandlev.yml").write_text(yaml.safe_dump(tree, allow_unicode=True, default_style='"'), encoding="utf-8")
    site = tmp_path / "site"
    done = build_site(site, root)
    assert done.returncode == 0, done.stderr
    shown = ""
    for page in sorted(site.glob("**/strandlev/**/index.html")):
        one = Text(page.read_text(encoding="utf-8"))
        assert one.risky == [], page
        own = OWN_TAGS | (TOOL_TAGS if page.parent.name == "klage" else frozenset())
        assert one.tags <= own, (page, one.tags - own)
        assert "Falsk" not in [word for word in one.words if word == "Falsk"], page
        shown += one.text
    missing = [text for text in planted if " ".join(text.split()) not in shown and "**" not in text]
    allowed = {text for text in missing if text.startswith(("--- ***", "1. punkt"))}
    assert [text for text in missing if text not in allowed] == []
    data = json.loads((site / "data" / "stofmisbrug" / "daekning.json").read_text(encoding="utf-8"))
    assert [row["slug"] for row in data["kommuner"]] == ["strandlev"]
