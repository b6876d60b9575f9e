"""A version as a row of its table, and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from ita_data.model import Report
from ita_data.store.keys import report_key, storable
from ita_data.store.records import ReportInfo, VersionInfo
from ita_data.store.schema import versions

# Raised when the JSON of a TrackedReport can no longer be read as it is.
PAYLOAD_FORMAT = 1
NAMES = tuple(column.name for column in versions.columns)


def row_of(report: Report, number: int, said: Mapping[str, str | None]) -> dict[str, Any]:
    """The row of a report's next version, with what was said of it (texts, hashes, time)."""
    agency, fiscal_year = report_key(report)
    place = {"agency": report.agency, "district": report.district, "province": report.province}
    texts = {name: text if text is None else storable(text) for name, text in said.items()}
    return {
        "agency_key": agency,
        "fiscal_year": fiscal_year,
        "number": number,
        **{name: storable(text) for name, text in place.items()},
        **texts,
        "payload_format": PAYLOAD_FORMAT,
    }


def info_of_row(row: Row[Any]) -> VersionInfo:
    """Who, when and why, from a row of the table."""
    # Row._mapping looks each name up anew, thirteen times a version.
    return info_of(dict(zip(NAMES, row, strict=True)))


def info_of(row: Mapping[str, Any]) -> VersionInfo:
    """The same from a row as it is written."""
    return VersionInfo(
        agency=row["agency"],
        fiscal_year=row["fiscal_year"],
        district=row["district"],
        province=row["province"],
        number=row["number"],
        kind=row["kind"],
        author=row["author"],
        reason=row["reason"],
        created_at=datetime.fromisoformat(row["created_at"]),
        based_on=row["based_on"],
        source_name=row["source_name"],
        source_sha256=row["source_sha256"],
        payload_sha256=row["payload_sha256"],
    )


def report_info_of(info: VersionInfo) -> ReportInfo:
    """A report in the list, from its newest version."""
    return ReportInfo(
        agency=info.agency,
        fiscal_year=info.fiscal_year,
        district=info.district,
        province=info.province,
        latest=info.number,
        created_at=info.created_at,
        author=info.author,
        payload_sha256=info.payload_sha256,
    )
