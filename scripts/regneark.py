"""Open the data files in LibreOffice and see what it makes of them: letters, dates, numbers, and no formula that runs.

The tests prove the same with libraries; this proves it with the program people use. It is not among the checks, since
LibreOffice is large: on Debian and Ubuntu ``apt-get install libreoffice-calc``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from _venv import ROOT, ScriptError, prepare_environment, run_script

RUN = ROOT / "scripts" / "_regneark.py"
VARIABLE = "KVALITET_SOFFICE"
COMMANDS = ("soffice", "libreoffice")
ADVICE = (
    "LibreOffice was not found. On Debian and Ubuntu: apt-get install libreoffice-calc. "
    f"Or give the path of soffice in {VARIABLE}."
)


def find_office() -> str:
    """Return the path of LibreOffice: the one named, or the system's."""
    named = os.environ.get(VARIABLE, "")
    found = named if named and Path(named).is_file() else next(filter(None, map(shutil.which, COMMANDS)), "")
    if not found:
        raise ScriptError(ADVICE)
    return found


def main() -> int:
    """Set up, and open every file."""
    argparse.ArgumentParser(
        description="Open the data files in LibreOffice and check what it reads.",
        epilog="example: python3 scripts/regneark.py",
    ).parse_args()
    office = find_office()
    python = prepare_environment("test")
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run([str(python), str(RUN), office, folder], check=False, cwd=folder).returncode


if __name__ == "__main__":
    run_script(main)
