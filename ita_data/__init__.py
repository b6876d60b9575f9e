"""Reads an agency's ITA report as it is, and tracks what it promises.

    from ita_data import load
    loaded = load("report.xlsx", data)   # .report, .findings; raises UnreadableFile

Names are looked up on first use, so that `import ita_data` alone costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_data.errors import UnreadableFile
    from ita_data.loaded import Choices, Loaded
    from ita_data.reading import load
    from ita_data.settings import Settings

__all__ = ["Choices", "Loaded", "Settings", "UnreadableFile", "load"]

_HOMES = {
    "Choices": "ita_data.loaded",
    "Loaded": "ita_data.loaded",
    "Settings": "ita_data.settings",
    "UnreadableFile": "ita_data.errors",
    "load": "ita_data.reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
