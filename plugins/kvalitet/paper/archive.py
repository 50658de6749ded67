"""A zip file whose bytes depend on its content and a day alone, not on the clock or the machine."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_FIRST_YEAR = 1980  # a zip file knows no earlier one


def make_reproducible(data: bytes, day: date) -> bytes:
    """Return the zip file ``data`` with every member in its order, dated noon of ``day``."""
    stamp = (max(day.year, _FIRST_YEAR), day.month, day.day, 12, 0, 0)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, stamp)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o644 << 16
            new.writestr(member, old.read(name))
    return made.getvalue()
