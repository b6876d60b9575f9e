"""Indicators revised after the import: accepted, corrected, merged, dropped, added by hand, and
the officer's own word on a status. Kept as a `Revision` until it is saved as one version.
"""

from ita_data.revising.deciding import (
    accept_all,
    add,
    as_it_was,
    correct,
    join,
    may_join,
    set_status,
    start,
    touched,
    use,
)
from ita_data.revising.finishing import finish, problems, put_together
from ita_data.revising.records import Problem, Revision

__all__ = [
    "Problem", "Revision", "accept_all", "add", "as_it_was", "correct", "finish", "join",
    "may_join", "problems", "put_together", "set_status", "start", "touched", "use",
]  # fmt: skip
