"""``python -m kvalitet``: the same as the command."""

from kvalitet.cli import main

main()
