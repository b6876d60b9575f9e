"""From bytes to a report: the library's front door."""

from collections.abc import Callable

from ita_data.errors import UnreadableFile
from ita_data.extract import extract
from ita_data.loaded import Choices, Loaded
from ita_data.readers import read, refusal
from ita_data.settings import Settings

__all__ = ["Loaded", "UnreadableFile", "load"]

DEFAULT_SETTINGS = Settings()
NO_CHOICES = Choices()


def load(
    name: str,
    data: bytes,
    *,
    settings: Settings = DEFAULT_SETTINGS,
    choices: Choices = NO_CHOICES,
    on_rows: Callable[[int], None] | None = None,
) -> Loaded:
    """The report in a file, as far as it can be read, with what was observed.

    `name` is only a hint for messages; the content decides the format. `on_rows` is told how
    many rows the file has, before they are understood. Reads in this very
    process: for files from outside use worker.read_safely, which cannot be taken down.
    Raises UnreadableFile, with one Thai sentence, where the file cannot be read at all.
    """
    workbook = read(name, data, settings.limits)
    rows = sum(len(grid.rows) for grid in workbook.grids)
    if rows > settings.limits.report_rows:
        raise refusal("too-many-rows", limit=f"{settings.limits.report_rows:,}")
    if on_rows:
        on_rows(rows)
    return extract(workbook, settings=settings, choices=choices)
