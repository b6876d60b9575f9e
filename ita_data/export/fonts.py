"""The font that the program carries (Sarabun, OFL), to put inside what leaves it.

Like the forms, the fonts are packaged files: reading them asks nothing of the machine.
"""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "static" / "fonts"
WEIGHTS = (400, 700)
# The Thai block with the marks that go with it, and Western European letters and signs.
UNICODE_RANGES = {
    "thai": "U+0E01-0E5B,U+200C-200D,U+25CC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}


@lru_cache(maxsize=1)
def font_face_css() -> str:
    """Regular and bold as @font-face rules with the fonts inside them (about 58 kB)."""
    return "".join(_rule(script, weight) for weight in WEIGHTS for script in UNICODE_RANGES)


def _rule(script: str, weight: int) -> str:
    data = b64encode((FOLDER / f"sarabun-{script}-{weight}-normal.woff2").read_bytes())
    return (
        "@font-face{font-family:Sarabun;font-style:normal;font-display:swap;"
        f"font-weight:{weight};unicode-range:{UNICODE_RANGES[script]};"
        f"src:url(data:font/woff2;base64,{data.decode('ascii')}) format('woff2')}}\n"
    )
