"""Golden pictures of what is printed: small, looked at, and renewed by

    python -m tests.export.pictures

Look at what changed before you keep it. PDFs are drawn by pdfium, the page to
publish by Chromium (which renewing needs too); a page differs where more than
a few of its little squares do, so that another drawing of the same letter does not count.
"""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from playwright.sync_api import Browser, sync_playwright

from ita_data.dates import half_year_end
from ita_data.export.half_year import half_year_report
from ita_data.export.official import Signature
from ita_data.export.pdf import official_pdf
from ita_data.export.pdf.brief import brief_pdf
from ita_data.export.publish import publish_page
from ita_data.export.standing import Standing
from ita_data.progress import assess
from ita_data.sample import sample
from ita_data.tables import tables_of
from tests.browser.conftest import ARGUMENTS
from tests.export.pictures_given import picture

FOLDER = Path(__file__).parents[1] / "golden" / "pictures"
# Pixels a point; a page of A4 is some 60 kB at that size, in few colours.
SCALE = 0.9
COLOURS = 32
# A square of so many pixels is another one where its mean differs by so much of 255 …
SQUARE, APART = 8, 28
# … and a page is another one where so many of its squares are.
MOST_APART = 0.004
SIGNED = (
    Signature(role="ผู้รายงาน", name="สมใจ ตัวอย่าง", post="นักวิเคราะห์นโยบายและแผน"),
    Signature(role="ผู้รับรองรายงาน"),
)


def year() -> bytes:
    return official_pdf(sample().tracked.report, signatures=SIGNED)


def half_year() -> bytes:
    tracked = sample().tracked
    day = half_year_end(2569)
    report = half_year_report(tracked, assess(tables_of({"": tracked}), day))
    return official_pdf(
        report, digits="thai", half_year=True, cover=True, emblem=picture(), signatures=SIGNED
    )


def brief() -> bytes:
    found = sample()
    progress = assess(tables_of({"": found.tracked}), found.as_of)
    return brief_pdf(Standing(found.tracked, progress), version_words="รุ่นที่ 3")


SCREENS = {"publish-wide": (1000, 1300), "publish-phone": (390, 1300)}
PAPERS: dict[str, Callable[[], bytes]] = {"year": year, "half-year": half_year, "brief": brief}


def pages(pdf: bytes) -> list[Image.Image]:
    """Every page as pdfium draws it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=SCALE).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def published() -> str:
    found = sample()
    progress = assess(tables_of({"": found.tracked}), found.as_of)
    return publish_page(Standing(found.tracked, progress))


def shots(browser: Browser, page: str) -> dict[str, Image.Image]:
    """The page to publish as it begins, on a wide screen and on a phone."""
    found = {}
    for name, (width, height) in SCREENS.items():
        shown = browser.new_page(viewport={"width": width, "height": height})
        shown.set_content(page)
        shown.evaluate("document.fonts.ready")
        data = shown.screenshot()
        shown.close()
        found[name] = Image.open(io.BytesIO(data)).convert("RGB")
    return found


def golden(name: str) -> Path:
    return FOLDER / f"{name}.png"


def small(image: Image.Image) -> bytes:
    """The picture in few colours, as it is kept."""
    data = io.BytesIO()
    image.quantize(COLOURS).save(data, "PNG", optimize=True)
    return data.getvalue()


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of little squares that differ; 1 where the sizes do."""
    if one.size != other.size:
        return 1.0
    shape = (one.width // SQUARE, one.height // SQUARE)
    greys = [
        image.convert("RGB").convert("L").resize(shape, Image.Resampling.BOX)
        for image in (one, other)
    ]
    counts = ImageChops.difference(*greys).histogram()
    return sum(counts[APART:]) / (shape[0] * shape[1])


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, make in PAPERS.items():
        for number, image in enumerate(pages(make()), start=1):
            golden(f"{name}-{number}").write_bytes(small(image))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, image in shots(browser, published()).items():
            golden(name).write_bytes(small(image))
        browser.close()


if __name__ == "__main__":
    main()
