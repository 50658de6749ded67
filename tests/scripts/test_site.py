"""The options of the site's script, and what it tells the build."""

from __future__ import annotations

import argparse
import runpy
import socket
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


def test_one_municipality_alone_is_served_and_never_built(
    site: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    options = site["read_options"](["--serve", "--kun", "strandlev", "--dato", "2026-11-22"])
    assert site["make_build_environment"](options.dato, options.kun)["KVALITET_KUN"] == "strandlev"
    with pytest.raises(SystemExit):
        site["read_options"](["--kun", "strandlev"])
    assert "--kun goes with --serve" in capsys.readouterr().err


def test_a_setting_of_the_caller_leaves_nothing_out(site: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KVALITET_KUN", "strandlev")
    assert site["make_build_environment"](date(2026, 11, 22))["KVALITET_KUN"] == ""


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", ""])
def test_what_is_no_port_is_refused(site: dict[str, Any], text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="not a number"):
        site["parse_port"](text)


def test_a_taken_port_is_told(site: dict[str, Any]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Exception, match=f"port {port} is taken"):
            site["refuse_taken_port"](port)


def test_a_site_is_described(site: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x" * 1_000_000, encoding="utf-8")
    (tmp_path / "style.css").touch()
    assert site["describe_site"](tmp_path, 1.25) == f"1 pages, 2 files, 1.0 MB in 1.2 s: {tmp_path}"
