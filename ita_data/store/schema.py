"""The tables. Natural keys only, so that rows move between databases as they are.

Versions, reports, contents and files are only ever added to; triggers made by the migrations
refuse anything else (docs/adr/0005). Times are ISO text in UTC, which sorts as time does.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

# Bytes, once per hash: versions' JSON, original files, files of evidence.
contents = Table(
    "contents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
reports = Table(
    "reports",
    metadata,
    Column("agency_key", Text, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True, autoincrement=False),
)
versions = Table(
    "versions",
    metadata,
    Column("agency_key", Text, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("agency", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("province", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("based_on", Integer),
    Column("source_name", Text),
    Column("source_sha256", String(64), ForeignKey("contents.sha256")),
    Column("payload_format", Integer, nullable=False),
    Column("payload_sha256", String(64), ForeignKey("contents.sha256"), nullable=False),
    Column("findings_sha256", String(64), ForeignKey("contents.sha256"), nullable=False),
    ForeignKeyConstraint(
        ["agency_key", "fiscal_year"], ["reports.agency_key", "reports.fiscal_year"]
    ),
)
files = Table(
    "files",
    metadata,
    Column("sha256", String(64), ForeignKey("contents.sha256"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("kept_at", String(32), nullable=False),
)
column_choices = Table(
    "column_choices",
    metadata,
    Column("signature", Text, primary_key=True),
    Column("mapping", LargeBinary, nullable=False),
    Column("saved_at", String(32), nullable=False),
)
drafts = Table(
    "drafts",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("author", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("owner", Text, nullable=False, server_default=""),
    Column("about", LargeBinary),
    # The last: SQLite reads what stands before it without reading it.
    Column("payload", LargeBinary, nullable=False),
)
remembered = Table(
    "remembered",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
links = Table(
    "links",
    metadata,
    Column("agency_key", Text, primary_key=True),
    Column("fiscal_year", Integer, primary_key=True, autoincrement=False),
    Column("address_sha256", String(64), primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("checked_at", String(32), nullable=False),
)

IMMUTABLE = (contents, reports, versions, files)
ALL = (contents, reports, versions, files, column_choices, drafts, remembered, links)
