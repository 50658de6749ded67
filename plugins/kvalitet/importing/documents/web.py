"""A web page to blocks: what lies in its main part is text, what lies around it is its frame."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree, html

from kvalitet.importing.documents.clean import clean_line
from kvalitet.importing.documents.model import Block, BlockKind, Origin
from kvalitet.importing.documents.web_builder import Builder

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_HEAD_OF_FILE = 2048
_MAIN = "//main | //*[@role='main']"
_ARTICLE = "//article"


def read_web(data: bytes) -> tuple[list[Block], list[str]]:
    """Return the blocks of the web page ``data`` in reading order, and what is to be said of it."""
    return read_html(decode(data)), []


def read_html(text: str) -> list[Block]:
    """Return the blocks of the page ``text``; nothing it names is fetched."""
    text = _DECLARATION.sub("", text)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    root = html.document_fromstring(f"<body>{text}" if "<" not in text else text, parser=parser)
    blocks = _build(root)
    titles = sum(1 for one in blocks if one.kind is BlockKind.HEADING and one.level == 1)
    if titles == 1:  # the page's own title; where there are more, each begins a part
        blocks = [replace(one, level=one.level - 1) if one.kind is BlockKind.HEADING else one for one in blocks]
    return blocks


def _build(root: HtmlElement) -> list[Block]:
    main = _find_main(root)
    builder = Builder(main)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            builder.open(element)
        else:
            builder.close(element)
    blocks = builder.finish()
    return [*blocks, *_read_links(root if main is None else main, blocks)]


def _find_main(root: HtmlElement) -> HtmlElement | None:
    """Return the element that holds the text, where the page says which."""
    for path in (_MAIN, _ARTICLE):
        found = root.xpath(path)
        if len(found) == 1:
            return found[0]
    return None


def _read_links(root: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Return the web addresses behind links that do not stand in the text themselves."""
    together = "\n".join(one.text for one in blocks)
    links = []
    seen = set()
    for number, link in enumerate(root.iter("a"), 1):
        address = clean_line(link.get("href") or "")
        if address.startswith(("http://", "https://")) and address not in together and address not in seen:
            seen.add(address)
            shown = clean_line("".join(link.itertext()))
            links.append(Block(BlockKind.FRAME, f"»{shown}«: {address}", Origin("link", number, number)))
    return links


def decode(data: bytes) -> str:
    """Return the text of ``data``: UTF-8 where it is that, else by what the page says, else as Windows writes."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.removeprefix(mark).decode(name, errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:_HEAD_OF_FILE])
        return data.decode(_known_codec(said[1].decode("ascii") if said else ""), errors="replace")


def _known_codec(name: str) -> str:
    """Return the codec that the page names, where it is one of text and not UTF-8; else what Windows writes."""
    try:
        "æ".encode(name)
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return "cp1252"
    return "cp1252" if codec in {"utf-8", "iso8859-1"} else codec
