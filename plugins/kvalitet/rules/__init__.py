"""The rules: everything the check can say of a standard, in one list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kvalitet.rules import (
    henvisning_arv,
    henvisning_ikke_relevant,
    henvisning_kommune,
    henvisning_ukendt,
    henvisning_undtagelse,
    lov_forfalden,
    lov_formulering,
    lov_gammel_udgave,
    lov_godkendt_af,
    lov_graense,
    lov_ikke_beskrevet,
    lov_nyere_krav,
    lov_revision,
    privat_cpr,
    privat_link,
    privat_mail,
    sprog_lix,
    sprog_ord,
    sprog_passiv,
    sprog_saetning,
    sprog_vaerdiord,
    struktur_dato,
    struktur_dobbelt_noegle,
    struktur_dokument,
    struktur_eksempel,
    struktur_fil,
    struktur_filnavn,
    struktur_format,
    struktur_kontrol,
    struktur_kun_henvisning,
    struktur_mangler,
    struktur_omraade,
    struktur_orden,
    struktur_pladsholder,
    struktur_stoerrelse,
    struktur_tegnsaet,
    struktur_type,
    struktur_ukendt_noegle,
    struktur_usynlige_tegn,
    struktur_valg,
    struktur_yaml,
    struktur_yaml_maerker,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kvalitet.findings import Edit, Finding
    from kvalitet.rules.model import Rule
    from kvalitet.standard import Standard

RULES: tuple[Rule, ...] = (
    # struktur: the file can be read and understood; in the order in which it is read
    struktur_fil.RULE,
    struktur_tegnsaet.RULE,
    struktur_usynlige_tegn.RULE,
    struktur_stoerrelse.RULE,
    struktur_yaml.RULE,
    struktur_yaml_maerker.RULE,
    struktur_dobbelt_noegle.RULE,
    struktur_dokument.RULE,
    struktur_omraade.RULE,
    struktur_format.RULE,
    struktur_filnavn.RULE,
    struktur_ukendt_noegle.RULE,
    struktur_mangler.RULE,
    struktur_type.RULE,
    struktur_valg.RULE,
    struktur_pladsholder.RULE,
    struktur_kun_henvisning.RULE,
    struktur_dato.RULE,
    struktur_orden.RULE,
    struktur_kontrol.RULE,
    struktur_eksempel.RULE,
    # henvisning: what it points at is there
    henvisning_ukendt.RULE,
    henvisning_arv.RULE,
    henvisning_ikke_relevant.RULE,
    henvisning_kommune.RULE,
    henvisning_undtagelse.RULE,
    # lov: what the law says of it
    lov_ikke_beskrevet.RULE,
    lov_nyere_krav.RULE,
    lov_graense.RULE,
    lov_formulering.RULE,
    lov_forfalden.RULE,
    lov_revision.RULE,
    lov_gammel_udgave.RULE,
    lov_godkendt_af.RULE,
    # sprog: the citizen can read it
    sprog_ord.RULE,
    sprog_vaerdiord.RULE,
    sprog_passiv.RULE,
    sprog_saetning.RULE,
    sprog_lix.RULE,
    # privat: nobody is harmed by it
    privat_cpr.RULE,
    privat_mail.RULE,
    privat_link.RULE,
)
"""Every rule, in the order in which they are listed to a person."""

RULES_BY_ID: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in RULES})


def find_edit(finding: Finding, standard: Standard | None) -> Edit | None:
    """Return what to write instead, as YAML that fits its place in ``standard``; None where nothing can be said."""
    rule = RULES_BY_ID.get(finding.rule)
    if finding.edit is not None or rule is None or rule.suggest is None or standard is None:
        return finding.edit
    return rule.suggest(finding, standard)


__all__ = ["RULES", "RULES_BY_ID", "find_edit"]
