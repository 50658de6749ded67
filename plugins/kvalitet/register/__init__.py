"""The register of Denmark's municipalities: what may be said of one before it has a standard here."""

from kvalitet.register.load import load_register
from kvalitet.register.model import Municipality, Register, Website

__all__ = ["Municipality", "Register", "Website", "load_register"]
