"""What a list says of a draft, kept beside it so that a list opens none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Of which report a draft is, and how much is in it.

    `version`: the one it was begun on, None: none yet. `file`: the name of the file it was
    read from, "": none. `size` counts what the draft holds, `undecided` what waits in it for
    an answer.
    """

    agency: str
    fiscal_year: int | None
    version: int | None = None
    file: str = ""
    size: int = 0
    undecided: int = 0
