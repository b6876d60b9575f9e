"""The arrows of the house: which part may import which. docs/adr/0001 says why."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
CORE_FORBIDDEN = {"streamlit", "socket", "subprocess", "urllib.request", "requests", "http", "os"}

# What a part may import of ita_data, nearest to the ground first. A part may always import
# what stands inside itself. "*" is everything.
GROUND = {"place", "grid", "errors", "findings", "model", "loaded", "settings"}
ARROWS: dict[str, set[str]] = {
    "place": set(),
    "errors": set(),
    "settings": {"errors"},
    "grid": {"place"},
    "findings": {"place"},
    "model": {"place"},
    "loaded": {"findings", "model"},
    "codec": set(),
    "thai": set(),
    "dates": {"thai"},
    "clock": {"dates"},
    "schedule": {"model"},
    "totals": {"model"},
    "words": {"model", "findings", "thai", "dates"},
    "quantities": {"thai", "dates", "model"},
    "proposals_by_period": {"model"},
    "proposals": {"thai", "quantities", "schedule", "model", "proposals_by_period"},
    "changes": {"thai", "dates", "words", "model", "settings", "place", "totals"},
    "readers": {"grid", "place", "errors", "settings"},
    "forms": {"model"},
    "extract": GROUND | {"thai", "dates", "quantities", "forms", "words"},
    "reading": GROUND | {"readers", "extract"},
    "inspection": GROUND,
    "marking": GROUND | {"readers", "export"},
    "together": GROUND | {"readers", "extract"},
    "worker": GROUND | {"reading", "marking", "codec"},
    "evidence": {"model", "thai", "dates"},
    "links": {"evidence", "model", "settings"},
    "cautions": {"model"},
    "tables": {"model", "thai", "dates", "settings"},
    "progress": {"tables", "schedule", "model", "settings", "dates", "words"},
    "checks": {
        "model",
        "findings",
        "place",
        "thai",
        "dates",
        "quantities",
        "schedule",
        "settings",
        "words",
        "evidence",
        "cautions",
        "totals",
    },
    "checking": GROUND | {"checks", "forms", "proposals"},
    "readiness": GROUND | {"checks", "checking", "thai"},
    "figures": {
        "tables",
        "progress",
        "findings",
        "place",
        "model",
        "words",
        "thai",
        "dates",
        "readiness",
        "evidence",
        "cautions",
    },
    "export": {
        "tables",
        "errors",
        "progress",
        "findings",
        "model",
        "place",
        "words",
        "thai",
        "dates",
        "forms",
        "quantities",
        "cautions",
    },
    "change_log": {"changes", "export", "store", "model"},
    "store": {"model", "findings", "codec", "settings", "errors", "dates"},
    "review": GROUND | {"proposals", "changes", "schedule", "quantities", "thai", "dates", "words"},
    "revising": {"changes", "model"},
    "recording": GROUND
    | {"changes", "thai", "dates", "words", "schedule", "readers", "totals", "evidence"},
    "sample": GROUND | {"codec"},
}
# Parts at the edge: they may read clocks, files and the environment.
COMMAND_LINE = {
    "cli",
    "cli_chosen",
    "cli_console",
    "cli_export",
    "cli_links",
    "cli_parser",
    "cli_store",
    "cli_workbook",
}
EDGES = {"__init__", "__main__", "store", "worker", "sample", "links"} | COMMAND_LINE
# A driver's name, and the only parts that may know it.
DRIVERS: dict[str, set[str]] = {
    "openpyxl": {"readers", "export"},
    "python_calamine": {"readers"},
    "lxml": {"readers", "thai", "export"},
    "docx": {"export"},
    "xlsxwriter": {"export"},
    "typst": {"export"},
    "pikepdf": {"export"},
    "pythainlp": {"export"},
    "icalendar": {"export"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "plotly": {"figures"},
    "msgspec": {"codec"},
    "h11": {"links"},
}


def files() -> list[Path]:
    return sorted((PROJECT / "ita_data").rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PROJECT / "ita_data").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Dotted names of every module a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield module
            if module == "ita_data":
                yield from (f"ita_data.{alias.name}" for alias in node.names)


def ids(path: Path) -> str:
    return str(path.relative_to(PROJECT))


@pytest.mark.parametrize("path", files(), ids=ids)
def test_arrows_point_to_the_ground(path: Path) -> None:
    part = part_of(path)
    if part in {"__init__", "__main__"} | COMMAND_LINE:
        return
    assert part in ARROWS, f"say in ARROWS what {part} may import"
    used = {name.split(".")[1] for name in imports(path) if name.startswith("ita_data.")}
    assert used - ARROWS[part] - {part} == set()


@pytest.mark.parametrize("path", files(), ids=ids)
def test_core_asks_no_clock_no_file_no_network(path: Path) -> None:
    names = set(imports(path))
    names |= {name.split(".")[0] for name in names}
    assert "streamlit" not in names
    if part_of(path) not in EDGES:
        assert names & CORE_FORBIDDEN == set()
        text = path.read_text(encoding="utf-8")
        assert not [call for call in ("date.today(", ".now(", "time.time(") if call in text]


@pytest.mark.parametrize("path", files(), ids=ids)
def test_drivers_stay_behind_their_doors(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    part = part_of(path)
    assert {root for root in roots & DRIVERS.keys() if part not in DRIVERS[root]} == set()


def test_no_circle() -> None:
    done: set[str] = set()

    def walk(part: str, above: tuple[str, ...]) -> None:
        assert part not in above, " → ".join((*above, part))
        if part not in done:
            for below in ARROWS.get(part, ()):
                walk(below, (*above, part))
            done.add(part)

    for part in ARROWS:
        walk(part, ())


def test_pages_know_no_reader() -> None:
    for path in [PROJECT / "app.py", *sorted((PROJECT / "pages").rglob("*.py"))]:
        inside = {name for name in imports(path) if name.startswith("ita_data.readers")}
        assert inside == set(), path


@pytest.mark.parametrize("path", sorted((PROJECT / "pages").rglob("*.py")), ids=ids)
def test_what_a_version_holds_is_kept_on_shelves_only(path: Path) -> None:
    """They hold so much weight; the framework's own caches hold so many entries."""
    kept_otherwise = [
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any("Which" in ast.unparse(one.annotation or ast.Name("")) for one in node.args.args)
        and any("cache_" in ast.unparse(one) for one in node.decorator_list)
    ]
    assert kept_otherwise == []


