"""A file's words on a page: shown as they are, never taken for markup."""

import html
import re

from ita_data.model import Measure

# Everything markdown, :directives:, $maths$ and bare addresses could begin with.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$@&=/])")

# What of it acts inside a line too; a colon only where a word follows.
_INLINE = re.compile(r"([\\`*_{}\[\]<~$@&]|:(?=\S))")

# What would make a list, heading or quotation of a line that begins with it.
_BEGINNING = re.compile(r"^(?=\d+[.)]|[-+#>=|])")

# Where a bare address would be found, also behind a backslash: Streamlit's markdown looks for
# addresses once more when the backslashes are gone. A word joiner, which nobody sees, parts it.
_ADDRESS = re.compile(r"(?<=http)(?=://)|(?<=https)(?=://)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"


def escape(text: object) -> str:
    """For HTML: `<`, `>`, `&` and quotes become entities."""
    return html.escape(str(text), quote=True)


def plain(text: object) -> str:
    """For labels and markdown of Streamlit: no link, picture, icon or formula comes of it."""
    return _MARKDOWN.sub(r"\\\1", _one_line(text))


def inline(text: object) -> str:
    """As `plain`, for the labels of fields: only what acts inside a line gets a backslash, because
    a screen reader is given the label with every backslash in it. A beginning is parted from the
    line's by what nobody sees or hears."""
    return _INLINE.sub(r"\\\1", _BEGINNING.sub(_JOINER, _one_line(text)))


def _one_line(text: object) -> str:
    return _ADDRESS.sub(_JOINER, " ".join(str(text).split()))


def measure_words(measure: Measure) -> str:
    """ "3. ช่องทางการประชาสัมพันธ์" for lists to choose from."""
    number = f"{measure.number}. " if measure.number is not None else ""
    return f"{number}{measure.title or 'ไม่มีชื่อมาตรการ'}"
