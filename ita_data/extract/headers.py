"""Column headers → fields of the form: by its wordings, then by likeness (what then is still
unknown: header_guesses)."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from ita_data.dates import MONTHS, MONTHS_SHORT
from ita_data.forms import Form, forms, words
from ita_data.model import Field
from ita_data.thai import squash

# A longer text is a sentence, not a header.
LONGEST_HEADER = 120
# Likeness (percent) from which a header counts as a misspelt wording.
LIKENESS = 82
# Certainty by the way a header was matched; 1 is one of the form's own wordings.
WITHOUT_BRACKETS, PART_OF_GROUP, BEGINNING = 0.97, 0.95, 0.8
EXACT = PART_OF_GROUP
_PUNCTUATION = re.compile(r"[\s*:;.·,/\\\-–—_\"“”'()\[\]{}|]+")
# "ไตรมาส" over "1", "2", "3", "4".
_QUARTER_NUMBER = re.compile(r"(?:ที่)?[1-4]")
# "ต.ค. 67", "ไตรมาส 1/2568": a month or quarter with its year, as `key_of` has them.
_WITH_YEAR = re.compile(
    rf"(?:{'|'.join(squash(name).replace('.', '') for name in (*MONTHS, *MONTHS_SHORT))}"
    r"|ไตรมาส(?:ที่)?[1-4]|q[1-4])(?:ปี)?(?:พศ)?(?:25)?[0-9]{2}"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a header means: a field, or None for a column that is kept as it stands."""

    field: Field | None
    certainty: float
    with_outcome: bool = False


def key_of(text: str) -> str:
    """A header for comparing: folded, lower case, without punctuation."""
    return _PUNCTUATION.sub("", squash(text))


def signature_of(texts: Iterable[str]) -> str:
    """Short name that files with the same header share."""
    joined = "|".join(key_of(text) for text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def form_of(form_id: str) -> Form:
    return next(form for form in forms() if form.id == form_id)


@lru_cache(maxsize=16)
def _wordings(form_id: str) -> Mapping[str, Match]:
    form = form_of(form_id)
    known = {
        key_of(wording): Match(field=column.field, certainty=1)
        for column in form.columns
        for wording in (*column.wordings, column.label)
    }
    known |= {
        key_of(word): Match(field="declared_status", certainty=1)
        for word in words()["status"]["ticked"]
    }
    both = Match(field="output", certainty=1, with_outcome=True)
    known |= {key_of(wording): both for wording in form.output_with_outcome}
    return known | {key_of(text): Match(field=None, certainty=1) for text in form.aside}


def match_header(parts: Sequence[str], form: Form) -> Match | None:
    """The field a header names; `parts` are its cells from top to bottom, groups first.

    None where it resembles nothing of the form.
    """
    if not parts or sum(map(len, parts)) > LONGEST_HEADER:
        return None
    return _matched(tuple(parts), form.id)


@lru_cache(maxsize=1024)  # most reports of a form have the same header
def _matched(parts: tuple[str, ...], form_id: str) -> Match | None:
    whole, last = " ".join(parts), parts[-1]
    if len(parts) > 1 and _QUARTER_NUMBER.fullmatch(squash(last)) and "ไตรมาส" in whole:
        return Match(field=None, certainty=PART_OF_GROUP)
    if _WITH_YEAR.fullmatch(key_of(last)):
        return Match(field=None, certainty=1)
    found = _exactly(whole, form_id)
    if len(parts) > 1 and (found is None or found.with_outcome):
        # "ผลการดำเนินงาน" over "ผลลัพธ์" is the outcome, not a column of both.
        part = _exactly(last, form_id)
        found = _less_certain(part, PART_OF_GROUP) if part else found
    return found or _alike(whole, form_id) or (_alike(last, form_id) if len(parts) > 1 else None)


def forms_worded_in(texts: Iterable[str]) -> set[str]:
    """The ids of the forms that have one of the cells, by itself, among their wordings."""
    # Asked of every row: nearly all are in no form, and each is looked up but once for all.
    found = (_forms_with(text) for text in texts if len(text) <= LONGEST_HEADER)
    return set().union(*found)


@lru_cache(maxsize=4096)
def _forms_with(text: str) -> frozenset[str]:
    if not any(map(str.isalpha, text)):
        return frozenset()
    keys = {key_of(text), key_of(_BRACKETS.sub("", text))}
    return frozenset(form.id for form in forms() if any(k in _wordings(form.id) for k in keys))


@lru_cache(maxsize=4096)
def _exactly(text: str, form_id: str) -> Match | None:
    known = _wordings(form_id)
    if found := known.get(key_of(text)):
        return found
    bare = _BRACKETS.sub("", text)
    found = known.get(key_of(bare)) if bare != text else None
    return _less_certain(found, WITHOUT_BRACKETS) if found else None


@lru_cache(maxsize=4096)
def _alike(text: str, form_id: str) -> Match | None:
    key, known = key_of(text), _wordings(form_id)
    if len(key) < 3:
        return None
    best = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if best and known[best[0]].field and len(key) >= 5:
        return _less_certain(known[best[0]], round(best[1] / 100 * PART_OF_GROUP, 2))
    beginnings = [word for word in known if len(word) >= 5 and key.startswith(word)]
    longest = max(beginnings, key=len, default="")
    if not longest or len(key) > 3 * len(longest):
        return None
    return _less_certain(known[longest], BEGINNING)


def _less_certain(match: Match, certainty: float) -> Match:
    return Match(field=match.field, certainty=certainty, with_outcome=match.with_outcome)


def is_header(matches: Mapping[int, Match | None]) -> bool:
    """Whether a row's matches make it a header: a title, what is done, and one more field.

    `matches` has an entry for each filled column, None where nothing resembles it.
    """
    fields = {match.field for match in matches.values() if match and match.field}
    sure = {m.field for m in matches.values() if m and m.field and m.certainty >= EXACT}
    if "title" not in fields or len(sure) < 2 or len(fields) < 3:
        return False
    known = sum(match is not None for match in matches.values())
    return known >= 0.6 * len(matches) and (bool(fields & {"steps", "output"}) or len(fields) > 3)
