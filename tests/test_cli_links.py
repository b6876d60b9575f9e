"""links: of a file, of a stored report; on loopback, and without a network."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ita_data import cli_chosen
from ita_data.cli import main
from ita_data.evidence import OFFLINE
from ita_data.links import running
from ita_data.model import Evidence, LinkState
from ita_data.settings import Settings
from ita_data.store import Store
from tests.app.agency import AGENCY, measure, tracked
from tests.links.server import PAGE, Misbehaving, serving

REPORT = (
    "เทศบาลตำบลดอนแก้วใส ปีงบประมาณ พ.ศ. 2568\n\n"
    "ลำดับที่\tมาตรการ/โครงการ/กิจกรรม\tขั้นตอน/วิธีการปฏิบัติ\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์\tหลักฐาน\n"
    "1\tลดคิวรอ\tประชุม\t1 ต.ค. 67 - 30 ก.ย. 68\tกองคลัง\tประชุม 2 ครั้ง\tรอสั้นลง\t{}\n"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Misbehaving]:
    monkeypatch.setenv("ITA_LINK_PRIVATE", "1")
    monkeypatch.setenv("ITA_LINK_ANY_PORT", "1")
    monkeypatch.setenv("ITA_CHECK_DOMAIN", "127.0.0.1")
    monkeypatch.setenv("ITA_DATA_DIR", str(tmp_path))
    with serving() as begun:
        yield begun


def written(folder: Path, address: str) -> str:
    file = folder / "report.txt"
    file.write_text(REPORT.format(address), encoding="utf-8")
    return str(file)


def test_the_links_of_a_file(
    server: Misbehaving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = server.says("/a", "200 OK\r\nContent-Type: text/html", PAGE)
    assert main(["links", written(tmp_path, address)]) == 0
    assert capsys.readouterr().out == (
        f"{address} · เปิดได้ · อยู่บนเว็บไซต์ของหน่วยงาน · พบปี 2568 ในลิงก์หรือในหน้าเว็บ น่าจะตรงปีงบประมาณ\n"
    )


def test_a_link_that_is_gone_is_an_exit_code(
    server: Misbehaving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = server.says("/gone", "404 Not Found")
    assert main(["links", written(tmp_path, address), "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    told.pop("checked_at")
    assert told == {
        "address": address,
        "measures": [1],
        "state": "missing",
        "why": None,
        "status": 404,
        "landed": None,
        "own_domain": True,
        "fiscal_year": "unknown",
    }


def test_what_is_seen_of_a_stored_report_is_kept(
    server: Misbehaving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = Evidence(address=server.says("/closed", "403 Forbidden"))
    report = replace(tracked(measures=(measure(1, evidence=(proof,)),)), actuals=())
    with Store.open(Settings(data_dir=str(tmp_path))) as store:
        store.save(report, author="", reason="", kind="upload")
        assert main(["links", "--agency", AGENCY, "--year", "2569"]) == 1
        (look,) = store.links(AGENCY, 2569)
    assert (look.address, look.state, look.status) == (proof.address, LinkState.LOGIN, 403)
    assert capsys.readouterr().out.endswith("(403) · อยู่บนเว็บไซต์ของหน่วยงาน\n")


def test_a_report_without_links(
    server: Misbehaving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", written(tmp_path, "แฟ้มหน้า 3")]) == 0
    assert capsys.readouterr().out == "ไม่มีลิงก์หลักฐานในรายงานนี้\n"


def test_a_file_and_a_stored_report_are_not_mixed(
    server: Misbehaving, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links"]) == 2
    assert main(["links", written(tmp_path, "-"), "--agency", AGENCY]) == 2
    assert capsys.readouterr().err.splitlines() == [cli_chosen.NOTHING, cli_chosen.BOTH]


def test_without_a_network_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "has_route", lambda: False)
    assert main(["links", written(tmp_path, "https://www.donkaewsai.example/1")]) == 2
    assert capsys.readouterr().err == f"{OFFLINE}\n"
