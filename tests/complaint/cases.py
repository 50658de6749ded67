"""The table of days and right answers, which holds Python and the browser to the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from datetime import date

TABLE = Path(__file__).with_name("frister.yml")


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    slags: str
    fra: date
    til: date
    kilde: tuple[str, ...]
    fordi: str
    noter: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the case is called in a test's id."""
        return f"{self.slags}-{self.fra}"


def _read_case(row: dict[str, Any]) -> Case:
    known = {**row, "kilde": tuple(row["kilde"]), "noter": tuple(row.get("noter", ()))}
    return Case(**known)


CASES = [_read_case(row) for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]
