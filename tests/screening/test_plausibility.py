"""What cannot both be or is unlikely: a warning with its places, that decides nothing."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, screened, seen, shipped_pack, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from promises.strategies import TRUE, Brute, Data, Day, Writer, case_data, load, pack_data, read

from kansrijk.assessment import assess
from kansrijk.case.case import parse_case
from kansrijk.case.facts import facts_on
from kansrijk.output.places import places
from kansrijk.output.text import render
from kansrijk.pack.pack import Pack
from kansrijk.reading import parse_yaml
from kansrijk.screening import plausibility
from kansrijk.screening.warnings import Warning

CODES = {"contradiction", "implausible"}
ODD = {"kind": "contradiction", "message": "is that so?", "basis": "policy", "source": "law"}


def odd(when: Data) -> Pack:
    return small_pack(plausibility={"odd": {**ODD, "when": when}})


def warned(pack: Pack, **parts: Any) -> list[tuple[str, tuple[Any, ...]]]:
    found = screened(pack, **parts).warnings
    return [(warning.code, warning.paths) for warning in found if warning.code in CODES]


BOTH = {"all": [{"alone": True}, {"friends": {"at_least": 5}}]}


@pytest.mark.parametrize(
    ("when", "facts", "about"),
    [
        (BOTH, {"alone": True, "friends": 6}, ("alone", "friends")),
        (BOTH, {"alone": True, "friends": 4}, None),
        (BOTH, {"alone": True}, None),
        (BOTH, {"alone": True, "friends": "declined"}, None),
        ({"not": {"poor": True}}, {}, None),
        ({"not": {"poor": True}}, {"poor": False}, ("poor",)),
        ({"all": [{"alone": True}, {"answered": "story"}]}, {"alone": True, "story": "x"},
         ("alone", "story")),
        ({"all": [{"alone": True}, {"not": {"answered": "friends"}}]},
         {"alone": True, "friends": "declined"}, ("alone",)),
        ({"any": [{"poor": True}, {"friends": 0}]}, {"poor": True, "alone": True}, ("poor",)),
    ],
)  # fmt: skip
def test_only_what_is_true_warns_with_the_facts_that_are_known(
    when: Data, facts: Data, about: tuple[str, ...] | None
) -> None:
    paths = tuple(("facts", id) for id in about or ())
    assert warned(odd(when), facts=facts) == ([] if about is None else [("contradiction", paths)])


def test_the_place_is_that_of_the_answer_that_holds() -> None:
    facts = {"alone": True, "friends": 1}
    later = [
        seen("2026-02-01", friends=3),
        seen("2026-02-02", friends=7),
        seen("2027-01-01", friends=1),
    ]
    ((_, paths),) = warned(odd(BOTH), facts=facts, observations=later)
    assert paths == (("facts", "alone"), ("observations", 1, "facts", "friends"))


SUM = {"type": "integer", "unit": "people", "range": [0, 18], "label": "all",
       "derive": {"sum": {"of": ["friends", "others"]}}}  # fmt: skip
OTHERS = {"type": "integer", "unit": "people", "range": [0, 9], "label": "others",
          "question": "?", "asked_by": "nurse"}  # fmt: skip


def test_of_a_derived_fact_the_places_are_those_of_what_it_came_from() -> None:
    pack = small_pack(
        facts={"all_of_them": SUM, "others": OTHERS},
        plausibility={"odd": {**ODD, "when": {"all_of_them": {"above": 9}}}},
    )
    ((_, paths),) = warned(pack, facts={"friends": 6, "others": 5})
    assert paths == (("facts", "friends"), ("facts", "others"))
    # Each place once, also where it is named as well, or twice.
    and_more = {"all": [{"others": 5}, {"all_of_them": {"above": 9}}, {"others": {"above": 4}}]}
    pack = small_pack(
        facts={"all_of_them": SUM, "others": OTHERS},
        plausibility={"odd": {**ODD, "when": and_more}},
    )
    ((_, paths),) = warned(pack, facts={"friends": 6, "others": 5})
    assert paths == (("facts", "others"), ("facts", "friends"))


@pytest.mark.parametrize(
    ("written", "on", "path"),
    [
        ({"due_date": "2026-01-01"}, date(2026, 1, 25), ("due_date",)),
        ({"last_period": "2025-01-01"}, date(2025, 11, 1), ("last_period",)),
    ],
)
def test_of_the_length_of_a_pregnancy_the_place_is_that_of_its_date(
    written: Data, on: date, path: tuple[str, ...]
) -> None:
    found = screened(shipped_pack("hoogeveen"), on, **written).warnings
    assert Warning("implausible", "plausibility:lang_over_tijd", paths=(path,)) in found


def test_of_the_age_of_a_child_the_place_is_that_of_the_events() -> None:
    child = {
        "type": "integer",
        "unit": "m",
        "range": [0, 60],
        "label": "c",
        "derive": {"child_age": {}},
    }
    pack = small_pack(
        facts={"child": child},
        plausibility={"odd": {**ODD, "when": {"child": {"at_least": 1}}}},
    )
    birth = {"date": "2026-01-01", "event": "birth", "by": "nurse"}
    assert warned(pack, events=[birth]) == [("contradiction", (("events",),))]
    assert warned(pack, due_date="2026-06-01") == []


CASE = """\
case: c-1
facts:
  alone: true
  poor: false
