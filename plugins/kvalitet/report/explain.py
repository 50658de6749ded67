"""One rule explained at a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from kvalitet.report.screen import show_line
from kvalitet.report.words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.report.screen import Screen
    from kvalitet.rules.model import Rule

_INDENT = " " * 4


def explain_rule(rule: Rule, catalogues: list[Catalogue], screen: Screen) -> Iterator[str]:
    """Yield what the rule means and why, the law behind it, a wrong example with the place marked, a right one."""
    yield screen.style(rule.title, bold=True)
    yield f"{rule.id} ({SEVERITY_WORDS[rule.severity]})"
    for text in (rule.explanation, f"Hvorfor: {rule.why}", say_exceptable(rule)):
        yield ""
        yield from textwrap.wrap(text, screen.width)
    known = {name: one for catalogue in catalogues for name, one in catalogue.references.items()}
    for name in rule.law:
        if name in known:
            reference = known[name]
            yield ""
            yield f"§ {reference.title}"
            yield from textwrap.wrap(f"{reference.says} ({reference.proof}, læst {reference.read})", screen.width)
    yield from ("", "Sådan ikke:", *_mark_example(rule, screen))
    yield from ("", "Sådan:", *(f"{_INDENT}{show_text(line, screen)}" for line in rule.right.splitlines()))


def say_exceptable(rule: Rule) -> str:
    """Return whether a municipality may make an exception, and how."""
    if rule.exceptable:
        return "Der kan gøres undtagelse for ét felt med en begrundelse i 'undtagelser'. Den bliver offentliggjort."
    return "Der kan ikke gøres undtagelse."


def show_text(line: str, screen: Screen) -> str:
    """Return ``line`` as it is shown, what nobody can see by its number."""
    return "".join(show_line(line, screen).parts)


def _mark_example(rule: Rule, screen: Screen) -> Iterator[str]:
    """Yield the wrong example, carets under what is wrong in it."""
    start = rule.wrong.rindex(rule.mark) if rule.mark else len(rule.wrong)
    stop, at = start + len(rule.mark), 0
    for line in rule.wrong.split("\n")[:-1]:
        shown = show_line(line, screen)
        yield f"{_INDENT}{''.join(shown.parts)}".rstrip()
        first, last = max(start - at, 0), min(stop - at, len(line))
        if first < last:
            first += len(line[first:last]) - len(line[first:last].lstrip())
            begin, end = shown.columns[first], shown.columns[last]
            yield f"{_INDENT}{' ' * begin}{screen.style('^' * (end - begin), fg='red', bold=True)}"
        at += len(line) + 1
