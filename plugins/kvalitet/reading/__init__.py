"""YAML text to a tree with positions, safely: decode, guard, compose."""

from kvalitet.reading.compose import read_text
from kvalitet.reading.files import read_file
from kvalitet.reading.tree import Entry, Mapping, Node, Scalar, Sequence

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "read_file", "read_text"]
