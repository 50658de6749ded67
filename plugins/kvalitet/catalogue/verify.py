"""The catalogue's check of itself: what no single file can see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.catalogue.access import RULE
from kvalitet.catalogue.conditions import field_at, paths_of
from kvalitet.catalogue.model import PATH_KINDS, SUBJECT_TEXTS, PartKind
from kvalitet.fields.model import GROUPS, Field, Kind
from kvalitet.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kvalitet.catalogue.model import Catalogue, Criterion, LegalBasis, LegalReference, Part, Subject

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HEDGE = "så vidt vi kan se"
"""What a text for citizens says where the law was not read well enough to be stated flatly."""

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def verify_catalogue(catalogue: Catalogue) -> list[Finding]:
    """Return what is wrong across the files: double or dangling ids, unused fields, unsourced demands."""
    references = (_check_sections, _check_editions, _check_links, _check_wordings)
    checks = (_check_ids, _check_models, *references, _check_paths, _check_fields, _check_rights, _check_texts)
    return [finding for check in checks for finding in check(catalogue)]


def to_ascii(text: str) -> str:
    """Return the ASCII form used in ids, slugs and addresses (æ→ae, ø→oe, å→aa, spaces→-)."""
    plain = text.lower().translate(_ASCII)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def states_too_much(words: str, references: Sequence[LegalReference]) -> bool:
    """Whether ``words`` lean on references of which none may be stated flatly, and do not say so."""
    return bool(references) and not any(one.flat for one in references) and HEDGE not in words.lower()


def _finding(place: Place, message: str, hint: str = "") -> Finding:
    return Finding(RULE, Severity.ERROR, place, message, hint=hint)


def _check_ids(catalogue: Catalogue) -> Iterator[Finding]:
    seen: dict[str, Criterion] = {}
    for requirement in catalogue.requirements.values():
        for one in requirement.criteria:
            if one.id in seen:
                yield _finding(one.place, f"The criterion '{one.id}' stands twice.", "Ids are unique.")
            seen[one.id] = one


def _check_sections(catalogue: Catalogue) -> Iterator[Finding]:
    """A requirement's own section carries its id in Danish letters, so that anyone can find it."""
    for requirement in catalogue.requirements.values():
        if requirement.sections and requirement.id not in {to_ascii(key) for key in requirement.sections}:
            yield _finding(requirement.place, f"No section is named after '{requirement.id}'.")


def verify_edition(edition: LegalBasis, catalogue: Catalogue, file: str) -> Iterator[Finding]:
    """Yield the requirements and criteria that the edition in ``file`` names and the catalogue does not have."""
    for item in edition.items:
        if item.requirement not in catalogue.requirements:
            yield _finding(Place(file), f"Item {item.number} names no requirement: '{item.requirement}'.")
    for criterion in edition.demands:
        if criterion not in catalogue.criteria:
            yield _finding(Place(file), f"'styrke' names no criterion: '{criterion}'.")


def _check_editions(catalogue: Catalogue) -> Iterator[Finding]:
    for edition in catalogue.editions.values():
        yield from verify_edition(edition, catalogue, f"lovkrav/{catalogue.area}/lovgrundlag/{edition.edition}.yml")
    demanded = {name for edition in catalogue.editions.values() for name in edition.demands}
    for one in catalogue.criteria.values():
        if one.id not in demanded:
            yield _finding(
                one.place, f"No edition says with what force '{one.id}' is asked for.", "Add it to 'styrke'."
            )


def _check_links(catalogue: Catalogue) -> Iterator[Finding]:
    told = {name for subject in catalogue.subjects for name in subject.requirements}
    for requirement in catalogue.requirements.values():
        if requirement.id not in told:  # a municipality's own plain words on it would be on no page
            yield _finding(requirement.place, f"No subject of the citizen's page has '{requirement.id}' in 'krav'.")
    for subject in catalogue.subjects:
        place = Place(f"lovkrav/{catalogue.area}/emner.yml")
        for name in subject.requirements:
            if name not in catalogue.requirements:
                yield _finding(place, f"'{subject.id}' names no requirement: '{name}'.")
        for path in subject.more:
            if field_at(tuple(path.split(".")), catalogue.fields, catalogue.fields) is None:
                yield _finding(place, f"'{subject.id}' shows no field: '{path}'.")
        for part in (*subject.parts, *subject.otherwise):
            yield from (_finding(place, f"'{subject.id}' {fault}") for fault in _part_faults(part, subject, catalogue))


def _check_models(catalogue: Catalogue) -> Iterator[Finding]:
    for model in catalogue.models.values():
        if model.requirement not in catalogue.requirements:
            yield _finding(model.place, f"'krav' names no requirement: '{model.requirement}'.")


