"""What a document may at most be. Generous beside real standards, small beside what a computer can be hurt with."""

MEGABYTE = 1024 * 1024

MAX_BYTES = 25 * MEGABYTE
"""A standard of 20 pages with a photograph on each is about 10 MB."""

MAX_UNPACKED = 80 * MEGABYTE
"""What the parts of a Word file may fill together; a file made to explode fills thousands of megabytes."""

MAX_PARTS = 2000
"""The parts of a Word file: pictures, styles, the text."""

MAX_XML = 20 * MEGABYTE
"""One part of a Word file with text in it; 20 pages fill about half a megabyte."""

MAX_PAGES = 200
"""The longest standard we know has 52 pages, and that was a catalogue of many."""

MAX_PAGE_STREAM = 8 * MEGABYTE
"""The drawing of one page of a PDF; a page of text fills some 20 kB. Beyond this it is a drawing, not a text."""

MAX_CHARACTERS = 300_000
"""Some 120 pages of text. The draft must be no larger than what ``kvalitet check`` reads."""

MAX_BLOCKS = 20_000
"""Paragraphs, items and rows together."""

MAX_SECONDS = 90
"""A document of 20 pages takes two or three seconds."""

MAX_MEMORY = 1536 * MEGABYTE
"""What the process that reads may use, where the system can hold it to that."""
