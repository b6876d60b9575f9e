"""Whether the app's memory stays flat under load: a sample a minute, and the slope at the end.

    python -m tests.benchmarks.bench_app_memory [--minutes 60] [--users 15]

Visitors walk through all pages with 3 s between two clicks, each with a session of its own, and
leave after about two minutes for others, as people do. Linux only; only 127.0.0.1.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path
from statistics import linear_regression

from tests.benchmarks.app_servers import Server, the_app
from tests.benchmarks.app_visitors import WALK, crowd, percentile

VISIT_SECONDS = 110.0
WARM_MINUTES = 10


async def sampled(server: Server, minutes: int, users: int) -> list[float]:
    """MiB at each minute; prints them as they come."""
    crowds = asyncio.create_task(_crowds(server, 60 * minutes, users))
    found = [server.memory()]
    begun = time.perf_counter()
    for minute in range(1, minutes + 1):
        await asyncio.sleep(max(0, begun + 60 * minute - time.perf_counter()))
        found.append(server.memory())
        print(f"minute {minute:>3}: {found[-1]:7.1f} MiB, CPU {server.cpu():7.1f} s", flush=True)
    took = await crowds
    p50, p95 = (1000 * percentile(took, percent) for percent in (50, 95))
    print(f"{len(took)} reruns of {users} users: p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    return found


async def _crowds(server: Server, seconds: float, users: int) -> list[float]:
    """One crowd after the other until the time is over."""
    until, took = time.perf_counter() + seconds, []
    while time.perf_counter() < until:
        rest = min(VISIT_SECONDS, until - time.perf_counter())
        took += await crowd(server.address, users, rest, WALK)
    return took


def slope(samples: list[float]) -> float:
    """MiB an hour after the first minutes, in which caches fill."""
    rest = samples[WARM_MINUTES:] if len(samples) > 2 * WARM_MINUTES else samples
    return 60 * linear_regression(range(len(rest)), rest).slope


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The app's memory over an hour of load.")
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--users", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    asked = arguments()
    with tempfile.TemporaryDirectory() as folder, the_app(Path(folder)) as server:
        samples = asyncio.run(sampled(server, asked.minutes, asked.users))
    print(f"first {samples[0]:.1f}, last {samples[-1]:.1f} MiB, slope {slope(samples):+.1f} MiB/h")
