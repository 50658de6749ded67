"""A page per rule of the check, and the list of them: what it means, why, the law, an example of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kvalitet.present.context import FRONT
from kvalitet.report.explain import show_text
from kvalitet.report.screen import Screen
from kvalitet.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import LegalReference
    from kvalitet.present.context import Site
    from kvalitet.present.page import Page
    from kvalitet.rules.model import Rule

ROOT = "for-kommuner/regler/"
_TITLE = "Kontrollens regler"
_ABOVE = [*FRONT, ("For kommuner", "for-kommuner/")]
_FAMILIES = {
    "struktur": "Filen kan læses og forstås",
    "henvisning": "Det, der peges på, findes",
    "lov": "Det, loven siger",
    "sprog": "Sproget, borgeren møder",
    "privat": "Det, der ikke må offentliggøres",
}


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of rules and the page of each."""
    page = site.renderer.page
    families = [(title, [one for one in RULES if family_of(one) == family]) for family, title in _FAMILIES.items()]
    yield page(ROOT, "regler", _TITLE, families=families, rules=RULES, crumbs=_ABOVE)
    for rule in RULES:
        yield page(
            address_of(rule.id),
            "regel",
            rule.title,
            rule=rule,
            family=_FAMILIES[family_of(rule)],
            references=_references(rule, site),
            wrong=mark_example(rule),
            right="\n".join(show_text(line, Screen()) for line in rule.right.splitlines()),
            crumbs=[*_ABOVE, (_TITLE, ROOT)],
            crumb=rule.id,
        )


def address_of(rule: str) -> str:
    """Return the address of a rule's page."""
    return f"{ROOT}{rule}/"


def family_of(rule: Rule) -> str:
    """Return the family a rule belongs to: the first word of its id."""
    return rule.id.partition("-")[0]


def mark_example(rule: Rule) -> Markup:
    """Return the wrong example, escaped, with what is wrong in it marked."""
    start = rule.wrong.rindex(rule.mark) if rule.mark else len(rule.wrong)
    stop = start + len(rule.mark)
    before, marked, after = (_show(part) for part in (rule.wrong[:start], rule.wrong[start:stop], rule.wrong[stop:]))
    if not marked:
        return Markup("{}").format(before.rstrip("\n"))
    return Markup("{}<mark>{}</mark>{}").format(before, marked, after.rstrip("\n"))


def _show(text: str) -> str:
    return "\n".join(show_text(line, Screen()) for line in text.split("\n"))


def _references(rule: Rule, site: Site) -> list[LegalReference]:
    known = {name: one for catalogue in site.catalogues for name, one in catalogue.references.items()}
    return [known[name] for name in rule.law if name in known]
