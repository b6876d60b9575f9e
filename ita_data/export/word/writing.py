"""The parts of a Word document in Thai: its fonts set for every script, paragraphs, tables.

Word draws Thai as complex script: without the cs font, cs size and cs bold on the run, on
the style and on the defaults, Thai falls back to another font and loses its bold.
"""

from collections.abc import Iterable, Sequence
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from ita_data.export.official import printable

# The font that official papers ask for.
FONT = "TH SarabunPSK"
TWIPS_PER_MM = 1440 / 25.4
Align = Literal["left", "center", "right", "thaiDistribute"]


def twips(mm: float) -> int:
    """Millimetres as Word's twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def run_properties(points: float, bold: bool = False) -> str:
    """Font, size and language of a run for Latin and for Thai letters."""
    size = round(points * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="th-TH" w:bidi="th-TH"/></w:rPr>'
    )


def run(text: str, points: float, bold: bool = False) -> str:
    """Text as text: nothing in it can become markup. Tabs stay tabs."""
    parts = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in printable(text).split("\t")
    )
    return f"<w:r>{run_properties(points, bold)}{parts}</w:r>"


def field(instruction: str, points: float) -> str:
    """A value that Word works out, such as the number of the page."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run('1', points)}</w:fldSimple>"


def paragraph(
    *runs: str,
    align: Align = "left",
    after: float = 0,
    before: float = 0,
    first: float = 0,
    keep: bool = False,
    left: float = 0,
    tabs: Iterable[float] = (),
    middle: float = 0,
) -> str:
    """Runs as a paragraph; room before and after in points, indents and tab stops in mm
    (`middle`: a stop that centres).

    `keep`: stays on the page of the paragraph that follows.
    """
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips(mm)}"/>' for mm in tabs)
    if middle:
        stops += f'<w:tab w:val="center" w:pos="{twips(middle)}"/>'
    return (
        f"<w:p><w:pPr>{'<w:keepNext/><w:keepLines/>' if keep else ''}"
        f"{f'<w:tabs>{stops}</w:tabs>' if stops else ''}"
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        'w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{twips(left)}" w:firstLine="{twips(first)}"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{"".join(runs)}</w:p>'
    )


# Holds the place of a picture inside a paragraph (see `document`).
PICTURE = '<w:bookmarkStart w:id="0" w:name="picture"/>'
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def cell(paragraphs: str, width_mm: float, shade: str = "", middle: bool = False) -> str:
    """Paragraphs as a cell of a table."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    centre = '<w:vAlign w:val="center"/>' if middle else ""
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{fill}{centre}</w:tcPr>{paragraphs}</w:tc>"


def row(cells: Iterable[str], header: bool = False) -> str:
    """Cells as a row. Only a header may not break over two pages; it stands on each."""
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths_mm: Sequence[float], borders: bool = True) -> str:
    """Rows as a table of fixed column widths."""
    kind = "single" if borders else "nil"
    edges = "".join(
        f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="1A2433"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    margins = "".join(
        f'<w:{side} w:w="{room}" w:type="dxa"/>'
        for side, room in (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
