"""Every way through the questions ends in something to do, and nobody without a decision is told of a deadline."""

from __future__ import annotations

import re

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.complaint import ComplaintPaths, Outcome, Statement, Walk, load_complaint_paths, walk_paths
from kvalitet.complaint.model import PARTS
from kvalitet.complaint.verify import CANNOT_WORDS, DEADLINE_WORDS, ends_closed
from kvalitet.findings import Place
from kvalitet.readability import measure, split_sentences, split_words

AREA = "stofmisbrug"
MOST_WORDS, MOST_LIX = 20, 30
ACTS = re.compile(r"^(?:Bed|Klag|Ring|Sig|Skriv|Spørg|Læs)\b|, så ring til en læge nu\b|^Ring til en læge\b")
WRITTEN_DAY = re.compile(r"\b\d{1,2}\. ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*|\b\d{4}-\d{2}-\d{2}\b")


def load() -> ComplaintPaths:
    paths = load_complaint_paths(AREA)
    assert paths is not None
    return paths


PATHS = load()
WALKS = list(walk_paths(PATHS))


def told(walk: Walk) -> str:
    """All that a reader meets on a way: questions, answers, and where it ends."""
    assert walk.outcome is not None
    words = [one for question, answer in walk.steps for one in (question.title, question.situation, answer.words)]
    words += [one.words for question, _ in walk.steps for one in question.help]
    words += [walk.outcome.title, PATHS.ways[walk.outcome.way].title]
    words += [one.words for one in PATHS.statements_at(walk.outcome)]
    draft = walk.outcome.draft
    if draft is not None:
        letter = PATHS.letters[draft.letter]
        words += [*draft.sentences, letter.title, letter.subject, *(part.statement.words for part in letter.parts)]
    return "\n".join(words)


def name(walk: Walk) -> str:
    return " > ".join(answer.words for _, answer in walk.steps)


def test_the_first_question_is_whether_there_is_a_decision() -> None:
    first = PATHS.questions[PATHS.first]
    assert "afgørelse" in first.title
    assert {answer.decision for answer in first.answers} == {True, False, None}


def test_every_combination_of_answers_ends_in_something_to_do() -> None:
    assert len(WALKS) > 100
    for walk in WALKS:
        assert walk.outcome is not None, name(walk)
        assert ACTS.search(walk.outcome.acts[0].words), (name(walk), walk.outcome.acts[0].words)
        assert len(walk.steps) <= 5, name(walk)


def test_nobody_without_a_decision_is_told_of_four_weeks_or_a_date() -> None:
    without = [walk for walk in WALKS if walk.decision is False]
    assert len(without) > 40
    for walk in without:
        assert walk.outcome is not None
        assert not DEADLINE_WORDS.search(told(walk)), name(walk)
        assert not WRITTEN_DAY.search(told(walk)), name(walk)
        assert PATHS.ways[walk.outcome.way].weeks is None, name(walk)


def test_who_has_a_decision_by_the_ordinary_law_is_told_of_four_weeks() -> None:
    ways = [way for way in PATHS.ways.values() if way.weeks is not None]
    assert [(way.law, way.weeks) for way in ways] == [("§ 101", 4)]
    outcomes = [one for one in PATHS.outcomes.values() if one.way == ways[0].id]
    assert len(outcomes) >= 12
    assert all(walk.decision is True for walk in WALKS if walk.outcome in outcomes)
    assert DEADLINE_WORDS.search(" ".join(one.words for one in ways[0].parts["hvornår"]))


def test_every_walk_settles_whether_there_is_a_decision() -> None:
    assert {walk.decision for walk in WALKS} == {True, False}


@pytest.mark.parametrize("outcome", PATHS.outcomes.values(), ids=lambda one: one.id)
def test_no_outcome_ends_in_what_the_reader_cannot_do(outcome: Outcome) -> None:
    assert not any(CANNOT_WORDS.search(one.words) for one in outcome.acts)
    assert not ends_closed(outcome.because)
    way = PATHS.ways[outcome.way]
    assert set(way.parts) == set(PARTS)
    assert all(way.parts.values())
    assert not any(ends_closed(part) for part in way.parts.values())
    late = " ".join(one.words for one in way.parts["for_sent"])
    assert re.search(r"\b(?:alligevel|stadig|ikke for sent|igen)\b", late), late


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("Du kan ikke klage.", True),
        ("Du kan klage. Men det må du ikke.", True),
        ("Så kan du desværre ikke få det.", True),
        ("Der er ingen at klage til.", True),
        ("Det er for sent at klage.", True),
        ("Det er ikke for sent. Du kan bede om et svar.", False),
        ("Kommunen må ikke sige nej til dig.", False),
        ("Du kan ikke klage. Men du kan bede om noget andet.", False),
    ],
)
def test_a_closed_door_is_seen(words: str, closed: bool) -> None:  # noqa: FBT001 - what is expected, not a switch
    assert ends_closed((Statement(words, (), Place("")),)) is closed


