"""What each reader sees: not a byte of it changes with what that reader may not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from builders import case_of, shipped_pack

import kansrijk
from kansrijk.assessment import Assessment
from kansrijk.case.case import Case
from kansrijk.output import calendar
from kansrijk.output.formats import FORMATS, in_format
from kansrijk.output.text import in_short
from kansrijk.pack.care import MOTHER
from kansrijk.pack.events import ENDINGS, EVENTS, LASTING, UNTOLD
from kansrijk.planning import plan
from kansrijk.planning.plan import Plan
from kansrijk.sharing import seen as module
from kansrijk.sharing.seen import hidden_from, readers

HOOGEVEEN = shipped_pack("hoogeveen")
FACTS = HOOGEVEEN.sections.facts
ON = date(2026, 11, 3)
OTHERS = [format for format in FORMATS if format not in ("pdf", "ics")]
DATA: dict[str, Any] = {
    "case": "c",
    "due_date": "2027-03-22",
    "facts": {
        "leeftijd": 26, "partner": "geen", "rondkomen": "moeilijk", "roken": "soms",
        "steunpersonen": 2, "netwerk_te_klein": True, "lengte_cm": 164, "kinderen_thuis": 0,
        "iemand_in_vertrouwen": True,
    },
    "observations": [
        {"date": "2026-09-14", "by": "casusbegeleider", "wishes": ["Een wieg."],
         "first": ["klein_netwerk"], "help": {"alleenstaand": "wanted"}},
    ],
    "events": [
        {"date": "2026-09-14", "event": "intake", "by": "casusbegeleider"},
        {"date": "2026-09-16", "event": "agreement", "by": "casusbegeleider"},
        {"date": "2026-09-16", "event": "plan_set", "by": "casusbegeleider"},
        {"date": "2026-10-20", "event": "absence", "by": "student",
         "from": "2026-11-09", "back": "2026-11-14"},
    ],
}  # fmt: skip


def outcome(**facts: Any) -> Assessment:
    """The case with facts that were told on the day itself, as the last of all."""
    told = [{"date": "2026-11-03", "by": "casusbegeleider", "facts": facts}] if facts else []
    case = Case.model_validate({**DATA, "observations": [*DATA["observations"], *told]})
    return kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])


@cache
def plain() -> Assessment:
    return outcome()


def with_visits_of(result: Assessment, other: Assessment) -> Assessment:
    """The outcome with the visits of another: their days and who comes may be known."""
    assert result.plan is not None
    assert other.plan is not None
    kept = (
        "status", "start", "end", "phases", "visits", "without_day", "changed", "changes",
    )  # fmt: skip
    plan: Plan = result.plan._replace(**{name: getattr(other.plan, name) for name in kept})
    return result._replace(plan=plan)


def copy(result: Assessment, reader: str) -> dict[str, str | bytes]:
    seen = result.seen_by(reader)
    # A page of a professional is made from the text.
    formats = OTHERS if reader == MOTHER else ("text", "json")
    return {one: in_format(seen, one, "nl", everything=True) for one in formats}


@cache
def plain_copy(reader: str) -> dict[str, str | bytes]:
    return copy(plain(), reader)


def values(id: str) -> list[Any]:
    fact = FACTS[id]
    low, high = fact.range or (0, 0)
    if fact.type == "choice":
        return [*(fact.values or {})]
    many = {"boolean": [True, False], "text": ["<b>iets</b>"]}
    return many.get(fact.type, [int(low), int(high)])


HIDDEN = [
    (reader, id)
    for reader in readers(HOOGEVEEN)
    for id in sorted(hidden_from(HOOGEVEEN, reader))
    if FACTS[id].derive is None
]


@pytest.mark.parametrize(("reader", "id"), HIDDEN)
def test_what_a_reader_may_not_see_changes_no_byte(reader: str, id: str) -> None:
    for value in [*values(id)[-2:], "declined"]:
        result = with_visits_of(outcome(**{id: value}), plain())
        assert copy(result, reader) == plain_copy(reader)


def test_who_does_not_make_the_visits_learns_nothing_of_them() -> None:
    """Not even by a fact that gives her another class."""
    for reader in readers(HOOGEVEEN):
        hidden = hidden_from(HOOGEVEEN, reader)
        if reader != MOTHER and not HOOGEVEEN.sections.roles[reader].team:
            seen = plain().seen_by(reader)
            assert seen.plan is not None
            assert (seen.plan.visits, seen.plan.phases) == ((), ())
            if "problematische_schulden" in hidden:
                told = outcome(problematische_schulden=True, cannabis="dagelijks")
                assert copy(told, reader) == plain_copy(reader) or "cannabis" not in hidden


def test_what_a_reader_may_see_is_in_the_copy() -> None:
    """Otherwise an empty page would do."""
    for reader in readers(HOOGEVEEN):
        open_ = [
            id for id in ("partner", "steunpersonen") if id not in hidden_from(HOOGEVEEN, reader)
        ]
        for id in open_:
            told = {"partner": "samenwonend", "steunpersonen": 9}[id]
            assert copy(outcome(**{id: told, "netwerk_te_klein": False}), reader) != plain_copy(
                reader
            )


def hidden_at_home() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every signal that must not reach her home, with what brings it about."""
    for id, signal in HOOGEVEEN.sections.signals.items():
        if not signal.home:
            yield id, {id: True}


