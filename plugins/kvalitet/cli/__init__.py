"""The command ``kvalitet``."""

from kvalitet.cli.main import main

__all__ = ["main"]
