"""Agency, district, province and fiscal year from the lines around the tables."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ita_data.dates import parse_date, parse_fiscal_year
from ita_data.extract.agencies import agency_in, district_in, is_parent, province_in, same_agency
from ita_data.extract.lines import Line, is_form_title
from ita_data.forms import words
from ita_data.place import Place
from ita_data.thai import remembered, squash

# A longer line is a paragraph about something, not a title.
LONGEST_TITLE = 400
# "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567": the assessment's year, not the report's.
_ASSESSED = re.compile(
    r"(?:ผล|คะแนน)\s*(?:การ)?\s*(?:ประเมิน|วิเคราะห์)(?:(?!รายงาน|ประจำปี|ปีงบ|\d).){0,120}?"
    r"(?:ประจำ\s*)?ปี(?:\s*งบประมาณ)?[\s.]*(?:พ\s*\.?\s*ศ[\s.]*)?[\d๐-๙]{4}"
)


_ONLY_YEAR = re.compile(r"(?:ปี|fy)(?:พ\.?ศ\.?)?\d{4}")
# "… ปี พ.ศ. 2566" at the end of a title.
_ENDS_WITH_YEAR = re.compile(r"ปี(?:พ\.?ศ\.?)?25[6-9]\d$")
_REPORTS = ("รายงาน", "แบบรายงาน", "สรุปผล", "สรุปรายงาน")
_OUR_YEARS = re.compile(r"25[6-9]\d(?![\d/–-])")
_ACTS = re.compile(r"พ\.ร\.|พระราช|ระเบียบ|ประกาศ|คำสั่ง|มาตรา|กฎ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value that a line gives, with its place."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What the titles say. "" or None where they say nothing.

    `readings` has, by field, every reading in order (the value that won is among them);
    `used` are the places of the lines that said something.
    """

    agency: str = ""
    district: str = ""
    province: str = ""
    fiscal_year: int | None = None
    places: dict[str, Place] = field(default_factory=dict)
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    used: frozenset[Place] = frozenset()


def titles_in(lines: Sequence[Line]) -> Titles:
    """Reads the lines above and between the tables; those below only where these say nothing."""
    short = [line for line in lines if len(line.text) <= LONGEST_TITLE]
    readings = {name: _readings(short, read) for name, read in _READERS.items()}
    readings["agency"] = _without_parents(readings["agency"])
    readings["fiscal_year"] = readings["fiscal_year"] or _readings(short, _assessed_year)
    won = {name: most_frequent(found, _KEYS.get(name, squash)) for name, found in readings.items()}
    places = {name: reading.place for name, reading in won.items() if reading}
    year = won["fiscal_year"]
    return Titles(
        agency=_value(won["agency"]),
        district=_value(won["district"]),
        province=_value(won["province"]),
        fiscal_year=int(year.value) if year else None,
        places=places,
        readings=readings,
        used=_used(short, readings),
    )


def _value(reading: Reading | None) -> str:
    return reading.value if reading else ""


def _used(lines: Sequence[Line], readings: dict[str, tuple[Reading, ...]]) -> frozenset[Place]:
    read = {reading.place for found in readings.values() for reading in found}
    values = {after.place for label, after in pairwise(lines) if _is_value_of(label, after, read)}
    return frozenset(read | values | {line.place for line in lines if is_form_title(line.text)})


def _is_value_of(label: Line, after: Line, read: set[Place]) -> bool:
    """Whether a line is the value beside a label that was read."""
    if label.place not in read or label.beside != after.text:
        return False
    return any(_labelled(label, known) == after.text for known in _labels())


def _labels() -> Iterable[list[str]]:
    place = words()["place"]
    return words()["agency"]["labels"], place["district"], place["province"], place["year_labels"]


def _readings(lines: Iterable[Line], read: Callable[[Line], str | None]) -> tuple[Reading, ...]:
    found = [(line, value) for line in lines if (value := read(line))]
    titles = [pair for pair in found if not pair[0].below] or found
    return tuple(Reading(value=value, place=line.place) for line, value in titles)


def _without_parents(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(found for found in readings if not is_parent(found.value)) or readings


def most_frequent(readings: Sequence[Reading], key: Callable[[str], str]) -> Reading | None:
    """The first reading of the most frequent value; the earliest where two are as frequent.

    Where it is also written short ("อบต.") the full name is taken.
    """
    counts = Counter(key(reading.value) for reading in readings)
    if not counts:
        return None
    best, _ = counts.most_common(1)[0]
    alike = [reading for reading in readings if key(reading.value) == best]
    return next((reading for reading in alike if squash(reading.value) == best), alike[0])


def _agency(line: Line) -> str | None:
    return _labelled(line, words()["agency"]["labels"]) or agency_in(line.text)


def _labelled(line: Line, labels: Sequence[str]) -> str | None:
    """The value beside (or after the colon of) a label such as "หน่วยงาน"."""
    label, colon, after = line.text.partition(":")
    if squash(label) not in _folded(tuple(labels)):
        return None
    return after.strip() if colon and after.strip() else line.beside or None


@lru_cache(maxsize=16)
def _folded(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(squash, labels))


def _district(line: Line) -> str | None:
    return _named(line, "district") or district_in(line.text)


def _province(line: Line) -> str | None:
    """Its own word for the province wins over the one inside an agency's name."""
    agency = agency_in(line.text) or ""
    beside = " ".join(line.text.split()).replace(agency, " ", 1) if agency else ""
    return _named(line, "province") or province_in(beside) or province_in(line.text)


def _named(line: Line, kind: str) -> str | None:
    """A place whose word stands alone in its cell, the name in the next one."""
    return _labelled(line, words()["place"][kind])


def _fiscal_year(line: Line) -> str | None:
    """The year of the report; not that of the assessment whose result it answers."""
    labelled = _labelled(line, words()["place"]["year_labels"])
    return _own_year_in(f"ปีงบประมาณ {labelled}" if labelled else line.text)


@remembered
def _own_year_in(text: str) -> str | None:
    return _year_in(_ASSESSED.sub("", text))


def _assessed_year(line: Line) -> str | None:
    return _year_in(line.text)


def _year_in(text: str) -> str | None:
    if not (_speaks_of_its_year(squash(text)) or _is_dateless_title(text)):
        return None
    year = parse_fiscal_year(text)
    return str(year) if year else None


def _speaks_of_its_year(folded: str) -> bool:
    """Whether a year in the line is the report's, not that of an act or of a date."""
    if "ปีงบ" in folded or "ประจำปี" in folded:
        return True
    if _ONLY_YEAR.fullmatch(folded):
        return True
    if _ENDS_WITH_YEAR.search(folded) and not _ACTS.search(folded):
        return True
    return "พ.ศ." in folded and (folded.startswith("พ.ศ.") or "รายงานผล" in folded)


def _is_dateless_title(text: str) -> bool:
    """Whether a line is a report's title with a year of its own: "รายงาน ITA 2568"."""
    folded = squash(text)
    named = folded.startswith(_REPORTS) and _OUR_YEARS.search(folded)
    return bool(named) and not _ACTS.search(folded) and parse_date(text) is None


_READERS: dict[str, Callable[[Line], str | None]] = {
    "agency": _agency,
    "district": _district,
    "province": _province,
    "fiscal_year": _fiscal_year,
}
_KEYS: dict[str, Callable[[str], str]] = {"agency": same_agency}
