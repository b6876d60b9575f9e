"""The reports of the corpus give what they must give, and nothing else."""

import pytest

from tests.checks.quality import Sample, faults_in, samples


def test_there_are_enough_reports() -> None:
    assert len(samples()) >= 30


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_a_report_gives_what_it_must(sample: Sample) -> None:
    assert faults_in(sample) == sample.known
