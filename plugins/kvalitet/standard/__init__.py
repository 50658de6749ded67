"""Typed files to standards: inheritance and references resolved, every value still knowing its own place."""

from kvalitet.standard.collection import Collection, Opened, open_files
from kvalitet.standard.files import find_standard_files
from kvalitet.standard.lookup import Trace, trace_path
from kvalitet.standard.model import Standard, State

__all__ = [
    "Collection",
    "Opened",
    "Standard",
    "State",
    "Trace",
    "find_standard_files",
    "open_files",
    "trace_path",
]
