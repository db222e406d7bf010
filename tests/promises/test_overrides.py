"""Random decisions on random packs: in effect as if the rule were so, beside what the rules say."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.assessment import Assessment, assess
from kansrijk.engine.durable import available
from kansrijk.exploring.rule_names import explainable
from kansrijk.output.text import render
from kansrijk.screening import overrides

from .conftest import LONG
from .strategies import FALSE, TRUE, Brute, Data, Day, case_data, load, pack_data, read

seeds = st.integers(0, 10**9)
SEEDS = range(3000 if LONG else 60)


def keys_of(sections: Data) -> list[str]:
    criteria = [f"criterion:{id}" for id in sections["criteria"]]
    return ["class", *criteria, *(f"action:{id}" for id in sections["actions"])]


def decided(rng: random.Random, sections: Data, on: date) -> list[Data]:
    """Overrides of a few things, some of them several times, some after the day."""
    found = []
    things = rng.sample(keys_of(sections), 2) + ["class"] * rng.randint(0, 1)
    rng.shuffle(things)
    for of in [things[0], *(rng.choice(things) for _ in range(rng.randint(0, 4)))]:
        values = list(sections["classes"]["classes"]) if of == "class" else [True, False]
        day = on - timedelta(days=rng.choice([0, 1, 1, 1, 3, 30, -2]))
        found.append(
            {
                "date": day.isoformat(), "event": "override", "by": "r0", "of": of,
                "set": rng.choice([*values, *values, *values, None]), "reason": "because",
            }
        )  # fmt: skip
    return found


def drawn(seed: int) -> tuple[Data, Data, list[Data], date]:
    """A pack, a case without overrides, the overrides, and the day."""
    rng = random.Random(seed)
    sections = pack_data(rng, may_fall=True)
    case, on = case_data(rng, sections)
    return sections, case, decided(rng, sections, on), on


def with_events(case: Data, events: list[Data]) -> Data:
    return {**case, "events": [*case["events"], *events]}


def held_and_disputed(events: list[Data], on: date) -> tuple[dict[str, Any], set[str]]:
    """What counts by the design: the latest; null takes back; of one day they must agree."""
    held, disputed = {}, set()
    for of in {event["of"] for event in events}:
        past = [e for e in events if e["of"] == of and e["date"] <= on.isoformat()]
        last = [e["set"] for e in past if e["date"] == max(one["date"] for one in past)]
        if any(value is not last[0] and value != last[0] for value in last):
            disputed.add(of)
        elif last and last[0] is not None:
            held[of] = last[0]
    return held, disputed


def outcome(sections: Data, case: Data, on: date, **more: Any) -> Assessment:
    return assess(load(sections), read(case), on=on, **more)


def truths_as_decided(sections: Data, held: Mapping[str, Any]) -> dict[str, int]:
    """The truths that stand fixed: of the class that class, and none above it."""
    found = {of: TRUE if set else FALSE for of, set in held.items() if of != "class"}
    if "class" in held:
        classes = list(sections["classes"]["classes"])
        above = classes[: classes.index(held["class"])]
        found |= {f"class:{id}": FALSE for id in above} | {f"class:{held['class']}": TRUE}
    return found


def check_truths(seed: int) -> Counter[str]:
    """Every truth is that of a brute evaluation in which the decided rules stand fixed."""
    sections, case, events, on = drawn(seed)
    held, disputed = held_and_disputed(events, on)
    result = outcome(sections, with_events(case, events), on)
    brute = Brute(Day(sections, case, on), result.classification.possible)
    brute.seen.update(truths_as_decided(sections, held))
    kinds = ("criterion", "signal", "strength", "class", "intake", "phase", "action")
    assert dict(result.screening.truths) == brute.truths(*kinds)
    assert {decision.key for decision in result.screening.overrides} == held.keys()
    warned = {w.about for w in result.screening.warnings if w.code == "override_disputed"}
    assert warned == disputed
    if "class" in held:
        assert result.classification.possible == (held["class"],)
    return Counter([*(of.partition(":")[0] for of in held), *("disputed" for _ in disputed)])


def check_all_truths() -> Counter[str]:
    return sum((check_truths(seed) for seed in SEEDS), Counter[str]())


def test_every_truth_is_as_if_the_rule_were_so() -> None:
    seen = check_all_truths()
    assert {"class", "criterion", "action", "disputed"} == seen.keys()
    assert min(seen.values()) > len(SEEDS) / 10, seen


def rewritten(sections: Data, held: Mapping[str, Any]) -> Data:
    """The pack with each decided rule written as one on a fact that is always true."""
    found = copy.deepcopy(sections)
    found["facts"]["always"] = {
        "type": "boolean", "label": "always", "question": "?", "asked_by": ["r0"],
    }  # fmt: skip
    for rule in [*found["criteria"].values(), *found["signals"].values()]:
        rule["no_action"] = "it may be left out"
    for key, truth in truths_as_decided(sections, held).items():
        kind, _, id = key.partition(":")
        if kind == "class" and "when" not in found["classes"]["classes"][id]:
            continue  # the lowest, for all others
        section = {"criterion": "criteria", "action": "actions"}.get(kind)
        rule = found[section][id] if section else found["classes"]["classes"][id]
        rule["when"] = {"always": truth == TRUE}
        rule.pop("for", None)
        rule.pop("after", None)
    return found


def comparable(result: Assessment, held: Mapping[str, Any]) -> Data:
    """An outcome without what a decision says of itself."""
    data = result.to_dict()
    data.pop("pack")
    data.pop("receipt")
    decided_actions = {of.partition(":")[2] for of in held if of.startswith("action:")}
    data["classification"].pop("because")
    for part in [data["classification"], *data["criteria"], *data["plan"]["actions"]]:
        part.pop("override")
    for found in data["criteria"]:
        if f"criterion:{found['id']}" in held:
            found.pop("because")
    data["plan"]["actions"] = [
        action for action in data["plan"]["actions"] if action["id"] not in decided_actions
    ]
    # An intake that follows from a decision is not late by what was told before that.
    data["plan"]["overdue"].pop("intake")
    data["questions"] = [(q["fact"], q["settles_class"]) for q in data["questions"]]
    data["warnings"] = [w for w in data["warnings"] if not w["code"].startswith("override_")]
    return data


@settings(max_examples=20)
@given(seeds)
def test_all_that_follows_is_as_if_the_pack_were_written_so(seed: int) -> None:
    """Class, possible classes, questions, intake, plan: by the ordinary path, of another pack."""
    sections, case, events, on = drawn(seed)
    held, _ = held_and_disputed(events, on)
    ours = outcome(sections, with_events(case, events), on, engines=["reference"])
    so = {**case, "facts": {**case["facts"], "always": True}}
    theirs = outcome(rewritten(sections, held), so, on, engines=["reference"])
    assert comparable(ours, held) == comparable(theirs, held)
    assert ours.plan is not None and theirs.plan is not None
    done = {action.id for action in theirs.plan.actions}
    for action in ours.plan.actions:
        if action.override is not None:
            set_ = held[f"action:{action.id}"]
            assert (action.id in done) is set_
            assert (action.suppressed_by == "override") is not set_
    shown = {a.id for a in ours.plan.actions if a.override is not None}
    assert shown == {of.partition(":")[2] for of in held if of.startswith("action:")}


@settings(max_examples=20)
@given(seeds)
def test_what_the_rules_say_is_the_outcome_without_decisions(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    held, _ = held_and_disputed(events, on)
    result = outcome(sections, with_events(case, events), on)
    by_themselves = outcome(sections, case, on)
    for decision in result.screening.overrides:
        assert decision.rules_say == says(by_themselves, decision.key)
        last = max(e["date"] for e in events if e["of"] == decision.key and e["date"] <= str(on))
        then = outcome(sections, case, date.fromisoformat(last))
        assert decision.review is (says(then, decision.key) != decision.rules_say)
    ours, theirs = result.to_dict(), by_themselves.to_dict()
    for one, other in zip(ours["criteria"], theirs["criteria"], strict=True):
        if f"criterion:{one['id']}" in held:
            assert one["because"] == other["because"]
    if "class" in held:
        assert ours["classification"]["because"] == theirs["classification"]["because"]
    assert ours["pack"] == theirs["pack"]
    warned = {w.about for w in result.screening.warnings if w.code == "override_review"}
    assert warned == {d.key for d in result.screening.overrides if d.review}


def says(result: Assessment, key: str) -> Any:
    return result.classification.possible if key == "class" else result.screening.truths[key]


@pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
@settings(max_examples=20)
@given(seeds)
def test_each_engine_alone_gives_the_same(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    told = []
    for engine in ("reference", "durable"):
        data = outcome(sections, with_events(case, events), on, engines=[engine]).to_dict()
        data.pop("engines")
        data["receipt"].pop("engines")
        told.append(data)
    assert told[0] == told[1]


@settings(max_examples=15)
@given(seeds)
def test_their_order_never_matters(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    shuffled = random.Random(seed).sample(events, len(events))
    told = []
    for each in (events, shuffled):
        data = outcome(sections, with_events(case, each), on).to_dict()
        for warning in data["warnings"]:
            warning.pop("places")
        told.append(data)
    assert told[0] == told[1]


@settings(max_examples=15)
@given(seeds)
def test_what_was_taken_back_leaves_nothing(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    back = [{**e, "set": None, "date": on.isoformat()} for e in events]
    earlier = [e for e in events if e["date"] < on.isoformat()]
    taken_back = outcome(sections, with_events(case, [*earlier, *back]), on).to_dict()
    never = outcome(sections, case, on).to_dict()
    # That visits moved in between, and back, is told.
    for data in (taken_back, never):
        assert {"changed", "changes"} <= data["plan"].keys()
        data["plan"] |= {"changed": None, "changes": []}
    assert taken_back == never


# Faults that these tests would see


def test_a_class_above_that_is_not_ruled_out_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = overrides.constants_of

    def faulty(pack: Any, held: Any) -> Any:
        return {key: when for key, when in right(pack, held).items()
                if not (key.startswith("class:") and when == overrides.NEVER)}  # fmt: skip

    monkeypatch.setattr(overrides, "constants_of", faulty)
    with pytest.raises(AssertionError):
        check_all_truths()


def test_a_pack_that_keeps_its_hash_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then what was compiled for the pack itself would be run for the decided one."""
    from dataclasses import replace

    right = overrides.with_constants
    monkeypatch.setattr(
        overrides, "with_constants", lambda pack, found: replace(right(pack, found), hash=pack.hash)
    )
    with pytest.raises(AssertionError):
        check_all_truths()


