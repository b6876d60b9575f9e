"""The worksheets of a workbook, by the names the officer sees."""

from dataclasses import dataclass

from ita_data.export.marked.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A worksheet: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


def workbook_part(package: Parts) -> str:
    """The part that lists the sheets."""
    found = package.related("", "officeDocument")
    return found[0][1] if found else "xl/workbook.xml"


def sheets_of(package: Parts) -> list[Sheet]:
    """The worksheets in the workbook's order; chart sheets have no cells and are left out."""
    workbook = workbook_part(package)
    targets = dict(package.related(workbook, "worksheet"))
    found = []
    for sheet in package.tree(workbook).iter("{*}sheet"):
        part = targets.get(next((v for k, v in sheet.attrib.items() if k.endswith("}id")), ""), "")
        if part in package:
            hidden = sheet.get("state", "visible") != "visible"
            found.append(Sheet(name=sheet.get("name", ""), part=part, hidden=hidden))
    return found
