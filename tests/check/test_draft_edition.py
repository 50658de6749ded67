"""``check --lov FILE``: the same standards measured by a draft edition."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kvalitet.catalogue import CatalogueError
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.check import run_check

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Desk

DAY = dt.date(2026, 11, 22)


def write_draft(folder: Path, old: str = "", new: str = "") -> Path:
    """Write the 2019 edition as a draft that makes 'adresser' a must, with ``old`` replaced by ``new``."""
    text = (LAW_FOLDER / "stofmisbrug" / "lovgrundlag" / "2019.yml").read_text(encoding="utf-8")
    text = text.replace('udgave: "2019"', 'udgave: "udkast"').replace("      - adresser\n", "", 1)
    text += "  - styrke: lov\n    henvisning: bek1477-4-1\n    kriterier: [adresser]\n"
    path = folder / "udkast.yml"
    path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    return path


def test_a_draft_edition_measures_like_any_other(desk: Desk, tmp_path: Path) -> None:
    desk.add()
    now = {one.criterion: str(one.severity) for one in desk.check().findings}
    report = run_check([desk.folder], DAY, write_draft(tmp_path))
    then = {one.criterion: str(one.severity) for one in report.findings}
    assert now["adresser"] == "note"
    assert then["adresser"] == "warning"
    assert report.assessed[0].edition.edition == "udkast"


def test_a_draft_with_faults_is_told_with_its_file(desk: Desk, tmp_path: Path) -> None:
    desk.add()
    draft = write_draft(tmp_path, "[adresser]", "[adressen]")
    with pytest.raises(CatalogueError, match="adressen"):
        run_check([desk.folder], DAY, draft)