@pytest.mark.parametrize(("signal", "facts"), list(hidden_at_home()))
def test_no_signal_that_is_not_for_home_changes_her_copy(
    signal: str, facts: dict[str, Any]
) -> None:
    result = outcome(**facts)
    assert any(found.id == signal and found.truth for found in result.screening.signals)
    assert copy(with_visits_of(result, plain()), MOTHER) == plain_copy(MOTHER)


def test_a_changed_visitor_reads_as_any_other_visit() -> None:
    """While it is not safe somebody comes along; that, and no word more, is on her copy."""
    page = in_format(outcome(huiselijk_geweld=True).seen_by(MOTHER), "text", "nl")
    both = "Er komt: een student en de begeleider van de student."
    assert both in str(page).replace("\n      ", " ")
    assert str(page).replace(both, "Er komt: een student.") == plain_copy(MOTHER)["text"]


@pytest.mark.parametrize(
    "action", [id for id, model in HOOGEVEEN.sections.actions.items() if not model.home]
)
def test_no_action_that_is_not_for_home_is_on_her_copy(action: str) -> None:
    decided = {
        "date": "2026-11-02", "event": "override", "by": "casusbegeleider",
        "of": f"action:{action}", "set": True, "reason": "x",
    }  # fmt: skip
    case = Case.model_validate({**DATA, "events": [*DATA["events"], decided]})
    result = kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])
    assert result.plan is not None
    assert action in [one.id for one in result.plan.actions]
    assert copy(result, MOTHER) == plain_copy(MOTHER)
    seen = result.seen_by(MOTHER).plan
    assert seen is not None
    assert action not in [one.id for one in seen.actions]


def happening(*events: dict[str, Any]) -> Assessment:
    """The case with more events, two weeks before the day or so."""
    more = [{"date": "2026-10-21", "by": "casusbegeleider", **one} for one in events]
    case = Case.model_validate({**DATA, "events": [*DATA["events"], *more]})
    return kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])


def of_team(reader: str) -> bool:
    return reader != MOTHER and HOOGEVEEN.sections.roles[reader].team


def fewer(page: str | bytes, than: str | bytes) -> bool:
    """Whether a page is another one with lines left out, and has nothing of its own."""
    # In JSON a comma stands behind what is not the last.
    lines, others = ([line.rstrip(",") for line in str(one).splitlines()] for one in (page, than))
    left = iter(others)
    return len(lines) < len(others) and all(line in left for line in lines)


