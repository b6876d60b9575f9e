"""A full disk and a read-only folder, for real: a sentence, and nothing lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ita_data.settings import Settings
from ita_data.store import Store, StoreError
from tests.conftest import PROJECT
from tests.nobody import as_nobody
from tests.store.made import AGENCY, YEAR, tracked

# A disk of our own, in a name space that goes away with the process.
OWN_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
MOUNT = 'mount -t tmpfs -o size=3m tmpfs "$1"'


def on_a_small_disk(folder: Path) -> dict[str, object]:
    """What tests.store.small_disk says."""
    if not shutil.which("unshare"):
        pytest.skip("no disk of one's own can be made here")
    if subprocess.run([*OWN_DISK, MOUNT, "sh", str(folder)], capture_output=True).returncode:
        pytest.skip("no disk of one's own may be mounted here")
    script = f'{MOUNT} && exec "$2" -m tests.store.small_disk "$1"'
    command = [*OWN_DISK, script, "sh", str(folder), sys.executable]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said: dict[str, object] = json.loads(done.stdout)
    return said


def test_a_disk_that_gets_full_or_read_only_is_told_and_loses_nothing(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path)
    held = said["held"]
    assert isinstance(held, list)
    assert held == [str(n) for n in range(len(held))]
    assert len(held) > 10
    assert said == {
        "full": "full",
        "held": held,
        "backup": "full",
        "left": ["ballast", "data"],
        "next": len(held) + 1,
        "reopened": [*held, "after"],
        "read-only": [*held, "after"],
        "refused": "unwritable",
        "again": [*held, "after"],
    }


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    assert as_nobody(tmp_path, lambda: _opened(folder)) == "unwritable"


def test_a_store_whose_folder_became_read_only_is_told_and_keeps_all(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with Store.open(Settings(data_dir=str(folder))) as store:
        store.save(tracked("ก"), author="", reason="")
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert as_nobody(tmp_path, lambda: _opened(folder)) == "unwritable"
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    with Store.open(Settings(data_dir=str(folder))) as store:
        assert store.version(AGENCY, YEAR, 1).tracked == tracked("ก")
        assert store.save(tracked("ข"), author="", reason="").number == 2


def _opened(folder: Path) -> str:
    """ "opened", or what it was refused with, by a user without rights."""
    assert os.geteuid() != 0
    try:
        with Store.open(Settings(data_dir=str(folder))) as store:
            store.save(tracked("x"), author="", reason="")
        return "opened"
    except StoreError as error:
        return error.code
