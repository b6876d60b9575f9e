"""What every test may use. Tests of the real document skip, visibly, where it is absent."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# PyThaiNLP's own code is asked in tests alone: no folder for more words in the user's home.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
# Time is measured in tests/benchmarks, where the machine is known: here it proves nothing.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
PROJECT = Path(__file__).parent.parent
SEED = PROJECT.parent / "shared" / "seed"


@pytest.fixture(scope="session")
def seed_bytes() -> bytes:
    """The one real document, as bytes."""
    return _seed("report-2568.txt").read_bytes()


@pytest.fixture(scope="session")
def seed_gold() -> dict[str, Any]:
    """Its exact reading."""
    gold: dict[str, Any] = json.loads(_seed("report-2568.gold.json").read_text(encoding="utf-8"))
    return gold


def _seed(name: str) -> Path:
    path = SEED / name
    if not path.exists():
        pytest.skip(f"the shared folder is not beside the project: no {name}")
    return path


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes name no test: a zip holds the time, and all workers must collect the same names."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None