@pytest.mark.parametrize("reader", readers(HOOGEVEEN))
@pytest.mark.parametrize("name", LASTING)
def test_what_the_team_alone_may_know_changes_no_byte_for_others(reader: str, name: str) -> None:
    began = {"event": name}
    for more in ([], [{"event": "over", "of": name}],
                 [{"event": "undo", "of": name, "on": "2026-10-21"}],
                 [{"event": "over", "of": name},
                  {"event": "undo", "of": "over", "on": "2026-10-21"}]):  # fmt: skip
        result = happening(began, *more)
        seen = copy(with_visits_of(result, plain()), reader)
        lasts = not more or len(more) == 2
        if lasts and (reader, name) == (MOTHER, "placement"):
            # What is about a child at home is left out of hers, and no word is added.
            assert all(fewer(page, plain_copy(reader)[form]) for form, page in seen.items())
            assert fewer(*(one.seen_by(reader).to_json() for one in (result, plain())))
        else:
            same = seen == plain_copy(reader)
            assert same == (not of_team(reader) or not lasts), (reader, more)
        if reader == MOTHER or of_team(reader):
            assert result.to_ics() == happening().to_ics()


BORN = [
    {"date": "2027-03-20", "event": "birth"},
    {"date": "2027-04-20", "event": "placement"},
]
OF_HOME = (
    "We vragen samen geld aan voor spullen voor de baby.", "Je kind kan spelen",
    "met een baby in huis", "Iemand kan het af en toe van je overnemen.",
    "Soms helpt een gezin in de buurt een ander gezin.", "zonder rook kan opgroeien",
    "Een moeder met ervaring kan bij je langskomen.",
)  # fmt: skip


def later(*events: dict[str, Any], on: str = "2027-05-03") -> Assessment:
    """Her page a while after the birth, her goals all at once and what is to be done agreed on."""
    pack = HOOGEVEEN.sections.pack.model_copy(update={"goals_at_once": 20})
    sections = HOOGEVEEN.sections.model_copy(update={"pack": pack})
    more = [{"by": "casusbegeleider", **one} for one in events]
    case = Case.model_validate({**DATA, "events": [*DATA["events"], *more]})
    many = replace(HOOGEVEEN, sections=sections, hash="many goals")
    return kansrijk.assess(many, case, on=date.fromisoformat(on), engines=["reference"])


def hers(result: Assessment) -> str:
    return " ".join(str(in_format(result.seen_by(MOTHER), "text", "nl")).split())


def test_while_her_child_lives_elsewhere_her_copy_has_nothing_about_a_child_at_home() -> None:
    born, placed = BORN
    before, during = hers(later(born)), hers(later(born, placed))
    assert [line for line in OF_HOME if line not in before] == []
    assert [line for line in OF_HOME if line in during] == []
    assert "Thuis is er rust en een vast ritme." in during
    over = {"date": "2027-05-01", "event": "over", "of": "placement"}
    assert hers(later(born, placed, over)) == before
    # A decision since then goes before it.
    decided = {"date": "2027-04-20", "event": "override", "of": "action:bijzondere_bijstand",
               "set": True, "reason": "x"}  # fmt: skip
    assert OF_HOME[0] in hers(later(born, placed, decided))
    assert OF_HOME[0] not in hers(later(born, placed, {**decided, "date": "2027-04-19"}))


def test_what_came_back_with_her_child_was_not_agreed_on_while_it_was_away() -> None:
    born, placed = BORN
    again = [{"date": "2027-04-25", "event": name} for name in ("agreement", "plan_set")]
    over = {"date": "2027-05-01", "event": "over", "of": "placement"}
    page = hers(later(born, placed, *again, over))
    assert page.index("Hier willen we nog over praten".upper()) < page.index(OF_HOME[0])
    assert hers(later(born, *again)).index(OF_HOME[0]) < hers(later(born, *again)).index("Wie ")


def test_the_team_reads_why_and_who_may_not_know_reads_what_they_read_before() -> None:
    born, placed = BORN
    result = later(born, placed)
    for reader in readers(HOOGEVEEN):
        seen = result.seen_by(reader).plan
        assert seen is not None
        why = {one.id: one.suppressed_by for one in seen.actions}
        if reader == MOTHER:
            assert "not_while" not in why.values()
            assert "not_while" not in {one.put_off_by for one in seen.goals}
        elif of_team(reader):
            assert why["steungezin_zoeken"] == "not_while"
            assert "not_while" in {one.put_off_by for one in seen.goals}
        else:
            assert copy(result, reader) == copy(later(born), reader)


