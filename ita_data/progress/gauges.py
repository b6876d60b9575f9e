"""The four gauges of a report, and the basis it is shown on first."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.model import Basis, Status
from ita_data.progress.frames import BASIS
from ita_data.progress.keys import rows_in
from ita_data.progress.results import BASES
from ita_data.progress.rollup import RolledUp
from ita_data.progress.standing import CODE
from ita_data.tables import Tables

CLAIMED, RECORDED, EVIDENCED = (BASES.index(basis) for basis in Basis)
ON_TRACK = [CODE[Status.ACHIEVED], CODE[Status.ON_TRACK]]
# Neither on track nor off it, so outside that gauge; each has a gauge or a count of its own.
NOT_JUDGED = [CODE[Status.NO_TARGET], CODE[Status.NOT_DUE]]


def gauges(reports: RolledUp) -> dict[str, NDArray[np.int64]]:
    """Numerator and denominator of each gauge, a row a report."""
    judged = reports.indicators[:, None] - reports.counts[..., NOT_JUDGED].sum(axis=-1)
    return {
        "gauge_on_track": reports.counts[..., ON_TRACK].sum(axis=-1),
        "gauge_on_track_of": judged,
        "gauge_with_target": reports.with_target,
        "gauge_with_target_of": reports.indicators,
        "gauge_recorded": reports.reported[:, RECORDED],
        "gauge_recorded_of": reports.indicators,
        "gauge_evidence": reports.reported[:, EVIDENCED],
        "gauge_evidence_of": reports.indicators,
    }


def default_basis(tables: Tables) -> pd.Categorical:
    """Recorded for a report with any recorded result, on whatever day; claimed before.

    Not by `as_of`: looking back at an earlier day should not change what is looked at.
    """
    recorded = tables.actuals[tables.actuals["basis"] == Basis.RECORDED.value]
    rows = rows_in(tables.agencies, recorded, ["report_id"])
    codes = np.full(len(tables.agencies), CLAIMED)
    codes[rows[rows >= 0]] = RECORDED
    return pd.Categorical.from_codes(codes.repeat(len(BASES)), dtype=BASIS)
