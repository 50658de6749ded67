"""A page as it is handed over: front matter and one raw HTML block."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``address`` is its path below the site's root, "" or ending in ``/``.

    ``body`` is HTML with every text escaped; ``source`` is the file a person edits to change the page; ``wide`` pages
    hold a table that needs the whole window.
    """

    address: str
    title: str
    body: str
    description: str = ""
    source: str = ""
    hidden: bool = False
    wide: bool = False

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
        meta.append("hide: [navigation, toc]")
        lines = (line.rstrip() for line in self.body.splitlines())
        body = "\n".join(line for line in lines if line)  # blank lines would end the block in other generators
        kind = "kv kv-wide" if self.wide else "kv"
        return "---\n" + "\n".join(meta) + f'\n---\n\n<div class="{kind}" lang="da">\n{body}\n</div>\n'


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
