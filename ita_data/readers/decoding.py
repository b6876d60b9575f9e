"""Bytes of a text file → text, in the reading that is Thai."""

import codecs
import re

from ita_data.readers.refusals import refusal

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Runs of letters, not single ones: millions of matches would take a gigabyte.
_THAI = re.compile("[\u0e01-\u0e5b]+")
_NON_ASCII = re.compile("[^\x00-\x7f]+")
_BROKEN = re.compile("[\ufffd\x00-\x08\x0e-\x1f\x80-\x9f]+")
# Bytes that were damaged on the way, not another encoding: at most one in fifty characters.
_FEW_BROKEN = 0.02
_MANY_BROKEN = 0.1


def decode(data: bytes) -> str:
    """Byte-order mark, else strict UTF-8, UTF-16, CP874 (TIS-620): the first that is Thai.

    Text without any Thai letter is accepted in the first reading that fits. Raises
    UnreadableFile("foreign") where no reading gives text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    utf8 = _utf8(data)
    if utf8 is not None and _is_thai(utf8):
        return utf8
    others = [text for text in (_utf16(data), _cp874(data)) if text is not None]
    for text in others:
        if _is_thai(text) and _share(_BROKEN, text) <= _FEW_BROKEN:
            return text
    text = others[0] if utf8 is None else utf8
    if _share(_BROKEN, text) > _MANY_BROKEN:
        raise refusal("foreign", what="ไฟล์ชนิดที่ระบบไม่รู้จัก")
    return text


def _utf8(data: bytes) -> str | None:
    """As UTF-8; a few damaged bytes in it are shown as �, many mean another encoding."""
    text = data.decode("utf-8", errors="replace")
    # A share of what is not ASCII: CP874 has next to no correct UTF-8 beside its ASCII.
    special = _count(_NON_ASCII, text)
    return text if text.count("\ufffd") <= _FEW_BROKEN * special else None


def _utf16(data: bytes) -> str | None:
    """As UTF-16 without a mark: only where a byte of every line end and space is zero."""
    sample = data[:4096]
    if len(data) % 2 or not sample.count(0):
        return None
    low_first = sample[1::2].count(0) >= sample[0::2].count(0)
    try:
        return data.decode("utf-16-le" if low_first else "utf-16-be")
    except UnicodeDecodeError:
        return None


def _cp874(data: bytes) -> str:
    return data.decode("cp874", errors="replace")


def _is_thai(text: str) -> bool:
    """Half of the characters that are not ASCII are Thai."""
    thai = _count(_THAI, text)
    return bool(thai) and thai * 2 >= _count(_NON_ASCII, text)


def _share(pattern: re.Pattern[str], text: str) -> float:
    return _count(pattern, text) / len(text) if text else 1.0


def _count(runs: re.Pattern[str], text: str) -> int:
    return sum(match.end() - match.start() for match in runs.finditer(text))
