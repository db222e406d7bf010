"""What is to be done: which actions, for what, after what, and why one is not for now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, event, small_pack

from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import facts_on
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.planning.plan import PlanAction, to_do
from kansrijk.screening.overrides import screen_decided
from kansrijk.screening.screen import Decision

DUE = "2026-09-01"  # early runs from 2026-07-01, later to 2026-12-01
ROLES: Any = {
    "chief": {"label": "chief", "domain": "social", "does": "x", "team": True},
    "nurse": {"decides": ["action"]},
}
ACT: Any = {
    "domain": "social", "role": "nurse", "home": False, "basis": "policy", "source": "law",
}  # fmt: skip
OFFER: Any = {
    "provider": "p", "meanwhile": "Call.", "confirmed": "2026-01-10", "basis": "policy",
    "source": "law",
}  # fmt: skip
PLACED = Circumstance("placement", None, date(2026, 2, 20))


def told(day: str, name: str, **more: Any) -> dict[str, Any]:
    return {**event(day, name), **more}


def decided(day: str, id: str = "act", *, set: bool = True) -> dict[str, Any]:
    return told(day, "override", of=f"action:{id}", set=set, reason="x")


def actions(
    listed: dict[str, Any],
    *events: Any,
    on: date = ON,
    untold: tuple[Circumstance, ...] = (),
    plan_set: bool = False,
    offers: Any = None,
    **facts: Any,
) -> dict[str, PlanAction]:
    """The actions of the pack with these alone, beside `help` and `protect`."""
    models = {id: {**ACT, "label": id, **one} for id, one in listed.items()}
    more = {id: {**OFFER, "label": id, **one} for id, one in (offers or {}).items()}
    pack = small_pack(roles=ROLES, actions=models, offers=more)
    case = case_of(due_date=DUE, facts=facts, events=list(events))
    known = facts_on(pack, case, on)
    known = known._replace(timeline=known.timeline._replace(untold=untold))
    screening = screen_decided(pack, case, known, [ReferenceEngine()])
    return {one.id: one for one in to_do(pack, known, screening, plan_set=plan_set)}


def act(model: dict[str, Any], *events: Any, **how: Any) -> PlanAction:
    return actions({"act": model}, *events, **how)["act"]


def test_an_action_as_a_whole() -> None:
    placed = event("2026-02-20", "placement")
    when, phases = {"alone": True}, ["early", "later"]
    model = {"after": "placement", "when": when, "phases": phases, "role": "chief"}
    assert act(model, placed, alone=True) == PlanAction(
        "act", ("early", "later"), ("alone",), None, None, (PLACED,), (), None, (), ()
    )
    override = decided("2026-02-25", set=False)
    found = act({"for": "poverty"}, override, poor=True)
    (one,) = (each for each in (found.override,) if each)
    assert isinstance(one, Decision)
    assert (one.key, one.date) == ("action:act", date(2026, 2, 25))
    assert found == PlanAction("act", (), ("poverty",), "override", one, (), (), None, (), ())
    in_the_way = act({"for": "poverty", "not_while": "placement"}, placed, poor=True)
    assert in_the_way == PlanAction(
        "act", (), ("poverty",), "not_while", None, (), (), None, (), (PLACED,)
    )


def test_only_what_is_called_for_is_there_in_the_order_of_the_pack() -> None:
    listed = {
        "no": {"for": "hope"},
        "unknown": {"when": {"smoking": ["daily"]}},
        "one": {"for": "poverty"},
        "two": {"for": "poverty"},
    }
    assert list(actions(listed, poor=True, hopeful=False)) == ["help", "one", "two"]


# What asked for it


@pytest.mark.parametrize(
    ("when", "facts", "because"),
    [
        ({"smoking": ["daily"]}, {"smoking": "daily"}, ("smoking",)),
        # Of several, those that hold; each once.
        ({"any": [{"smoking": ["daily"]}, {"poor": True}]}, {"smoking": "never", "poor": True},
         ("poor",)),
        ({"all": [{"friends": {"at_least": 1}}, {"poor": True}, {"friends": {"below": 3}}]},
         {"friends": 2, "poor": True}, ("friends", "poor")),
        # Where nothing that is asked holds, all that was asked.
        ({"not": {"any": [{"poor": True}, {"friends": {"below": 3}}]}},
         {"friends": 4, "poor": False}, ("poor", "friends")),
        # Of classes hers, or those that she may be in.
        ({"class": ["high", "middle"]}, {"poor": True, "alone": True}, ("high",)),
        ({"class": ["middle", "high"]}, {"poor": True, "alone": False}, ("middle",)),
        ({"class": ["high", "middle"]}, {"poor": True}, ("high", "middle")),
        ({"all": [{"class": ["high", "middle"]}, {"hopeful": True}]},
         {"poor": True, "alone": True, "hopeful": True}, ("high", "hopeful")),
        # In none of those: she is in another one.
        ({"not": {"class": ["high", "low"]}}, {"poor": True, "alone": False}, ("high", "low")),
    ],
)  # fmt: skip
def test_without_a_finding_what_it_asked_is_the_reason(
    when: Any, facts: Any, because: tuple[str, ...]
) -> None:
    assert act({"when": when}, **facts).because == because
    # Beside a finding that is the reason.
    finding = act({"when": when, "for": "danger"}, violence=True, **facts)
    assert finding.because == ("danger",)


# Its phases, what has ended, and what was decided


@pytest.mark.parametrize(
    ("model", "ending", "stopped"),
    [
        # Of the programme is what is for her class alone.
        ({"when": {"class": ["high"]}}, "refusal", "refusal"),
        ({"when": {"class": ["high"]}}, "completed", "completed"),
        ({"when": {"class": ["high"]}, "role": "chief"}, "move", "move"),
        ({"when": {"class": ["high"]}, "role": "chief"}, "transfer", "transfer"),
        # Others go on with what is theirs.
        ({"when": {"class": ["high"]}}, "move", None),
        ({"when": {"class": ["high"]}}, "transfer", None),
        ({"when": {"class": ["high"]}, "role": "chief"}, "refusal", "refusal"),
        ({"when": {"all": [{"class": ["high"]}, {"poor": True}]}}, "refusal", None),
        ({"for": "poverty", "role": "chief"}, "refusal", None),
        ({"after": "placement", "role": "chief"}, "refusal", None),
        ({"after": "placement", "role": "chief", "when": {"class": ["high"]}}, "refusal", None),
        # After a loss only what is for that, or keeps her safe.
        ({"for": "poverty"}, "loss", "loss"),
        ({"for": "danger"}, "loss", None),
        ({"for": ["poverty", "danger"]}, "loss", None),
        ({"after": "loss"}, "loss", None),
        ({"after": "placement", "role": "chief"}, "loss", "loss"),
        ({"after": "secret_address", "role": "chief"}, "loss", None),
        ({"when": {"class": ["high"]}}, "loss", "loss"),
    ],
)
def test_what_goes_on_after_an_end(model: Any, ending: str, stopped: str | None) -> None:
    facts = {"poor": True, "alone": True, "violence": True}
    around = event("2026-02-20", "placement"), event("2026-02-20", "secret_address")
    assert act(model, *around, event("2026-03-01", ending), **facts).suppressed_by == stopped
    if model.get("after") != "loss":
        assert act(model, *around, **facts).suppressed_by is None


def test_after_the_last_phase_only_what_is_for_after_a_loss_goes_on() -> None:
    born, lost = event("2026-02-20", "birth"), event("2026-05-21", "loss")
    on = date(2026, 6, 1)
    assert act({"after": "loss"}, born, lost, on=on).suppressed_by is None
    safe = {"for": "danger", "phases": ["early"]}
    assert act(safe, born, lost, on=on, violence=True).suppressed_by == "phase_passed"


@pytest.mark.parametrize(
    ("model", "events", "stopped"),
    [
        ({}, [decided("2026-02-25", set=False)], "override"),
        ({}, [decided("2026-02-25")], None),
        ({"phases": ["early"]}, [event("2026-02-20", "birth"), decided("2026-02-25")],
         "phase_passed"),
        # A loss since then stops it, but what comes after one; no other end does.
        ({}, [decided("2026-02-25"), event("2026-02-26", "loss")], "loss"),
        ({}, [decided("2026-02-26"), event("2026-02-26", "loss")], None),
        ({}, [decided("2026-02-27"), event("2026-02-26", "loss")], None),
        ({"after": "loss"}, [decided("2026-02-25"), event("2026-02-26", "loss")], None),
        ({}, [decided("2026-02-25"), event("2026-02-26", "refusal")], None),
        ({}, [decided("2026-02-25", set=False), event("2026-02-26", "loss")], "override"),
    ],
)  # fmt: skip
def test_what_was_decided_about_an_action(model: Any, events: Any, stopped: str | None) -> None:
    """Whatever its own rule says."""
    for poor in (True, False):
        found = act({"for": "poverty", **model}, *events, poor=poor, alone=False)
        assert (found.suppressed_by, found.override is not None) == (stopped, True)
        assert found.because == (("poverty",) if poor else ())


# What is in the way


@pytest.mark.parametrize(
    ("events", "untold", "expected"),
    [
        ([], (), (None, ())),
        ([event("2026-02-20", "placement")], (), ("not_while", (PLACED,))),
        # Of what may not be told, nothing is said.
        ([], (PLACED,), None),
        # A decision since then, or on the day, goes before.
        ([event("2026-02-20", "placement"), decided("2026-02-20")], (), (None, ())),
        ([event("2026-02-20", "placement"), decided("2026-02-19")], (), ("not_while", (PLACED,))),
        ([decided("2026-02-19")], (PLACED,), None),
        ([decided("2026-02-20")], (PLACED,), (None, ())),
        # What is not for now already says that.
        ([event("2026-02-20", "placement"), event("2026-03-01", "loss")], (), ("loss", ())),
        ([event("2026-03-01", "loss")], (PLACED,), ("loss", ())),
    ],
)
def test_what_is_in_the_way_is_told_or_it_is_left_out(
    events: Any, untold: Any, expected: Any
) -> None:
    model = {"act": {"for": "poverty", "not_while": "placement"}}
    found = actions(model, *events, untold=untold, poor=True).get("act")
    assert (found and (found.suppressed_by, found.not_while)) == expected


# What covers it, and what is on offer


GREATER = {"lesser": {"for": "solitude"}, "greater": {"for": "hope", "instead_of": "lesser"}}


def test_what_covers_another_has_its_reasons_and_offers_each_once() -> None:
    listed = {
        "lesser": {"for": ["solitude", "hope"], "after": "placement", "role": "chief"},
        "greater": {
            "for": "hope", "after": "secret_address", "instead_of": "lesser", "role": "chief",
        },
    }  # fmt: skip
    offers = {
        "for_lesser": {"for": "lesser"},
        "for_both": {"for": ["lesser", "greater"]},
        "for_greater": {"for": "greater"},
        "unfit": {"for": "greater", "when": {"friends": {"at_least": 3}}},
    }
    events = event("2026-02-20", "placement"), event("2026-02-27", "secret_address")
    found = actions(listed, *events, offers=offers, alone=True, hopeful=True, friends=1)
    lesser, greater = found["lesser"], found["greater"]
    assert (greater.because, greater.merges) == (("hope", "solitude"), ("lesser",))
    assert [one.name for one in greater.after] == ["secret_address", "placement"]
    assert [(one.id, one.suppressed_by) for one in greater.offers] == [
        ("for_both", None), ("for_greater", None), ("unfit", "does_not_fit"), ("for_lesser", None),
    ]  # fmt: skip
    assert (lesser.suppressed_by, lesser.merged_into, lesser.merges) == ("merged", "greater", ())
    assert [(one.id, one.suppressed_by) for one in lesser.offers] == [
        ("for_lesser", "action"), ("for_both", "action"),
    ]  # fmt: skip
    assert found["help"].offers == ()


def test_what_is_not_for_now_is_not_merged() -> None:
    past = event("2026-02-20", "birth")
    facts: dict[str, Any] = {"alone": True, "hopeful": True}
    lesser = {**GREATER, "lesser": {"for": "solitude", "phases": ["early"]}}
    found = actions(lesser, past, **facts)
    assert (found["lesser"].suppressed_by, found["lesser"].merged_into) == ("phase_passed", None)
    assert (found["greater"].merges, found["greater"].because) == ((), ("hope",))
    # One that was decided about stays what it is.
    found = actions(GREATER, decided("2026-02-25", "lesser"), **facts)
    assert (found["lesser"].suppressed_by, found["greater"].merges) == (None, ())


def test_a_set_plan_excludes_other_programmes() -> None:
    group = {"for": "act", "one_of": "programme"}
    offers = {"ours": {**group, "own": True}, "other": group}
    for plan_set, expected in ((True, "one_at_a_time"), (False, None)):
        found = actions({"act": {"for": "poverty"}}, offers=offers, plan_set=plan_set, poor=True)
        assert [one.suppressed_by for one in found["act"].offers] == [None, expected]
