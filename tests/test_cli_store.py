"""The commands of the store: what they print, keep and refuse."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ita_data import cli_store
from ita_data.cli import main
from ita_data.model import Actual, Basis
from ita_data.settings import Settings
from ita_data.store import Store, keys

HEADER = "\t".join(
    (
        "ลำดับที่",
        "มาตรการ/โครงการ/กิจกรรม",
        "ขั้นตอน/วิธีการปฏิบัติ",
        "ระยะเวลาในการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ผลการดำเนินการ",
        "ผลลัพธ์",
    )
)
ROW = "{}\t{}\tประชุมชี้แจง จำนวน {} ครั้ง\t1 ต.ค. 67 - 30 ก.ย. 68\tกองคลัง\tประชุมแล้ว\tเจ้าหน้าที่เข้าใจ"
TITLES = ("จัดทำคู่มือการปฏิบัติงาน", "พัฒนาการให้บริการออนไลน์")
TITLE = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส"
AGENCY = "เทศบาลตำบลดอนแก้วใส อำเภอบ้านสมมติ จังหวัดตัวอย่าง"


def sheet(times: int = 2, agency: str = AGENCY, year: str = "ประจำปีงบประมาณ พ.ศ. 2568") -> bytes:
    rows = (ROW.format(n, title, times) for n, title in enumerate(TITLES, 1))
    return "\n".join((f"{TITLE} {year}", agency, HEADER, *rows)).encode()


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ITA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("ITA_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_importing_twice_makes_two_versions(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_bytes(sheet())
    Path("b.tsv").write_bytes(sheet(3))
    assert run(capsys, "import", "a.tsv", "--author", "สมใจ") == (
        0,
        "a.tsv: เก็บ เทศบาลตำบลดอนแก้วใส ปีงบประมาณ 2568 เป็นรุ่นที่ 1 แล้ว\n",
        "",
    )
    assert run(capsys, "import", "b.tsv", "--reason", "แก้ไข")[:2] == (
        0,
        "b.tsv: เก็บ เทศบาลตำบลดอนแก้วใส ปีงบประมาณ 2568 เป็นรุ่นที่ 2 แล้ว\n",
    )
    code, out, _ = run(capsys, "versions", "--format", "json")
    found = [(v["number"], v["author"], v["reason"], v["source_name"]) for v in json.loads(out)]
    assert code == 0
    assert found == [
        (1, "สมใจ", "นำเข้าจากไฟล์ a.tsv", "a.tsv"),
        (2, "", "แก้ไข", "b.tsv"),
    ]
    named, time, *rest = run(capsys, "versions")[1].splitlines()[0].split(" · ")
    assert [named, *rest] == [
        "เทศบาลตำบลดอนแก้วใส ปีงบประมาณ 2568 รุ่นที่ 1", "สมใจ", "นำเข้าจากไฟล์ a.tsv",
    ]  # fmt: skip
    assert re.fullmatch(r".+ เวลา \d\d:\d\d น\.", time)


def test_a_file_that_says_the_same_makes_no_version(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_bytes(sheet())
    Path("b.tsv").write_bytes(sheet(3))
    run(capsys, "import", "a.tsv")
    same = "ไม่มีสิ่งใดเปลี่ยนจากรุ่นที่ {} จึงไม่ได้เก็บรุ่นใหม่\n"
    assert run(capsys, "import", "a.tsv") == (0, f"a.tsv: {same.format(1)}", "")
    assert "เป็นรุ่นที่ 2 แล้ว" in run(capsys, "import", "b.tsv")[1]
    assert run(capsys, "import", "b.tsv") == (0, f"b.tsv: {same.format(2)}", "")
    versions = json.loads(run(capsys, "versions", "--format", "json")[1])
    assert [v["number"] for v in versions] == [1, 2]


def test_a_measure_with_results_stays_where_the_next_file_lacks_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Path("a.tsv").write_bytes(sheet())
    run(capsys, "import", "a.tsv")
    with Store.open(Settings(data_dir=str(tmp_path / "data"))) as store:
        (report,) = store.reports()
        before = store.latest(report.agency, 2568)
        assert before is not None
        own = next(i for i in before.tracked.indicators if i.measure_id == "m2")
        result = Actual(id="r1", indicator_id=own.id, amount=1, basis=Basis.RECORDED,
                        on=date(2025, 1, 31))  # fmt: skip
        recorded = replace(before.tracked, actuals=(*before.tracked.actuals, result))
        store.save(recorded, author="", reason="บันทึกผล", kind="results")
    Path("b.tsv").write_bytes(sheet(3).rpartition(b"\n")[0])
    assert run(capsys, "import", "b.tsv")[:2] == (
        0,
        "b.tsv: เก็บ เทศบาลตำบลดอนแก้วใส ปีงบประมาณ 2568 เป็นรุ่นที่ 3 แล้ว\n"
        "b.tsv: คงไว้ 1 มาตรการที่ไม่มีในไฟล์นี้ เพราะมีผลที่บันทึกไว้ นำออกได้ที่หน้านำเข้า\n",
    )


def test_what_can_be_stored_is_and_the_rest_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.tsv").write_bytes(sheet())
    code, out, err = run(capsys, "import", "none.tsv", "good.tsv")
    assert code == 2
    assert out.startswith("good.tsv: เก็บ ")
    assert err == "none.tsv: ไม่พบไฟล์ none.tsv โปรดตรวจสอบชื่อและที่อยู่ของไฟล์\n"


@pytest.mark.parametrize(
    ("content", "option", "reason"),
    [
        (sheet(year=""), ("--year", "2568"), "ยังไม่ทราบปีงบประมาณ โปรดระบุปีงบประมาณก่อนบันทึก"),
        (
            sheet(agency=""),
            ("--agency", "เทศบาลตำบลดอนแก้วใส"),
            "ยังไม่ทราบชื่อหน่วยงาน โปรดระบุชื่อหน่วยงานก่อนบันทึก",
        ),
    ],
)
def test_without_agency_or_year_nothing_is_stored_until_told(
    capsys: pytest.CaptureFixture[str], content: bytes, option: tuple[str, str], reason: str
) -> None:
    Path("a.tsv").write_bytes(content)
    assert run(capsys, "import", "a.tsv") == (2, "", f"{reason}\n")
    assert run(capsys, "versions") == (0, "ยังไม่มีรุ่นข้อมูล\n", "")
    assert run(capsys, "import", "a.tsv", *option)[0] == 0


BAD_YEAR = "ปีงบประมาณต้องเป็น พ.ศ. ตั้งแต่ 2500 ถึง 2643 โปรดแก้ไขปีงบประมาณก่อน ข้อมูลเดิมยังอยู่ครบ\n"


@pytest.mark.parametrize("year", ["99999", "3", "544", "2499", "2644"])
def test_a_year_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], year: str) -> None:
    Path("a.tsv").write_bytes(sheet())
    assert run(capsys, "import", "a.tsv", "--year", year) == (2, "", BAD_YEAR)
    assert run(capsys, "versions") == (0, "ยังไม่มีรุ่นข้อมูล\n", "")


def test_a_year_that_a_file_names_is_refused_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_bytes(sheet())
    run(capsys, "template", "a.tsv", "--to", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    book["หน่วยงาน"]["B6"] = 544
    book.save("a.xlsx")
    assert run(capsys, "export", "a.xlsx", "--to", "b.xlsx")[0] == 0
    assert run(capsys, "import", "a.xlsx")[2].startswith("ยังไม่ทราบปีงบประมาณ")


def test_a_report_stored_with_such_a_year_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.tsv").write_bytes(sheet())
    with monkeypatch.context() as patched:
        patched.setattr(keys, "FISCAL_YEARS", range(100_000))
        patched.setattr(cli_store, "FISCAL_YEARS", range(100_000))
        assert run(capsys, "import", "a.tsv", "--year", "99999")[0] == 0
    code, out, err = run(capsys, "export", "--year", "99999", "--to", "b.xlsx")
    assert (code, out) == (2, "")
    assert err.startswith("รายงานที่เก็บไว้นี้เป็นของปีงบประมาณ 99999 ซึ่งไม่ใช่ พ.ศ. 2500 ถึง 2643 ")


def test_a_backup_is_restored_into_a_new_folder(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path("a.tsv").write_bytes(sheet())
    run(capsys, "import", "a.tsv")
    before = run(capsys, "versions", "--format", "json")
    assert run(capsys, "backup", "--to", "all.ita") == (
        0,
        "สำรองข้อมูลทั้งหมดไว้ที่ all.ita แล้ว\n",
        "",
    )
    monkeypatch.setenv("ITA_DATA_DIR", str(tmp_path / "new"))
    assert run(capsys, "restore", "all.ita") == (0, "กู้คืนข้อมูลจาก all.ita แล้ว\n", "")
    assert run(capsys, "versions", "--format", "json") == before
    code, out, _ = run(capsys, "restore", "all.ita")
    assert code == 0
    kept = out.splitlines()[1].removeprefix("ข้อมูลก่อนกู้คืนเก็บไว้ที่ ")
    assert run(capsys, "restore", kept)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("restore", "no.ita"), "ไม่พบแฟ้มสำรองที่ระบุ โปรดตรวจสอบชื่อแฟ้มแล้วลองอีกครั้ง"),
        (
            ("versions", "--db", "what"),
            "ไม่รู้จักที่อยู่ฐานข้อมูล โปรดตรวจสอบค่า ITA_DATABASE_URL "
            "(ตัวอย่าง postgresql://ผู้ใช้@เครื่อง/ชื่อฐานข้อมูล)",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], reason: str
) -> None:
    assert run(capsys, *arguments) == (2, "", f"{reason}\n")


def test_no_folder_is_made_for_what_was_typed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for command, told in (
        (("versions", "--db", f"sqlite:///{tmp_path / 'no' / 'x.db'}"), "ไม่พบโฟลเดอร์ของที่อยู่ฐานข้อมูล"),
        (("backup", "--to", "missing/b"), "ไม่พบโฟลเดอร์ที่จะเก็บแฟ้มสำรอง"),
    ):
        code, out, err = run(capsys, *command)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(told)
    assert not (tmp_path / "no").exists()
    assert not (tmp_path / "missing").exists()


def test_another_database_may_be_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("a.tsv").write_bytes(sheet())
    address = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    assert run(capsys, "import", "a.tsv", "--db", address)[0] == 0
    assert run(capsys, "versions")[1] == "ยังไม่มีรุ่นข้อมูล\n"
    assert "รุ่นที่ 1" in run(capsys, "versions", "--db", address)[1]
