"""Invented municipalities are kept out of 'find your municipality' unless whoever runs the site lets them in."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from kvalitet.catalogue import load_catalogue
from kvalitet.check import run_check
from kvalitet.present import SiteOptions, make_pages
from kvalitet.register import load_register

ROOT = Path(__file__).resolve().parents[2]
REAL = len(load_register().municipalities)


@pytest.mark.parametrize("let_in", [False, True])
def test_who_can_be_found(monkeypatch: pytest.MonkeyPatch, *, let_in: bool) -> None:
    monkeypatch.chdir(ROOT)
    report = run_check([Path("kvalitetsstandarder")], dt.date(2026, 11, 22))
    examples = [one.standard.name for one in report.assessed if one.standard.example]
    pages = make_pages(report, [load_catalogue("stofmisbrug")], SiteOptions(find_examples=let_in))
    bodies = {page.address: page.body for page in pages}
    assert examples
    for address in ("stofmisbrug/", "stofmisbrug/kommuner/"):
        found = re.findall(r'data-find-navne="([^"|]*)', bodies[address])
        assert len(found) == REAL + len(examples) * let_in
        assert (set(examples) <= set(found)) is let_in
    assert (f">{examples[0]}</a>" in bodies["stofmisbrug/"]) is let_in
    assert f">{examples[0]}</a>" in bodies["stofmisbrug/kommuner/"], "shown apart there, as examples"
