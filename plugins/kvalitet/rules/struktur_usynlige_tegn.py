"""Characters that nobody can see, or that turn the reading direction."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-usynlige-tegn",
    title="Teksten indeholder tegn, som ingen kan se",
    severity=Severity.ERROR,
    explanation=(
        "Tegnene følger ofte med, når man kopierer fra Word eller en hjemmeside. Slet ordet, og skriv det igen."
    ),
    why=(
        "De deler ord, så søgning og oplæsning går galt. Vender de læseretningen, kan teksten se anderledes ud, "
        "end den er, og så er det en fejl."
    ),
    wrong=(
        "opgaver:\n"
        "  # Mellem 'be' og 'handling' står et usynligt tegn (U+200B)\n"
        "  tekst: Kommunen tilbyder social be\u200bhandling til voksne.\n"
    ),
    right="opgaver:\n  tekst: Kommunen tilbyder social behandling til voksne.\n",
    mark="\u200b",
)
