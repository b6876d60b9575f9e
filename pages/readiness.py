"""ตรวจความพร้อม: what to put right before the report is handed in, and what stands with a reason."""

from pages import examining, widgets

widgets.open_page("readiness")
examining.show()
