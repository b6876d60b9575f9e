"""The command line, as a script sees it: what it prints, where, and its exit code."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr
from pathlib import Path

import pytest

from ita_data import cli, cli_console
from ita_data.reading import load
from tests.nobody import as_nobody
from tests.writing import text_bytes

CASES = Path(__file__).parent / "cases"
PROJECT = Path(__file__).parent.parent
KEYS = ["agency", "district", "province", "fiscal_year", "form", "measures", "findings"]
MEASURE_KEYS = [
    "number", "title", "topic", "steps", "period_text", "start", "end", "departments",
    "departments_text", "output", "outcome", "declared_status", "budget_thb", "evidence",
    "quantities", "place",
]  # fmt: skip
QUANTITY_KEYS = [
    "text", "column", "amount", "unit", "comparison", "every_months", "per_year", "annual_target",
]  # fmt: skip


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "ita_data", *arguments]
    return subprocess.run(
        command, capture_output=True, cwd=PROJECT, env=os.environ | environ, check=False
    )


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads in this process: what a worker does is tested with the worker."""
    monkeypatch.setattr(cli_console, "read_safely", _read)


def _read(name: str, data: bytes, settings: object, choices: object) -> object:
    return load(name, data)


def test_inspect_prints_json_with_its_keys_in_order() -> None:
    done = run("inspect", str(CASES / "two-row-header.xlsx"))
    assert (done.returncode, done.stderr) == (0, b"")
    report = json.loads(done.stdout.decode("utf-8"))
    assert list(report) == KEYS
    assert list(report["measures"][0]) == MEASURE_KEYS
    assert list(report["measures"][0]["quantities"][0]) == QUANTITY_KEYS
    assert list(report["measures"][0]["place"]) == ["sheet", "row"]
    assert list(report["findings"][0]) == ["code", "severity", "message", "advice", "place"]
    assert "เทศบาลตำบลดอนแก้วใส" in done.stdout.decode("utf-8")


