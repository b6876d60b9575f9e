"""Filters that live in the address: a link opens the list it means, a reload keeps it."""

from collections.abc import Mapping

import streamlit as st

ALL = "ทั้งหมด"


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
        on_change=_keep,
        args=(name,),
    )


def words(label: str, name: str, placeholder: str) -> str:
    """Words to look for; "" for none."""
    key = f"filter_{name}"
    st.session_state[key] = st.query_params.get(name, "")
    return st.text_input(
        label, key=key, placeholder=placeholder, max_chars=100, on_change=_keep, args=(name,)
    ).strip()


def _keep(name: str) -> None:
    value = st.session_state[f"filter_{name}"]
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
