"""Adding to a case file: the case it was and the addition, in every layout."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from builders import ON, case_of, facts_of, seen, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.case.case import Case, parse_case
from kansrijk.case.wishes import wishes
from kansrijk.case.writing import new_case, with_day, with_event, with_fact, with_wish
from kansrijk.reading import InputError, read_text

FILE = "case.yaml"


def case_in(text: str, file: str = FILE) -> Case:
    return parse_case(read_text(text, file))


def test_one_observation_for_a_day_and_a_role() -> None:
    text = new_case("hv-0042", FILE)
    text = with_day(text, FILE, "due_date", date(2026, 9, 1))
    text = with_fact(text, FILE, ON, "nurse", "poor", True)
    text = with_fact(text, FILE, ON, "nurse", "story", "She said: no, # not yet")
    text = with_wish(text, FILE, ON, "nurse", "poverty", "not_now")
    text = with_fact(text, FILE, ON, "doctor", "poor", "declined")
    text = with_event(text, FILE, ON, "nurse", "intake")
    assert text == (
        "case: hv-0042\n"
        "due_date: 2026-09-01\n"
        "observations:\n"
        "  - date: 2026-03-02\n"
        "    by: nurse\n"
        "    facts:\n"
        "      poor: true\n"
        '      story: "She said: no, # not yet"\n'
        "    help:\n"
        "      poverty: not_now\n"
        "  - date: 2026-03-02\n"
        "    by: doctor\n"
        "    facts:\n"
        "      poor: declined\n"
        "events:\n"
        "  - {date: 2026-03-02, event: intake, by: nurse}\n"
    )


def test_what_is_said_again_is_an_observation_of_its_own() -> None:
    text = with_fact(new_case("c-1", FILE), FILE, ON, "nurse", "poor", None)
    text = with_fact(text, FILE, ON, "nurse", "poor", True)
    assert [one.facts for one in case_in(text).observations] == [{"poor": None}, {"poor": True}]


def test_a_file_of_json_stays_json() -> None:
    text = new_case("c-1", "case.json")
    text = with_fact(text, "case.json", ON, "nurse", "poor", True)
    data = {"date": "2026-03-02", "by": "nurse", "facts": {"poor": True}}
    assert json.loads(text) == {"case": "c-1", "observations": [data]}
    assert list(json.loads(text)) == ["case", "observations"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("case: a\ndue_date: null       # the day\n", "null"),
        ("case: a\ndue_date:   2026-05-01   # by scan\n", "2026-05-01"),
        ("due_date: '2026-05-01'\r\ncase: a", "'2026-05-01'"),
    ],
)
def test_a_date_is_put_in_the_place_of_another(before: str, after: str) -> None:
    assert with_day(before, FILE, "due_date", ON) == before.replace(after, "2026-03-02")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("case: a\n", "case: a\ndue_date: 2026-03-02\n"),
        (
            '{"due_date": "2026-05-01", "case": "a"}',
            '{\n  "due_date": "2026-03-02",\n  "case": "a"\n}\n',
        ),
    ],
)
def test_a_date_is_put_where_there_was_none_or_in_json(before: str, after: str) -> None:
    assert with_day(before, FILE, "due_date", ON) == after


@pytest.mark.parametrize("words", ["111222333", "her number: 111 222 333"])
def test_a_bsn_is_not_written(words: str) -> None:
    with pytest.raises(InputError) as error:
        with_fact(new_case("c-1", FILE), FILE, ON, "nurse", "story", words)
    assert [found.code for found in error.value.problems] == ["bsn"]
    with pytest.raises(InputError):
        new_case(words, FILE)


def test_nothing_is_added_to_what_is_no_case() -> None:
    with pytest.raises(InputError):
        with_event("observations: []\n", FILE, ON, "nurse", "intake")


# A random case in a random layout, and a random addition.

FACTS: dict[str, Any] = {
    "poor": True,
    "smoking": "daily",
    "friends": 3,
    "income": 900.5,
    "story": "a: b",
}


def random_case(rng: random.Random) -> dict[str, Any]:
    def said() -> dict[str, Any]:
        return {id: FACTS[id] for id in rng.sample(list(FACTS), rng.randint(0, 3))}

    observations = []
    for _ in range(rng.randint(0, 3)):
        day, by = ON - timedelta(days=rng.randint(0, 1)), rng.choice(["nurse", "doctor"])
        one: dict[str, Any] = {"date": str(day), "by": by}
        if rng.random() < 0.7:
            one["facts"] = said()
        if rng.random() < 0.4:
            one["help"] = {"poverty": "wanted"} if rng.random() < 0.5 else {}
        observations.append(one)
    parts: dict[str, Any] = {"facts": said(), "observations": observations}
    parts["events"] = [{"date": str(ON), "event": "intake", "by": "nurse"}][: rng.randint(0, 1)]
    kept = {key: part for key, part in parts.items() if part or rng.random() < 0.5}
    return {"case": "c-1", **kept}


def written(rng: random.Random, data: dict[str, Any]) -> str:
    if rng.random() < 0.2:
        return json.dumps(data, indent=rng.choice([None, 2]))
    style = rng.choice([True, False, None])
    text: str = yaml.safe_dump(data, sort_keys=False, default_flow_style=style, width=200)
    text = text.replace("'2026-", "2026-").replace("-01'", "-01").replace("-02'", "-02")
    return text.replace("\n", rng.choice(["\n", "\r\n"]))


def expected(data: dict[str, Any], part: str, id: str, value: Any) -> dict[str, Any]:
    """From the promise: beside what the nurse saw that day and did not say yet, or anew."""
    data = json.loads(json.dumps(data))
    listed = data.setdefault("observations", [])
    hers = [one for one in listed if (one["date"], one["by"]) == (str(ON), "nurse")]
    free = [one for one in hers if id not in one.get(part, {})]
    if not free:
        free = [{"date": str(ON), "by": "nurse"}]
        listed += free
    free[-1].setdefault(part, {})[id] = value
    return data


@given(st.integers(0, 10**9), st.sampled_from([*FACTS, "poverty"]))
def test_a_case_and_its_addition(seed: int, id: str) -> None:
    rng = random.Random(seed)
    data = random_case(rng)
    text = written(rng, data)
    assert case_in(text) == case_of(**data)
    if id in FACTS:
        value = rng.choice([FACTS[id], "declined"])
        new, after = (
            with_fact(text, FILE, ON, "nurse", id, value),
            expected(data, "facts", id, value),
        )
    else:
        new = with_wish(text, FILE, ON, "nurse", id, "not_now")
        after = expected(data, "help", id, "not_now")
    assert case_in(new) == case_of(**after)


# Whether she wants help.


def wished(*said: tuple[str, str, str]) -> Any:
    observations = [{"date": day, "by": by, "help": {"poverty": wish}} for day, by, wish in said]
    return wishes(case_of(observations=observations), ON)


def test_her_latest_word_on_help_holds() -> None:
    first, later = ("2026-01-01", "nurse", "wanted"), ("2026-01-02", "nurse", "not_now")
    assert wished() == {}
    assert wished(first) == {"poverty": "wanted"}
    assert wished(first, later) == wished(later, first) == {"poverty": "not_now"}
    assert wished(first, ("2026-03-03", "nurse", "not_wanted")) == {"poverty": "wanted"}


def test_two_words_of_one_day_are_no_word() -> None:
    one, other = ("2026-01-02", "nurse", "wanted"), ("2026-01-02", "doctor", "not_now")
    earlier = ("2026-01-01", "nurse", "wanted")
    for said in ((one, other, earlier), (earlier, other, one), (other, earlier, one)):
        assert wished(*said) == {}
    assert wished(one, one) == {"poverty": "wanted"}


def test_help_changes_no_fact() -> None:
    help = {"date": "2026-01-01", "by": "nurse", "help": {"poverty": "declined"}}
    with_facts = seen("2026-01-02", poor=True)
    one, two = (facts_of(small_pack(), observations=o) for o in ([with_facts], [help, with_facts]))
    assert (one.values, one.declined, one.timeline) == (two.values, two.declined, two.timeline)
