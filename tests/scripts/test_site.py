"""The options of the site's script, and what it tells the build."""

from __future__ import annotations

import argparse
import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "site.py"


@pytest.fixture(scope="module")
def site() -> dict[str, Any]:
    # By path: under its own name Python's module `site` would be found.
    return runpy.run_path(str(SCRIPT))


def test_a_date_is_read(site: dict[str, Any]) -> None:
    assert site["parse_date"]("2026-11-22") == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "20261122", "2026-W47-7", "2026-02-30", "22-11-2026", "i dag"])
def test_what_is_no_date_is_refused(site: dict[str, Any], text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="not a date"):
        site["parse_date"](text)


def test_the_build_is_told_the_day(site: dict[str, Any]) -> None:
    environment = site["make_build_environment"](date(2026, 11, 22))
    assert environment["KVALITET_DATO"] == "2026-11-22"
    assert environment["SOURCE_DATE_EPOCH"] == "1795305600"


def test_a_site_is_described(site: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x" * 1_000_000, encoding="utf-8")
    (tmp_path / "style.css").touch()
    assert site["describe_site"](tmp_path, 1.25) == f"1 pages, 2 files, 1.0 MB in 1.2 s: {tmp_path}"
