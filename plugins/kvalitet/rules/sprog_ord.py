"""A word that can be said better: the words are data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kvalitet.catalogue.language import Language, Phrase
    from kvalitet.rules.texts import Text

_NAME = "navn"  # what somebody is called is not the writer's choice


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per text and word, at the first place where it is the writer's own."""
    language = case.catalogue.language
    for phrase in language.phrases:
        for text in case.texts.holding(phrase.find_words(case.texts.vocabulary)):
            if text.value.field.key == _NAME or (phrase.plain_only and not text.plain):
                continue
            match = _find_own(phrase, text, language)
            if match is not None:
                yield Finding(
                    rule=RULE.id,
                    severity=Severity.NOTE,
                    place=text.place(case.standard.text, *match.span()),
                    path=text.value.path,
                    message=f"Her står '{match.group()}'. {phrase.message}",
                    hint=f"Skriv i stedet {phrase.instead}.",
                )


def _find_own(phrase: Phrase, text: Text, language: Language) -> re.Match[str] | None:
    """Return the first match that is neither quoted, nor in a title, nor part of a name."""
    others = language.spans_of_others(text.words)
    for match in phrase.pattern.finditer(text.words):
        if not any(start <= match.start() < stop for start, stop in others) and not _is_name(match, text.words):
            return match
    return None


def _is_name(match: re.Match[str], words: str) -> bool:
    """Tell 'Foreningen af Danske Narkomaner': a capital in the middle of a sentence."""
    before = words[: match.start()].rstrip()
    return match.group()[:1].isupper() and bool(before) and before[-1] not in ".!?:"


RULE = Rule(
    id="sprog-ord",
    title="Et ord kan siges bedre",
    severity=Severity.NOTE,
    explanation=(
        "Nogle ord gør et menneske til sit problem: misbruger, narkoman, klient, umotiveret. Andre er tunge at "
        "læse og bliver kun fundet i de korte tekster til borgeren: såfremt, vedrørende, rette henvendelse. Det, "
        "der står i anførselstegn, i en titel eller som et navn, er andres ord og bliver ikke fundet."
    ),
    why=(
        "Den, der søger hjælp, læser, hvordan kommunen ser på folk som dem. Et forkert ord kan være grunden til, "
        "at de ikke kommer."
    ),
    wrong="opgaver:\n  tekst: Kommunen tilbyder behandling til stofmisbrugere.\n",
    right=("opgaver:\n  tekst: Kommunen tilbyder stofmisbrugsbehandling til personer, der bruger stoffer.\n"),
    mark="stofmisbrugere",
    exceptable=True,
    shared=True,
    check=check,
)
