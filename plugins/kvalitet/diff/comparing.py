"""Two standards side by side: what citizens see change, and what changes in coverage."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kvalitet.assess.coverage import is_met
from kvalitet.catalogue.model import PATH_KINDS
from kvalitet.diff.model import Change, Comparison, LevelChange, MetChange, SubjectChanges
from kvalitet.diff.telling import title_of
from kvalitet.diff.walking import Walk
from kvalitet.fields.model import GROUPS
from kvalitet.present.subjects import view_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kvalitet.catalogue import Catalogue
    from kvalitet.catalogue.model import Subject
    from kvalitet.check import Assessed
    from kvalitet.findings import Finding

Path = tuple[str, ...]


def compare_standards(old: Assessed, new: Assessed) -> Comparison:
    """Return what is otherwise in ``new`` than in ``old``."""
    catalogue = new.standard.catalogue
    owned = {key for one in catalogue.requirements.values() for key in one.sections}
    walk = Walk(old.standard.file, new.standard.file)
    document = (
        change for key in catalogue.fields if key not in owned for change in _compare_at((key,), old, new, walk)
    )
    levels = tuple(_level_changes(old, new))
    told = {one.criterion.id for one in levels}
    return Comparison(
        old=old,
        new=new,
        subjects=tuple(_subject_changes(old, new)),
        document=tuple(document),
        levels=levels,
        met=tuple(_met_changes(old, new)),
        found=tuple(_only_in(new.findings, old.findings, told)),
        gone=tuple(_only_in(old.findings, new.findings, told)),
    )


def _subject_changes(old: Assessed, new: Assessed) -> Iterator[SubjectChanges]:
    homes = _find_homes(new.standard.catalogue)
    for before, after in zip(view_subjects(old), view_subjects(new), strict=True):
        subject = after.subject
        changes = [
            change
            for path, home in homes.items()
            if home == subject.id
            for change in _compare_at(path, old, new, _walk_at(path, old, new, homes))
        ]
        silent = tuple(one for one in after.silent if one not in before.silent)
        described = tuple(one for one in before.silent if one not in after.silent)
        if changes or silent or described:
            yield SubjectChanges(subject, tuple(changes), silent, described)


def _find_homes(catalogue: Catalogue) -> dict[Path, str]:
    """Return the subject under which each path is told: the first that shows it, else that of its requirement."""
    homes: dict[Path, str] = {}
    for subject in catalogue.subjects:
        for path in _shown_paths(subject, catalogue):
            homes.setdefault(path, subject.id)
    for subject in catalogue.subjects:
        for name in subject.requirements:
            for key in catalogue.requirements[name].sections:
                homes.setdefault((key,), subject.id)
    return homes


def _shown_paths(subject: Subject, catalogue: Catalogue) -> Iterator[Path]:
    """Yield the paths that ``subject`` shows, as far as they lead through groups alone."""
    told = [name for part in subject.parts if part.kind in PATH_KINDS for name in part.names]
    for shown in (*told, *subject.more):
        path: Path = ()
        fields = catalogue.fields
        for name in shown.split("."):
            path = (*path, name)
            if fields[name].kind not in GROUPS:
                break
            fields = fields[name].fields
        yield path


def _walk_at(path: Path, old: Assessed, new: Assessed, homes: Iterable[Path]) -> Walk:
    below = frozenset(".".join(one) for one in homes if one != path and one[: len(path)] == path)
    return Walk(old.standard.file, new.standard.file, below)


def _compare_at(path: Path, old: Assessed, new: Assessed, walk: Walk) -> Iterator[Change]:
    before, after = old.standard.value(*path), new.standard.value(*path)
    top = new.standard.catalogue.fields[path[0]]
    return walk.compare(before, after, (title_of(top),))


def _level_changes(old: Assessed, new: Assessed) -> Iterator[LevelChange]:
    for name, after in new.coverage.items():
        before = old.coverage[name].level
        if before is not after.level:
            yield LevelChange(after.criterion, before, after.level, new.edition.demands.get(name))


def _met_changes(old: Assessed, new: Assessed) -> Iterator[MetChange]:
    for requirement in new.standard.catalogue.requirements.values():
        before = is_met(requirement, old.coverage, new.edition)
        after = is_met(requirement, new.coverage, new.edition)
        if after is not None and before is not after:
            yield MetChange(requirement, after)


def _only_in(findings: Iterable[Finding], others: Iterable[Finding], told: set[str]) -> Iterator[Finding]:
    """Yield the findings that ``others`` do not have, wherever in the file they stand."""
    left = Counter(_key_of(one) for one in others)
    for one in findings:
        key = _key_of(one)
        if left[key]:
            left[key] -= 1
        elif one.criterion not in told:
            yield one


def _key_of(finding: Finding) -> tuple[str, str | None, str, str]:
    return finding.rule, finding.criterion, re.sub(r"\[\d+\]", "[]", finding.path), finding.message
