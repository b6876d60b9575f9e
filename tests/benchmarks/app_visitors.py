"""Visitors over websockets, speaking Streamlit's own protocol: a load client of one file.

    python -m tests.benchmarks.app_visitors ADDRESS [users [seconds]]

Only for a server on this machine. A visit is a page and the query of its address; each is a
rerun, timed from the message sent to the script's end.
"""

import asyncio
import itertools
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

Visit = tuple[str, str]
THINK_SECONDS = 3.0
OPENED_A_SECOND = 20
BASES = ("claimed", "recorded", "evidenced")
OVERVIEW: tuple[Visit, ...] = tuple(("", f"basis={basis}") for basis in BASES)
WALK: tuple[Visit, ...] = (
    *OVERVIEW,
    ("measures", ""),
    ("measures", "status=overdue"),
    ("targets", ""),
    ("targets", "show=late"),
    ("readiness", ""),
    ("report", ""),
)


class Visitor:
    """One open page. Its browser would draw what comes; here it is read and forgotten."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    async def visit(self, visit: Visit) -> float:
        """Seconds until the server has run a page's script."""
        message = BackMsg()
        message.rerun_script.page_name, message.rerun_script.query_string = visit
        begun = time.perf_counter()
        await self._connection.send(message.SerializeToString())
        while not _is_end(await self._connection.recv()):
            pass
        return time.perf_counter() - begun


def opened(address: str) -> connect:
    """A connection as the browser makes it."""
    if not address.startswith("http://127.0.0.1:"):
        raise ValueError("only a server on this machine")
    where = address.replace("http", "ws", 1) + "/_stcore/stream"
    return connect(
        where, subprotocols=["streamlit"], origin=address, max_size=None, open_timeout=60
    )  # type: ignore[arg-type, list-item]


async def one_after_the_other(address: str, visits: Sequence[Visit], times: int) -> list[float]:
    """One visitor without a pause: seconds of each rerun, the opening left out."""
    async with opened(address) as connection:
        visitor = Visitor(connection)
        await visitor.visit(visits[0])
        wanted = itertools.islice(itertools.cycle(visits), times)
        return [await visitor.visit(visit) for visit in wanted]


async def crowd(
    address: str, users: int, seconds: float, visits: Sequence[Visit] = OVERVIEW
) -> list[float]:
    """Seconds of each rerun of many visitors who think in between, once all are in."""
    begin = time.perf_counter() + users / OPENED_A_SECOND + 1
    found = await asyncio.gather(
        *(_one_of_many(address, n, begin, begin + seconds, visits) for n in range(users))
    )
    return [took for times in found for took in times]


async def _one_of_many(
    address: str, number: int, begin: float, until: float, visits: Sequence[Visit]
) -> list[float]:
    times = []
    await asyncio.sleep(number / OPENED_A_SECOND)
    async with opened(address) as connection:
        visitor = Visitor(connection)
        await visitor.visit(visits[0])
        await asyncio.sleep(max(0, begin - time.perf_counter()))
        for visit, pause in zip(_from(visits, number), _pauses(number), strict=False):
            if time.perf_counter() + pause > until:
                return times
            await asyncio.sleep(pause)
            times.append(await visitor.visit(visit))
    return times


def _from(visits: Sequence[Visit], number: int) -> Iterator[Visit]:
    return itertools.islice(itertools.cycle(visits), number % len(visits), None)


def _pauses(number: int) -> Iterator[float]:
    """Exponential, as of people who know nothing of each other; the same in every run."""
    dice = random.Random(number)
    while True:
        yield dice.expovariate(1 / THINK_SECONDS)


def _is_end(data: str | bytes) -> bool:
    message = ForwardMsg.FromString(data)  # type: ignore[arg-type]
    kind = message.WhichOneof("type")
    if kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
        raise RuntimeError("the page does not compile")
    return kind == "script_finished" and message.script_finished in (
        ForwardMsg.FINISHED_SUCCESSFULLY,
        ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
    )


def percentile(times: Sequence[float], percent: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    users, seconds = (int(word) for word in (*sys.argv[2:], "100", "30")[:2])
    took = asyncio.run(crowd(sys.argv[1], users, seconds))
    print(
        f"{users} users, {len(took)} reruns in {seconds} s:",
        f"p50 {1000 * percentile(took, 50):.0f} ms, p95 {1000 * percentile(took, 95):.0f} ms",
    )
