"""From a template and its data to a PDF: typst, with no font, file or word but ours."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from ita_data.export.fonts import FOLDER
from ita_data.export.pdf.copying import with_glyph_letters

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATES = Path(__file__).parent
EPOCH = date(1970, 1, 1)


def typeset(template: str, data: Mapping[str, Any], *, created: date) -> bytes:
    """The PDF of a packaged template. Words in `data` are placed as text, never as markup.

    A template that does not like what came of it names other data in metadata labelled
    `<again>`, and is set once more with it.

    The same data and day give the same bytes. Raises typst.TypstError where a letter has
    no picture in the font: ask `letters.missing_letters` before.
    """
    # The repair's library takes as long to load as a page to set, and typst needs no lock.
    loading = Thread(target=import_module, args=("pikepdf",))
    loading.start()
    data = {**data, "created": {"year": created.year, "month": created.month, "day": created.day}}
    pdf, again = _pdf(template, data, created)
    if again:
        pdf, _ = _pdf(template, data | again, created)
    loading.join()
    return with_glyph_letters(pdf)


def _pdf(template: str, data: Mapping[str, Any], created: date) -> tuple[bytes, dict[str, Any]]:
    """The document as typst gives it, and the data that the template asks for in place of some."""
    import typst

    compiler = typst.Compiler(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    made: tuple[Any, Any] = compiler.compile_with_warnings(
        format="pdf",
        # To keep for decades, and to be read aloud: a letter without a picture is an error.
        pdf_standards=["a-2a", "ua-1"],
        timestamp=(created - EPOCH).days * 86_400,
    )
    pdf, warnings = made
    if warnings:
        raise warnings[0]
    asked: list[dict[str, Any]] = json.loads(compiler.query("<again>", field="value"))
    return bytes(pdf), asked[0] if asked else {}


@lru_cache(maxsize=1)
def _fonts() -> "Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )
