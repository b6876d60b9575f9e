"""The worker's branch for Windows, as far as it can be run elsewhere.

What stays unseen here: the pipes and the ending of processes by Windows itself.
"""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ita_data.settings import Settings
from ita_data.worker import ReadingService, process

CASE = Path(__file__).parent / "cases" / "two-row-header.xlsx"
# Modules that Python has on POSIX alone; a child that needs one does not start on Windows.
POSIX_ALONE = ("resource", "fcntl", "termios", "pwd", "grp", "posix_ipc")
WITHOUT_POSIX = textwrap.dedent(
    f"""
    import runpy, sys
    class Absent:
        def find_spec(self, name, path=None, target=None):
            if name in {POSIX_ALONE!r}:
                raise ImportError(name)
    for name in {POSIX_ALONE!r}:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Absent())
    runpy.run_module("ita_data.worker", run_name="__main__")
    """
)


def test_a_child_reads_where_the_modules_of_posix_are_absent() -> None:
    service = ReadingService(Settings(), command=(sys.executable, "-c", WITHOUT_POSIX))
    try:
        assert service.load(CASE.name, CASE.read_bytes()).report.measures
    finally:
        service.close()


def test_the_app_side_needs_no_module_of_posix() -> None:
    code = (
        f"import sys\nfor name in {POSIX_ALONE!r}: sys.modules[name] = None\n"
        "import ita_data.worker.service, ita_data.worker.child\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_child_opens_no_window_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    def started(command: object, **given: object) -> None:
        asked.update(given)
        raise OSError("not really")

    monkeypatch.setattr(process.subprocess, "Popen", started)
    monkeypatch.setattr(process.subprocess, "CREATE_NO_WINDOW", 0x0800_0000, raising=False)
    with pytest.raises(process.UnreadableFile) as refused:
        process.ReadingProcess(("python",), Settings())
    assert (refused.value.code, asked["creationflags"]) == ("not-started", 0x0800_0000)


def test_a_package_in_a_folder_with_spaces_and_thai_letters(tmp_path: Path) -> None:
    home = tmp_path / "โครงการ ITA ปี 68"
    home.mkdir()
    shutil.copytree(Path(process.__file__).parent.parent, home / "ita_data")
    code = textwrap.dedent(
        f"""
        import sys
        sys.path.insert(0, {str(home)!r})
        from pathlib import Path
        from ita_data.worker import read_safely
        print(len(read_safely("a", Path({str(CASE)!r}).read_bytes()).report.measures))
        """
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "2\n"
