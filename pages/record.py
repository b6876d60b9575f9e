"""บันทึกผล: enter results with date, note and evidence; one save makes one version."""

from pages import recording, widgets

widgets.open_page("record")
recording.show()
