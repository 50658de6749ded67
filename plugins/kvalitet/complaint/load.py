"""The files below ``klageveje/`` to ``ComplaintPaths``; a path with errors is never shown to anyone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.access import RULE, Reader, boolean, day, decimal, entries, parts, prose, string, strings
from kvalitet.catalogue.law import find_reference, find_references
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.catalogue.model import Proof
from kvalitet.complaint.forms import FORM
from kvalitet.complaint.model import (
    PARTS,
    Answer,
    ComplaintPaths,
    Draft,
    Helper,
    Letter,
    LetterPart,
    Outcome,
    OwnWay,
    Question,
    Statement,
    Way,
)
from kvalitet.complaint.verify import verify_paths
from kvalitet.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kvalitet.catalogue import Catalogue
    from kvalitet.catalogue.model import LegalReference
    from kvalitet.fields.value import Value

_FOLDER = "klageveje"
_Values = dict[str, "Value"]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


@lru_cache(maxsize=8)
def load_complaint_paths(area: str, folder: Path = LAW_FOLDER) -> ComplaintPaths | None:
    """Return the path of questions of ``area``, None where it has none. Raises ``CatalogueError`` with every fault."""
    files = sorted((folder / area / _FOLDER).glob("*.yml"))
    if not files:
        return None
    catalogue = load_catalogue(area, folder)
    drawer = _Drawer(catalogue)
    for path in files:
        drawer.read(Reader(path, f"lovkrav/{area}/{_FOLDER}/{path.name}"))
    made = drawer.close(f"lovkrav/{area}/{_FOLDER}/")
    findings = drawer.findings or (verify_paths(made, catalogue) if made is not None else [])
    if findings or made is None:
        raise CatalogueError(findings)
    return made


@dataclass
class _Drawer:
    """Gathers what the files hold, whichever file it stands in."""

    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)
    _about: _Values = field(default_factory=dict)
    _start: LegalReference | None = None
    _questions: dict[str, Question] = field(default_factory=dict)
    _outcomes: dict[str, Outcome] = field(default_factory=dict)
    _ways: dict[str, Way] = field(default_factory=dict)
    _letters: dict[str, Letter] = field(default_factory=dict)
    _help: list[Statement] = field(default_factory=list)
    _helpers: dict[str, Helper] = field(default_factory=dict)

    def read(self, reader: Reader) -> None:
        """Take in one file."""
        values = reader.read(FORM)
        scribe = _Scribe(reader, self.catalogue.references)
        self._about |= {key: values[key] for key in ("begynd", "start", "kommunens_vej") if key in values}
        if "start" in values:
            self._start = find_reference(parts(values, "start"), scribe.references, reader, values["start"].place)
        for one, place in entries(values, "spørgsmål"):
            _keep(self._questions, scribe.question(one, place), place, reader)
        for one, place in entries(values, "veje"):
            _keep(self._ways, scribe.way(one, place), place, reader)
        for one, place in entries(values, "udfald"):
            _keep(self._outcomes, scribe.outcome(one, place), place, reader)
        for one, place in entries(values, "breve"):
            _keep(self._letters, scribe.letter(one, place), place, reader)
        for one, place in entries(values, "hjælpere"):
            helper = _read_helper(one)
            if helper is not None:
                _keep(self._helpers, helper, place, reader)
        self._help += scribe.statements(values, "hjælp")
        self.findings += reader.findings

    def close(self, folder: str) -> ComplaintPaths | None:
        """Return the whole, None where something that must stand in one of the files stands in none."""
        start, own = parts(self._about, "start"), parts(self._about, "kommunens_vej")
        days = decimal(start, "dage")
        if days is None or self._start is None or not own or not string(self._about, "begynd"):
            message = "'begynd', 'start' or 'kommunens_vej' stands in none of the files."
            self.findings.append(Finding(RULE, Severity.ERROR, Place(folder), message))
            return None
        return ComplaintPaths(
            first=string(self._about, "begynd"),
            start_days=int(days),
            start_reference=self._start,
            own_way=OwnWay(*(string(own, key) for key in ("liste", "efter", "ord", "emner", "emne"))),
            questions=self._questions,
            outcomes=self._outcomes,
            ways=self._ways,
            letters=self._letters,
            help=tuple(self._help),
            helpers=tuple(self._helpers.values()),
        )


@dataclass(frozen=True)
class _Scribe:
    """Makes the records of one file."""

    reader: Reader
    references: Mapping[str, LegalReference]

    def statements(self, values: _Values, name: str) -> list[Statement]:
        return [self._statement(one, place) for one, place in entries(values, name)]

    def _statement(self, values: _Values, place: Place) -> Statement:
        return Statement(prose(values, "tekst"), find_references(values, self.references, self.reader), place)

    def question(self, values: _Values, place: Place) -> Question:
        answers = tuple(
            Answer(
                words=prose(one, "tekst"),
                target=string(one, "til"),
                decision=boolean(one, "afgørelse") if "afgørelse" in one else None,
                place=at,
            )
            for one, at in entries(values, "svar")
        )
        return Question(
            id=string(values, "id"),
            title=prose(values, "titel"),
            situation=prose(values, "når"),
            help=tuple(self.statements(values, "hjælp")),
            answers=answers,
            place=place,
        )

    def way(self, values: _Values, place: Place) -> Way:
        deadline = parts(values, "frist")
        weeks = decimal(deadline, "uger")
        return Way(
            id=string(values, "id"),
            title=prose(values, "titel"),
            law=string(values, "lov"),
            weeks=int(weeks) if weeks is not None else None,
            deadline_reference=find_reference(deadline, self.references, self.reader, place),
            parts={key: tuple(self.statements(values, key)) for key in PARTS},
            place=place,
        )

    def outcome(self, values: _Values, place: Place) -> Outcome:
        draft = parts(values, "brev")
        return Outcome(
            id=string(values, "id"),
            title=prose(values, "titel"),
            acts=tuple(self.statements(values, "i_dag")),
            because=tuple(self.statements(values, "derfor")),
            way=string(values, "vej"),
            counts_start=boolean(values, "regn_start"),
            subject=string(values, "emne"),
            draft=_read_draft(draft, values["brev"].place) if draft else None,
            place=place,
        )

    def letter(self, values: _Values, place: Place) -> Letter:
        lines = entries(values, "dele")
        return Letter(
            id=string(values, "id"),
            title=prose(values, "titel"),
            subject=prose(values, "emne"),
            decision=boolean(values, "afgørelse"),
            parts=tuple(LetterPart(string(o, "id"), self._statement(o, at), boolean(o, "altid")) for o, at in lines),
            place=place,
        )


def _read_draft(values: _Values, place: Place) -> Draft:
    sentences = tuple(" ".join(one.split()) for one in strings(values, "sætninger"))
    return Draft(string(values, "slags"), sentences, strings(values, "dele"), place)


def _read_helper(values: _Values) -> Helper | None:
    proof = string(values, "bevis")
    if not proof:  # its absence was reported when the file was typed
        return None
    return Helper(
        id=string(values, "id"),
        name=string(values, "navn"),
        number=string(values, "nummer"),
        purpose=prose(values, "til"),
        source=prose(values, "kilde"),
        proof=Proof(proof),
        checked=day(values, "kontrolleret"),
    )


def _keep(made: dict[str, N], one: N, place: Place, reader: Reader) -> None:
    if one.id in made:
        reader.report_at(place, f"The id '{one.id}' stands twice.", "Ids are unique.")
    made[one.id] = one
