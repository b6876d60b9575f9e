"""นำเข้า: choose a file, look at what was understood, store it as a version."""

from pages import importing, widgets

widgets.open_page("upload")
importing.show()
