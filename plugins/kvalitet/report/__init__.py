"""How findings are written: for people, for programs, for the places code is reviewed. Nothing is decided here."""

from kvalitet.report.machine import write_github, write_json, write_sarif
from kvalitet.report.text import write_text

__all__ = ["write_github", "write_json", "write_sarif", "write_text"]
