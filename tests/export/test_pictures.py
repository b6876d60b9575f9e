"""What is printed looks as it did when it was looked at (tests/golden/pictures)."""

import pytest
from PIL import Image, ImageChops

from tests.export.pictures import FOLDER, MOST_APART, PAPERS, apart, golden, pages

RENEW = "look at it, then: python -m tests.export.pictures"


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_looks_as_it_did(name: str) -> None:
    shown = pages(PAPERS[name]())
    assert len(shown) == len(list(FOLDER.glob(f"{name}-[0-9]*.png")))
    for number, image in enumerate(shown, start=1):
        kept = Image.open(golden(f"{name}-{number}"))
        assert apart(kept, image) <= MOST_APART, f"{name}-{number}: {RENEW}"


def test_the_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert len(sizes) == 9
    assert max(sizes.values()) <= 60_000


def test_another_page_is_told_from_this_one() -> None:
    kept = Image.open(golden("year-1")).convert("RGB")
    assert apart(kept, kept) == 0
    moved = ImageChops.offset(kept, 0, 6)
    assert apart(kept, moved) > MOST_APART
    assert apart(kept, Image.open(golden("year-2"))) > MOST_APART
    assert apart(kept, kept.resize((100, 100))) == 1
    line = kept.copy()
    line.paste("#1A2433", (100, 300, 420, 308))
    assert apart(kept, line) > MOST_APART