def test_of_what_stands_in_the_way_only_what_a_reader_may_know_is_told() -> None:
    """Of an admission nobody may know; of a placement the team."""
    model = HOOGEVEEN.sections.actions["maatje_zoeken"]
    both = model.model_copy(update={"not_while": ("admission", "placement")})
    actions = {**HOOGEVEEN.sections.actions, "maatje_zoeken": both}
    sections = HOOGEVEEN.sections.model_copy(update={"actions": actions})
    pack = replace(HOOGEVEEN, sections=sections, hash="both")
    away = {"event": "absence", "from": "2026-11-01", "kind": "admission"}

    def found(reader: str, *events: dict[str, Any]) -> list[list[str]]:
        case = happening(*events).case
        result = kansrijk.assess(pack, case, on=ON, engines=["reference"]).seen_by(reader)
        assert result.plan is not None
        actions = [one for one in result.plan.actions if one.id == "maatje_zoeken"]
        return [[each.name for each in one.not_while] for one in actions]

    assert found("student") == [[]]
    assert found("student", away) == []
    assert found("student", away, {"event": "placement"}) == [["placement"]]
    assert found(MOTHER, away) == []
    assert found(MOTHER, away, {"event": "return", "date": "2026-11-02"}) == [[]]
    assert found(MOTHER, away, {"event": "undo", "of": "absence", "on": "2026-10-21"}) == [[]]
    assert found("huisarts", away, {"event": "placement"}) == found("huisarts")


@pytest.mark.parametrize("reader", readers(HOOGEVEEN))
@pytest.mark.parametrize("kind", EVENTS["absence"].kinds)
def test_why_she_is_away_is_in_no_copy(reader: str, kind: str) -> None:
    away = {"event": "absence", "from": "2026-11-09", "back": "2026-11-30"}
    one, other = happening(away), happening({**away, "kind": kind})
    assert one.plan is not None
    assert [visit for visit in one.plan.visits if "absence" in visit.because]
    assert copy(one, reader) == copy(other, reader)
    assert one.to_ics() == other.to_ics()
    assert one.to_dict() != other.to_dict()


@pytest.mark.parametrize("reader", readers(HOOGEVEEN))
@pytest.mark.parametrize("goes_on", [False, True])
def test_how_she_lost_it_is_in_no_copy(reader: str, goes_on: bool) -> None:
    loss = {"event": "loss", **({"goes_on": True} if goes_on else {})}
    one = happening(loss)
    for kind in EVENTS["loss"].kinds:
        other = happening({**loss, "kind": kind})
        assert copy(one, reader) == copy(other, reader)
        assert one.to_ics() == other.to_ics()


CARE_AFTER_LOSS = {one.role for one in HOOGEVEEN.sections.actions.values() if "loss" in one.after}


@pytest.mark.parametrize("kind", [None, *EVENTS["loss"].kinds])
def test_a_loss_beside_which_another_child_lives_changes_no_byte_of_a_calendar(
    kind: str | None,
) -> None:
    loss = {"event": "loss", "goes_on": True, "kind": kind}
    back = {"event": "undo", "of": "loss", "on": "2026-10-21"}
    assert {happening(loss).to_ics(), happening(loss, back).to_ics()} == {happening().to_ics()}
    assert happening({"event": "loss"}).to_ics() != happening().to_ics()
    assert happening({"event": "crisis"}).to_ics() != happening().to_ics()


UNKNOWING = [
    reader for reader in readers(HOOGEVEEN)
    if reader != MOTHER and not of_team(reader) and reader not in CARE_AFTER_LOSS
]  # fmt: skip
ENDED: list[dict[str, Any]] = [
    *({"event": "loss", "kind": kind} for kind in (None, *EVENTS["loss"].kinds)),
    *({"event": name} for name in ENDINGS if name != "loss"),
    {"event": "loss", "date": "2026-10-29"},
    {"event": "transfer", "date": "2026-10-01"},
]