def test_an_older_decision_that_counts_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = overrides.overrides_on

    def faulty(pack: Any, case: Any, on: date) -> Any:
        return right(pack, case, on - timedelta(days=1))

    monkeypatch.setattr(overrides, "overrides_on", faulty)
    with pytest.raises(AssertionError):
        check_all_truths()


@pytest.mark.parametrize("seed", range(3000 if LONG else 60))
def test_every_outcome_with_decisions_can_be_read(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    pack = load(sections)
    result = assess(pack, read(with_events(case, events)), on=on, engines=["reference"])
    text = render(result, pack.languages[0], everything=True)
    outcome = text.partition("UITKOMST\n")[2].partition("\n\n")[0]
    assert outcome and not (" [1]" in outcome and result.classification.override)


@pytest.mark.parametrize("seed", range(300 if LONG else 15))
def test_every_explanation_of_what_was_decided_says_who_and_what_the_rules_say(seed: int) -> None:
    sections, case, events, on = drawn(seed)
    pack = load(sections)
    result = assess(pack, read(with_events(case, events)), on=on, engines=["reference"])
    own = assess(pack, read(case), on=on, engines=["reference"])
    held, _ = held_and_disputed(events, on)
    for key in set(explainable(pack).values()):
        found, alone = result.explain(key), own.explain(key)
        of = "class" if found["kind"] == "class" else key
        assert (found["override"] is not None) is (of in held)
        if of in held:
            assert found["override"]["of"] == of
            assert f" {alone['sentence'].partition('”: ')[2]}" in found["sentence"]
            assert (found["because"], found["facts"]) == (alone["because"], alone["facts"])
        assert {one["of"] for one in found["decisions"]} <= set(held)
