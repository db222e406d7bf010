"""The visits of a plan as text: the coming ones, why their days differ, what has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kansrijk.case.availability import Preference
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.words import Words
from kansrijk.planning.as_planned import Change
from kansrijk.planning.language import LanguageToMatch
from kansrijk.planning.plan import Plan
from kansrijk.planning.visits import Visit

FEW_VISITS = 6
"""As many as fit on a screen beside the rest."""
FEW_LOST = 5


def visit_sections(plan: Plan, words: Words, on: date, *, everything: bool) -> Iterator[list[str]]:
    """The visits to come, and what moved when they were planned again."""
    yield section(words, "head_visits", _visits(plan, words, on, everything=everything))
    yield section(words, "head_changes", _changes(plan, words))


def _visits(plan: Plan, words: Words, on: date, *, everything: bool) -> Iterator[str]:
    to_come = plan.to_come(on)
    if not to_come and not plan.without_day:
        return
    intro = [_hours(plan.hours, words), _prefers(plan.preference, words)]
    if any(intro):
        yield from wrap(" ".join(filter(None, intro)))
    if plan.language:
        yield from wrap(in_her_language(plan.language, words))
    shown = to_come if everything else to_come[:FEW_VISITS]
    for visit in shown:
        yield from _visit(visit, words)
    more = len(to_come) - len(shown)
    if more:
        yield from wrap(words.say("visits_more", n=more, last=words.day(to_come[-1].date)))
    yield from _without_day(plan, words, everything=everything)
    kept = words.pack.sections.schedule is not None
    yield from wrap(words.say("visits_agree" if kept else "visits_by_the_book"))


def _hours(hours: int | None, words: Words) -> str:
    return "" if hours is None else words.many("visit_hours", hours, hours=hours)


def in_her_language(found: LanguageToMatch, words: Words) -> str:
    """Whether somebody is to be looked for who speaks her language, and for when."""
    label = words.label(found.fact)
    days = (("visits_language_until", found.until), ("visits_language_from", found.from_))
    said = [words.say(phrase, fact=label, day=words.day(day)) for phrase, day in days if day]
    return " ".join(said) or words.say("visits_language", fact=label)


def _prefers(preference: Preference | None, words: Words) -> str:
    if preference is None:
        return ""
    names = words.say("weekdays").split()
    days = in_a_row([names[day] for day in sorted(preference.days)] or [""], words.say("or"))
    if not preference.days:
        return words.say("visit_prefers_time", time=preference.time) if preference.time else ""
    phrase = "visit_prefers_both" if preference.time else "visit_prefers"
    fields = {"time": preference.time} if preference.time else {}
    return words.say(phrase, days=days, **fields)


def _visit(visit: Visit, words: Words) -> Iterator[str]:
    phase, role = words.label(f"phase:{visit.phase}"), words.label(f"role:{visit.role}")
    who = words.say("visit_with", phase=phase, role=role)
    if visit.along:
        along = words.label(f"role:{visit.along}")
        who = words.say("visit_along", phase=phase, role=role, along=along)
    if visit.time:
        who = words.say("visit_at", time=visit.time, who=who)
    yield from wrap(who, f"  {words.day(visit.date):<28} ", " " * 31)
    if visit.handover:
        yield from wrap(words.say("visit_handover"), "      ")
    if visit.because:
        book, why = words.day(visit.by_the_book), because(visit.because, words)
        yield from wrap(words.say("visit_instead", day=book, because=why), "      ")


def because(reasons: Iterable[str], words: Words) -> str:
    return ", ".join(words.say(f"why_{reason}") for reason in reasons)


def _without_day(plan: Plan, words: Words, *, everything: bool) -> Iterator[str]:
    lost = plan.without_day
    if not lost:
        return
    shown = lost if everything else lost[:FEW_LOST]
    days = [
        words.say(
            "visit_without_day",
            day=words.day(one.by_the_book),
            because=because(one.because, words),
        )
        for one in shown
    ]
    more = ["..."] if len(shown) < len(lost) else []
    listed = words.apart([*days, *more])
    yield from wrap(words.many("visits_without_day", len(lost), n=len(lost), days=listed))


def _changes(plan: Plan, words: Words) -> Iterator[str]:
    """Those within the days of notice one by one; of later ones how many there are."""
    if plan.changed is None or not plan.changes:
        return
    schedule = words.pack.sections.schedule
    notice = plan.changed + timedelta(schedule.notice_days if schedule else 0)
    soon = [one for one in plan.changes if min(filter(None, (one.from_, one.to))) < notice]
    later = [one for one in plan.changes if one not in soon]
    phrase = "changes_since" if soon else "changes_only_later"
    yield from wrap(words.say(phrase, date=words.date(plan.changed)))
    for change in soon:
        yield from wrap(_change(change, words), "  - ")
    out = sum(one.to is None for one in later)
    for n, phrase in ((len(later) - out, "changes_later"), (out, "changes_later_out")):
        if n:
            yield from wrap(words.many(phrase, n, n=n))


def _change(change: Change, words: Words) -> str:
    days = {
        name: words.day(day)
        for name, day in (("before", change.from_), ("after", change.to))
        if day is not None
    }
    phrase = {1: "change_out", 0: "change_moved"}[change.to is None]
    if change.from_ is None:
        phrase = "change_new"
    said = words.say(phrase, **days)
    if not change.because:
        return said
    return words.say("change_because", change=said, because=because(change.because, words))
