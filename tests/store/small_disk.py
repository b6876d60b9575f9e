"""A store on a disk that gets full and then is made read-only: python -m tests.store.small_disk DIR

DIR is a disk of its own, mounted by the test. Prints one JSON object of what happened.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ita_data.settings import Settings
from ita_data.store import Store, StoreError
from tests.store.made import AGENCY, YEAR, tracked

BALLAST = 400_000


def code_of(error: StoreError | None) -> str | None:
    return error.code if error else None


def until_full(store: Store) -> StoreError | None:
    """Saves files of 50 kB until the disk takes no more."""
    for turn in range(1_000):
        data = f"{turn} ".encode() * 10_000
        try:
            store.save(tracked(str(turn)), author="", reason="", source_bytes=data)
        except StoreError as error:
            return error
    return None


def refused(work: Callable[[], object]) -> StoreError | None:
    """What it was refused with."""
    try:
        work()
    except StoreError as error:
        return error
    return None


def words(store: Store) -> list[str]:
    """What each version holds, read whole."""
    numbers = [info.number for info in store.versions(AGENCY, YEAR)]
    found = (store.version(AGENCY, YEAR, number) for number in numbers)
    return [version.tracked.report.measures[0].steps for version in found]


def main(disk: Path) -> None:
    ballast, settings = disk / "ballast", Settings(data_dir=str(disk / "data"))
    ballast.write_bytes(bytes(BALLAST))
    said: dict[str, object] = {}
    with Store.open(settings) as store:
        said["full"] = code_of(until_full(store))
        said["held"] = words(store)
        said["backup"] = code_of(refused(lambda: store.backup(disk / "all.ita")))
        said["left"] = sorted(path.name for path in disk.iterdir())
        ballast.unlink()
        said["next"] = store.save(tracked("after"), author="", reason="").number
    with Store.open(settings) as store:
        said["reopened"] = words(store)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with Store.open(settings) as store:
        said["read-only"] = words(store)
        again = refused(lambda: store.save(tracked("x"), author="", reason=""))
        said["refused"] = code_of(again)
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    with Store.open(settings) as store:
        said["again"] = words(store)
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
