"""What is on offer: for whom, from and until when, how sure, and one programme at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import case_of, event, facts_of, planned, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

import kansrijk
from kansrijk.output.text import render
from kansrijk.pack.pack import Pack, facts_in
from kansrijk.planning.offers import PlanOffer, offers

DUE = "2026-09-01"  # early runs from 2026-07-01, later to 2026-12-01; week 0 is 2025-11-25
OFFER = {
    "for": "help", "provider": "somebody", "meanwhile": "Call.", "confirmed": "2026-01-10",
    "basis": "policy", "source": "law",
}  # fmt: skip
COUNTED = {
    "norms": {
        "term": {"label": "t", "unit": "days", "basis": "source", "source": "law", "value": 280}
    },
    "facts": {
        "weeks": {
            "type": "integer", "unit": "days", "range": [0, 320], "label": "length",
            "derive": {"gestational_age": {"term": {"norm": "term"}}},
        }
    },
}  # fmt: skip


def offering(**models: dict[str, Any]) -> Pack:
    listed = {id: {**OFFER, "label": id, **model} for id, model in models.items()}
    return small_pack(**COUNTED, offers=listed)


def found(pack: Pack, on: str, *events: Any, **parts: Any) -> dict[str, PlanOffer]:
    """The offers of the action `help`."""
    case = {"due_date": DUE, "facts": {"poor": True, "alone": True}, **parts}
    case = {name: part for name, part in case.items() if part is not None}
    plan = planned(pack, date.fromisoformat(on), events=list(events), **case)
    (listed,) = (action.offers for action in plan.actions if action.id == "help")
    return {offer.id: offer for offer in listed}


def stopped(pack: Pack, on: str, *events: Any, **parts: Any) -> dict[str, str | None]:
    return {id: one.suppressed_by for id, one in found(pack, on, *events, **parts).items()}


def test_an_offer_fits_does_not_or_says_what_there_is_to_know() -> None:
    pack = offering(
        all={},
        some={"when": {"friends": {"at_least": 3}}},
        two={"when": {"all": [{"hopeful": True}, {"friends": {"at_least": 3}}]}},
    )
    facts = {"poor": True, "alone": True}
    told = found(pack, "2026-03-02", facts=facts)
    assert (told["all"].fits, told["all"].missing, told["all"].because) == (True, (), None)
    assert (told["some"].fits, told["some"].missing) == (None, ("friends",))
    assert told["two"].missing == ("hopeful", "friends")
    told = found(pack, "2026-03-02", facts={**facts, "friends": 2})
    assert (told["some"].fits, told["some"].suppressed_by) == (False, "does_not_fit")
    assert (told["two"].fits, told["two"].missing) == (False, ())
    told = found(pack, "2026-03-02", facts={**facts, "friends": 3})
    assert (told["some"].fits, told["some"].suppressed_by) == (True, None)
    assert told["two"].missing == ("hopeful",)


@pytest.mark.parametrize(
    ("on", "events", "due", "expected"),
    [
        # week 4 is 2025-12-23, week 16 is 2026-03-17
        ("2026-03-16", [], DUE, (None, "2026-03-17")),
        ("2026-03-17", [], DUE, ("too_late", None)),
        ("2026-03-02", [], None, ("not_pregnant", None)),
        # born before the week: it ends with the birth
        ("2026-03-02", [event("2026-03-01", "birth")], DUE, ("too_late", None)),
    ],
)
def test_an_offer_until_a_week_of_pregnancy(
    on: str, events: list[Any], due: str | None, expected: tuple[str | None, str | None]
) -> None:
    told = found(offering(one={"until": {"weeks": 16}}), on, *events, due_date=due)["one"]
    until = told.until and told.until.isoformat()
    assert told.suppressed_by == expected[0]
    if expected[1]:
        assert (told.from_, until) == (None, expected[1])


def test_an_offer_from_a_week_to_a_month_after_the_birth() -> None:
    pack = offering(one={"from": {"weeks": 16}, "until": {"months": 6}})
    early = found(pack, "2026-03-02")["one"]
    assert (early.from_, early.until) == (date(2026, 3, 17), date(2027, 3, 1))
    assert early.suppressed_by is None
    assert found(pack, "2026-03-17")["one"].from_ is None
    birth = event("2026-08-20", "birth")
    assert found(pack, "2026-11-30", birth)["one"].until == date(2027, 2, 20)


def test_an_offer_as_a_whole() -> None:
    pack = offering(
        one={"until": {"weeks": 16}, "when": {"hopeful": True}, "confirmed": "2020-01-01"},
        two={"from": {"weeks": 20}},
        zero={"until": {"weeks": 0}},
        three={"until": {"weeks": 16}},
    )
    told = found(pack, "2026-03-02")
    one = told["one"]
    assert one.because is not None
    assert one.because.truth is None
    until = date(2026, 3, 17)
    assert one == PlanOffer("one", None, one.because, ("hopeful",), None, until, False, None)
    assert told["two"][4:6] == (date(2026, 4, 14), None)
    assert told["zero"].until == date(2025, 11, 25)
    assert told["three"] == PlanOffer("three", True, None, (), None, until, False, None)
    # Born before that week: it ends with the birth.
    born = found(pack, "2026-02-20", event("2026-02-10", "birth"))["three"]
    assert (born.until, born.suppressed_by) == (date(2026, 2, 10), "too_late")
    # What does not fit says that first, also when it is too late.
    late = found(pack, "2026-03-20", facts={"poor": True, "hopeful": False})["one"]
    assert (late.fits, late.suppressed_by) == (False, "does_not_fit")


def test_without_a_pregnancy_what_has_a_time_in_one_is_not_for_now() -> None:
    pack = offering(
        since={"from": {"weeks": 1}},
        until={"until": {"months": 2}},
        before={"phases": ["before"], "from": {"weeks": 1}},
        always={},
    )
    assert stopped(pack, "2026-03-02", due_date=None) == {
        "since": "not_pregnant", "until": "not_pregnant", "before": None, "always": None,
    }  # fmt: skip
    assert {one[4:6] for one in found(pack, "2026-03-02", due_date=None).values()} == {(None, None)}


def test_an_offer_for_a_phase_says_from_when() -> None:
    pack = offering(
        both={"phases": ["early", "later"]},
        then={"phases": ["later"]},
        around={"phases": ["before", "later"]},
        first={"phases": ["early"], "from": {"weeks": 36}},  # 2026-08-04
        week={"phases": ["early"], "from": {"weeks": 20}},  # before the phase
    )
    days = {
        id: one.from_ and one.from_.isoformat() for id, one in found(pack, "2026-03-02").items()
    }
    assert days == {
        "both": "2026-07-01", "then": DUE, "around": None, "first": "2026-08-04",
        "week": "2026-07-01",
    }  # fmt: skip
    now = found(pack, "2026-07-02")
    assert now["both"].from_ is None
    assert now["around"].from_ == date(2026, 9, 1)
    after = stopped(pack, "2026-09-02", event("2026-09-01", "birth"))
    assert after == {"both": None, "then": None, "around": None, "first": "phase_passed",
                     "week": "phase_passed"}  # fmt: skip
    before = stopped(pack, "2026-03-02", due_date=None)
    assert before == {"both": "not_pregnant", "then": "not_pregnant", "around": None,
                      "first": "not_pregnant", "week": "not_pregnant"}  # fmt: skip


GROUP = {"one_of": "programme"}
PROGRAMMES = offering(ours={**GROUP, "own": True}, other={**GROUP}, free={})


def test_while_the_plan_is_set_no_other_programme_is_offered() -> None:
    agreed = event("2026-03-01", "agreement")
    assert stopped(PROGRAMMES, "2026-03-02") == {"ours": None, "other": None, "free": None}
    with_plan = {"ours": None, "other": "one_at_a_time", "free": None}
    assert stopped(PROGRAMMES, "2026-03-02", agreed) == with_plan
    refused = event("2026-03-02", "refusal")
    assert set(stopped(PROGRAMMES, "2026-03-03", agreed, refused).values()) == {None}
    # What does not fit, or is too late, says that; another group is another choice.
    some = offering(
        ours={**GROUP, "own": True},
        unfit={**GROUP, "when": {"hopeful": True}},
        late={**GROUP, "until": {"weeks": 1}},
        another={"one_of": "another"},
    )
    facts = {"poor": True, "alone": True, "hopeful": False}
    assert stopped(some, "2026-03-02", agreed, facts=facts) == {
        "ours": None, "unfit": "does_not_fit", "late": "too_late", "another": None,
    }  # fmt: skip
    none_of_ours = offering(one={**GROUP}, other={**GROUP})
    assert set(stopped(none_of_ours, "2026-03-02", agreed).values()) == {None}


def test_with_an_action_that_is_not_for_now_nothing_is_offered() -> None:
    pack = offering(one={}, other={"when": {"friends": {"below": 1}}})
    told = stopped(pack, "2026-03-05", event("2026-03-04", "loss"),
                   facts={"poor": True, "alone": True, "friends": 2})  # fmt: skip
    assert told == {"one": "action", "other": "does_not_fit"}


SAFE = offering(
    phase={"for": "protect", "phases": ["before", "early", "later"]},
    until={"for": "protect", "until": {"weeks": 40}},
    since={"for": "protect", "from": {"weeks": 1}},
    always={"for": "protect"},
)


def kept_safe(ending: str | None, *, reader: str | None = None) -> dict[str, str | None]:
    """The offers for an action that goes on after a loss, because it is for a signal."""
    events = [event("2026-03-04", ending)] if ending else []
    case = case_of(due_date=DUE, facts={"poor": True, "violence": True}, events=events)
    result = kansrijk.assess(SAFE, case, on=date(2026, 3, 5), engines=["reference"])
    plan = (result.seen_by(reader) if reader else result).plan
    assert plan is not None
    (listed,) = (action.offers for action in plan.actions if action.id == "protect")
    return {offer.id: offer.suppressed_by for offer in listed}


def test_after_a_loss_nothing_is_on_offer_that_has_a_time_in_a_pregnancy() -> None:
    assert set(kept_safe(None).values()) == {None}
    assert set(kept_safe("move").values()) == {None}
    lost = {"phase": "loss", "until": "loss", "since": "loss", "always": None}
    assert kept_safe("loss") == lost


def test_who_may_not_know_of_a_loss_is_not_told_that_an_offer_stopped_for_one() -> None:
    assert (
        kept_safe("loss", reader="nurse") == kept_safe("move", reader="nurse") == {"always": None}
    )


REVIEW = {"label": "r", "unit": "dagen", "basis": "policy", "source": "law"}


AGE = {
    "label": "r", "unit": "dagen", "basis": "policy", "source": "law",
    "values": [{"from": "2026-01-01", "value": 30}],
}  # fmt: skip


@pytest.mark.parametrize("asked", [30, {"norm": "age"}])
def test_an_offer_that_was_confirmed_too_long_ago_says_so(asked: Any) -> None:
    pack = small_pack(
        norms={"age": AGE},
        pack={"confirm_again_days": asked},
        offers={"one": {**OFFER, "label": "one", "confirmed": "2026-02-01"}},
    )
    assert found(pack, "2026-03-02")["one"].confirm_again is False
    assert found(pack, "2026-03-03")["one"].confirm_again is True


def test_in_a_gap_nobody_can_say_what_is_too_long_ago() -> None:
    pack = small_pack(
        norms={"age": AGE},
        pack={"confirm_again_days": {"norm": "age"}},
        offers={"one": {**OFFER, "label": "one", "confirmed": "2020-02-01"}},
    )
    assert found(pack, "2025-12-31")["one"].confirm_again is False
    assert found(pack, "2026-01-01")["one"].confirm_again is True


def test_without_an_age_an_offer_never_grows_old() -> None:
    assert found(offering(one={}), "2199-01-01", due_date=None)["one"].confirm_again is False


# The programme of Hoogeveen

HOOGEVEEN = shipped_pack("hoogeveen")
ROWS = (
    "nu_niet_zwanger", "prenataal_huisbezoek", "kraamzorg", "talentolk", "meerderjarigverklaring",
    "voorzorg", "stevig_ouderschap", "centering_zwangerschap", "v_mis", "rookvrije_ouders",
    "rookvrij_opgroeien", "gli", "home_start", "moeders_informeren_moeders", "buurtgezinnen",
    "schuldhulpverlening", "minimaregelingen", "bijzondere_bijstand",
)  # fmt: skip


def test_every_row_of_the_national_list_is_there_with_its_date() -> None:
    models = HOOGEVEEN.sections.offers
    assert set(models) == {*ROWS, "moeders_van_hoogeveen"}
    assert {model.confirmed for model in models.values()} == {date(2026, 11, 21)}
    visiting = {id for id, model in models.items() if model.one_of == "visiting_programme"}
    assert visiting == {"voorzorg", "stevig_ouderschap", "moeders_van_hoogeveen"}
    assert [id for id, model in models.items() if model.own] == ["moeders_van_hoogeveen"]


def test_an_offer_that_looks_at_what_may_not_reach_the_home_does_not_either() -> None:
    facts = HOOGEVEEN.sections.facts
    for rule in HOOGEVEEN.offers:
        id = rule.key.partition(":")[2]
        if not all(facts[fact].home for fact in facts_in(rule.when)):
            assert HOOGEVEEN.sections.offers[id].home is False, id


def hoogeveen(on: str, due: str | None, **facts: Any) -> dict[str, PlanOffer]:
    parts = {"facts": facts, **({"due_date": due} if due else {})}
    listed = offers(HOOGEVEEN, facts_of(HOOGEVEEN, date.fromisoformat(on), **parts), plan_set=False)
    return {one.id: one for its in listed.values() for one in its}


@pytest.mark.parametrize(
    ("facts", "fits"),
    [
        ({"leeftijd": 25, "eerste_kind": True}, True),
        ({"leeftijd": 26, "eerste_kind": True}, False),
        ({"leeftijd": 26}, False),
        ({"leeftijd": 25}, None),
        ({"leeftijd": 25, "eerste_kind": False}, False),
        ({}, None),
    ],
)
def test_voorzorg_is_for_a_first_child_up_to_twenty_five(
    facts: dict[str, Any], fits: bool | None
) -> None:
    assert hoogeveen("2026-11-26", "2027-05-20", **facts)["voorzorg"].fits is fits


def test_the_weeks_of_voorzorg_home_start_and_stevig_ouderschap() -> None:
    # due 2027-05-20: week 0 is 2026-08-13, week 16 2026-12-03, 28 2027-02-25, 29 2027-03-04
    told = hoogeveen("2026-11-26", "2027-05-20")
    assert told["stevig_ouderschap"].from_ == date(2026, 12, 3)
    assert told["stevig_ouderschap"].until == date(2027, 11, 20)
    assert told["home_start"].from_ == date(2027, 2, 25)
    assert told["voorzorg"].until == date(2027, 3, 4)
    assert hoogeveen("2027-03-03", "2027-05-20")["voorzorg"].suppressed_by is None
    assert hoogeveen("2027-03-04", "2027-05-20")["voorzorg"].suppressed_by == "too_late"


@pytest.mark.parametrize(("age", "fits"), [(15, False), (16, True), (17, True), (18, False)])
def test_the_court_can_be_asked_at_sixteen_and_seventeen(age: int, fits: bool) -> None:
    told = hoogeveen("2026-11-26", "2027-05-20", leeftijd=age)["meerderjarigverklaring"]
    assert told.fits is fits


@pytest.mark.parametrize(
    ("age", "bmi", "fits"),
    [(30, 24.9, False), (30, 25, True), (17, 31, False), (30, None, None), (17, None, False)],
)
def test_the_lifestyle_programme_is_for_adults(age: int, bmi: Any, fits: bool | None) -> None:
    facts = {"leeftijd": age, **({} if bmi is None else {"bmi": bmi})}
    told = hoogeveen("2026-11-26", None, **facts)["gli"]
    assert told.fits is fits
    if fits is None:
        assert set(told.missing) >= {"lengte_cm"}


def test_what_no_source_tells_is_said_to_be_unknown() -> None:
    case = kansrijk.read_case("examples/alleenstaand-met-schulden.yaml")
    result = kansrijk.assess(HOOGEVEEN, case, on=date(2026, 11, 26))
    text = render(result, "nl")
    assert "wachttijd: eerste gesprek binnen vier weken" in text
    assert "wachttijd, kosten en talen: niet bekend, vraag het na" in " ".join(text.split())
    assert "een tegelijk: kies samen met haar uit Moeders van Hoogeveen" in " ".join(text.split())
    old = kansrijk.assess(HOOGEVEEN, case, on=date(2027, 11, 21))
    assert "te lang geleden: vraag na of het er nog is" in " ".join(render(old, "nl").split())
    assert "te lang geleden" not in text


def test_an_offer_that_these_rules_cannot_weigh_says_so() -> None:
    gap = {"label": "g", "unit": "people", "basis": "policy", "source": "law",
           "values": [{"from": "2030-01-01", "value": 3}]}  # fmt: skip
    when = {"friends": {"at_least": {"norm": "later"}}}
    pack = small_pack(norms={"later": gap}, offers={"one": {**OFFER, "label": "one", "when": when}})
    case = case_of(due_date=DUE, facts={"poor": True, "friends": 2})
    result = kansrijk.assess(pack, case, on=date(2026, 3, 2))
    assert "these rules cannot say whether it is for her" in " ".join(render(result, "en").split())


def test_a_comparison_tells_which_offers_differ() -> None:
    from kansrijk.exploring.compare import compare

    case = kansrijk.read_case("examples/alleenstaand-met-schulden.yaml")
    agreed, plan_set = (
        {"date": "2026-11-25", "event": what, "by": "casusbegeleider"}
        for what in ("agreement", "plan_set")
    )
    data = case.model_dump(by_alias=True, exclude_unset=True)
    after = kansrijk.Case.model_validate({**data, "events": [*data["events"], agreed, plan_set]})
    one, other = (kansrijk.assess(HOOGEVEEN, each, on=date(2026, 11, 26)) for each in (case, after))
    assert compare(one, other).offers == ((), ("voorzorg", "stevig_ouderschap"))
    assert "want met haar is al een ander programma" in " ".join(render(other, "nl").split())
    assert compare(one, one).offers == ((), ())


def test_an_explained_action_names_its_offers_with_source_and_date() -> None:
    from kansrijk.output.explain_text import render as explained

    case = kansrijk.read_case("examples/alleenstaand-met-schulden.yaml")
    result = kansrijk.assess(HOOGEVEEN, case, on=date(2026, 11, 26))
    text = " ".join(explained(result, ["action:maatje_zoeken"], "nl").split())
    assert "Aanbod - Home-Start; laatst bevestigd op 21 november 2026; aanname" in text
    told = result.explain("action:een_programma_tegelijk")["offers"]
    assert [(one["id"], one["sources"]) for one in told][1:] == [
        ("voorzorg", ["vws_menu"]), ("stevig_ouderschap", ["vws_menu"]),
    ]  # fmt: skip
    late = kansrijk.assess(HOOGEVEEN, case, on=date(2027, 4, 1))
    text = " ".join(explained(late, ["action:een_programma_tegelijk"], "nl").split())
    assert "VoorZorg, want daarvoor is het nu te laat; laatst bevestigd" in text
    assert "explain" not in text


days = st.dates(date(2026, 5, 1), date(2030, 1, 1))
answers = st.fixed_dictionaries(
    {},
    optional={
        "leeftijd": st.integers(14, 40), "eerste_kind": st.booleans(), "bmi": st.integers(18, 45),
        "partner": st.sampled_from(["geen", "samenwonend"]), "netwerk_te_klein": st.booleans(),
        "rondkomen": st.sampled_from(["makkelijk", "moeilijk"]), "tolk_nodig": st.booleans(),
        "problematische_schulden": st.booleans(), "roken": st.sampled_from(["nooit", "soms"]),
        "gesprek_kinderwens": st.booleans(), "afsluiting_energie_of_water": st.booleans(),
    },
)  # fmt: skip
SET = ("intake", "agreement", "plan_set")
happenings = st.tuples(
    st.integers(-300, 0),
    st.sampled_from([(), SET[:1], SET[:2], SET, ("intake", "refusal"), (*SET, "loss"), ("loss",)]),
)


@given(days, answers, happenings, st.booleans())
def test_every_offer_of_a_true_action_is_made_or_says_why_not(
    on: date, facts: dict[str, Any], events: tuple[int, tuple[str, ...]], pregnant: bool
) -> None:
    parts: dict[str, Any] = {"facts": facts}
    if pregnant:
        parts["due_date"] = "2027-05-20"
    parts["events"] = [
        {
            "date": (on + timedelta(days=events[0])).isoformat(),
            "event": what,
            "by": "casusbegeleider",
        }
        for what in events[1]
    ]
    plan = planned(HOOGEVEEN, on, **parts)
    models = HOOGEVEEN.sections.offers
    for action in plan.actions:
        listed = [id for id, model in models.items() if action.id in model.for_]
        assert [offer.id for offer in action.offers] == listed
        made = [offer for offer in action.offers if offer.suppressed_by is None]
        assert not (made and action.suppressed_by)
        for offer in action.offers:
            assert (offer.fits is False) == (offer.suppressed_by == "does_not_fit")
            # With nothing missing an unknown one would be unknown for ever.
            assert (offer.fits is None) <= bool(offer.missing)
            assert offer.from_ is None or offer.from_ > on
            if offer in made:
                assert offer.until is None or offer.until > on
        if plan.status == "set":
            assert [o.id for o in made if models[o.id].one_of] in ([], ["moeders_van_hoogeveen"])
