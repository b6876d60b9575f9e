"""How much text a workbook's cells come to: one shared string may be used by many of them."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from ita_data.readers.markup import tree
from ita_data.readers.refusals import megabytes, refusal
from ita_data.settings import MEGABYTE, Limits

_ANY_STRING = re.compile(rb"<(?:[^\s>:]*:)?si[\s/>]")
_ANY_END = re.compile(rb"</(?:[^\s>:]*:)?si\s*>")
_STRING = re.compile(rb"<(?:[^\s<>:]*:)?si>(.*?)</(?:[^\s<>:]*:)?si>", re.DOTALL)
_USE = re.compile(rb"""\bt=["']s["'][^>]*>\s*(?:<[^v][^<]*<[^<]*>\s*)?<(?:\w+:)?v>(\d+)""")
_ANY_USE = re.compile(rb"""\st\s*=\s*["']s["']""")
_SHORTEST_USE = len('<c t="s"><v>0</v></c>')
_LARGEST_ODD = 20 * MEGABYTE
_BYTES_A_LETTER = 3


def lengths_of(part: bytes) -> list[int]:
    """The bytes of each shared string of a part. Raises UnreadableFile("damaged")."""
    begun, ended = len(_ANY_STRING.findall(part)), len(_ANY_END.findall(part))
    # Each that is not ended would be searched for its end up to the end of the part.
    strings = _STRING.findall(part) if begun == ended else []
    if len(strings) == begun and b"<![CDATA[" not in part:
        return list(map(len, strings))
    if len(part) > _LARGEST_ODD:
        raise refusal("damaged")
    return [
        _BYTES_A_LETTER * sum(map(len, string.itertext())) for string in tree(part).iter("{*}si")
    ]


def check_text(part: bytes, lengths: Sequence[int], limits: Limits) -> None:
    """A sheet's strings together within the limit; a use that is not understood counts as
    one of the longest. Raises UnreadableFile."""
    longest = max(lengths, default=0)
    if len(part) // _SHORTEST_USE * longest <= limits.text_bytes:
        return
    uses = [int(index[:9]) for index in _USE.findall(part)]
    unknown = len(_ANY_USE.findall(part)) - len(uses)
    used = sum(lengths[index] for index in uses if index < len(lengths))
    if used + unknown * longest > limits.text_bytes:
        raise refusal("too-much-text", limit=megabytes(limits.text_bytes))


def longest_of_each(parts: Sequence[Sequence[int]]) -> list[int]:
    """By number, the longest string that any of several parts has under it."""
    return [max(lengths) for lengths in zip_longest(*parts, fillvalue=0)]
