"""Work done without a superuser's rights, so that permissions bind in tests as they do outside."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NOBODY = 65534


def as_nobody(folder: Path, work: Callable[[], Any]) -> Any:
    """What `work` gives in a child that is nobody where this process is root; its exception
    fails the test. `folder` is the test's own and is opened for others on the way."""
    if not hasattr(os, "fork"):
        pytest.skip("no users to change to here")
    context = multiprocessing.get_context("fork")
    ours, its = context.Pipe(duplex=False)
    child = context.Process(target=_in_child, args=(folder, work, its))
    child.start()
    its.close()
    done, result = ours.recv()
    child.join()
    assert done, result
    return result


def _in_child(folder: Path, work: Callable[[], Any], out: Any) -> None:
    try:
        if os.geteuid() == 0:
            for parent in (folder, *folder.parents):
                # pytest's folders are closed to others; these are this test's own.
                if "pytest" in str(parent):
                    parent.chmod(0o755)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        out.send((True, work()))
    except BaseException as error:
        out.send((False, repr(error)))
