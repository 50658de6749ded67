"""The process that reads one document: its path comes in, JSON goes out, and it is held to time and memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kvalitet.importing.documents.limits import MAX_MEMORY, MAX_SECONDS
from kvalitet.importing.documents.model import UnreadableError, to_record
from kvalitet.importing.documents.read import read_path


def main() -> None:
    """Read the document that the first argument names, and write it to stdout."""
    _hold()
    try:
        record = to_record(read_path(Path(sys.argv[1])))
    except UnreadableError as error:
        record = {"message": error.message, "advice": error.advice}
    sys.stdout.write(json.dumps(record))


def _hold() -> None:
    """Limit what this process may use; Windows has no such limits, and there the parent's time limit remains."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CPU, MAX_SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # macOS refuses the first; a lower limit may hold already
            continue


if __name__ == "__main__":
    main()
