"""What several pages share. A folder, not a file: Streamlit takes each file in pages/ for a page.

A page begins with `open_page("its name")`, asks `current()` what is open, and draws
`header(opened, title)`. Text of a file goes through `escape` (HTML) or `plain` (labels).
"""

from pages.widgets import filters
from pages.widgets.address import choose, chosen, link, linker
from pages.widgets.checked import (
    is_being_checked,
    looks,
    looks_name,
    readiness,
    readiness_before,
)
from pages.widgets.downloads import Offered, download, downloads, print_button
from pages.widgets.guide import only_a_sample, sample_banner
from pages.widgets.header import header, version_words
from pages.widgets.offered import report_key, reports
from pages.widgets.opened import (
    Content,
    Opened,
    Which,
    content_of,
    current,
    get_ready,
    progress_on,
    tables_of_version,
    version_content,
    versions_of,
    view_before,
    view_on,
)
from pages.widgets.resources import (
    drawn,
    error_id,
    failure_words,
    guard,
    reading_service,
    settings,
    store,
    today,
)
from pages.widgets.screens import screen
from pages.widgets.shell import TITLES, open_page, run
from pages.widgets.text import escape, inline, measure_words, plain

__all__ = [
    "TITLES", "Content", "Offered", "Opened", "Which", "choose", "chosen", "content_of",
    "current", "download", "downloads", "drawn", "error_id", "escape", "failure_words", "filters",
    "get_ready", "guard", "header", "inline", "is_being_checked", "link", "linker", "looks",
    "looks_name", "measure_words", "only_a_sample", "open_page", "plain", "print_button",
    "progress_on", "readiness", "readiness_before", "reading_service", "report_key", "reports",
    "run", "sample_banner", "screen", "settings", "store", "tables_of_version", "today",
    "version_content", "version_words", "versions_of", "view_before", "view_on",
]  # fmt: skip
