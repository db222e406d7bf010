"""Random packs: the generator itself, and both engines against a brute evaluator."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from kansrijk.assessment import assess, installed_engines
from kansrijk.case.facts import facts_on
from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack, known_of

from .strategies import (
    OPERATORS,
    Brute,
    Data,
    Day,
    case_data,
    conditions,
    load,
    pack_data,
    read,
    rules_of,
    states,
)

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS = 3000 if LONG else 240
CASES = 12
EARLY = ("criterion", "signal", "strength", "class")
LATE = ("intake", "phase", "action")


@pytest.fixture(scope="module")
def packs():
    rng = random.Random(11)
    return [pack_data(rng, may_fall=rng.random() < 0.3) for _ in range(PACKS)]


def test_the_generator_makes_conditions_of_every_kind(packs):
    seen: Counter[str] = Counter()
    for sections in packs:
        load(sections)
        for when in rules_of(sections).values():
            for part in conditions(when):
                ((key, asked),) = part.items()
                seen[key] += 1
                if isinstance(asked, dict):
                    seen.update(f"{key}.{word}" for word in asked)
                    bounds = [bound for bound in asked.values() if isinstance(bound, dict)]
                    seen.update("by" for bound in bounds if "by" in bound)
                    seen.update("fact bound" for bound in bounds if "fact" in bound)
    wanted = [*OPERATORS, "criterion", "signal", "class", "may_be", "phase", "answered", "after"]
    wanted += ["by", "fact bound", "count.domains", "c0.norm", "b0", "c0", "i0", "n0", "s0"]
    wanted += [f"n0.{word}" for word in ("at_least", "at_most", "above", "below")]
    wanted += ["pregnant", "child"]
    assert {word: seen[word] for word in wanted if seen[word] < 20} == {}


def test_the_generator_makes_cases_of_every_kind(packs):
    seen: Counter[str] = Counter()
    rng = random.Random(12)
    for sections in packs:
        case, on = case_data(rng, sections)
        seen.update(state for state, _ in states(case, on).values())
        day = Day(sections, case, on)
        seen.update(id for id in ("child", "pregnant", "s0") if id in day.facts)
        seen["phase"] += day.phase is not None
        seen.update(day.around)
        seen["gap"] += len(day.norms) < len(sections["norms"])
    wanted = ["answered", "declined", "unanswered", "disputed", "child", "pregnant", "s0"]
    wanted += ["loss", "placement", "secret_address", "absence"]
    assert {word: seen[word] for word in [*wanted, "phase", "gap"] if seen[word] < 15} == {}


def test_engines_give_every_rule_the_truth_that_brute_force_gives_it(packs):
    engines = [ReferenceEngine(), *([DurableEngine()] if available() else [])]
    rng = random.Random(13)
    seen: Counter[str] = Counter()
    for sections in packs:
        pack = load(sections)
        ruleset = compile_pack(pack)
        classes = list(sections["classes"]["classes"])
        for _ in range(CASES):
            case, on = case_data(rng, sections)
            known = known_of(facts_on(pack, read(case), on))
            some = set(rng.sample(classes, rng.randint(1, len(classes))))
            possible = tuple(id for id in classes if id in some)
            brute = Brute(Day(sections, case, on), possible)
            early, late = brute.truths(*EARLY), brute.truths(*LATE)
            for engine in engines:
                assert engine.findings(ruleset, known) == early, (engine.name, case, on)
                found = engine.consequences(ruleset, known, early, possible)
                assert found == late, (engine.name, case, on)
            seen.update(map(str, [*early.values(), *late.values()]))
    assert min(seen["True"], seen["False"], seen["None"]) > PACKS * CASES


def test_whole_outcomes_follow_from_the_brute_truths(packs):
    rng = random.Random(14)
    for sections in packs[:80]:
        pack = load(sections)
        case, on = case_data(rng, sections)
        result = assess(pack, read(case), on=on, engines=installed_engines())
        brute = Brute(Day(sections, case, on), result.classification.possible)
        assert dict(result.screening.truths) == brute.truths(*EARLY, *LATE)
        data = result.to_dict()
        for kind, section in (("criterion", "criteria"), ("signal", "signals")):
            assert {found["id"]: found["truth"] for found in data[section]} == {
                id: brute.truths(kind)[f"{kind}:{id}"] for id in sections[section]
            }
        offered = {key for key, truth in brute.truths("intake").items() if truth}
        if result.facts.timeline.ended_by:
            offered = {key for key in offered if not _asks_class(brute.rules[key])}
        assert {f"intake:{id}" for id in data["intake"]["because"]} == offered


def _asks_class(when: Data) -> bool:
    return any(key in ("class", "may_be") for part in conditions(when) for key in part)
