"""A file that is empty, is no mapping, or holds a second document."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-dokument",
    title="Filen er ikke én standard",
    severity=Severity.ERROR,
    explanation=(
        "En fil er én standard: felter med et kolon og en værdi. Filen her er tom, er en liste eller en løs "
        "tekst, eller der begynder en ny standard efter '---'. Begynd filen med 'format: 1'."
    ),
    why=("Hver standard har sin egen fil og sin egen side. Det, der ikke passer i den form, bliver ikke læst."),
    wrong="- format: 1\n- kommune: Eksempelby\n- område: stofmisbrug\n- tilstand: udkast\n",
    right="format: 1\nkommune: Eksempelby\neksempel: ja\nområde: stofmisbrug\ntilstand: udkast\n",
    whole=True,
)
