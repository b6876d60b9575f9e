"""What the newest version moved, both versions looked at on the same day and basis."""

from collections.abc import Callable
from html import escape

from ita_data.figures.lines import LATE, MeasureLine, View
from ita_data.figures.marks import link_to
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS, LATE_WORDS, STATUS_WORDS, number_words, percent_words

Address = Callable[..., str]
NAMED = 2


def movement(before: View, now: View, number: int, address: Address) -> str:
    """One line: since version `number`, which percents, how many late, which measures'
    statuses; it opens what changed between the two."""
    said = " · ".join(movements(before, now)) or "สถานะและร้อยละไม่เปลี่ยน"
    where = link_to(address("history", version=number + 1, against=number), f"เทียบกับรุ่นที่ {number}")
    return f'<p class="ita-moved">{where} {escape(said)}</p>'


def movements(before: View, now: View) -> tuple[str, ...]:
    """What is not as it was, as text: "มีหลักฐาน 40% → 43%", "ล่าช้าและเกินกำหนด 3 → 2 เรื่อง", …"""
    late = _from_to(*(number_words(len(view.of_status(*LATE))) for view in (before, now)))
    return (
        *(
            f"{BASIS_WORDS[basis]} {words}"
            for basis in Basis
            if (words := _from_to(_percent(before, basis), _percent(now, basis)))
        ),
        *([f"{LATE_WORDS} {late} เรื่อง"] if late else []),
        *_statuses(before, now),
    )


def _percent(view: View, basis: Basis) -> str:
    share = view.percents.get(basis)
    return "ยังไม่มีผล" if share is None else percent_words(share)


def _from_to(before: str, now: str) -> str:
    return "" if before == now else f"{before} → {now}"


def _statuses(before: View, now: View) -> list[str]:
    """Measures that changed status, the first few by name; those that came or went counted."""
    known = {line.measure.id: line for line in before.measures}
    moved = [
        (known[line.measure.id], line)
        for line in now.measures
        if line.measure.id in known and known[line.measure.id].status != line.status
    ]
    new = sum(line.measure.id not in known for line in now.measures)
    gone = len(known) - (len(now.measures) - new)
    rest = len(moved) - NAMED
    return [
        *(_status(*pair) for pair in moved[:NAMED]),
        *([f"เปลี่ยนสถานะอีก {rest} มาตรการ"] if rest > 0 else []),
        *([f"เพิ่ม {new} มาตรการ"] if new else []),
        *([f"ตัดออก {gone} มาตรการ"] if gone else []),
    ]


def _status(before: MeasureLine, now: MeasureLine) -> str:
    measure = now.measure
    name = f"มาตรการ {measure.number}" if measure.number is not None else measure.title
    return f"{name} {STATUS_WORDS[before.status]} → {STATUS_WORDS[now.status]}"
