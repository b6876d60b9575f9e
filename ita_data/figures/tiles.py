"""The tiles of the first screen: three bases, what falls due next, what is late."""

from collections import Counter
from collections.abc import Callable
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.lines import LATE, View
from ita_data.figures.lists import SOON_DAYS, due_within
from ita_data.figures.marks import bar, basis_word, link_to
from ita_data.model import Basis, Status
from ita_data.words import LATE_WORDS, STATUS_WORDS, number_words, percent_words

Address = Callable[..., str]


def tiles(view: View, address: Address) -> str:
    """The three bases side by side, what is due soon and what is late; each opens its list."""
    bases = "".join(_basis_tile(view, basis, address) for basis in Basis)
    late = len(view.of_status(*LATE))
    listed, note = address("targets", show="late"), _silent_words(view)
    counts = _count_tile(LATE_WORDS, late, listed, note, bad=late > 0)
    two = f'<div class="two">{_due_tile(view, address)}{counts}</div>'
    three = f'<div class="three">{bases}</div>'
    return f'<div class="ita-tiles">{three}{two}</div>'


def _basis_tile(view: View, basis: Basis, address: Address) -> str:
    share = view.percents.get(basis)
    shown = percent_words(share) if share is not None else "–"
    why = "" if share is not None else f"<small>{escape(view.reasons.get(basis, ''))}</small>"
    chosen = " chosen" if basis == view.basis else ""
    inner = f"{basis_word(basis)}<b>{shown}</b>{bar(share, basis)}{why}"
    return link_to(address("targets", basis=basis.value), inner, f"ita-tile{chosen}")


def _due_tile(view: View, address: Address) -> str:
    """How many fall due soon, of the nearest span in which anything does; and the next day."""
    counts = {days: len(due_within(view, days)) for days in SOON_DAYS}
    until = next((days for days, count in counts.items() if count), SOON_DAYS[0])
    listed = address("targets", show=f"due{until}")
    return _count_tile(f"ครบกำหนดใน {until} วัน", counts[until], listed, _next_words(view))


def _silent_words(view: View) -> str:
    """ "ยังไม่รายงานผล 7 เรื่อง": a nought alone would say that all is well."""
    silent = len(view.of_status(Status.NOT_REPORTED))
    return f"{STATUS_WORDS[Status.NOT_REPORTED]} {number_words(silent)} เรื่อง" if silent else ""


def _next_words(view: View) -> str:
    """HTML: "ถัดไป 31 ก.ค. 2569 (3 เรื่อง)"; "" where nothing is due any more."""
    days = Counter(due.day for line in view.indicators if (due := line.next_waiting))
    if not days:
        return ""
    first = min(days)
    return f"ถัดไป {thai_date(first)} ({number_words(days[first])}&nbsp;เรื่อง)"


def _count_tile(words: str, count: int, address: str, note: str = "", bad: bool = False) -> str:
    under = f"<small>{note}</small>" if note else ""
    inner = f"<span>{words}</span><b>{number_words(count)} <small>เรื่อง</small></b>{under}"
    return link_to(address, inner, "ita-tile bad" if bad else "ita-tile")
