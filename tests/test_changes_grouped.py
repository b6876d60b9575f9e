"""Changes by measure: the report first, then its measures in their order, then those gone."""

from dataclasses import replace

from ita_data.changes import by_measure, changes
from tests.invented import indicator, measure, tracked

OLD = tracked(
    measure("m1", number=1), measure("m2", number=2, title="ช่องทาง"), measure("m3", number=None),
    indicator("i2", measure_id="m2"),
)  # fmt: skip
NEW = tracked(
    measure("m2", number=2, title="ช่องทาง", steps="ใหม่"), measure("m1", number=1, steps="ใหม่"),
    measure("m4", number=4, title="  ข้อสี่ \n ใหม่"), indicator("i2", measure_id="m2", target=9),
    district="อื่น",
)  # fmt: skip


def test_each_change_stands_once_under_its_measure() -> None:
    found = changes(OLD, NEW)
    groups = by_measure(found, OLD, NEW)
    assert [(g.title, len(g.changes)) for g in groups] == [
        ("ทั้งรายงาน", 1),
        ("มาตรการ 2: ช่องทาง", 2),
        ("มาตรการ 1: มาตรการโปร่งใส", 1),
        ("มาตรการ 4: ข้อสี่ ใหม่", 1),
        ("มาตรการโปร่งใส", 1),
    ]
    assert sorted(c.sentence for g in groups for c in g.changes) == sorted(
        c.sentence for c in found
    )


def test_the_title_names_the_measure_and_the_sentences_do_not_again() -> None:
    whole, second, first, new, gone = by_measure(changes(OLD, NEW), OLD, NEW)
    assert whole.sentences == tuple(change.sentence for change in whole.changes)
    assert first.sentences == ("ขั้นตอน/วิธีการปฏิบัติ (ว่าง) → ใหม่",)
    assert second.sentences[1].startswith("ตัวชี้วัด ")
    assert new.sentences == ("เพิ่มมาตรการ ข้อสี่ ใหม่",)
    assert gone.sentences == ("ไม่มีแล้ว",)


def test_without_changes_there_is_no_group() -> None:
    assert by_measure((), OLD, NEW) == ()


def test_a_change_of_an_unknown_measure_is_of_the_whole_report() -> None:
    (change,) = changes(OLD, replace(OLD, report=replace(OLD.report, district="อื่น")))
    (group,) = by_measure([replace(change, measure_id="m9")], OLD, OLD)
    assert group.measure_id is None
