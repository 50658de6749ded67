"""An exception that cannot be made, or that is of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.fields.edits import find_nearest, replace_value
from kvalitet.findings import Finding, Severity
from kvalitet.rules.exceptions import entries_of
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kvalitet.fields import Value
    from kvalitet.rules.exceptions import Excepted


def check_entries(case: Case, rules: Mapping[str, Rule], excepted: list[Excepted]) -> Iterator[Finding]:
    """Yield an error per exception that cannot be made, a note per one that silences nothing."""
    entries = list(entries_of(case.standard))
    if not entries:
        return
    paths = {path for value in case.standard.own.values() for path in _paths(value)}
    used = {id(one.entry) for one in excepted}
    for entry, rule, path in entries:
        if not rules[rule].exceptable:
            yield _not_exceptable(entry, rule, rules)
        elif path not in paths:
            yield _no_such_place(entry, path, paths)
        elif id(entry) not in used:
            message = f"Reglen '{rule}' har intet at sige om '{path}', så undtagelsen er uden virkning."
            yield Finding(RULE.id, Severity.NOTE, entry.place, message, entry.path, "Slet undtagelsen.")


def _paths(value: Value) -> Iterator[str]:
    yield value.path
    content = value.content
    for one in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from _paths(one)


def _not_exceptable(entry: Value, rule: str, rules: Mapping[str, Rule]) -> Finding:
    value = entry.content["regel"] if isinstance(entry.content, dict) else entry
    known = ", ".join(one.id for one in rules.values() if one.exceptable)
    message = f"Man kan ikke gøre undtagelser fra '{rule}'."
    hint = f"Fejl og lovens krav kan ikke undtages. Undtagelser kan gøres fra: {known}."
    return Finding(RULE.id, Severity.ERROR, value.place, message, value.path, hint)


def _no_such_place(entry: Value, path: str, paths: set[str]) -> Finding:
    value = entry.content["felt"] if isinstance(entry.content, dict) else entry
    meant = find_nearest(path, paths)
    hint = f"Mente du '{meant}'?" if meant else "Skriv stedet, som kontrollen viser det, fx opgaver.pixie."
    edit = replace_value(value.place, meant) if meant else None
    message = f"Der er intet i filen, der hedder '{path}'."
    return Finding(RULE.id, Severity.ERROR, value.place, message, value.path, hint, edit=edit)


RULE = Rule(
    id="henvisning-undtagelse",
    title="En undtagelse kan ikke gøres eller er uden virkning",
    severity=Severity.ERROR,
    explanation=(
        "Med 'undtagelser' kan en kommune sige nej til et fund om sproget i ét felt og skrive hvorfor. Fejl og "
        "lovens krav kan ikke undtages. Feltet skal findes, og reglen skal have noget at sige om det; ellers er "
        "undtagelsen uden virkning, og så er fundet en bemærkning."
    ),
    why=("Undtagelsen og begrundelsen bliver offentliggjort på lovtjekket. Der skal kun stå det, der gælder."),
    wrong=(
        "undtagelser:\n"
        "  - regel: lov-ikke-beskrevet\n"
        "    felt: gavekort\n"
        "    begrundelse: Vi har ikke besluttet det endnu.\n"
    ),
    right=(
        "opgaver:\n"
        "  tekst: Kommunen tilbyder behandling til stofmisbrugere.\n"
        "undtagelser:\n"
        "  - regel: sprog-ord\n"
        "    felt: opgaver.tekst\n"
        "    begrundelse: Byrådet har vedtaget teksten sådan. Ordet bliver rettet ved næste revision.\n"
    ),
    mark="lov-ikke-beskrevet",
)
