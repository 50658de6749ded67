"""What a draft still lacks, by the same check that a finished standard is held to."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kvalitet.check import run_check
from kvalitet.findings import Severity
from kvalitet.rules.lov_ikke_beskrevet import RULE

if TYPE_CHECKING:
    from datetime import date

    from kvalitet.catalogue import Catalogue
    from kvalitet.findings import Finding


def check_text(text: str, area: str, slug: str, day: date) -> tuple[Finding, ...]:
    """Return all that ``kvalitet check`` says of ``text`` as the file of ``slug``."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / area / f"{slug}.yml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8", newline="\n")
        return run_check([path], day).findings


def say_missing(findings: tuple[Finding, ...], catalogue: Catalogue) -> list[str]:
    """Return, for each criterion that the law asks for and the draft does not describe, what to write."""
    lacking = {one.criterion for one in findings if one.rule == RULE.id and one.severity is Severity.WARNING}
    return [f"{one.title}. {one.help}" for one in catalogue.criteria.values() if one.id in lacking]
