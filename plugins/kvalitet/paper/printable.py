"""What the package's own font can show: PDF/UA-1 refuses a text with a letter that is missing in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

# The characters of both weights of Atkinson Hyperlegible Next as it lies in ``skrift``, invisible ones left out but for
# the two that say where a long word may be broken, which no font needs.
_RANGES = (
    "\\t\\n\\r\x20-\x7e\xa0-\xae-\xb4\xb6-\u0102\u0106\u0107\u0112\u0113\u0128-\u012b\u0131\u0139\u013a\u0143\u0144"
    "\u014c\u014d\u0152-\u0155\u015a\u015b\u0168-\u016b\u0178-\u017a\u01fc-\u01ff\u02c6\u02da\u02dc"
    "\u200b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u2044\u20ac\u2122\u2212\u2215"
)
_MISSING = re.compile(f"[^{_RANGES}]+")
_INVISIBLE = re.compile("[\u200c\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]")
# What says the same with characters that are there.
_INSTEAD = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2015": "\u2014",
    "\u2190": "<-",
    "\u2192": "->",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "ikke lig med",
    "\u2028": " ",
    "\u2029": " ",
    "\u0141": "L",
    "\u0142": "l",
    "\u0110": "D",
    "\u0111": "d",
}
_TABLE = str.maketrans(_INSTEAD)
_NOT_SHOWN = "[?]"


def make_printable(text: str) -> str:
    """Return ``text`` in characters the font has: a missing letter without its accent, else ``[?]``."""
    if _MISSING.search(text) is None:
        return text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_TABLE)
    return _MISSING.sub(lambda match: _approach(match[0]), text)


def make_all_printable(values: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return ``values`` with every text in it printable."""
    if isinstance(values, str):
        return make_printable(values)
    if isinstance(values, dict):
        return {key: make_all_printable(one) for key, one in values.items()}
    if isinstance(values, list | tuple):
        return [make_all_printable(one) for one in values]
    return values


def _approach(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = unicodedata.normalize("NFC", "".join(one for one in decomposed if not unicodedata.combining(one)))
    return _MISSING.sub(_NOT_SHOWN, plain)
