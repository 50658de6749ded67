"""A section of words that nobody can disagree with, and nothing concrete beside them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kvalitet.fields import Kind
from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.catalogue.language import Language
    from kvalitet.rules.texts import Text

_WORDS_ALONE = frozenset({Kind.TEXT, Kind.LINE, Kind.REQUIREMENT})


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per section, at its first such word, where nothing in the section is concrete."""
    language = case.catalogue.language
    texts = case.texts.holding(language.value_words & case.texts.vocabulary)
    for section, group in groupby(texts, key=lambda one: one.section):
        found = _first_value_word(group, language)
        if found is None or _is_concrete(section, case):
            continue
        text, start, stop = found
        yield Finding(
            rule=RULE.id,
            severity=Severity.NOTE,
            place=text.place(case.standard.text, start, stop),
            path=text.value.path,
            message=f"'{text.words[start:stop]}' lover intet i sig selv, og der står intet konkret ved siden af.",
            hint="Skriv, hvad I gør, hvem der gør det, hvornår eller hvor tit, så en borger kan holde jer fast på det.",
        )


def _first_value_word(texts: Iterable[Text], language: Language) -> tuple[Text, int, int] | None:
    for text in texts:
        others = language.spans_of_others(text.words)
        for match in language.value_pattern.finditer(text.words):
            if not any(start <= match.start() < stop for start, stop in others):
                return (text, *match.span())
    return None


def _is_concrete(section: str, case: Case) -> bool:
    """Whether a text of the section names a figure, a time or an act, or a field in it is filled in."""
    texts = (text for text in case.texts.all if text.section == section)
    if any(case.catalogue.language.concrete_pattern.search(text.words) for text in texts):
        return True
    leaves = case.standard.own[section].leaves()
    return any(leaf.filled and leaf.field.kind not in _WORDS_ALONE for leaf in leaves)


RULE = Rule(
    id="sprog-vaerdiord",
    title="Gode ord, der ikke lover noget",
    severity=Severity.NOTE,
    explanation=(
        "'Helhedsorienteret', 'værdig' og 'borgeren i centrum' er der ingen, der kan være uenige i. De er gode "
        "nok, når der også står, hvad det betyder. Her siger hele afsnittet intet konkret: intet tal, ingen tid, "
        "ingen handling og intet felt, der er udfyldt."
    ),
    why=("En borger kan ikke bruge et ord, der ikke kan holdes eller brydes. Det var den kritik, SFI fandt i 2009."),
    wrong="mål-og-værdier:\n  tekst: Vi møder alle med respekt og har mennesket i centrum.\n",
    right=("mål-og-værdier:\n  tekst: Vi møder alle med respekt. Det betyder, at vi ringer tilbage samme dag.\n"),
    mark="respekt",
    exceptable=True,
    shared=True,
    check=check,
)
