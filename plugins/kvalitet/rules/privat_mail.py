"""An e-mail address that is one person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kvalitet.findings import Finding, Severity
from kvalitet.rules.model import Case, Rule
from kvalitet.rules.texts import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kvalitet.catalogue.language import Privacy

_ADDRESS = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_BETWEEN = re.compile(r"[._+-]+")


def check(case: Case) -> Iterator[Finding]:
    """Yield an error per address that begins with a first name."""
    for leaf in case.texts.leaves:
        if "@" not in leaf.raw:
            continue
        for match in _ADDRESS.finditer(leaf.raw):
            if is_personal(match[1], case.catalogue.privacy):
                number = leaf.raw.count(match.group(), 0, match.start())
                yield Finding(
                    rule=RULE.id,
                    severity=Severity.ERROR,
                    place=find_words(case.standard.text, leaf.place, match.group(), number),
                    path=leaf.path,
                    message=f"'{match.group()}' ser ud til at være én medarbejders egen adresse.",
                    hint="Skriv stedets fælles adresse, fx rus@ eller kontakt@.",
                )


def is_personal(name: str, privacy: Privacy) -> bool:
    """Whether what stands before the @ begins with a first name, and no word in it is a place's."""
    first, *others = (part for part in _BETWEEN.split(name.casefold()) if part)
    return first in privacy.first_names and not privacy.shared_words & set(others)


RULE = Rule(
    id="privat-mail",
    title="En medarbejders egen mailadresse",
    severity=Severity.ERROR,
    explanation=(
        "En adresse, der begynder med et fornavn, fx fornavn.efternavn@, hører til ét menneske. Skriv stedets "
        "fælles adresse, fx rus@ eller kontakt@."
    ),
    why=(
        "Medarbejderens navn bliver offentligt. Når vedkommende holder ferie eller er stoppet, læser ingen det, "
        "en borger skriver."
    ),
    wrong="høring:\n  hvem: [Udsatterådet]\n  svar_til: mette.hansen@eksempelby.example\n",
    right="høring:\n  hvem: [Udsatterådet]\n  svar_til: hoering@eksempelby.example\n",
    mark="mette.hansen@eksempelby.example",
    shared=True,
    check=check,
)
