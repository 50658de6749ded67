"""A professional word or an abbreviation in a short text, explained neither there nor in the glossary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.catalogue.language import ABBREVIATION
from kvalitet.findings import Finding, Severity
from kvalitet.glossary import load_glossary
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.rules.texts import Text

_SAYS_WHAT_IT_IS = r"\s*\(|,?\s+(?:er\s+(?:en|et|den|det|når|at)|betyder|vil\s+sige|det\s+vil\s+sige|står\s+for)\b"


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per word and short text, where nobody explains it."""
    language = case.catalogue.language
    for text in case.texts.plain:
        told: set[str] = set()
        for match in language.jargon_pattern.finditer(text.words) if _may_hold(text, case) else ():
            word = match.group()
            if word in told or word in language.known_capitals or _is_explained(match, text):
                continue
            told.add(word)
            what = "en forkortelse" if ABBREVIATION.fullmatch(word) else "et fagord"
            yield Finding(
                rule=RULE.id,
                severity=Severity.NOTE,
                place=text.place(case.standard.text, *match.span()),
                path=text.value.path,
                message=f"'{word}' er {what}, som hverken teksten eller ordlisten forklarer.",
                hint="Brug et ord, alle kender, eller sig i samme sætning, hvad det er.",
            )


def _may_hold(text: Text, case: Case) -> bool:
    words = case.catalogue.language.jargon_words & case.texts.vocabulary
    return ABBREVIATION.search(text.words) is not None or any(word in text.folded for word in words)


def _is_explained(match: re.Match[str], text: Text) -> bool:
    """Whether the text says what the word is, or the glossary does: the site then explains it below the text."""
    word = re.escape(match.group())
    if re.search(rf"\({word}\)|(?<!\w){word}(?:{_SAYS_WHAT_IT_IS})", text.words):
        return True
    return any(one.start <= match.start() and match.end() <= one.end for one in load_glossary().find(text.words))


RULE = Rule(
    id="sprog-fagord",
    title="Et fagord eller en forkortelse bliver ikke forklaret",
    severity=Severity.NOTE,
    explanation=(
        "I de korte tekster til borgeren ('pixie') skal et fagord eller en forkortelse forklares. Står ordet i "
        "ordlisten, forklarer siden det selv under teksten, og så bliver der intet sagt. Ellers brug et ord, alle "
        "kender, eller sig i samme sætning, hvad det er."
    ),
    why="Den, der ikke forstår et ord, holder ofte op med at læse og ringer ikke for at spørge.",
    wrong="opgaver:\n  tekst: Kommunen giver råd til voksne.\n  pixie: Du kan få råd og psykoedukation.\n",
    right="opgaver:\n  tekst: Kommunen giver råd til voksne.\n  pixie: Du kan få råd og lære om stoffer.\n",
    mark="psykoedukation",
    exceptable=True,
    shared=True,
    check=check,
)
