"""A paper as Markdown: what two readers make of it is what was written."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.paper.samples import EVERYTHING, make_paper
from tests.site.test_hostile import CORPUS

from kvalitet.paper.markdown import write_markdown

GOLDEN = """# Kvalitetsstandard: Prøve

Prøveby Kommune

> Opfundet kommune.

## Resumé

Teksten er **vigtig** og *kort*. Se [referatet](<https://proeveby.example/byraadet/1?a=b&amp;c=d>).

**\\[Skriv her: hvad der skal besluttes\\]**

### Steder

**De to steder:**

- Kajen
- Møllen

| Felt | Indhold |
| --- | --- |
| Telefon | 01 23 45 67 |
| Om | Første afsnit. punkt; Sidste. |

## Lovgrundlag

Læst 22. november 2026.
"""
TAGS = {"h1", "h2", "p", "strong", "a", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


class Words(HTMLParser):
    """The words of rendered Markdown by the tag they stand in, and every tag there is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.said: list[str] = [""]
        self.feed(markdown.markdown(text, extensions=["tables", "fenced_code", "def_list", "footnotes", "abbr"]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}
        if tag not in {"strong", "a"}:
            self.said.append("")

    def handle_data(self, data: str) -> None:
        self.said[-1] += data

    @property
    def lines(self) -> list[str]:
        return [" ".join(one.split()) for one in self.said if one.strip()]


def test_a_paper_as_markdown() -> None:
    assert write_markdown(EVERYTHING) == GOLDEN


@pytest.mark.parametrize("text", CORPUS)
def test_hostile_text_is_plain_text(text: str) -> None:
    read = Words(write_markdown(make_paper(text)))
    plain = " ".join(text.split())
    assert read.lines == [plain] * 10
    assert read.tags <= TAGS
    assert read.links == {"https://proeveby.example/"}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab1 .)(-+#*_`~<>[]{}|\\&;:!=$^\"'/", min_size=1, max_size=20))
def test_any_signs_are_plain_text(text: str) -> None:
    plain = " ".join(f"x{text}y".split())
    assert Words(write_markdown(make_paper(f"x{text}y"))).lines == [plain] * 10
    at_start = " ".join(f"{text}y".split())
    assert Words(write_markdown(make_paper(f"{text}y"))).lines == [at_start] * 10
