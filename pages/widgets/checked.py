"""What the rules say of the open report, asked once a version for everybody."""

from typing import TYPE_CHECKING

import streamlit as st

from ita_data.findings import Finding
from ita_data.model import TrackedReport
from pages.widgets.opened import Opened, Which
from pages.widgets.resources import settings, store

if TYPE_CHECKING:
    from ita_data.readiness import Readiness


def readiness(opened: Opened) -> "Readiness":
    """The findings of the version that is open."""
    return _readiness(opened.which, opened.tracked, opened.findings)


def readiness_before(opened: Opened) -> "Readiness | None":
    """The findings of the version before it; None for a first version and the sample."""
    return _before(opened.which) if opened.number > 1 else None


@st.cache_resource(show_spinner=False, max_entries=200)
def _readiness(
    which: Which,  # noqa: ARG001 - what the cache goes by
    _tracked: TrackedReport,
    _findings: tuple[Finding, ...],
) -> "Readiness":
    from ita_data.readiness import readiness_of

    return readiness_of(_tracked, _findings, settings())


@st.cache_resource(show_spinner=False, max_entries=50)
def _before(which: Which) -> "Readiness":
    from ita_data.readiness import readiness_of

    version = store().version(which.agency, which.fiscal_year, which.number - 1)
    return readiness_of(version.tracked, version.findings, settings())
