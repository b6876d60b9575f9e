"""The agencies' reports in many layouts and formats: the file of a name, and what it says.

python -m tests.cases.grid_files     # writes them, and the golds that agree with the truth
"""

import html
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from email.mime.text import MIMEText
from pathlib import Path
from typing import Any

from tests.cases.agencies import AGENCIES, Agency, Row
from tests.cases.make import HERE, TITLE, reading_of
from tests.writing import docx_bytes, text_bytes, xlsx_bytes

Rows = list[Sequence[Any]]
Sheets = dict[str, tuple[Rows, list[str]]]

OFFICIAL = ("ลำดับที่", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ",
            "ผู้รับผิดชอบ", "ผลการดำเนินการ (output)",
            "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)")  # fmt: skip
SHORT = ("ที่", "โครงการ/กิจกรรม", "วิธีดำเนินการ", "ระยะเวลา", "หน่วยงานที่รับผิดชอบ", "ผลผลิต", "ผลลัพธ์")


def titles(agency: Agency) -> Rows:
    where = f"อำเภอ{agency.district} " if agency.district else ""
    line = f"{agency.name} {where}จังหวัด{agency.province}"
    return [(TITLE,), (f"ประจำปีงบประมาณ พ.ศ. {agency.year}",), (line,)]


def cells(row: Row, number: int) -> tuple[Any, ...]:
    words = (row.title, row.steps, row.period, row.departments_text, row.output, row.outcome)
    return (number, *words)


def table(agency: Agency, header: Sequence[str] = OFFICIAL, first: int = 1) -> Rows:
    rows = agency.rows[first - 1 :]
    return [header, *(cells(row, n) for n, row in enumerate(rows, start=first))]


def plain(agency: Agency) -> Sheets:
    return {"รายงาน": ([*titles(agency), *table(agency)], ["A1:G1", "A2:G2", "A3:G3"])}


def moved(agency: Agency) -> Sheets:
    """Anywhere on the sheet, blank rows between, signatures below."""
    rows = [(), *titles(agency), (), table(agency, SHORT)[0]]
    for row in table(agency, SHORT)[1:]:
        rows += [row, ()]
    rows += [("ลงชื่อ .......... ผู้รายงาน",)]
    return {"Sheet1": ([(None, None, *row) for row in rows], [])}


def repeated(agency: Agency) -> Sheets:
    """Titles and header on each page."""
    first, *rest = table(agency)[1:]
    rows = [*titles(agency), OFFICIAL, first]
    for row in rest:
        rows += [*titles(agency), OFFICIAL, row]
    return {"รายงาน": (rows, [])}


def shuffled(agency: Agency) -> Sheets:
    order = (4, 1, 6, 0, 3, 2, 5)
    rows = [(*(row[at] for at in order), "") for row in table(agency, SHORT)]
    rows[0] = (*rows[0][:-1], "พื้นที่")
    return {"แผน": ([*titles(agency), *rows, ("รวม",)], [])}


def grouped(agency: Agency) -> Sheets:
    """A header of two rows, output and outcome in one group."""
    top = ("ลำดับ", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินงาน", None)
    below = (None, None, None, None, None, "ผลผลิต", "ผลลัพธ์")
    merges = ["F4:G4", *(f"{letter}4:{letter}5" for letter in "ABCDE")]
    return {"รายงาน": ([*titles(agency), top, below, *table(agency)[1:]], merges)}


def sheets(agency: Agency) -> Sheets:
    """A cover, the first measure on one sheet, the others on the next."""
    return {
        "ปก": (titles(agency), []),
        "หน้า 1": (table(agency)[:2], []),
        "หน้า 2": (table(agency, first=2), []),
    }


def two_dates(agency: Agency) -> Sheets:
    """Start and end in columns of their own, as true dates."""
    header = (*SHORT[:3], "วันเริ่มต้น", "วันสิ้นสุด", *SHORT[4:])
    rows = [
        (*cells(row, n)[:3], *row.days, *cells(row, n)[4:])
        for n, row in enumerate(agency.rows, start=1)
    ]
    return {"รายงาน": ([*titles(agency), header, *rows], [])}


LAYOUTS: dict[str, Callable[[Agency], Sheets]] = {
    "plain": plain, "moved": moved, "repeated": repeated, "shuffled": shuffled,
    "grouped": grouped, "sheets": sheets, "dates": two_dates,
}  # fmt: skip


def xlsx(found: Sheets) -> bytes:
    return xlsx_bytes({n: rows for n, (rows, _) in found.items()},
                      {n: merges for n, (_, merges) in found.items()})  # fmt: skip


def lines(found: Sheets) -> Rows:
    return [row for rows, _ in found.values() for row in rows]


def page(found: Sheets) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(c or ''))}</td>" for c in row) + "</tr>"
        for row in lines(found)
    )
    return f"<html><head><meta charset='utf-8'></head><body><table>{body}</table></body></html>"


def mhtml(found: Sheets) -> bytes:
    return MIMEText(page(found), "html", "utf-8").as_bytes()


