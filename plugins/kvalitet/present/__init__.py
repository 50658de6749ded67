"""Standards, rights and coverage to pages: Markdown with one block of HTML, for any site generator."""

from kvalitet.present.page import Page
from kvalitet.present.site import SiteOptions, make_pages

__all__ = ["Page", "SiteOptions", "make_pages"]
