"""Text from a standard to HTML: escaped first; then paragraphs, lists, emphasis and safe links, nothing else."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(((?:https?://|mailto:|tel:)[^)\s\"'<>]+)\)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_SLOT = re.compile(r"\{(\w+)\}")
_ITEM = re.compile(r"^\s*[-*•]\s+")


def render_text(text: str) -> Markup:
    """Return ``text`` as paragraphs and lists. What looks like HTML, Markdown or Jinja appears as it was written."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return Markup("\n").join(_render_block(block) for block in blocks if block.strip())


def render_inline(text: str) -> Markup:
    """Return one line of text with emphasis and links."""
    html = str(escape(" ".join(text.split())))
    html = _LINK.sub(lambda match: f'<a href="{match[2]}">{match[1]}</a>', html)
    html = _STRONG.sub(r"<strong>\1</strong>", html)
    html = _EMPHASIS.sub(r"<em>\1</em>", html)
    return Markup(html)  # noqa: S704 - escaped above; only our own tags were added


def fill_text(text: str, values: Mapping[str, object], *, inline: bool = True) -> Markup:
    """Return a fixed text with its ``{name}`` filled in; what is filled in is escaped and never read as markup.

    Raises ``KeyError`` for a name that ``values`` does not have.
    """
    html = str(render_inline(text) if inline else render_text(text))
    return Markup(_SLOT.sub(lambda match: str(escape(values[match[1]])), html))  # noqa: S704 - both parts are escaped


def running_text(text: str) -> str:
    """Return the paragraphs of ``text`` as they would be read aloud: without its lists and the addresses of links."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", _LINK.sub(r"\1", text.strip())):
        lines = list(takewhile(lambda line: not _ITEM.match(line), block.splitlines()))
        paragraphs.append(" ".join(" ".join(lines).split()))
    return "\n\n".join(one for one in paragraphs if one)


def plain_text(html: Markup) -> str:
    """Return what a reader reads of rendered text, on one line."""
    spaced = re.sub(r"</(?:p|li)>", " ", html.replace("<li>", "• "))
    return Markup(spaced).striptags()  # noqa: S704 - to be taken apart, not shown


def _render_block(block: str) -> Markup:
    lines = [line for line in block.splitlines() if line.strip()]
    first = next((number for number, line in enumerate(lines) if _ITEM.match(line)), len(lines))
    parts = []
    if first:
        parts.append(Markup("<p>{}</p>").format(render_inline(" ".join(lines[:first]))))
    items: list[str] = []
    for line in lines[first:]:
        if _ITEM.match(line):
            items.append(_ITEM.sub("", line))
        else:
            items[-1] += f" {line}"
    if items:
        listed = Markup("").join(Markup("<li>{}</li>").format(render_inline(item)) for item in items)
        parts.append(Markup("<ul>{}</ul>").format(listed))
    return Markup("\n").join(parts)
