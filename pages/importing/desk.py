"""A review on the officer's desk: every change is kept in the store before the page goes on."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ita_data.review import Review
from pages import widgets
from pages.widgets.about import About
from pages.widgets.drafts import Drafts
from pages.widgets.person import person


def _about(review: Review) -> About:
    """`size`: measures; `undecided`: proposals."""
    report = review.report
    return About(
        agency=report.agency,
        fiscal_year=report.fiscal_year,
        file=review.loaded.name,
        size=len(report.measures),
        undecided=len(review.waiting),
    )


DRAFTS = Drafts("import", Review, _about)
# The file's own bytes, apart from the review: they are large and never change.
FILES = "import-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The draft that is open, as it was last kept."""

    key: str
    review: Review

    def name(self, *parts: object) -> str:
        """The name of a field; another one after changes that come from elsewhere, so that
        the field shows what is true now."""
        return DRAFTS.name(self.key, *parts)

    def saving(self, function: Callable[..., Review], *subject: Any) -> Callable[[Any], None]:
        """Keeps what a field holds: `function(review, *subject, value)`."""
        return lambda value: DRAFTS.change(self.key, lambda r: function(r, *subject, value))

    def change(self, function: Callable[..., Review], *subject: Any, **more: Any) -> None:
        """A change that many fields show: kept, and the fields are made anew."""
        DRAFTS.change(self.key, lambda r: function(r, *subject, **more))
        DRAFTS.fields_anew()

    def sign(self, name: str) -> None:
        """Who does this work."""
        DRAFTS.sign(self.review, name)


def begin(review: Review, data: bytes) -> str:
    """A new draft of a file that was read. The file goes in first: no draft is without one."""
    key = secrets.token_urlsafe(9)
    widgets.store().save_draft(FILES, key, data)
    return DRAFTS.begin(replace(review, author=review.author or person().author), key)


def file_of(key: str) -> bytes:
    """The file of a draft."""
    draft = widgets.store().draft(FILES, key)
    if draft is None:
        raise LookupError(f"draft {key} has no file")
    return draft.payload


def drop(key: str) -> None:
    """Forgets a draft and its file."""
    DRAFTS.drop(key)
    widgets.store().drop_draft(FILES, key)
