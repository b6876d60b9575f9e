"""Headers of no known wording: guessed by a telling word, or by what else the header has.

Guesses, and told as such (the finding "column-guessed"): the officer can change them.
"""

from collections.abc import Mapping, Sequence

from ita_data.extract.headers import EXACT, Match, key_of
from ita_data.forms import Form, FormColumn
from ita_data.model import Field

# How sure a guess is, beside the certainties of headers.
TELLING = 0.6
# A longer header says too much to be guessed by one word.
LONGEST_TOLD = 60
# Columns that must be sure, and known at all, before a header is one without a known title.
FEWEST_SURE, FEWEST_LIKELY = 3, 6
_OF_ONE_COLUMN = {"number", "period_text", "start", "end", "declared_status", "budget_thb"}
_MAY_BE_TITLE = {"steps", "target", "remarks"}


def guessed(
    parts: Mapping[int, Sequence[str]], matches: Mapping[int, Match | None], form: Form
) -> dict[int, Match | None]:
    """The matches, with a guess for headers that resemble nothing: by one telling word
    ("ฝ่ายที่รับผิดชอบ"), and only a field that no other column has."""
    known = {match.field for match in matches.values() if match}
    missing = [c for c in form.columns if c.field not in known and not _is_had(c.field, known)]
    done = dict(matches)
    for at, match in matches.items():
        column = None if match else _told(" ".join(parts[at]), missing)
        if column:
            missing.remove(column)
            done[at] = Match(field=column.field, certainty=TELLING)
    return done


def with_title(
    parts: Mapping[int, Sequence[str]], matches: Mapping[int, Match | None], form: Form
) -> dict[int, Match | None]:
    """The matches; where enough of a header is known but its title, that is guessed: by a
    telling word, else as the first column that resembles nothing."""
    sure = {match.field for match in matches.values() if match and match.certainty >= EXACT}
    if len(sure - {None}) < FEWEST_SURE or any(m and m.field == "title" for m in matches.values()):
        return dict(matches)
    at = _title_among(parts, _without_doubles(matches, sure), form)
    done = {**matches, at: Match(field="title", certainty=TELLING)} if at else dict(matches)
    likely = {match.field for match in guessed(parts, done, form).values() if match}
    return done if len(likely - {None}) >= FEWEST_LIKELY else dict(matches)


def _without_doubles(
    matches: Mapping[int, Match | None], sure: set[Field | None]
) -> dict[int, Match | None]:
    """Without likenesses to what another column surely is, of fields that have one column."""
    return {
        at: None
        if match and match.certainty < EXACT and match.field in sure & _OF_ONE_COLUMN
        else match
        for at, match in matches.items()
    }


def _title_among(
    parts: Mapping[int, Sequence[str]], matches: Mapping[int, Match | None], form: Form
) -> int | None:
    titles = [column for column in form.columns if column.field == "title"]
    told = [at for at in sorted(parts) if _told(" ".join(parts[at]), titles)]
    unknown = [at for at in sorted(parts) if matches[at] is None]
    # "ตัวชี้วัด/มาตรการ" seems a target as long as another column is the title.
    others = [at for at in told if (match := matches[at]) and match.field in _MAY_BE_TITLE]
    return next(iter([*(at for at in told if at in unknown), *others, *unknown]), None)


def _is_had(field: Field, known: set[Field | None]) -> bool:
    return field == "period_text" and bool(known & {"start", "end"})


def _told(header: str, columns: Sequence[FormColumn]) -> FormColumn | None:
    """The column of the first telling word: what a Thai name is about stands first."""
    key = key_of(header)
    if len(key) > LONGEST_TOLD:
        return None
    told = [
        (at, column)
        for column in columns
        for word in column.telling
        if (at := key.find(key_of(word))) >= 0
    ]
    return min(told, key=lambda place: place[0])[1] if told else None
