"""PDF by typst: the official report here, the one-page brief in `brief` (which needs pandas)."""

from ita_data.export.pdf.official import official_pdf, unknown_letters, unknown_words

__all__ = ["official_pdf", "unknown_letters", "unknown_words"]
