"""One measure, whole: every field with its place, its indicators, findings, and its year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.lines import IndicatorLine, MeasureLine
from ita_data.figures.links import look_words
from ita_data.figures.marks import (
    bullet,
    link_to,
    marked_text,
    status_badge,
    waiting_tag,
)
from ita_data.figures.quoted import quoted
from ita_data.model import Basis, Evidence, Field, LinkCheck, Measure, Source
from ita_data.place import Place
from ita_data.words import (
    BASIS_WORDS,
    FIELD_WORDS,
    STATUS_WORDS,
    TARGET_FROM_RESULT,
    in_unit,
    number_words,
    rhythm_words,
    target_words,
)

Address = Callable[..., str]
# The prose of a measure, in the order of the form.
PROSE: tuple[Field, ...] = ("steps", "target", "output", "outcome", "remarks")
ORDER: tuple[Field, ...] = (
    "period_text", "departments_text", *PROSE, "declared_status", "budget_thb", "evidence",
)  # fmt: skip
# Columns that are not shown where a report has nothing in them.
SILENT = ("target", "remarks", "declared_status", "budget_thb", "evidence")
Spans = Sequence[tuple[int, int]]
# More cells of one field than are named one by one.
MANY_PLACES = 3


def summary(line: MeasureLine) -> str:
    """Title, status and how far: the top of the page of a measure."""
    number = f"{line.measure.number}. " if line.measure.number is not None else ""
    declared = line.measure.declared_status
    said = f'<span class="ita-quiet">ในรายงานระบุว่า “{escape(declared)}”</span>' if declared else ""
    return (
        f'<div class="ita-measure"><h2>{number}{escape(line.measure.title or "ไม่มีชื่อมาตรการ")}</h2>'
        f"<p>{status_badge(line.status)}{said}</p>"
        f"{bullet(line.percent, line.expected_percent, line.status, line.reason)}</div>"
    )


def fields(
    line: MeasureLine,
    seen: Mapping[Field, Spans] | None = None,
    looks: Mapping[str, LinkCheck] | None = None,
) -> str:
    """Every field of the measure in the file's own words, with sheet and cell; the words that
    indicators were taken from are marked.

    `seen` (see readiness.seen_in): only the words of a finding are marked, and the first
    column that has some can be scrolled to as `ita-seen`. `looks`: what was seen at links.
    """
    measure, shown = line.measure, _Fields(line, seen)
    rows = [
        shown.row("period_text", _period(measure, shown)),
        shown.row("departments_text", shown.prose("departments_text")),
        *(shown.row(name, shown.prose(name)) for name in PROSE),
        shown.row("declared_status", shown.prose("declared_status")),
        shown.row("budget_thb", _budget(measure)),
        shown.row("evidence", evidence_links(measure.evidence, looks or {})),
        *(_row(escape(header), _text(text), "") for header, text in _besides(measure)),
    ]
    where = f"อ่านจากแผ่นงาน {measure.place}" if measure.in_file else f"{measure.place} คงไว้จากรุ่นก่อน"
    place = f"<p class='ita-quiet'>{escape(where)}</p>"
    return f'<dl class="ita-fields">{"".join(rows)}</dl>{place}'


def _besides(measure: Measure) -> Iterator[tuple[str, str]]:
    """Texts of columns without a field; not the ticks that the period was read from."""
    from_ticks = len(measure.cells.get("period_text", ())) > 1
    for header, text in measure.extra.items():
        if not (from_ticks and _is_tick(text)):
            yield header, text


def _is_tick(text: str) -> bool:
    return text.strip().lower() == "x" or not any(map(str.isalnum, text))


class _Fields:
    """The rows of one measure, with what is marked in them."""

    def __init__(self, line: MeasureLine, seen: Mapping[Field, Spans] | None) -> None:
        self.line, self.seen = line, seen
        self.first = next((name for name in ORDER if name in (seen or ())), None)

    def prose(self, name: Field) -> str:
        text = self.line.measure.text_of(name)
        marks = spans(self.line, name) if self.seen is None else self.seen.get(name, ())
        return f'<span class="prose">{marked_text(text, marks)}</span>' if text else ""

    def row(self, name: Field, value: str) -> str:
        if not value and name in SILENT and name not in (self.seen or ()):
            return ""
        shown = value or '<span class="ita-quiet">ไม่มีข้อความในรายงาน</span>'
        places = _places(self.line.measure.cells.get(name, ()))
        return _row(FIELD_WORDS[name], shown, places, self._sign(name))

    def _sign(self, name: Field) -> str:
        if name not in (self.seen or ()):
            return ""
        return ' class="seen" id="ita-seen"' if name == self.first else ' class="seen"'


def _row(label: str, value: str, place: str, sign: str = "") -> str:
    where = f"<small>{place}</small>" if place else ""
    return f"<div{sign}><dt>{label}{where}</dt><dd>{value}</dd></div>"


def _places(places: Sequence[Place]) -> str:
    """Each place; of a whole row of cells its ends."""
    first, *others = map(str, places) if places else ("",)
    if len(others) < MANY_PLACES:
        return escape(" · ".join((first, *others)))
    return escape(f"{first} ถึง {places[-1].cell}")


def _text(text: str) -> str:
    return f'<span class="prose">{escape(text)}</span>' if text else ""


def spans(line: MeasureLine, name: Field) -> list[tuple[int, int]]:
    """Where in a column's text the words of the indicators stand; not those that are gone."""
    sources = (one.indicator.source for one in line.indicators)
    found = (quoted(line.measure, source) for source in sources if source and source.column == name)
    return [span for span in found if span]


