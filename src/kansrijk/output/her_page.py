"""The mother's own copy: her words first, then the coming four weeks, then all the rest.

It is made from the outcome as it may reach her home. No class, no reason, nothing that a visitor
at her table must not read. What a pack has no words for is not on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from kansrijk.output.her_phrases import HER_PHRASES
from kansrijk.output.page import Item, Mark, Page, Section
from kansrijk.pack.model import Hers
from kansrijk.planning.agreed import agreed_actions
from kansrijk.planning.as_planned import Change
from kansrijk.planning.goals import GoalState
from kansrijk.planning.plan import Plan, PlanPhase
from kansrijk.planning.schedule import Interval
from kansrijk.planning.visits import Visit

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

SOON = timedelta(days=28)
WEEK = 7
APART, TOGETHER = "\u2068", "\u2069"
"""Around what is written in its own direction: a date, a number, somebody's own words."""


def her_page(result: Assessment, lang: str) -> Page:
    """Her copy of an outcome that was worked out for her (`Assessment.seen_by`)."""
    hers, plan = result.pack.sections.hers, result.plan
    assert hers is not None
    assert plan is not None
    page = _HerPage(result, plan, hers, lang)
    sections = [section for section in page.sections() if section.items]
    return Page(lang, page.say("title"), tuple(page.notes()), _sheets(page, sections), hers=True)


def _sheets(page: _HerPage, sections: Sequence[Section]) -> tuple[Section, ...]:
    """What follows the coming weeks begins a sheet, so that the first can hang on a wall."""
    weeks = page.say("head_weeks")
    after = [False, *(section.heading == weeks for section in sections)]
    return tuple(
        section._replace(own_page=own) for section, own in zip(sections, after, strict=False)
    )


