"""The commands around the officer's own workbook."""

from pathlib import Path

import openpyxl
import pytest

from ita_data import cli

CASE = Path(__file__).parent / "cases" / "shuffled-columns.xlsx"


def test_mark_writes_the_workbook_with_its_findings(tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    assert cli.main(["mark", str(CASE), "--to", str(target)]) == 0
    page = openpyxl.load_workbook(target).active
    assert any(cell.comment for row in page.iter_rows() for cell in row)
    original = openpyxl.load_workbook(CASE).active
    for row in original.iter_rows():
        for cell in row:
            assert page[cell.coordinate].value in (cell.value, "●")


@pytest.mark.parametrize(
    ("file", "target", "words"),
    [
        (str(CASE), "x.csv", "ลงท้ายด้วย .xlsx"),
        ("macro.xlsm", "x.xlsx", "ลงท้ายด้วย .xlsm"),
        (str(CASE.with_name("cp874.csv")), "x.xlsx", "ทำเครื่องหมายได้เฉพาะไฟล์ Excel"),
        ("no-such.xlsx", "x.xlsx", "ไม่พบไฟล์"),
    ],
)
def test_mark_says_why_it_does_not(
    file: str, target: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["mark", file, "--to", str(tmp_path / target)]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
