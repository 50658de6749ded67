"""What the page shell around every page needs: the menu, the foot, and the security policy of the built site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kvalitet.guidelines import load_background

if TYPE_CHECKING:
    from kvalitet.catalogue import Catalogue

# Scripts, styles and fonts from this site alone; WebAssembly for the search alone; nothing else from anywhere.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def shell_settings(catalogues: list[Catalogue], *, serving: bool) -> dict[str, Any]:
    """Return the shell's settings: ``kv_menu`` and ``kv_foot`` as (title, address), ``kv_policy`` ("" while serving).

    While serving, the live-reload script stands in the page itself, which the policy would rightly block.
    """
    menu = [
        item
        for one in catalogues
        for item in (
            ("Find hjælp", f"{one.area}/"),
            ("Dine rettigheder", f"{one.area}/rettigheder/"),
            ("Sammenlign", f"{one.area}/overblik/"),
        )
    ]
    foot = [("Akut hjælp", "akut/"), ("Ordliste", "ordliste/"), ("Loven, vi bygger på", "lov/")]
    foot += [("For kommuner", "for-kommuner/")]  # the menu is the citizen's, and fits two rows of a telephone
    foot += [("Baggrund", "baggrund/")] if any(load_background(one.area) for one in catalogues) else []
    foot += [("Data", "data/"), ("Om siden", "om/"), ("Tilgængelighed", "tilgaengelighed/")]
    foot += [("Spor efter dit besøg", "om/#spor")]
    return {"kv_menu": menu, "kv_foot": foot, "kv_policy": "" if serving else POLICY}