@pytest.mark.parametrize("path", sorted((PROJECT / "pages").rglob("*.py")), ids=ids)
def test_what_a_click_runs_fails_in_words(path: Path) -> None:
    """It runs outside every guard: `kept` (pages/widgets/keeping.py) says in Thai what failed."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    given = [
        node.value
        for node in nodes
        if isinstance(node, ast.keyword) and node.arg in {"on_click", "on_change", "on_select"}
    ]
    raw = [one for one in given if not isinstance(one, ast.Constant) and not _is_kept(one)]
    assert list(map(ast.unparse, raw)) == []
    not_run = [node for node in nodes if isinstance(node, ast.Expr) and _is_kept(node.value)]
    assert list(map(ast.unparse, not_run)) == []


def _is_kept(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "kept"


def test_nothing_committed_names_a_machine() -> None:
    words = ("/work/main", "/root/", "pypi" + ".org", "/home/")
    suffixes = {".py", ".md", ".toml", ".txt", ".in", ".cfg", ".yml", ".json", ".typ", ".ini"}
    for path in PROJECT.rglob("*"):
        relative = path.relative_to(PROJECT)
        if path.suffix in suffixes and relative.parts[0] not in {".venv", ".git", "artefacts"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert [w for w in words if w in text] == [] or path == Path(__file__), relative
