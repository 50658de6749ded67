"""What no single field can see: keys that stand twice, and words stronger than the source's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import RULE
from kvalitet.findings import Finding, Place, Severity
from kvalitet.guidelines.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.guidelines.model import Guidance, Guideline, Instruction, Promise

# How each kind of promise must sound, so that it is told apart by its word and not by a mark alone.
_SOUNDS = {
    Modality.MUST: re.compile(r"\b(?:skal|må ikke|har (?:du )?(?:ret|krav))\b", re.IGNORECASE),
    Modality.SHOULD: re.compile(r"\bbør\b", re.IGNORECASE),
    Modality.MAY: re.compile(r"\bkan\b", re.IGNORECASE),
}
_STRONGER = {
    Modality.MUST: re.compile(r"\bbør\b", re.IGNORECASE),
    Modality.SHOULD: re.compile(r"\bskal\b", re.IGNORECASE),
    Modality.MAY: re.compile(r"\b(?:skal|bør)\b", re.IGNORECASE),
}


def verify_guidance(guidance: Guidance) -> list[Finding]:
    """Return what is wrong across the guidelines and the journey."""
    findings = [*_check_twice(_named(guidance))]
    for guideline in guidance.guidelines.values():
        for instruction in guideline.instructions:
            findings += _check_instruction(instruction, guideline)
        for promise in guideline.promises:
            findings += _check_promise(promise, guideline)
    return findings


def _named(guidance: Guidance) -> Iterator[tuple[str, str, Place]]:
    for instruction in guidance.instructions:
        yield "instruction", instruction.key, instruction.place
    for step in guidance.all_steps:
        yield "step", step.id, step.place
    common = Place(f"lovkrav/{guidance.area}/retningslinjer.yml")
    for principle in guidance.principles:
        yield "principle", principle.id, common
    for definition in guidance.definitions:
        yield "definition", definition.id, common
    for kind in guidance.kinds:
        yield "kind", str(kind.modality), common


def _check_twice(named: Iterable[tuple[str, str, Place]]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for what, name, place in named:
        if (what, name) in seen:
            yield _finding(place, f"The {what} '{name}' stands twice.", "Keys are unique, also where numbers are not.")
        seen.add((what, name))


def _check_instruction(one: Instruction, guideline: Guideline) -> Iterator[Finding]:
    start = f"{guideline.number.replace('.', '-')}-"
    if not one.key.startswith(start):
        yield _finding(one.place, f"The key '{one.key}' does not begin with '{start}'.")
    both = set(one.modalities) & set(one.other_words)
    if both or len(set(one.modalities)) < len(one.modalities):
        yield _finding(one.place, f"A modal word of '{one.key}' stands twice.", "Each word is one thing or the other.")
    for modalities, says in ((one.modalities, one.says), *((each.modalities, each.says) for each in one.points)):
        for modality in (Modality.MUST, Modality.SHOULD):
            if (modality in modalities) is not bool(re.search(rf"\b{modality}\b", says, re.IGNORECASE)):
                message = f"'{modality}' stands in 'modalitet' or in the text of '{one.key}', and not in both."
                yield _finding(one.place, message, "A duty is called a duty, and advice advice.")


def _check_promise(one: Promise, guideline: Guideline) -> Iterator[Finding]:
    known = {each.key: each for each in guideline.instructions}
    for key in one.instructions:
        if key not in known:
            yield _finding(one.place, f"'for_dig' names no instruction of {guideline.number}: '{key}'.")
    if not _SOUNDS[one.kind].search(one.says) or _STRONGER[one.kind].search(one.says):
        yield _finding(one.place, f"What is said does not sound like '{one.kind}': {one.says}", "Say it with its word.")
    found = [known[key] for key in one.instructions if key in known]
    # An instruction without a modal word states a rule as it is.
    carried = any(one.kind in each.all_modalities or not each.modalities for each in found)
    if not carried and not any(reference.flat for reference in one.references):
        message = f"Nothing that 'for_dig' names says '{one.kind}': {one.says}"
        yield _finding(
            one.place, message, "Name the instruction or a verified reference that does, or weaken the word."
        )


def _finding(place: Place, message: str, hint: str = "") -> Finding:
    return Finding(RULE, Severity.ERROR, place, message, hint=hint)
