"""Filters that live in the address: a link opens the list it means, a reload keeps it."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from ita_data.figures.lines import View
from ita_data.figures.lists import all_departments
from ita_data.figures.paging import MOST, Part, part_of, turning
from pages.widgets.address import link
from pages.widgets.keeping import kept
from pages.widgets.text import measure_words

ALL = "ทั้งหมด"
# Which part of a long list is shown, from 1; it has this many letters at most.
PART, LETTERS = "part", 6
T = TypeVar("T")


def departments(view: View) -> dict[str, str]:
    """Every department of the report, for `select`."""
    return {name: name for name in all_departments(view)}


def measures(view: View) -> dict[str, str]:
    """Every measure of the report by its id, for `select`."""
    return {line.measure.id: measure_words(line.measure) for line in view.measures}


def select(label: str, name: str, words: Mapping[str, str], everything: str = ALL) -> str:
    """A choice by its short name in the address; "" for everything."""
    asked = st.query_params.get(name, "")
    key = f"filter_{name}"
    st.session_state[key] = asked if asked in words else ""
    return st.selectbox(
        label,
        ["", *words],
        format_func=lambda value: words.get(value, everything),
        key=key,
        filter_mode=None,
        on_change=kept(_keep),
        args=(name,),
    )


def words(label: str, name: str, placeholder: str) -> str:
    """Words to look for; "" for none."""
    key = f"filter_{name}"
    st.session_state[key] = st.query_params.get(name, "")
    return st.text_input(
        label, key=key, placeholder=placeholder, max_chars=100, on_change=kept(_keep), args=(name,)
    ).strip()


def part(items: Sequence[T], size: int = MOST) -> Part[T]:
    """The part of a long list that the address names."""
    asked = st.query_params.get(PART, "")
    number = int(asked) if asked.isdecimal() and len(asked) <= LETTERS else 1
    return part_of(items, number, size)


def ways(shown: Part[T], page: str, noun: str, *filters: str) -> str:
    """What of the list is shown, and the links on and back, which keep these filters. HTML."""
    kept = {name: st.query_params[name] for name in filters if name in st.query_params}

    def address(number: int) -> str:
        return link(page, **kept, part=number if number > 1 else None)

    return turning(shown, address, noun)


def _keep(name: str) -> None:
    st.query_params.pop(PART, None)
    value = st.session_state[f"filter_{name}"]
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
