"""How the parts of an office file refer to each other."""

from functools import lru_cache
from posixpath import dirname, join, normpath

from ita_data.readers.archive import Archive
from ita_data.readers.markup import tree

LONGEST_KEPT = 10_000
_USUAL = ("xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml")


def main_part(archive: Archive) -> str:
    """The name of the part that holds the workbook or document; "" where there is none."""
    for kind, target in _relations(archive, "").values():
        if kind.endswith("/officeDocument") and target in archive:
            return target
    return next((name for name in _USUAL if name in archive), "")


def targets_of(archive: Archive, name: str) -> dict[str, str]:
    """Relation id → what it leads to: an outside address as it is, else a part's name."""
    return {identifier: target for identifier, (_, target) in _relations(archive, name).items()}


def _relations(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    folder, leaf = dirname(name), name.rpartition("/")[2]
    part = archive.part(join(folder, "_rels", f"{leaf}.rels"))
    if len(part) > LONGEST_KEPT:
        return _relations_in.__wrapped__(part, folder)
    return _relations_in(part, folder)


@lru_cache(maxsize=64)  # asked several times a file, and most files of a program have the same
def _relations_in(part: bytes, folder: str) -> dict[str, tuple[str, str]]:
    found = {}
    for element in tree(part) if part else ():
        identifier, target = element.get("Id"), element.get("Target")
        if identifier and target:
            if element.get("TargetMode") != "External":
                target = normpath(join("/", folder, target)).lstrip("/")
            found[str(identifier)] = (str(element.get("Type") or ""), str(target))
    return found
