"""Small pictures of our own drawing, one a status, as CSS: nothing is fetched for them."""

from urllib.parse import quote

from ita_data.model import Status
from ita_data.words import STATUS_COLOURS

_RING = "<circle cx='12' cy='12' r='9'/>"
_DISC = "<circle cx='12' cy='12' r='10' fill='{colour}' stroke='none'/>"
# On a canvas of 24 × 24, lines 2.2 wide in the colour of the status.
DRAWINGS: dict[Status, str] = {
    Status.ACHIEVED: _DISC + "<path stroke='#fff' d='M7 12.5l3.5 3.5L17 9'/>",
    Status.ON_TRACK: "<path d='M3 17l6-6 4 4 8-8M15 7h6v6'/>",
    Status.WATCH: "<path d='M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7z'/>"
    "<circle cx='12' cy='12' r='3'/>",
    Status.BEHIND: _RING + "<path d='M12 7v5l3.5 3'/>",
    Status.OVERDUE: _DISC + "<path stroke='#fff' d='M12 6.5v7M12 17v.3'/>",
    Status.NOT_REPORTED: _RING
    + "<path d='M9.3 9.6a2.7 2.7 0 1 1 3.6 2.6c-.7.3-.9.8-.9 1.6M12 16.8v.2'/>",
    Status.NOT_DUE: "<path d='M7 3h10M7 21h10M8 3v4l8 10v4M16 3v4L8 17v4'/>",
    Status.NO_TARGET: _RING + "<path d='M8 12h8'/>",
}  # fmt: skip


def picture(status: Status) -> str:
    """A CSS `url(…)` of the status's picture, carried in the style itself."""
    colour = STATUS_COLOURS[status]
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16' viewBox='0 0 24 24' "
        f"fill='none' stroke='{colour}' stroke-width='2.2' stroke-linecap='round' "
        f"stroke-linejoin='round'>{DRAWINGS[status].format(colour=colour)}</svg>"
    )
    return f'url("data:image/svg+xml,{quote(svg)}")'
