"""Proofs of results: links that open, kept files that download."""

from collections.abc import Iterable

from ita_data.model import Evidence
from ita_data.recording import is_link, media_type_of
from pages.widgets.downloads import download
from pages.widgets.resources import store
from pages.widgets.text import escape, plain


def proof_words(evidence: Evidence) -> str:
    """One proof as HTML; only a web address becomes a link."""
    words = escape(evidence.label or evidence.address)
    if not is_link(evidence.address):
        return f"หลักฐาน: {words}"
    address = escape(evidence.address.strip())
    return f'หลักฐาน: <a href="{address}" target="_blank" rel="noopener noreferrer">{words}</a>'


def proof_files(evidence: Iterable[Evidence], key: str) -> None:
    """A button for each kept file, with its name."""
    for one in evidence:
        if one.sha256 and not is_link(one.address):
            download(
                f":material/attach_file: {plain(one.address)}",
                f"proof-{key}-{one.sha256[:12]}",
                one.address,
                media_type_of(one.address),
                lambda name=one.sha256: store().file(name).content,
            )
