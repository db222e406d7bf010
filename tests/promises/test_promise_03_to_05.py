"""Promises 3 to 5: strata, fail closed, and order never matters."""

from __future__ import annotations

import copy
import random
import sys
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk import assessment
from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.engine.agree import EnginesDisagree
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack
from kansrijk.output.data import to_json
from kansrijk.pack.load import load_pack
from kansrijk.reading import InputError
from kansrijk.screening.screen import screen

from .strategies import Data, case_data, load, pack_data, read

seeds = st.integers(0, 10**9)


def codes(error: pytest.ExceptionInfo[InputError]) -> set[str]:
    return {found.code for found in error.value.problems}


# 3. Strata.


@settings(max_examples=60)
@given(seeds, st.sampled_from(["criteria", "signals", "classes"]), st.booleans())
def test_a_rule_that_looks_at_a_later_stratum_is_refused(seed: int, where: str, deep: bool) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    classes = sections["classes"]["classes"]
    rules = classes if where == "classes" else sections[where]
    id = rng.choice([id for id, rule in rules.items() if "when" in rule])
    ahead: list[Data] = [{"class": next(iter(classes))}, {"may_be": next(iter(classes))}]
    if sections["phases"]:
        ahead.append({"phase": next(iter(sections["phases"]))})
    later = rng.choice(ahead)
    rules[id]["when"] = {"any": [rules[id]["when"], {"not": later}]} if deep else later
    with pytest.raises(InputError) as error:
        load(sections)
    assert "later_stratum" in codes(error)
    assert all(f"{id}.when" in found.place.path for found in error.value.problems)


@settings(max_examples=60)
@given(seeds, st.integers(1, 3))
def test_a_circle_of_rules_is_refused(seed: int, length: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    keys = [("criterion", id) for id in sections["criteria"]]
    keys += [("signal", id) for id in sections["signals"]]
    circle = rng.sample(keys, min(length, len(keys)))
    for (kind, id), (next_kind, next_id) in zip(circle, circle[1:] + circle[:1], strict=True):
        rule = sections["criteria" if kind == "criterion" else "signals"][id]
        rule["when"] = {"all": [rule["when"], {next_kind: next_id}]}
    with pytest.raises(InputError) as error:
        load(sections)
    assert codes(error) == {"cycle"}


def test_a_circle_of_derived_facts_is_refused() -> None:
    sections = pack_data(random.Random(1))
    sections["facts"]["i0"]["derive"] = {"sum": {"of": ["s0", "i1"]}}
    with pytest.raises(InputError) as error:
        load(sections)
    assert "derived_circle" in codes(error)


@settings(max_examples=60)
@given(seeds)
def test_rules_run_after_those_they_look_at(seed: int) -> None:
    pack = load(pack_data(random.Random(seed)))
    order = ["findings", "classes", "consequences"]
    strata = [order.index(rule.stratum) for rule in pack.rules]
    assert strata == sorted(strata)
    done: set[str] = set()
    for rule in pack.rules:
        assert all(key in done for key in rule_keys(rule.when))
        done.add(rule.key)


def rule_keys(when: Any) -> set[str]:
    import re

    return set(re.findall(r"Rule\(key='([^']*)'\)", repr(when)))


# 4. Fail closed.

BROKEN: list[tuple[str, Any]] = [
    ("unknown fact in a rule", lambda p: p["criteria"]["alleenstaand"].update(when={"x": True})),
    ("unknown value", lambda p: p["criteria"]["alleenstaand"].update(when={"partner": "nope"})),
    ("unknown norm", lambda p: p["criteria"]["alleenstaand"].update(
        when={"partner": {"norm": "x"}})),
    ("unknown source", lambda p: p["signals"]["geen_inkomen"].update(source="nowhere")),
    ("no source", lambda p: p["criteria"]["alleenstaand"].pop("source")),
    ("empty source", lambda p: p["criteria"]["alleenstaand"].update(source=[])),
    ("no basis", lambda p: p["actions"]["tolk_inzetten"].pop("basis")),
    ("basis of no kind", lambda p: p["signals"]["geen_inkomen"].update(basis="rumour")),
    ("assumption without readings", lambda p: p["norms"]["lsns6_grens"].update(basis="assumption")),
    ("no condition", lambda p: p["criteria"]["alleenstaand"].pop("when")),
    ("empty condition", lambda p: p["criteria"]["alleenstaand"].update(when={})),
    ("two keys", lambda p: p["criteria"]["alleenstaand"].update(when={"partner": "geen", "x": 1})),
    ("empty any", lambda p: p["criteria"]["alleenstaand"].update(when={"any": []})),
    ("number out of range", lambda p: p["criteria"]["alleenstaand"].update(
        when={"leeftijd": {"below": 200}})),
    ("wrong unit", lambda p: p["criteria"]["alleenstaand"].update(
        when={"leeftijd": {"below": {"norm": "lsns6_grens"}}})),
    ("count of too many", lambda p: p["criteria"]["alleenstaand"].update(
        when={"count": {"at_least": 2, "of": [{"tolk_nodig": True}]}})),
    ("unknown role", lambda p: p["actions"]["tolk_inzetten"].update(role="nobody")),
    ("unknown finding", lambda p: p["actions"]["tolk_inzetten"].update({"for": ["nothing"]})),
    ("unknown phase", lambda p: p["actions"]["tolk_inzetten"].update(phases=["never"])),
    ("unknown domain", lambda p: p["criteria"]["alleenstaand"].update(domain="elsewhere")),
    ("unknown key", lambda p: p["criteria"]["alleenstaand"].update(wen={"partner": "geen"})),
    ("finding without action", lambda p: [
        action.update(
            {"for": ["overgewicht" if id == "alleenstaand" else id for id in action["for"]]})
        for action in p["actions"].values() if "for" in action]),
    ("lowest class with a condition", lambda p: p["classes"]["classes"]["regulier"].update(
        when={"criterion": "alleenstaand"})),
    ("class that falls with risk", lambda p: p["classes"]["classes"]["kwetsbaar"].update(
        when={"not": {"criterion": "alleenstaand"}})),
    ("overlapping dates", lambda p: p["norms"]["minimagrens"]["values"][1].update(
        {"from": "2018-01-01"})),
    ("gap between phases", lambda p: p["phases"]["fase_2"].update({"from": {"months": 1}})),
    ("text in one language", lambda p: p["criteria"]["alleenstaand"].update(label={"nl": "x"})),
    ("table without columns", lambda p: p["norms"]["fase_4_dagen"].update(value=21)),
    ("missing section", lambda p: p.pop("criteria")),
    ("unknown section", lambda p: p.update(extras={})),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fault"), BROKEN, ids=[name for name, _ in BROKEN])
def test_one_broken_thing_in_a_pack_gives_no_pack(written: Data, name: str, fault: Any) -> None:
    sections = copy.deepcopy(written)
    load(sections)
    fault(sections)
    with pytest.raises(InputError) as error:
        load(sections)
    assert error.value.problems


WRONG: list[tuple[str, Data]] = [
    ("unknown fact", {"facts": {"rookt": True}}),
    ("wrong type", {"facts": {"leeftijd": "twenty"}}),
    ("true for a number", {"facts": {"leeftijd": True}}),
    ("one for true", {"facts": {"tolk_nodig": 1}}),
    ("half a year", {"facts": {"leeftijd": 20.5}}),
    ("out of range", {"facts": {"leeftijd": 200}}),
    ("unknown value", {"facts": {"partner": "hond"}}),
    ("list", {"facts": {"partner": ["geen"]}}),
    ("mapping", {"facts": {"leeftijd": {"at_least": 3}}}),
    ("no number", {"facts": {"netto_maandinkomen": float("nan")}}),
    ("unknown role", {"observations": [{"date": "2026-01-01", "by": "buurman", "facts": {}}]}),
    ("unknown fact seen", {"observations": [
        {"date": "2026-01-01", "by": "huisarts", "facts": {"x": 1}}]}),
    ("a fault in what is seen later", {"observations": [
        {"date": "2099-01-01", "by": "huisarts", "facts": {"leeftijd": 999}}]}),
    ("no date", {"observations": [{"by": "huisarts", "facts": {}}]}),
    ("bad date", {"due_date": "2026-02-30"}),
    ("unknown event", {"events": [{"date": "2026-01-01", "event": "party", "by": "huisarts"}]}),
    ("unknown key", {"name": "x"}),
    ("a BSN", {"facts": {"zorg_van_professional": "bsn 111222333"}}),
    ("no id", {"case": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "fault"), WRONG, ids=[name for name, _ in WRONG])
def test_one_wrong_thing_in_a_case_gives_no_outcome(hoogeveen: Any, name: str, fault: Data) -> None:
    case = {"case": "ok", "facts": {"leeftijd": 22}}
    assess(hoogeveen, read(case), on=date(2026, 6, 1))
    with pytest.raises(InputError) as error:
        assess(hoogeveen, read({**case, **fault}), on=date(2026, 6, 1))
    assert error.value.problems


class Flipped:
    """An engine that is right but for one rule."""

    name = "flipped"

    def __init__(self, key: str, truth: bool | None) -> None:
        self.key, self.truth = key, truth

    def findings(self, *asked: Any) -> Any:
        return self._flip(ReferenceEngine().findings(*asked))

    def consequences(self, *asked: Any) -> Any:
        return self._flip(ReferenceEngine().consequences(*asked))

    def _flip(self, truths: Any) -> Any:
        return {**truths, self.key: self.truth} if self.key in truths else truths


def test_engines_that_differ_on_any_rule_give_no_outcome(
    hoogeveen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    on = date(2026, 6, 1)
    case = read({"case": "x", "due_date": "2026-09-01", "facts": {"partner": "geen"}})
    right = assess(hoogeveen, case, on=on, engines=["reference"])
    for key, truth in right.screening.truths.items():
        for wrong in {True, False, None} - {truth}:
            monkeypatch.setattr(assessment, "_DURABLE", Flipped(key, wrong))
            with pytest.raises(EnginesDisagree, match=key):
                assess(hoogeveen, case, on=on, engines=["reference", "durable"])
            facts = facts_on(hoogeveen, case, on)
            with pytest.raises(EnginesDisagree, match=key):
                screen(hoogeveen, compile_pack(hoogeveen), facts,
                       [Flipped(key, wrong), ReferenceEngine()])  # fmt: skip


def test_an_engine_that_leaves_a_rule_out_gives_no_outcome(hoogeveen: Any) -> None:
    class Short(Flipped):
        def _flip(self, truths: Any) -> Any:
            return {key: truth for key, truth in truths.items() if key != self.key}

    facts = facts_on(hoogeveen, read({"case": "x"}), date(2026, 6, 1))
    for key in ("criterion:alleenstaand", "action:tolk_inzetten"):
        with pytest.raises(EnginesDisagree, match=key):
            screen(hoogeveen, compile_pack(hoogeveen), facts, [ReferenceEngine(), Short(key, None)])


def test_the_command_says_so_and_prints_no_outcome(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    from kansrijk.cli.main import main

    case = tmp_path / "case.yaml"
    case.write_text("case: x\nfacts: {partner: geen}\n")
    monkeypatch.setattr(assessment, "_DURABLE", Flipped("criterion:alleenstaand", False))
    monkeypatch.setattr(assessment, "available", lambda: True)
    monkeypatch.setattr(sys, "argv", ["kansrijk", "plan", str(case), "--on", "2026-06-01"])
    with pytest.raises(SystemExit) as stop:
        main()
    out, err = capsys.readouterr()
    assert (stop.value.code, out) == (3, "")
    assert "criterion:alleenstaand" in err
    assert "Traceback" not in err


# 5. Order never matters.


def shuffled(rng: random.Random, given: Data) -> Data:
    ids = list(given)
    rng.shuffle(ids)
    return {id: given[id] for id in ids}


def reordered(rng: random.Random, sections: Data) -> Data:
    """The same pack in another order; classes, phases and first_known keep theirs."""
    made = shuffled(rng, copy.deepcopy(sections))
    for name in (
        "facts",
        "norms",
        "criteria",
        "strengths",
        "signals",
        "roles",
        "actions",
        "sources",
    ):
        if name in made:
            made[name] = shuffled(rng, made[name])
    rng.shuffle(made["classes"].get("intake", []))
    for section in ("criteria", "signals", "actions"):
        for rule in made.get(section, {}).values():
            if "when" in rule:
                rule["when"] = mixed(rng, rule["when"])
            if isinstance(rule.get("for"), list):
                rng.shuffle(rule["for"])
    for grade in made["classes"]["classes"].values():
        if "when" in grade:
            grade["when"] = mixed(rng, grade["when"])
    return made


def mixed(rng: random.Random, when: Data) -> Data:
    ((key, asked),) = when.items()
    if key in ("all", "any"):
        asked = [mixed(rng, item) for item in asked]
        rng.shuffle(asked)
    elif key == "count":
        items = [mixed(rng, item) for item in asked["of"]]
        rng.shuffle(items)
        asked = {**asked, "of": items}
    elif key == "not":
        asked = mixed(rng, asked)
    elif key == "first_known":
        asked = [mixed(rng, item) for item in asked]
    return {key: asked}


def meaning(result: Any) -> Data:
    """An outcome without the order of its lists."""
    screening, plan = result.screening, result.plan
    return {
        "truths": dict(screening.truths),
        "class": result.classification.level,
        "possible": result.classification.possible,
        "strengths": set(screening.strengths),
        "questions": {(q.fact, frozenset(q.why), q.settles_class, q.settles_plan)
                      for q in screening.questions},
        "intake": (screening.intake.offered, set(screening.intake.because),
                   screening.intake.within_days),
        "warnings": {(warning.code, warning.about) for warning in screening.warnings},
        "plan": (plan.status, plan.start, plan.end, plan.phases, plan.visits),
        "actions": {(a.id, frozenset(a.phases), frozenset(a.because), a.suppressed_by)
                    for a in plan.actions},
        "goals": {(goal.id, goal.phase, frozenset(goal.because)) for goal in plan.goals},
    }  # fmt: skip


@settings(max_examples=60)
@given(seeds)
def test_order_of_a_random_pack_never_matters(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    case, on = case_data(rng, sections)
    other = reordered(rng, sections)
    one, two = (assess(load(pack), read(case), on=on) for pack in (sections, other))
    assert meaning(one) == meaning(two)
    for name, found in (("criteria", two.screening.criteria), ("signals", two.screening.signals)):
        assert [finding.id for finding in found] == list(other[name])
    actions = [action.id for action in two.plan.actions]
    assert actions == [id for id in other["actions"] if id in actions]


def test_order_of_hoogeveen_never_matters(hoogeveen: Any, written: Data) -> None:
    rng = random.Random(5)
    for _ in range(3):
        other = load(reordered(rng, written))
        for _ in range(25):
            on = date(2018, 1, 1) + timedelta(days=rng.randint(0, 3500))
            facts = oracle.draw_facts(rng, on)
            case = Case.model_validate({"case": "x", "due_date": on, "facts": facts})
            assert meaning(assess(hoogeveen, case, on=on)) == meaning(assess(other, case, on=on))


def test_one_file_or_many_are_one_pack(
    hoogeveen: Any, written: Data, plain_yaml: Any, tmp_path: Any
) -> None:
    one = {name: part for name, part in written.items() if name != "tests"}
    single = load(shuffled(random.Random(1), one))
    for name in reversed(one):
        (tmp_path / f"{name}.yaml").write_text(plain_yaml(one[name]))
    assert load_pack(tmp_path).hash == single.hash == hoogeveen.hash
    assert load_pack(tmp_path) == single == hoogeveen


@settings(max_examples=60)
@given(seeds)
def test_order_within_a_case_never_matters(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    other = shuffled(rng, {**case, "facts": shuffled(rng, case["facts"])})
    other["observations"] = [
        shuffled(rng, {**seen, "facts": shuffled(rng, seen["facts"])})
        for seen in rng.sample(case["observations"], len(case["observations"]))
    ]
    other["events"] = rng.sample(case["events"], len(case["events"]))
    one, two = (assess(pack, read(each), on=on).to_dict() for each in (case, other))
    for warning in one["warnings"] + two["warnings"]:
        warning.pop("places")  # where it stands does depend on where it is put
    assert to_json(one) == to_json(two)
