"""Fills of marked cells: each cell keeps its own format, with another background."""

import copy
from typing import Any

from lxml import etree

from ita_data.export.marked.parts import Parts
from ita_data.export.marked.sheets import workbook_part
from ita_data.findings import Severity

# Light enough to read dark letters on, apart in grey print by the comment's own words.
COLOURS: dict[Severity, str] = {"error": "FFF8CFCF", "warning": "FFFFE8B3", "advice": "FFDCE9F7"}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
# The least that a workbook without any styles needs to have some.
_PLAIN = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
).encode()


class Fills:
    """The workbook's list of formats; `filled` adds to it, `write` puts it back."""

    def __init__(self, package: Parts) -> None:
        self._package = package
        workbook = workbook_part(package)
        styles = package.related(workbook, "styles")
        self._part = styles[0][1] if styles else package.free_name("xl/styles{}.xml")
        if not styles:
            package.put(self._part, _PLAIN)
            package.relate(workbook, "styles", self._part)
            package.declare(part=self._part, content_type=_CONTENT)
        self._root = package.tree(self._part)
        self._known: dict[tuple[int, Severity], int] = {}
        self._fills: dict[Severity, int] = {}

    def filled(self, style: int, severity: Severity) -> int:
        """The number of a format as `style` is, with the background of a severity."""
        key = (style, severity)
        if key not in self._known:
            formats = self._list("cellXfs")
            of = formats[style] if 0 <= style < len(formats) else formats[0]
            new = copy.deepcopy(of)
            new.set("fillId", str(self._fill(severity)))
            new.set("applyFill", "1")
            self._known[key] = _append(formats, new)
        return self._known[key]

    def write(self) -> None:
        if self._known:
            self._package.put(self._part, self._root)

    def _fill(self, severity: Severity) -> int:
        if severity not in self._fills:
            fills = self._list("fills")
            space = fills.tag.rpartition("}")[0] + "}"
            fill = etree.Element(f"{space}fill")
            pattern = etree.SubElement(fill, f"{space}patternFill", patternType="solid")
            etree.SubElement(pattern, f"{space}fgColor", rgb=COLOURS[severity])
            etree.SubElement(pattern, f"{space}bgColor", indexed="64")
            self._fills[severity] = _append(fills, fill)
        return self._fills[severity]

    def _list(self, name: str) -> Any:
        found = self._root.find(f"{{*}}{name}")
        if found is None or not len(found):
            raise ValueError(f"the styles have no {name}")
        return found


def _append(parent: Any, child: Any) -> int:
    parent.append(child)
    parent.set("count", str(len(parent)))
    return len(parent) - 1
