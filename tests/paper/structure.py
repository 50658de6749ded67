"""A PDF taken apart: its tags in the order a screen reader meets them, and what stands under each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator


class TaggedPdf:
    """The structure of one PDF, read from its bytes."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = {page.indirect_reference.idnum: number for number, page in enumerate(self._pages())}

    def _pages(self) -> list[Any]:
        return list(self.reader.pages)

    @property
    def text(self) -> str:
        """The words of all pages in the order they stand in the file, on one line."""
        return " ".join(" ".join(page.extract_text() for page in self.reader.pages).split())

    def elements(self, node: Any = None, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Yield (path of tags, element) for each element of the structure, in reading order."""
        node = self.root["/StructTreeRoot"] if node is None else node
        for child in self._children(node):
            if isinstance(child, dict) and "/S" in child:
                path = (*above, str(child["/S"]).removeprefix("/"))
                yield path, child
                yield from self.elements(child, path)

    def headings(self) -> list[tuple[int, str]]:
        """Return (level, title) of each heading."""
        tags = [(path[-1], element) for path, element in self.elements()]
        return [(int(tag[1:]), str(one.get("/T", ""))) for tag, one in tags if tag[0] == "H" and tag[1:].isdigit()]

    def marks(self) -> list[tuple[int, int]]:
        """Return (page, number of the marked content) in reading order."""
        return list(self._marks_in(self.root["/StructTreeRoot"], None))

    def _marks_in(self, element: Any, page: Any) -> Iterator[tuple[int, int]]:
        page = element.get("/Pg", page)
        for child in self._children(element):
            if isinstance(child, int):
                yield self.pages[page.indirect_reference.idnum], int(child)
            elif "/MCID" in child:
                yield self.pages[child.get("/Pg", page).indirect_reference.idnum], int(child["/MCID"])
            else:
                yield from self._marks_in(child, page)

    def _children(self, node: Any) -> list[Any]:
        children = node.get("/K", [])
        children = children.get_object() if hasattr(children, "get_object") else children
        listed = children if isinstance(children, list) else [children]
        return [one.get_object() for one in listed]
