"""Findings for programs: JSON, SARIF 2.1.0 and GitHub annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kvalitet import __version__
from kvalitet.findings import Edit, Finding, Place, Severity
from kvalitet.report.words import make_visible
from kvalitet.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kvalitet.rules.model import Rule

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
    driver = {
        "name": "kvalitet",
        "version": __version__,
        "language": "da",
        "rules": [_sarif_rule(one) for one in RULES],
    }
    numbers = {rule.id: number for number, rule in enumerate(RULES)}
    run = {
        "tool": {"driver": driver},
        "language": "da",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": [_sarif_result(finding, numbers) for finding in findings],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    """Return what SARIF knows of a rule. Its page has no address of its own until a site is published: no helpUri."""
    examples = f"Sådan ikke:\n\n{rule.wrong}\nSådan:\n\n{rule.right}"
    marked = f"Sådan ikke:\n\n```yaml\n{rule.wrong}```\n\nSådan:\n\n```yaml\n{rule.right}```\n"
    return {
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n\n{examples}", "markdown": f"{rule.explanation}\n\n{marked}"},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [rule.id.partition("-")[0]]},
    }


def _sarif_result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    artifact = {"uri": quote(finding.place.file)}
    result = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": str(finding.severity),
        "message": {"text": full_message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(finding.place)}}],
        "properties": {"path": finding.path, "criterion": finding.criterion},
    }
    if finding.edit is not None and finding.edit.complete:
        result["fixes"] = [_fix(finding.edit, artifact, finding.hint or finding.message)]
    return result


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end is not None:
        region |= {"endLine": place.end[0], "endColumn": place.end[1]}
    return region


def _fix(edit: Edit, artifact: dict[str, str], words: str) -> dict[str, Any]:
    region = {
        "startLine": edit.start[0],
        "startColumn": edit.start[1],
        "endLine": edit.end[0],
        "endColumn": edit.end[1],
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": edit.text}}
    changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
    return {"description": {"text": words}, "artifactChanges": changes}


def full_message(finding: Finding) -> str:
    """Return message, hint and law on one line."""
    parts = [finding.message, finding.hint, f"Lov: {finding.reference}." if finding.reference else ""]
    return " ".join(part for part in parts if part)


def _github_line(finding: Finding) -> str:
    place = finding.place
    title = _escape_property(finding.rule)
    where = f"file={_escape_property(place.file)},line={place.line},col={place.column}"
    if place.end is not None and place.end[0] == place.line and place.end[1] > place.column + 1:
        where += f",endColumn={place.end[1] - 1}"  # the last character that is marked
    return f"::{_GITHUB_WORDS[finding.severity]} {where},title={title}::{_escape(full_message(finding))}"


def _escape(text: str) -> str:
    return make_visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
