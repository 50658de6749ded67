"""Findings for programs: JSON, SARIF 2.1.0 and GitHub annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kvalitet import __version__
from kvalitet.findings import Finding, Severity
from kvalitet.report.words import make_visible
from kvalitet.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of the contracted records."""
    return json.dumps([finding.as_record() for finding in findings], ensure_ascii=False, indent=1) + "\n"


def write_github(findings: Iterable[Finding]) -> str:
    """Return one GitHub workflow command per finding."""
    return "".join(_github_line(finding) + "\n" for finding in findings)


def write_sarif(findings: Iterable[Finding]) -> str:
    """Return a SARIF 2.1.0 log of one run."""
    rules = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.explanation},
            "defaultConfiguration": {"level": str(rule.severity)},
        }
        for rule in RULES
    ]
    driver = {"name": "kvalitet", "version": __version__, "language": "da", "rules": rules}
    numbers = {rule.id: number for number, rule in enumerate(RULES)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, numbers) for finding in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _sarif_result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": str(finding.severity),
        "message": {"text": full_message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(place.file)}, "region": region}}],
        "properties": {"path": finding.path, "criterion": finding.criterion},
    }


def full_message(finding: Finding) -> str:
    """Return message, hint and law on one line."""
    parts = [finding.message, finding.hint, f"Lov: {finding.reference}." if finding.reference else ""]
    return " ".join(part for part in parts if part)


def _github_line(finding: Finding) -> str:
    place = finding.place
    title = _escape_property(finding.rule)
    where = f"file={_escape_property(place.file)},line={place.line},col={place.column},title={title}"
    return f"::{_GITHUB_WORDS[finding.severity]} {where}::{_escape(full_message(finding))}"


def _escape(text: str) -> str:
    return make_visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
