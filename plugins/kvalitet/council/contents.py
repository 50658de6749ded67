"""What the program itself can say in an agenda paper, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kvalitet.assess import Level
from kvalitet.catalogue import Force, Proof
from kvalitet.council.gaps import choose_gaps, say_nothing_missing
from kvalitet.council.missing import set_coverage, set_findings, set_gaps, set_remarks
from kvalitet.diff.writing import make_citizen_blocks, make_coverage_blocks
from kvalitet.findings import Severity
from kvalitet.paper.document import Block, Bullets, Heading, Span, Style, Table, blank, cell, say
from kvalitet.present.subjects import view_subjects
from kvalitet.present.views import requirement_level
from kvalitet.present.words import say_date, say_list
from kvalitet.standard import State
from kvalitet.standard.status import revision_due

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from kvalitet.catalogue import LegalReference
    from kvalitet.check import Assessed
    from kvalitet.council.gaps import Gap
    from kvalitet.diff import Comparison

_HEDGE = "Så vidt vi kan se, "
_NOT_A_MARK = "Tallene viser, hvad standarden beskriver. De viser ikke, hvor god behandlingen er."
_RIGHTS_STAY = "Borgerens rettigheder gælder, også når standarden ikke beskriver dem."
_STATES = {
    State.DRAFT: "Standarden er et udkast og er ikke vedtaget.",
    State.HEARING: "Standarden er i høring og er ikke vedtaget.",
    State.REPLACED: "Standarden er afløst af en nyere.",
}


@dataclass(frozen=True, slots=True)
class Case:
    """What a part is made from."""

    assessed: Assessed
    day: date
    gaps: tuple[Gap, ...]
    comparison: Comparison | None


def summarize(case: Case) -> Iterator[Block]:
    """Yield where the standard is, and how much of what is asked for it describes."""
    yield say(" ".join(_say_dates(case)))
    yield say(" ".join(_say_counts(case)))
    yield say(_NOT_A_MARK)


def _say_dates(case: Case) -> Iterator[str]:
    standard = case.assessed.standard
    if standard.state in _STATES:
        yield _STATES[standard.state]
    if standard.adopted is not None:
        body = standard.content("godkendt", "af")
        yield f"{body or 'Kommunen'} godkendte standarden den {say_date(standard.adopted)}."
    if standard.revised is not None and standard.revised != standard.adopted:
        yield f"Den er senest gået igennem den {say_date(standard.revised)}."
    yield from _say_due(case)


def _say_due(case: Case) -> Iterator[str]:
    due = revision_due(case.assessed.standard, case.assessed.edition)
    reference = case.assessed.edition.revision_reference
    if due is None or reference is None or case.assessed.standard.state is State.REPLACED:
        return
    hedge = "" if reference.flat else _HEDGE.lower().rstrip(", ") + " "
    if due < case.day:
        yield f"Standarden skulle {hedge}være gået igennem igen senest den {say_date(due)}. Fristen er overskredet."
    else:
        yield f"Standarden skal {hedge}gås igennem igen senest den {say_date(due)}."


def _say_counts(case: Case) -> Iterator[str]:
    assessed = case.assessed
    edition = assessed.edition
    catalogue = assessed.standard.catalogue
    levels = [requirement_level(catalogue.requirements[one.requirement], assessed) for one in edition.items]
    described = sum(level is not Level.NOT for level in levels)
    yield f"Standarden er målt efter {edition.short_title} den {say_date(case.day)}."
    yield f"Listen i reglerne har {len(levels)} punkter. {described} af dem er beskrevet."
    by_law = choose_gaps(case.gaps, Force.LAW)
    if by_law:
        titles = dict.fromkeys(one.requirement.title for one in by_law)
        yield f"Noget, loven kræver, er ikke beskrevet ved: {say_list(list(titles))}."
    else:
        yield say_nothing_missing(case.gaps, Force.LAW)
    yield from _say_others(case)
    errors = sum(one.severity is Severity.ERROR for one in assessed.findings)
    if errors:
        yield f"Fejl, der skal rettes, før standarden vedtages: {errors}. De står nedenfor."


def _say_others(case: Case) -> Iterator[str]:
    newer = sum(one.newer for one in case.gaps)
    guidance = len(choose_gaps(case.gaps, Force.GUIDANCE))
    advice = len(choose_gaps(case.gaps, Force.RECOMMENDATION))
    if newer:
        yield f"Krav, der er nyere end standarden, og som ikke er beskrevet: {newer}."
    for number, what in ((guidance, "vejledningen beder om"), (advice, "der anbefales")):
        if number:
            yield f"Ikke beskrevet af det, {what}: {number}."


def tell_missing(case: Case) -> Iterator[Block]:
    """Yield what is described, what is not, and what the check has to say beside that."""
    yield from set_coverage(case.assessed)
    yield say(_RIGHTS_STAY)
    yield from set_gaps(case.gaps)
    if case.comparison is not None:
        yield Heading(2, "Hvad er beskrevet mere eller mindre end før?")
        yield from make_coverage_blocks(case.comparison)
    yield from set_findings(case.assessed)
    yield from set_remarks(case.assessed)


def tell_citizens(case: Case) -> Iterator[Block]:
    """Yield what changes for citizens, and the rights that their page states from the law meanwhile."""
    if case.comparison is not None:
        yield from make_citizen_blocks(case.comparison, 2)
    else:
        yield blank("hvad borgeren vil mærke, og hvad der bliver bedre eller ringere end før")
    rights = {one.id: one for view in view_subjects(case.assessed) for one in view.silent}
    if rights:
        yield say("Disse rettigheder beskriver standarden ikke. Borgerens side viser dem, som de er efter loven:")
        yield Bullets(
            tuple(
                (Span(f"{one.title} ({'; '.join(each.title for each in one.references)})"),) for one in rights.values()
            )
        )


def tell_law(case: Case) -> Iterator[Block]:
    """Yield the rules measured by, the ones the text cites, and how sure each provision is."""
    edition, cited = case.assessed.edition, case.assessed.standard.cited
    yield say(f"Standarden er målt efter {edition.title} ({edition.short_title}).")
    hedge = "" if edition.start_proof is Proof.VERBATIM else " så vidt vi kan se"
    yield say(f"Reglerne gælder{hedge} fra den {say_date(edition.start)}. {edition.start_note}")
    if cited is not None and cited.edition != edition.edition:
        yield say(f"Standardens egen tekst henviser til {cited.title} ({cited.short_title}).")
    references = {one.id: one for one in (edition.reference, *(each.demand.reference for each in case.gaps))}
    if edition.revision_reference is not None:
        references.setdefault(edition.revision_reference.id, edition.revision_reference)
    rows = tuple(
        (cell(one.title), (say(_say_content(one)), say(_say_proof(one), Style.NOTE))) for one in references.values()
    )
    yield Table("Bestemmelser", ("Bestemmelse", "Hvad den siger, og hvor det er læst"), rows, (2, 5))
    if edition.reservations:
        yield Heading(2, "Forbehold")
        yield Bullets(tuple((Span(one),) for one in edition.reservations))


def _say_content(reference: LegalReference) -> str:
    return reference.says if reference.flat else f"{_HEDGE.rstrip(', ')}: {reference.says}"


_PROOFS = {
    Proof.VERBATIM: "Ordene er set",
    Proof.RETOLD: "Gengivet",
    Proof.TRANSLATED: "Set i en oversættelse",
    Proof.INFERRED: "Sluttet af flere kilder",
}


def _say_proof(reference: LegalReference) -> str:
    source = reference.source
    where = f", {reference.where}" if reference.where else ""
    return f"{_PROOFS[reference.proof]} i {source.title} ({source.publisher}){where}. Læst {say_date(reference.read)}."


def tell_deadlines(case: Case) -> Iterator[Block]:
    """Yield the days that are known."""
    sentences = list(_say_due(case))
    if sentences:
        yield say(" ".join(sentences))


def list_appendices(case: Case) -> Iterator[Block]:
    """Yield the papers that belong to the case."""
    name = case.assessed.standard.slug
    yield Bullets(((Span("Kvalitetsstandarden i sin helhed"),),))
    yield say(f"Bilaget laves med: kvalitet standard {name}", Style.NOTE)


BUILDERS: dict[str, Callable[[Case], Iterator[Block]]] = {
    "resumé": summarize,
    "mangler": tell_missing,
    "borgeren": tell_citizens,
    "lovgrundlag": tell_law,
    "frister": tell_deadlines,
    "bilag": list_appendices,
}
"""What fills a part, by the word its ``indhold`` has in ``dagsorden.yml``."""