@pytest.mark.parametrize("reader", UNKNOWING)
def test_who_gives_no_care_after_a_loss_reads_only_that_the_support_ended(reader: str) -> None:
    copies = [copy(happening(one), reader) for one in ENDED]
    assert all(one == copies[0] for one in copies)
    assert "begeleiding is gestopt." in str(copies[0]["text"])
    assert 'trajectory": null' in str(copies[0]["json"])
    for word in ("loss", "verlies", "verloren", "gestopt:", "2026-10-"):
        assert all(word not in str(page) for page in copies[0].values())


@pytest.mark.parametrize("reader", UNKNOWING)
@pytest.mark.parametrize(
    "more", [[], [{"event": "undo", "of": "loss", "on": "2026-10-21", "date": "2026-10-22"}]]
)
def test_of_a_loss_that_ended_nothing_they_read_nothing(
    reader: str, more: list[dict[str, Any]]
) -> None:
    assert copy(happening({"event": "loss", "goes_on": not more}, *more), reader) == plain_copy(
        reader
    )


@pytest.mark.parametrize("reader", UNKNOWING)
def test_nor_does_a_decision_about_care_after_a_loss_tell(reader: str) -> None:
    decided = {"event": "override", "of": "action:nazorg_na_verlies", "set": True, "reason": "x"}
    assert copy(happening(decided), reader) == plain_copy(reader)


def test_what_was_decided_before_the_support_ended_stops_with_it_and_later_not() -> None:
    decided = {"event": "override", "of": "action:maatje_zoeken", "set": True, "reason": "x"}
    for day, goes_on in (("2026-10-20", False), ("2026-10-30", True)):
        for end in ENDINGS:
            result = happening({"event": end}, {**decided, "date": day})
            seen = result.seen_by("vrijwilliger").plan
            assert seen is not None
            assert ("maatje_zoeken" in [one.id for one in seen.actions]) == goes_on


def test_who_gives_care_after_a_loss_knows_of_it() -> None:
    assert {"verloskundige", "huisarts", "maatschappelijk_werk"} <= CARE_AFTER_LOSS
    for reader in [*filter(of_team, readers(HOOGEVEEN)), *CARE_AFTER_LOSS]:
        seen = happening({"event": "loss"}).seen_by(reader)
        assert seen.plan is not None
        assert "nazorg_na_verlies" in [one.id for one in seen.plan.actions]
        assert seen.trajectory is not None
        assert seen.trajectory.ended_by == "loss"


def test_a_screening_tells_them_no_more() -> None:
    lost = happening({"event": "loss"}).case
    result = kansrijk.screen_case(HOOGEVEEN, lost, on=ON, engines=["reference"])
    short = in_short(result.seen_by("ggd"), "nl")
    assert "De begeleiding is gestopt. Overleg" in short.replace("\n", " ")


GOALS = {
    id: goal for phase in HOOGEVEEN.sections.phases.values() for id, goal in phase.goals.items()
}


@pytest.mark.parametrize("reader", readers(HOOGEVEEN))
@pytest.mark.parametrize("goal", [id for id, model in GOALS.items() if not model.home])
def test_that_a_goal_is_reached_does_not_tell_that_there_was_one(reader: str, goal: str) -> None:
    """Nothing asks for it any more; who may not know what asked for it reads nothing of it."""
    reached = {"event": "goal", "of": goal, "state": "reached"}
    back = {"event": "undo", "of": "goal", "on": "2026-10-21"}
    hidden = hidden_from(HOOGEVEEN, reader)
    untold = reader == MOTHER or bool(hidden & {*GOALS[goal].for_})
    for events in ((reached,), (reached, back)):
        result = happening(*events)
        assert untold <= (copy(result, reader) == plain_copy(reader))
        assert result.to_ics() == happening().to_ics()
    seen = happening(reached).seen_by(reader).plan
    assert seen is not None
    if of_team(reader):
        assert (goal in [one.id for one in seen.goals]) is not untold


