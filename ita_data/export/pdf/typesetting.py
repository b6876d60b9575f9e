"""From a template and its data to a PDF: typst, with no font, file or word but ours."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

from ita_data.export.fonts import FOLDER
from ita_data.export.pdf.copying import with_glyph_letters

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATES = Path(__file__).parent
# To keep for decades, and to be read aloud. Both make a letter without a picture an error.
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
EPOCH = date(1970, 1, 1)


def typeset(template: str, data: Mapping[str, Any], *, created: date) -> bytes:
    """The PDF of a packaged template. Words in `data` are placed as text, never as markup.

    The same data and day give the same bytes. Raises typst.TypstError where a letter has
    no picture in the font: ask `letters.missing_letters` before.
    """
    import typst

    # The repair's library takes as long to load as a page to set, and typst needs no lock.
    loading = Thread(target=import_module, args=("pikepdf",))
    loading.start()
    day = {"year": created.year, "month": created.month, "day": created.day}
    words = json.dumps({**data, "created": day}, ensure_ascii=False)
    # Its stub has a type variable that nothing binds where no package folder is given.
    pdf, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": words},
        pdf_standards=STANDARDS,
        format="pdf",
        timestamp=(created - EPOCH).days * 86_400,
    )
    loading.join()
    if warnings:
        raise warnings[0]
    return with_glyph_letters(bytes(pdf))


@lru_cache(maxsize=1)
def _fonts() -> "Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )
