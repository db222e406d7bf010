"""Measures kansrijk beside what one would write without it; every figure is a ratio in one run.

    make bench

Each thing is timed in turn, several rounds, and the fastest round counts: what else the
machine does makes a round slower, never faster.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hand_written import USES, HandWritten, plain_class
from measure import microseconds, ratio
from oracle.hoogeveen import draw_facts
from plans import plans
from proving import proving
from questions import questions
from reading import reading

import kansrijk
from kansrijk.assessment import Assessment
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine import agree
from kansrijk.engine.durable import DurableEngine
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.exploring.readings import class_readings
from kansrijk.screening.because import because
from kansrijk.screening.possible import possible_classes

ON = date(2026, 6, 15)
EXAMPLE = Path(__file__).parents[1] / "examples" / "alleenstaand-met-schulden.yaml"
EMPTY_APP = """
import yaml, durable.engine, typer
from pydantic import BaseModel
app = typer.Typer()
@app.command()
def one(): print("one")
@app.command()
def two(): print("two")
app()
"""


def by_hand(facts: Facts) -> dict[str, Any]:
    """The typed facts as the hand-written ruleset takes them, comparisons worked out."""
    values: dict[str, Any] = dict(facts.values)
    age, bmi, line = (values.get(id) for id in ("leeftijd", "bmi", "inkomensgrens"))
    income, cut_off = values.get("netto_maandinkomen"), bmi_cut_off(facts)
    asked = {
        "onder_de_grens": income is not None and line is not None and income <= line,
        "te_zwaar": bmi is not None and cut_off is not None and bmi >= cut_off,
        "bmi_40": bmi is not None and bmi >= 40,
        "minderjarig": age is not None and age < 18,
        "volwassen": age is not None and age >= 18,
        "roken_nu": values.get("roken") in USES,
        "cannabis_nu": values.get("cannabis") in USES,
        "roken_dagelijks": values.get("roken") in ("soms", "dagelijks"),
    }
    plain = {id: v for id, v in values.items() if isinstance(v, bool | str | int)}
    return {**plain, **{id: True for id, holds in asked.items() if holds}}


def bmi_cut_off(facts: Facts) -> Any:
    age: Any = facts.values.get("leeftijd")
    if age is None:
        return None
    adult = facts.norms["bmi_overgewicht"].value
    return adult if age >= 18 else facts.norms["iotf_overgewicht"].value.get(age)


def engines(cases: int, rounds: int) -> None:
    pack = kansrijk.load_pack("hoogeveen")
    ruleset, rng = compile_pack(pack), Random(1)
    drawn = [Case(case="bench", facts=draw_facts(rng, ON)) for _ in range(cases)]
    facts = [facts_on(pack, case, ON) for case in drawn]
    known = [known_of(of_case) for of_case in facts]
    reference, durable, hand = ReferenceEngine(), DurableEngine(), HandWritten()
    truths = [reference.findings(ruleset, one) for one in known]
    possible = [
        possible_classes(pack, of_case, View(one, dict(found), ()))
        for of_case, one, found in zip(facts, known, truths, strict=True)
    ]
    hands = [by_hand(of_case) for of_case in facts]
    plains = [(f.values, f.values.get("inkomensgrens"), bmi_cut_off(f)) for f in facts]
    inputs = list(zip(known, possible, facts, strict=True))

    def one_engine(engine: Any) -> Callable[[], None]:
        def run() -> None:
            for one, classes, _ in inputs:
                engine.consequences(ruleset, one, engine.findings(ruleset, one), classes)

        return run

    def both() -> None:
        pair = (reference, durable)
        for one, classes, of_case in inputs:
            found = agree.findings(pair, ruleset, one)
            then = agree.consequences(pair, ruleset, one, found, classes)
            because(pack, View(one, {**found, **then}, classes), of_case)

    us = microseconds(
        {
            "plain": lambda: [plain_class(*one) for one in plains],
            "reference": one_engine(reference),
            "durable": one_engine(durable),
            "both": both,
            "hand": lambda: [hand.run(one) for one in hands],
        },
        cases,
        rounds,
    )
    fired = sum(len(hand.run(one)) for one in hands) / cases
    print(f"{cases} cases, {len(pack.rules)} rules; microseconds a case")
    print(f"  a plain function, class alone        {us['plain']:8.1f}")
    print(f"  reference engine                     {us['reference']:8.1f}")
    print(f"  durable engine                       {us['durable']:8.1f}")
    print(f"  both, with findings and because      {us['both']:8.1f}")
    print(f"  hand-written ruleset, {fired:4.1f} firings   {us['hand']:8.1f}")
    ratio("reference / plain function", us["reference"] / us["plain"], 40)
    ratio("both with because / hand-written ruleset", us["both"] / us["hand"], 1)
    ratio("reference / durable", us["reference"] / us["durable"], 0.1)
    whole(pack, drawn, rounds)


def whole(pack: kansrijk.Pack, drawn: list[Case], rounds: int) -> None:
    """A whole assessment, from a case in memory to its outcome, and its parts beside it."""

    def assess() -> list[Assessment]:
        return [kansrijk.assess(pack, case, on=ON) for case in drawn]

    us = microseconds(
        {"facts": lambda: [facts_on(pack, case, ON) for case in drawn], "assess": assess},
        len(drawn),
        min(rounds, 2),
    )
    print(f"  facts on the day                     {us['facts']:8.1f}")
    print(f"  a whole assessment with its plan     {us['assess']:8.1f}")


def readings(cases: int, rounds: int) -> None:
    """What an outcome hangs on, beside as many evaluations as there are readings, and one.

    An evaluation is the reference engine on the whole pack with the possible classes, which the
    class and the consequences need. Beside it stands the engine alone, the classes being known.
    """
    pack = kansrijk.load_pack("hoogeveen")
    ruleset, rng, reference = compile_pack(pack), Random(2), ReferenceEngine()
    results = [
        kansrijk.screen_case(
            pack, Case(case="bench", facts=draw_facts(rng, ON)), on=ON, engines=["reference"]
        )
        for _ in range(cases)
    ]

    def evaluate(some: list[Assessment], *, find: bool) -> None:
        for result in some:
            known, possible = known_of(result.facts), result.classification.possible
            found = reference.findings(ruleset, known)
            if find:
                possible = possible_classes(pack, result.facts, View(known, dict(found), ()))
            reference.consequences(ruleset, known, found, possible)

    settled = [result for result in results if result.classification.level is not None]
    open_ = [result for result in results if result.classification.level is None]
    many = len(class_readings(pack)) + 1
    print(f"{cases} cases, {len(settled)} with a class; {many - 1} readings; microseconds a case")
    for name, some in (("a class", settled), ("an open class", open_)):
        work = {
            "engine": partial(evaluate, some, find=False),
            "once": partial(evaluate, some, find=True),
            "hangs": partial(_each, some, "hangs_on"),
            "margins": partial(_each, some, "margins"),
        }
        us = microseconds(work, len(some), rounds)
        print(f"  {name}: the engine alone                {us['engine']:8.1f}")
        print(f"  {name}: an evaluation                   {us['once']:8.1f}")
        print(f"  {name}: margins                         {us['margins']:8.1f}")
        print(f"  {name}: what it hangs on                {us['hangs']:8.1f}")
        ratio(f"hangs_on of {name} / readings + 1", us["hangs"] / (many * us["once"]), 1)
        print(
            f"    in runs of the engine alone, a reading: {us['hangs'] / (many * us['engine']):.2f}"
        )


def _each(results: list[Assessment], name: str) -> None:
    for result in results:
        getattr(result, name)


def cold(rounds: int) -> None:
    """The whole process, from nothing: a screening, and a check of a pack with its tests, beside an
    empty app of the same libraries.

    Bytecode is kept, as pip makes it at an install; the first run of each makes it.
    """
    with tempfile.TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY_APP)
        commands = {
            "empty": [sys.executable, str(empty), "one"],
            "screen": [sys.executable, "-m", "kansrijk", "screen", str(EXAMPLE), "--on", str(ON)],
            "check": [sys.executable, "-m", "kansrijk", "check"],
        }
        work = {name: partial(_quiet, command, kept) for name, command in commands.items()}
        for run in work.values():
            run()
        us = microseconds(work, 1, rounds)
    print(f"cold start: empty app {us['empty'] / 1e3:.0f} ms, screen {us['screen'] / 1e3:.0f} ms")
    ratio("cold screen / empty app", us["screen"] / us["empty"], 1.6)
    print(f"cold start: check {us['check'] / 1e3:.0f} ms")
    ratio("cold check / empty app", us["check"] / us["empty"], 2.5)


def _quiet(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--packs", type=int, default=1000, help="random packs for the questions")
    given = parser.parse_args()
    engines(given.cases, given.rounds)
    readings(min(given.cases, 200), min(given.rounds, 3))
    plans(min(given.cases, 100), min(given.rounds, 5))
    cold(given.rounds * 2)
    questions(given.packs)
    reading(min(given.rounds, 3))
    proving(given.rounds)


if __name__ == "__main__":
    main()
