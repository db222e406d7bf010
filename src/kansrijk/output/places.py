"""Where in the case file something stands; never what stands there."""

from __future__ import annotations

from kansrijk.case.case import Case
from kansrijk.output.words import Words
from kansrijk.screening.warnings import Warning


def places(case: Case, warning: Warning) -> list[str]:
    """The places of what a warning is about, in order of the file."""
    if not warning.paths:
        return []
    document = case.document
    return [str(place) for place in sorted({document.place(path) for path in warning.paths})]


def place_lines(case: Case, warning: Warning, words: Words) -> list[str]:
    """Each place whole, on a line of its own: a file name may be long, or hold spaces.

    None on a page, which may come where nobody has the file.
    """
    if words.paper:
        return []
    return [f"      {words.say('place', place=place)}" for place in places(case, warning)]
