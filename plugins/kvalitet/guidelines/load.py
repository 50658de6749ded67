"""The guidelines' files of one area to ``Guidance``; with any fault it is refused whole, like the catalogue."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kvalitet.catalogue import CatalogueError, load_catalogue
from kvalitet.catalogue.access import Reader
from kvalitet.catalogue.load import LAW_FOLDER
from kvalitet.guidelines.journey import read_journey
from kvalitet.guidelines.model import Guidance
from kvalitet.guidelines.read import read_common, read_guidelines
from kvalitet.guidelines.verify import verify_guidance

if TYPE_CHECKING:
    from pathlib import Path

    from kvalitet.findings import Finding

_COMMON, _FOLDER, _JOURNEY = "retningslinjer.yml", "retningslinjer", "forloeb.yml"


@lru_cache(maxsize=8)
def load_guidance(area: str, folder: Path = LAW_FOLDER) -> Guidance | None:
    """Return the guidelines and the journey of ``area``, read once per process; None where the area has none.

    Raises ``CatalogueError`` with every fault: a name that leads nowhere, a key that stands twice, a word stronger
    than the source's own.
    """
    home = folder / area
    if not (home / _COMMON).is_file():
        return None
    catalogue = load_catalogue(area, folder)
    findings: list[Finding] = []

    def open_file(name: str) -> Reader:
        reader = Reader(home / name, f"lovkrav/{area}/{name}")
        reader.typing.findings = findings
        return reader

    common = read_common(open_file(_COMMON), catalogue)
    paths = sorted((home / _FOLDER).glob("*.yml"))
    guidelines = read_guidelines([open_file(f"{_FOLDER}/{path.name}") for path in paths], catalogue)
    throughout, steps = read_journey(open_file(_JOURNEY), catalogue, guidelines)
    if findings or common.source is None or throughout is None:
        raise CatalogueError(findings)
    guidance = Guidance(
        area=area,
        source=common.source,
        read=common.read,
        notes=common.notes,
        kinds=common.kinds,
        principles=common.principles,
        definitions=common.definitions,
        guidelines=guidelines,
        throughout=throughout,
        steps=steps,
    )
    findings += verify_guidance(guidance)
    if findings:
        raise CatalogueError(findings)
    return guidance
