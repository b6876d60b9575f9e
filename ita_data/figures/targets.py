"""Target, expected by now, and achieved on each basis: a row an indicator."""

from collections.abc import Callable, Sequence
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.lines import IndicatorLine, View
from ita_data.figures.marks import (
    bullet,
    link_to,
    status_badge,
    waiting_tag,
)
from ita_data.model import Basis
from ita_data.words import (
    BASIS_WORDS,
    TARGET_FROM_RESULT,
    in_unit,
    owed_words,
    rhythm_words,
    target_words,
)

Address = Callable[..., str]
HEADINGS = ("ตัวชี้วัด", "เป้าหมาย", "ควรได้", *BASIS_WORDS.values(), "ผลเทียบเป้าหมาย", "สถานะ")

# See words.percent_words: rounding could say 100% of what is not done.
CUT = "ร้อยละตัดเศษทิ้ง ไม่ปัดขึ้น เช่น 99.6% แสดงเป็น 99% จึงเห็น 100% เมื่อทำครบเท่านั้น"


def indicator_table(lines: Sequence[IndicatorLine], view: View, address: Address) -> str:
    """The table; the columns of the basis shown are the bold ones."""
    head = "".join(f'<th scope="col">{word}</th>' for word in HEADINGS)
    rows = "".join(_row(line, view, address) for line in lines)
    return (
        '<div class="ita-wide" tabindex="0" role="region" aria-label="เป้าหมายและผลของตัวชี้วัด">'
        f'<table class="ita-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f'</div><p class="ita-quiet">{CUT}</p>'
    )


def _row(line: IndicatorLine, view: View, address: Address) -> str:
    amounts = "".join(_amount(line, basis, view.basis) for basis in Basis)
    expected = escape(owed_words(line.expected, line.indicator))
    done = bullet(line.percent, line.expected_percent, line.status, line.reason)
    return (
        f'<tr><th scope="row">{_name(line, address)}</th>'
        f'<td data-label="เป้าหมาย">{_target(line)}</td>'
        f'<td data-label="ควรได้" class="number">{expected}</td>{amounts}'
        f'<td class="bar">{done}</td><td>{status_badge(line.status)}{_since(line)}</td></tr>'
    )


def _name(line: IndicatorLine, address: Address) -> str:
    number = f"มาตรการ {line.measure.number}" if line.measure.number is not None else "มาตรการ"
    measure = link_to(address("measures", measure=line.measure.id), number)
    return (
        f"{escape(line.indicator.name or 'ไม่มีชื่อตัวชี้วัด')}{waiting_tag(line.indicator)}"
        f"<small>{measure} · {escape(line.responsible)}</small>"
    )


def _target(line: IndicatorLine) -> str:
    words = escape(target_words(line.indicator))
    if line.target is None:
        return f'<span class="ita-quiet">{words}</span>'
    notes = [rhythm_words(line.indicator)]
    if line.indicator.target_from == "result":
        notes.append(f"<em>{TARGET_FROM_RESULT}</em>")
    return words + "".join(f"<small>{note}</small>" for note in notes)


def _amount(line: IndicatorLine, basis: Basis, shown: Basis) -> str:
    words = escape(in_unit(line.achieved.get(basis), line.indicator.unit))
    inner = f"<b>{words}</b>" if basis == shown else words
    return f'<td data-label="{BASIS_WORDS[basis]}" class="number">{inner}</td>'


def _since(line: IndicatorLine) -> str:
    notes = [f"ค้างตั้งแต่ {thai_date(line.late_since)}"] if line.late_since else []
    if line.override_reason:
        notes.append(f"เจ้าหน้าที่กำหนดเอง: {escape(line.override_reason)}")
    return "".join(f"<small>{note}</small>" for note in notes)
