"""รายงาน: the official table as it will be printed, and its files."""

from pages import printing, widgets

widgets.open_page("report")
printing.show()
