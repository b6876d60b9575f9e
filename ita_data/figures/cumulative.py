"""Plan against result over the fiscal year, in percent of all targets, with today's line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from ita_data.dates import fiscal_months, month_ends, month_short, thai_date
from ita_data.figures.lines import DayStanding
from ita_data.model import Basis
from ita_data.words import BASIS_WORDS, percent_words

INK, NAVY, LIGHT, GREY, LINE = "#1A2433", "#1F3A5F", "#6F8FB8", "#4A5568", "#D5DCE5"
FONT = {"family": "Sarabun, sans-serif", "size": 14, "color": INK}
DASHES = {Basis.CLAIMED: "dot", Basis.RECORDED: "solid", Basis.EVIDENCED: "solid"}
# Drawn beyond the year, so that the plan's last step is seen and not only its foot.
AFTER = timedelta(days=7)
COLOURS = {Basis.CLAIMED: GREY, Basis.RECORDED: LIGHT, Basis.EVIDENCED: NAVY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Shares 0..1 of all targets at the close of days, None where unknown. `plan` runs over
    the whole year and names the day looked at too, `results` on each basis up to that day."""

    plan: tuple[tuple[date, float | None], ...]
    results: dict[Basis, tuple[tuple[date, float | None], ...]]


def course_of(fiscal_year: int, as_of: date, standing_on: Callable[[date], DayStanding]) -> Course:
    """The course of a year from where its month ends stand; the same rules on every day."""
    ends = month_ends(fiscal_year)
    past = sorted({day for day in ends if day <= as_of} | {as_of})
    planned = sorted({*past, *ends})
    standings = {day: standing_on(day) for day in planned}
    start = fiscal_months(fiscal_year)[0]
    plan = tuple((day, standings[day].expected) for day in planned)
    results = {
        basis: tuple((day, standings[day].percents.get(basis)) for day in past) for basis in Basis
    }
    return Course(plan=((start, 0.0), *plan), results=results)


def course_words(course: Course, as_of: date) -> str:
    """The chart in one sentence, for those who cannot see it."""
    plan = next((share for day, share in reversed(course.plan) if day <= as_of), None)
    parts = [f"ณ วันที่ {thai_date(as_of)} ตามแผนควรได้ {percent_words(plan)}"]
    for basis, points in course.results.items():
        if (share := points[-1][1]) is not None:
            parts.append(f"{BASIS_WORDS[basis]} {percent_words(share)}")
    return " · ".join(parts)


def course_table(course: Course) -> str:
    """The chart as a table: a row a day, the plan and each basis that is drawn. HTML."""
    bases = drawn_bases(course)
    results = {basis: dict(course.results[basis]) for basis in bases}
    plan = dict(course.plan)
    days = sorted({*plan, *(day for points in results.values() for day in points)})
    heads = ("วันที่", "ตามแผนควรได้", *(BASIS_WORDS[basis] for basis in bases))
    head = "".join(f'<th scope="col">{word}</th>' for word in heads)
    rows = "".join(
        f'<tr><th scope="row">{thai_date(day)}</th>'
        + "".join(
            f"<td>{percent_words(share) if share is not None else '–'}</td>"
            for share in (plan.get(day), *(results[basis].get(day) for basis in bases))
        )
        + "</tr>"
        for day in days
    )
    return f'<table class="ita-course"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def course_figure(course: Course, as_of: date, fiscal_year: int) -> go.Figure:
    """The chart: the plan in steps, results as lines with their names at the end."""
    figure = go.Figure(layout=_layout(fiscal_year))
    figure.add_trace(_plan(course))
    for basis in drawn_bases(course):
        figure.add_trace(_result(basis, course.results[basis]))
    figure.add_vline(x=as_of.isoformat(), line={"color": INK, "width": 2})
    figure.add_annotation(
        x=as_of.isoformat(), y=1, yref="paper", yanchor="bottom", showarrow=False,
        text=thai_date(as_of), font={"size": 13, "color": INK},
    )  # fmt: skip
    return figure


def drawn_bases(course: Course) -> tuple[Basis, ...]:
    """The bases that have a course. Claims all stand for one day, so they have none of their
    own: they are drawn only where nothing is recorded."""
    known = [
        basis
        for basis, points in course.results.items()
        if any(share is not None for _, share in points)
    ]
    return tuple(basis for basis in known if basis != Basis.CLAIMED or known == [Basis.CLAIMED])


def _plan(course: Course) -> go.Scatter:
    last, share = course.plan[-1]
    drawn = (*course.plan, (last + AFTER, share))
    told = [[thai_date(day), percent_words(share)] for day, share in course.plan]
    return go.Scatter(
        x=[day.isoformat() for day, _ in drawn],
        y=[share for _, share in drawn],
        name="ตามแผนควรได้",
        mode="lines",
        line={"color": INK, "width": 2, "dash": "dash", "shape": "hv"},
        customdata=[*told, told[-1]],
        hovertemplate="%{customdata[0]}<br>ควรได้ %{customdata[1]}<extra></extra>",
    )


def _result(basis: Basis, points: tuple[tuple[date, float | None], ...]) -> go.Scatter:
    return go.Scatter(
        x=[day.isoformat() for day, _ in points],
        y=[share for _, share in points],
        name=BASIS_WORDS[basis],
        mode="lines+markers",
        line={"color": COLOURS[basis], "width": 3, "dash": DASHES[basis]},
        marker={"size": 7, "color": COLOURS[basis]},
        customdata=[[thai_date(day), percent_words(share)] for day, share in points],
        hovertemplate="%{customdata[0]}<br>"
        + BASIS_WORDS[basis]
        + " %{customdata[1]}<extra></extra>",
    )


def _layout(fiscal_year: int) -> go.Layout:
    ends, start = month_ends(fiscal_year), fiscal_months(fiscal_year)[0]
    axis = {"gridcolor": LINE, "linecolor": LINE, "zeroline": False, "fixedrange": True}
    return go.Layout(
        height=320,
        margin={"l": 48, "r": 34, "t": 28, "b": 40},
        font=FONT,
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        hoverlabel={"font": FONT, "bgcolor": "#FFFFFF"},
        legend={"orientation": "h", "y": -0.16, "x": 0, "font": FONT},
        xaxis=axis
        | {
            "range": [start.isoformat(), (ends[-1] + AFTER).isoformat()],
            "tickvals": [day.isoformat() for day in ends[2::3]],
            "ticktext": [month_short(day) for day in ends[2::3]],
            "minor": {
                "tickvals": [day.isoformat() for day in ends],
                "gridcolor": LINE,
                "showgrid": True,
            },
        },
        yaxis=axis
        | {
            "range": [0, 1.02],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": ["0%", "25%", "50%", "75%", "100%"],
        },
    )
