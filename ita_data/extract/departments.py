"""Departments in the words of a report, without the posts of persons."""

import re
from functools import lru_cache

from ita_data.forms import words
from ita_data.thai import remembered

_ENDS = r",/;()\n•·|"
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@remembered
def departments_in(text: str) -> tuple[str, ...]:
    """Departments in the text's order, each once; () where only persons are named.

    Parts of a department (งาน, ฝ่าย, กลุ่ม) count only where no department is named.
    White space inside a name is left out (or as in the known names), so that one department
    has one name.
    """
    line = " ".join(text.translate(_DIGITS).replace("\n", " , ").split())
    named = [
        (match.start(), name) for match in _pattern().finditer(line) if (name := _name(match[0]))
    ]
    found = [*_every(line), *named]
    found += _beside_departments(line, [at for at, _ in found]) if found else []
    names = [name for _, name in sorted(found)]
    return tuple(dict.fromkeys(names or _parts_in(line) or _others_in(line)))


def names_departments(text: str) -> bool:
    """Whether a text does nothing but name departments, or parts of them, by their kind."""
    named = departments_in(text)
    known = words()["department"]
    kinds = (*known["heads"], *known["part_heads"], *known["every"])
    return bool(named) and all(name.startswith(kinds) for name in named)


def _beside_departments(line: str, places: list[int]) -> list[tuple[int, str]]:
    """Large parts that are items of their own beside departments: "กลุ่มพัฒนาระบบ, กองแผน"."""
    between = list(_separators().finditer(line))
    starts = [0, *(match.end() for match in between)]
    ends = [*(match.start() for match in between), len(line)]
    return [
        (start, name)
        for start, end in zip(starts, ends, strict=True)
        if not any(start <= at < end for at in places)
        for name in _parts_in(line[start:end])
        if name.startswith(_large_heads())
    ]


def _every(line: str) -> list[tuple[int, str]]:
    """ "ทุกกอง/สำนัก", "ทุกสำนัก/กอง" → ทุกกอง; other "ทุก…" as they are; each with its place."""
    matches = _every_pattern().finditer(line)
    found = [(match.start(), match[0].replace(" ", "")) for match in matches]
    return [(at, "ทุกกอง" if word in ("ทุกกอง", "ทุกสำนัก") else word) for at, word in found]


@lru_cache(maxsize=1)
def _every_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(_spaced, words()["department"]["every"])))


def _name(found: str) -> str | None:
    name = re.sub(r"\s", "", found).rstrip(".,:-–") if not found.endswith("สธ.") else found
    known = words()["department"]
    if name in known["heads"] and name not in known["known"]:
        return None
    if any(name.startswith(word) for word in known["not_heads"]):
        return None
    return next(
        (word for word in known["known"] if word.replace(" ", "").rstrip(".") == name), name
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A known name as a whole, or a head with the word that follows it, or more of them."""
    known = words()["department"]
    heads = "|".join(map(_spaced, known["heads"]))
    names = "|".join(map(_spaced, sorted(known["known"], key=len, reverse=True)))
    ends = "|".join(map(re.escape, known["ends"]))
    after = rf"(?=$|[\s{_ENDS}]|(?:และ)?(?:{heads}|{ends})|และ(?:งาน|ฝ่าย|กลุ่ม))"
    stop = rf"(?:และ)?(?:{heads}|{ends})|และ(?:งาน|ฝ่าย|กลุ่ม)"
    more = _more_of_a_name()
    whole = rf"(?:{names}){after}(?!(?=\s{_any_of('subjects')}){more})"
    return re.compile(
        rf"(?<!ทุก)(?<!ทุก/)(?:{whole}|(?:{heads})(?:\s(?!{heads}))?(?:(?!{stop})[^\s{_ENDS}])*(?:{more})?)"
    )


def _more_of_a_name() -> str:
    """Matches what goes on after a space, to the end of the item: words of which none begins
    another name or a person's post, the last ones joined ("… ศาสนา วัฒนธรรมและกีฬา")."""
    known = words()["department"]
    kinds = ("heads", "part_heads", "posts", "people", "ends")
    others = [*(word for kind in kinds for word in known[kind]), *words()["agency"]["local"]]
    other = "|".join(map(re.escape, others))
    word = rf"(?!{other})(?:(?!และ)[ก-๙])+"
    return rf"(?:\s{word}){{1,3}}\s?และ\s?{word}(?=\s?(?:$|[{_ENDS}]))"


def _spaced(name: str) -> str:
    return r"\s?".join(map(re.escape, name.replace(" ", "")))


def _parts_in(line: str) -> list[str]:
    """Parts of departments, also behind the post that heads one ("หัวหน้าฝ่ายทะเบียน")."""
    heads = tuple(words()["department"]["part_heads"])
    parts = (part for beside in _words_of(line) for part in _largest(_beside().split(beside)))
    bare = (_post().sub("", part) for part in parts)
    return [part.replace(" ", "") for part in bare if part.startswith(heads) and part not in heads]


def _largest(parts: list[str]) -> list[str]:
    """Without the งาน of a named ฝ่าย or กลุ่มงาน ("งานพัสดุ กลุ่มงานบริหารทั่วไป")."""
    small = tuple(words()["department"]["small_parts"])
    large = [part for part in parts if not part.startswith(small)]
    return large if any(part.startswith(_large_heads()) for part in large) else parts


@lru_cache(maxsize=1)
def _large_heads() -> tuple[str, ...]:
    known = words()["department"]
    return tuple(head for head in known["part_heads"] if head not in known["small_parts"])


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\s+(?={_any_of('part_heads')})")


@lru_cache(maxsize=1)
def _post() -> re.Pattern[str]:
    return re.compile(rf"^.*?{_any_of('heading')}\s?(?={_any_of('part_heads')})")


def _any_of(kind: str) -> str:
    return f"(?:{'|'.join(map(re.escape, words()['department'][kind]))})"


def _others_in(line: str) -> list[str]:
    """What is neither a department nor a person's post, as it is written."""
    posts = tuple(words()["department"]["posts"])
    nothing = {*words()["around"]["nothing"], *words()["department"]["part_heads"]}
    return [part for part in _words_of(line) if not part.startswith(posts) and part not in nothing]


def _words_of(line: str) -> list[str]:
    return [part.strip() for part in _separators("()").split(line) if part.strip(" .-–:")]


@lru_cache(maxsize=2)
def _separators(brackets: str = "") -> re.Pattern[str]:
    """Between the items of a list. "และ" only before another head or post: inside a name
    ("กลุ่มงานประกันสุขภาพ ยุทธศาสตร์ และสารสนเทศ") it parts nothing."""
    known = words()["department"]
    other = "|".join(map(re.escape, [*known["heads"], *known["part_heads"], *known["posts"], "ทุก"]))
    return re.compile(
        rf"[,/;•·|{brackets}]|\sและ\s?(?={other})|ร่วมกับ\s?(?={other})|\s-\s|(?:^|\s)(?:\d+[.)]|[-–•])\s*"
    )
