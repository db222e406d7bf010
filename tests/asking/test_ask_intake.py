"""The intake as a state machine: what it asks, in what order, and what each line makes of it."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from builders import ON, event, screened, seen, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from promises.strategies import Brute, Day, case_data, load, pack_data

from kansrijk.asking.agenda import askers, handed_over, remaining, still_open, who_asks
from kansrijk.asking.certain import Certain
from kansrijk.asking.intake import Turn, begin, changed, expected, now, take
from kansrijk.asking.state import Intake, Item
from kansrijk.case.case import Case, parse_case
from kansrijk.output.ask_text import vocabulary
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, read_text
from kansrijk.reading.inserting import flow

# A nurse asks all but the income, a doctor the income and whether she smokes.
PACK = small_pack(
    facts={"income": {"asked_by": "doctor"}, "smoking": {"asked_by": ["nurse", "doctor"]}},
    roles={"doctor": {"label": "doctor", "domain": "medical", "does": "Doctoring."}},
    criteria={
        "smoke": {
            "label": "smoke", "domain": "people", "basis": "policy", "source": "law",
            "when": {"all": [{"smoking": "daily"}, {"income": {"below": 1000}}]},
        },
    },
    actions={"help": {"for": ["poverty", "solitude", "smoke"]}},
)  # fmt: skip


def start(pack: Pack = PACK, text: str = "case: c-1\n", **options: Any) -> Intake:
    said = vocabulary(Words(pack, pack.languages[0]))
    return begin(pack, ON, said, **{"file": "c.yaml", "text": text, "by": "nurse", **options})


def say(intake: Intake, *lines: str) -> Turn:
    """The turn of the last of these lines."""
    turn = None
    for line in lines:
        item = now(intake)
        assert item is not None, line
        turn = take(intake, item, line)
        intake = turn.intake
    assert turn is not None
    return turn


def until(intake: Intake, wanted: Item, answers: dict[str, str] | None = None) -> Intake:
    """Skips what is asked, or answers it, until the wanted item is asked."""
    for _ in range(100):
        item = now(intake)
        assert item is not None, f"{wanted} was never asked"
        if item == wanted:
            return intake
        intake = take(intake, item, (answers or {}).get(item.id, "")).intake
    raise AssertionError(f"{wanted} was never asked")


def case_in(intake: Intake) -> Case:
    return parse_case(read_text(intake.text, intake.file))


# The start.


def test_a_new_case_asks_its_mark_the_role_and_the_day() -> None:
    intake = start(text="", by=None)
    asked = []
    for line in ("c-7", "nurse", "1-9-2026"):
        item = now(intake)
        assert item is not None
        asked.append(item.kind)
        intake = take(intake, item, line).intake
    assert asked == ["case", "role", "due_date"]
    assert intake.text == "case: c-7\ndue_date: 2026-09-01\n"
    assert intake.by == "nurse"


def test_a_file_of_json_starts_as_json() -> None:
    assert say(start(text="", file="c.json"), "c-7").intake.text == '{\n  "case": "c-7"\n}\n'


def test_the_only_role_is_not_asked() -> None:
    assert start(small_pack(), by=None).by == "nurse"
    assert askers(PACK) == ("nurse", "doctor")


@pytest.mark.parametrize("line", ["", "-"])
def test_mark_and_role_cannot_be_left_out(line: str) -> None:
    assert say(start(text=""), line).unclear == "needed"
    assert say(start(by=None), line).unclear == "needed"
    assert say(start(text=""), "<").unclear == "no_way_back"
    assert say(start(text=""), "c-7", "<").unclear == "no_way_back"


def test_a_case_that_is_no_case_is_refused() -> None:
    with pytest.raises(InputError):
        start(text="case: c-1\nfacts: {pour: true}\n")


GESTATION = {
    "facts": {
        "weeks": {"type": "integer", "unit": "days", "range": [0, 300], "label": "weeks",
                  "derive": {"gestational_age": {"term": {"norm": "term"}}}},
    },
    "norms": {"term": {"label": "term", "unit": "days", "basis": "policy", "source": "law", "value": 280}},
}  # fmt: skip


def test_without_a_due_date_the_last_period_is_asked_where_it_can_be_counted() -> None:
    pack = small_pack(**GESTATION)
    intake = say(start(pack), "").intake
    assert now(intake) == Item("last_period")
    assert say(intake, "1-2-2026").intake.text == "case: c-1\nlast_period: 2026-02-01\n"
    assert say(intake, "3-3-2026").unclear == "past"
    after = now(say(intake, "").intake)
    assert after is not None and after.kind == "fact"
    after = now(say(start(), "").intake)
    assert after is not None and after.kind == "fact"


def test_a_due_date_is_within_a_year() -> None:
    assert say(start(), "1-9-2062").unclear == "far"


@pytest.mark.parametrize(
    "text",
    [
        "case: c-1\ndue_date: 2026-09-01\n",
        "case: c-1\nevents: [{date: 2026-01-01, event: birth, by: nurse}]\n",
    ],
)
def test_a_day_that_is_known_is_not_asked(text: str) -> None:
    item = now(start(text=text))
    assert item is not None and item.kind == "fact"


def test_a_pack_that_never_looks_at_the_day_does_not_ask_it() -> None:
    item = now(start(small_pack(phases={"early": None, "later": None})))
    assert item is not None and item.kind == "fact"


@pytest.mark.parametrize("what", ["loss", "refusal"])
def test_nothing_is_asked_after_a_loss_or_a_refusal(what: str) -> None:
    text = f"case: c-1\nfacts: {{poor: true}}\nevents: [{flow(event('2026-01-01', what))}]\n"
    intake = start(text=text)
    assert now(intake) is None
    assert handed_over(intake) == ()


# Answers.

DATED = "case: c-1\ndue_date: 2026-09-01\n"


@pytest.mark.parametrize(
    ("fact", "line", "value"),
    [("poor", "yes", True), ("smoking", "every", "daily"), ("friends", "3", 3), ("alone", "-", "declined")],
)  # fmt: skip
def test_an_answer_is_in_the_text_at_once(fact: str, line: str, value: Any) -> None:
    pack = small_pack(
        signals={"few": {"label": "few", "when": {"friends": {"below": 2}}, "urgency": "days", "route": "x",
                         "basis": "policy", "source": "law", "no_action": "none"}},
        criteria={"smoke": {"label": "smoke", "domain": "people", "when": {"smoking": "daily"},
                                    "basis": "policy", "source": "law", "no_action": "none"}},
    )  # fmt: skip
    turn = say(until(start(pack, DATED), Item("fact", fact)), line)
    assert turn.did == "answered"
    (one,) = case_in(turn.intake).observations
    assert (one.date, one.by, one.facts) == (ON, "nurse", {fact: value})


def test_what_became_certain() -> None:
    intake = until(start(text=DATED), Item("fact", "violence"))
    assert say(intake, "yes").certain == Certain(signals=("danger",))
    intake = until(start(text=DATED), Item("fact", "poor"))
    turn = say(intake, "yes")
    assert turn.certain == Certain(criteria=(("poverty", True),), possible=("high", "middle"))
    turn = say(until(turn.intake, Item("fact", "alone")), "no")
    assert turn.certain == Certain(criteria=(("solitude", False),), possible=("middle",))
    turn = say(until(start(text=DATED, settle="all"), Item("fact", "hopeful")), "yes")
    assert turn.certain == Certain(strengths=("hope",))


def test_after_a_criterion_is_met_her_wish_is_asked() -> None:
    intake = say(until(start(text=DATED), Item("fact", "poor")), "yes").intake
    assert now(intake) == Item("help", "poverty")
    for line, wish in (("yes", "wanted"), ("later", "not_now"), ("no", "not_wanted"), ("-", "declined")):  # fmt: skip
        after = say(intake, line).intake
        assert case_in(after).observations[0].help == {"poverty": wish}
        assert Item("help", "poverty") not in remaining(after)
        assert Item("help", "poverty") not in remaining(start(text=after.text))
    assert Item("help", "poverty") in remaining(say(intake, "").intake)


def test_what_cannot_be_used_changes_nothing() -> None:
    intake = start(text=DATED)
    turn = say(intake, "perhaps")
    assert (turn.intake, turn.did) == (intake, "unclear")
    assert (say(intake, "?").did, say(intake, "stop").did) == ("why", "stopped")
    assert say(intake, "?").intake is intake


def test_what_was_skipped_comes_back_once_at_the_end() -> None:
    intake, asked = start(text=DATED), []
    while (item := now(intake)) is not None:
        asked.append(item)
        intake = take(intake, item, "").intake
    facts = [item for item in asked if item.kind == "fact"]
    assert len(facts) == 2 * len(set(facts)) > 0
    half = len(facts) // 2
    assert set(facts[:half]) == set(facts[half:])
    assert intake.text == DATED


def test_going_back_takes_the_answer_away() -> None:
    one = until(start(text=DATED), Item("fact", "poor"))
    two = say(one, "yes").intake
    three = say(two, "no").intake
    back = say(three, "<")
    assert (back.intake.text, back.did) == (two.text, "went_back")
    again = say(back.intake, "<").intake
    assert (again.text, now(again)) == (one.text, Item("fact", "poor"))


def test_strengths_are_offered_after_the_rest_and_once() -> None:
    intake = until(start(text=DATED), Item("strengths"))
    assert remaining(intake) == (Item("strengths"),)
    assert remaining(say(intake, "yes").intake) == (Item("fact", "hopeful"),)
    assert Item("fact", "hopeful") not in remaining(say(intake, "no").intake)
    assert Item("strengths") not in remaining(say(intake, "").intake)
    every = start(text=DATED, settle="all")
    assert Item("fact", "hopeful") in remaining(every)
    assert Item("strengths") not in remaining(every)


def test_what_is_asked_is_what_settles_what_was_chosen() -> None:
    for_class, for_plan, every = (
        {item.id for item in remaining(start(text=DATED, settle=settle))}
        for settle in ("class", "plan", "all")
    )
    assert for_class == {"poor", "alone", ""}
    assert for_plan == {*for_class, "violence", "smoking"}
    assert every == {*for_plan, "hopeful"} - {""}


# The order of a talk, and what comes before and after it.


# A question that only an action needs, one on what goes well, and a concern of the nurse.
TALK = small_pack(
    facts={
        "interpreter": {"type": "boolean", "label": "interpreter", "question": "Interpreter?",
                        "asked_by": "nurse", "ask_first": True},
        "concern": {"type": "text", "label": "concern", "question": "Concerned?",
                    "asked_by": ["nurse", "aide"]},
    },
    roles={"aide": {"label": "aide", "domain": "medical", "does": "Caring."}},
    actions={"translate": {"label": "t", "when": {"interpreter": True}, "domain": "social",
                           "role": "nurse", "phases": ["early"], "basis": "policy", "source": "law"}},
    classes={"intake": [{"id": "worry", "label": "worry", "when": {"answered": "concern"},
                         "within_days": 5, "basis": "policy", "source": "law"}]},
)  # fmt: skip
CONCERN = Item("concern", "concern")


def kinds(intake: Intake) -> list[Item]:
    """All that is asked when everything is skipped but the offers."""
    asked = []
    while (item := now(intake)) is not None:
        asked.append(item)
        yes = item.kind in ("strengths", "concern")
        intake = take(intake, item, "yes" if yes else "").intake
    return asked


def test_a_talk_begins_with_its_first_question_and_ends_with_what_goes_well_and_the_concern() -> (
    None
):
    asked = kinds(start(TALK))
    assert asked[:2] == [Item("due_date"), Item("fact", "interpreter")]
    offer = asked.index(Item("strengths"))
    hopeful, own = Item("fact", "hopeful"), Item("own_concern", "concern")
    assert asked[offer + 1 :] == [hopeful, hopeful, CONCERN, own]
    assert Item("fact", "interpreter") not in kinds(start(TALK, settle="class"))


def test_a_concern_is_in_the_words_of_who_asks_and_never_a_bare_yes() -> None:
    assert askers(TALK) == ("nurse", "aide")
    intake = until(start(TALK, DATED, by="aide"), CONCERN)
    assert now(say(intake, "no").intake) is None
    intake = say(intake, "yes").intake
    assert {say(intake, line).unclear for line in ("yes", "No")} == {"own_words"}
    assert say(intake, "-").intake.text == DATED
    done = say(intake, "She was very quiet.").intake
    (one,) = case_in(done).observations
    assert (one.by, one.facts) == ("aide", {"concern": "She was very quiet."})
    assert CONCERN not in remaining(start(TALK, done.text, by="aide"))
    assert CONCERN in remaining(start(TALK, done.text))
    assert done.seen is not None and "worry" in done.seen.screening.intake.because


@pytest.mark.parametrize("line", ["1", "born", "the child is there"])
def test_of_a_child_that_is_there_the_birth_is_asked(line: str) -> None:
    intake = say(start(), line).intake
    assert now(intake) == Item("birth")
    assert say(intake, "3-3-2026").unclear == "past"
    assert say(intake, "<").intake.stage == "pregnant"
    (one,) = case_in(say(intake, "1-2-2026").intake).events
    assert (one.event, one.date, one.by) == ("birth", date(2026, 2, 1), "nurse")
    assert Item("due_date") not in remaining(say(intake, "").intake)


def test_past_the_due_date_the_birth_is_asked() -> None:
    assert now(start(text="case: c-1\ndue_date: 2026-03-01\n")) == Item("birth")
    assert Item("birth") not in remaining(start(text=DATED))


def test_not_pregnant_is_an_answer_for_the_session() -> None:
    pack = small_pack(**GESTATION)
    intake = say(start(pack), "not pregnant").intake
    assert not {item.kind for item in remaining(intake)} & {"due_date", "last_period", "birth"}
    assert Item("due_date") not in still_open(intake)


def test_the_dates_come_last_of_who_is_known_not_to_be_pregnant() -> None:
    when = {"all": [{"wish": True}, {"not": {"answered": "weeks"}}]}
    wish = {"type": "boolean", "label": "wish", "question": "Wish?", "asked_by": "nurse"}
    pack = small_pack(
        facts={**GESTATION["facts"], "wish": wish}, norms=GESTATION["norms"],
        actions={"talk": {"label": "talk", "when": when, "domain": "social", "role": "nurse",
                          "phases": ["early"], "basis": "policy", "source": "law"}},
    )  # fmt: skip
    assert now(start(pack)) == Item("due_date")
    listed = remaining(start(pack, "case: c-1\nfacts: {wish: false}\n"))
    needed = [item for item in listed if item.kind != "strengths"]
    assert needed[-1] == Item("due_date")
    assert len(needed) > 1


# What can hardly be right.

ODD = small_pack(
    plausibility={"odd": {"kind": "unlikely", "message": "rare.", "basis": "policy", "source": "law",
                          "when": {"all": [{"poor": True}, {"alone": True}]}}},
)  # fmt: skip


def test_help_with_what_is_in_doubt_is_offered_after_the_rest() -> None:
    intake = say(until(start(ODD, DATED), Item("fact", "poor")), "yes").intake
    assert now(intake) == Item("help", "poverty")
    intake = say(until(say(intake, "no").intake, Item("fact", "alone")), "yes").intake
    listed = remaining(intake)
    assert listed[0].kind == "fact"
    assert Item("help", "solitude") in listed


def test_there_is_a_way_back_from_a_last_answer_in_doubt() -> None:
    known = f"{DATED}facts: {{alone: true, violence: false, smoking: never, hopeful: true}}\n"
    helped = [{"date": str(ON), "by": "nurse", "help": {"poverty": "wanted", "solitude": "wanted"}}]
    intake = start(ODD, f"{known}observations: {flow(helped)}\n")
    assert now(intake) == Item("fact", "poor")
    after = say(intake, "yes").intake
    assert now(after) == Item("sure")
    assert say(after, "no").intake == say(after, "<").intake == intake
    assert now(say(after, "yes").intake) is now(say(after, "").intake) is None
    assert now(say(intake, "no").intake) is None


def test_a_warning_is_new_once() -> None:
    from kansrijk.asking.certain import newly_warned
    from kansrijk.screening.warnings import Warning

    one = Warning("implausible", "plausibility:odd", (), (("facts", "poor"),))
    turned = one._replace(details=(("turns_class", True),))
    of_the_pack = Warning("norm_past_review", "line")
    assert newly_warned((), (one, turned, of_the_pack)) == (turned,)
    assert newly_warned((one,), (turned,)) == ()
    assert one.facts == ("poor",)


# Who asks.


def test_a_role_asks_its_own_and_the_rest_is_handed_over() -> None:
    intake = start(text=DATED, by="doctor")
    assert {item.id for item in remaining(intake)} == {"smoking", "income"}
    assert handed_over(intake) == (
        (("nurse",), (Item("fact", "poor"), Item("fact", "alone"), Item("fact", "violence"))),
    )
    assert handed_over(start(text=DATED)) == ((("doctor",), (Item("fact", "income"),)),)


def test_her_wish_is_asked_by_who_asks_about_the_criterion() -> None:
    text = f"{DATED}facts: {{poor: true, smoking: daily, income: 900}}\n"
    assert now(start(text=text, by="doctor")) == Item("help", "smoke")
    assert handed_over(start(text=text, by="doctor"))[0] == (
        ("nurse",),
        (Item("help", "poverty"), Item("fact", "alone"), Item("fact", "violence")),
    )
    assert who_asks(PACK, Item("help", "smoke")) == ("nurse", "doctor")


def test_a_criterion_about_criteria_is_anybodys() -> None:
    both = {"label": "both", "domain": "money", "basis": "policy", "source": "law",
            "when": {"criterion": "poverty"}, "no_action": "none"}  # fmt: skip
    assert who_asks(small_pack(criteria={"both": both}), Item("help", "both")) == ()


def test_who_asks_what_a_derived_fact_is_made_of() -> None:
    derived = {"type": "integer", "unit": "people", "range": [0, 18], "label": "all",
               "derive": {"sum": {"of": ["friends", "friends"]}}}  # fmt: skip
    few = {"label": "few", "domain": "people", "basis": "policy", "source": "law",
           "when": {"people": {"below": 2}}, "no_action": "none"}  # fmt: skip
    pack = small_pack(facts={"people": derived, "friends": {"asked_by": "doctor"}}, criteria={"few": few},
                      roles={"doctor": {"label": "d", "domain": "medical", "does": "x"}})  # fmt: skip
    assert who_asks(pack, Item("help", "few")) == ("doctor",)


# What others write.


def disputed(day: str) -> str:
    observations = [seen(day, "nurse", poor=True), seen(day, "doctor", poor=False)]
    return f"{DATED}observations: {flow(observations)}\n"


def test_a_dispute_of_today_is_not_asked_and_an_older_one_is() -> None:
    assert Item("fact", "poor") not in remaining(start(text=disputed(str(ON))))
    intake = until(start(text=disputed("2026-01-05")), Item("fact", "poor"))
    after = say(intake, "yes").intake
    assert after.seen is not None and after.seen.facts.values["poor"] is True


def test_a_text_that_somebody_else_changed_is_gone_on_with() -> None:
    intake = say(start(text=DATED), "").intake
    other = changed(intake, f"{DATED}facts: {{poor: false, alone: false}}\n")
    assert other.before is None
    assert {item.id for item in remaining(other)} == {"violence", "smoking", ""}


def test_the_order_is_that_of_the_rules_that_are_left_beside_a_decision() -> None:
    both = {"all": [{"criterion": "poverty"}, {"criterion": "solitude"}]}
    likewise = {"when": {"any": [both, {"signal": "danger"}]}}
    pack = small_pack(
        facts={"violence": {"cost": 2}},
        classes={"classes": {"high": likewise, "middle": likewise}},
        roles={"nurse": {"decides": ["criterion"]}},
    )
    decided = {
        **event("2026-01-05", "override"),
        "of": "criterion:poverty",
        "set": True,
        "reason": "r",
    }
    text = f"{DATED}observations: []\nevents: [{flow(decided)}]\n"
    assert now(start(pack, DATED)) == Item("fact", "violence")
    for begun in (start(pack, text), changed(start(pack, DATED), text)):
        assert now(begun) == Item("help", "poverty")
        assert now(say(begun, "").intake) == Item("fact", "alone")
    same = start(pack, text)
    assert changed(same, f"{text}# a remark\n").asker is same.asker


# Any pack, any lines.


LINES = ("1", "2", "yes", "no", "3", "0", "", "", "-", "?", "<", "x", "12.5", "1-9-2024")


def random_start(rng: random.Random) -> tuple[dict[str, Any], Pack, Intake]:
    sections = pack_data(rng)
    pack = load(sections)
    data, on = case_data(rng, sections)
    said = vocabulary(Words(pack, "en"))
    by = rng.choice(askers(pack))
    settle = rng.choice(["class", "plan", "all"])
    text = "".join(f"{flow(key)}: {flow(plain(value))}\n" for key, value in data.items())
    start = begin(pack, on, said, file="c.yaml", text=text, by=by, settle=settle)
    return sections, pack, start


def plain(value: Any) -> Any:
    """Data as the writer takes it: days as text, numbers as they are."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_whatever_is_typed_the_file_holds_the_answers_and_it_ends(seed: int) -> None:
    rng = random.Random(seed)
    sections, pack, intake = random_start(rng)
    before = case_in(intake)
    for turns in range(400):
        item = now(intake)
        if item is None:
            break
        line = rng.choice(LINES) if turns < 60 else ""
        turn = take(intake, item, line)
        check_turn(pack, intake, item, turn)
        assert certain_of(turn) == newly_certain(sections, intake, turn)
        intake = turn.intake
    assert now(intake) is None
    assert case_in(intake).facts == before.facts
    check_end(intake)


