"""The store against a model of plain dictionaries, by random steps, on both databases."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from ita_data.model import TrackedReport
from ita_data.settings import Settings
from ita_data.store import Conflict, Draft, Store, StoreError
from tests.store.conftest import new_database
from tests.store.made import AGENCY, tracked

words = st.text(max_size=8)
agencies = st.sampled_from((AGENCY, "เทศบาลตำบลกอไผ่"))
years = st.sampled_from((2568, 2569))
keys = st.sampled_from(("ก", "ข"))
RUNS = settings(
    max_examples=8,
    stateful_step_count=15,
)


class StoreSteps(RuleBasedStateMachine):
    """Every rule does the same to the store and to the model."""

    database_url: str | None = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="ita-steps-")
        self.settings = Settings(data_dir=self.folder.name, database_url=self.address())
        self.store = Store.open(self.settings)
        self.versions: dict[tuple[str, int], list[TrackedReport]] = {}
        self.drafts: dict[str, bytes] = {}
        self.columns: dict[str, dict[int, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.backed_up: tuple[Any, ...] | None = None

    def address(self) -> str | None:
        return None

    @rule(agency=agencies, year=years, text=words)
    def save(self, agency: str, year: int, text: str) -> None:
        report = tracked(text, agency, year)
        chain = self.versions.setdefault((agency, year), [])
        info = self.store.save(report, author=text, reason="", expected_version=len(chain))
        chain.append(report)
        assert info.number == len(chain)

    @rule(agency=agencies, year=years, behind=st.integers(1, 3), text=words)
    def save_on_another_version(self, agency: str, year: int, behind: int, text: str) -> None:
        chain = self.versions.get((agency, year), [])
        expected = abs(len(chain) - behind)
        if expected == len(chain):
            return
        report = tracked(text, agency, year)
        with pytest.raises(Conflict) as caught:
            self.store.save(report, author="", reason="", expected_version=expected)
        newer = caught.value.newer
        assert (newer.tracked if newer else None) == (chain[-1] if chain else None)

    @rule(agency=agencies, year=years, data=st.data())
    def bring_an_older_one_back(self, agency: str, year: int, data: st.DataObject) -> None:
        if chain := self.versions.get((agency, year)):
            number = data.draw(st.integers(1, len(chain)))
            old = self.store.version(agency, year, number).tracked
            self.store.save(old, author="", reason="", kind="restore")
            chain.append(chain[number - 1])

    @rule(key=keys, payload=st.binary(max_size=8))
    def save_draft(self, key: str, payload: bytes) -> None:
        self.store.save_draft("round", key, payload)
        self.drafts[key] = payload

    @rule(key=keys, more=st.binary(max_size=4))
    def change_draft(self, key: str, more: bytes) -> None:
        def longer(draft: Draft) -> Draft:
            return replace(draft, payload=draft.payload + more)

        changed = self.store.change_draft("round", key, longer)
        assert (changed is None) == (key not in self.drafts)
        if changed is not None:
            self.drafts[key] += more

    @rule(agency=agencies, year=years, key=keys, text=words)
    def save_what_was_drafted(self, agency: str, year: int, key: str, text: str) -> None:
        """The draft goes with the save; without it nothing is saved."""
        report, chain = tracked(text, agency, year), self.versions.setdefault((agency, year), [])
        spends = [("round", key)]
        if self.drafts.pop(key, None) is None:
            with pytest.raises(StoreError, match="บันทึกซ้ำ"):
                self.store.save(report, author="", reason="", spends=spends)
        else:
            self.store.save(report, author="", reason="", spends=spends)
            chain.append(report)

    @rule(data=st.binary(max_size=8))
    def keep_file(self, data: bytes) -> None:
        self.files[self.store.keep_file(data, "ก", "text/plain")] = data

    @rule(key=keys)
    def drop_draft(self, key: str) -> None:
        self.store.drop_draft("round", key)
        self.drafts.pop(key, None)

    @rule(key=keys, mapping=st.dictionaries(st.integers(1, 9), st.sampled_from(("title", None))))
    def remember_columns(self, key: str, mapping: dict[int, Any]) -> None:
        self.store.remember_columns(key, mapping)
        self.columns[key] = mapping

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.settings)

    @rule()
    def backup(self) -> None:
        self.store.backup(self.backup_file)
        chains = {key: list(chain) for key, chain in self.versions.items()}
        self.backed_up = (chains, dict(self.drafts), dict(self.columns), dict(self.files))

    @precondition(lambda self: self.backed_up is not None)
    @rule()
    def restore(self) -> None:
        self.store.restore(self.backup_file)
        assert self.backed_up is not None
        chains, drafts, columns, files = self.backed_up
        self.versions = {key: list(chain) for key, chain in chains.items()}
        self.drafts, self.columns = dict(drafts), dict(columns)
        self.files = dict(files)

    @property
    def backup_file(self) -> Path:
        return Path(self.folder.name) / "backup.ita"

    @invariant()
    def holds_the_same(self) -> None:
        chains = {key: chain for key, chain in self.versions.items() if chain}
        infos = self.store.reports()
        assert {(i.agency, i.fiscal_year): i.latest for i in infos} == {
            key: len(chain) for key, chain in chains.items()
        }
        for key, chain in chains.items():
            latest = self.store.latest(*key)
            assert latest is not None
            assert latest.tracked == chain[-1]
        kept = [self.store.draft("round", info.key) for info in self.store.drafts("round")]
        assert {draft.key: draft.payload for draft in kept if draft} == self.drafts
        assert self.store.all_remembered_columns() == self.columns
        assert {name: self.store.file(name).content for name in self.files} == self.files

    def teardown(self) -> None:
        for key, chain in self.versions.items():
            found = [self.store.version(*key, info.number) for info in self.store.versions(*key)]
            assert [version.tracked for version in found] == chain
        self.store.close()
        self.folder.cleanup()


def test_sqlite_does_what_the_model_does() -> None:
    run(StoreSteps, settings=RUNS)


def test_postgresql_does_what_the_model_does(postgres_server: Any) -> None:
    class OnPostgreSQL(StoreSteps):
        def address(self) -> str:
            return new_database(postgres_server)

    run(OnPostgreSQL, settings=RUNS)
