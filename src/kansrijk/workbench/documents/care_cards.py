"""A card for each phase, action, offer and role."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kansrijk.pack.care import Action, Goal, Moment, Offer, Phase
from kansrijk.pack.parts import BEFORE, NormLink
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Card, Entry, Line, Said, plain
from kansrijk.workbench.documents.rule_cards import at_home, norm_line, rule_card


def phases(make: Making) -> Iterator[Card]:
    for id, model in make.parts.phases.items():
        texts = [plain(make.words.text(model.purpose))]
        yield rule_card(make, f"phase:{id}", model, make.say("phase"), texts, _phase(make, model))


def _phase(make: Making, model: Phase) -> Iterator[Entry]:
    words = make.words
    yield from make.texts("runs", make.say("from_until", **borders(make, model)))
    days = model.visits.days
    often = make.visits(model.visits, "")
    # Where it goes by class the table of visits tells it.
    by_class = isinstance(days, NormLink) and days.by is not None
    yield from make.entry("often", plain(make.say("often_by_class") if by_class else often))
    yield from make.entry("visitor", (make.named(f"role:{model.role}"),))
    yield from make.texts("themes", *map(words.text, model.themes))
    yield from make.entry("goals", *(_goal(make, goal) for goal in model.goals.values()))
    links = (model.from_.months, model.until.months, days)
    named = dict.fromkeys(link.norm for link in links if isinstance(link, NormLink))
    yield from make.entry("norms", *(norm_line(make, id) for id in named))


def borders(make: Making, model: Phase) -> dict[str, str]:
    """From when until when it runs, in words."""
    start, end = ends(make, model)
    return {"from_": month(make, start), "until": month(make, end)}


def ends(make: Making, model: Phase) -> tuple[int, int]:
    """The borders in months from the birth."""
    return make.whole(model.from_.months), make.whole(model.until.months)


def month(make: Making, n: int) -> str:
    """A number of months from the birth, in words."""
    if n == 0:
        return make.say("month_birth")
    return make.words.many(f"docs_month_{'before' if n < 0 else 'after'}", abs(n), n=abs(n))


def _goal(make: Making, goal: Goal) -> Line:
    label = Said(make.words.text(goal.label))
    asked = [make.named(_finding(make, id)) for id in goal.for_]
    if not asked:
        return (label,)
    between = make.words.say("apart")
    listed = [one for said in asked for one in (Said(between), said)][1:]
    return (label, Said(f" ({make.say('goal_for')} "), *listed, Said(")"))


def _finding(make: Making, id: str) -> str:
    """The key of a finding by its bare id."""
    parts = make.parts
    kinds: Mapping[str, Collection[str]] = {
        "criterion": parts.criteria,
        "signal": parts.signals,
        "strength": parts.strengths,
        "class": parts.classes.classes,
    }
    return next(f"{kind}:{id}" for kind, section in kinds.items() if id in section)


def actions(make: Making, domain: str) -> Iterator[Card]:
    """The actions of a domain, medical or social."""
    for id, model in make.parts.actions.items():
        if model.domain == domain:
            kind = make.words.pair(make.say("action"), make.say(f"domain_{domain}"))
            key, entries = f"action:{id}", _action(make, id, model)
            yield rule_card(make, key, model, kind, entries=entries)


def _action(make: Making, id: str, model: Action) -> Iterator[Entry]:
    yield from make.entry("done_by", (make.named(f"role:{model.role}"),))
    yield from make.entry("when", *in_phases(make, model.phases))
    yield from _not_while(make, model.not_while)
    yield from make.listed("instead_of", (f"action:{one}" for one in model.instead_of))
    offers = (f"offer:{one}" for one, offer in make.parts.offers.items() if id in offer.for_)
    yield from make.listed("offers", offers)
    yield from at_home(make, model.home)


def in_phases(make: Making, ids: tuple[str, ...]) -> Iterator[Line]:
    for id in ids:
        yield plain(make.say("phase_before")) if id == BEFORE else (make.named(f"phase:{id}"),)


def _not_while(make: Making, names: tuple[str, ...]) -> Iterator[Entry]:
    yield from make.texts("not_while", *(make.words.say(f"event_{name}") for name in names))


def offers(make: Making) -> Iterator[Card]:
    for id, model in make.parts.offers.items():
        texts = [plain(make.words.text(model.note))] if model.note else []
        entries = _offer(make, model)
        yield rule_card(make, f"offer:{id}", model, make.say("offer"), texts, entries)


def _offer(make: Making, model: Offer) -> Iterator[Entry]:
    words = make.words
    yield from make.listed("offer_for", (f"action:{one}" for one in model.for_))
    yield from make.texts("provider", words.text(model.provider))
    yield from make.entry("when", *in_phases(make, model.phases))
    yield from make.texts("can_start", *_moments(make, model))
    unsaid = make.say("unsaid")
    for term, text in (
        ("languages", model.languages),
        ("cost", model.cost),
        ("waiting", model.waiting),
    ):
        yield from make.texts(f"offer_{term}", words.text(text) if text else unsaid)
    yield from make.texts("meanwhile", words.text(model.meanwhile))
    yield from make.texts("confirmed", words.date(model.confirmed))
    yield from at_home(make, model.home)


def _moments(make: Making, model: Offer) -> Iterator[str]:
    for phrase, moment in (("start_from", model.from_), ("start_until", model.until)):
        if moment is not None:
            yield make.say(phrase, moment=_moment(make, moment))


def _moment(make: Making, moment: Moment) -> str:
    if moment.weeks is not None:
        return make.words.many("docs_weeks", moment.weeks, n=moment.weeks)
    assert moment.months is not None
    return month(make, moment.months)


def roles(make: Making) -> Iterator[Card]:
    for id, model in make.parts.roles.items():
        decides = (make.say(f"decides_{one}") for one in model.decides)
        asks = [f for f, fact in make.parts.facts.items() if id in fact.asked_by]
        sees = [f for f, fact in make.parts.facts.items() if fact.may_be_seen(id)]
        n = {"n": len(sees), "all": len(make.parts.facts)}
        entries = (
            *make.texts("decides", *decides),
            *make.texts("role_sees", make.say("role_sees_said", **n)),
            *make.texts("role_asks", make.say("role_asks_said", n=len(asks))),
            *make.texts("also", *model.also),
        )
        kind = make.words.pair(make.say("role"), make.say(f"domain_{model.domain}"))
        texts = (plain(make.words.text(model.does)),)
        title = make.words.text(model.label)
        yield Card(f"role:{id}", kind, title, None, "", texts, None, entries)