observations:
  - {date: 2026-02-01, by: nurse, facts: {friends: 8}}
"""


def test_the_place_is_a_line_of_the_file_in_text_and_json() -> None:
    case = parse_case(parse_yaml(CASE, "some case.yaml"))
    result = assess(odd(BOTH), case, on=ON)
    (found,) = (warning for warning in result.to_dict()["warnings"] if warning["code"] in CODES)
    at = ["some case.yaml:3:10", "some case.yaml:6:52"]
    assert found == {
        "code": "contradiction",
        "message": "these do not go together: is that so?",
        "places": at,
    }
    text = render(result, "en")
    assert (
        "these do not go together: is that so?\n" + "\n".join(f"      see {one}" for one in at)
        in text
    )


def test_a_case_made_in_python_has_paths_for_places() -> None:
    case = case_of(facts={"alone": True, "friends": 8})
    (found,) = (w for w in assess(odd(BOTH), case, on=ON).screening.warnings if w.code in CODES)
    assert places(case, found) == ["case.yaml: facts.alone", "case.yaml: facts.friends"]


def test_two_who_disagree_are_told_with_their_places() -> None:
    seen_by_two = [seen("2026-02-01", friends=1), seen("2026-02-01", friends=2)]
    (found,) = screened(small_pack(), facts={"friends": 4}, observations=seen_by_two).warnings
    assert found.code == "disputed"
    assert found.paths == tuple(("observations", n, "facts", "friends") for n in (0, 1))


def test_an_answer_that_was_taken_back_is_no_place_of_a_dispute() -> None:
    said = [seen("2026-02-01", friends=n) for n in (1, 2, None, "declined")]
    (found,) = screened(small_pack(), observations=said).warnings
    assert found.paths == tuple(("observations", n, "facts", "friends") for n in (0, 1, 3))


def test_ways_that_differ_are_told_with_their_places() -> None:
    when = {"first_known": [{"friends": {"below": 2}}, {"alone": True}, {"poor": True}]}
    pack = small_pack(criteria={"solitude": {"when": when}})
    (found,) = screened(pack, facts={"friends": 8, "alone": True, "poor": None}).warnings
    assert (found.code, found.paths) == ("ways_differ", (("facts", "friends"), ("facts", "alone")))


def test_the_rules_on_plausibility_are_part_of_what_a_pack_says() -> None:
    assert odd(BOTH).hash != small_pack().hash
    assert odd(BOTH).hash != odd({"poor": True}).hash


# Random packs


def with_plausibility(rng: random.Random) -> tuple[Data, Data]:
    """A random pack without rules on plausibility, and the same with some."""
    sections = pack_data(rng)
    kinds = ("contradiction", "unlikely")
    rules = {
        f"odd{n}": {
            "kind": rng.choice(kinds), "message": f"odd {n}?", "when": Writer(rng).condition(2),
            "basis": "policy", "source": "src0",
        }
        for n in range(rng.randint(1, 4))
    }  # fmt: skip
    return sections, {**sections, "plausibility": rules}


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_it_changes_nothing_but_warnings(seed: int) -> None:
    rng = random.Random(seed)
    without, with_ = with_plausibility(rng)
    case, on = case_data(rng, without)
    plain, more = (assess(load(each), read(case), on=on).to_dict() for each in (without, with_))
    more["warnings"] = [warning for warning in more["warnings"] if warning["code"] not in CODES]
    for outcome in (plain, more):
        assert outcome["pack"].pop("hash") == outcome["receipt"].pop("pack_hash")
    assert plain == more


def check_against_brute(seed: int) -> int:
    """What warns is what is true by the design alone; how many did."""
    rng = random.Random(seed)
    _, sections = with_plausibility(rng)
    case, on = case_data(rng, sections)
    brute = Brute(Day(sections, case, on))
    expected = [
        f"plausibility:{id}"
        for id, rule in sections["plausibility"].items()
        if brute.of(rule["when"]) == TRUE
    ]
    facts = facts_on(load(sections), read(case), on)
    found = list(plausibility.implausible(load(sections), facts))
    assert [warning.about for warning in found] == expected
    for warning in found:
        kind = sections["plausibility"][warning.about.partition(":")[2]]["kind"]
        assert warning.code == {"contradiction": "contradiction", "unlikely": "implausible"}[kind]
        values = [_at(case, path) for path in warning.paths if path[0] != "events"]
        assert None not in values and "declined" not in values
    return len(found)


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def test_what_warns_is_what_is_true() -> None:
    assert sum(check_against_brute(seed) for seed in range(90)) > 15


def test_a_fault_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unknown taken for true: the same test finds it."""
    tests = plausibility._tests

    def faulty(pack: Pack) -> Any:
        return [
            (rule, lambda view, t=test: t(view) is not False, of) for rule, test, of in tests(pack)
        ]

    monkeypatch.setattr(plausibility, "_tests", faulty)
    with pytest.raises(AssertionError):
        test_what_warns_is_what_is_true()


