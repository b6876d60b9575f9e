"""Agency, district, province and fiscal year from the lines around the tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ita_data.extract.agencies import (
    agency_in,
    district_in,
    is_parent,
    office_in,
    province_in,
    same_agency,
)
from ita_data.extract.lines import Line, is_form_title
from ita_data.extract.title_years import own_year_in, year_in
from ita_data.forms import words
from ita_data.place import Place
from ita_data.thai import squash

# A longer line is a paragraph about something, not a title.
LONGEST_TITLE = 400


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
    readings["agency"] = _own_agencies(readings["agency"], short)
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


def _own_agencies(readings: tuple[Reading, ...], lines: Sequence[Line]) -> tuple[Reading, ...]:
    """Without what the agency belongs to; the office of a title where no agency is named."""
    own = tuple(found for found in readings if not is_parent(found.value))
    return own or _readings((line for line in lines if not line.below), _office) or readings


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


def _office(line: Line) -> str | None:
    """Of a line that begins with the office's name, or is the form's own title."""
    name = office_in(line.text)
    begins = name and squash(line.text).startswith(squash(name))
    return name if begins or (name and is_form_title(line.text)) else None


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
    labelled = _labelled(line, words()["place"]["year_labels"])
    return own_year_in(f"ปีงบประมาณ {labelled}" if labelled else line.text)


def _assessed_year(line: Line) -> str | None:
    return year_in(line.text)


_READERS: dict[str, Callable[[Line], str | None]] = {
    "agency": _agency,
    "district": _district,
    "province": _province,
    "fiscal_year": _fiscal_year,
}
_KEYS: dict[str, Callable[[str], str]] = {"agency": same_agency}