def test_who_may_know_reads_that_a_goal_is_reached() -> None:
    reached = {"event": "goal", "of": "minder_stress", "state": "reached"}
    for reader in readers(HOOGEVEEN):
        seen = happening(reached).seen_by(reader).plan
        assert seen is not None
        told = [one.id for one in seen.goals if one.state == "reached"]
        # Of others it hangs on whether the class is certain by what they may know.
        named = "minder_stress" in [one.id for one in seen.goals]
        assert named or not (reader == MOTHER or of_team(reader)), reader
        assert told == (["minder_stress"] if named else [])
    assert "Dit is gelukt" in str(copy(happening(reached), MOTHER)["html"])


UNTOLD_ACTIONS = [
    id for id, model in HOOGEVEEN.sections.actions.items() if {*model.after} & {*UNTOLD}
]


@pytest.mark.parametrize("action", UNTOLD_ACTIONS)
def test_nor_does_a_decision_about_it_tell(action: str) -> None:
    decided = {"event": "override", "of": f"action:{action}", "set": True, "reason": "x"}
    back = {"event": "undo", "of": "override", "on": "2026-10-21", "date": "2026-10-22"}
    assert action not in str(copy(happening(decided, back), "huisarts"))
    result = happening(decided)
    lasting = {*HOOGEVEEN.sections.actions[action].after} <= {*LASTING}
    for reader in readers(HOOGEVEEN):
        told = action in "".join(str(page) for page in copy(result, reader).values())
        assert told == (lasting and of_team(reader)), reader


def test_why_something_was_decided_is_in_no_copy_that_hides_anything() -> None:
    yes = ("criterion:klein_netwerk", "action:maatje_zoeken")
    about = {"class": "zeer_kwetsbaar", **dict.fromkeys(yes, True)}
    events = [
        {"date": "2026-11-02", "event": "override", "by": "casusbegeleider", "of": of, "set": set_,
         "reason": f"Secret {n}."}
        for n, (of, set_) in enumerate(about.items())
    ]  # fmt: skip
    case = Case.model_validate({**DATA, "events": [*DATA["events"], *events]})
    result = kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])
    for reader in readers(HOOGEVEEN):
        told = any("Secret" in str(page) for page in copy(result, reader).values())
        assert told == (not hidden_from(HOOGEVEEN, reader)), reader
    assert "(reden: niet voor deze kopie)" in str(copy(result, "student")["text"])


def test_her_copy_names_no_class_and_no_reason() -> None:
    labels = [
        label
        for part in (HOOGEVEEN.sections.classes.classes, HOOGEVEEN.sections.criteria)
        for model in part.values()
        for label in model.label.values()
    ]
    for format, page in plain_copy(MOTHER).items():
        assert not [label for label in labels if label in str(page)], format


def test_a_copy_makes_no_calendar() -> None:
    with pytest.raises(kansrijk.InputError, match="for her and for the team alone"):
        plain().seen_by("student").to_ics()


def test_no_such_reader() -> None:
    with pytest.raises(kansrijk.InputError, match="`studnt` is not a role of this pack"):
        plain().seen_by("studnt")


def test_a_screening_has_copies_too() -> None:
    case = Case.model_validate(DATA)
    result = kansrijk.screen_case(HOOGEVEEN, case, on=ON, engines=["reference"])
    assert result.seen_by("student").plan is None
    assert result.seen_by("huisarts").plan is None


def a_home_action(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_at_home", lambda _, plan: plan)
    id = next(id for id, model in HOOGEVEEN.sections.actions.items() if not model.home)
    test_no_action_that_is_not_for_home_is_on_her_copy(id)


def a_hidden_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_without", lambda case, *_, **__: case)
    test_what_a_reader_may_not_see_changes_no_byte("student", "huiselijk_geweld")


def a_place_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "unsaid", lambda *_: {})
    seen = outcome(netto_maandinkomen=9000, rondkomen="moeilijk").seen_by("jeugdverpleegkundige")
    assert "sociaal_minimum" not in [one.id for one in seen.screening.criteria]


