"""Words that are looked for in the texts of a pack, whatever their capitals, accents and hyphens.

In a list a word stands for itself; with `*` behind for every word that begins so, with `*` before
for every word that ends so; `_` is a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

HYPHEN = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011](?=\w)")
WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words as they stand there, but for hyphens."""
    return WORD.findall(HYPHEN.sub("", unicodedata.normalize("NFC", text)))


def plain(text: str) -> str:
    """Without capitals and accents."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=64)
def pattern(words: str) -> re.Pattern[str]:
    """What plain words with a space between must look like, one or a few, to be in a list."""
    each = (re.escape(word).replace(r"\*", "[^ ]*").replace("_", " ") for word in words.split())
    return re.compile(f"(?<![^ ])(?:{'|'.join(each)})(?![^ ])")


def found_words(text: str, listed: str) -> Iterator[str]:
    """The words of a text that are in a list, as they stand there."""
    words = words_of(text)
    bare = plain(" ".join(words))
    for found in pattern(listed).finditer(bare):
        first, last = (bare.count(" ", 0, end) for end in found.span())
        yield " ".join(words[first : last + 1])
