"""A document of any kind to blocks of text in reading order, each with where it stood."""

from kvalitet.importing.documents.guarded import read_guarded
from kvalitet.importing.documents.model import Block, BlockKind, Document, Origin, UnreadableError
from kvalitet.importing.documents.read import read_bytes

__all__ = ["Block", "BlockKind", "Document", "Origin", "UnreadableError", "read_bytes", "read_guarded"]
