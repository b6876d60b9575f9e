"""No line of the report as html ends inside a Thai word, on a screen, a phone and paper."""

import pytest
from playwright.sync_api import Browser

from ita_data.export.html import report_page
from ita_data.sample import sample
from tests.export.pictures import published
from tests.export.test_pdf_lines import borders, letters, may_end

# The lines of each cell's paragraphs, as they stand on the screen.
LINES = """() => [...document.querySelectorAll('tbody td, tbody th')].flatMap(cell => {
  const found = [[]], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let line = '', below = null;
  while (texts.nextNode()) for (let i = 0; i < texts.currentNode.length; i++) {
    const letter = texts.currentNode.data[i], range = document.createRange();
    range.setStart(texts.currentNode, i);
    range.setEnd(texts.currentNode, i + 1);
    const box = [...range.getClientRects()].pop();
    if (letter === '\\n') {
      found.at(-1).push(line);
      found.push([]);
      [line, below] = ['', null];
      continue;
    }
    if (box && box.width && below !== null && box.bottom - below > 8) {
      found.at(-1).push(line);
      line = '';
    }
    if (box && box.width) below = box.bottom;
    line += letter;
  }
  found.at(-1).push(line);
  return found;
})"""
PAGES = {"report": lambda: report_page(sample().tracked.report), "publish": published}


def cut_words(paragraphs: list[list[str]]) -> tuple[list[str], int]:
    """Line ends that are no ends of words, and how many were looked at."""
    found, looked, of = [], 0, sample().tracked.report
    for lines in paragraphs:
        text, at = letters("".join(lines)), 0
        for line in lines[:-1]:
            at, looked = at + len(letters(line)), looked + 1
            if at not in borders("".join(lines)) and not may_end(text, at, of):
                found.append(f"{text[at - 15 : at]}|{text[at : at + 15]}")
    return found, looked


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("width", "medium", "least"), [(1180, "screen", 60), (390, "screen", 15), (1032, "print", 60)]
)
def test_lines_end_between_words(
    browser: Browser, name: str, width: int, medium: str, least: int
) -> None:
    """At 1,180 px Chromium by itself breaks เตรี|ยม in both."""
    shown = browser.new_page(viewport={"width": width, "height": 900})
    shown.emulate_media(media=medium)  # type: ignore[arg-type]
    shown.set_content(PAGES[name]())
    shown.evaluate("document.fonts.ready")
    found, looked = cut_words(shown.evaluate(LINES))
    wide = shown.evaluate("document.documentElement.scrollWidth")
    shown.close()
    assert found == []
    assert looked > least
    assert wide <= width
