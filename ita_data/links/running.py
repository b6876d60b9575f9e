"""Many links, a few at a time, on a thread of its own that tells how far it is and can stop."""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from ita_data.evidence import host_of
from ita_data.links.asking import check_link
from ita_data.links.connecting import Resolve, can_look_up, has_route, resolver
from ita_data.model import LinkCheck, LinkState
from ita_data.settings import LinkSettings

# When the first few names all lead nowhere, it is asked whether there is a network at all.
ENOUGH_TO_TELL = 4
log = logging.getLogger("ita_data.links")


def seen_at(checks: Iterable[LinkCheck]) -> tuple[LinkCheck, ...]:
    """Those that tell something of their address, and not only of our own network."""
    return tuple(check for check in checks if check.state is not LinkState.UNKNOWN)


class LinkRun:
    """One round of links. `start` it, look at `done` and `total`, `cancel` it or let it end.

    `keep` is called once at the end, also of a cancelled run, with what was seen: by the
    thread, so that nothing is lost when nobody looks any more. `offline` is true when the
    round ended for want of a network, `failed` when `keep` (or we) failed.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        settings: LinkSettings,
        *,
        clock: Callable[[], datetime],
        keep: Callable[[tuple[LinkCheck, ...]], None] = lambda _: None,
        resolve: Resolve | None = None,
    ) -> None:
        self.total = len(addresses)
        self.offline = self.failed = False
        self._addresses, self._settings, self._clock = tuple(addresses), settings, clock
        self._keep, self._resolve = keep, resolve
        self._checks: dict[str, LinkCheck] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="links", daemon=True)

    @property
    def done(self) -> int:
        """How many links were asked so far."""
        return len(self._checks)

    @property
    def running(self) -> bool:
        """Whether it still goes on."""
        return self._thread.is_alive()

    @property
    def cancelled(self) -> bool:
        """Whether it was stopped by hand."""
        return self._stop.is_set()

    @property
    def checks(self) -> tuple[LinkCheck, ...]:
        """What was seen so far, in the order of the addresses."""
        seen = dict(self._checks)
        return tuple(seen[address] for address in self._addresses if address in seen)

    def start(self) -> "LinkRun":
        """Begins on a thread and returns at once."""
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Stops soon; what was seen so far is kept."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Until it has ended."""
        self._thread.join(seconds)

    def _run(self) -> None:
        threads = ThreadPoolExecutor(self._settings.at_once, thread_name_prefix="look-up")
        try:
            if self._resolve is None and not self._settings.private and not has_route():
                self.offline = True
                return
            asyncio.run(self._all(self._resolve or resolver(threads)))
            if not self.offline:
                self._keep(seen_at(self.checks))
        except Exception:
            self.failed = True
            log.exception("checking links failed")
        finally:
            threads.shutdown(wait=False, cancel_futures=True)

    async def _all(self, resolve: Resolve) -> None:
        overall = asyncio.Semaphore(self._settings.at_once)
        of_host = defaultdict[str | None, asyncio.Semaphore](
            lambda: asyncio.Semaphore(self._settings.at_once_of_host)
        )

        async def one(address: str) -> None:
            async with of_host[host_of(address)], overall:
                check = await check_link(address, self._clock(), self._settings, resolve)
            self._checks[address] = check

        tasks = [asyncio.create_task(one(address)) for address in self._addresses]
        await self._until_done(tasks, resolve)
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                raise outcome

    async def _until_done(self, tasks: Sequence["asyncio.Task[None]"], resolve: Resolve) -> None:
        """Until all are asked, somebody cancels, or there is no network to ask on."""
        waiting: set[asyncio.Task[None]] = set(tasks)
        doubted = True
        while waiting and not self._stop.is_set():
            _, waiting = await asyncio.wait(waiting, timeout=0.1)
            enough = self.done >= min(ENOUGH_TO_TELL, self.total)
            if doubted and enough and self._nobody_found():
                self.offline = not await can_look_up(self._settings, resolve)
                doubted = False
            if self.offline:
                return

    def _nobody_found(self) -> bool:
        """Whether no name led anywhere: the names may be wrong, or there is no network."""
        checks = [check for check in self.checks if check.state is not LinkState.REFUSED]
        return bool(checks) and all(_is_lost(check) for check in checks)


def _is_lost(check: LinkCheck) -> bool:
    return check.state is LinkState.NO_NAME or check.why == "offline"
