"""The commands around the officer's own workbook."""

from pathlib import Path

import openpyxl
import pytest

from ita_data import cli
from ita_data.export.template import tracking_workbook
from ita_data.model import Basis
from ita_data.reading import load
from ita_data.settings import Settings
from ita_data.store import Store
from tests.export.tracked import tracked
from tests.test_together import page

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


def test_template_is_written_empty_or_from_a_report(tmp_path: Path) -> None:
    target = str(tmp_path / "t.xlsx")
    assert cli.main(["template", "--to", target]) == 0
    assert load("t", Path(target).read_bytes()).report.measures == ()
    assert cli.main(["template", str(CASE), "--to", target]) == 0
    own = load("t", Path(target).read_bytes())
    titles = [measure.title for measure in load("c", CASE.read_bytes()).report.measures]
    assert [measure.title for measure in own.report.measures] == titles
    again = str(tmp_path / "again.xlsx")
    assert cli.main(["template", target, "--to", again, "--next-year"]) == 0
    plan = load("t", Path(again).read_bytes())
    assert plan.report.fiscal_year == (own.report.fiscal_year or 0) + 1
    assert plan.tracked is not None
    assert plan.tracked.actuals == ()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--to", "x.ods"], "ลงท้ายด้วย .xlsx"), (["--to", "x.xlsx", "--next-year"], "ระบุไฟล์รายงาน")],
)
def test_template_says_why_it_does_not(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["template", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_import_takes_the_template_with_its_results(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(tracking_workbook(tracked()))
    database = f"sqlite:///{tmp_path / 'ita.db'}"
    for _ in range(2):
        assert cli.main(["import", str(file), "--db", database, "--author", "ก"]) == 0
    with Store.open(Settings(database_url=database)) as store:
        [info] = store.reports()
        stored = store.latest(info.agency, info.fiscal_year)
    assert stored is not None
    results = {a.id: a.amount for a in stored.tracked.actuals if a.basis is Basis.RECORDED}
    assert results == {"a1": 1, "a2": 1, "a3": 3}


def test_import_takes_pages_of_one_report_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "หน้า 2.csv", tmp_path / "หน้า 1.csv", tmp_path / "x.pdf"]
    for file, numbers in zip(files[:2], ((3,), (1, 2)), strict=True):
        file.write_bytes(page(file.name, *numbers)[1])
    files[2].write_bytes(b"%PDF-1.7")
    database = f"sqlite:///{tmp_path / 'ita.db'}"
    assert cli.main(["import", *map(str, files), "--db", database, "--author", "ก"]) == 2
    assert "ไฟล์ PDF" in capsys.readouterr().err
    with Store.open(Settings(database_url=database)) as store:
        [info] = store.reports()
        stored = store.latest(info.agency, info.fiscal_year)
    assert stored is not None
    assert [measure.number for measure in stored.tracked.report.measures] == [1, 2, 3]
