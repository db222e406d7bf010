"""What is on offer for an action: for her or not, from and until when, and how sure that is.

An offer whose condition is unknown is there, with what is still to know; one that is not for her
says why. Of those of which one at a time is chosen, this programme excludes the others while its
plan is set.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.case.timeline import add_months
from kansrijk.engine.reference import Truth
from kansrijk.pack.care import Moment, Offer
from kansrijk.pack.events import LOSS, UNSAID
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import BEFORE, NormLink
from kansrijk.pack.vocabulary import GestationalAge
from kansrijk.planning.not_now import NotNow, before_phases, not_now
from kansrijk.screening.because import Because, unknown_facts
from kansrijk.screening.fitting import fitting

NotOffered = NotNow | Literal["loss", "does_not_fit", "too_late", "one_at_a_time", "action"]
WEEK = timedelta(days=7)


class PlanOffer(NamedTuple):
    """An offer as it is for her on the day.

    `missing` are the facts to know before it can be said that it fits. `from_` is the day from
    which it is open, where that is still to come, and `until` the day from which it is not.
    """

    id: str
    fits: Truth
    because: Because | None
    missing: tuple[str, ...]
    from_: date | None
    until: date | None
    confirm_again: bool
    suppressed_by: NotOffered | None


def offers(pack: Pack, facts: Facts, *, plan_set: bool) -> Mapping[str, tuple[PlanOffer, ...]]:
    """The offers for each action, in the order of the pack; `plan_set`: with this programme."""
    models = pack.sections.offers
    taken = {offer.one_of for offer in models.values() if plan_set and offer.own}
    why = fitting(pack, facts)
    found: dict[str, list[PlanOffer]] = {}
    for id, model in models.items():
        excluded = model.one_of in taken and not model.own
        offer = _offer(pack, facts, id, why.get(id), excluded=excluded)
        for action in model.for_:
            found.setdefault(action, []).append(offer)
    return {action: tuple(listed) for action, listed in found.items()}


def with_its_action(listed: tuple[PlanOffer, ...]) -> tuple[PlanOffer, ...]:
    """The offers for an action that is not for now: nor are they, each for a reason of its own."""
    return tuple(one._replace(suppressed_by=one.suppressed_by or "action") for one in listed)


def _offer(
    pack: Pack, facts: Facts, id: str, because: Because | None, *, excluded: bool
) -> PlanOffer:
    model = pack.sections.offers[id]
    fits = because.truth if because else True
    asked = unknown_facts(because) if because else ()
    missing = dict.fromkeys(fact for of in asked for fact in facts.missing(of))
    from_, until = _window(model, pack, facts)
    stopped: NotOffered | None = "does_not_fit" if fits is False else _not_now(model, facts)
    if stopped is None and until and until <= facts.on:
        stopped = "too_late"
    return PlanOffer(
        id,
        fits,
        because,
        tuple(missing),
        from_ if from_ and from_ > facts.on else None,
        until,
        _confirm_again(pack, model, facts),
        stopped or ("one_at_a_time" if excluded else None),
    )


def _not_now(model: Offer, facts: Facts) -> NotNow | Literal["loss"] | None:
    """Why it is not for now or later: an offer with a moment of its own is for a pregnancy, and
    none with phases or a moment is made after a loss."""
    if facts.timeline.ended_by in (LOSS, UNSAID) and (model.phases or model.from_ or model.until):
        return "loss"
    if facts.timeline.due is None and (model.from_ or model.until) and not model.phases:
        return "not_pregnant"
    return not_now(model.phases, facts)


def _window(model: Offer, pack: Pack, facts: Facts) -> tuple[date | None, date | None]:
    """The days from which it is open, and is not any more; None where nothing says so."""
    from_, until = (_day(moment, pack, facts) for moment in (model.from_, model.until))
    phases = facts.timeline.phases
    ahead = [phases[id][0] for id in model.phases if id in phases and not _over(id, facts)]
    if ahead and not (BEFORE in model.phases and before_phases(facts)):
        from_ = max(min(ahead), from_ or min(ahead))
    return from_, until


def _over(phase: str, facts: Facts) -> bool:
    return facts.timeline.is_over(phase, facts.on)


def _day(moment: Moment | None, pack: Pack, facts: Facts) -> date | None:
    """The day of a moment; one in the pregnancy comes no later than the birth."""
    time = facts.timeline
    if moment is None or time.due is None or time.start is None:
        return None
    if moment.months is not None:
        return add_months(time.start, moment.months)
    day = time.due - timedelta(days=_term(pack, facts)) + (moment.weeks or 0) * WEEK
    return min(day, time.birth) if time.birth else day


def _term(pack: Pack, facts: Facts) -> int:
    """The days of a pregnancy; the check of a pack sees to it that something counts them."""
    functions = (fact.derive.function for fact in pack.sections.facts.values() if fact.derive)
    term = next(f.term for f in functions if isinstance(f, GestationalAge))
    return int(facts.norms[term.norm].value)


def _confirm_again(pack: Pack, model: Offer, facts: Facts) -> bool:
    """Whether it was last confirmed so long ago that somebody is to ask whether it is there."""
    asked = pack.sections.pack.confirm_again_days
    if isinstance(asked, NormLink):
        norm = facts.norms.get(asked.norm)
        asked = None if norm is None else int(norm.value)
    return asked is not None and facts.on >= model.confirmed + timedelta(days=asked)
