"""The path's check of itself: nobody is led nowhere, told a deadline that does not run, or left with 'you cannot'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import RULE
from kvalitet.complaint.walk import Walk, walk_paths
from kvalitet.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.complaint.model import ComplaintPaths, Outcome, Statement

DEADLINE_WORDS = re.compile(r"\b(?:4|fire)[\s-]*ugers?\b", re.IGNORECASE)
"""What no reader without a decision may meet."""
CANNOT_WORDS = re.compile(
    r"\b(?:du|man) (?:kan|må)(?: \w+)? ikke\b|\b(?:kan|må) (?:du|man)(?: \w+)? ikke\b|\bkan ikke klages?\b"
    r"|\bing(?:en|et sted) at klage\b|\bfor sent at\b",
    re.IGNORECASE,
)
"""A closed door: allowed only where something to do follows."""
# What sounds like law needs a reference; 'hvad du har ret til' asks, it does not state.
_LAW_WORDS = re.compile(
    r"\b\d+ (?:nye )?(?:dage|uger|måneder|år)\b|\bloven siger\b|\b(?<!hvad )du har ret til\b|\bhar pligt til\b",
    re.IGNORECASE,
)
_HEDGE = "så vidt vi kan se"
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def verify_paths(paths: ComplaintPaths, catalogue: Catalogue) -> list[Finding]:
    """Return what is wrong with ``paths``."""
    walks = list(walk_paths(paths))
    found = [*_check_names(paths, catalogue), *_check_letters(paths), *_check_proof(paths), *_check_ends(paths)]
    found += [*_check_reach(paths, walks)]
    for walk in walks:
        found += _check_walk(walk, paths)
    return list(dict.fromkeys(found))  # many ways share an outcome: what is wrong with it is told once


def ends_closed(statements: tuple[Statement, ...]) -> bool:
    """Whether the last sentence of ``statements`` closes a door."""
    return bool(statements) and CANNOT_WORDS.search(_SENTENCE.split(statements[-1].words)[-1]) is not None


def _finding(place: Place, message: str, hint: str = "") -> Finding:
    return Finding(RULE, Severity.ERROR, place, message, hint=hint)


def _whole(catalogue: Catalogue) -> Place:
    """Where that stands which no single line is to blame for."""
    return Place(f"lovkrav/{catalogue.area}/klageveje/")


def _check_names(paths: ComplaintPaths, catalogue: Catalogue) -> Iterator[Finding]:
    every = [*paths.questions, *paths.outcomes, *paths.ways, *paths.letters]
    for name in sorted({one for one in every if every.count(one) > 1}):
        yield _finding(_whole(catalogue), f"The id '{name}' names two things.", "All parts of the path share ids.")
    if paths.first not in paths.questions:
        yield _finding(_whole(catalogue), f"'begynd' names no question: '{paths.first}'.")
    for question in paths.questions.values():
        for answer in question.answers:
            if answer.target not in paths.questions and answer.target not in paths.outcomes:
                yield _finding(answer.place, f"The answer leads nowhere: '{answer.target}'.")
    for outcome in paths.outcomes.values():
        if outcome.way not in paths.ways:
            yield _finding(outcome.place, f"'{outcome.id}' names no way: '{outcome.way}'.")
    yield from _check_own_way(paths, catalogue)


def _check_own_way(paths: ComplaintPaths, catalogue: Catalogue) -> Iterator[Finding]:
    """The standard's own words for laws and subjects are the catalogue's."""
    own = paths.own_way
    known = catalogue.fields.get(own.listing)
    entry = known.item if known is not None else None
    law = entry.child(own.by) if entry is not None else None
    subjects = entry.child(own.subjects) if entry is not None else None
    subject = subjects.child(own.subject) if subjects is not None else None
    if entry is None or law is None or subject is None or entry.child(own.words) is None:
        yield _finding(_whole(catalogue), f"'kommunens_vej' does not fit the field '{own.listing}'.")
        return
    for way in paths.ways.values():
        if way.law and way.law not in law.choices:
            yield _finding(way.place, f"'lov' names what no standard can: '{way.law}'.")
    for outcome in paths.outcomes.values():
        if outcome.subject and outcome.subject not in subject.choices:
            yield _finding(outcome.place, f"'emne' names what no standard can: '{outcome.subject}'.")


def _check_letters(paths: ComplaintPaths) -> Iterator[Finding]:
    for outcome in paths.outcomes.values():
        draft = outcome.draft
        letter = paths.letters.get(draft.letter) if draft is not None else None
        if draft is not None and letter is None:
            yield _finding(draft.place, f"'slags' names no letter: '{draft.letter}'.")
        if draft is not None and letter is not None:
            for name in set(draft.parts) - {part.id for part in letter.parts}:
                yield _finding(draft.place, f"The letter '{letter.id}' has no part '{name}'.")


def _check_proof(paths: ComplaintPaths) -> Iterator[Finding]:
    for owner, one in paths.statements():
        if _LAW_WORDS.search(one.words) and not one.references:
            yield _finding(one.place, f"'{owner}' states law without a reference.", "Add 'henvisninger'.")
        flat = any(reference.flat for reference in one.references)
        if one.references and not flat and _HEDGE not in one.words.lower():
            message = f"'{owner}' states flatly what is not verified well enough."
            yield _finding(one.place, message, f"Say '{_HEDGE}', or find a better source.")


def _check_ends(paths: ComplaintPaths) -> Iterator[Finding]:
    for outcome in paths.outcomes.values():
        if not any(CANNOT_WORDS.search(one.words) is None for one in outcome.acts):
            yield _finding(outcome.place, f"'{outcome.id}' has nothing to do today.", "Write an act in 'i_dag'.")
        if ends_closed(outcome.because):
            yield _finding(outcome.place, f"'{outcome.id}' ends in what the reader cannot do.", "Say what they can.")
        if outcome.counts_start and not _states_start(outcome, paths):
            yield _finding(outcome.place, f"'{outcome.id}' counts to a day that it gives no law for.")
    for way in paths.ways.values():
        for name, part in way.parts.items():
            if not part:
                yield _finding(way.place, f"'{way.id}' does not answer '{name}'.", "'We do not know' is an answer.")
            if ends_closed(part):
                yield _finding(way.place, f"'{name}' of '{way.id}' ends in what the reader cannot do.")


def _states_start(outcome: Outcome, paths: ComplaintPaths) -> bool:
    return any(paths.start_reference in one.references for one in outcome.because)


def _check_reach(paths: ComplaintPaths, walks: list[Walk]) -> Iterator[Finding]:
    reached = {question.id for walk in walks for question, _ in walk.steps}
    reached |= {walk.outcome.id for walk in walks if walk.outcome is not None}
    places = {one.id: one.place for one in paths.questions.values()}
    places |= {one.id: one.place for one in paths.outcomes.values()}
    for name in places.keys() - reached:
        yield _finding(places[name], f"No answer leads to '{name}'.")
    used = {one.way for one in paths.outcomes.values()}
    for way in paths.ways.values():
        if way.id not in used:
            yield _finding(way.place, f"No outcome takes the way '{way.id}'.")


def _check_walk(walk: Walk, paths: ComplaintPaths) -> Iterator[Finding]:
    question, answer = walk.steps[-1]
    outcome = walk.outcome
    if outcome is None:
        if answer.target in paths.questions:
            yield _finding(answer.place, f"'{question.id}' leads back to a question that was answered.")
        return
    if walk.decision is None:
        yield _finding(answer.place, f"A way to '{outcome.id}' never settles whether there is a decision.")
    way = paths.ways.get(outcome.way)
    if walk.decision is True or way is None:
        return
    if way.weeks is not None:
        yield _finding(way.place, f"'{way.id}' has a deadline, but '{outcome.id}' is reached without a decision.")
    asked = [one for each, _ in walk.steps for one in each.help]
    for one in (*asked, *paths.statements_at(outcome)):
        if DEADLINE_WORDS.search(one.words):
            yield _finding(one.place, f"A reader without a decision is told of a deadline ('{outcome.id}').")
    letter = paths.letters.get(outcome.draft.letter) if outcome.draft is not None else None
    if letter is not None and letter.decision:
        yield _finding(outcome.place, f"'{outcome.id}' complains of a decision that there is not.", "Ask for one.")
