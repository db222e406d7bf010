"""The class that facts give, without the rest of an outcome."""

from __future__ import annotations

from kansrijk.case.facts import Facts
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.askable import weighed_again
from kansrijk.screening.possible import only_class
from kansrijk.screening.standing import class_view, classes_within


def level_of(pack: Pack, facts: Facts) -> str | None:
    """The class on these facts; None where more than one is possible."""
    view = class_view(pack, known_of(facts))
    unknown = frozenset(pack.sections.facts.keys() - facts.values.keys())
    # What cannot be whatever becomes known is not possible: most often that settles it.
    within = classes_within(pack, view, unknown | weighed_again(pack, facts, unknown))
    return within[0] if len(within) == 1 else only_class(pack, facts, view)
