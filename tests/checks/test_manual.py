"""docs/checks.md says what the rules say."""

from ita_data.checks import RULES
from ita_data.checks.manual import manual
from tests.conftest import PROJECT


def test_the_manual_is_up_to_date() -> None:
    written = (PROJECT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == manual(), "python -m ita_data.checks.manual > docs/checks.md"


def test_every_rule_has_its_part() -> None:
    assert [line[3:] for line in manual().splitlines() if line.startswith("## ")] == [
        rule.code for rule in RULES
    ]
