"""PDF by typst: tagged, PDF/UA-1, in Danish, with the package's own font and nothing of the machine's."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvalitet.paper.printable import make_all_printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typst

_HERE = Path(__file__).resolve().parent
_TEMPLATES = _HERE.parent / "templates" / "papir"
_FONTS = _HERE / "skrift"

MISSING = 'PDF kan ikke laves her, for programmet typst mangler. Skriv: pip install "mkdocs-kvalitetsstandarder[papir]"'
"""What to tell who asks for a PDF where there is no typst."""


class PaperError(Exception):
    """A PDF cannot be made; the message is for the person who asked for it, in Danish."""


def available() -> bool:
    """Whether PDFs can be made here: typst is not among what the package cannot do without."""
    return importlib.util.find_spec("typst") is not None


def compile_pdf(template: str, values: Mapping[str, Any], day: dt.date) -> bytes:
    """Return the PDF that ``templates/papir/<template>.typ`` makes of ``values``.

    ``values`` is what JSON can hold. It reaches the template as ``json(bytes(sys.inputs.values))``: every text in it
    is a string there and never read as typst, in characters the font has (``make_printable``), so that no text can
    keep a PDF from being made. A picture goes along as the text of an SVG, for ``image(bytes(…))``.
    The template sees no file but the templates beside it, and no font but the package's. ``day`` is the document's
    date, so the same input gives the same bytes. Raises ``PaperError`` where typst is not installed.
    """
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
    inputs = {"values": json.dumps(make_all_printable(values), ensure_ascii=False), "day": day.isoformat()}
    made = _compiler().compile(
        input=_TEMPLATES / f"{template}.typ", format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=noon
    )
    if not isinstance(made, bytes):
        raise TypeError(template)
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Return the one compiler: it keeps the fonts and the templates it has read."""
    try:
        import typst  # noqa: PLC0415 - what is not asked to print does without it
    except ImportError:
        raise PaperError(MISSING) from None
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts)
