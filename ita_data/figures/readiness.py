"""ตรวจความพร้อม as HTML: what is open, what was accepted, what is met, what changed."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.marks import link_to, marked_text
from ita_data.findings import Finding, Passage
from ita_data.model import Measure, Report
from ita_data.readiness import Bundle, Group, Observed, Readiness, Requirement, Since
from ita_data.words import FIELD_WORDS, SEVERITY_WORDS

Address = Callable[..., str]
STATE_WORDS = {
    "met": "ครบ",
    "open": "ยังไม่ครบ",
    "accepted": "ยอมรับแล้ว",
    "unasked": "ยังตรวจไม่ได้",
}
SHOWN = 8


def open_counts(readiness: Readiness, address: Address) -> str:
    """Open findings by severity, each opening its list; a sentence where nothing is open."""
    chips = [
        link_to(
            address("readiness", severity=severity),
            f'<span class="ita-severity {severity}">{SEVERITY_WORDS[severity]}</span> '
            f"<b>{count}</b>",
            "ita-chip",
        )
        for severity, count in readiness.counts.items()
        if count
    ]
    everything = link_to(address("readiness"), "ตรวจความพร้อม")
    found = "".join(chips) or '<span class="ita-quiet">ไม่มีข้อสังเกตค้างอยู่</span>'
    return (
        '<nav class="ita-chips" aria-label="ข้อสังเกตในรายงานตามความสำคัญ">'
        f"<span>{everything}</span>{found}</nav>"
    )


def summary(readiness: Readiness, requirements: Sequence[Requirement]) -> str:
    """The whole in one sentence, as HTML."""
    parts = [
        f"{SEVERITY_WORDS[severity]} {count} ข้อ"
        for severity, count in readiness.counts.items()
        if count
    ] or ["ไม่มีข้อสังเกตค้างอยู่"]
    if accepted := len(readiness.accepted):
        parts.append(f"ยอมรับแล้ว {accepted} ข้อ")
    met = sum(one.state == "met" for one in requirements)
    parts.append(f"ครบตามแบบ {met} จาก {len(requirements)} รายการ")
    return f'<p class="ita-headline">{" · ".join(parts)}</p>'


def group_title(group: Group, address: Address) -> str:
    """The measure, opened by its title, or the rule with why it matters."""
    if group.measure is not None:
        number = f"{group.measure.number}. " if group.measure.number is not None else ""
        words = f"{number}{escape(group.title or 'ไม่มีชื่อมาตรการ')}"
        title = link_to(address("measures", measure=group.measure.id), words)
    else:
        title = escape(group.title)
    why = f'<p class="ita-quiet">{escape(group.why)}</p>' if group.why else ""
    return f"<h2>{title} ({len(group.observed)} ข้อ)</h2>{why}"


def bundle(observed: Bundle, report: Report, address: Address) -> str:
    """One finding as `finding` shows it; several alike as one card: what the rule asks, what to
    do, and the places, each the way to its words."""
    first = observed[0]
    if len(observed) == 1:
        return finding(first, report, address)
    title = first.rule.title if first.rule else "ข้อสังเกตจากการอ่านไฟล์"
    lines = [_place_line(one, report, address) for one in observed]
    return (
        f'<article class="ita-found {first.finding.severity}"><p>{severity_word(first.finding)} '
        f"{escape(title)} <b>{len(observed)} แห่ง</b></p>"
        f"<p><small>{escape(first.finding.advice)}</small></p>{accepted_words(first)}"
        f"{_folded(lines)}</article>"
    )


def _place_line(one: Observed, report: Report, address: Address) -> str:
    return f"<li>{escape(one.finding.message)}<small>{_opener(one, report, address)}</small></li>"


def _folded(lines: Sequence[str], unit: str = "แห่ง") -> str:
    """A list, of which only the first ones are seen at once."""
    first, rest = "".join(lines[:SHOWN]), lines[SHOWN:]
    more = f"<details><summary>อีก {len(rest)} {unit}</summary><ul>{''.join(rest)}</ul></details>"
    return f'<ul class="ita-changes">{first}</ul>{more if rest else ""}'


def finding(observed: Observed, report: Report, address: Address) -> str:
    """One finding: how serious, what, where, what to do; the texts it is about; the way to
    the words; and, where it was accepted, why and by whom."""
    found = observed.finding
    return (
        f'<article class="ita-found {found.severity}"><p>{severity_word(found)} '
        f"{escape(found.message)}</p><p><small>{_place(found)}{escape(found.advice)}"
        f"{_opener(observed, report, address)}</small></p>"
        f"{accepted_words(observed)}{_texts(found, report)}</article>"
    )


def severity_word(found: Finding) -> str:
    """How serious, as a word in its colour."""
    return f'<b class="ita-severity {found.severity}">{SEVERITY_WORDS[found.severity]}</b>'


def accepted_words(observed: Observed) -> str:
    """ "ยอมรับแล้ว: …", with who and when; "" for an open finding."""
    accepted = observed.accepted
    if accepted is None:
        return ""
    said = [accepted.by] if accepted.by else []
    said += [thai_date(accepted.at.date())] if accepted.at else []
    who = f" ({escape(' · '.join(said))})" if said else ""
    return f'<p class="ita-accepted"><b>ยอมรับแล้ว:</b> {escape(accepted.reason)}{who}</p>'


def _place(found: Finding) -> str:
    """The cell, where the message does not name it already."""
    place = str(found.place) if found.place else ""
    return "" if not place or place in found.message else f"{escape(place)} · "


def _opener(observed: Observed, report: Report, address: Address) -> str:
    key = observed.finding.measure_id
    if key is None or all(measure.id != key for measure in report.measures):
        return ""
    where = address("measures", measure=key, finding=observed.key)
    return f" · {link_to(where, 'เปิดดูในมาตรการ')}"


def _texts(found: Finding, report: Report) -> str:
    """The whole texts side by side, folded; what they share, or what is meant, is marked."""
    if not found.passages:
        return ""
    measures = {measure.id: measure for measure in report.measures}
    shared = len(found.passages) > 1 and all(one.spans for one in found.passages)
    summary = "เทียบข้อความทั้งสองช่อง (ส่วนที่เหมือนกันมีแถบสี)" if shared else "ดูข้อความเต็ม"
    texts = "".join(_text(one, measures.get(one.measure_id)) for one in found.passages)
    return (
        f"<details{' open' if shared else ''}><summary>{summary}</summary>"
        f'<div class="ita-texts">{texts}</div></details>'
    )


def _text(passage: Passage, measure: Measure | None) -> str:
    number = f"มาตรการ {measure.number} · " if measure and measure.number is not None else ""
    place = f"<br>{escape(str(passage.place))}" if passage.place else ""
    text = marked_text(passage.text, passage.spans) or '<span class="ita-quiet">ไม่มีข้อความ</span>'
    return (
        f"<div><small>{number}{escape(FIELD_WORDS.get(passage.column, passage.column))}{place}"
        f'</small><p class="prose">{text}</p></div>'
    )


def requirement_list(requirements: Iterable[Requirement]) -> str:
    """A line a requirement: what is asked, and whether it is so."""
    return f'<ul class="ita-requirements">{"".join(map(_requirement, requirements))}</ul>'


def _requirement(one: Requirement) -> str:
    many = f" {one.findings} แห่ง" if one.state == "open" else ""
    because = f"<small>{escape(one.because)}</small>" if one.because else ""
    return (
        f'<li class="{one.state}"><span>{escape(one.words)}{because}</span>'
        f"<b>{STATE_WORDS[one.state]}{many}</b></li>"
    )


def since_list(since: Since, number: int) -> str:
    """What is new and what is gone since version `number`, as two lists."""
    if not since.new and not since.resolved:
        return f'<p class="ita-quiet">ข้อสังเกตเหมือนกับรุ่นที่ {number} ทุกข้อ</p>'
    return "".join(
        f"<h3>{words} {len(found)} ข้อ</h3>{_short(found)}"
        for words, found in (("หมดไปแล้ว", since.resolved), ("เพิ่มขึ้น", since.new))
        if found
    )


def _short(observed: Sequence[Observed]) -> str:
    return _folded([f"<li>{escape(one.finding.message)}</li>" for one in observed], "ข้อ")


def short_list(observed: Sequence[Observed], address: Address) -> str:
    """The findings of one measure, without their texts: the measure stands beside them."""
    if not observed:
        return '<p class="ita-empty">ไม่มีข้อสังเกต</p>'
    return f'<ul class="ita-list">{"".join(_line(one, address) for one in observed)}</ul>'


def _line(observed: Observed, address: Address) -> str:
    found = observed.finding
    where = address("measures", measure=found.measure_id, finding=observed.key)
    return (
        f"<li>{severity_word(found)} {link_to(where, escape(found.message))}"
        f"<small>{_place(found)}{escape(found.advice)}</small>{accepted_words(observed)}</li>"
    )


def led(observed: Observed, address: Address) -> str:
    """The finding that led to a measure, above it, with the way back."""
    found = observed.finding
    back = link_to(address("readiness"), "กลับไปตรวจความพร้อม")
    return (
        f'<div class="ita-led"><p>{severity_word(found)} {escape(found.message)}</p>'
        f"<p>{escape(found.advice)} · {back}</p>{accepted_words(observed)}</div>"
    )
