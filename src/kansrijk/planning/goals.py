"""The goals of a plan: her own wishes first, then those of the programme, a few at once.

Of the programme's goals what cannot wait comes first, then what she put first, then what she wants
help with, then the order of the pack. None is left out without a word: one that is not for now says
why. What was told to be reached or dropped stays, with that, and makes room for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from kansrijk.case.case import Case, Wish
from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import Facts
from kansrijk.case.goals import Became, became
from kansrijk.case.wishes import own_wishes, put_first, wishes
from kansrijk.pack.care import Goal
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import NormLink
from kansrijk.pack.rules import finding_key
from kansrijk.planning.not_now import in_the_way, told_of
from kansrijk.screening.screen import Screening

GoalState = Literal["now", "later", "not_wanted", "reached", "dropped"]
PutOff = Literal["phase", "limit", "not_while", "not_now", "not_wanted", "reached", "dropped"]
"""In the order in which they are told."""
STATES: Mapping[PutOff | None, GoalState] = {
    None: "now", "not_wanted": "not_wanted", "reached": "reached", "dropped": "dropped",
}  # fmt: skip

URGENCIES = ("now", "today", "days")


class PlanGoal(NamedTuple):
    """A goal of a phase, for the findings that asked for it or else for the phase itself.

    `put_off_by` says why it is not for now, and `not_while` what is in its way; `told` is the day
    on which it was told that it was reached or dropped. A wish of her own has her `text`, and no
    phase.
    """

    id: str
    phase: str | None
    because: tuple[str, ...]
    put_off_by: PutOff | None = None
    text: str | None = None
    not_while: tuple[Circumstance, ...] = ()
    told: date | None = None

    @property
    def own(self) -> bool:
        return self.text is not None

    @property
    def state(self) -> GoalState:
        return STATES.get(self.put_off_by, "later")


class _Asked(NamedTuple):
    """What the goals are put in order by."""

    pack: Pack
    screening: Screening
    help: Mapping[str, Wish]
    first: tuple[str, ...]
    became: Mapping[str, Became]

    def because(self, goal: Goal) -> tuple[str, ...]:
        keys = ((id, finding_key(self.pack.sections, id)) for id in goal.for_)
        return tuple(id for id, key in keys if self.screening.truths[key])

    def rank(self, goal: PlanGoal) -> tuple[int, int, bool]:
        """Urgency, her own order, whether she wants help with it; the lowest comes first."""
        signals = self.pack.sections.signals
        urgent = (URGENCIES.index(signals[id].urgency) for id in goal.because if id in signals)
        hers = (self.first.index(id) for id in goal.because if id in self.first)
        wanted = any(self.help.get(id) == "wanted" for id in goal.because)
        return min(urgent, default=len(URGENCIES)), min(hers, default=len(self.first)), not wanted

    def said_before(self, goal: PlanGoal, found: list[PlanGoal]) -> bool:
        """Whether what cannot wait is a goal of the phase before already."""
        urgent = self.pack.sections.signals.keys() >= set(goal.because)
        return urgent and any(one.id == goal.id and not one.told for one in found)

    def word(self, id: str, because: tuple[str, ...], begins: date) -> Became | None:
        """What was told to have become of a goal of a phase since that begins.

        What cannot wait is not done with by that: it is open for as long as it is there.
        """
        told = self.became.get(id)
        urgent = not self.pack.sections.signals.keys().isdisjoint(because)
        return None if told is None or urgent or told.date < begins else told

    def refused(self, goal: PlanGoal) -> PutOff | None:
        """Whether she wants no help with any of what it is for; what cannot wait is not refused."""
        said = {self.help.get(id) for id in goal.because}
        if said == {"not_wanted"}:
            return "not_wanted"
        return "not_now" if said <= {"not_wanted", "not_now"} else None


def goals(
    pack: Pack, case: Case, facts: Facts, screening: Screening, phases: list[str]
) -> tuple[PlanGoal, ...]:
    """Her own wishes, and the goals of the phases that are not over, each phase in its order.

    Of one that is over those are left of which was told what became of them.
    """
    own = enumerate(own_wishes(case, facts.on), start=1)
    wished = [PlanGoal(f"own-{n}", None, (), text=text) for n, text in own]
    on = facts.on
    asked = _Asked(pack, screening, wishes(case, on), put_first(case, on), became(case, on))
    limit = _limit(pack, facts)
    to_come = [id for id in phases if not facts.timeline.is_over(id, on)]
    found: list[PlanGoal] = []
    for id in phases:
        found += _told(asked, facts, id)
        if id in to_come:
            # Those of a phase after the first of these are for when it begins.
            of_phase = _of_phase(asked, facts, id, limit, ahead=id != to_come[0])
            found += [goal for goal in of_phase if not asked.said_before(goal, found)]
    return (*wished, *found)


def _told(asked: _Asked, facts: Facts, phase: str) -> Iterator[PlanGoal]:
    """The goals of a phase of which was told what became of them, in the order of the pack."""
    begins, _ = facts.timeline.phases[phase]
    for id, model in asked.pack.sections.phases[phase].goals.items():
        because = asked.because(model)
        told = asked.word(id, because, begins)
        way = in_the_way(model.not_while, facts)
        if told and (not way or told_of(way, facts)):
            why = because or (() if model.for_ else (phase,))
            yield PlanGoal(id, phase, why, told.state, told=told.date)


def _of_phase(
    asked: _Asked, facts: Facts, phase: str, limit: int | None, *, ahead: bool
) -> Iterator[PlanGoal]:
    """The goals of a phase in order; one with that in its way which may not be told is left out."""
    models, listed = asked.pack.sections.phases[phase].goals, []
    begins, _ = facts.timeline.phases[phase]
    for id, model in models.items():
        because = asked.because(model)
        if (because or not model.for_) and not asked.word(id, because, begins):
            listed.append(PlanGoal(id, phase, because or (phase,)))
    worked_on = 0
    for goal in sorted(listed, key=asked.rank):
        put_off = asked.refused(goal) or ("phase" if ahead else None)
        way = () if put_off else in_the_way(models[goal.id].not_while, facts)
        if way:
            told = told_of(way, facts)
            if told:
                yield goal._replace(put_off_by="not_while", not_while=told)
            continue
        if put_off is None and limit is not None and worked_on >= limit:
            put_off = "limit"
        worked_on += put_off is None
        yield goal._replace(put_off_by=put_off)


def _limit(pack: Pack, facts: Facts) -> int | None:
    """How many goals there are at once; None where nothing says so on the day."""
    asked = pack.sections.pack.goals_at_once
    if not isinstance(asked, NormLink):
        return asked
    norm = facts.norms.get(asked.norm)
    return None if norm is None else int(norm.value)
