"""Whose browser a page is opened in: the tests' pages have no cookies of their own."""

from streamlit.testing.v1 import AppTest

from pages.widgets.browser import COOKIE

ONE, OTHER = "browser-of-one-person", "browser-of-another-person"


def in_browser(page: AppTest, browser: str = ONE) -> AppTest:
    """The page as that browser opens it."""
    page.session_state[COOKIE] = browser
    return page
