"""The manual of the rules, made from the rules: docs/checks.md.

    python -m ita_data.checks.manual > docs/checks.md

A test fails where the file is out of date.
"""

import sys
from collections.abc import Iterator

from ita_data.checks import RULES, Rule
from ita_data.words import SEVERITY_WORDS

FAMILY_WORDS = {"form": "แบบรายงาน", "text": "ข้อความ", "numbers": "ตัวเลขและหลักฐาน"}
HEAD = """\
# ข้อตรวจสอบรายงาน

สร้างจากตัวข้อตรวจสอบเอง: `python -m ita_data.checks.manual > docs/checks.md`

แต่ละข้อมีผลเป็น *ผ่าน* *ไม่ผ่าน* หรือ *ไม่ได้ตรวจ* พร้อมเหตุผล ข้อที่ต้องอาศัยข้ออื่นจะไม่ตรวจจนกว่าข้อนั้นจะผ่าน
เพื่อให้ความผิดพลาดหนึ่งอย่างมีข้อสังเกตเพียงข้อเดียว ค่าที่ปรับได้อยู่ใน `CheckSettings` ของ `ita_data/settings.py`
"""


def manual() -> str:
    """The whole manual as Markdown: a list of the rules, then a part for each."""
    return "\n".join([HEAD, *_list(), *(line for rule in RULES for line in _part(rule))]) + "\n"


def _list() -> Iterator[str]:
    yield "| รหัส | ข้อตรวจสอบ | ระดับ | กลุ่ม |"
    yield "|---|---|---|---|"
    for rule in RULES:
        link = f"[`{rule.code}`](#{rule.code})"
        severity, family = SEVERITY_WORDS[rule.severity], FAMILY_WORDS[rule.family]
        yield f"| {link} | {rule.title} | {severity} | {family} |"


def _part(rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.code}\n"
    yield f"**{rule.title}** ({SEVERITY_WORDS[rule.severity]})\n"
    yield f"- เหตุผล: {rule.why}"
    yield f"- ที่มา: {rule.source}"
    yield f"- วิธีแก้: {rule.advice}"
    if rule.requires:
        yield f"- ตรวจเมื่อผ่านข้อ: {', '.join(f'`{code}`' for code in rule.requires)}"
    for message in _messages(rule):
        yield f"- ตัวอย่างข้อสังเกต: {message}"


def _messages(rule: Rule) -> list[str]:
    """What the rule says of its invalid examples, each sentence once."""
    found = (finding.message for example in rule.invalid for finding in rule.check(example))
    return list(dict.fromkeys(found))


if __name__ == "__main__":
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(encoding="utf-8")
    sys.stdout.write(manual())
