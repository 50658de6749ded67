"""The one date everything is measured on: an option, else the environment, else today."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime

DATE_VARIABLE = "KVALITET_DATO"
"""Carries the date from ``scripts/site.py`` and the command to the plugin."""


def parse_day(text: str) -> date:
    """Return the day of ``2026-11-22``; raise ``ValueError`` for anything else."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()) is None:
        raise ValueError(text)
    return date.fromisoformat(text.strip())


def current_day(chosen: str | None = None) -> date:
    """Return the chosen day, else that of the environment, else today where the program runs."""
    text = chosen or os.environ.get(DATE_VARIABLE)
    return parse_day(text) if text else datetime.now(UTC).astimezone().date()
