"""Links from page to page open in place; what a page redraws is cleaned (docs/adr/0015)."""

from pathlib import Path
from typing import Any

from pages.widgets import redrawn
from tests.browser.conftest import SETTLED, looking, open_settled

STAYED = "window.stayed === true"
REDRAW = """async ([script, ...pages]) => {
  const address = URL.createObjectURL(new Blob([script], {type: "text/javascript"}));
  const {default: redraw} = await import(address);
  const parentElement = document.createElement("div");
  document.body.append(parentElement);
  const said = [];
  let first = null;
  for (const page of pages) {
    redraw({data: new TextEncoder().encode(page), parentElement});
    first ??= parentElement.querySelector("p");
    parentElement.querySelector("details")?.setAttribute("open", "");
    said.push(parentElement.innerHTML);
  }
  await new Promise((done) => setTimeout(done, 300));
  return [said, first === parentElement.querySelector("p"), window.attacked ?? null];
}"""
HOSTILE = (
    "<p onclick='attacked = 1'>a</p><script>window.attacked = 2</script>"
    "<img src=x onerror='attacked = 3'><svg onload='attacked = 4'></svg>"
    "<iframe srcdoc='<script>parent.attacked = 5</script>'></iframe><form action=x></form>"
    "<a href='javascript:attacked = 6'>b</a><a href='https://a.example/'>c</a>"
    "<a href='targets'>d</a>"
)


def redrawn_pages(page: Any, *html: str) -> Any:
    script = Path(redrawn.__file__).with_suffix(".js").read_text(encoding="utf-8")
    return page.evaluate(REDRAW, [script, *html])


def test_back_leads_to_what_was_seen_on_the_basis_it_was_seen_on(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/")
        late = page.locator(".ita-tile.bad").inner_text()
        page.locator("a.ita-tile[href*='basis=evidenced']").click()
        page.wait_for_selector(".ita-table")
        page.wait_for_function("location.search.includes('basis=evidenced')")
        page.go_back()
        page.wait_for_selector(".ita-overview")
        page.wait_for_function("location.search.includes('basis=recorded')")
        page.wait_for_selector(SETTLED)
        page.get_by_role("radio", name="บันทึกผลแล้ว", checked=True).wait_for()
        assert page.locator(".ita-tile.bad").inner_text() == late


def test_a_link_opens_its_page_without_loading_the_program_anew(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/")
        page.evaluate("window.stayed = true")
        page.locator("a.ita-tile.bad").click()
        page.wait_for_selector(".ita-table")
        page.wait_for_function("location.search.includes('show=late')")
        # Read out, as a page that was loaded.
        page.wait_for_function("document.activeElement?.tagName === 'H1'")
        assert page.evaluate("document.activeElement.textContent") == "เป้าหมายและผล"
        page.locator(".ita-menu a", has_text="ประวัติ").click()
        page.locator(".ita-top h1", has_text="ประวัติ").wait_for()
        assert page.locator(".ita-menu [aria-current=page]").inner_text() == "ประวัติ"
        page.go_back()
        page.wait_for_selector(".ita-table")
        page.wait_for_function("location.search.includes('show=late')")
        page.go_back()
        page.wait_for_selector(".ita-overview")
        assert page.evaluate(STAYED)


def test_by_the_keyboard_it_does_too(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/")
        page.evaluate("window.stayed = true")
        page.locator(".ita-menu a", has_text="รายงาน").focus()
        page.keyboard.press("Enter")
        page.locator(".ita-top h1", has_text="รายงาน").wait_for()
        assert page.evaluate(STAYED)


def test_with_a_key_for_a_new_tab_the_link_is_the_browsers_own(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/")
        with page.context.expect_page() as opened:
            page.locator("a.ita-tile.bad").click(modifiers=["Control"])
        opened.value.wait_for_selector(".ita-table")
        assert page.locator(".ita-overview").count() == 1


def test_without_a_connection_the_link_loads_the_page(browser: Any, server: str) -> None:
    with looking(browser) as page:
        open_settled(page, f"{server}/")
        page.evaluate("window.stayed = true")
        page.evaluate(
            "document.querySelector('[data-testid=stApp]')"
            ".setAttribute('data-test-connection-state', 'DISCONNECTED_FOREVER')"
        )
        page.locator("a.ita-tile.bad").click()
        page.wait_for_selector(".ita-table")
        page.wait_for_selector(SETTLED)
        assert not page.evaluate(STAYED)


def test_what_is_redrawn_keeps_what_is_the_same(browser: Any, server: str) -> None:
    with looking(browser) as page:
        page.goto(server)
        folded = "<details><summary>s</summary>u</details>"
        before = f'<p class="a" title="t">1 <b>x</b></p>{folded}<i></i>'
        after = f'<p class="b">2 <a href="targets">y</a></p>{folded}'
        said, is_same, _ = redrawn_pages(page, before, after)
        assert is_same
        unfolded = after.replace("<details>", '<details open="">')
        assert said[1] == f'<div class="stHtml">{unfolded}</div>'


def test_nothing_hostile_comes_of_what_is_redrawn(browser: Any, server: str) -> None:
    with looking(browser) as page:
        page.goto(server)
        said, _, attacked = redrawn_pages(page, HOSTILE, f"<p>z</p>{HOSTILE}")
        kept = '<p>a</p><a>b</a><a>c</a><a href="targets">d</a></div>'
        assert said == [f'<div class="stHtml">{kept}', f'<div class="stHtml"><p>z</p>{kept}']
        assert attacked is None
