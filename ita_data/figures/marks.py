"""The small signs that every page is made of: status, bullet, bases, links. HTML as text, with
everything that comes from a file escaped."""

from collections.abc import Sequence
from datetime import date
from html import escape

from ita_data.dates import thai_date
from ita_data.model import Basis, Decision, Indicator, Number, Status
from ita_data.words import BASIS_WORDS, DECISION_WORDS, STATUS_WORDS, number_words, percent_words


def status_badge(status: Status) -> str:
    """Picture and word in the status's colour; the picture is CSS and says nothing by itself."""
    return f'<span class="ita-status s-{status.value}">{STATUS_WORDS[status]}</span>'


def bullet(percent: float | None, expected: float | None, status: Status, reason: str = "") -> str:
    """A bar of done, with a mark at what is expected by now, and the percent in words.

    `percent`, `expected`: 0..1 of the target; None: unknown, and then `reason` says why.
    """
    if percent is None:
        return (
            f'<span class="ita-bullet none"><span class="ita-quiet">{escape(reason)}</span></span>'
        )
    label, places = f"ทำได้ {percent_words(percent)}", f"--done:{_css(percent)}"
    if expected:
        label += f" ควรได้ {percent_words(expected)}"
        places += f";--due:{_css(expected)}"
    return (
        f'<span class="ita-bullet s-{status.value}" title="{label}">'
        f'<i style="{places}"></i><b>{percent_words(percent)}</b></span>'
    )


def waiting_tag(indicator: Indicator) -> str:
    """A quiet "รอยืนยัน" beside a proposal nobody has confirmed; "" otherwise."""
    if indicator.decision is not Decision.PROPOSED:
        return ""
    return f' <span class="ita-waiting">{DECISION_WORDS[Decision.PROPOSED]}</span>'


def own_tag(count: int) -> str:
    """A quiet "กำหนดเอง" beside a status that rests on an officer's own word; "" otherwise."""
    return ' <span class="ita-waiting">กำหนดเอง</span>' if count else ""


def bar(percent: float | None, basis: Basis) -> str:
    """The bar of one basis; hatched, light or dark, so that grey print tells them apart."""
    width = _css(percent or 0)
    return f'<span class="ita-bar b-{basis.value}"><i style="width:{width}"></i></span>'


def basis_word(basis: Basis) -> str:
    """The basis with its sample of colour, as a legend."""
    return f'<span class="ita-basis b-{basis.value}"><i></i>{BASIS_WORDS[basis]}</span>'


def link_to(address: str, words: str, css_class: str = "") -> str:
    """A link inside the app. `words` are HTML already; the address is not."""
    css = f' class="{css_class}"' if css_class else ""
    return f'<a{css} href="{escape(address, quote=True)}">{words}</a>'


def marked_text(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A file's text with the given spans marked, lines kept. Spans that overlap join."""
    found, at = [], 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start < end:
            found.append(f"{escape(text[at:start])}<mark>{escape(text[start:end])}</mark>")
            at = end
    return "".join((*found, escape(text[at:])))


def days_words(since: date, as_of: date) -> str:
    """ "ตั้งแต่ 31 มี.ค. 2569 (91 วัน)"; the day looked at need not be today."""
    days = (as_of - since).days
    ago = f" ({number_words(days)} วัน)" if days > 0 else " (ครบกำหนดในวันที่เลือก)"
    return f"ตั้งแต่ {thai_date(since)}{ago}"


def _css(share: Number) -> str:
    return f"{min(max(float(share), 0), 1) * 100:.1f}%"