def test_the_days_are_counted_only_for_who_asked_the_municipality_for_treatment() -> None:
    counted = {one.id for one in PATHS.outcomes.values() if one.counts_start}
    assert counted == {"ikke-begyndt", "for-sent"}
    for walk in WALKS:
        if walk.outcome is not None and walk.outcome.counts_start:
            asked = " ".join(answer.words for _, answer in walk.steps)
            assert not re.search(r"råd|under 18|anonym|[Rr]egion|selv valgt|læge|privat", asked), name(walk)


def test_the_other_laws_have_each_an_answer_of_their_own() -> None:
    ways = {one.id: PATHS.ways[one.way] for one in PATHS.outcomes.values()}
    alone = ["under-18", "anonym", "laege-arbejde", "laege-svar", "laege-skade", "region", "personale", "papirer-nej"]
    assert len({ways[one].id for one in alone}) == len(alone)
    assert all(ways[one].weeks is None for one in alone)
    honest = {one.id for one in PATHS.ways.values() if re.search(r"ved vi ikke|[Vv]i ved ikke", _words(one.id))}
    assert {"vej-svar", "vej-laege-svar", "vej-region", "vej-under-18"} <= honest


def _words(way: str) -> str:
    return " ".join(one.words for part in PATHS.ways[way].parts.values() for one in part)


def test_under_18_neither_guarantee_nor_consent_is_stated() -> None:
    for outcome in (PATHS.outcomes["under-18"], PATHS.outcomes["under-18-svar"]):
        words = " ".join(one.words for one in (*outcome.statements, *PATHS.statements_at(outcome)))
        assert not re.search(r"14 dage|garanti|samtykke|sige ja for|forældre", words)
        assert outcome.draft is None


def test_each_ground_can_be_reached() -> None:
    with_decision = {
        "afslag",
        "for-sent",
        "frit-valg",
        "doegn",
        "for-lidt",
        "stoppet",
        "anden-kommune",
        "vent",
        "psyke",
    }
    with_decision |= {"ikke-hoert", "betaling", "paa-skrift", "papirer-nej", "laege-svar", "under-18-svar"}
    without = {"ikke-begyndt", "kun-raad", "spurgt-andre", "stoppet-uden", "vent-uden", "laege-venter", "under-18"}
    always = {"laege-arbejde", "personale", "anonym", "region"}
    for decision, grounds in ((True, with_decision | always), (False, without | always)):
        reached = {walk.outcome.id for walk in WALKS if walk.outcome is not None and walk.decision is decision}
        assert grounds <= reached


def test_who_may_have_been_refused_complains_to_be_safe() -> None:
    """Told to wait, sent elsewhere, thrown out: it may be a decision though it was not called one."""
    for one in ("vent-uden", "anden-kommune-uden", "psyke-uden", "stoppet-uden", "betaling-uden"):
        outcome = PATHS.outcomes[one]
        assert any("så klager jeg" in act.words for act in outcome.acts), one
        assert outcome.draft is not None
        assert "forsigtig" in outcome.draft.parts, one


def test_letters_hold_no_number_no_drug_and_no_offence() -> None:
    for letter in PATHS.letters.values():
        words = " ".join(part.statement.words for part in letter.parts)
        assert not re.search(r"CPR|personnummer|heroin|hash|kokain|stoffer|politi|ulovlig", words, re.IGNORECASE)
    sentences = " ".join(one for each in PATHS.outcomes.values() if each.draft for one in each.draft.sentences)
    assert not re.search(r"CPR|heroin|hash|kokain|stoffer|politi|ulovlig", sentences, re.IGNORECASE)


def test_numbers_are_shown_only_when_confirmed_and_carry_their_proof() -> None:
    assert len(PATHS.helpers) >= 2
    assert PATHS.shown_helpers(frozenset()) == ()
    first = PATHS.helpers[0]
    assert PATHS.shown_helpers(frozenset({first.id})) == (first,)
    assert first.source
    assert first.proof
    assert first.stale_on(first.checked.replace(year=first.checked.year + 1))
    assert not first.stale_on(first.checked)


def test_each_law_a_way_names_is_one_that_a_standard_can() -> None:
    laws = {way.law for way in PATHS.ways.values() if way.law}
    entry = load_catalogue(AREA).fields[PATHS.own_way.listing].item
    assert entry is not None
    assert laws <= set(entry.fields[PATHS.own_way.by].choices)


# --- plain language, measured as the other fixed texts are


def all_words() -> list[str]:
    words = [one.words for _, one in PATHS.statements()]
    words += [answer.words for question in PATHS.questions.values() for answer in question.answers]
    words += [one for each in PATHS.outcomes.values() if each.draft for one in each.draft.sentences]
    return words + [one.purpose for one in PATHS.helpers]


def test_no_sentence_is_long() -> None:
    long = [one for text in all_words() for one in split_sentences(text) if len(split_words(one)) > MOST_WORDS]
    assert long == []


def test_all_of_it_is_easy_to_read() -> None:
    assert measure(all_words()).lix <= MOST_LIX


def test_no_word_that_hurts() -> None:
    words = "\n".join(all_words() + [one.title for one in PATHS.outcomes.values()])
    assert not re.search(r"\b(?:stof)?misbrugere?\b|narkoman|\bklient|gengang|umotiver|bortvis", words, re.IGNORECASE)
