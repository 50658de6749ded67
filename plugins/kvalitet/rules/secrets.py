"""What must not be published is not repeated where findings are shown: logs and reports are read by others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kvalitet.reading.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kvalitet.findings import Finding
    from kvalitet.rules.model import Rule

_DIGIT = re.compile(r"\d")


def find_secrets(findings: Iterable[Finding], text: str, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """Return the pieces of ``text`` that a finding says must not be published."""
    marked = [one.place for one in findings if rules[one.rule].secret]
    lines = split_lines(text) if marked else ()
    pieces = {lines[one.line - 1][one.column - 1 : one.end[1] - 1] for one in marked if one.end is not None}
    return tuple(sorted(pieces))


def hide(text: str, secrets: Iterable[str]) -> str:
    """Return ``text`` with an x for each digit of the ``secrets``."""
    for one in secrets:
        text = text.replace(one, _DIGIT.sub("x", one))
    return text


def hide_in_findings(findings: list[Finding], secrets: tuple[str, ...]) -> list[Finding]:
    """Return the findings with no secret in their words."""
    if not secrets:
        return findings
    return [replace(one, message=hide(one.message, secrets), hint=hide(one.hint, secrets)) for one in findings]
