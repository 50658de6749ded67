"""What the look into LibreOffice takes for wrong: formulas that run, letters and dates that became something else."""

from __future__ import annotations

import shutil
from typing import Any

import openpyxl
import pytest

import regneark
from _regneark import ADOPTED, HOSTILE, LETTERS, Reading, find_faults, find_number_faults
from _venv import ScriptError


def reading(**changed: Any) -> Reading:
    """Return what a spreadsheet made of a file, one name or date changed."""
    sheet: Any = openpyxl.Workbook().active
    sheet.append(["slug", "navn", "vedtaget"])
    for name in (LETTERS, *HOSTILE):
        sheet.append(["by", f"'{name}" if name in HOSTILE else name, ADOPTED])
    for place, value in changed.items():
        sheet[place] = value
    return Reading("daekning.csv", list(sheet.iter_rows()))


def test_what_is_as_it_should_be_is_fine() -> None:
    assert find_faults(reading()) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"B3": "=1+1"}, "a formula in B3"),
        ({"B3": "2"}, "the hostile name '=1+1' is not there as text"),
        ({"B2": "Ã†blehÃ¸j"}, f"the name {LETTERS!r} became"),
        ({"C2": "2026-01-05"}, "C2 is no date but '2026-01-05'"),
    ],
)
def test_what_is_not_is_told(changed: dict[str, Any], told: str) -> None:
    assert any(fault.startswith(told) for fault in find_faults(reading(**changed)))


def test_a_number_that_became_text_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Landet")
    sheet.append(["Hvilke", "Kriterium", "n"])
    sheet.append(["SFI 2009", "x", 53])
    assert find_number_faults(book) == []
    sheet.append(["SFI 2009", "x", "53"])
    assert find_number_faults(book) == ["C3 is no number but '53'"]


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(regneark.VARIABLE, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ScriptError, match="apt-get install libreoffice-calc"):
        regneark.find_office()
