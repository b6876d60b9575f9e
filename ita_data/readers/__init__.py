"""Bytes of an officer's file → Workbook of Grids. The content decides the format."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ita_data.errors import UnreadableFile
from ita_data.grid import Grid, Workbook
from ita_data.readers import excel, guard, html, text, word, xml2003
from ita_data.readers.archive import Archive
from ita_data.readers.refusals import refusal
from ita_data.readers.sniff import PAGES_MARK
from ita_data.settings import Limits

__all__ = ["PAGES_MARK", "parts_of_workbook", "read", "refusal"]

# Formats of one piece, without parts inside.
_PLAIN = {
    "text": text.read,
    "html": html.read,
    "mhtml": html.read_archive,
    "xml2003": xml2003.read,
}


def read(name: str, data: bytes, limits: Limits) -> Workbook:
    """The file as grids in reading order; `name` is only kept for messages.

    Raises UnreadableFile, and nothing else, for whatever cannot be read: empty, too large,
    protected, damaged, foreign or hostile files. A workbook that passes may still abort
    the process (see worker.py): call it there on a file from outside.
    """
    with _refusing():
        kind, grids, files = _read(data, limits)
    if not any(grid.rows for grid in grids):
        raise refusal("empty")
    return Workbook(name=name, format=kind, grids=grids, files=files)


def parts_of_workbook(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The parts of an xlsx or xlsm that is let in, by their names, each checked.

    Raises UnreadableFile as `read` does, and for other formats ("not-a-workbook").
    """
    with _refusing():
        admitted = guard.admit(data, limits)
        if admitted.kind != "xlsx" or admitted.archive is None:
            raise refusal("not-a-workbook")
        return {name: admitted.archive.part(name) for name in admitted.archive.names}


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever a library says of bad data becomes UnreadableFile."""
    try:
        yield
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise refusal("too-big") from error
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        # The libraries' errors have no common ancestor, and calamine's panics are not even
        # Exceptions; for bad data they all mean the same.
        raise refusal("damaged") from error


def _read(data: bytes, limits: Limits) -> tuple[str, tuple[Grid, ...], int]:
    """Format, grids, and how many files they come from."""
    admitted = guard.admit(data, limits)
    if admitted.kind == "pages" and admitted.archive:
        return "pages", _pages(admitted.archive, limits), len(admitted.archive.names) - 1
    return admitted.kind, _grids(admitted, data, limits), 1


def _grids(admitted: guard.Admitted, data: bytes, limits: Limits) -> tuple[Grid, ...]:
    if admitted.kind == "docx" and admitted.archive:
        return word.read(admitted.archive, limits)
    if admitted.kind in ("xlsx", "xls", "ods"):
        return excel.read(admitted.kind, data, admitted.archive, limits)
    return _PLAIN[admitted.kind](data, limits)


def _pages(archive: Archive, limits: Limits) -> tuple[Grid, ...]:
    """The grids of all pages; each sheet is called by its file too, so that it is found."""
    grids: list[Grid] = []
    for name in archive.names:
        if name != PAGES_MARK:
            kind, page, _ = _read(archive.part(name), limits)
            if kind == "pages":
                raise refusal("foreign", what="ไฟล์บีบอัด")
            grids += (replace(grid, sheet=f"{name[4:]} {grid.sheet}") for grid in page)
    return tuple(grids)