def check_turn(pack: Pack, intake: Intake, item: Item, turn: Turn) -> None:
    after = case_in(turn.intake)
    assert turn.intake.seen is not None and turn.intake.seen.case == after
    if item.kind in ("fact", "help"):
        assert intake.by in who_asks(pack, item) or not who_asks(pack, item)
    match turn.did:
        case "answered" if item.kind in ("fact", "help", "own_concern"):
            part = "help" if item.kind == "help" else "facts"
            mine = [
                one for one in after.observations if (one.date, one.by) == (intake.on, intake.by)
            ]
            assert any(item.id in getattr(one, part) for one in mine)
            assert say(turn.intake, "<").intake == intake if now(turn.intake) else True
        case "answered":
            born = any(one.event == "birth" for one in after.events)
            assert born if item.kind == "birth" else after.due_date or after.last_period
        case "went_back":
            assert turn.intake == intake.before
        case _:
            assert turn.intake.text == intake.text


def certain_of(turn: Turn) -> set[tuple[str, bool]]:
    said = turn.certain
    found = {(f"criterion:{id}", truth) for id, truth in said.criteria}
    found |= {(f"signal:{id}", True) for id in said.signals}
    return found | {(f"strength:{id}", True) for id in said.strengths}


def newly_certain(sections: Any, intake: Intake, turn: Turn) -> set[tuple[str, bool]]:
    """From the definition, by the brute evaluator: what has a truth now and had not that one."""
    if turn.did != "answered":
        return set()
    before, after = (brute(sections, state) for state in (intake, turn.intake))
    new = {(key, truth) for key, truth in after.items() if truth is not None}
    new -= set(before.items())
    return {(key, truth) for key, truth in new if truth or key.startswith("criterion:")}


