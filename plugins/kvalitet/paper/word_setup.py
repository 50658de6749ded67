"""A blank Word document with our language, styles, page and title."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from kvalitet.paper.document import Document

_LANGUAGE = "da-DK"
_FONT = "Calibri"
_SEA = RGBColor(0x0B, 0x4A, 0x5C)
_QUIET = RGBColor(0x44, 0x54, 0x5C)
_WARN, _WARN_SOFT = "7A3D00", "FDF0DC"
_DEAD_WEIGHT = ("/thumbnail", "/stylesWithEffects")  # a picture of another document, and styles for Word 2010
_TABLE_STYLES = frozenset({"Normal Table", "Table Grid"})
_SIZES = {"Title": 24, "Subtitle": 12, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11}


def open_blank(document: Document) -> WordDocument:
    """Return a new Word document that says what ``document`` is, with its title at the top and no block yet."""
    word = docx.Document()
    _set_language(word)
    _set_styles(word)
    _set_page(word, document)
    _set_properties(word, document)
    word.add_paragraph(document.title, style="Title")
    if document.subtitle:
        word.add_paragraph(document.subtitle, style="Subtitle")
    return word


def _set_language(word: WordDocument) -> None:
    """The language a screen reader speaks, and Word's own signs for Danish numbers."""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    settings = word.settings.element
    for name, value in (("w:themeFontLang", _LANGUAGE), ("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        for one in settings.iter(qn(name)):
            one.set(qn("w:val"), value)
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), "15")  # else Word opens it as a file of an older Word


def _set_styles(word: WordDocument) -> None:
    for style in list(word.styles):  # some hundred kilobytes that every lookup goes through
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in _TABLE_STYLES:
            style.delete()
    normal = word.styles["Normal"]
    _set_font(normal.element, 11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    for name, size in _SIZES.items():
        style = word.styles[name]
        _set_font(style.element, size)
        style.font.color.rgb = _QUIET if name == "Subtitle" else _SEA
        style.font.italic = False
    for border in list(word.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    _add_style(word, "Optakt", 11, bold=True).paragraph_format.keep_with_next = True
    _add_style(word, "Note", 9.5).font.color.rgb = _QUIET
    _frame(_add_style(word, "Vigtigt", 11, bold=True), ("top", "left", "bottom", "right"))
    _frame(_add_style(word, "Udfyldes", 11, bold=True), ("left",), _WARN_SOFT)
    for name, size, space in (("Celle", 10.5, 2), ("Luft", 4, 0)):
        _add_style(word, name, size).paragraph_format.space_after = Pt(space)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(18)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    link.font.color.rgb = _SEA


def _set_font(element: BaseOxmlElement, size: float) -> None:
    """Name the font outright: the template's themes would win over it."""
    properties = element.get_or_add_rPr()  # type: ignore[attr-defined]  # a style's element
    for old in list(properties.iterchildren(qn("w:rFonts"))):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), _FONT)
    properties.insert(0, fonts)
    for name in ("w:sz", "w:szCs"):
        for old in list(properties.iterchildren(qn(name))):
            old.set(qn("w:val"), str(int(size * 2)))
    if properties.find(qn("w:sz")) is None:
        properties.sz_val = Pt(size)


def _add_style(word: WordDocument, name: str, size: float, *, bold: bool = False) -> ParagraphStyle:
    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(size)
    style.font.bold = bold or None
    return style


def _frame(style: ParagraphStyle, sides: tuple[str, ...], fill: str = "") -> None:
    """Give a paragraph style a border on ``sides``, and a ground."""
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "24" if len(sides) == 1 else "12"), ("space", "4")):
            border.set(qn(f"w:{name}"), value)
        border.set(qn("w:color"), _WARN)
        borders.append(border)
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill or "auto")):
        ground.set(qn(f"w:{name}"), value)
    properties.insert(0, ground)
    properties.insert(0, borders)


def _set_page(word: WordDocument, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    foot = section.footer.paragraphs[0]
    foot.style = word.styles["Note"]
    foot.add_run(f"{document.title} · side ")
    _add_field(foot, "PAGE")
    foot.add_run(" af ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add one of Word's own fields; texts are never read as fields, they stand in runs of their own."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    paragraph._p.replace(run._r, field)  # noqa: SLF001 - python-docx has no words for fields
    field.append(run._r)  # noqa: SLF001 - as above


def _set_properties(word: WordDocument, document: Document) -> None:
    noon = dt.datetime.combine(document.day, dt.time(12))
    about = word.core_properties
    about.title, about.subject, about.language = document.title, document.subtitle, _LANGUAGE
    about.author = about.last_modified_by = document.author
    about.comments = about.keywords = ""
    about.created = about.modified = noon
    about.revision = 1
    for rels in (word.part.package.rels, word.part.rels):
        for key in [key for key, one in rels.items() if one.reltype.endswith(_DEAD_WEIGHT)]:
            del rels[key]
