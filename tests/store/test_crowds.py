"""Many processes at once: nothing is lost, conflicts are told."""

import pytest

from ita_data.settings import Settings
from ita_data.store import Conflict, Store
from tests.store.killing import FORK
from tests.store.made import AGENCY, YEAR, tracked


def _add_words(settings: Settings, year: int, words: list[str]) -> int:
    """Add each word to the report as an editor does; the number of conflicts that were told."""
    conflicts = 0
    with Store.open(settings) as store:
        for word in words:
            base = store.latest(AGENCY, year)
            while True:
                text_before = base.tracked.report.measures[0].steps if base else ""
                expected = base.info.number if base else 0
                edited = tracked(f"{text_before} {word}", year=year)
                try:
                    store.save(edited, author=word, reason="", expected_version=expected)
                    break
                except Conflict as conflict:
                    base, conflicts = conflict.newer, conflicts + 1
    return conflicts


@pytest.mark.parametrize("reports", [1, 8])
def test_eight_processes_at_once_lose_no_word(settings: Settings, reports: int) -> None:
    jobs = [(settings, YEAR + n % reports, [f"{n}.{turn}" for turn in range(6)]) for n in range(8)]
    Store.open(settings).close()
    with FORK.Pool(8) as pool:
        pool.starmap(_add_words, jobs, chunksize=1)
    with Store.open(settings) as store:
        found = [
            word
            for info in store.reports()
            for word in store.version(AGENCY, info.fiscal_year, info.latest)
            .tracked.report.measures[0]
            .steps.split()
        ]
        count = sum(info.latest for info in store.reports())
    assert sorted(found) == sorted(word for _, _, words in jobs for word in words)
    assert count == 48
