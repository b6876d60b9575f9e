"""axe-core on every page: nothing serious or critical, at desktop and phone size."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from ita_data.settings import Settings
from ita_data.store import Store
from pages.widgets.shell import TITLES
from tests.app.agency import tracked
from tests.browser.conftest import looking, open_settled, serving

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The page has no say over what the framework draws above it, so rules about the whole
# document are asked too: nothing is left out.
# A colour on its way to another one is nobody's choice.
ASK = """async () => { await Promise.all(document.getAnimations()
  .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
  .map(one => one.finished.catch(() => null)));
  return (await axe.run(document, {resultTypes: ['violations']})).violations
  .filter(one => ['serious', 'critical'].includes(one.impact))
  .map(one => one.id + ': ' + one.nodes.slice(0, 4).map(it => it.html.slice(0, 200)).join(' | ')) }
"""
PATHS = (*TITLES, "measures?measure=m5")


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server with the invented agency's report stored."""
    folder = tmp_path_factory.mktemp("accessible")
    with Store.open(Settings(data_dir=str(folder))) as store:
        store.save(tracked(), author="สมหญิง", reason="นำเข้า", kind="upload")
    with serving(Path(folder)) as address:
        yield address


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_page_keeps_anybody_out(browser: Any, stored: str, size: str) -> None:
    found = {}
    with looking(browser, size) as page:
        for path in PATHS:
            open_settled(page, f"{stored}/{path}?date=2026-06-30".replace("m5?", "m5&"))
            page.evaluate(AXE)
            if violations := page.evaluate(ASK):
                found[path] = violations
    assert found == {}
