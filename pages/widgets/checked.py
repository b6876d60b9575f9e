"""What the rules say of the open report, asked once a version for everybody."""

from typing import TYPE_CHECKING

import streamlit as st

from ita_data.evidence import linked_of
from ita_data.findings import Finding
from ita_data.model import TrackedReport
from pages.widgets.opened import Opened, Which
from pages.widgets.resources import settings, store

if TYPE_CHECKING:
    from ita_data.model import LinkCheck
    from ita_data.readiness import Readiness


def looks(opened: Opened) -> "dict[str, LinkCheck]":
    """What was last seen at the open report's evidence links, by address."""
    if opened.is_sample or not linked_of(opened.tracked):
        return {}
    seen = store().links(opened.which.agency, opened.which.fiscal_year)
    return {look.address: look for look in seen}


def readiness(opened: Opened) -> "Readiness":
    """The findings of the version that is open, with what was seen at its links."""
    seen = tuple(looks(opened).values())
    return _readiness(opened.which, hash(seen), opened.tracked, opened.findings, seen)


def readiness_before(opened: Opened) -> "Readiness | None":
    """The findings of the version before it, at the same links; None for a first version and
    the sample."""
    if opened.number <= 1:
        return None
    seen = tuple(looks(opened).values())
    return _before(opened.which, hash(seen), seen)


@st.cache_resource(show_spinner=False, max_entries=200)
def _readiness(
    which: Which,  # noqa: ARG001 - what the cache goes by
    seen: int,  # noqa: ARG001 - and this
    _tracked: TrackedReport,
    _findings: tuple[Finding, ...],
    _looks: "tuple[LinkCheck, ...]",
) -> "Readiness":
    from ita_data.readiness import readiness_of

    return readiness_of(_tracked, _findings, settings(), _looks)


@st.cache_resource(show_spinner=False, max_entries=50)
def _before(
    which: Which,
    seen: int,  # noqa: ARG001 - what the cache goes by
    _looks: "tuple[LinkCheck, ...]",
) -> "Readiness":
    from ita_data.readiness import readiness_of

    version = store().version(which.agency, which.fiscal_year, which.number - 1)
    return readiness_of(version.tracked, version.findings, settings(), _looks)
