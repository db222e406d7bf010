"""What is still to be done or noted, as text: plain, and without blame."""

from __future__ import annotations

from collections.abc import Iterator

from kansrijk.output.layout import wrap
from kansrijk.output.words import Words
from kansrijk.planning.overdue import Overdue

FEW_VISITS = 3


def overdue_lines(found: Overdue, words: Words) -> Iterator[str]:
    if found.intake:
        yield from wrap(words.say("overdue_intake", day=words.date(found.intake)), "  - ")
    if found.first_visit:
        yield from wrap(words.say("overdue_first_visit", day=words.date(found.first_visit)), "  - ")
    if found.visits:
        # The last ones: of those somebody still knows.
        shown = reversed(found.visits[-FEW_VISITS:])
        listed = [words.say("overdue_visit", day=words.day(v.date), id=v.id) for v in shown]
        more = len(found.visits) - len(listed)
        if more:
            listed.append(words.say("overdue_more", n=more))
        n = len(found.visits)
        yield from wrap(words.many("overdue_visits", n, n=n, visits=words.apart(listed)), "  - ")
