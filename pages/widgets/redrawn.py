"""HTML in a place of a page, of which the next one changes only what differs (docs/adr/0015)."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_SCRIPT = Path(__file__).with_name("redrawn.js").read_text(encoding="utf-8")


def redraw(place: DeltaGenerator, html: str) -> None:
    """The HTML in its place, one of these a page. Its words must be escaped: what is not of our own
    few elements and attributes, or leads elsewhere, the browser drops."""
    with place:
        # As bytes: of anything else the framework first asks whether it is a table.
        _component()(key="ita-screen", data=html.encode())


@cache
def _component() -> Any:
    return st.components.v2.component("ita_screen", js=_SCRIPT, isolate_styles=False)
