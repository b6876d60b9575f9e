"""Names of agencies, districts and provinces inside a line of text."""

import re
from functools import lru_cache

from ita_data.forms import words
from ita_data.thai import remembered, squash

# Longer than any agency's name: the rest of a sentence.
LONGEST_NAME = 80
# "คณะเกษตรศาสตร์ มหาวิทยาลัยสมมติ" is one agency; "คณะกรรมการ" and "คณะทำงาน" are none.
_FACULTY = r"คณะ(?!กรรมการ|ทำงาน|อนุกรรมการ)[ก-๙]{3,60}\s?(?:มหา)?วิทยาลัย"
_BESIDES = r"\([ก-๙]{4,}\)"
_ENDS_BESIDES = re.compile(rf"{_BESIDES}$")


@remembered
def names_an_agency(text: str) -> bool:
    """Whether the line begins with an agency's name."""
    found = _agency_pattern().search(text)
    return found is not None and not text[: found.start()].strip()


@remembered
def agency_in(text: str) -> str | None:
    """The agency that a line names, as written there; None where it names none.

    The name runs to the district, province, fiscal year or the line's end. Where several
    stand in a line the last one counts: the report's title comes before its agency.
    """
    found = _agency_pattern().finditer(_one_line(text))
    names = [name for match in found if (name := _name(match["name"]))]
    own = [name for name in names if not is_parent(name)]
    if len(own) > 1 and own[-1].startswith(words()["agency"]["department"]):
        own.pop()  # "โรงพยาบาล… กรมการแพทย์": the department it belongs to
    return next(reversed(own or names), None)


@remembered
def office_in(text: str) -> str | None:
    """The office (สำนัก, ศูนย์, สถานี…) that a line names, and nothing else of an agency.

    It may be a part of an agency: only where a title names no agency is it one.
    """
    line = _one_line(text)
    found = _office_pattern().search(line)
    name = _name(found["name"]) if found else None
    if found is None or name is None or not _is_office(name):
        return None
    after = line[found.end() :].lstrip()
    return name if not after or after.startswith(_after_office()) else None


def _is_office(name: str) -> bool:
    known = words()["agency"]
    no_part = not name.startswith((*known["not_offices"], *words()["department"]["known"]))
    return (
        no_part and name not in known["offices"] and not any(w in name for w in known["sentence"])
    )


@lru_cache(maxsize=1)
def _after_office() -> tuple[str, ...]:
    place, known = words()["place"], words()["agency"]
    places = (*place["district"], *place["province"], place["capital"])
    return (*known["after_office"], *known["ends"], *places)


def is_parent(name: str) -> bool:
    """Whether it is what other agencies belong to: a ministry, an office of schools."""
    return name.startswith(tuple(words()["agency"]["parents"]))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name(text: str) -> str | None:
    known = words()["agency"]
    if text.startswith(tuple(known["called_besides"])) and _ENDS_BESIDES.search(text):
        return text if len(text) <= LONGEST_NAME else None
    form = next((form for form in known["legal_forms"] if text.strip().endswith(form)), "")
    name = text.strip().removesuffix(form).strip(" .,:;-–()")
    name = f"{name} {form}".strip() if name else ""
    if any(name.startswith(word) for word in known["not_agencies"]):
        return None
    if len(name) > LONGEST_NAME:
        name = name.split(" ")[0]
    bare = name in known["others"] or (name in known["local"] and name not in known["whole"])
    return None if bare or len(name) > LONGEST_NAME else name


@lru_cache(maxsize=1)
def _agency_pattern() -> re.Pattern[str]:
    known = words()["agency"]
    every = _every()
    boundary, legal = _boundary(), _legal_forms()
    by_area = _one_of(known["named_by_area"])
    to_end = rf"(?!{every})(?:(?!{_early_end()}).)*"
    to_place = _to_place()
    bounded = rf"(?:{boundary}){_one_of(known['others'])}"
    until_form = rf"(?:(?!{every})[^,;|()]){{0,{LONGEST_NAME}}}(?:{legal})"
    legal_office = rf"{_one_of(known['offices'])}(?={until_form})"
    return re.compile(
        rf"(?P<name>{_one_of(known['called_besides'])}{to_place}{_BESIDES}(?=\s|$)"
        rf"|(?:{boundary}){_FACULTY}{to_place}|{_one_of(known['local'])}{to_place}"
        rf"|(?:{boundary}){by_area}{to_end}|{bounded}{to_place}|(?:{boundary}){legal_office}{to_place}"
        rf"|(?<=ของ){known['province']}{to_place})"
    )


@lru_cache(maxsize=1)
def _office_pattern() -> re.Pattern[str]:
    offices = _one_of(words()["agency"]["offices"])
    return re.compile(rf"(?:{_boundary()})(?P<name>{offices}{_to_place()})")


def _every() -> str:
    known = words()["agency"]
    return _one_of([*known["local"], *known["others"]])


def _boundary() -> str:
    before = (f"(?<={word})" for word in words()["agency"]["before"])
    return "|".join(["^", r"(?<=[\s:;,()])", *before])


def _legal_forms() -> str:
    return "|".join(map(re.escape, words()["agency"]["legal_forms"]))


def _early_end() -> str:
    known = words()["agency"]
    # "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา… เขต 2": the number is part of the name.
    late_end = rf"\s(?!เขต\s?[\d๐-๙])(?:{'|'.join(map(re.escape, known['ends_after_space']))})"
    brackets = rf"(?!{_legal_forms()})[,;|(]"
    return rf"{late_end}|\sปี\s?[\d๐-๙]|\s?(?:{'|'.join(map(re.escape, known['ends']))})|{brackets}"


def _to_place() -> str:
    return rf"(?!{_every()})(?:(?!{_early_end()}|อำเภอ|จังหวัด).)*"


def _one_of(kinds: list[str]) -> str:
    """Matches one of some words, the longest first, whatever white space is inside it."""
    spaced = (r"\s?".join(map(re.escape, word)) for word in sorted(kinds, key=len, reverse=True))
    return f"(?:{'|'.join(spaced)})"


def same_agency(name: str) -> str:
    """A name for comparing: folded, the kind of agency written out."""
    folded = squash(name)
    for short, long in words()["agency"]["same"]:
        if folded.startswith(short):
            return folded.replace(short, long, 1)
    return folded


@remembered
def district_in(text: str) -> str | None:
    """The district (อำเภอ, เขต) that a line names, without that word."""
    return _after("district", text)


@remembered
def province_in(text: str) -> str | None:
    """The province that a line names, without the word จังหวัด."""
    if found := _after("province", text):
        return found
    capital: str = words()["place"]["capital"]
    return capital if capital in text else None


def _after(kind: str, text: str) -> str | None:
    found = _place_pattern(kind).search(_one_line(text))
    return found["name"] if found else None


@lru_cache(maxsize=4)
def _place_pattern(kind: str) -> re.Pattern[str]:
    """The name after the word for the place: to a space, a mark or the next word of place.

    Abbreviations need a boundary before them: the อ. of ผอ. is no district.
    """
    place = words()["place"]
    before = "|".join(_bounded(word) for word in place[kind])
    ends = "|".join(["อำเภอ", "จังหวัด", "ปีงบ", "ประจำปี"])
    return re.compile(rf"(?:{before})(?!พื้นที่)\s?(?P<name>(?:(?!{ends})[ก-ฺเ-๎])+)")


def _bounded(word: str) -> str:
    return word if word in ("อำเภอ", "จังหวัด") else rf"(?<![ก-๙.]){re.escape(word)}"