class _HerPage(NamedTuple):
    result: Assessment
    plan: Plan
    hers: Hers
    lang: str

    def say(self, phrase: str, **fields: Any) -> str:
        """A phrase with its fields set apart, so that none turns the words around it."""
        apart = {name: _apart(str(value)) for name, value in fields.items()}
        return HER_PHRASES[phrase][self.lang].format(**apart)

    def day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, "EEEE d MMMM", locale=self.lang)

    def texts(self, known: Mapping[str, Mapping[str, str]], ids: Iterable[str]) -> Iterator[Item]:
        """What she reads of each; nothing of what there are no words for."""
        for id in dict.fromkeys(ids):
            if id in known:
                yield Item(known[id][self.lang], "listed")

    def notes(self) -> Iterator[str]:
        from babel.dates import format_date

        made = format_date(self.result.date, "d MMMM y", locale=self.lang)
        if self.lang not in self.hers.confirmed:
            yield self.say("unconfirmed")
        yield self.say("made", day=made)
        lost = self.plan.ended_by == "loss"
        open_ = "open" if any(self._often()) else "none"
        status = {"open": open_, "ended": "loss" if lost else "ended"}
        yield self.say(status.get(self.plan.status, self.plan.status))

    def sections(self) -> Iterator[Section]:
        plan, words = self.plan, self.hers
        own = (Item(_apart(goal.text), "words") for goal in plan.goals if goal.text is not None)
        yield self._section("head_wishes", own)
        if plan.status in ("proposed", "set"):
            yield self._section("head_weeks", self._weeks())
            strengths = self.texts(words.strengths, self.result.screening.strengths)
            yield self._section("head_strengths", strengths)
            yield self._section("head_goals", self._goals("now"))
            yield self._section("head_reached", self._goals("reached"))
            yield from self._to_do()
        yield self._section("head_who", self._often())
        yield self._section("head_say", map(Item, map(self.say, self._up_to_her())))
        sees = ("sees_need", "sees_ask", "sees_paper")
        yield self._section("head_sees", map(Item, map(self.say, sees)))

    def _section(self, head: str, items: Iterable[Item]) -> Section:
        return Section(self.say(head), tuple(items))

    def _weeks(self) -> Iterator[Item]:
        on = self.result.date
        visits = [one for one in self.plan.to_come(on) if one.date < on + SOON]
        for visit in visits:
            yield self._visit(visit)
        off = {one.date for one in self.plan.visits if one.status == "cancelled"}
        for day in sorted(day for day in off if on <= day < on + SOON):
            yield Item(self.say("off", day=self.day(day)))
        for one in self._changes():
            if one.from_ is not None and on <= one.from_ < on + SOON:
                before = self.day(one.from_)
                if one.to is None:
                    yield Item(self.say("off", day=before))
                elif one.to >= on + SOON:
                    yield Item(self.say("later", day=before, to=self.day(one.to)))
        if not visits:
            yield Item(self.say("no_visits"))
        yield Item(self.say("move"))
        yield Item(self.say("phone") + "_" * 24)

    def _changes(self) -> tuple[Change, ...]:
        """What moved not long ago: of what was moved a year ago nobody asks any more."""
        changed = self.plan.changed
        recent = changed is not None and self.result.date < changed + SOON
        return self.plan.changes if recent else ()

    def _visit(self, visit: Visit) -> Item:
        day, roles = self.day(visit.date), self.hers.roles
        who = roles[visit.role][self.lang]
        along = roles[visit.along][self.lang] if visit.along else None
        told = [
            self.say("comes_both", who=who, along=along) if along else self.say("comes", who=who)
        ]
        if visit.meets:
            told.append(self.say("handover"))
        before = {one.visit: one.from_ for one in self._changes() if one.to == visit.date}
        was = before.get(visit.id)
        if was:
            told.append(self.say("was", day=self.day(was)))
        mark: Mark = "handover" if visit.meets else "two" if along else "visit"
        text = self.say("at", day=day, time=visit.time) if visit.time else _apart(day)
        return Item(text, mark, tuple(map(Item, told)))

    def _goals(self, state: GoalState) -> Iterator[Item]:
        these = (goal.id for goal in self.plan.goals if goal.state == state and not goal.own)
        return self.texts(self.hers.goals, these)

    def _to_do(self) -> Iterator[Section]:
        """What was agreed on; apart from that what has come up since, which nobody agreed on."""
        result, now = self.result, [one.id for one in self.plan.actions if not one.suppressed_by]
        if self.plan.status != "set":
            yield self._section("head_proposed", self._checked(now))
            return
        agreed = agreed_actions(result.pack, result.case, result.facts)
        yield self._section("head_agreed", self._checked(id for id in now if id in agreed))
        since = (id for id in now if id not in agreed)
        yield self._section("head_talk", self.texts(self.hers.actions, since))

    def _checked(self, ids: Iterable[str]) -> Iterator[Item]:
        found = list(self.texts(self.hers.actions, ids))
        yield from found
        if found:
            yield Item(self.say("check"))

    def _often(self) -> Iterator[Item]:
        for phase in self.plan.phases:
            if phase.interval and phase.until > self.result.date and phase.id in self.hers.phases:
                yield from self._rhythms(phase, phase.interval)
        if self.plan.hours and self.plan.phases:
            one = "_one" if self.plan.hours == 1 else ""
            yield Item(self.say(f"hours{one}", hours=self.plan.hours))

    def _rhythms(self, phase: PlanPhase, after: Interval) -> Iterator[Item]:
        """How often somebody comes; where that is more often for a while, until when."""
        for one in phase.more_often:
            often = Item(self._how_often(phase.id, one.interval))
            yield Item(self.say("often_until", day=self.day(one.until)), "listed", (often,))
        then = self._how_often(phase.id, after)
        if not phase.more_often:
            yield Item(then, "listed")
        elif phase.more_often[-1].until < phase.until:
            yield Item(self.say("often_then"), "listed", (Item(then),))

    def _how_often(self, phase: str, often: Interval) -> str:
        label, days = self.hers.phases[phase][self.lang], often.days
        phrase = "often" if days == WEEK else "often_days" if days % WEEK else "often_weeks"
        return self.say(phrase, phase=label, n=often.visits, days=days, weeks=days // WEEK)

    def _up_to_her(self) -> Iterator[str]:
        yield "say_no"
        if self.plan.status in ("proposed", "set"):
            yield "say_stop"
        if self.plan.ended_by != "loss":
            yield "say_care"


def _apart(text: str) -> str:
    """Text whose own direction changes nothing around it; what it holds to do so is taken out."""
    return APART + text.translate(_TURNING) + TOGETHER


_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C])
"""The signs that set a direction."""