def _part_faults(part: Part, subject: Subject, catalogue: Catalogue) -> Iterator[str]:
    """Yield what a part of a subject names that is not there."""
    texts, named = catalogue.texts.get(SUBJECT_TEXTS, {}), list(part.names)
    if part.kind is PartKind.ANSWER:
        named = [part.labels[key] for key in ("ja", "nej", "uoplyst") if key in part.labels]
    if part.kind in {PartKind.SAY, PartKind.STEPS, PartKind.ANSWER}:
        yield from (f"says no text of '{SUBJECT_TEXTS}': '{one}'." for one in named if one not in texts)
    elif part.kind is PartKind.WORDS:
        yield from (f"has '{one}' in 'ord' and not in 'krav'." for one in named if one not in subject.requirements)
    elif part.kind is PartKind.RIGHTS:
        known = {one.id for one in subject.rights}
        yield from (f"has '{one}' in 'ret' and not in 'rettigheder'." for one in named if one not in known)
    if part.kind in PATH_KINDS:
        below = {"slags", "tal", "pr", "deles"} & part.labels.keys() if part.kind is PartKind.OFFERS else set()
        paths = [*part.names, *(f"{part.names[0]}.{part.labels[key]}" for key in sorted(below))]
        unknown = (one for one in paths if field_at(tuple(one.split(".")), catalogue.fields, catalogue.fields) is None)
        yield from (f"shows no field: '{one}'." for one in unknown)


def _check_wordings(catalogue: Catalogue) -> Iterator[Finding]:
    for wording in catalogue.wordings:
        for section in wording.sections:
            if section not in catalogue.fields:
                yield _finding(wording.place, f"'hvor' names no section: '{section}'.")
        for word in wording.words:
            if word not in wording.pattern.pattern.casefold():
                yield _finding(wording.place, f"'ord' names what 'mønster' does not hold: '{word}'.")


def _check_paths(catalogue: Catalogue) -> Iterator[Finding]:
    """*Uddybende* must add something to *kort*, or the two levels could never differ."""
    for one in catalogue.criteria.values():
        if set(paths_of(one.thorough)) <= set(paths_of(one.brief)) and one.thorough == one.brief:
            yield _finding(one.place, f"'uddybende' of '{one.id}' adds nothing to 'kort'.", "Add a concrete fact.")


def _check_fields(catalogue: Catalogue) -> Iterator[Finding]:
    used = _used_fields(catalogue)
    for root, top in catalogue.fields.items():
        for path, one in top.walk(root):
            if one.key and _ID.fullmatch(to_ascii(one.key)) is None:
                yield _finding(one.place, f"'{one.key}' is no usable key.")
            yield from _check_field(path, one, catalogue)
            if one.key == "" or one.kind in GROUPS or (one.item is not None and one.item.kind in GROUPS):
                continue  # what is inside is looked at by itself
            told = any(part.limits or part.citizen or part.used for part in (one, one.item or one))
            if not (id(one) in used or told or one.required):
                yield _finding(one.place, f"Nothing uses the field '{path}'.", "Use it, or say why in 'bruges'.")


def _check_field(path: str, one: Field, catalogue: Catalogue) -> Iterator[Finding]:
    if one.kind is Kind.CHOICE and not one.choices:
        yield _finding(one.place, f"'{path}' has nothing to choose from.", "Write 'valg:'.")
    if one.kind is Kind.REFERENCE and one.target not in catalogue.fields:
        yield _finding(one.place, f"'{path}' refers to no table: '{one.target}'.", "Write 'til:'.")
    if one.short and one.short not in one.fields:
        yield _finding(one.place, f"'kortform' of '{path}' names no field: '{one.short}'.")
    if isinstance(one.citizen, dict) and one.kind is Kind.CHOICE and not set(one.citizen) <= set(one.choices):
        yield _finding(one.place, f"'borger' of '{path}' names a value that cannot be chosen.")
    if not set(one.weights) <= set(one.choices):
        yield _finding(one.place, f"'vægt' of '{path}' names a value that cannot be chosen.")
    if one.better and (one.better in {"ja", "nej"}) is not (one.kind in {Kind.YES_NO, Kind.CHOICE}):
        yield _finding(one.place, f"'bedre' of '{path}' does not fit its type.", "See README.md.")
    for limit in one.limits:
        if limit.law not in catalogue.references:
            yield _finding(one.place, f"The limit on '{path}' names no reference: '{limit.law}'.")
        if not set(limit.only) <= set(one.choices):
            yield _finding(one.place, f"'kun' on '{path}' names a value that cannot be chosen.")


def _check_rights(catalogue: Catalogue) -> Iterator[Finding]:
    for right in catalogue.rights.values():
        if not right.flat:
            message = f"The right '{right.id}' is not verified well enough to be stated to a citizen."
            yield _finding(right.place, message, "Find a source, or leave it out.")
        for name in right.requirements:
            if name not in catalogue.requirements:
                yield _finding(right.place, f"'{right.id}' names no requirement: '{name}'.")


def _check_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """What leans on references of which none may be stated flatly says so."""
    for text in (one for texts in catalogue.texts.values() for one in texts.values()):
        if states_too_much(text.words, text.references):
            message = f"The text '{text.id}' states flatly what is not verified well enough."
            yield _finding(text.place, message, f"Say '{HEDGE}', or find a better source.")


def _used_fields(catalogue: Catalogue) -> set[int]:
    """Return the identities of the fields that a condition reads, all below them included."""
    paths: list[tuple[str, ...]] = []
    for one in catalogue.criteria.values():
        paths += paths_of(one.brief) + paths_of(one.thorough)
        if one.irrelevant is not None and one.irrelevant.contradicted_by is not None:
            paths += paths_of(one.irrelevant.contradicted_by)
    used: set[int] = set()
    for path in paths:
        found = field_at(path, catalogue.fields, catalogue.fields)
        if found is not None:
            used |= {id(one) for _, one in found.walk()}
    return used
