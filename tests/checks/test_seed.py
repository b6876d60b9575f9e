"""The one real document gives exactly what a person finds in it."""

import json
from pathlib import Path

import pytest

from ita_data import load
from ita_data.checking import check
from ita_data.cli import main
from ita_data.settings import Settings
from tests.conftest import PROJECT, SEED

GOLDEN = PROJECT / "tests" / "golden" / "seed-findings.json"


def test_the_findings_are_the_golden_ones(seed_bytes: bytes) -> None:
    loaded = load("report-2568.txt", seed_bytes)
    numbers = {measure.id: measure.number for measure in loaded.report.measures}
    found = [
        {
            "code": finding.code,
            "measure": numbers.get(finding.measure_id or ""),
            "cell": finding.place.cell if finding.place else None,
        }
        for finding in check(loaded, Settings())
    ]
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_words_of_the_promises(seed_bytes: bytes) -> None:
    found = check(load("report-2568.txt", seed_bytes), Settings())
    told = {finding.code: finding for finding in found}
    assert told["promised-cadence-unreported"].words == "รอบ ๖ เดือน"
    assert told["promised-document-unreported"].words == "แผนการจัดซื้อจัดจ้าง"


def test_the_copy_shows_both_texts(seed_bytes: bytes) -> None:
    found = check(load("report-2568.txt", seed_bytes), Settings())
    here, there = next(f.passages for f in found if f.code == "result-copied")
    assert (here.measure_id, there.measure_id) == ("m5", "m3")
    marked = [[text.text[start:end] for start, end in text.spans] for text in (here, there)]
    assert [words[0][-8:] for words in marked] == ["line ของ", " lineของ"]
    assert [words[1][:9] for words in marked] == ["และทางเพจ", "และทางเพจ"]
    assert [len(words) for words in marked] == [2, 2]


def test_the_command_line_tells_them(
    seed_bytes: bytes, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", str(SEED / "report-2568.txt"), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert [finding["code"] for finding in told] == [finding["code"] for finding in golden]
    assert set(told[0]) == {"code", "severity", "message", "advice", "place"}


def test_an_error_is_an_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "เทศบาลตำบลดอนแก้วใส ปีงบประมาณ พ.ศ. 2568\n\n"
        "ลำดับที่\tมาตรการ/โครงการ/กิจกรรม\tขั้นตอน/วิธีการปฏิบัติ\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์\n"
        "1\tลดคิวรอ\tประชุม\t1 ต.ค. 67 - 30 ก.ย. 68\tกองคลัง\tพอใจร้อยละ 910\tรอสั้นลง\n",
        encoding="utf-8",
    )
    assert main(["check", str(report)]) == 1
    assert "[ต้องแก้ไข]" in capsys.readouterr().out.splitlines()[0]
    assert main(["check", str(tmp_path / "none.txt")]) == 2
