"""Characters as a standard may hold them: nothing invisible, nothing YAML refuses, one form of each letter."""

from __future__ import annotations

import re
import unicodedata

# Word and PDF writers set these for looks; in a text they are what they look like.
_INSTEAD = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\u2028\u2029\x0b\x0c\x85", "\n"),
        **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\u25aa\u25cf\u25e6\u2023\u2043\u25a0\u25ba\u2981", "•"),
        "\u2010": "-",
        "\u2011": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)
_GONE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_REFUSED = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[^\S\n]+")


def clean_text(text: str) -> str:
    """Return ``text`` without what nobody can see: single spaces, lines without empty ones between."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_INSTEAD)
    text = unicodedata.normalize("NFC", _REFUSED.sub(" ", _GONE.sub("", text)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def clean_line(text: str) -> str:
    """Return ``text`` as one clean line."""
    return clean_text(text).replace("\n", " ")
