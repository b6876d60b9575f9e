"""What every version of a report changed, in sentences, for the Excel summary."""

from collections.abc import Sequence
from datetime import tzinfo
from itertools import pairwise

from ita_data.changes import changes
from ita_data.export.excel.log_sheet import LoggedVersion
from ita_data.model import Decision, TrackedReport
from ita_data.store import Store, Version, VersionInfo

# A summary is opened again and again: versions older than these are in ประวัติ.
MOST_VERSIONS = 50


def log_of(store: Store, info: VersionInfo, zone: tzinfo) -> tuple[LoggedVersion, ...]:
    """Of a stored version and those before it, on the clock of `zone`."""
    numbers = range(max(1, info.number - MOST_VERSIONS + 1), info.number + 1)
    versions = [store.version(info.agency, info.fiscal_year, number) for number in numbers]
    return change_log(versions, zone)


def change_log(versions: Sequence[Version], zone: tzinfo) -> tuple[LoggedVersion, ...]:
    """The versions of one report, in order, each beside the one before it.

    The first of `versions` is told by its size alone, whether or not it has the number 1.
    """
    if not versions:
        return ()
    first, *_ = versions
    begin = "รุ่นแรก" if first.info.number == 1 else "รุ่นเก่าที่สุดที่แสดงในแผ่นนี้"
    told = [_logged(first, (f"{begin} มี {size_words(first.tracked)}",), zone)]
    for before, after in pairwise(versions):
        found = changes(before.tracked, after.tracked)
        told.append(_logged(after, tuple(change.sentence for change in found), zone))
    return tuple(told)


def size_words(tracked: TrackedReport) -> str:
    """ "7 มาตรการ 24 ตัวชี้วัด": of the indicators those in use."""
    used = sum(one.decision is not Decision.DROPPED for one in tracked.indicators)
    return f"{len(tracked.report.measures)} มาตรการ {used} ตัวชี้วัด"


def _logged(version: Version, sentences: tuple[str, ...], zone: tzinfo) -> LoggedVersion:
    info = version.info
    return LoggedVersion(
        number=info.number,
        at=info.created_at.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0),
        author=info.author,
        reason=info.reason,
        changes=sentences,
    )
