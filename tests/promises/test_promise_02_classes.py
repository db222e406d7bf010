"""Promise 2: the class, and the classes that are possible."""

from __future__ import annotations

import random
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.screening.overrides import ALWAYS, with_constants
from kansrijk.screening.possible import enough_for, possible_classes, remembering
from kansrijk.screening.screen import truths_on
from kansrijk.screening.standing import class_view

from .strategies import UNKNOWN, Brute, Data, Day, case_data, load, pack_data, read, value_for

EARLY = ("criterion", "signal", "strength")


def check_shape(classes: list[str], result) -> None:
    grade = result.classification
    assert grade.possible
    assert list(grade.possible) == [id for id in classes if id in grade.possible]
    assert grade.level == (grade.possible[0] if len(grade.possible) == 1 else None)
    told = result.to_dict()["classification"]
    assert (told["class"], told["possible"]) == (grade.level, list(grade.possible))


def standing(sections: Data, brute: Brute) -> list[str]:
    """From the top: the classes not false, down to the first that is true."""
    found = []
    for id, grade in sections["classes"]["classes"].items():
        truth = brute.rule(f"class:{id}") if "when" in grade else 2
        if truth:
            found.append(id)
        if truth == 2:
            break
    return found


def facts_of(when: Data, brute: Brute) -> set[str]:
    """The facts of the unknown parts of a condition, as the design says it."""
    if brute.of(when) != UNKNOWN:
        return set()
    ((key, asked),) = when.items()
    if key in ("all", "any", "first_known"):
        return set().union(*(facts_of(item, brute) for item in asked))
    if key == "not":
        return facts_of(asked, brute)
    if key == "count":
        return set().union(*(facts_of(item, brute) for item in asked["of"]))
    if key in ("criterion", "signal"):
        return set()
    return {key} - brute.day.facts.keys()


def graded_rules(brute: Brute) -> set[str]:
    """The rules that the class hangs on, through others too."""
    found: set[str] = set()
    todo = [key for key in brute.rules if key.startswith("class:")]
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            text = str(brute.rules[key])
            todo += [
                other
                for other in brute.rules
                if other.partition(":")[0] in ("criterion", "signal")
                and f"'{other.partition(':')[2]}'" in text
            ]
    return found


def reached(sections: Data, case: Data, on: date, *, all_facts: bool) -> set[str]:
    """Every class that answering reaches, by trying all answers in any order.

    With `all_facts` any open fact may be answered at any moment, because some rule may ask
    for it; without, only what the findings and classes require, until nothing is.
    """
    found: set[str] = set()
    seen: set[str] = set()

    def look(facts: Data) -> None:
        state = str(sorted(facts.items()))
        if state in seen:
            return
        seen.add(state)
        brute = Brute(Day(sections, {**case, "facts": facts}, on))
        graded = graded_rules(brute)
        asked = {
            fact
            for key, when in brute.rules.items()
            if key in graded or (not all_facts and key.partition(":")[0] in EARLY)
            for fact in facts_of(when, brute)
        }
        if not asked:
            found.update(standing(sections, brute))
        open_ = set(sections["facts"]) - brute.day.facts.keys() if all_facts else asked
        for id in sorted(open_):
            fact = sections["facts"][id]
            for value in (True, False) if fact["type"] == "boolean" else fact["values"]:
                look({**facts, id: value})

    look(case["facts"])
    return found


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_possible_is_what_answering_reaches(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng, small=True, may_fall=True)
    pack = load(sections)
    case, on = case_data(rng, sections)
    case["observations"] = []
    result = assess(pack, read(case), on=on)
    check_shape(list(sections["classes"]["classes"]), result)
    possible = set(result.classification.possible)
    assert reached(sections, case, on, all_facts=False) <= possible
    assert possible <= reached(sections, case, on, all_facts=True)


@settings(max_examples=90)
@given(st.integers(0, 10**9))
@example(213969)  # a sum of which only a rule without a say in the class asks a part
def test_an_answer_never_brings_a_class_in_random_packs(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng, may_fall=rng.random() < 0.5)
    pack = load(sections)
    case, on = case_data(rng, sections)
    for _ in range(4):
        result = assess(pack, read(case), on=on)
        check_shape(list(sections["classes"]["classes"]), result)
        asked = [question.fact for question in result.screening.questions]
        if not asked:
            break
        id = rng.choice(asked)
        answer = value_for(rng, sections["facts"][id])
        case["observations"] = [
            *case["observations"],
            {"date": on.isoformat(), "by": "r0", "facts": {id: answer}},
        ]
        after = assess(pack, read(case), on=on)
        assert set(after.classification.possible) <= set(result.classification.possible)


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_an_answer_never_brings_a_class(hoogeveen, seed: int) -> None:
    rng = random.Random(seed)
    on = date(2018, 1, 1) + timedelta(days=rng.randint(0, 3500))
    facts = oracle.draw_facts(rng, on)
    full = oracle.draw_facts(random.Random(seed + 1), on)
    before = None
    for _ in range(12):
        case = Case.model_validate({"case": "x", "due_date": on, "facts": facts})
        result = assess(hoogeveen, case, on=on)
        check_shape(list(oracle.CLASSES), result)
        possible = set(result.classification.possible)
        assert before is None or possible <= before
        before = possible
        asked = [question.fact for question in result.screening.questions]
        # Half of the walks go for the class alone, the others answer in any order.
        if seed % 2:
            asked = [q.fact for q in result.screening.questions if q.settles_class]
        if not asked:
            break
        fact = rng.choice(asked)
        model = hoogeveen.sections.facts[fact]
        value = full.get(fact)
        if value is None:
            low, high = model.range or (0, 0)
            value = {"boolean": rng.random() < 0.5, "text": "x"}.get(model.type)
            if model.type == "choice":
                value = rng.choice(list(model.values))
            elif model.range:
                value = rng.randint(int(low), int(high))
        facts = facts | {fact: value}


