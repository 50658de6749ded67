"""A page as it is handed over: front matter and one raw HTML block."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``address`` is its path below the site's root, "" or ending in ``/``.

    ``body`` is HTML with every text escaped; ``source`` is the file a person edits to change the page; ``wide`` pages
    hold a table that needs the whole window; ``municipality`` is the name of the one municipality the page is about;
    ``professional`` pages are for officers and researchers; ``tools`` name the scripts that improve the page, each a
    pair of files ``assets/<tool>.js`` and ``assets/<tool>.css``; ``styles`` name style sheets that come alone; ``ring``
    is the ``tel:`` link that a phone keeps under the reader's thumb; ``searched``: whether the search finds it, which
    it should not where it tells again what another page tells.
    """

    address: str
    title: str
    body: str
    description: str = ""
    source: str = ""
    hidden: bool = False
    wide: bool = False
    municipality: str = ""
    professional: bool = False
    tools: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    ring: str = ""
    searched: bool = True

    @property
    def file(self) -> str:
        """The Markdown file the page lies in."""
        return f"{self.address}index.md"

    def markdown(self) -> str:
        """Return front matter and body. JSON strings are YAML strings, so no title can break out."""
        meta = [f"title: {_quote(self.title)}"]
        if self.description:
            meta.append(f"description: {_quote(self.description)}")
        if self.hidden:
            meta.append("robots: noindex")
        if self.tools:
            meta.append(f"kv_tools: [{', '.join(self.tools)}]")
        if self.styles:
            meta.append(f"kv_styles: [{', '.join(self.styles)}]")
        if self.ring:
            meta.append(f"kv_ring: {_quote(self.ring)}")
        meta.append("hide: [navigation, toc]")
        lines = (line.rstrip() for line in self.body.splitlines())
        body = "\n".join(line for line in lines if line)  # blank lines would end the block in other generators
        kind = "kv kv-wide" if self.wide else "kv"
        opening = f'<div class="{kind}" lang="da"{self._search_marks()}>'
        return "---\n" + "\n".join(meta) + f"\n---\n\n{opening}\n{body}\n</div>\n"

    def _search_marks(self) -> str:
        """Return what tells the search (``search.py``, ``soeg.js``) about the page."""
        if not self.searched:  # where some pages have the mark, pagefind leaves out those that do not
            return ""
        kind = ("kommune" if self.municipality else "alle") + ("-fag" if self.professional else "")
        if not self.municipality:
            return f' data-pagefind-body data-pagefind-meta="slags:{kind}"'
        names = f' data-kommune="{escape(self.municipality)}"' + (' data-opfundet="ja"' if self.hidden else "")
        told = "kommune[data-kommune], " + ("opfundet[data-opfundet], " if self.hidden else "") + f"slags:{kind}"
        return f' data-pagefind-body{names} data-pagefind-meta="{told}"'


def relative_link(here: str, target: str) -> str:
    """Return the link from the page at ``here`` to ``target`` (an address below the root, maybe with ``#``)."""
    path, mark, anchor = target.partition("#")
    if path == here and mark:
        return f"#{anchor}"
    start = posixpath.join("/", here)
    link = posixpath.relpath(posixpath.join("/", path), start)
    if not path or path.endswith("/"):  # a page; anything else is a file
        link = "./" if link == "." else f"{link}/"
    return f"{link}{mark}{anchor}"


def _quote(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=True)
