"""The papers a council gets: the gap report for its agenda, and the standard itself to adopt."""

from kvalitet.council.adopted import make_adoption_paper
from kvalitet.council.agenda import make_agenda_paper
from kvalitet.council.bookmarks import name_bookmarks

__all__ = ["make_adoption_paper", "make_agenda_paper", "name_bookmarks"]
