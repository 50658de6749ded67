"""Read a document in a process of its own, so that none can take long, fill the memory or bring the program down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from kvalitet.importing.documents.limits import MAX_SECONDS
from kvalitet.importing.documents.model import Document, UnreadableError, from_record

if TYPE_CHECKING:
    from pathlib import Path

_CHILD = "kvalitet.importing.documents.child"


def read_guarded(path: Path, seconds: float = MAX_SECONDS) -> Document:
    """Return the document at ``path``; raise ``UnreadableError`` for one that cannot be read in ``seconds``."""
    command = [sys.executable, "-m", _CHILD, str(path.absolute())]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one), "PYTHONUTF8": "1"}
    try:
        result = subprocess.run(command, capture_output=True, check=False, timeout=seconds, env=environment)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        message = f"Dokumentet var ikke læst efter {round(seconds)} sekunder."
        raise UnreadableError(message, "Kopiér teksten over i et nyt Word-dokument, og indlæs det.") from None
    answer = _parse(result.stdout)
    if answer is None:
        message = "Dokumentet kan ikke læses: det fik læseren til at gå i stå."
        raise UnreadableError(message, "Kopiér teksten over i et nyt Word-dokument, og indlæs det.")
    if "message" in answer:
        raise UnreadableError(str(answer["message"]), str(answer["advice"]))
    return from_record(answer)


def _parse(output: bytes) -> dict[str, object] | None:
    """Return what the child wrote; None where it fell before it was done."""
    try:
        answer = json.loads(output)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
