"""Reports written by someone who did not know how they are read; their golds were written first.

Dropping a file and its gold into tests/cases/blind adds a test. The gold is the JSON of
`inspect` without findings and places; keys that it leaves out are not asked.
"""

from pathlib import Path

import pytest

from tests.cases.score import HERE, cases_in, fields, gold_of, quantities, reading_like

BLIND = cases_in(HERE / "blind")


@pytest.mark.parametrize("case", BLIND, ids=lambda path: path.name)
def test_a_report_reads_as_it_was_meant(case: Path) -> None:
    gold = gold_of(case)
    read = reading_like(case, gold)
    assert list(fields(read)) == list(fields(gold))
    assert list(quantities(read)) == list(quantities(gold))


def test_every_gold_has_its_file() -> None:
    golds = {path.name.removesuffix(".gold.json") for path in (HERE / "blind").glob("*.gold.json")}
    assert golds == {case.stem for case in BLIND}
