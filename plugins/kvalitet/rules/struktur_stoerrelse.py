"""A file far larger or deeper than any standard."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from kvalitet.rules.model import Rule

_LEVELS = MAX_DEPTH - 2 + 1  # the file and the section stand around them already

RULE = Rule(
    id="struktur-stoerrelse",
    title="Filen er for stor til at være en standard",
    severity=Severity.ERROR,
    explanation=(
        f"Filen er over {MAX_BYTES // 1024} kB, har mere end {MAX_NODES} værdier eller mere end {MAX_DEPTH} niveauer "
        "inde i hinanden. Se efter, om noget er sat ind ved en fejl, fx et billede eller en hel hjemmeside, og slet "
        "det."
    ),
    why="Så meget fylder en standard aldrig, og derfor læses resten ikke.",
    wrong=f"opgaver:\n  tekst: {'[' * _LEVELS}{']' * _LEVELS}\n",
    right="opgaver:\n  tekst: Kommunen tilbyder social behandling til voksne.\n",
    mark="[",
)
