"""What can be told of an evidence link: from its address, and from what answered there.

Pure: `ita_data.links` does the asking.
"""

from ita_data.evidence.addresses import (
    WebAddress,
    WrongAddress,
    host_of,
    is_link,
    is_of_domain,
    names_link,
    next_address,
    plain_domain,
    web_address,
)
from ita_data.evidence.answers import Answer, is_login, judged
from ita_data.evidence.linked import Linked, linked_of
from ita_data.evidence.networks import is_public
from ita_data.evidence.words import (
    OFFLINE,
    YearHint,
    checked_on,
    is_own,
    link_words,
    own_words,
    year_hint,
    year_words,
)

__all__ = [
    "OFFLINE", "Answer", "Linked", "WebAddress", "WrongAddress", "YearHint", "checked_on",
    "host_of", "is_link", "is_login", "is_of_domain", "is_own", "is_public", "judged", "link_words",
    "linked_of", "names_link", "next_address", "own_words", "plain_domain", "web_address",
    "year_hint", "year_words",
]  # fmt: skip
