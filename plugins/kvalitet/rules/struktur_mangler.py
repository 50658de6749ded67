"""A required field is not there or is empty."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="struktur-mangler",
    title="Et felt, der skal udfyldes, mangler",
    severity=Severity.ERROR,
    explanation=(
        "Nogle få felter skal altid være udfyldt, fx kommunens navn og standardens tilstand. Tilføj feltet, og "
        "skriv værdien efter kolon."
    ),
    why=("Uden dem kan resten ikke vises eller vurderes rigtigt. Læseren kan fx ikke se, om standarden gælder endnu."),
    wrong="tilstand:\n",
    right="tilstand: vedtaget\n",
    mark="tilstand",
)
