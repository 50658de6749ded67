"""What a file may at most hold. Generous beside real standards, small beside what a computer can be hurt with."""

MAX_BYTES = 512 * 1024
"""A full standard of 20 pages is about 60 kB; half a megabyte leaves room and bounds every later step."""

MAX_DEPTH = 24
"""The deepest place the catalogue knows is about 8 levels down; nesting far beyond that is a mistake or an attack."""

MAX_NODES = 20_000
"""A 280-line standard has some 700 values; this is thirty times as many."""

MAX_DOCUMENTS = 1
"""One file is one standard: a second document behind ``---`` would silently be lost."""

MAX_SYNTAX_FINDINGS = 50
"""So that a file of invisible characters does not drown everything else that is to be said."""
