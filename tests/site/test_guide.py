"""The guide tried as a new user would: each command it shows, in its order, by nothing but what it says."""

from __future__ import annotations

import datetime as dt
import html
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.check import Report, run_check
from kvalitet.findings import Severity
from kvalitet.present import SiteOptions, make_pages
from kvalitet.standard import Collection

CATALOGUE = load_catalogue("stofmisbrug")
DAY = dt.date(2026, 11, 22)


def guide() -> str:
    report = Report(DAY, Collection(), ())
    pages = {page.address: page for page in make_pages(report, [CATALOGUE], SiteOptions())}
    return pages["for-kommuner/"].body


def commands() -> list[list[str]]:
    found = re.findall(r'<pre tabindex="0" class="kv-kommando"><code>(.*?)</code>', guide(), re.DOTALL)
    return [shlex.split(html.unescape(one)) for one in found]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name(command[0])
    values = {**os.environ, "KVALITET_DATO": DAY.isoformat(), "PYTHONUTF8": "1"}
    return subprocess.run([program, *command[1:]], cwd=folder, env=values, capture_output=True, text=True, check=False)


def test_from_new_to_a_site_without_law_findings(tmp_path: Path) -> None:
    listed = commands()
    assert [one[:2] for one in listed] == [
        ["kvalitet", "new"],
        ["kvalitet", "check"],
        ["kvalitet", "explain"],
        ["kvalitet", "report"],
        ["kvalitet", "standard"],
        ["mkdocs", "build"],
    ]
    assert run(listed[0], tmp_path).returncode == 0
    path = tmp_path / "kvalitetsstandarder/stofmisbrug/strandby.yml"
    fresh = run_check([path], DAY)
    assert [one for one in fresh.findings if one.rule.startswith("struktur-")] == [], "the scaffold is sound at once"
    copied = "\n".join(model.brief for model in CATALOGUE.models.values())  # as the guide says: copy, and put right
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{copied}\n", encoding="utf-8")
    told = run_check([path], DAY).findings
    assert [one for one in told if one.severity is not Severity.NOTE] == []
    (config,) = re.findall(r'<pre class="kv-fil" tabindex="0"><code>(.*?)</code>', guide(), re.DOTALL)
    (tmp_path / "mkdocs.yml").write_text(html.unescape(config), encoding="utf-8")
    (tmp_path / "docs").mkdir(exist_ok=True)
    for command in listed[1:]:
        done = run(command, tmp_path)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert (tmp_path / "dagsorden.docx").is_file()
    assert (tmp_path / "standard.docx").is_file()
    assert (tmp_path / "site/stofmisbrug/kommuner/strandby/index.html").is_file()


@pytest.mark.parametrize("requirement", CATALOGUE.requirements)
def test_the_guide_leads_to_what_good_looks_like(requirement: str) -> None:
    assert f"krav/{requirement}/#godt-er" in guide()


def test_other_commands_it_names_are_there() -> None:
    named = set(re.findall(r"<code>kvalitet (\w+)", guide()))
    done = run(["kvalitet", "--help"], Path.cwd())
    missing = [one for one in sorted(named) if not re.search(rf"^  {one} ", done.stdout, re.MULTILINE)]
    assert missing == []