def test_thai_is_utf8_whatever_the_console_speaks() -> None:
    done = run("check", str(CASES / "no-titles.csv"), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "ไม่พบชื่อหน่วยงาน" in done.stdout.decode("utf-8")


def test_a_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    named = os.fsencode(tmp_path) + b"/\xff\xe0.csv"
    absent = run("inspect", os.fsdecode(named))
    assert (absent.returncode, absent.stdout, absent.stderr.count(b"\n")) == (2, b"", 1)
    assert "ไม่พบไฟล์" in absent.stderr.decode("utf-8")
    with open(named, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write((CASES / "no-titles.csv").read_bytes())
    done = run("inspect", os.fsdecode(named))
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["measures"]) == 2


def test_an_output_that_takes_nothing_is_one_line() -> None:
    command = f"{sys.executable} -m ita_data inspect {CASES / 'no-titles.csv'}"
    for into, told, code in (
        (">/dev/full", "เขียนผลลัพธ์ออกไม่ได้ โปรดตรวจสอบเนื้อที่ว่างของที่ที่จะเก็บผลลัพธ์\n", 2),
        (">&-", "", 0),
        ("2>&-", "", 0),
    ):
        done = subprocess.run(
            ["sh", "-c", f"{command} {into}"], capture_output=True, cwd=PROJECT, check=False
        )
        assert (done.returncode, done.stderr.decode("utf-8")) == (code, told)


def test_a_refusal_needs_no_error_stream() -> None:
    command = f"{sys.executable} -m ita_data inspect absent.csv 2>&-"
    assert subprocess.run(["sh", "-c", command], cwd=PROJECT, check=False).returncode == 2


def test_what_is_missing_is_null(in_process: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["inspect", str(CASES / "no-titles.csv")]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [report[key] for key in KEYS[:4]] == [None, None, None, None]
    assert report["measures"][0]["declared_status"] is None
    assert report["measures"][0]["evidence"] == []
    assert report["findings"][0]["place"] is None


@pytest.mark.parametrize("command", ["inspect", "check"])
def test_what_cannot_be_read_is_one_line_and_2(
    command: str, tmp_path: Path, in_process: None, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "ว่าง.xlsx"
    empty.write_bytes(b"")
    foreign = tmp_path / "ภาพ.xlsx"
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    for path in (empty, foreign, tmp_path, tmp_path / "ไม่มี.xlsx", "ชื่อ\0แปลก"):
        assert cli.main([command, str(path)]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
        assert "Traceback" not in printed.err
        assert any("ก" <= letter <= "๙" for letter in printed.err)


def test_a_file_without_permission_is_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "a.csv"
    closed.write_bytes(b"a")
    closed.chmod(0)

    def inspected() -> tuple[int, str]:
        with redirect_stderr(io.StringIO()) as told:
            return cli.main(["inspect", str(closed)]), told.getvalue()

    assert as_nobody(tmp_path, inspected) == (
        2,
        f"เปิดไฟล์ {closed} ไม่ได้ โปรดตรวจสอบสิทธิ์ในการอ่าน หรือปิดโปรแกรมที่ใช้ไฟล์นี้อยู่\n",
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "ยังไม่ได้ระบุ คำสั่ง ดูวิธีใช้ได้ด้วย python -m ita_data --help"),
        (("inspect",), "ยังไม่ได้ระบุ FILE ดูวิธีใช้ได้ด้วย python -m ita_data inspect --help"),
        (("open", "x"), "ไม่รู้จัก 'open' เลือก คำสั่ง ได้จาก "),
        (("check", "x", "--format", "pdf"), "ไม่รู้จัก 'pdf' เลือก --format ได้จาก "),
        (("inspect", "x", "--all"), "ไม่รู้จัก --all "),
        (("report", "x", "--to"), "ยังไม่ได้ระบุค่าของ --to หรือระบุไม่ครบ "),
        (("import", "x", "--year", "ปีนี้"), "--year ต้องเป็นจำนวนเต็ม แต่พบ 'ปีนี้' "),
        (("inspect", "x", "--help=1"), "คำสั่งไม่ถูกต้อง "),
    ],
)
def test_a_wrong_command_is_one_thai_line(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(told)


@pytest.mark.parametrize("arguments", [("--help",), ("import", "-h"), ("template", "--help")])
def test_help_is_thai(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    text = capsys.readouterr().out
    assert ended.value.code == 0
    assert text.startswith("วิธีใช้: python -m ita_data")
    assert "แสดงวิธีใช้" in text
    assert not any(word in text for word in ("usage", "options:", "arguments", "show this"))


def test_check_as_text_puts_the_most_serious_first(
    in_process: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(CASES / "no-titles.csv")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("]")[0] for line in lines] == ["[ต้องแก้ไข", "[ต้องแก้ไข", "[ควรตรวจสอบ"]
    assert lines[0].endswith("(agency-missing)")


def test_check_as_json_is_the_findings(
    in_process: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(CASES / "like-a-web-page.txt"), "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    assert [(f["code"], f["severity"], (f["place"] or {}).get("cell")) for f in findings] == [
        ("agency-differs", "warning", "A4"), ("promised-cadence-unreported", "warning", "C7"),
        ("markup", "warning", "C7"), ("markup", "warning", "F7"),
        ("result-without-evidence", "warning", None),
    ]  # fmt: skip


def test_check_says_so_where_nothing_is_found(
    tmp_path: Path, in_process: None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ดี.csv"
    text = (CASES / "cp874.csv").read_bytes().decode("cp874")
    for line in [row for row in text.splitlines() if row[:1] in ("๑", "๒")]:
        text = text.replace(line, f"{line},https://donkaewsai.example/1")
    file.write_text(text.replace("(outcome/result)", "(outcome/result),หลักฐาน"), encoding="utf-8")
    assert cli.main(["check", str(file)]) == 0
    assert capsys.readouterr().out == "ไม่พบข้อสังเกต\n"


def test_a_file_over_the_limit_is_refused_unread(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ITA_LIMIT_FILE_BYTES", "1000")
    file = tmp_path / "ใหญ่.csv"
    file.write_bytes(text_bytes([["ก"] * 100] * 100))
    assert cli.main(["inspect", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_reading_side_starts_without_heavy_libraries() -> None:
    code = (
        "import sys, ita_data.cli, ita_data.reading; "
        "print([m for m in ('pandas', 'numpy', 'sqlalchemy', 'openpyxl', 'docx', 'streamlit') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=PROJECT, check=True
    )
    assert done.stdout.strip() == b"[]"


def test_the_command_line_leaves_the_reading_to_its_worker() -> None:
    parts = ("extract", "readers", "checks", "store")
    code = (
        f"import sys, ita_data.cli; print([m for m in {parts} if 'ita_data.' + m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=PROJECT, check=True
    )
    assert done.stdout.strip() == b"[]"


def test_import_of_the_package_alone_loads_nothing_else() -> None:
    code = "import sys, ita_data; print(sorted(m for m in sys.modules if m.startswith('ita_data')))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=PROJECT, check=True
    )
    assert done.stdout.strip() == b"['ita_data']"


@pytest.mark.parametrize(
    "command", [(sys.executable, "-c", "raise SystemExit(3)"), ("no-such-program",)]
)
def test_a_reader_that_cannot_start_is_one_line(
    tmp_path: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also with its traceback: that goes to the log which ITA_LOG names, nowhere else."""
    code = (
        "import sys; from ita_data import cli; from ita_data.worker import service\n"
        f"service.ReadingService.__init__.__kwdefaults__['command'] = {command!r}\n"
        f"sys.exit(cli.main(['inspect', {str(CASES / 'cp874.csv')!r}]))"
    )
    for log in (None, tmp_path / "ita.log"):
        if log:
            monkeypatch.setenv("ITA_LOG", str(log))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=PROJECT)
        error = done.stderr.decode()
        assert (done.returncode, done.stdout, error.count("\n")) == (2, b"", 1)
        assert error.startswith("ยังเปิดส่วนอ่านไฟล์ไม่ได้")
    assert "reading process" in (tmp_path / "ita.log").read_text(encoding="utf-8")


def test_a_setting_that_is_no_number_is_one_line() -> None:
    done = run("inspect", "any.txt", ITA_LIMIT_FILE_BYTES="มาก")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "ค่าตั้ง ITA_LIMIT_FILE_BYTES ต้องเป็นตัวเลข แต่พบ “มาก” โปรดแก้ไขหรือลบค่าตั้งนี้ แล้วเริ่มใหม่\n"
    )
