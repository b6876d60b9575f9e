"""แก้ไขตัวชี้วัด: accept, correct, merge, drop and add indicators; one save makes one version."""

from pages import revising, widgets

widgets.open_page("indicators")
revising.show()
