"""How long a person waits for the app, beside plain pages of the same run, and how many fit in.

    python -m tests.benchmarks.bench_app [--users 10 50 100] [--seconds 6] [--rounds 3] [--parts …]

Prints one table; nothing is asserted. What was asked stands beside each figure: machines differ,
ratios to the floor (`x`) hardly. Without Chromium its lines are left out. Only 127.0.0.1.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ita_data.settings import Settings
from ita_data.store import Store
from tests.benchmarks.app_browser import chromium, clicks, first_page, fresh_page, open_resting
from tests.benchmarks.app_servers import EMPTY, HELLO, Server, a_page, the_app
from tests.benchmarks.app_visitors import (
    OVERVIEW,
    WALK,
    crowd,
    one_after_the_other,
    percentile,
)

RADIO = "[data-testid=stRadio] label:has(input)"
CLICKS, RERUNS, KEPT_RERUNS = 9, 25, 200
ROW = "{:<46}{:>12}{:>12}{:>8}   {}"
# By then the libraries of the next pages are loaded (pages/serving/warming.py).
SETTLED_SECONDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What every part needs: a folder of its own with a store in it."""

    folder: Path
    arguments: argparse.Namespace

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def app(self) -> Any:
        return the_app(self.data)

    def empty(self) -> Any:
        return a_page(self.folder / "empty", EMPTY, our_settings=True)

    def hello(self) -> Any:
        return a_page(self.folder / "hello", HELLO, our_settings=False)


def row(what: str, figure: float, unit: str, floor: float | None = None, asked: str = "") -> str:
    """A line of the table: the figure, the floor's, and how many times the floor."""
    beside = ("", "") if floor is None else (f"{floor:.{_digits(floor)}f}", f"{figure / floor:.2f}")
    return ROW.format(what, f"{figure:.{_digits(figure)}f} {unit}", *beside, asked).rstrip()


def _digits(number: float) -> int:
    return 0 if number >= 100 else 1 if number >= 10 else 2


def prepare(data: Path) -> None:
    """An empty store of today's schema, as after the first start: the sample is shown."""
    data.mkdir()
    Store.open(Settings(data_dir=str(data))).close()


def cold_start(bench: Bench) -> Iterator[str]:
    """From the process's start to health, and on to the first page in Chromium."""
    healths: dict[str, list[float]] = {"app": [], "hello": []}
    pages: dict[str, list[float]] = {"app": [], "hello": []}
    for serve, visits in ((bench.hello, [("", "")]), (bench.app, OVERVIEW)):
        with serve() as server:  # its modules are compiled now
            asyncio.run(one_after_the_other(server.address, visits, 1))
    with chromium() as browser:
        for _ in range(bench.arguments.rounds):
            for name, serve, seen in (
                ("hello", bench.hello, "text=hello"),
                ("app", bench.app, ".ita-overview"),
            ):
                with serve() as server:
                    healths[name].append(server.healthy_after)
                    if browser:
                        pages[name].append(first_page(browser, server.address, seen))
    yield row("cold: start to health", median(healths["app"]), "s", median(healths["hello"]))
    if browser:
        yield row("cold: health to first page", median(pages["app"]), "s", median(pages["hello"]))
        whole = [
            median(map(sum, zip(healths[name], pages[name], strict=True)))
            for name in ("app", "hello")
        ]
        yield row("cold: start to first page", whole[0], "s", whole[1], "≤ 1.5 x")


def rerun_cpu(bench: Bench) -> Iterator[str]:
    """CPU of a rerun without anyone drawing it; memory after many."""
    with bench.empty() as server:
        floor = _reruns(server, [("", "")], RERUNS)
    with bench.app() as server:
        _reruns(server, OVERVIEW, 1)
        time.sleep(SETTLED_SECONDS)
        for name, visits, asked in (
            ("overview", OVERVIEW, "≤ 25 ms"),
            ("measures", [("measures", "")], ""),
            ("one measure", [("measures", "measure=m3")], ""),
            ("targets", [("targets", "")], ""),
            ("readiness", [("readiness", "")], ""),
            ("report", [("report", "")], ""),
        ):
            found = _reruns(server, visits, RERUNS)
            yield row(f"rerun of {name}: CPU", found, "ms", floor, asked)
        before = server.memory()
        _reruns(server, OVERVIEW, KEPT_RERUNS)
        yield row(f"memory after {KEPT_RERUNS} more reruns", server.memory(), "MiB", before, "flat")