def a_placement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TEAM_ONLY", ())
    test_what_the_team_alone_may_know_changes_no_byte_for_others("huisarts", "placement")


def a_word_of_a_placement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "told_of", lambda way, _: way)
    test_what_the_team_alone_may_know_changes_no_byte_for_others(MOTHER, "placement")


def a_child_that_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IN_FORCE", ())
    test_while_her_child_lives_elsewhere_her_copy_has_nothing_about_a_child_at_home()


def a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_without_kind", lambda event: event)
    test_how_she_lost_it_is_in_no_copy("casusbegeleider", goes_on=True)


def a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_may_know_of_loss", lambda *_: True)
    test_who_gives_no_care_after_a_loss_reads_only_that_the_support_ended("sociale_dienst")


def what_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNSAID", "another")
    test_who_gives_no_care_after_a_loss_reads_only_that_the_support_ended("ggd")


def a_reason_of_a_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_without_kinds", lambda plan: plan)
    test_why_she_is_away_is_in_no_copy("student", "detention")


def a_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_untold_actions", lambda *_: frozenset())
    test_nor_does_a_decision_about_it_tell("veilig_te_bereiken")


def a_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_untold_goals", lambda *_: frozenset())
    goal = "veilig_thuis_zijn"
    readers_ = (one for one in readers(HOOGEVEEN) if of_team(one))
    reader = next(one for one in readers_ if hidden_from(HOOGEVEEN, one) & {*GOALS[goal].for_})
    test_that_a_goal_is_reached_does_not_tell_that_there_was_one(reader, goal)


def a_version_of_a_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "TEAM_ONLY", ())
    test_what_the_team_alone_may_know_changes_no_byte_for_others(MOTHER, "secret_address")


FAULTS = [
    a_home_action, a_hidden_fact, a_place_in_the_file, a_placement, a_word_of_a_placement,
    a_child_that_is_elsewhere, a_kind, a_loss, what_stopped,
    a_reason_of_a_visit, a_decision, a_goal, a_version_of_a_calendar,
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_these_tests_would_see_what_leaks(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    module.hidden_from.cache_clear()
    with pytest.raises(AssertionError):
        fault(monkeypatch)


def test_what_would_say_otherwise_for_want_of_what_is_hidden_says_nothing() -> None:
    """Her income decides; who may not see it would take the next way, and be wrong."""
    rich = outcome(netto_maandinkomen=9000, rondkomen="moeilijk")
    for reader in ("student", "jeugdverpleegkundige"):
        seen = rich.seen_by(reader)
        assert "sociaal_minimum" not in [one.id for one in seen.screening.criteria]
        assert seen.screening.truths["criterion:sociaal_minimum"] is None


def test_what_is_odd_about_visits_is_told_to_who_makes_them_and_to_nobody_else() -> None:
    away = {"date": "2026-11-01", "event": "absence", "by": "student", "from": "2026-12-01"}
    case = Case.model_validate({**DATA, "events": [*DATA["events"], away]})
    result = kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])
    assert "absence_open" in {one.code for one in result.warnings}
    for reader in readers(HOOGEVEEN):
        seen = result.seen_by(reader)
        told = reader != MOTHER and HOOGEVEEN.sections.roles[reader].team
        assert ("absence_open" in {one.code for one in seen.warnings}) == told, reader
        assert all(one.paths == () for one in seen.screening.warnings)
        assert bool(seen.overdue.visits) == told


def test_a_copy_can_be_asked_by_another_name_of_a_role() -> None:
    result = kansrijk.assess(HOOGEVEEN, case_of(), on=ON)
    named = result.seen_by("jgz")
    assert named.to_json() == result.seen_by("jeugdverpleegkundige").to_json()
    assert named.reader == "jeugdverpleegkundige"
    with pytest.raises(kansrijk.InputError, match="did you mean `jgz`"):
        result.seen_by("jg")
