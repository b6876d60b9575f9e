"""The parts of นำเข้า: choose a file, look at what was understood, store it. A folder, not
files beside the pages: Streamlit takes each file in pages/ for a page."""

from pages.importing.choosing import choosing
from pages.importing.desk import DRAFTS
from pages.importing.reviewing import reviewing

__all__ = ["show"]


def show() -> None:
    """The review that is open here; without one, the way to begin."""
    key = DRAFTS.current()
    if key is None:
        choosing()
    else:
        reviewing(key)
