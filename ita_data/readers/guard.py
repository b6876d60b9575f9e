"""What is let in: the format by its content, and honest measures before it is opened."""

from dataclasses import dataclass

from ita_data.readers.archive import Archive
from ita_data.readers.ods_parts import check_ods
from ita_data.readers.parts import check_parts, check_workbook
from ita_data.readers.refusals import megabytes, refusal
from ita_data.readers.sniff import kind_of, ole_kind, zip_kind
from ita_data.readers.xls_parts import check_xls
from ita_data.settings import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A file that may be opened: its kind, and its parts where it is a zip."""

    kind: str
    archive: Archive | None = None


def admit(data: bytes, limits: Limits) -> Admitted:
    """The kind of a file that is let in. Raises UnreadableFile for all others."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise refusal("empty")
    if len(data) > limits.file_bytes:
        raise refusal("too-large", limit=megabytes(limits.file_bytes))
    archive = None
    kind = kind_of(data)
    if kind == "zip":
        archive = Archive(data, limits)
        kind = zip_kind(archive)
    elif kind == "ole":
        kind = ole_kind(data)
        if kind == "xls":
            check_xls(data, limits)
    if kind == "encrypted":
        raise refusal("encrypted", program="Excel")
    if kind.startswith("foreign:"):
        raise refusal("foreign", what=kind.partition(":")[2])
    if archive:
        _check(kind, archive, limits)
    return Admitted(kind=kind, archive=archive)


def _check(kind: str, archive: Archive, limits: Limits) -> None:
    check_parts(archive)
    if kind == "xlsx":
        check_workbook(archive, limits)
    elif kind == "ods":
        check_ods(archive, limits)
