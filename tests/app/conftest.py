"""The pages over a data folder of their own; what they keep between reruns is dropped around it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from ita_data.settings import Settings
from ita_data.store import Store
from tests.app import visitor
from tests.app.agency import AS_OF, tracked


@pytest.fixture(scope="session", autouse=True)
def _started_once() -> Iterator[None]:
    """What a process does once is not done for each test: Streamlit's look at every installed
    package for components."""
    with pytest.MonkeyPatch.context() as kept:
        kept.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("ITA_DATA_DIR", str(tmp_path))
    st.cache_resource.clear()
    yield Settings(data_dir=str(tmp_path))
    st.cache_resource.clear()


@pytest.fixture
def empty(own_data: Settings) -> Iterator[Store]:
    """A store with nothing in it."""
    with Store.open(own_data) as opened:
        yield opened


@pytest.fixture
def reported(empty: Store) -> Store:
    """A store with the invented agency's report, uploaded."""
    empty.save(tracked(), author="สมหญิง", reason="นำเข้า", kind="upload")
    return empty


@pytest.fixture
def on_30_june(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day that the agency's results are looked at on."""
    visitor.on_day(monkeypatch, AS_OF)


@pytest.fixture
def store(empty: Store) -> Store:
    """What the pages show; a module of tests may put a report in it first."""
    return empty
