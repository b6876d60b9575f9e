"""Words of a file that would be markup, on every page: seen as they are, nobody asked."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path

import pytest

from ita_data.settings import Settings
from ita_data.store import Store
from tests.app import agency
from tests.browser.conftest import looking, open_settled, serving

WORDS = (
    "<img src=http://evil.test/1 onerror=window.hit=1><form action=http://evil.test/><meta "
    "http-equiv=refresh content='0;url=http://evil.test/2'><style>@import 'http://evil.test/3'"
    "</style></style></script><script>window.hit=1</script>\" onfocus=window.hit=1 x='"
    "![p](http://evil.test/4) [l](javascript:window.hit=1) http://evil.test/5 www.evil.test "
    "a@evil.test $\\frac{1}{2}$ :material/delete: :red[r] **b** `c` =HYPERLINK(1) \u202e \u2028"
)
# What other records are found by, or what is no text of a person.
KEPT = {"id", "indicator_id", "measure_id", "column", "comparison", "target_from", "address"}
PAGES = (
    "overview", "measures", "measures?measure=m1", "targets", "record", "indicators", "upload",
    "readiness", "report", "history", "history?version=1", "plan",
)  # fmt: skip
# Whatever these words would have become.
MADE = (
    "form[action], iframe, object, .katex, [onerror], [onfocus], img[src*=evil], strong, code, "
    "a[href^=javascript], a[href^='http://evil'], a[href^='http://www.evil'], a[href^=mailto]"
)


def spoilt(value: object) -> object:
    """The same record with the words behind every text in it."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{value} {WORDS}"
    if isinstance(value, tuple):
        return tuple(map(spoilt, value))
    if is_dataclass(value) and not isinstance(value, type | date | datetime):
        changed = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in KEPT}
        return replace(value, **{name: spoilt(one) for name, one in changed.items()})
    return value


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    with Store.open(Settings(data_dir=str(folder))) as store:
        for _ in range(2):
            said = {"author": WORDS, "reason": WORDS, "source_name": f"../{WORDS}.xlsx"}
            store.save(spoilt(agency.tracked()), source_bytes=b"x", **said)
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("page_name", PAGES)
def test_words_stay_words(browser: object, hostile: str, page_name: str) -> None:
    with looking(browser) as page:
        page.set_default_timeout(45_000)  # the first drawing of a page on a busy machine
        open_settled(page, f"{hostile}/{page_name}")
        if page_name != "upload":
            page.get_by_text("evil.test").first.wait_for(state="attached")
        found = page.eval_on_selector_all(
            f".stApp :is({MADE})", "all => all.map(one => one.outerHTML.slice(0, 120))"
        )
        assert [one for one in found if "evil" in one or ">b<" in one or ">c<" in one] == []
        assert page.evaluate("window.hit") is None
        assert page.locator("[data-testid=stException], .ita-failed").count() == 0
