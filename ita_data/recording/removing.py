"""Taking away what is recorded: a whole result, for a reason, or one of its proofs. Each is taken
back the same way while the round is not saved."""

from dataclasses import replace

from ita_data.model import Evidence
from ita_data.recording.typed import Entry, Round


def remove_result(work: Round, actual_id: str) -> Round:
    """The round that deletes a result; a correction typed for it waits behind that."""
    entry = replace(work.corrections.get(actual_id, Entry()), removed=True, reason="")
    return replace(work, corrections={**work.corrections, actual_id: entry})


def keep_result(work: Round, actual_id: str) -> Round:
    """The round that does not delete it, with the correction that was typed before."""
    entry = replace(work.corrections[actual_id], removed=False, reason="", reason_words="")
    rest = {key: one for key, one in work.corrections.items() if key != actual_id}
    return replace(work, corrections=rest if entry == Entry() else {**rest, actual_id: entry})


def withdraw(work: Round, actual_id: str, proof: Evidence) -> Round:
    """The round that takes one proof off a result."""
    before = work.withdrawn.get(actual_id, ())
    return replace(work, withdrawn={**work.withdrawn, actual_id: (*before, proof)})


def put_back(work: Round, actual_id: str, proof: Evidence) -> Round:
    """The round that leaves this proof where it is."""
    left = tuple(one for one in work.withdrawn.get(actual_id, ()) if one != proof)
    rest = {key: proofs for key, proofs in work.withdrawn.items() if key != actual_id}
    return replace(work, withdrawn={**rest, actual_id: left} if left else rest)
