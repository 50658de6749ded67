"""Sentences, words and LIX, against counts made by hand."""

from __future__ import annotations

import pytest

from kvalitet.readability import Readability, describe_lix, measure, split_sentences, split_words

SENTENCES = [
    ("Ring i dag. Du kan også komme.", 2),
    ("Det står i serviceloven § 101, stk. 4. Det gælder dig.", 2),
    ("Byrådet vedtog den 24. april 2025 standarden.", 1),
    ("Der er åbent kl. 9.30-12 på hverdage.", 1),
    ("Du kan fx ringe, skrive osv. Vi svarer.", 2),
    ("Det koster 1.250,50 kr. om måneden.", 1),
    ("Hvad nu? Ring! Sådan er det.", 3),
    ("Første afsnit uden punktum\n\nAndet afsnit", 2),
    ("Det gælder bl.a. dig, der er under 18 år.", 1),
    ("", 0),
    ("– … –", 0),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count, split_sentences(text)


def test_nothing_is_lost_between_sentences() -> None:
    text = "Ring kl. 9.30, stk. 4. Så er der hjælp! (Eller kom.) Det er den 3. maj."
    assert split_words(" ".join(split_sentences(text))) == split_words(text)


def test_lix_by_hand() -> None:
    # 10 words, 2 sentences, 3 words of 7 letters or more: 10/2 + 100*3/10
    found = measure(["Behandling begynder senest om to uger. Ring til din kommune."])
    assert found == Readability(10, 2, 3)
    assert found.lix == pytest.approx(35.0)


def test_texts_add_up() -> None:
    assert measure(["En to.", "Tre fire fem"]) == measure(["En to."]) + measure(["Tre fire fem"])
    assert measure([]).lix == 0


@pytest.mark.parametrize(
    ("lix", "words"),
    [
        (0, "meget let"),
        (24.4, "meget let"),
        (24.6, "let"),
        (34, "let"),
        (35, "middel"),
        (45, "svær"),
        (54, "svær"),
        (55, "meget svær"),
    ],
)
def test_the_scale(lix: float, words: str) -> None:
    assert describe_lix(lix) == words