def brute(sections: Any, intake: Intake) -> dict[str, bool | None]:
    data = read_text(intake.text, intake.file).value
    for one in data.get("observations", []):
        one.setdefault("facts", {})
    return Brute(Day(sections, data, intake.on)).truths("criterion", "signal", "strength")


def check_end(intake: Intake) -> None:
    """What is not asked any more was asked, is for others, or is not needed."""
    assert intake.seen is not None
    for_others = {item.id for _, items in handed_over(intake) for item in items}
    for question in intake.seen.questions:
        fact = intake.pack.sections.facts[question.fact]
        if not (question.settles_class or (question.settles_plan and intake.settle != "class")):
            continue
        state = intake.seen.facts.observed.get(question.fact)
        mine = Item("fact", question.fact) in intake.done
        assert mine or question.fact in for_others or (state and state.state == "disputed")
        assert mine or intake.by not in fact.asked_by or (state and state.state == "disputed")


def test_an_answer_that_is_lost_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of a turn bites: an intake that forgets to write fails it."""
    import kansrijk.asking.intake as module

    monkeypatch.setattr(module, "with_fact", lambda text, *_: text)
    intake = until(start(text=DATED), Item("fact", "poor"))
    turn = say(intake, "yes")
    with pytest.raises(AssertionError):
        check_turn(PACK, intake, Item("fact", "poor"), turn._replace(did="answered"))


def test_expected_of_every_kind() -> None:
    intake = start()
    kinds = {item.kind: expected(intake, item).kind for item in
             (Item("case"), Item("role"), Item("due_date"), Item("last_period"), Item("strengths"),
              Item("help", "poverty"))}  # fmt: skip
    assert kinds == {"case": "name", "role": "choice", "due_date": "date", "last_period": "date",
                     "strengths": "choice", "help": "choice"}  # fmt: skip
    facts = {
        id: expected(intake, Item("fact", id)).kind
        for id in ("poor", "smoking", "friends", "story")
    }
    assert facts == {"poor": "choice", "smoking": "choice", "friends": "number", "story": "words"}


def test_certain_is_the_difference_of_two_screenings() -> None:
    from kansrijk.asking.certain import became_certain

    before, after = screened(PACK), screened(PACK, facts={"poor": True, "violence": True})
    assert became_certain(None, after) == became_certain(before, after)
    assert became_certain(after, after) == Certain()
    turned = screened(PACK, facts={"poor": False})
    assert became_certain(after, turned).criteria == (("poverty", False),)
