"""What is said at the top of everything about one standard, because of the state it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.present.text import render_inline

if TYPE_CHECKING:
    from markupsafe import Markup

    from kvalitet.standard.model import Standard

_TEXTS, _INVENTED = "tilstand", "opfundet"
# The contracted states that need a word, with the ids of the texts.
_SAID = {"udkast": "udkast", "i høring": "hoering", "afløst": "afloest", "forfalden": "forfalden"}


def tell_state(standard: Standard, status: str) -> list[Markup]:
    """Return the warnings of a standard with this ``status``; that it is invented comes first."""
    names = ([_INVENTED] if standard.example else []) + ([_SAID[status]] if status in _SAID else [])
    return [render_inline(standard.catalogue.texts[_TEXTS][name].words) for name in names]
