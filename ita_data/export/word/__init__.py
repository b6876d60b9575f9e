"""Word files by python-docx: the official report, and the cover memo."""

from ita_data.export.word.memo import memo_docx
from ita_data.export.word.official import official_docx

__all__ = ["memo_docx", "official_docx"]