def test_a_class_is_there_once_nothing_is_left_to_ask(hoogeveen) -> None:
    rng = random.Random(5)
    for _ in range(40):
        on = date(2021, 1, 1) + timedelta(days=rng.randint(0, 2000))
        facts = {"leeftijd": 30, **oracle.draw_facts(rng, on)}
        if int(str(facts["leeftijd"])) < 14:  # no BMI line: the class may stay open for ever
            continue
        for _ in range(60):
            case = Case.model_validate({"case": "x", "due_date": on, "facts": facts})
            result = assess(hoogeveen, case, on=on)
            asked = [q.fact for q in result.screening.questions]
            if not asked:
                break
            model = hoogeveen.sections.facts[asked[0]]
            low, high = model.range or (0, 0)
            value = {"boolean": False, "text": "x"}.get(model.type)
            if model.type == "choice":
                value = rng.choice(list(model.values))
            elif model.range:
                value = rng.randint(int(low), int(high))
            facts = facts | {asked[0]: value}
        assert not asked
        assert result.classification.level is not None


def view_of(pack, facts: Facts) -> View:
    return class_view(pack, known_of(facts))


@given(st.integers(0, 10**9))
def test_what_was_found_of_another_day_is_used_where_it_holds_alone(seed: int) -> None:
    """A case over many days: norms, answers, a birth, and what was decided in the meantime."""
    rng = random.Random(seed)
    sections = pack_data(rng, small=True)
    pack, (data, on) = load(sections), case_data(rng, sections)
    case, find = read(data), remembering()
    decided = with_constants(pack, {f"criterion:{rng.choice([*sections['criteria']])}": ALWAYS})
    for _ in range(12):
        pack = rng.choice([pack, decided])
        facts = facts_on(pack, case, on + timedelta(rng.choice([-400, -90, -7, -1, 0, 1, 30, 365])))
        view = view_of(pack, facts)
        assert find(pack, facts, view) == possible_classes(pack, facts, view)


def test_the_classes_of_a_day_are_not_looked_for_twice(hoogeveen, monkeypatch) -> None:
    import kansrijk.screening.possible as of_classes

    case = Case.model_validate({"case": "x", "due_date": "2026-09-01", "facts": {"roken": "soms"}})
    days = [facts_on(hoogeveen, case, date(2026, 3, day)) for day in (2, 3, 9)]
    found = possible_classes(hoogeveen, days[0], view_of(hoogeveen, days[0]))
    find = remembering((hoogeveen, days[0], found))
    monkeypatch.setattr(of_classes, "possible_classes", None)
    assert {find(hoogeveen, facts, view_of(hoogeveen, facts)) for facts in days} == {found}


def test_nor_after_the_birth_where_the_class_does_not_look_at_it(hoogeveen, monkeypatch) -> None:
    import kansrijk.screening.possible as of_classes

    birth = {"date": "2026-09-03", "event": "birth", "by": "verloskundige"}
    case = Case.model_validate(
        {"case": "x", "due_date": "2026-09-01", "facts": {"roken": "soms"}, "events": [birth]}
    )
    pregnant, born = (facts_on(hoogeveen, case, date(2026, month, 2)) for month in (3, 11))
    assert pregnant.values.keys() != born.values.keys()
    found = possible_classes(hoogeveen, pregnant, view_of(hoogeveen, pregnant))
    find = remembering((hoogeveen, pregnant, found))
    monkeypatch.setattr(of_classes, "possible_classes", None)
    assert find(hoogeveen, born, view_of(hoogeveen, born)) == found


@given(st.integers(0, 10**9))
def test_no_more_classes_are_looked_for_than_the_rules_for_an_intake_need(seed: int) -> None:
    """What they say by some of the classes is what they say by all."""
    rng = random.Random(seed)
    sections = pack_data(rng)
    classes = [*sections["classes"]["classes"]]
    for n in range(4):
        asked = {rng.choice(["class", "may_be"]): rng.sample(classes, rng.randint(1, 2))}
        sections["classes"]["intake"].append(
            {"id": f"by_class{n}", "label": f"by class {n}", "within_days": 3, "basis": "policy",
             "source": "src0", "when": rng.choice([asked, {"not": asked}])}
        )  # fmt: skip
    pack, (data, on) = load(sections), case_data(rng, sections)
    keys = [f"intake:{reason.id}" for reason in pack.sections.classes.intake]
    facts = facts_on(pack, read(data), on)
    some, all_ = (
        truths_on(pack, compile_pack(pack), facts, [ReferenceEngine()], find)
        for find in (enough_for(keys), possible_classes)
    )
    assert {key: some.truths[key] for key in keys} == {key: all_.truths[key] for key in keys}
    assert set(some.possible) <= set(all_.possible)
