"""A file far larger or deeper than any standard."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-stoerrelse",
    title="Filen er for stor til at være en standard",
    severity=Severity.ERROR,
    explanation=(
        f"Filen er over {MAX_BYTES // 1024} kB, har mere end {MAX_NODES} værdier eller mere end "
        f"{MAX_DEPTH} niveauer inde i hinanden. Så meget fylder en standard aldrig, og derfor læses "
        "resten ikke. Se efter, om noget er sat ind ved en fejl, fx et billede eller en hel hjemmeside, "
        "og slet det."
    ),
    wrong=f"opgaver:\n  tekst: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n",
    right="opgaver:\n  tekst: Kommunen tilbyder social behandling til voksne.\n",
)
