"""What may change: drafts, remembered choices, small values, what was seen at evidence links; and
the kept files of evidence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select

from ita_data.codec import from_json, to_json
from ita_data.model import Field, LinkCheck
from ita_data.store.contents import add_missing, content, keep, put
from ita_data.store.failures import StoreError
from ita_data.store.keys import agency_key, sha256, storable, time_text
from ita_data.store.records import Draft, DraftInfo, KeptFile
from ita_data.store.schema import column_choices, drafts, files, links, remembered
from ita_data.store.versions import Versions

_OF_INFO = [column for column in drafts.columns if column.name != "payload"]


class Desk(Versions):
    """The officer's desk: each put replaces what had the same key."""

    def save_draft(
        self,
        kind: str,
        key: str,
        payload: bytes,
        author: str = "",
        owner: str = "",
        about: bytes | None = None,
    ) -> None:
        """Keep what is being typed until it is saved; survives reload and restart."""
        row = self._row(kind, key, payload, author, owner, about)
        with self._writing() as connection:
            put(connection, drafts, row)

    def change_draft(
        self, kind: str, key: str, change: Callable[[Draft], Draft | None]
    ) -> Draft | None:
        """Read a draft, change it and keep it, with no other change in between.

        `change` must not use the store: this transaction has its turn. It gives None where
        the draft is to stay as it is. The draft as it is now; None where there is none.
        """
        query = select(drafts).filter_by(kind=kind, key=key).with_for_update()
        with self._writing() as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            before = _draft(row)
            if (after := change(before)) is None:
                return before
            new = self._row(kind, key, after.payload, after.author, after.owner, after.about)
            put(connection, drafts, new)
        return replace(after, saved_at=datetime.fromisoformat(new["saved_at"]))

    def draft(self, kind: str, key: str) -> Draft | None:
        """One draft; None where there is none."""
        with self._reading() as connection:
            row = connection.execute(select(drafts).filter_by(kind=kind, key=key)).one_or_none()
        return None if row is None else _draft(row)

    def drafts(self, kind: str) -> tuple[DraftInfo, ...]:
        """All drafts of a kind, the newest first; their contents are not read."""
        query = select(*_OF_INFO).filter_by(kind=kind)
        query = query.order_by(drafts.c.saved_at.desc(), drafts.c.key)
        with self._reading() as connection:
            return tuple(DraftInfo(**_said(row)) for row in connection.execute(query))

    def drop_draft(self, kind: str, key: str) -> None:
        """Forget a draft; nothing happens where there is none."""
        with self._writing() as connection:
            connection.execute(drafts.delete().filter_by(kind=kind, key=key))

    def drop_untouched_drafts(self, days: int) -> int:
        """Forget the drafts that nobody has changed for so many days; how many there were.

        What is kept under one key, as a review and its file, is as old as the newest of it.
        """
        last = time_text(self._clock() - timedelta(days=days))
        touched = select(drafts.c.key).where(drafts.c.saved_at >= last)
        untouched = drafts.c.key.not_in(touched)
        with self._reading() as connection:
            if connection.execute(select(drafts.c.key).where(untouched).limit(1)).first() is None:
                return 0
        with self._writing() as connection:
            return connection.execute(drafts.delete().where(untouched)).rowcount

    def remember_columns(self, signature: str, mapping: Mapping[int, Field | None]) -> None:
        """How the officer matched the columns of a header: {1-based column: field or None}."""
        row = {"signature": signature, "mapping": to_json(dict(mapping))}
        with self._writing() as connection:
            put(connection, column_choices, row | {"saved_at": time_text(self._clock())})

    def all_remembered_columns(self) -> dict[str, dict[int, Field | None]]:
        """The same back by signature, as `Choices.columns` wants it."""
        query = select(column_choices.c.signature, column_choices.c.mapping)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return {name: from_json(dict[int, Field | None], mapping) for name, mapping in rows}

    def remember(self, key: str, value: Any) -> None:
        """Keep a small value that JSON can hold."""
        with self._writing() as connection:
            put(connection, remembered, {"key": key, "value": to_json(value)})

    def recall(self, key: str, default: Any = None) -> Any:
        """The value again; `default` where none was kept."""
        with self._reading() as connection:
            found = connection.execute(select(remembered.c.value).filter_by(key=key)).scalar()
        return default if found is None else from_json(object, found)

    def keep_links(self, agency: str, fiscal_year: int, checks: Iterable[LinkCheck]) -> None:
        """Keep what was seen at a report's evidence; a newer look replaces an older one."""
        report = {"agency_key": agency_key(agency), "fiscal_year": fiscal_year}
        with self._writing() as connection:
            for check in checks:
                row = {"address_sha256": sha256(check.address.encode()), "payload": to_json(check)}
                put(connection, links, report | row | {"checked_at": time_text(check.at)})

    def links(self, agency: str, fiscal_year: int) -> tuple[LinkCheck, ...]:
        """What was last seen at each address of a report's evidence, the latest look first."""
        query = (
            select(links.c.payload)
            .filter_by(agency_key=agency_key(agency), fiscal_year=fiscal_year)
            .order_by(links.c.checked_at.desc(), links.c.address_sha256)
        )
        with self._reading() as connection:
            found = connection.execute(query).scalars().all()
        return tuple(from_json(LinkCheck, payload) for payload in found)

    def keep_file(self, data: bytes, name: str, media_type: str) -> str:
        """Keep a file of evidence; its sha256 is how to get it back. Kept once per content,
        under the first name. Its type and size are for the caller to check."""
        row = {"sha256": sha256(data), "name": storable(name), "media_type": storable(media_type)}
        with self._writing() as connection:
            keep(connection, data)
            add_missing(connection, files, row | {"kept_at": time_text(self._clock())})
        return row["sha256"]

    def file(self, name: str) -> KeptFile:
        """A kept file by its sha256. Raises StoreError ("missing")."""
        with self._reading() as connection:
            row = connection.execute(select(files).filter_by(sha256=name)).one_or_none()
            if row is None:
                raise StoreError("missing")
            data = content(connection, name)
        return KeptFile(name=row.name, media_type=row.media_type, content=data)

    def _row(
        self, kind: str, key: str, payload: bytes, author: str, owner: str, about: bytes | None
    ) -> dict[str, Any]:
        said = {"author": storable(author), "owner": storable(owner), "about": about}
        now = time_text(self._clock())
        return {"kind": kind, "key": key, "payload": payload, **said, "saved_at": now}


def _draft(row: Row[Any]) -> Draft:
    return Draft(**_said(row), payload=bytes(row.payload))


def _said(row: Row[Any]) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "key": row.key,
        "author": row.author,
        "owner": row.owner,
        "saved_at": datetime.fromisoformat(row.saved_at),
        "about": None if row.about is None else bytes(row.about),
    }
