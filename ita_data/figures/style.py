"""The style of the statuses: colours from words.py, pictures, and the patterns that tell bars
apart on grey paper."""

from ita_data.figures.icons import picture
from ita_data.model import Status
from ita_data.words import STATUS_COLOURS

_WHITE = "rgba(255,255,255,.75)"


def _stripes(angle: int, every: int) -> str:
    half = every / 2
    return (
        f"repeating-linear-gradient({angle}deg,transparent 0 {half}px,{_WHITE} {half}px {every}px)"
    )


# In grey print: solid, solid, wide stripe, stripe, dense stripe, dots, outline, outline.
PATTERNS: dict[Status, str] = {
    Status.WATCH: _stripes(45, 10),
    Status.BEHIND: _stripes(45, 6),
    Status.OVERDUE: _stripes(45, 3),
    Status.NOT_REPORTED: f"radial-gradient({_WHITE} 1px,transparent 1.5px) 0 0/4px 4px",
}


def status_css() -> str:
    """A class `s-…` for each status; bars in print carry its pattern."""
    return "".join(_of(status) for status in Status)


def _of(status: Status) -> str:
    colour, name = STATUS_COLOURS[status], f".s-{status.value}"
    css = (
        f".ita-status{name}{{color:{colour}}}"
        f".ita-status{name}::before{{content:{picture(status)}}}"
        f"{name}>i::before{{background-color:{colour}}}"
        f".cell{name}{{background-color:{colour};border-color:{colour}}}"
    )
    if pattern := PATTERNS.get(status):
        css += f"@media print{{{name}>i::before,.cell{name}{{background:{pattern},{colour}}}}}"
    return css
