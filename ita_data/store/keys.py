"""What makes two texts the same report, and bytes the same content."""

import hashlib
import unicodedata
from datetime import UTC, datetime

from ita_data.dates import FISCAL_YEARS
from ita_data.model import Report
from ita_data.store.failures import StoreError


def agency_key(agency: str) -> str:
    """The name without white space and invisible marks: how reports are told apart.

    NFKC also makes ํ+า and ำ one. Nothing else is folded: two spellings are two agencies.
    """
    folded = unicodedata.normalize("NFKC", agency)
    return "".join(c for c in folded if not c.isspace() and unicodedata.category(c) not in "CfCc")


def same_agency(one: str, other: str) -> bool:
    """Whether two names are one agency's for the store."""
    return agency_key(one) == agency_key(other)


def report_key(report: Report) -> tuple[str, int]:
    """Agency key and fiscal year. Raises StoreError where the report does not say them, or
    says a year that no report is of."""
    agency = agency_key(report.agency)
    if not agency:
        raise StoreError("no-agency")
    if report.fiscal_year is None:
        raise StoreError("no-year")
    if report.fiscal_year not in FISCAL_YEARS:
        raise StoreError("bad-year")
    return agency, report.fiscal_year


def sha256(content: bytes) -> str:
    """The name of a content."""
    return hashlib.sha256(content).hexdigest()


def storable(text: str) -> str:
    """The text as both databases keep it: no NUL, no half characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def utc_now() -> datetime:
    """The store's clock unless another is given."""
    return datetime.now(UTC)


def time_text(time: datetime) -> str:
    """ISO in UTC with microseconds: sorts as time does, the same on both databases."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")