# The pack that comes along

SITUATIONS: list[tuple[str, Data, Data]] = [
    ("geen_partner_met_leeftijd", {"partner": "geen", "partner_leeftijd": 30}, {"partner": "samenwonend"}),
    ("geen_partner_met_steun", {"partner": "geen", "steun_van_partner": True}, {"partner": "niet_samenwonend"}),
    ("niemand_met_vertrouwen", {"steunpersonen": 0, "iemand_in_vertrouwen": True}, {"steunpersonen": 1}),
    ("niemand_met_partner_die_meedoet", {"steunpersonen": 0, "steun_van_partner": True}, {"steunpersonen": 1}),
    ("niemand_met_veel_contacten", {"steunpersonen": 0, "lsns6_score": 18}, {"lsns6_score": 17}),
    ("velen_met_weinig_contacten", {"steunpersonen": 9, "lsns6_score": 5}, {"lsns6_score": 6}),
    ("veel_kinderen", {"leeftijd": 17, "kinderen_thuis": 2}, {"leeftijd": 18}),
    ("veel_kinderen", {"leeftijd": 20, "kinderen_thuis": 4}, {"leeftijd": 21}),
    ("veel_kinderen", {"kinderen_thuis": 11}, {"kinderen_thuis": 10}),
    ("geen_inkomen_en_makkelijk_rondkomen", {"netto_maandinkomen": 0, "rondkomen": "redelijk"}, {"rondkomen": "moeilijk"}),
    ("geen_geld_met_inkomen",
     {"geen_inkomen": True, "netto_maandinkomen": 3000, "leeftijd": 30, "partner": "geen", "kostendelers": 0},
     {"netto_maandinkomen": 1000}),
    ("geen_geld_en_makkelijk_rondkomen", {"geen_inkomen": True, "rondkomen": "makkelijk"}, {"rondkomen": "redelijk"}),
    ("geen_onderdak_met_vaste_woning", {"geen_onderdak": True, "stabiele_woning": True}, {"geen_onderdak": False}),
    ("uithuiszetting_met_vaste_woning", {"dreigende_uithuiszetting": True, "stabiele_woning": True}, {"stabiele_woning": "declined"}),
    ("lengte_ongewoon", {"lengte_cm": 95}, {"lengte_cm": 130}),
    ("lengte_ongewoon", {"lengte_cm": 201}, {"lengte_cm": 200}),
    ("bmi_ongewoon", {"bmi": 13.9}, {"bmi": 14}),
    ("bmi_ongewoon", {"lengte_cm": 160, "gewicht_voor_zwangerschap_kg": 153.7}, {"gewicht_voor_zwangerschap_kg": 153.6}),
    ("leeftijd_ongewoon", {"leeftijd": 14}, {"leeftijd": 15}),
    ("leeftijd_ongewoon", {"leeftijd": 49}, {"leeftijd": 48}),
]  # fmt: skip


@pytest.mark.parametrize(("id", "facts", "but"), SITUATIONS)
def test_what_hoogeveen_finds_odd_and_what_just_not(id: str, facts: Data, but: Data) -> None:
    hoogeveen = shipped_pack("hoogeveen")

    def about(given: Data) -> set[str]:
        return {warning.about for warning in screened(hoogeveen, facts=given).warnings}

    assert f"plausibility:{id}" in about(facts)
    assert f"plausibility:{id}" not in about({**facts, **but})
    for left_out in facts:
        assert f"plausibility:{id}" not in about({**facts, left_out: None})


def test_three_weeks_past_the_due_date_is_odd_until_the_birth_is_recorded() -> None:
    hoogeveen = shipped_pack("hoogeveen")
    born = [{"date": "2026-01-20", "event": "birth", "by": "verloskundige"}]
    for on, events, warns in (
        (date(2026, 1, 21), [], False), (date(2026, 1, 22), [], True), (date(2026, 1, 22), born, False),
    ):  # fmt: skip
        found = screened(hoogeveen, on, due_date="2026-01-01", events=events).warnings
        assert ("plausibility:lang_over_tijd" in {w.about for w in found}) is warns


def test_every_rule_of_hoogeveen_is_tried() -> None:
    tried = {id for id, _, _ in SITUATIONS} | {"lang_over_tijd"}
    assert tried == set(shipped_pack("hoogeveen").sections.plausibility)