def _period(measure: Measure, shown: _Fields) -> str:
    said = shown.prose("period_text")
    if measure.start is None and measure.end is None:
        return said
    read = f"{thai_date(measure.start)} – {thai_date(measure.end)}"
    return f'{said} <span class="ita-quiet">({read})</span>' if said else read


def _budget(measure: Measure) -> str:
    return "" if measure.budget_thb is None else f"{number_words(measure.budget_thb)} บาท"


def evidence_links(evidence: Sequence[Evidence], looks: Mapping[str, LinkCheck]) -> str:
    """Proofs, one a line, with what was seen where they were opened. Only web addresses become
    links; the browser is told no referrer."""
    return "<br>".join(_proof(one, looks.get(one.address.strip())) for one in evidence)


def _proof(evidence: Evidence, look: LinkCheck | None) -> str:
    words = escape(evidence.label or evidence.address)
    if not evidence.address.startswith(("https://", "http://")):
        return words
    href = escape(evidence.address, quote=True)
    link = f'<a href="{href}" target="_blank" rel="noopener noreferrer">{words}</a>'
    return f"{link}{look_words(look)}"


def indicator_lines(line: MeasureLine, address: Address) -> str:
    """The measure's indicators: target, done, status, and the words they were taken from."""
    if not line.indicators:
        where = link_to(address("upload"), "หน้านำเข้า")
        return f'<p class="ita-empty">ยังไม่มีตัวชี้วัดของมาตรการนี้ เพิ่มได้ที่{where}</p>'
    return f'<ul class="ita-list">{"".join(_indicator(one) for one in line.indicators)}</ul>'


def _indicator(line: IndicatorLine) -> str:
    notes = [_basis_amounts(line), *_remarks(line)]
    lines = "".join(f"<small>{note}</small>" for note in notes if note)
    return (
        f"<li><b>{escape(line.indicator.name)}</b>{waiting_tag(line.indicator)}"
        f"{status_badge(line.status)}"
        f"{_against_target(line)}{lines}</li>"
    )


def _against_target(line: IndicatorLine) -> str:
    """Nothing where there is no target: the status says it."""
    if line.target is None:
        return ""
    done = bullet(line.percent, line.expected_percent, line.status, line.reason)
    return (
        f'<span class="wide">{done}</span><small>เป้าหมาย {escape(target_words(line.indicator))} · '
        f"{rhythm_words(line.indicator)}</small>"
    )


def _basis_amounts(line: IndicatorLine) -> str:
    unit = line.indicator.unit
    amounts = [
        f"{BASIS_WORDS[basis]} {escape(in_unit(line.achieved.get(basis), unit))}" for basis in Basis
    ]
    return " · ".join(amounts)


def _remarks(line: IndicatorLine) -> list[str]:
    source, found = line.indicator.source, []
    if line.indicator.target_from == "result":
        found.append(f"<em>{TARGET_FROM_RESULT}</em>")
    if source:
        found.append(_origin(line.measure, source))
    if line.override_reason:
        computed = STATUS_WORDS[line.computed_status]
        found.append(
            f"เจ้าหน้าที่กำหนดสถานะเอง: {escape(line.override_reason)} (ระบบคำนวณได้ “{computed}”)"
        )
    return found


def _origin(measure: Measure, source: Source) -> str:
    """The quoted words; a newer file may have others in their place."""
    words = f"“{escape(source.text)}”"
    if quoted(measure, source) is None:
        return f"ถ้อยคำเดิม {words} ไม่อยู่ในรายงานรุ่นนี้แล้ว"
    return f"นำมาจาก {words} ใน{FIELD_WORDS[source.column]}"
