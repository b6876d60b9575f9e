"""PDF by typst: the official report, and the one-page brief for the executive."""

from ita_data.export.pdf.brief import brief_pdf
from ita_data.export.pdf.official import official_pdf, unknown_letters, unknown_words

__all__ = ["brief_pdf", "official_pdf", "unknown_letters", "unknown_words"]
