"""แผนปีถัดไป: next fiscal year's plan from this report, with last year's promise and result."""

from pages import planning, widgets

widgets.open_page("plan")
planning.show()
