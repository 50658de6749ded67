"""A file that is not there, may not be read, or a folder without any standard."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-fil",
    title="Filen kan ikke åbnes, eller mappen er tom",
    severity=Severity.ERROR,
    explanation=(
        "Der er ingen fil at læse: Den findes ikke, du har ikke adgang til den, eller mappen indeholder ingen "
        "filer, der ender på .yml. Se efter, om navnet er stavet rigtigt, og om filen ligger i den rigtige mappe."
    ),
    why="Så er intet kontrolleret, og borgeren får ingen side om standarden.",
    wrong=("# Kun Word-filen ligger i mappen:\n# kvalitetsstandarder/stofmisbrug/eksempelby.docx\n"),
    right=(
        "# kvalitetsstandarder/stofmisbrug/eksempelby.yml\n"
        "format: 1\n"
        "kommune: Eksempelby\n"
        "eksempel: ja\n"
        "område: stofmisbrug\n"
        "tilstand: udkast\n"
    ),
    whole=True,
)
