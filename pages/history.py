"""ประวัติ: every version, what changed between any two, and the way back."""

from pages import versions, widgets

widgets.open_page("history")
versions.show()