def _reruns(server: Server, visits: Any, times: int) -> float:
    """Milliseconds of CPU of a rerun, after some to warm up. The time to the answer is not
    told here: with one visitor it is mostly the network's waiting for more to send (40 ms)."""
    asyncio.run(one_after_the_other(server.address, visits, 6))
    server.rest()
    before = server.cpu()
    asyncio.run(one_after_the_other(server.address, visits, times))
    # The opening is a rerun too.
    return 1000 * (server.cpu() - before) / (times + 1)


def rerun_in_browser(bench: Bench) -> Iterator[str]:
    """Click to settled: choosing another basis."""
    with chromium() as browser:
        if not browser:
            return
        with bench.empty() as server:
            floor = median(_clicked(browser, server, "", RADIO))
        with bench.app() as server:
            for name, path, controls, asked in (
                ("overview", "", RADIO, "≤ 2 x"),
                ("targets", "targets", RADIO, ""),
            ):
                took = median(_clicked(browser, server, path, controls))
                yield row(f"click to settled, {name}, p50", took, "ms", floor, asked)


def _clicked(browser: Any, server: Server, path: str, controls: str) -> list[float]:
    with fresh_page(browser) as page:
        open_resting(page, f"{server.address}/{path}", "h1, [data-testid=stRadio]")
        server.rest()
        if not page.locator(controls).count():
            page.get_by_test_id("stPopoverButton").first.click()
            page.locator(controls).first.wait_for()
        return clicks(page, controls, CLICKS)


def load_of_many(bench: Bench) -> Iterator[str]:
    """Many people who think 3 s between two clicks, on one process; an empty page beside them."""
    for users in bench.arguments.users:
        yield from _crowd(bench, "overview", bench.app, users, OVERVIEW)
    most = max(bench.arguments.users)
    yield from _crowd(bench, "all pages", bench.app, most, WALK)
    yield from _crowd(bench, "an empty page", bench.empty, most, [("", "")])


def _crowd(
    bench: Bench, name: str, serve: Callable[[], Any], users: int, visits: Any
) -> Iterator[str]:
    with serve() as server:
        asyncio.run(one_after_the_other(server.address, visits, 2 * len(visits)))
        server.rest()
        memory, cpu, begun = server.memory(), server.cpu(), time.perf_counter()
        took = asyncio.run(crowd(server.address, users, bench.arguments.seconds, visits))
        busy = (server.cpu() - cpu) / (time.perf_counter() - begun)
        label = f"{users} users, {name}"
        p50, p95 = (1000 * percentile(took, percent) for percent in (50, 95))
        yield row(f"{label}: p50 of {len(took)}", p50, "ms")
        yield row(f"{label}: p95", p95, "ms", asked="< 1000 ms" if serve == bench.app else "")
        yield row(f"{label}: CPU of one core", 100 * busy, "%")
        yield row(f"{label}: memory, MiB before", server.memory(), "MiB", memory)


PARTS = {
    "cold": cold_start,
    "cpu": rerun_cpu,
    "click": rerun_in_browser,
    "load": load_of_many,
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The app's benchmark.")
    parser.add_argument("--users", type=int, nargs="+", default=[10, 50, 100])
    parser.add_argument("--seconds", type=float, default=6, help="of each crowd")
    parser.add_argument("--rounds", type=int, default=3, help="of cold starts")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    return parser.parse_args()


if __name__ == "__main__":
    begun = time.perf_counter()
    load_then = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder=Path(folder), arguments=arguments())
        prepare(bench.data)
        print(ROW.format("", "figure", "floor", "x", "asked"))
        for part in bench.arguments.parts:
            for line in PARTS[part](bench):
                print(line, flush=True)
    print(
        f"{time.perf_counter() - begun:.0f} s on {os.cpu_count()} cores;",
        f"load before {load_then:.1f}, after {os.getloadavg()[0]:.1f}",
    )
