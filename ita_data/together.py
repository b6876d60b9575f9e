"""Several files at once: which of them are pages of one report, and the file made of those."""

import io
import zipfile
from collections.abc import Callable, Sequence

from ita_data.extract.agencies import same_agency
from ita_data.loaded import Loaded
from ita_data.readers import PAGES_MARK

File = tuple[str, bytes]
Load = Callable[[str, bytes], Loaded]
# Agency and fiscal year ("" and None: not said), and the first file that has them.
Group = tuple[str, int | None, int]


def in_reports(read: Sequence[tuple[File, Loaded]], load: Load) -> list[tuple[File, Loaded]]:
    """Each report of the files with the one file that holds it; in the files' order.

    Files of the same agency and fiscal year whose measures have different numbers are pages
    of one report: they become one file (`pages_file`), read again with `load`. Others stay
    by themselves, two versions of one report too. Raises what `load` raises.
    """
    found = []
    for group in pages_of([loaded for _, loaded in read]):
        if len(group) == 1:
            found.append(read[group[0]])
        else:
            pages = [read[at][0] for at in group]
            name = f"{pages[0][0]} และอีก {len(pages) - 1} ไฟล์.zip"
            whole = (name, pages_file(pages))
            found.append((whole, load(*whole)))
    return found


def pages_of(readings: Sequence[Loaded]) -> list[list[int]]:
    """Which readings are one report, by their index, pages in the order of their measures.

    A reading without agency and year belongs to the only report there is, where its table
    has the same header and its numbers go on; to none of several: that would be a guess.
    """
    groups: dict[Group, list[int]] = {}
    for at, loaded in enumerate(readings):
        key = _key(loaded)
        same = [k for k in groups if k[:2] == key]
        fits = (k for k in same if all(_goes_with(loaded, readings[i]) for i in groups[k]))
        groups.setdefault(next(fits, (*key, at)) if key[0] else ("", None, at), []).append(at)
    _adopt(groups, readings)
    return sorted(
        (sorted(group, key=lambda at: _first_number(readings[at])) for group in groups.values()),
        key=min,
    )


def _adopt(groups: dict[Group, list[int]], readings: Sequence[Loaded]) -> None:
    """Pages without a title join the only report that has one."""
    named = [key for key in groups if key[0]]
    if len(named) != 1:
        return
    [home] = named
    for key in [key for key in groups if not key[0]]:
        [at] = groups[key]
        others = [readings[i] for i in groups[home]]
        if all(_same_header(readings[at], o) and _goes_with(readings[at], o) for o in others):
            groups[home] += groups.pop(key)


def _key(loaded: Loaded) -> tuple[str, int | None]:
    report = loaded.report
    known = report.agency and report.fiscal_year
    return (same_agency(report.agency), report.fiscal_year) if known else ("", None)


def _goes_with(one: Loaded, other: Loaded) -> bool:
    """Whether two files share no measure: each has numbers, and they differ."""
    numbers = [[m.number for m in loaded.report.measures] for loaded in (one, other)]
    if not all(each and None not in each for each in numbers):
        return False
    return not set(numbers[0]) & set(numbers[1]) and not (one.tracked or other.tracked)


def _same_header(one: Loaded, other: Loaded) -> bool:
    return bool({t.signature for t in one.tables} & {t.signature for t in other.tables})


def _first_number(loaded: Loaded) -> int:
    return min((m.number or 0 for m in loaded.report.measures), default=0)


def pages_file(pages: Sequence[File]) -> bytes:
    """One file of several pages, as `ita_data.load` reads it; the pages are in it untouched."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(PAGES_MARK), b"")
        for at, (name, data) in enumerate(pages, start=1):
            archive.writestr(zipfile.ZipInfo(f"{at:03d} {_plain(name)}"), data)
    return out.getvalue()


def _plain(name: str) -> str:
    """The file's own name, without folders and what no archive should hold."""
    leaf = name.replace("\\", "/").rpartition("/")[2]
    return "".join("_" if letter in ':*?"<>|' else letter for letter in leaf)[-100:]
