"""The report as a page for a browser, or as a folder of pages: what differs first, who says what, when, and the articles.

A page reads without scripts and loads nothing; its links lead to its own places, to the other pages of its folder, and to
the articles' own addresses.
"""

from auditor.reports import Foldered
from auditor.reports.html.pages import as_folder, as_page

render = Foldered(as_page, as_folder)
"""The format ``html``."""
