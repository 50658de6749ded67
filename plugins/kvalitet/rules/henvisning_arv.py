"""A section is inherited from where it is not written."""

from __future__ import annotations

from kvalitet.findings import Severity
from kvalitet.rules.model import Rule

RULE = Rule(
    id="henvisning-arv",
    title="Et afsnit kan ikke hentes fra den anden standard",
    severity=Severity.ERROR,
    explanation=(
        "Med 'arver' henter en kommune hele afsnit fra den kommune, den køber behandling hos. Her findes den "
        "anden fil ikke, eller den har ikke selv skrevet afsnittet. Skriv den anden fils navn uden .yml, og hent "
        "kun det, den selv har skrevet. Ellers skriv afsnittet selv."
    ),
    why="Afsnittet mangler på borgerens side.",
    wrong=(
        "# Den anden kommunes fil hedder partnerby.yml\narver:\n  - fra: partnerbyen\n    afsnit: [anonym_behandling]\n"
    ),
    right=(
        "# Den anden kommunes fil hedder partnerby.yml\narver:\n  - fra: partnerby\n    afsnit: [anonym_behandling]\n"
    ),
    mark="partnerbyen",
)
