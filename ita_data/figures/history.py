"""What each version of a report said on its own day: the three percents over time.

Not the course of the year (cumulative.py), which is drawn from what is known today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from ita_data.dates import thai_date
from ita_data.figures.cumulative import COLOURS, DASHES, FONT, LINE
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS, percent_words

# More points than this are drawn one a month: nobody tells them apart on a screen.
MOST_POINTS = 40
VERSIONS_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A version and the day `on` which it was made. `percents` are 0..1, None where unknown;
    they are of the day `of`, which is never outside the report's year."""

    number: int
    on: date
    of: date
    percents: Mapping[Basis, float | None]


def versions_to_draw(made: Sequence[tuple[int, date]]) -> tuple[tuple[int, date], ...]:
    """Of (number, day) in order: the last version of each day; of each month where there are
    more than MOST_POINTS days. The first and the last version always stay."""
    days = {day: (number, day) for number, day in made}
    if len(days) > MOST_POINTS:
        days = {day.replace(day=1): point for day, point in days.items()}
    return tuple(sorted({*made[:1], *days.values()}))


def history_words(standings: Sequence[Standing]) -> str:
    """The chart in one sentence: each basis that any version knows, from the first to the last."""
    parts = [words for basis in Basis if (words := _from_to(standings, basis))]
    if not parts:
        return "ยังไม่มีรุ่นใดที่คิดเป็นร้อยละได้"
    first, last = standings[0], standings[-1]
    span = (
        f"จากรุ่นที่ {first.number} ({thai_date(first.on)}) ถึงรุ่นที่ {last.number} ({thai_date(last.on)})"
    )
    return f"{span if len(standings) > 1 else thai_date(last.on)}: {' · '.join(parts)}"


def _from_to(standings: Sequence[Standing], basis: Basis) -> str:
    shares = [one.percents.get(basis) for one in standings]
    if all(share is None for share in shares):
        return ""
    before, after = percent_words(shares[0]), percent_words(shares[-1])
    return f"{BASIS_WORDS[basis]} {after if before == after else f'{before} → {after}'}"


def history_figure(standings: Sequence[Standing]) -> go.Figure:
    """Steps by version number: several of one day stay apart. Points carry version, day and
    percent."""
    figure = go.Figure(layout=_layout(standings))
    for basis in Basis:
        if any(one.percents.get(basis) is not None for one in standings):
            figure.add_trace(_line(basis, standings))
    return figure


def _line(basis: Basis, standings: Sequence[Standing]) -> go.Scatter:
    shares = [one.percents.get(basis) for one in standings]
    said = [
        [one.number, thai_date(one.on), percent_words(share)]
        for one, share in zip(standings, shares, strict=True)
    ]
    return go.Scatter(
        x=[one.number for one in standings],
        y=shares,
        name=BASIS_WORDS[basis],
        mode="lines+markers",
        line={"color": COLOURS[basis], "width": 3, "dash": DASHES[basis], "shape": "hv"},
        marker={"size": 8, "color": COLOURS[basis]},
        cliponaxis=False,
        customdata=said,
        hovertemplate="รุ่นที่ %{customdata[0]} · %{customdata[1]}<br>"
        + BASIS_WORDS[basis]
        + " %{customdata[2]}<extra></extra>",
    )


def _layout(standings: Sequence[Standing]) -> go.Layout:
    axis = {"gridcolor": LINE, "linecolor": LINE, "zeroline": False, "fixedrange": True}
    named = _named(standings)
    return go.Layout(
        height=280,
        margin={"l": 48, "r": 24, "t": 12, "b": 40},
        font=FONT,
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        hoverlabel={"font": FONT, "bgcolor": "#FFFFFF"},
        legend={"orientation": "h", "y": -0.24, "x": 0, "font": FONT},
        xaxis=axis
        | {
            "range": [standings[0].number - 0.5, standings[-1].number + 0.5],
            "tickvals": [one.number for one in named],
            "ticktext": [f"รุ่นที่ {one.number}<br>{thai_date(one.on)}" for one in named],
        },
        yaxis=axis
        | {
            "range": [-0.05, 1.05],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0%", "25%", "50%", "75%", "100%"],
        },
    )


def _named(standings: Sequence[Standing]) -> list[Standing]:
    """At most three, which a phone has room for: none nearer to the last than half of all."""
    apart = (standings[-1].number - standings[0].number) / VERSIONS_NAMED
    found = [standings[0]]
    for one in standings[1:]:
        if one.number - found[-1].number >= apart:
            found.append(one)
    return found
