"""The files of a report, each made when it is asked for; its libraries are loaded then too."""

from functools import cached_property
from typing import Any

from ita_data.clock import BANGKOK
from ita_data.export.standing import Standing
from pages import widgets
from pages.printing.paper import Paper


class Files:
    """What can be made of the open report. `with_pdf`: the font has every letter of it."""

    def __init__(self, opened: widgets.Opened, paper: Paper, *, with_pdf: bool) -> None:
        self.opened = opened
        self.paper = paper
        self.with_pdf = with_pdf

    @property
    def name(self) -> str:
        """How the files are called."""
        report = self.opened.tracked.report
        return f"รายงาน ITA {report.agency} {report.fiscal_year or ''}".strip()

    @property
    def paper_name(self) -> str:
        """The same of what is printed for a round."""
        return f"{self.name} รอบ 6 เดือน" if self.paper.half_year else self.name

    @cached_property
    def standing(self) -> Standing:
        """Where the report stands on the day and basis that the pages show."""
        return Standing(self.opened.tracked, self.opened.progress, self.opened.basis)

    def _paper_words(self) -> dict[str, Any]:
        return {
            **self.paper.words(),
            "cover": self.paper.signed.cover,
            "emblem": self.paper.emblem(),
            "created": widgets.today(),
        }

    def pdf(self) -> bytes:
        from ita_data.export.pdf import official_pdf

        return official_pdf(self.paper.report, **self._paper_words())

    def word(self) -> bytes:
        from ita_data.export.word import official_docx

        return official_docx(self.paper.report, **self._paper_words())

    def html(self) -> bytes:
        from ita_data.export.html import report_page

        return report_page(self.paper.report, **self.paper.words()).encode()

    def excel(self) -> bytes:
        from ita_data.export.excel import summary_workbook

        return summary_workbook(
            self.opened.tracked,
            self.opened.progress,
            tuple(one.finding for one in widgets.readiness(self.opened).observed),
            basis=self.opened.basis,
            version_words=widgets.version_words(self.opened, printed=True),
            log=self._log(),
        )

    def _log(self) -> Any:
        from ita_data.change_log import log_of

        version = self.opened.version
        return log_of(widgets.store(), version, BANGKOK) if version else ()

    def workbook(self) -> bytes:
        """The tracking workbook, to fill in results and import again."""
        from ita_data.export.template import tracking_workbook

        return tracking_workbook(self.opened.tracked)

    def plan(self) -> bytes:
        """Next fiscal year's plan in a tracking workbook."""
        from ita_data.changes import next_year
        from ita_data.export.template import tracking_workbook

        return tracking_workbook(next_year(self.opened.tracked))

    def brief(self) -> bytes:
        from ita_data.export.pdf.brief import brief_pdf

        return brief_pdf(
            self.standing, version_words=widgets.version_words(self.opened, printed=True)
        )

    def memo(self) -> bytes:
        from ita_data.export.word import memo_docx

        opened, paper = self.opened, self.paper
        progress = widgets.progress_on(opened.which, paper.day)
        return memo_docx(
            opened.tracked.report,
            Standing(opened.tracked, progress, opened.basis).facts(),
            half_year=paper.half_year,
            signature=paper.signatures[0],
            emblem=paper.emblem(),
        )

    def publish(self) -> bytes:
        from ita_data.export.publish import publish_page

        return publish_page(
            self.standing, digits=self.paper.digits, results=self.paper.results
        ).encode()

    @cached_property
    def has_dues(self) -> bool:
        """Whether anything is still due, so that there is a calendar to make."""
        from ita_data.export.calendar import upcoming

        return bool(upcoming(self.standing, widgets.today()))

    def calendar(self) -> bytes:
        from ita_data.export.calendar import calendar_ics

        return calendar_ics(self.standing, widgets.today())
