"""What a person at Chromium waits for: a first page, and a click until the page rests."""

import itertools
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
RESTING = "[data-testid=stApp][data-test-script-state=notRunning]"
SIZE = {"width": 1440, "height": 900}
# Notes when something last came from the server and was drawn. The page's own word for being
# at rest is not enough: a quick rerun begins and ends between two of its renderings.
WATCH = """
window.lastMessage = window.lastDrawn = 0;
const drawn = () => { window.lastDrawn = performance.now(); };
window.WebSocket = class extends WebSocket {
  constructor(...all) {
    super(...all);
    this.addEventListener("message", () => {
      window.lastMessage = performance.now();
      requestAnimationFrame(() => setTimeout(drawn));
    });
  }
};
document.addEventListener("DOMContentLoaded", () => new MutationObserver(drawn).observe(
  document, {subtree: true, childList: true, characterData: true}
));
"""
# From the click to the last thing drawn, where nothing follows for a while.
CLICK = """control => new Promise((resolve, reject) => {
  const begun = performance.now();
  const app = document.querySelector("[data-testid=stApp]");
  const look = setInterval(() => {
    const quiet = performance.now() - Math.max(window.lastMessage, window.lastDrawn);
    const rests = app.getAttribute("data-test-script-state") === "notRunning";
    if (window.lastMessage < begun || !rests || quiet < 250) {
      if (performance.now() - begun > 20000) reject(new Error("the page never rested"));
      return;
    }
    clearInterval(look);
    resolve(window.lastDrawn - begun);
  }, 50);
  control.click();
})"""


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium; None where it is absent."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        yield None
        return
    from playwright import sync_api as playwright

    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def fresh_page(browser: Any) -> Iterator[Any]:
    """A page without anything kept from before."""
    context = browser.new_context(viewport=SIZE, locale="th-TH")
    context.set_default_timeout(60_000)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def first_page(browser: Any, address: str, seen: str) -> float:
    """Seconds from asking for an address until what is to be seen is there and rests."""
    with fresh_page(browser) as page:
        begun = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector(seen)
        page.wait_for_selector(RESTING)
        return time.perf_counter() - begun


def clicks(page: Any, controls: str, times: int) -> list[float]:
    """Milliseconds of each click, through some controls in turn, after one untimed round."""
    number = page.locator(controls).count()
    for at in range(number):
        page.locator(controls).nth(at).evaluate("control => control.click()")
        page.wait_for_timeout(700)
        page.wait_for_selector(RESTING)
    turns = itertools.islice(itertools.cycle(range(number)), times)
    return [page.locator(controls).nth(at).evaluate(CLICK) for at in turns]


def open_resting(page: Any, address: str, seen: str) -> None:
    """Goes to an address and waits until it rests."""
    page.goto(address)
    page.wait_for_selector(seen)
    page.wait_for_selector(RESTING)
    page.wait_for_timeout(300)
    page.wait_for_selector(RESTING)
