"""What several pages share. A folder, not a file: Streamlit takes each file in pages/ for a page.

A page begins with `open_page("its name")`, asks `current()` what is open, and draws
`header(opened, title)`. Text of a file goes through `escape` (HTML) or `plain` (labels).
"""

from pages.widgets import filters
from pages.widgets.header import header, sample_banner, time_words, version_words
from pages.widgets.opened import Opened, choose, chosen, current, link, report_key, reports
from pages.widgets.resources import (
    BANGKOK,
    drawn,
    error_id,
    failure_words,
    guard,
    reading_service,
    settings,
    store,
    today,
)
from pages.widgets.shell import TITLES, open_page, run
from pages.widgets.text import escape, measure_words, plain

__all__ = [
    "BANGKOK", "TITLES", "Opened", "choose", "chosen", "current", "drawn", "error_id", "escape",
    "failure_words", "filters", "guard", "header", "link", "measure_words", "open_page", "plain",
    "reading_service", "report_key", "reports", "run", "sample_banner", "settings", "store",
    "time_words", "today", "version_words",
]  # fmt: skip
