"""The municipality's name against the register of the 98."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from kvalitet.fields.edits import replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.register import load_register
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.fields import Value


def check(case: Case) -> Iterator[Finding]:
    """Yield an error where a real one is not in the register under that name, or an invented one is."""
    value = case.standard.value("kommune")
    if value is not None:
        yield from check_name(value, example=case.standard.example)


def check_name(value: Value, *, example: bool) -> Iterator[Finding]:
    """Yield what is wrong with the municipality's name that ``value`` holds."""
    if not isinstance(value.content, str):
        return
    register = load_register()
    found = register.find(value.content)
    if example:
        if found is not None:
            message = f"{found.full_name} findes. En opfundet kommune må ikke bære en virkelig kommunes navn."
            hint = "Giv den et navn, der ikke er et sted i Danmark, eller skriv 'eksempel: nej'."
            yield Finding(RULE.id, Severity.ERROR, value.place, message, value.path, hint)
    elif found is None or found.name != value.content:
        near = get_close_matches(value.content, [one.name for one in register.municipalities.values()], n=1)
        suggestion = found.name if found is not None else next(iter(near), "")
        hint = f"Mente du '{suggestion}'?" if suggestion else "Er kommunen opfundet, så skriv 'eksempel: ja'."
        message = f"Der er ingen kommune i registret, der hedder '{value.content}'."
        edit = replace_value(value.place, suggestion) if suggestion else None
        yield Finding(RULE.id, Severity.ERROR, value.place, message, value.path, hint, edit=edit)


RULE = Rule(
    id="henvisning-kommune",
    title="Kommunens navn står ikke i registret",
    severity=Severity.ERROR,
    explanation=(
        "Navnet skal være et af de 98 i registret, uden ordet Kommune. En opfundet kommune har 'eksempel: ja' og "
        "et navn, der ikke er et sted i Danmark."
    ),
    why=("Navnet bliver en del af sidens adresse. Ingen må tage fejl af en opfundet kommune og en virkelig."),
    wrong="# Odense findes\nkommune: Odense\neksempel: ja\n",
    right="kommune: Eksempelby\neksempel: ja\n",
    mark="Odense",
    file="odense.yml",
    check=check,
)
