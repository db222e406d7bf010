"""Actions that another one covers: they are done with it, and not beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kansrijk.pack.pack import Pack


def merged_into(pack: Pack, going_on: Iterable[str], decided: frozenset[str]) -> Mapping[str, str]:
    """The action that covers each one, of those for now or later; of several the first in the pack.

    One that a professional decided about stays what it is. Where what covers it is covered
    itself, it is merged into that.
    """
    covers: dict[str, str] = {}
    for id in going_on:
        for other in pack.sections.actions[id].instead_of:
            if other not in decided:
                covers.setdefault(other, id)
    return {id: _last(id, covers) for id in covers}


def _last(id: str, covers: Mapping[str, str]) -> str:
    while id in covers:
        id = covers[id]
    return id
