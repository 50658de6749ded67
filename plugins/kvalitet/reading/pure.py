"""PyYAML's pure-Python loader, taught to read what the compiled one reads, so that both say the same.

Measured against libyaml 0.2.5; tests read every example with both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from yaml.scanner import ScannerError
from yaml.tokens import ScalarToken

if TYPE_CHECKING:
    from yaml.error import Mark

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = " \t"
_ENDS = "\0" + _BLANKS + _BREAKS
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)", re.DOTALL)


class PureLoader(yaml.SafeLoader):
    """Reads tabs between words and ``?`` in lists; refuses unknown directives and escapes of no character."""

    def scan_to_next_token(self) -> None:
        """Skip blanks, line breaks and comments; a tab too, where no key could begin."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            self._skip_comment()
            if not self._take_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Return a text without quotes."""
        chunks: list[str] = []
        spaces: list[str] | None = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#" and (length := self._word_length(start)):
            self.allow_simple_key = False
            chunks.extend(spaces or ())
            chunks.append(self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - PyYAML's

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str] | None:
        """Return the blanks between two words, tabs among them; None where the text ends."""
        blanks = self._take_blanks()
        if self.peek() not in _BREAKS:
            return [blanks] if blanks else []
        first = self._take_break()
        self.allow_simple_key = True
        further = ""
        while not self._at_document_mark() and self.peek() in _BLANKS + _BREAKS:
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError(
                    "while scanning a plain scalar", start_mark, "found a tab character", self.get_mark()
                )
            if self.peek() in _BLANKS:
                self.forward()
            else:
                further += self._take_break()
        if self._at_document_mark():
            return None
        folded = first if first != "\n" else "" if further else " "
        return [part for part in (folded, further) if part]

    def scan_block_scalar_indicators(self, start_mark: Mark) -> tuple[bool | None, int | None]:  # noqa: ARG002 - PyYAML's
        """Return what stands behind ``>`` and ``|``: whether last line breaks are kept, and the indentation."""
        chomping: bool | None = None
        indentation: int | None = None
        while True:
            character = self.peek()
            if character in "+-" and chomping is None:
                chomping = character == "+"
            elif character in "123456789" and indentation is None:
                indentation = int(character)
            else:
                return chomping, indentation
            self.forward()

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """Skip what may follow ``>`` and ``|``: blanks and a comment."""
        self._take_blanks()
        self._skip_comment()
        if self.peek() not in "\0" + _BREAKS:
            words = "expected a comment or a line break"
            raise ScannerError("while scanning a block scalar", start_mark, words, self.get_mark())
        self._take_break()

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, Mark]:
        """Return the blank lines before a text block, its indentation and where it begins; no tab indents."""
        breaks, indentation, mark = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return breaks, indentation, mark

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], Mark]:
        """Return the blank lines within a text block; no tab indents."""
        breaks, mark = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return breaks, mark

    def scan_directive_name(self, start_mark: Mark) -> str:
        """Return the directive's name where it is one that YAML has."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]
        if name not in {"YAML", "TAG"}:
            words = "found unknown directive name"
            raise ScannerError("while scanning a directive", start_mark, words, self.get_mark())
        return name

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:  # noqa: FBT001 - PyYAML's
        """Return the next words of a quoted text; an escape must name a character."""
        begin, before = self.pointer, self.get_mark()
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            raise _wrong_escape(start_mark, self.get_mark()) from None
        for match in _ESCAPE.finditer(self.buffer[begin : self.pointer]) if double else ():
            if 0xD800 <= int(match[1] or match[2] or "0", 16) <= 0xDFFF:  # noqa: PLR2004 - surrogates
                raise _wrong_escape(start_mark, _further(before, self.buffer[begin : begin + match.start()]))
        return chunks

    def _word_length(self, start: Mark) -> int:
        """Return how long the word is that begins here."""
        length = 0
        while (character := self.peek(length)) not in _ENDS:
            following = self.peek(length + 1)
            if character == ":" and self.flow_level and following in ",?[]{}":
                self.forward(length)
                words = "found unexpected ':'"
                raise ScannerError("while scanning a plain scalar", start, words, self.get_mark())
            if character == ":" and following in _ENDS:
                break
            if self.flow_level and character in ",[]{}":
                break
            length += 1
        return length

    def _take_blanks(self) -> str:
        length = 0
        while self.peek(length) in _BLANKS:
            length += 1
        blanks: str = self.prefix(length)
        self.forward(length)
        return blanks

    def _take_break(self) -> str:
        taken: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return taken

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            mark = self.get_mark()
            raise ScannerError("while scanning a block scalar", mark, "found a tab character", mark)

    def _skip_comment(self) -> None:
        if self.peek() == "#":
            while self.peek() not in "\0" + _BREAKS:
                self.forward()

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in {"---", "..."} and self.peek(3) in _ENDS


def _wrong_escape(start: Mark, mark: Mark) -> ScannerError:
    return ScannerError("while scanning a double-quoted scalar", start, "found invalid escape code", mark)


def _further(mark: Mark, text: str) -> Mark:
    """Return the mark moved over ``text``."""
    lines = re.split("\r\n|\n|\r", text)
    column = len(lines[-1]) + (mark.column if len(lines) == 1 else 0)
    return type(mark)(mark.name, mark.index + len(text), mark.line + len(lines) - 1, column, None, 0)
