"""The sample's year of work: what the officer accepted, entered and proved.

Results are keyed by measure number and the words of the promise they answer.
"""

from datetime import date

from ita_data.model import Indicator

Entry = tuple[date, float, str]  # day, amount, file name of the proof ("" for none)


def _monthly(months: str, proven: str, file_name: str) -> tuple[Entry, ...]:
    """One result on the 26th of each month ("10 11 …"), with a proof in some of them."""
    entries = []
    for month in months.split():
        day = date(2025 if int(month) >= 10 else 2026, int(month), 26)
        proof = f"{file_name}-{month}.pdf" if month in proven.split() else ""
        entries.append((day, 1, proof))
    return tuple(entries)


RESULTS: dict[tuple[int, str], tuple[Entry, ...]] = {
    (1, "๖ เล่ม"): ((date(2025, 12, 19), 4, "manuals.pdf"),),
    (1, "ทุกๆ ๓ เดือน"): (
        (date(2025, 12, 24), 1, "minutes-q1.pdf"),
        (date(2026, 3, 26), 1, "minutes-q2.pdf"),
        (date(2026, 6, 25), 1, ""),
    ),
    (2, "๕ บริการ"): (
        (date(2026, 1, 15), 3, "online-services.html"),
        (date(2026, 5, 20), 2, ""),
    ),
    (2, "ทุกเดือน"): _monthly("10 11 12 01 02 03 05 06", "10 11 12 01 02", "service-pages"),
    (3, "๔ ช่องทาง"): ((date(2025, 11, 14), 4, "channels.html"),),
    (3, "๔ คน"): ((date(2025, 10, 20), 4, "order-editors.pdf"),),
    (3, "๒ ฉบับ"): (
        (date(2026, 1, 30), 1, "newsletter-1.pdf"),
        (date(2026, 6, 12), 1, ""),
    ),
    (4, "๒ แบบ"): ((date(2025, 12, 8), 2, "loan-forms.pdf"),),
    (4, "๓ ครั้ง"): (
        (date(2025, 12, 22), 1, "spot-check-1.pdf"),
        (date(2026, 2, 25), 1, ""),
    ),
    (5, "๑ ครั้ง/ปี"): ((date(2025, 10, 28), 1, "procurement-plan.pdf"),),
    (5, "เดือนละ ๑ ครั้ง"): _monthly("10 11 12 01 03", "10 11 12", "procurement"),
    (6, "๑ ครั้ง/ปี"): ((date(2025, 11, 5), 1, "criteria.pdf"),),
    (6, "ไตรมาสละ ๑ ครั้ง"): (
        (date(2026, 1, 6), 1, ""),
        (date(2026, 4, 3), 1, ""),
        (date(2026, 6, 29), 1, ""),
    ),
}

# Proposals that the officer worded anew.
CORRECTED: dict[tuple[int, str], str] = {
    (5, "รอบ ๖ เดือน"): "รายงานการใช้จ่ายงบประมาณต่อสภาเทศบาล",
}

# What the officer added: counted, but without a target.
ADDED = Indicator(
    id="added-1",
    measure_id="m2",
    name="ข้อเสนอแนะของประชาชนที่นำไปปรับหน้าบริการ",
    target=None,
    unit="เรื่อง",
    department="สำนักปลัด",
)
ADDED_RESULT: Entry = (date(2026, 5, 29), 14, "")
# Measures whose result is another's: nothing that stands in it is a target of theirs.
COPIED_RESULTS = frozenset({5})