def xml2003(found: Sheets) -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    made = [f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">']
    for name, (rows, _) in found.items():
        made.append(f'<Worksheet ss:Name="{name}"><Table>')
        for row in rows:
            data = (
                f'<Cell><Data ss:Type="String">{html.escape(str(c or ""))}</Data></Cell>'
                for c in row
            )
            made.append(f"<Row>{''.join(data)}</Row>")
        made.append("</Table></Worksheet>")
    return "".join([*made, "</Workbook>"]).encode()


def docx(found: Sheets) -> bytes:
    parts: list[Any] = []
    for row in lines(found):
        filled = [cell for cell in row if cell not in (None, "")]
        if len(filled) < 2:
            parts += filled
        elif parts and isinstance(parts[-1], list):
            parts[-1].append(row)
        else:
            parts.append([row])
    return docx_bytes(parts)


def by_office(kind: str) -> Callable[[Sheets], bytes]:
    """As LibreOffice saves the xlsx."""

    def convert(found: Sheets) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "a.xlsx"
            source.write_bytes(xlsx(found))
            command = ["soffice", f"-env:UserInstallation=file://{folder}/p", "--headless"]
            subprocess.run(
                [*command, "--convert-to", kind, "--outdir", f"{folder}/o", str(source)],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            return (Path(folder) / "o" / f"a.{kind}").read_bytes()

    return convert


FORMATS: dict[str, tuple[str, Callable[[Sheets], bytes]]] = {
    "xlsx": ("xlsx", xlsx),
    "docx": ("docx", docx),
    "cp874": ("csv", lambda found: text_bytes(lines(found), ",", "cp874")),
    "tsv": ("tsv", lambda found: text_bytes(lines(found), "\t")),
    "utf16": ("txt", lambda found: text_bytes(lines(found), "\t", "utf-16")),
    "html": ("html", lambda found: page(found).encode()),
    "html-as": ("xls", lambda found: page(found).encode()),
    "mhtml-as": ("xls", mhtml),
    "xml2003": ("xml", xml2003),
    "ods": ("ods", by_office("ods")),
    "old": ("xls", by_office("xls")),
}
PLAN = (
    ("xlsx", "plain moved repeated shuffled grouped sheets dates"), ("docx", "plain repeated"),
    ("cp874", "plain"), ("tsv", "shuffled"), ("utf16", "moved"), ("html", "repeated"),
    ("html-as", "shuffled"), ("mhtml-as", "plain"), ("xml2003", "sheets"), ("ods", "grouped dates"),
    ("old", "dates"),
)  # fmt: skip


def cases() -> dict[str, tuple[str, str, str]]:
    """File name → agency, layout, format. Each agency in about half of the plan, in turn."""
    pairs = [(kind, layout) for kind, layouts in PLAN for layout in layouts.split()]
    found = {}
    for n, key in enumerate(AGENCIES):
        for at, (kind, layout) in enumerate(pairs):
            if at % 2 == n % 2 or kind == "xlsx":
                ending = FORMATS[kind][0]
                found[f"{key}-{layout}-{kind}.{ending}"] = (key, layout, kind)
    return found


def written(name: str) -> bytes:
    key, layout, kind = cases()[name]
    return FORMATS[kind][1](LAYOUTS[layout](AGENCIES[key]))


def truth(name: str) -> dict[str, Any]:
    """What the file says, whatever its layout."""
    agency = AGENCIES[cases()[name][0]]
    return {
        "agency": agency.name,
        "district": agency.district or None,
        "province": agency.province,
        "fiscal_year": agency.year,
        "measures": [
            {
                "number": n,
                "title": row.title,
                "steps": row.steps,
                "start": row.days[0].isoformat(),
                "end": row.days[1].isoformat(),
                "departments": list(row.departments),
                "departments_text": row.departments_text,
                "output": row.output,
                "outcome": row.outcome,
                "quantities": sorted(
                    [q.column, q.amount, q.unit, q.comparison, q.every_months, q.per_year, q.target]
                    for q in row.quantities
                ),
            }
            for n, row in enumerate(agency.rows, start=1)
        ],
    }


def cut(gold: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """A gold with only what the truth speaks of."""
    names = ("column", "amount", "unit", "comparison", "every_months", "per_year", "annual_target")
    kept = like["measures"][0]
    measures = [
        {key: measure[key] for key in kept}
        | {"quantities": sorted([q[name] for name in names] for q in measure["quantities"])}
        for measure in gold["measures"]
    ]
    return {key: gold[key] for key in like if key != "measures"} | {"measures": measures}


if __name__ == "__main__":
    wrong = 0
    for name in cases():
        case = HERE / name
        if not case.exists():
            case.write_bytes(written(name))
        gold = reading_of(case)
        if cut(gold, truth(name)) != truth(name):
            wrong += 1
            got, said = cut(gold, truth(name)), truth(name)
            for key in said:
                if got[key] != said[key] and key != "measures":
                    sys.stdout.write(f"{name} {key}: {got[key]} ≠ {said[key]}\n")
            for one, other in zip(got["measures"], said["measures"], strict=False):
                for key in other:
                    if one[key] != other[key]:
                        sys.stdout.write(f"{name} {key}: {one[key]} ≠ {other[key]}\n")
            if len(got["measures"]) != len(said["measures"]):
                sys.stdout.write(f"{name}: {len(got['measures'])} measures\n")
        elif not (target := case.with_suffix(".gold.json")).exists():
            text = json.dumps(gold, ensure_ascii=False, indent=1)
            target.write_text(text + "\n", encoding="utf-8")
    raise SystemExit(wrong)
