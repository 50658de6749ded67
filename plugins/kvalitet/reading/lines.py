"""The lines of a file, as an editor counts them."""

from __future__ import annotations

import re
from functools import lru_cache

_LINE_BREAK = re.compile("\r\n|\n|\r")


@lru_cache(maxsize=4)  # a file's findings come together
def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of ``text``; what YAML alone takes for a line break is none."""
    return tuple(_LINE_BREAK.split(text))
