"""One rule explained at a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kvalitet.report.words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.report.screen import Screen
    from kvalitet.rules.model import Rule


def explain_rule(rule: Rule, catalogues: list[Catalogue], screen: Screen) -> Iterator[str]:
    """Yield what the rule means, the law behind it with how it was verified, a wrong and a right example."""
    yield screen.style(rule.title, bold=True)
    yield f"{rule.id} ({SEVERITY_WORDS[rule.severity]})"
    yield ""
    yield from textwrap.wrap(rule.explanation, screen.width)
    known = {name: one for catalogue in catalogues for name, one in catalogue.references.items()}
    for name in rule.law:
        if name in known:
            reference = known[name]
            yield ""
            yield f"§ {reference.title}"
            yield from textwrap.wrap(f"{reference.says} ({reference.proof}, læst {reference.read})", screen.width)
    for word, example in (("Sådan ikke:", rule.wrong), ("Sådan:", rule.right)):
        yield ""
        yield word
        yield textwrap.indent(example.rstrip("\n"), "    ")
