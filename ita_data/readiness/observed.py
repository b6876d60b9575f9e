"""Findings under a name that stays from version to version."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2s

from ita_data.checking import case_of
from ita_data.checks import Outcome, Rule, findings_of, run
from ita_data.findings import SEVERITIES, Finding, Severity
from ita_data.model import AcceptedFinding, LinkCheck, TrackedReport
from ita_data.settings import Settings
from ita_data.thai import squash

# How a measure is called in messages; its number may change while the finding does not.
_NUMBER = re.compile(r"มาตรการที่ \d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A finding with its rule (None: only the reading knows it) and, where the officer let it
    stand, that. `words` is the hash that `AcceptedFinding.words` holds; `key` names the finding
    in addresses."""

    finding: Finding
    rule: Rule | None
    words: str
    accepted: AcceptedFinding | None = None

    @property
    def key(self) -> str:
        """The same for the same finding in every version; no other in the report has it."""
        return _hash(f"{self.finding.code}|{self.finding.measure_id or ''}|{self.words}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Every finding of one report, the most serious first, and what became of each rule."""

    observed: tuple[Observed, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def open(self) -> tuple[Observed, ...]:
        """Those nobody has accepted."""
        return tuple(one for one in self.observed if one.accepted is None)

    @property
    def accepted(self) -> tuple[Observed, ...]:
        """Those that the officer let stand."""
        return tuple(one for one in self.observed if one.accepted is not None)

    @property
    def counts(self) -> dict[Severity, int]:
        """Open findings by severity, the most serious first; severities without any too."""
        counted = Counter(one.finding.severity for one in self.open)
        return {severity: counted[severity] for severity in SEVERITIES}

    def of_measure(self, measure_id: str) -> tuple[Observed, ...]:
        """Those about one measure."""
        return tuple(one for one in self.observed if one.finding.measure_id == measure_id)

    def by_key(self, key: str) -> Observed | None:
        """The finding of that name; None where there is none (any more)."""
        return next((one for one in self.observed if one.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What an older version did not have, and what it had that is gone."""

    new: tuple[Observed, ...]
    resolved: tuple[Observed, ...]


def readiness_of(
    tracked: TrackedReport,
    reading: Sequence[Finding],
    settings: Settings,
    links: Iterable[LinkCheck] = (),
    unreported: Mapping[str, date] | None = None,
) -> Readiness:
    """`reading` are the findings that were stored when the report was read, `links` what was
    seen at its evidence, `unreported` what was due by the day it is looked at (`Case`)."""
    case = case_of(tracked, settings, reading=reading, links=links, unreported=unreported)
    outcomes = run(case)
    found = findings_of(outcomes, case.reading)
    return Readiness(
        observed=_observed(found, [outcome.rule for outcome in outcomes], tracked.accepted),
        outcomes=outcomes,
    )


def since(before: Readiness, now: Readiness) -> Since:
    """Two versions of one report compared; an accepted finding is there in both."""
    old = {one.key for one in before.observed}
    present = {one.key for one in now.observed}
    return Since(
        new=tuple(one for one in now.observed if one.key not in old),
        resolved=tuple(one for one in before.observed if one.key not in present),
    )


def _observed(
    findings: Iterable[Finding], rules: Iterable[Rule], accepted: Iterable[AcceptedFinding]
) -> tuple[Observed, ...]:
    by_code = {rule.code: rule for rule in rules}
    said = {(one.code, one.measure_id, one.words): one for one in accepted}
    seen: Counter[tuple[str, str | None, str]] = Counter()
    found = []
    for finding in findings:
        words = _told(finding)
        same = finding.code, finding.measure_id, words
        seen[same] += 1
        name = _hash(words if seen[same] == 1 else f"{words}#{seen[same]}")
        found.append(
            Observed(
                finding=finding,
                rule=by_code.get(finding.code),
                words=name,
                accepted=said.get((finding.code, finding.measure_id, name)),
            )
        )
    return tuple(found)


def _told(finding: Finding) -> str:
    """The file's words; without any, the message less what moves with a new row."""
    message = finding.message.replace(str(finding.place), "") if finding.place else finding.message
    return squash(finding.words) or squash(_NUMBER.sub("", message))


def _hash(words: str) -> str:
    return blake2s(words.encode(), digest_size=8).hexdigest()
