"""What of a page's HTML counts as running text: decided here, once, for every measure of plain language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# Headings, tables, addresses, what is pressed or filled in, and what is to be copied into a letter as it is.
_NOT_RUNNING = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "dl", "table", "nav", "address", "form", "button", "summary", "pre"}
    | {"blockquote", "figure", "template", "textarea", "dialog", "header", "footer"}
)
# Where something was read, and when it was adopted or checked.
_NOT_RUNNING_CLASSES = frozenset({"kv-source", "kv-foot", "kv-crumbs"})
_SENTENCE_ENDS = (".", "?", "!", ".«", "?«", "!«")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list that is a sentence. ``element`` is where it stands."""

    element: HtmlElement
    listed: bool

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join("".join(_texts(self.element, links=True)).split())

    @property
    def own_text(self) -> str:
        """Its words but those of links."""
        return " ".join("".join(_texts(self.element, links=False)).split())

    @property
    def folded(self) -> bool:
        """Whether it has to be unfolded to be read."""
        return any(one.tag == "details" or one.get("hidden") is not None for one in self.element.iterancestors())


def read_page(text: str) -> HtmlElement:
    """Return the part of a built page that is ours, below the shell; of a fragment, all of it."""
    root: HtmlElement = html.document_fromstring(text)
    found: list[HtmlElement] = root.find_class("kv")
    return found[0] if found else root


def is_copied(element: HtmlElement) -> bool:
    """Whether it is text to copy or print as it is, such as a letter: nothing may be explained in it."""
    return any("data-uden-ord" in one.attrib for one in (element, *element.iterancestors()))


def find_paragraphs(page: HtmlElement, *, names: bool = False) -> Iterator[Paragraph]:
    """Yield the running text of ``page`` in order.

    Items of lists are ``listed``: the measure of plain language leaves them out. Those that are no sentences (names,
    links, addresses) are here with ``names`` alone.
    """
    for element in page.iter("p", "li"):
        if _is_running(element):
            one = Paragraph(element, listed=any(parent.tag == "li" for parent in (element, *element.iterancestors())))
            if one.text and (names or element.tag == "p" or one.text.endswith(_SENTENCE_ENDS)):
                yield one


def _is_running(element: HtmlElement) -> bool:
    return not any(
        one.tag in _NOT_RUNNING or _NOT_RUNNING_CLASSES & set(one.get("class", "").split())
        for one in (element, *element.iterancestors())
    )


_OWN_TEXT = frozenset({"p", "ul", "ol", "li", "details", "div", "h1", "h2", "h3", "h4", "h5", "h6"})


def _texts(element: HtmlElement, *, links: bool) -> Iterator[str]:
    """Yield the text of ``element``, but for that of paragraphs, lists and sources within it."""
    yield element.text or ""
    for child in element:
        inner = isinstance(child.tag, str) and child.tag not in _OWN_TEXT
        source = _NOT_RUNNING_CLASSES & set(child.get("class", "").split())
        if inner and not source and (links or child.tag != "a"):
            yield from _texts(child, links=links)
        elif child.tag == "a":
            yield " · "  # no word reaches across a link
        yield child.tail or ""
