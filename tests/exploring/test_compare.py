"""Two outcomes side by side, and the answers that are supposed."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, small_pack
from hypothesis import given
from hypothesis import strategies as st
from promises.strategies import case_data, load, pack_data, read

from kansrijk.assessment import Assessment, assess, assess_facts, screen_case
from kansrijk.case.facts import facts_on, with_changes
from kansrijk.exploring.compare import compare
from kansrijk.exploring.supposed import supposed
from kansrijk.output.whatif_data import differences, whatif_data
from kansrijk.output.whatif_text import difference_sections, whatif_text
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError

SMALL = small_pack()


def outcome(pack: Pack = SMALL, on: date = ON, **parts: Any) -> Assessment:
    return assess(pack, case_of(**parts), on=on, engines=["reference"])


def test_each_part_that_differs() -> None:
    due = {"due_date": "2026-04-01"}
    before = outcome(
        facts={"poor": True, "alone": True, "violence": False, "hopeful": False}, **due
    )
    after = outcome(facts={"poor": True, "violence": True, "hopeful": True}, **due)
    found = compare(before, after)
    assert found
    assert [tuple(one) for one in found.criteria] == [("solitude", True, None)]
    assert [tuple(one) for one in found.signals] == [("danger", False, True)]
    assert found.classification and [one.level for one in found.classification] == ["high", None]
    assert found.intake and found.intake[1].because == ("unsafe", "may")
    assert found.strengths == (("hope",), ())
    assert found.questions == (("alone",), ())
    assert found.actions == (("protect",), ())
    assert found.suppressed == ((), ())
    assert compare(after, before).actions == ((), ("protect",))


def test_phases_that_go() -> None:
    due = {"due_date": "2026-04-01"}
    before = outcome(facts={"poor": True, "alone": True}, **due)
    found = compare(before, outcome(facts={"poor": False, "alone": False}, **due))
    assert [(one.id, one.after) for one in found.phases] == [("early", None), ("later", None)]
    assert [one.after for one in found.visits] == [0, 0]
    assert all(one.removed and not one.added for one in found.visits)


def test_visits_that_are_added_and_that_go() -> None:
    now = outcome(facts={"poor": True, "alone": True}, due_date="2026-04-01")
    pack = small_pack(phases={"early": {"visits": {"number": 1, "days": 10}}})
    other = outcome(pack, facts={"poor": True, "alone": True}, due_date="2026-04-01")
    (found,) = compare(now, other).visits
    assert (found.phase, found.before > found.after) == ("early", True)
    assert found.added and found.removed
    assert set(found.added).isdisjoint(found.removed)


def test_without_a_plan_only_the_screening_is_compared() -> None:
    case = case_of(facts={"poor": True})
    screening = screen_case(SMALL, case, on=ON, engines=["reference"])
    found = compare(screening, outcome(facts={"poor": True, "alone": True}))
    assert found.classification and not any(found.actions) and not found.visits


@given(st.integers(0, 10**6))
def test_an_outcome_differs_in_nothing_from_itself(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    one = assess(pack, read(case), on=on, engines=["reference"])
    other = assess_facts(pack, read(case), with_changes(pack, one.facts, {}), ["reference"])
    assert not compare(one, other)
    assert other.screening == one.screening and other.plan == one.plan


@given(st.integers(0, 10**6))
def test_changed_facts_are_those_of_a_file_that_says_so(seed: int) -> None:
    """As if the answers stood in the case file instead of those that are there."""
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    other, _ = case_data(rng, sections)
    changes = {id: value for id, value in other["facts"].items() if rng.random() < 0.4}
    written = {**case, "facts": {k: v for k, v in case["facts"].items() if k not in changes}}
    written["observations"] = [
        {**one, "facts": {k: v for k, v in one["facts"].items() if k not in changes}}
        for one in case["observations"]
    ]
    written["facts"] |= changes
    said = facts_on(pack, read({**case, "observations": [], "facts": changes}), on)
    values = {id: said.observed[id].value or changes[id] for id in changes}
    found = with_changes(pack, facts_on(pack, read(case), on), values)
    right = facts_on(pack, read(written), on)
    assert dict(found.values) == dict(right.values)
    assert found.declined == right.declined


def test_what_can_be_supposed() -> None:
    written = ["poor=true", "smoking=stopped", "friends=3", "income=10.5", "story=a word",
               "alone=", "hopeful=declined"]  # fmt: skip
    found = supposed(SMALL, written)
    assert found == {
        "poor": True, "smoking": "stopped", "friends": 3, "income": found["income"],
        "story": "a word", "alone": None, "hopeful": "declined",
    }  # fmt: skip
    assert found["income"] == 10.5
    assert supposed(SMALL, ["income=10,5"]) == {"income": found["income"]}
    assert supposed(SMALL, ["friends=3,0"]) == {"friends": 3}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("poor", "--set: this does not say which fact would have which value"),
        ("por=true", "--set: `por` is not a fact of this pack"),
        ("poor=secretly", "--set poor: this is not a value that `poor` can have"),
        ("friends=secretly", "--set friends: this is not a value that `friends` can have"),
        ("friends=100", "--set friends: this is not a value that `friends` can have"),
        ("smoking=secretly", "--set smoking: this is not a value that `smoking` can have"),
        ("friends=" + "[" * 50_000, "--set friends: this is not a value that `friends` can have"),
        ("income=NaN", "--set income: this is not a value that `income` can have"),
        ("income=1.250", "a number from 0 to 5000 (EUR); write a thousand as 1000"),
        ("income=1,250", "a number from 0 to 5000 (EUR); write a thousand as 1000"),
        ("income=1.250,50", "a number from 0 to 5000 (EUR); write a thousand as 1000"),
        ("income=true", "--set income: this is not a value that `income` can have"),
        ("friends=2,5", "--set friends: this is not a value that `friends` can have"),
        ("story=111222333", "--set story: "),
    ],
)
def test_what_cannot_be_supposed(written: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        supposed(SMALL, [written])
    assert message in str(refused.value)
    assert written.partition("=")[2] not in str(refused.value) or "=" not in written


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InputError) as refused:
        supposed(SMALL, ["poor", "friends=x", "poor=true", "poor=false"])
    assert [problem.code for problem in refused.value.problems] == [
        "set_shape", "impossible_value", "set_twice",
    ]  # fmt: skip


def test_a_goal_that_is_reached_is_told_as_that() -> None:
    def outcome(*events: Any) -> Assessment:
        case = case_of(due_date="2026-04-01", facts={"poor": True, "alone": True}, events=[*events])
        return assess(pack, case, on=ON, engines=["reference"])

    pack = small_pack(pack={"goals_at_once": 1})
    told = {"date": "2026-03-01", "event": "goal", "by": "nurse", "of": "calm", "state": "reached"}
    before, after = outcome(), outcome(told)
    found = compare(before, after)
    assert (found.became, found.goals) == (
        (("early:calm:reached",), ()), (("early:money",), ("early:calm",)),
    )  # fmt: skip
    assert (found.put_off.added, found.put_off.removed) == ((), ("early:money",))
    assert differences(found)["became"] == {"added": ["early:calm:reached"], "removed": []}
    lines = "\n".join(
        line for one in difference_sections(found, Words(pack, "en"), ended=False) for line in one
    )
    assert "reached: more calm" in lines
    assert "for now: more calm" not in lines
    assert "no more: more calm" not in lines
    back = difference_sections(compare(after, before), Words(pack, "en"), ended=False)
    assert "open again: more calm" in "\n".join(line for one in back for line in one)


def test_goals_that_come_go_and_are_put_off() -> None:
    pack = small_pack(pack={"goals_at_once": 1})
    due = {"due_date": "2026-04-01"}
    wish = {"date": "2026-02-01", "by": "nurse", "wishes": ["A cot."]}
    first = {"date": "2026-02-01", "by": "nurse", "first": ["poverty"]}
    before = outcome(pack, facts={"poor": False, "alone": True}, **due)
    after = outcome(pack, facts={"poor": True, "alone": True}, observations=[wish, first], **due)
    found = compare(before, after)
    assert found.goals == (("own:A cot.", "early:money"), ("early:calm",))
    assert found.put_off == (("early:calm",), ())
    assert compare(after, before).put_off == ((), ("early:calm",))
    # One that the calendar or a limit puts off is told as an action is.
    lines = whatif_text(before, after, {}, "en").splitlines()
    goals = lines[lines.index("GOALS") :]
    assert goals[1:4] == [
        "  - added: “A cot.”", "  - added: money to spare", "  - yes, but not for now: more calm",
    ]  # fmt: skip
    lines = whatif_text(after, before, {}, "en").splitlines()
    goals = lines[lines.index("GOALS") :]
    assert goals[1:4] == [
        "  - was there already, for later: more calm", "  - no more: “A cot.”",
        "  - no more: money to spare",
    ]  # fmt: skip
    data = whatif_data(before, after, {}, Words(pack, "en"))["differences"]
    assert data["put_off"] == {"added": ["early:calm"], "removed": []}
    # Where there is no plan there are none.
    assert compare(screen_case(pack, case_of(), on=ON), after).goals == ((), ())
