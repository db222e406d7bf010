"""What an explanation holds: place, facts with who said them, norms with their period, dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, SMALL, case_of, event, pack_of, seen, shipped_pack, small_pack

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.case.facts import Answer
from kansrijk.exploring.explanation import (
    Explaining,
    Explanation,
    worth_explaining,
)
from kansrijk.exploring.particulars import Dates, FactNamed, Missing, NormNamed
from kansrijk.exploring.rule_names import explainable, key_of, nearest_rules, short_name
from kansrijk.pack.load import load_pack, packs_folder
from kansrijk.pack.pack import Pack
from kansrijk.planning.schedule import Interval
from kansrijk.reading import InputError, Place

BASED: Any = {"basis": "policy", "source": "law"}


def outcome(pack: Pack, on: date = ON, **parts: Any) -> Assessment:
    return assess(pack, case_of(**parts), on=on, engines=["reference"])


def explaining(result: Assessment) -> Explaining:
    return Explaining(result.pack, result.decided, result.facts, result.screening, result.plan)


def explained(key: str, pack: Pack | None = None, on: date = ON, **parts: Any) -> Explanation:
    return explaining(outcome(pack or small_pack(), on, **parts)).explain(key)


# Where a rule stands.


def test_a_rule_says_where_it_stands() -> None:
    pack = load_pack("hoogeveen", tests=False)
    lines = {
        key: pack.place(key)
        for key in ("criterion:klein_netwerk", "signal:huiselijk_geweld", "class:regulier",
                    "intake:klasse", "phase:fase_2", "interval:fase_2", "action:tolk_inzetten",
                    "norm:bijstandsnorm", "fact:roken", "strength:eigen_plannen")
    }  # fmt: skip
    for key, place in lines.items():
        file = lines_of(place)
        said = file[place.line - 1].strip() if place.line else ""
        id = "visits" if key.startswith("interval") else key.partition(":")[2]
        assert said.removeprefix("- id: ").startswith(id), (key, place)
    assert lines["criterion:klein_netwerk"].file == "hoogeveen/criteria.yaml"


def lines_of(place: Place) -> list[str]:
    return (packs_folder() / place.file).read_text(encoding="utf-8").splitlines()


def test_a_pack_in_one_file_names_that_file() -> None:
    assert pack_of(SMALL, "x/small.yaml").place("criterion:poverty").file == "small.yaml"
    assert small_pack().place("criterion:poverty") == Place(
        "small.yaml", None, None, "criteria.poverty"
    )


def test_where_a_rule_stands_is_no_part_of_what_it_says() -> None:
    one, other = pack_of(SMALL), pack_of("# a line more\n" + SMALL, "other.yaml")
    assert one == other
    assert one.place("norm:enough") != other.place("norm:enough")


# What can be explained.


def test_everything_of_a_pack_can_be_explained_by_its_key_and_most_by_id() -> None:
    pack = small_pack()
    keys = explainable(pack)
    assert keys["poverty"] == "criterion:poverty"
    assert keys["early"] == "phase:early"
    assert keys["interval:early"] == "interval:early"
    assert keys["high"] == "class:high"
    assert keys["unsafe"] == "intake:unsafe"
    found = explaining(outcome(pack, due_date="2026-04-01", facts={"poor": True}))
    for key in keys.values():
        assert found.explain(key).key == key


def test_an_id_that_stands_for_two_is_the_finding() -> None:
    action = {"label": "Help.", "for": ["poverty"], "domain": "social", "role": "nurse", **BASED}
    assert key_of(small_pack(actions={"poverty": action}), "poverty") == "criterion:poverty"


def test_what_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        outcome(small_pack()).explain("povrty")
    assert str(error.value) == (
        "RULE: `povrty` is not a rule of this pack\n  help: did you mean `poverty`? "
        "`kansrijk explain CASE` shows the id of each rule of an outcome"
    )


def test_of_an_outcome_that_is_worth_explaining_which_matters() -> None:
    result = outcome(
        small_pack(), due_date="2026-04-01", facts={"poor": True, "alone": True, "violence": False}
    )
    assert list(worth_explaining(result.pack, result.screening)) == [
        "class:high", "criterion:poverty", "criterion:solitude", "action:help",
        "phase:early", "phase:later",
    ]  # fmt: skip
    signals = {"worry": {"label": "worry", "when": {"poor": True}, "urgency": "days",
                         "route": "x", "no_action": "none", **BASED}}  # fmt: skip
    result = outcome(small_pack(signals=signals), facts={"poor": True})
    assert list(worth_explaining(result.pack, result.screening)) == [
        "class:high", "class:middle", "criterion:poverty", "criterion:solitude",
        "signal:worry", "signal:danger", "action:help", "phase:early", "phase:later",
    ]  # fmt: skip


NEAREST = [
    ("rokn", ["roken_en_cannabis", "stoppen_met_roken"]),
    ("schulden", ["sociaal_minimum", "schuldhulp_aanmelden"]),
    ("uitkomst", []),
    ("smoking", ["roken_en_cannabis"]),
    ("weinig geld", ["sociaal_minimum"]),
    ("geweld", ["huiselijk_geweld"]),
    ("class:kwetsbar", ["kwetsbaar"]),
    ("klein_netwrk", ["klein_netwerk"]),
    ("xyzzy", []), ("", []), ("-", []), ("x" * 1000, []),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "named"), NEAREST)
def test_a_rule_is_found_by_what_it_is_about(asked: str, named: list[str]) -> None:
    found = nearest_rules(shipped_pack("hoogeveen"), asked)
    assert set(named) <= set(found)
    assert len(found) <= 5
    assert named or not found


def test_of_each_rule_a_mistyped_id_finds_it_and_its_name_explains_it() -> None:
    pack = shipped_pack("hoogeveen")
    for key in set(explainable(pack).values()):
        name = short_name(pack, key)
        assert key_of(pack, name) == key
        if ":" not in name and len(name) > 8:
            assert name in nearest_rules(pack, name[:3] + name[4:])


# Facts.


def test_a_fact_says_who_said_it_and_when() -> None:
    found = explained(
        "criterion:poverty",
        facts={"poor": False},
        observations=[seen("2026-02-01", "nurse", poor=True, alone=True)],
    )
    said = Answer(True, False, date(2026, 2, 1), "nurse", ("observations", 0, "facts", "poor"))
    assert found.truth is True
    assert found.facts == (FactNamed("poor", True, (said,), ()),)
    assert found.exact
    assert (found.basis, found.sources) == ("policy", ("law",))


def test_what_was_worked_out_names_what_it_came_from_to_the_end() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1000}
    found = explained("criterion:sociaal_minimum", pack, facts=facts)
    assert {fact.id: fact.from_ for fact in found.facts} == {
        "leeftijd": (), "partner": (), "netto_maandinkomen": (), "kostendelers": (),
        "huishoudtype": ("leeftijd", "partner"),
        "inkomensgrens": ("huishoudtype", "kostendelers"),
    }  # fmt: skip
    amounts = {norm.id: norm.value for norm in found.norms}
    assert amounts["bijstandsnorm"] == Fraction(140150, 100)
    assert amounts["volwassennorm_vanaf"] == 21


def test_what_follows_from_the_dates_is_named_as_such() -> None:
    pack = shipped_pack("hoogeveen")
    found = explained(
        "action:stevig_ouderschap",
        pack,
        due_date="2026-02-01",
        facts={"netwerk_te_klein": True, "partner": "samenwonend", "rondkomen": "makkelijk",
               "schuldhulpverlening": False, "problematische_schulden": False, "roken": "nooit",
               "cannabis": "nooit", "bmi": 22, "leeftijd": 30},
        events=[{"date": "2026-02-01", "event": "birth", "by": "verloskundige"}],
    )  # fmt: skip
    assert found.truth is True
    assert FactNamed("kind_leeftijd_maanden", 1, (), ()) in found.facts


# Norms.


def test_a_norm_has_its_period_review_and_sources() -> None:
    def norms(on: date) -> Mapping[str, NormNamed]:
        found = explained("signal:danger", pack, on, facts={"income": 900})
        return {norm.id: norm for norm in found.norms}

    pack = small_pack(signals={"danger": {"when": {"income": {"below": {"norm": "line"}}}}})
    first = NormNamed(
        "line", 1000, date(2020, 1, 1), date(2024, 1, 1), None, ("law",), "source", ""
    )
    last = NormNamed(
        "line", Fraction(2201, 2), date(2025, 1, 1), None, date(2026, 1, 1), ("law",), "source", ""
    )
    gap = NormNamed("line", None, None, None, None, ("law",), "source", "")
    assert norms(date(2023, 12, 31)) == {"line": first}
    assert norms(date(2025, 1, 1)) == {"line": last}
    assert norms(date(2024, 6, 1)) == {"line": gap}


def test_a_norm_holds_until_the_next_value_with_its_own_note() -> None:
    rows = [{"from": "2020-01-01", "value": 1, "note": "first"}, {"from": "2026-05-01", "value": 2}]
    fewest = {"label": "fewest", "unit": "people", "values": rows, **BASED}
    when = {"friends": {"below": {"norm": "fewest"}}}
    pack = small_pack(norms={"fewest": fewest}, signals={"danger": {"when": when}})
    (norm,) = explained("signal:danger", pack, facts={"friends": 0}).norms
    assert (norm.from_, norm.until, norm.note) == (date(2020, 1, 1), date(2026, 5, 1), "first")


def test_of_what_stays_unknown_for_want_of_a_norm_that_norm_is_named() -> None:
    pack, day = shipped_pack("hoogeveen"), date(2020, 3, 1)
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1000,
             "schuldhulpverlening": False, "problematische_schulden": False,
             "rondkomen": "declined"}  # fmt: skip
    found = explained("criterion:sociaal_minimum", pack, day, facts=facts)
    assert found.truth is None
    assert found.missing == (Missing("rondkomen", "declined"),)
    assert [norm.id for norm in found.norms if norm.value is None] == ["bijstandsnorm"]


# What is missing.


def test_what_is_missing_says_why() -> None:
    when = {"count": {"at_least": 3, "of": [{"poor": True}, {"alone": True}, {"hopeful": True}]}}
    pack = small_pack(signals={"danger": {"when": when}})
    found = explained(
        "signal:danger",
        pack,
        facts={"poor": "declined"},
        observations=[seen("2026-02-01", "nurse", alone=True), seen("2026-02-01", alone=False)],
    )
    assert [(one.fact, one.state, len(one.said)) for one in found.missing] == [
        ("poor", "declined", 0), ("alone", "disputed", 2), ("hopeful", "unanswered", 0),
    ]  # fmt: skip
    assert explained("signal:danger", pack, facts={"poor": False}).missing == ()


def test_what_a_rule_misses_is_followed_through_the_rules_it_asks() -> None:
    found = explained("class:high", facts={"poor": True})
    assert found.truth is None
    assert found.missing == (Missing("alone", "unanswered"),)
    assert found.rules == {"criterion:solitude": None}


# Classes.


def test_a_class_is_it_or_is_not_or_is_open() -> None:
    poor_and_alone = {"poor": True, "alone": True}
    found = {id: explained(f"class:{id}", facts=poor_and_alone) for id in ("high", "middle", "low")}
    assert [one.truth for one in found.values()] == [True, False, False]
    assert found["high"].rules == {"criterion:poverty": True, "criterion:solitude": True}
    assert [fact.id for fact in found["high"].facts] == ["poor", "alone"]
    assert found["low"].when is None

    neither = {"poor": False, "alone": False}
    found = {id: explained(f"class:{id}", facts=neither) for id in ("high", "middle", "low")}
    assert [one.truth for one in found.values()] == [False, False, True]
    assert found["low"].rules == {"criterion:poverty": False, "criterion:solitude": False}

    found = {id: explained(f"class:{id}", facts={"poor": True}) for id in ("high", "middle", "low")}
    assert [one.truth for one in found.values()] == [None, None, False]


# Phases and visits.


def phase(id: str, pack: Pack | None = None, on: date = ON, **parts: Any) -> Explanation:
    return explained(f"phase:{id}", pack, on, **parts)


EARLY = Dates(date(2026, 2, 1), date(2026, 4, 1), -2, 0, "due_date", "due_date")


def test_a_phase_says_from_where_its_dates_are_counted() -> None:
    both = {"poor": True, "alone": True}
    found = phase("early", due_date="2026-04-01", facts=both)
    assert found.truth is True
    assert found.dates == EARLY
    assert found.interval == Interval(2, 7)
    born = phase("early", due_date="2026-04-01", events=[event("2026-03-01", "birth")])
    assert born.dates == EARLY._replace(until=date(2026, 3, 1), until_counted="birth")
    only_born = phase("early", events=[event("2026-03-01", "birth")])
    assert only_born.dates and only_born.dates.from_counted == "birth"
    late = phase("later", due_date="2026-03-01")
    assert late.dates and (late.dates.from_, late.dates.from_counted) == (ON, "today")
    assert phase("early").dates is None


def test_a_due_date_that_was_counted_is_said_to_be() -> None:
    pack = shipped_pack("hoogeveen")
    found = phase("fase_1", pack, last_period="2025-12-01")
    assert found.dates and found.dates.from_counted == "last_period"
    assert "begin_fase_1_maanden" in {norm.id for norm in found.norms}


def by_class(days: Any) -> Pack:
    visits = {"number": 1, "days": days}
    return small_pack(norms={"rhythm": {"unit": "dagen"}}, phases={"later": {"visits": visits}})


def test_how_often_visits_are_is_explained_by_norm_and_class() -> None:
    plain = explained("interval:later", facts={"poor": True})
    assert (plain.truth, plain.interval, plain.facts) == (True, Interval(1, 14), ())

    pack = by_class({"norm": "rhythm", "by": "class"})
    settled = explained("interval:later", pack, facts={"poor": True, "alone": True})
    assert settled.interval == Interval(1, 7)
    assert settled.norms[0].value == 7
    assert [fact.id for fact in settled.facts] == ["poor", "alone"]
    open_ = explained("interval:later", pack, facts={"poor": True})
    assert (open_.truth, open_.interval) == (None, None)
    assert open_.missing == (Missing("alone", "unanswered"),)

    fixed = {"label": "every so many", "unit": "dagen", "value": 10, **BASED}
    same = small_pack(
        norms={"fixed": fixed},
        phases={"later": {"visits": {"number": 1, "days": {"norm": "fixed"}}}},
    )
    found = explained("interval:later", same)
    assert (found.interval, found.norms[0].value, found.facts) == (Interval(1, 10), 10, ())


# Actions.


def test_an_action_that_is_not_for_now_says_why() -> None:
    parts: Any = {"due_date": "2026-04-01", "facts": {"poor": True}}
    assert explained("action:help", **parts).suppressed_by is None
    lost = explained("action:help", **parts, events=[event("2026-03-01", "loss")])
    assert lost.suppressed_by == "loss"
    result = screen_case(small_pack(), case_of(**parts), on=ON, engines=["reference"])
    assert explaining(result).explain("action:help").suppressed_by is None


def test_the_same_outcome_is_explained_in_the_same_words() -> None:
    pack = shipped_pack("hoogeveen")
    result = outcome(pack, due_date="2026-06-01", facts={"partner": "geen"})
    assert result.explain("alleenstaand") == result.explain("criterion:alleenstaand")
    assert result.explain("alleenstaand", "en")["sentence"] == (
        "“no partner at home”: yes, because “partner” is “no partner”."
    )
