"""What an event calls for: after each kind of loss, and while something goes on around her."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from builders import SCHEDULE, case_of, event, planned, shipped_pack, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from promises.strategies import in_force

import kansrijk
from kansrijk.assessment import Assessment
from kansrijk.case.case import Case
from kansrijk.case.circumstances import Circumstance, circumstances_by
from kansrijk.exploring.ahead import changes_ahead
from kansrijk.output import calendar as calendar_module
from kansrijk.output.explain_text import render as explained
from kansrijk.output.formats import in_format
from kansrijk.output.text import in_short, render
from kansrijk.pack.events import CIRCUMSTANCES, EVENTS
from kansrijk.pack.pack import Pack
from kansrijk.planning import plan as module
from kansrijk.planning.plan import TO_COME, Plan

HOOGEVEEN = shipped_pack("hoogeveen")
ACTIONS = HOOGEVEEN.sections.actions
LOSSES = EVENTS["loss"].kinds
ROLE = "casusbegeleider"
Told = dict[str, Any]
DATA: Told = {
    "case": "c",
    "due_date": "2027-03-22",
    "facts": {
        "leeftijd": 26, "partner": "geen", "rondkomen": "moeilijk", "roken": "soms",
        "steunpersonen": 2, "netwerk_te_klein": True, "lengte_cm": 164,
        "iemand_in_vertrouwen": True,
    },
}  # fmt: skip


def told(day: date | str, name: str, **more: Any) -> Told:
    return {"date": str(day), "event": name, "by": ROLE, **more}


SET = (
    told("2026-09-14", "intake"), told("2026-09-16", "agreement"), told("2026-09-16", "plan_set"),
)  # fmt: skip


def at(on: date | str, *events: Told, pack: Pack = HOOGEVEEN, **parts: Any) -> Assessment:
    case = Case.model_validate({**DATA, **parts, "events": [*SET, *events]})
    return kansrijk.assess(pack, case, on=date.fromisoformat(str(on)), engines=["reference"])


def plan_of(result: Assessment) -> Plan:
    assert result.plan is not None
    return result.plan


def to_do(result: Assessment) -> set[str]:
    """What is for now or later."""
    return {one.id for one in plan_of(result).actions if one.suppressed_by is None}


# After each kind of loss.

CARE = {
    "nazorg_na_verlies", "huisarts_na_verlies", "steun_bij_verlies", "praten_met_lotgenoten",
    "afzeggen_wat_niet_meer_past",
}  # fmt: skip
OF_KIND: dict[str | None, set[str]] = {
    None: set(),
    "pregnancy_loss": set(),
    "termination": {"luisteren_zonder_oordeel"},
    "stillbirth": {"regelen_na_overlijden"},
    "child_died": {"regelen_na_overlijden"},
}
BORN = (told("2027-03-20", "birth"), told("2027-06-01", "visit", visit="fase_2-001", status="done"))
MOMENTS = {
    "16 weeks": ("2026-10-05", "2026-10-07", ()),
    "past the due date": ("2027-03-25", "2027-04-12", ()),
    "a baby": ("2027-06-02", "2027-06-02", BORN),
    "nearly three": ("2030-03-01", "2030-04-03", BORN),
}
JOY = ("gefeliciteerd", "proficiat", "van harte", "congratulat", "félicit", "🎉")


def lost(day: str, kind: str | None, **more: Any) -> Told:
    return told(day, "loss", **({"kind": kind} if kind else {}), **more)


@pytest.mark.parametrize(("moment", "kind"), list(product(MOMENTS, OF_KIND)))
def test_after_a_loss_nothing_is_left_of_what_is_for_the_baby(
    moment: str, kind: str | None
) -> None:
    day, on, before = MOMENTS[moment]
    result = at(on, *before, lost(day, kind))
    plan = plan_of(result)
    assert (plan.status, plan.ended_by, plan.goals, plan.phases) == ("ended", "loss", (), ())
    assert to_do(result) == CARE | OF_KIND[kind]
    to_come = [one for one in plan.visits if one.status in TO_COME]
    assert all(one.date < date.fromisoformat(day) for one in to_come)
    assert result.trajectory is not None
    assert result.trajectory.state == "verlies"
    in_diary = Calendar.from_ical(result.to_ics()).walk("VEVENT")
    later = {str(one["STATUS"]) for one in in_diary if one.start >= date.fromisoformat(day)}
    assert later in ({"CANCELLED"}, set())
    for lang in ("nl", "en"):
        text = render(result, lang, everything=True).lower()
        assert not [word for word in JOY if word in text]
    shown = render(result, "nl", everything=True)
    assert "Spreek de dagen met haar af" not in shown


OF_THE_BABY = re.compile(r"baby|kind|zwanger|bevalling|kraam|geboorte|child|pregnan|birth|matern")


def of_the_baby(result: Assessment, lang: str) -> list[str]:
    """What cannot wait, or keeps her safe, in words about a child or its birth."""
    signals = HOOGEVEEN.sections.signals
    open_ = [one for id, one in signals.items() if result.screening.truths[f"signal:{id}"]]
    safe = [one for one in plan_of(result).actions if one.id in to_do(result) and not one.after]
    words = [one.route for one in open_] + [ACTIONS[one.id].label for one in safe]
    assert len(open_) == len(signals)
    assert len(safe) > len(signals)
    return [text[lang] for text in words if OF_THE_BABY.search(text[lang].lower())]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_keeps_her_safe_after_a_loss_says_nothing_of_a_child(lang: str) -> None:
    signals = dict.fromkeys(HOOGEVEEN.sections.signals, True)
    result = at("2026-10-07", lost("2026-10-05", "stillbirth"), facts={**DATA["facts"], **signals})
    assert of_the_baby(result, lang) == []


@pytest.mark.parametrize(("moment", "kind"), list(product(MOMENTS, OF_KIND)))
def test_beside_a_child_that_lives_all_goes_on_and_care_is_added(
    moment: str, kind: str | None
) -> None:
    day, on, before = MOMENTS[moment]
    without, result = at(on, *before), at(on, *before, lost(day, kind, goes_on=True))
    care = CARE | OF_KIND[kind]
    assert to_do(result) == to_do(without) | care
    one, other = plan_of(without), plan_of(result)
    others = tuple(action for action in other.actions if action.id not in care)
    assert other._replace(actions=others) == one
    assert result.trajectory == without.trajectory
    assert result.facts.timeline.ended_by is None
    # Of her copy not a byte is another.
    for form in ("text", "html"):
        copies = [in_format(found.seen_by("mother"), form, "nl") for found in (without, result)]
        assert copies[0] == copies[1]
    assert not [word for word in JOY if word in render(result, "nl", everything=True).lower()]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize("reader", [None, "student", "verloskundige"])
def test_after_a_loss_a_page_opens_with_what_happened_and_what_there_is_to_do(
    form: str, reader: str | None
) -> None:
    def places(result: Assessment, *words: str) -> list[int]:
        seen = result if reader is None else result.seen_by(reader)
        page = str(in_format(seen, form, "nl"))
        text = " ".join(page.partition("</title>")[2 if form == "html" else 0].split()).lower()
        return [text.index(word) for word in words if word in text]

    lost_it = at("2026-10-07", lost("2026-10-05", "stillbirth"))
    first = "haar levenloos geboren kind" if reader is None else "het verlies van haar kind"
    told_of = f"{first}{' of haar zwangerschap' if reader else ''} (5 oktober 2026)"
    order = places(
        lost_it, "wat er gebeurde", told_of, "zij heeft haar kind of haar zwangerschap verloren",
        "zoek haar op en vraag hoe het gaat", "kwetsbare omstandigheden", "criteria",
    )  # fmt: skip
    assert len(order) == 6
    assert order == sorted(order)
    going_on = places(at("2026-10-07", lost("2026-10-05", None, goes_on=True)), "wat er gebeurde")
    assert going_on == []
    assert in_short(lost_it, "nl").startswith("Zij heeft haar kind")


def test_the_second_of_two_ends_the_support() -> None:
    first, second = lost("2026-10-05", "stillbirth", goes_on=True), lost("2026-10-20", None)
    assert plan_of(at("2026-10-19", first, second)).status == "set"
    result = at("2026-10-20", first, second)
    assert (plan_of(result).status, str(result.facts.timeline.ended)) == ("ended", "2026-10-20")
    care = next(one for one in plan_of(result).actions if one.id == "nazorg_na_verlies")
    assert care.after == (
        Circumstance("loss", "stillbirth", date(2026, 10, 5)),
        Circumstance("loss", None, date(2026, 10, 20)),
    )
    # One that was told by mistake is taken back, with what it called for.
    back = told("2026-10-21", "undo", of="loss", on="2026-10-20")
    assert plan_of(at("2026-10-21", first, second, back)).status == "set"


def test_without_steps_it_is_the_same() -> None:
    first = {**event("2026-03-03", "loss"), "goes_on": True}
    taken = [event("2026-02-01", "intake"), event("2026-02-01", "agreement")]
    facts = {"poor": True, "alone": True}

    def status(on: str, *events: Told) -> tuple[str, str | None]:
        found = planned(small_pack(), date.fromisoformat(on), due_date="2026-04-01", facts=facts,
                        events=[*taken, *events])  # fmt: skip
        return found.status, found.ended_by

    assert status("2026-03-04", first) == ("set", None)
    assert status("2026-03-04", first, event("2026-03-04", "loss")) == ("ended", "loss")
    # Nothing takes a loss back; beside a child that lives there is nothing to take back.
    again = event("2026-03-05", "intake")
    assert status("2026-03-05", first, again) == ("set", None)
    both = first, event("2026-03-04", "loss"), again
    assert status("2026-03-05", *both) == ("ended", "loss")
    gone = first, event("2026-03-03", "refusal")
    assert status("2026-03-05", *gone) == ("ended", "refusal")


def test_a_decision_before_the_loss_stops_but_for_what_comes_after_one() -> None:
    decided = [
        told("2026-10-01", "override", of=f"action:{id}", set=True, reason="x")
        for id in ("nazorg_na_verlies", "bijzondere_bijstand")
    ]
    result = at("2026-10-07", *decided, lost("2026-10-05", None))
    found = {one.id: one.suppressed_by for one in plan_of(result).actions if one.override}
    assert found == {"nazorg_na_verlies": None, "bijzondere_bijstand": "loss"}
    before = {one.id: one.suppressed_by for one in plan_of(at("2026-10-02", *decided)).actions}
    assert before["nazorg_na_verlies"] is None
    left_out = told("2026-10-06", "override", of="action:nazorg_na_verlies", set=False, reason="x")
    assert "nazorg_na_verlies" not in to_do(at("2026-10-07", left_out, lost("2026-10-05", None)))


# What is in force, and what it calls for.

AWAY: Told = {"from": "2026-10-05", "kind": "admission"}
ROWS: dict[str, tuple[tuple[Told, ...], str, set[str]]] = {
    "nothing": ((), "2026-10-07", set()),
    "from its day": ((told("2026-10-07", "placement"),), "2026-10-07", {"placement"}),
    "not before": ((told("2026-10-08", "placement"),), "2026-10-07", set()),
    "until it is over": (
        (told("2026-10-01", "placement"), told("2026-10-07", "over", of="placement")),
        "2026-10-06", {"placement"},
    ),
    "once it is over": (
        (told("2026-10-01", "placement"), told("2026-10-07", "over", of="placement")),
        "2026-10-07", set(),
    ),
    "of the other one it is not over": (
        (told("2026-10-01", "placement"), told("2026-10-01", "secret_address"),
         told("2026-10-07", "over", of="placement")),
        "2026-10-07", {"secret_address"},
    ),
    "and again": (
        (told("2026-10-01", "placement"), told("2026-10-03", "over", of="placement"),
         told("2026-10-05", "placement")),
        "2026-10-07", {"placement"},
    ),
    "taken back": (
        (told("2026-10-01", "secret_address"),
         told("2026-10-02", "undo", of="secret_address", on="2026-10-01")),
        "2026-10-07", set(),
    ),
    "before she goes": ((told("2026-10-01", "absence", **AWAY),), "2026-10-04", set()),
    "while she is away": ((told("2026-10-01", "absence", **AWAY),), "2026-10-05", {"admission"}),
    "the last day of it": (
        (told("2026-10-01", "absence", **AWAY, back="2026-10-08"),), "2026-10-07", {"admission"},
    ),
    "the day she is back": (
        (told("2026-10-01", "absence", **AWAY, back="2026-10-07"),), "2026-10-07", set(),
    ),
    "she came back": (
        (told("2026-10-01", "absence", **AWAY), told("2026-10-07", "return")), "2026-10-07", set(),
    ),
    "the return of a colleague": (
        (told("2026-10-01", "absence", **AWAY), told("2026-10-07", "return", of="student")),
        "2026-10-07", {"admission"},
    ),
    "no reason is no circumstance": (
        (told("2026-10-01", "absence", **{"from": "2026-10-05"}),), "2026-10-07", set(),
    ),
}  # fmt: skip
CALLED = {
    "placement": "contact_met_haar_kind",
    "secret_address": "veilig_te_bereiken",
    "admission": "contact_bij_opname",
    "detention": "contact_bij_detentie",
}


@pytest.mark.parametrize("name", ROWS)
def test_it_is_called_for_while_it_is_in_force_and_at_no_other_time(name: str) -> None:
    events, on, expected = ROWS[name]
    result = at(on, *events)
    assert {one.name for one in result.facts.timeline.circumstances} == expected
    assert to_do(result) - to_do(at(on)) == {CALLED[one] for one in expected}
    in_the_way = {id for id, one in ACTIONS.items() if expected & {*one.not_while}}
    assert to_do(at(on)) - to_do(result) == to_do(at(on)) & in_the_way


def test_the_event_and_its_day_are_the_reason_everywhere() -> None:
    result = at("2026-10-07", told("2026-10-05", "placement"))
    said = "haar kind dat ergens anders woont (5 oktober 2026)"
    assert f"vanwege: {said}" in render(result, "nl")
    (action,) = (
        one for one in result.to_dict()["plan"]["actions"] if one["id"] == "contact_met_haar_kind"
    )
    after = [{"event": "placement", "kind": None, "from": "2026-10-05"}]
    assert (action["because"], action["after"]) == ([], after)
    found = result.explain("contact_met_haar_kind")
    assert (found["truth"], found["after"]) == (True, after)
    assert found["because"] == [{"after": ["placement"], "truth": True}]
    assert "in het dossier staat “haar kind dat ergens anders woont”" in found["sentence"]
    text = " ".join(explained(result, ["action:contact_met_haar_kind"], "nl").split())
    assert f"Dit komt door {said}." in text
    without = at("2026-10-07").explain("contact_met_haar_kind")
    assert (without["truth"], without["after"]) == (False, [])
    assert "in het dossier staat niet “haar kind dat ergens anders woont”" in without["sentence"]
    kind = at("2026-10-07", lost("2026-10-05", "stillbirth")).explain("nazorg_na_verlies")
    assert kind["after"] == [{"event": "loss", "kind": "stillbirth", "from": "2026-10-05"}]


ACT: Told = {"label": "Act.", "domain": "social", "role": "chief", "home": False,
             "basis": "policy", "source": "law"}  # fmt: skip
CHIEF = {"chief": {"label": "chief", "domain": "social", "does": "x", "team": True}}


def in_small(actions: dict[str, Told], *events: Told, **facts: Any) -> dict[str, Any]:
    pack = small_pack(roles=CHIEF, actions={id: {**ACT, **one} for id, one in actions.items()})
    found = planned(pack, due_date="2026-06-01", facts=facts, events=list(events))
    return {one.id: one for one in found.actions if one.id in actions}


def test_what_else_it_asks_must_hold_too() -> None:
    one = {"act": {"after": "placement", "for": ["poverty"], "when": {"alone": True}}}
    placed = event("2026-03-01", "placement")
    assert in_small(one, placed, poor=True, alone=True)["act"].because == ("poverty",)
    for facts in ({"poor": True}, {"alone": True}, {}):
        assert not in_small(one, placed, **facts)
    assert not in_small(one, poor=True, alone=True)
    # Of a condition of its own, what holds of that is told, and the event is told by itself.
    own = in_small({"act": {"after": "placement", "when": {"alone": True}}}, placed, alone=True)
    assert own["act"].because == ("alone",)
    assert [str(each.from_) for each in own["act"].after] == ["2026-03-01"]


@pytest.mark.parametrize("ending", ["refusal", "completed", "move", "transfer", "loss"])
@pytest.mark.parametrize("name", ["placement", "secret_address"])
def test_after_an_end_it_goes_on_but_for_the_child_after_a_loss(name: str, ending: str) -> None:
    events = event("2026-02-20", name), event("2026-03-01", ending)
    found = in_small({"act": {"after": name}}, *events)
    stopped = ending == "loss" and name == "placement"
    assert found["act"].suppressed_by == ("loss" if stopped else None)


def test_it_has_phases_as_any_other_but_after_a_loss() -> None:
    placed, born = event("2026-02-20", "placement"), event("2026-02-20", "birth")
    one = {"act": {"after": "placement", "phases": ["early"]}}
    assert in_small(one, placed)["act"].suppressed_by is None
    assert in_small(one, placed, born)["act"].suppressed_by == "phase_passed"


def test_what_stands_in_the_way_of_an_action_is_told_with_its_day() -> None:
    one = {"act": {"for": ["poverty"], "not_while": ["placement", "admission"]}}
    placed, over = (
        event("2026-02-20", "placement"),
        {**event("2026-02-27", "over"), "of": "placement"},
    )
    away: Told = {**event("2026-02-01", "absence"), "from": "2026-02-25", "kind": "admission"}

    def act(*events: Told) -> tuple[str | None, list[str]]:
        found = in_small(one, *events, poor=True)["act"]
        return found.suppressed_by, [f"{each.name} {each.from_}" for each in found.not_while]

    assert act() == (None, [])
    assert act(placed) == ("not_while", ["placement 2026-02-20"])
    assert act(placed, over) == (None, [])
    assert act(placed, away) == ("not_while", ["placement 2026-02-20", "admission 2026-02-25"])
    assert act({**away, "kind": "detention"}) == (None, [])
    # What is stopped by something else says that, and a decision since then goes before it.
    assert act(placed, event("2026-03-01", "loss")) == ("loss", [])

    decides = {**CHIEF["chief"], "decides": ["action"]}
    pack = small_pack(roles={"chief": decides}, actions={"act": {**ACT, **one["act"]}})
    set_ = {"by": "chief", "of": "action:act", "set": True, "reason": "x"}
    for day, stopped in (("2026-02-19", "not_while"), ("2026-02-20", None)):
        case = case_of(due_date="2026-06-01", events=[placed, {**event(day, "override"), **set_}])
        made = plan_of(kansrijk.assess(pack, case, on=date(2026, 3, 2), engines=["reference"]))
        assert [each.suppressed_by for each in made.actions if each.id == "act"] == [stopped]


def test_one_that_is_covered_by_what_is_not_for_now_stays() -> None:
    actions: dict[str, Told] = {
        "one": {"for": ["poverty"]},
        "act": {"for": ["poverty"], "not_while": "placement", "instead_of": ["one"]},
    }
    placed = event("2026-02-20", "placement")
    assert in_small(actions, poor=True)["one"].suppressed_by == "merged"
    assert in_small(actions, placed, poor=True)["one"].suppressed_by is None


PLACED_TEXT = {
    "nl": "dit past nu niet bij wat er speelt: haar kind dat ergens anders woont (5 oktober 2026)",
    "en": "it does not fit what is going on now: her child living elsewhere (5 October 2026)",
}


@pytest.mark.parametrize("lang", PLACED_TEXT)
def test_what_stands_in_the_way_is_in_every_output(lang: str) -> None:
    result = at("2026-10-07", told("2026-10-05", "placement"))
    text = " ".join(render(result, lang, everything=True).split())
    assert PLACED_TEXT[lang] in text
    why = [{"event": "placement", "kind": None, "from": "2026-10-05"}]
    actions = {one["id"]: one for one in result.to_dict()["plan"]["actions"]}
    assert actions["bijzondere_bijstand"]["not_while"] == why
    assert actions["contact_met_haar_kind"]["not_while"] == []
    assert result.explain("bijzondere_bijstand")["not_while"] == why
    told_of = explained(result, ["action:bijzondere_bijstand"], lang)
    assert PLACED_TEXT[lang] in " ".join(told_of.split())


def test_one_that_is_merged_gives_its_event_as_a_reason() -> None:
    actions = {
        "one": {"after": "placement"},
        "act": {"after": "secret_address", "instead_of": ["one"]},
    }
    events = event("2026-02-20", "placement"), event("2026-02-27", "secret_address")
    found = in_small(actions, *events)
    assert (found["one"].suppressed_by, found["one"].merged_into) == ("merged", "act")
    assert [one.event for one in found["act"].after] == ["secret_address", "placement"]


# Who comes, and on which days.


def test_while_an_address_is_secret_nobody_comes_alone() -> None:
    events = told("2026-10-05", "secret_address"), told("2026-10-19", "over", of="secret_address")
    during = plan_of(at("2026-10-07", *events))
    assert {one.along for one in during.visits if one.date >= date(2026, 10, 5)} == {
        "werkbegeleider"
    }
    assert {one.along for one in during.visits if one.date < date(2026, 10, 5)} == {None}
    after = plan_of(at("2026-10-20", *events))
    along = {one.along for one in after.visits if one.date >= date(2026, 10, 19)}
    assert along == {None}
    was = [one for one in after.visits if date(2026, 10, 5) <= one.date < date(2026, 10, 19)]
    assert was
    assert {one.along for one in was} == {"werkbegeleider"}


def test_events_alone_or_signals_alone_say_who_comes_along() -> None:
    facts = {"poor": True, "alone": True, "violence": True}

    def along(together: Told, *events: Told) -> set[str | None]:
        pack = small_pack(
            roles=CHIEF, schedule={**SCHEDULE, "together": {"role": "chief", **together}}
        )
        pack_facts = planned(pack, due_date="2026-04-01", facts=facts, events=list(events))
        return {one.along for one in pack_facts.visits}

    placed = event("2026-02-20", "placement")
    assert along({"signals": None, "events": "placement"}, placed) == {"chief"}
    assert along({"signals": None, "events": ["secret_address"]}, placed) == {None}
    assert along({"signals": ["danger"]}) == {"chief"}


@pytest.mark.parametrize("kind", EVENTS["absence"].kinds)
def test_why_she_is_away_moves_no_visit(kind: str) -> None:
    away = {"from": "2026-10-05", "back": "2026-10-24"}
    one = plan_of(at("2026-10-03", told("2026-10-02", "absence", **away)))
    other = plan_of(at("2026-10-03", told("2026-10-02", "absence", **away, kind=kind)))
    reasons = {why for visit in other.visits for why in visit.because}
    reasons |= {why for visit in other.without_day for why in visit.because}
    assert kind in reasons
    assert "absence" not in reasons
    days = [[(v.id, v.date, v.time, v.along) for v in plan.visits] for plan in (one, other)]
    assert days[0] == days[1]
    said = {"admission": "zij is dan opgenomen", "detention": "zij is dan gedetineerd"}[kind]
    text = render(at("2026-10-03", told("2026-10-02", "absence", **away, kind=kind)), "nl",
                  everything=True)  # fmt: skip
    assert said in " ".join(text.split())


def test_of_several_absences_the_one_that_says_why_is_told() -> None:
    away = {"from": "2026-10-05", "back": "2026-10-24"}
    both = (
        told("2026-10-02", "absence", **away),
        told("2026-10-02", "absence", **away, kind="admission"),
    )
    reasons = {why for visit in plan_of(at("2026-10-03", *both)).visits for why in visit.because}
    assert "absence" not in reasons


def test_the_day_on_which_it_ends_is_told_ahead() -> None:
    away = told("2026-10-02", "absence", **AWAY, back="2026-10-24")
    result = at("2026-10-03", away)
    found = [
        (str(one.until), why.reason, why.id)
        for one in changes_ahead(result.decided, result.case, result.date, date(2026, 11, 1))
        for why in one.why
        if why.reason.startswith("event")
    ]
    assert found == [
        ("2026-10-05", "event_begins", "admission"), ("2026-10-24", "event_ends", "admission"),
    ]  # fmt: skip
    changes = list(changes_ahead(result.decided, result.case, result.date, date(2026, 11, 1)))
    text = " ".join(render(result, "nl", ahead=changes).split())
    assert "Op 5 oktober 2026: haar opname begint" in text
    assert "Op 24 oktober 2026: haar opname is voorbij" in text


# Twins.


@pytest.mark.parametrize("days", [0, 1, 2])
@pytest.mark.parametrize("first", ["2026-12-01", "2027-03-20", "2027-03-25"])
def test_two_births_plan_as_one_on_the_first_day(first: str, days: int) -> None:
    """Also where the first of them is born early, and whoever is told of first."""
    second = date.fromisoformat(first) + timedelta(days)
    births = told(first, "birth"), told(second, "birth")
    for on in (second, second + timedelta(40)):
        one = plan_of(at(on, births[0]))
        for events in (births, births[::-1]):
            assert plan_of(at(on, *events)) == one


@pytest.mark.parametrize("kind", LOSSES)
def test_one_lives_and_one_does_not(kind: str) -> None:
    birth, loss = told("2027-01-20", "birth"), lost("2027-01-20", kind, goes_on=True)
    assert plan_of(at("2027-02-01", birth, loss)).visits == plan_of(at("2027-02-01", birth)).visits
    assert "nazorg_na_verlies" in to_do(at("2027-02-01", birth, loss))


# Whatever happens.

START = date(2026, 9, 20)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Told], date]:
    """Events after the plan was set, and a day to look at it."""
    days = st.integers(0, 260).map(lambda n: START + timedelta(n))
    events: list[Told] = []
    for _ in range(draw(st.integers(0, 5))):
        day, name = draw(days), draw(st.sampled_from([
            "loss", "absence", "placement", "secret_address", "over", "crisis", "birth", "return",
        ]))  # fmt: skip
        more: Told = {}
        if name == "loss":
            more = {"goes_on": True} if draw(st.booleans()) else {}
        if name in ("loss", "absence") and draw(st.booleans()):
            more["kind"] = draw(st.sampled_from(EVENTS[name].kinds))
        if name == "absence":
            more["from"] = str(day + timedelta(draw(st.integers(-3, 3))))
        if name == "over":
            more["of"] = draw(st.sampled_from(["placement", "secret_address"]))
            events.append(told(day - timedelta(draw(st.integers(0, 9))), more["of"]))
        if name == "birth" and any(one["event"] == "birth" for one in events):
            continue
        events.append(told(day, name, **more))
    # A return before every absence is refused.
    first = min((one["from"] for one in events if "from" in one), default="")
    events = [one for one in events if one["event"] != "return" or one["date"] >= first]
    return draw(st.permutations(events)), draw(days)


def holds(history: tuple[list[Told], date]) -> None:
    events, on = history
    result = at(on, *events)
    plan = plan_of(result)
    force = in_force({"events": events}, on)
    ended = min((one["date"] for one in events if one["event"] == "loss"
                 and "goes_on" not in one and one["date"] <= str(on)), default=None)  # fmt: skip
    assert (result.facts.timeline.ended_by == "loss") == bool(ended)
    for action in plan.actions:
        names = set(ACTIONS[action.id].after)
        called = {(event, kind, since) for event, kind, since in force if {event, kind} & names}
        assert {(one.event, one.name, str(one.from_)) for one in action.after} == called
        assert bool(called) or not names
        assert action.because or action.after
    there = {one.id for one in plan.actions}
    for id, model in ACTIONS.items():
        if model.after and any({event, kind} & {*model.after} for event, kind, _ in force):
            assert id in there
    if ended is None:
        return
    safe = set(HOOGEVEEN.sections.signals)
    for action in plan.actions:
        stays = safe & {*action.because} or {"loss", "secret_address"} & {
            one.event for one in action.after
        }
        assert (action.suppressed_by is None) == bool(stays), action
    assert (plan.status, plan.goals, plan.phases) == ("ended", (), ())
    for one in Calendar.from_ical(result.to_ics()).walk("VEVENT"):
        assert one.start < date.fromisoformat(ended) or one["STATUS"] == "CANCELLED"
    shown = render(result, "nl", everything=True).lower()
    assert not [word for word in JOY if word in shown]


@settings(max_examples=60)
@given(histories())
def test_whatever_happens_nothing_is_for_the_baby_after_a_loss(
    history: tuple[list[Told], date],
) -> None:
    holds(history)


@settings(max_examples=40)
@given(histories(), st.integers(0, 260), st.sampled_from(LOSSES))
def test_a_loss_beside_a_child_that_lives_changes_no_visit(
    history: tuple[list[Told], date], days: int, kind: str
) -> None:
    events, on = history
    loss = lost(str(START + timedelta(days)), kind, goes_on=True)
    one, other = at(on, *events), at(on, *events, loss)
    kept = [plan_of(found)._replace(actions=()) for found in (one, other)]
    assert kept[0] == kept[1]
    assert one.trajectory == other.trajectory


@given(histories())
def test_what_is_in_force_has_nothing_to_do_with_the_order_of_a_file(
    history: tuple[list[Told], date],
) -> None:
    events, on = history
    found = [circumstances_by(case_of(events=some), on) for some in (events, events[::-1])]
    assert found[0] == found[1]
    assert {one.name for one in found[0]} <= {*CIRCUMSTANCES}


def a_baby_that_is_still_planned_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_outlasts", lambda _: True)


def care_that_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_outlasts", lambda _: False)


def a_diary_that_keeps_all(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = calendar_module._visits
    monkeypatch.setattr(
        calendar_module, "_visits",
        lambda found: tuple(one._replace(status="planned") for one in kept(found)),
    )  # fmt: skip


def nothing_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from kansrijk.case import circumstances

    monkeypatch.setattr(circumstances, "_is_over", lambda *_: False)


PLACED = told("2026-09-25", "placement"), told("2026-10-01", "over", of="placement")
SEEDED = ([*PLACED, told("2026-10-02", "secret_address"), lost("2026-10-05", "stillbirth")],
          date(2026, 10, 9))  # fmt: skip


@pytest.mark.parametrize(
    "fault",
    [a_baby_that_is_still_planned_for, care_that_stops, a_diary_that_keeps_all, nothing_over],
)
def test_these_tests_would_see_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    holds(SEEDED)
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        holds(SEEDED)
