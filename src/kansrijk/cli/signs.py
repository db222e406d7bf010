"""Signs that a terminal lacks, said with those that it has."""

from __future__ import annotations

import codecs
import unicodedata

HANDLER = "kansrijk-signs"
# Never a "?" for a yes or a no: that is the sign of what is not known yet.
PLAIN = {"●": "*", "○": "o", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."}


def plain_signs() -> str:
    """The name of a way to write what cannot be encoded; it never stops an outcome."""
    codecs.register_error(HANDLER, _instead)
    return HANDLER


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_plain(char) for char in lacking), error.end


def _plain(char: str) -> str:
    """In plain ASCII, which every encoding of a terminal has."""
    without = unicodedata.normalize("NFKD", PLAIN.get(char, char)).encode("ascii", "ignore")
    return without.decode("ascii") or "?"
