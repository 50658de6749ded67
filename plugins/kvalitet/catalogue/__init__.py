"""The law as data: requirements, criteria, editions, references and rights of one service area."""

from kvalitet.catalogue.load import CatalogueError, known_areas, load_catalogue, load_edition
from kvalitet.catalogue.model import Catalogue, Criterion, Force, LegalBasis, LegalReference, Proof, Requirement, Right

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Criterion",
    "Force",
    "LegalBasis",
    "LegalReference",
    "Proof",
    "Requirement",
    "Right",
    "known_areas",
    "load_catalogue",
    "load_edition",
]
