"""Words end where PyThaiNLP's newmm, with its own list and its own code, says they end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize

from ita_data.export.official import official_report
from ita_data.export.thai_words import segment
from ita_data.model import Report
from ita_data.reading import load
from sample_data import files

KNOWN = sorted(thai_words())
LETTERS = "กขคงจชญฎฐดตทธนบปผพฟมยรลวศษสหอฮะัาิีึืุูเแโใไๅ่้๊๋์็ํๆฯำ๑1.,%()/ab- \n\u200b😀"
PARTS = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(KNOWN),
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=5),
)
TEXTS = st.lists(PARTS, min_size=1, max_size=14).map("".join)


def lines(of: Report) -> set[str]:
    return {line for row in official_report(of).rows for text in row for line in text.split("\n")}


@settings(max_examples=400)
@given(TEXTS)
def test_any_text(text: str) -> None:
    assert segment(text) == word_tokenize(text)


def test_the_sample() -> None:
    found = lines(load("report", files.as_csv()).report)
    assert {line: segment(line) for line in found} == {line: word_tokenize(line) for line in found}


def test_the_seed(seed_bytes: bytes) -> None:
    found = lines(load("report", seed_bytes).report)
    assert len(found) == 42
    assert {line: segment(line) for line in found} == {line: word_tokenize(line) for line in found}


@pytest.mark.parametrize(
    "text", ["", "ก", "กกกก", "ตากลม", "เเละ", "น้ำำ", "ก์", "ๆๆ", "abcก1", "ๅ", "เ", "\ue000ก",
             "มากมาย" * 60, "กา", "ไม่กระดิกหู", "๑๒,๓๔๕.๖๗", "a\r\nข", "  ก  "]
)  # fmt: skip
def test_odd_texts(text: str) -> None:
    assert segment(text) == word_tokenize(text)
