"""Versions, drafts and evidence in SQLite or PostgreSQL. Nothing stored is ever changed."""

from ita_data.store.failures import Conflict, StoreError
from ita_data.store.keys import same_agency
from ita_data.store.records import (
    Draft,
    DraftInfo,
    KeptFile,
    Kind,
    ReportInfo,
    Version,
    VersionInfo,
)
from ita_data.store.store import Store, recover
from ita_data.store.watching import Mark

__all__ = [
    "Conflict",
    "Draft",
    "DraftInfo",
    "KeptFile",
    "Kind",
    "Mark",
    "ReportInfo",
    "Store",
    "StoreError",
    "Version",
    "VersionInfo",
    "recover",
    "same_agency",
]
