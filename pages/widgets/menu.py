"""The menu: a list of plain links. The framework's own is drawn anew three times at every click,
and is a third of all that is drawn then (docs/adr/0015)."""

from collections.abc import Mapping

# The default page answers at the bare address only.
BARE = "./"


def menu(titles: Mapping[str, str], here: str, home: str) -> str:
    """HTML with links to the pages, by their names; the one that is `here` says so. The links are
    bare: what is open goes along in the session, and the same HTML is not drawn twice."""
    links = "".join(
        f'<li><a href="{BARE if name == home else name}"{_current(name == here)}>{title}</a></li>'
        for name, title in titles.items()
    )
    return f'<nav class="ita-menu" aria-label="เมนู"><ul>{links}</ul></nav>'


def _current(is_current: bool) -> str:
    return ' aria-current="page"' if is_current else ""
