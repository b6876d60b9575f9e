"""Evidence links as HTML: what was seen at each, on which day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ita_data.evidence import (
    Linked,
    checked_on,
    is_own,
    link_words,
    own_words,
    year_hint,
    year_words,
)
from ita_data.model import LinkCheck, LinkState, Report

SHOWN = 8
# How a link is marked: to be mended, to be looked at, in order, not known.
_SIGNS = {LinkState.PUBLIC: "good", LinkState.LOGIN: "bad", LinkState.UNKNOWN: "none"}
_ORDER = ("bad", "hint", "none", "good")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One link as it is listed; `measures` names those it is to prove. `hints`: what else was
    seen, and whether to look at it."""

    address: str
    measures: str
    look: LinkCheck | None
    hints: tuple[tuple[str, bool], ...]
    sign: str


def look_words(look: LinkCheck | None) -> str:
    """What was seen and when, to stand under a link; "" where nobody looked."""
    if look is None:
        return ""
    words = f"{link_words(look)} ({checked_on(look)})"
    return f'<small class="ita-look {_sign(look, None)}">{escape(words)}</small>'


def link_lines(
    linked: Sequence[Linked], looks: Mapping[str, LinkCheck], report: Report, domain: str
) -> tuple[LinkLine, ...]:
    """The links of a report, those to be mended first. `domain`: the agency's, as set."""
    numbers = {m.id: m.number if m.number is not None else m.title for m in report.measures}
    lines = []
    for one in linked:
        look = looks.get(one.address)
        lines.append(
            LinkLine(
                address=one.address,
                measures=", ".join(str(numbers[i]) for i in one.measure_ids if i in numbers),
                look=look,
                hints=_hints(look, report.fiscal_year, domain),
                sign=_sign(look, report.fiscal_year),
            )
        )
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.sign)))


def _hints(
    look: LinkCheck | None, fiscal_year: int | None, domain: str
) -> tuple[tuple[str, bool], ...]:
    if look is None:
        return ()
    hints = (
        (own_words(look, domain), is_own(look, domain) is False),
        (year_words(look, fiscal_year), year_hint(look, fiscal_year) == "other"),
    )
    return tuple((words, odd) for words, odd in hints if words)


def link_list(lines: Sequence[LinkLine]) -> str:
    """A list of them; the rest of a long one is folded."""
    items = list(map(_item, lines))
    first, rest = "".join(items[:SHOWN]), "".join(items[SHOWN:])
    more = (
        f"<details><summary>อีก {len(items) - SHOWN} ลิงก์</summary>"
        f'<ul class="ita-links">{rest}</ul></details>'
        if rest
        else ""
    )
    return f'<ul class="ita-links">{first}</ul>{more}'


def _item(line: LinkLine) -> str:
    href = escape(line.address, quote=True)
    link = f'<a href="{href}" target="_blank" rel="noopener noreferrer">{escape(line.address)}</a>'
    look = line.look
    seen = f"{link_words(look)} ({checked_on(look)})" if look else "ยังไม่ได้ตรวจ"
    whose = f"<small>มาตรการที่ {escape(line.measures)}</small>" if line.measures else ""
    notes = [(seen, line.sign), *((words, "hint" if odd else "none") for words, odd in line.hints)]
    told = "".join(
        f'<small class="ita-look {sign}">{escape(words)}</small>' for words, sign in notes
    )
    return f"<li>{link}{whose}{told}</li>"


def _sign(look: LinkCheck | None, fiscal_year: int | None) -> str:
    if look is None:
        return "none"
    sign = _SIGNS.get(look.state, "bad")
    if look.why == "port":
        return "none"
    return "hint" if sign == "good" and year_hint(look, fiscal_year) == "other" else sign
