"""What is made to be printed: PDF by typst."""

from kvalitet.paper.typesetting import MISSING, PaperError, available, compile_pdf

__all__ = ["MISSING", "PaperError", "available", "compile_pdf"]
