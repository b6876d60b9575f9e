"""What is due with nothing reported, for those who ask only that."""

from datetime import date

from ita_data.model import Status
from ita_data.progress.assessment import Progress


def unreported_since(progress: Progress, report_id: str) -> dict[str, date]:
    """Of one report's indicators that are not reported, on its default basis, the first due
    date: by indicator id, as many as the first screen counts."""
    frame = progress.indicators
    bases = progress.reports.set_index("report_id")["default_basis"]
    own = frame[frame["report_id"] == report_id]
    if own.empty:
        return {}
    basis = bases.loc[[report_id]].iloc[0]
    silent = own[(own["basis"] == basis) & (own["status"] == Status.NOT_REPORTED.value)]
    silent = silent[silent["overdue_since"].notna()]
    days = (day.date() for day in silent["overdue_since"])
    return dict(zip(silent["indicator_id"].tolist(), days, strict=True))
