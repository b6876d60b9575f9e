"""No line of the PDF ends inside a Thai word: the sample, the real report, every case."""

from functools import cache
from itertools import pairwise
from pathlib import Path

from pythainlp.tokenize import word_tokenize

from ita_data.export.official import official_report
from ita_data.export.pdf import official_pdf, unknown_letters
from ita_data.export.pieces import place_names
from ita_data.export.thai_words import smaller_words
from ita_data.model import Report
from ita_data.reading import load
from ita_data.thai import squash
from sample_data import files
from tests.conftest import PROJECT
from tests.export.paper import lines_of

CASES = PROJECT / "tests" / "cases"
# Letters before and after the end of a line by which it is found in the text.
AROUND = 15


def letters(text: str) -> str:
    """Without any space, also the ones that do not break."""
    return "".join(squash(text).split())


def borders(line: str) -> set[int]:
    """Where its words end, counted without white space: as newmm cuts what stands between two
    spaces, and where a long word is made of others, these."""
    ends, at = {0}, 0
    for word in (word for run in line.split() for word in word_tokenize(run, engine="newmm")):
        for part in smallest(word):
            at += len(letters(part))
            ends.add(at)
    return ends


@cache
def smallest(word: str) -> list[str]:
    parts = smaller_words(word)
    return parts if len(parts) == 1 else [small for part in parts for small in smallest(part)]


def cut_words(of: Report) -> tuple[list[str], int]:
    """Line ends of the PDF that are no ends of words, and how many were looked at.

    A name that the report gives as its own place is a word though no list has it; an address
    is cut where it must be.
    """
    rows = official_report(of).rows
    texts = {letters(line): line for row in rows for text in row for line in text.split("\n")}
    lines = [letters(line) for line in lines_of(official_pdf(of))]
    found, looked = [], 0
    for before, after in pairwise(lines):
        ends = before[-AROUND:] + after[:AROUND]
        if text := next((text for text in texts if ends in text), None):
            looked += 1
            at = text.index(ends) + len(before[-AROUND:])
            if at not in borders(texts[text]) and not may_end(text, at, of):
                found.append(f"{before[-AROUND:]}|{after[:AROUND]}")
    return found, looked


def may_end(text: str, at: int, of: Report) -> bool:
    """Whether it is where a place's name begins or ends, or inside an address, a date, a sign."""
    names = [letters(name) for name in place_names(of)]
    if any(text[:at].endswith(name) or text[at:].startswith(name) for name in names):
        return True
    return text[at - 1] in "-/." or (text[at - 1].isascii() and text[at].isascii())


def test_the_sample() -> None:
    found, looked = cut_words(load("report", files.as_csv()).report)
    assert found == []
    assert looked > 60


def test_the_seed(seed_bytes: bytes) -> None:
    found, looked = cut_words(load("report", seed_bytes).report)
    assert found == []
    assert looked > 60


def cases() -> list[Path]:
    golds = sorted(CASES.rglob("*.gold.json"))
    return [
        path
        for gold in golds
        for path in sorted(gold.parent.glob(gold.name.removesuffix(".gold.json") + ".*"))
        if path != gold
    ]


def test_every_case() -> None:
    """A report that stands in several forms of file is looked at once."""
    found, looked, seen = {}, 0, set()
    for path in cases():
        report = load(path.name, path.read_bytes()).report
        rows = official_report(report).rows
        if rows in seen or unknown_letters(report):
            continue
        seen.add(rows)
        cut, count = cut_words(report)
        looked += count
        if cut:
            found[path.name] = cut
    assert found == {}
    assert len(seen) > 50
    assert looked > 500
