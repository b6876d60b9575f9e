"""How long the rules take on reports of 7 to 10,000 measures.

    python -m tests.benchmarks.bench_checks [measures …]

Three kinds of report: `words`, results of many different words; `phrases`, results put together
from few phrases, so that all have the same letters and few are copies (the worst case for finding
copies); `alike`, where every result is the same but for a number. One result in twenty of the
first two is copied with small changes. The floor is comparing every pair of results
with rapidfuzz, up to 1,000 measures. Processor time, the best of some runs; nothing is asserted.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time
from typing import Any

from ita_data.checks import Case, findings_of, run
from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.similar import comparable, similarity
from ita_data.model import Measure

SIZES = (7, 100, 1_000, 10_000)
LETTERS = "กขคงจชซดตถทนบปผพมยรลวสหอ"
VOWELS = ("า", "ิ", "ี", "ุ", "ู", "่", "้", "์", "ำ", "ะ", "")
PHRASES = (
    "จัดประชุมชี้แจง", "เผยแพร่บนเว็บไซต์", "ติดป้ายหน้าสำนักงาน", "รับฟังความเห็นของชุมชน", "สรุปผลเสนอผู้บริหาร",
    "ตรวจสอบทะเบียนคุม", "อบรมพนักงานใหม่", "ปรับปรุงจุดบริการ", "ตอบข้อซักถามทุกราย", "ถ่ายภาพก่อนและหลัง",
    "มอบหมายผู้รับผิดชอบ", "ลงพื้นที่หมู่บ้าน", "แจ้งเวียนทุกกอง", "วัดความพึงพอใจ", "ลดขั้นตอนลง",
    "เปิดตู้รับความเห็น", "ซ่อมบำรุงอุปกรณ์", "จดบันทึกรายวัน", "สุ่มตรวจรถส่วนกลาง", "ประกาศผลผู้ชนะ",
)  # fmt: skip

ALIKE = "เปิดจุดบริการให้คำปรึกษาการขออนุญาตก่อสร้าง และตอบข้อหารือครบทุกรายที่มาใช้บริการ"


def word(rng: random.Random) -> str:
    return "".join(rng.choice(LETTERS) + rng.choice(VOWELS) for _ in range(rng.randint(3, 7)))


def report(measures: int, kind: str) -> Case:
    rng = random.Random(measures)
    words = PHRASES if kind == "phrases" else [word(rng) for _ in range(3_000)]
    rows: list[Measure] = []
    for number in range(1, measures + 1):
        if kind == "alike":
            output = f"{ALIKE} จำนวน {number} ราย"
        elif rows and rng.random() < 0.05:
            output = rng.choice(rows).output.replace(" ", "  ").replace("1", "2")
        else:
            output = " ".join(rng.choices(words, k=rng.randint(12, 40)))
        outcome = " ".join(rng.choices(words, k=rng.randint(8, 20)))
        steps = " ".join(rng.choices(words, k=rng.randint(8, 30)))
        rows.append(a_measure(number, output=output, outcome=outcome, steps=steps))
    return a_report(*rows)


def every_pair(case: Case) -> int:
    texts = [comparable(text) for m in case.measures for text in (m.output, m.outcome)]
    return sum(
        any(similarity(other, text, 0.9) for other in texts[:at]) for at, text in enumerate(texts)
    )


def timed(work: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The best of some runs, in milliseconds, and the last answer."""
    best, answer = float("inf"), None
    for _ in range(times):
        start = process_time()
        answer = work()
        best = min(best, (process_time() - start) * 1000)
    return best, answer


def main(sizes: tuple[int, ...]) -> None:
    say(f"{'measures':>8}  {'kind':8}{'ms':>10}{'findings':>10}{'every pair, ms':>16}")
    for kind in ("words", "phrases", "alike"):
        for size in sizes:
            case = report(size, kind)
            work = partial(checked, case)
            took, found = timed(work, max(1, 2_000 // max(size, 20)))
            floor = timed(partial(every_pair, case), 1)[0] if size <= 1_000 else None
            beside = f"{floor:16.0f}" if floor else ""
            say(f"{size:8}  {kind:8}{took:10.1f}{found:10}{beside}")


def checked(case: Case) -> int:
    """How many findings; nothing is kept from one run to the next."""
    return len(findings_of(run(replace(case)), ()))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
