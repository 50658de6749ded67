"""Pages that are HTML already: taken as they are, since sending them through Markdown is half of a build's time."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_BLOCK = re.compile(r'\s*(<div class="kv(?: kv-wide)?"[^>]*>\n(?:[^\n]+\n)*</div>)\s*', re.ASCII)
_ID = re.compile(r'\sid="([^"]+)"')


class ReadyPage(Page):
    """A page whose source may be one raw HTML block, which Markdown would hand back unchanged."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do what Markdown would, or leave it to Markdown where the source has become something else."""
        block = _BLOCK.fullmatch(self.markdown or "")
        if block is None:
            super().render(config, files)
            return
        self.content = block[1]
        self.toc = get_toc([])
        self.present_anchor_ids = {html.unescape(one) for one in _ID.findall(block[1])}
