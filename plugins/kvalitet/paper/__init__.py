"""What is made to be printed: PDF by typst."""

from kvalitet.paper.typesetting import PaperError, compile_pdf

__all__ = ["PaperError", "compile_pdf"]
