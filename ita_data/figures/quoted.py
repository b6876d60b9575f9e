"""Where the words that an indicator was taken from stand in a column's text, if they still do."""

from ita_data.model import Measure, Source
from ita_data.thai import squash

Span = tuple[int, int]


def quoted(measure: Measure, source: Source) -> Span | None:
    """The span of the quoted words; None where the text does not hold them.

    A new file may have other words in the cell: then the quote counts where it was, else
    where it stands exactly once.
    """
    text, words = measure.text_of(source.column), source.text
    if not words.strip():
        return None
    if squash(text[source.start : source.end]) == squash(words):
        return source.start, source.end
    start = text.find(words)
    once = start >= 0 and text.find(words, start + 1) < 0
    return (start, start + len(words)) if once else None
