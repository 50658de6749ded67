"""A long sentence in the short texts to the citizen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.readability import split_sentences, split_words
from kvalitet.rules.model import Case, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(r"\n\s*[-*•]\s+")
_ADDRESS = re.compile(r"\]\([^)\s]*\)")


def check(case: Case) -> Iterator[Finding]:
    """Yield one note per sentence that is too long, at the sentence."""
    most = case.catalogue.language.most_sentence_words
    for text in case.texts.plain:
        if text.words.count(" ") < most:
            continue
        for sentence in sentences_of(str(text.value.content)):
            if sentence.count(" ") < most:
                continue
            count = len(split_words(_ADDRESS.sub("]", sentence)))
            start = text.words.find(sentence)
            if count <= most or start < 0:
                continue
            yield Finding(
                rule=RULE.id,
                severity=Severity.NOTE,
                place=text.place(case.standard.text, start, start + len(sentence)),
                path=text.value.path,
                message=f"Sætningen er på {count} ord. I de korte tekster er {most} ord nok.",
                hint="Del den i to, med én tanke i hver.",
            )


@lru_cache(maxsize=128)  # two rules ask for the same texts
def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text with single spaces; each entry of a list is one by itself."""
    parts = _ITEM.split(f"\n{text}")
    return tuple(" ".join(one.split()) for part in parts for one in split_sentences(part))


RULE = Rule(
    id="sprog-saetning",
    title="En sætning er for lang til en kort tekst",
    severity=Severity.NOTE,
    explanation=(
        "I de korte tekster til borgeren ('pixie') bør en sætning højst være på 20 ord. Del den i to, med én "
        "tanke i hver. Den vedtagne tekst bliver ikke målt."
    ),
    why="En, der er træt eller læser dårligt, har glemt begyndelsen, før sætningen er slut.",
    wrong=(
        "opgaver:\n"
        "  tekst: Kommunen giver råd til voksne.\n"
        "  pixie: >\n"
        "    Du kan få råd og hjælp hos os, hvis du bruger stoffer og gerne vil holde op, eller hvis du bare\n"
        "    gerne vil bruge mindre.\n"
    ),
    right=(
        "opgaver:\n"
        "  tekst: Kommunen giver råd til voksne.\n"
        "  pixie: >\n"
        "    Bruger du stoffer? Så kan du få råd og hjælp hos os. Du kan holde op, eller du kan bruge mindre.\n"
    ),
    mark=(
        "Du kan få råd og hjælp hos os, hvis du bruger stoffer og gerne vil holde op, eller hvis du bare\n"
        "    gerne vil bruge mindre."
    ),
    exceptable=True,
    shared=True,
    check=check,
)
