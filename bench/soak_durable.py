"""Soaks the durable engine: random cases for hours, each compared with the reference engine.

    PYTHONPATH=src python bench/soak_durable.py --cases 1000000 --threads 1,8

Each number of threads runs in a process of its own, so that a crash is counted and not suffered.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kansrijk.case.norms import norms_on
from kansrijk.engine.durable import DurableEngine, available, version
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, Ruleset, compile_pack
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Bound,
    ClassIs,
    Comparator,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
    Value,
)
from kansrijk.pack.load import load_pack
from kansrijk.pack.pack import PackRule
from kansrijk.pack.vocabulary import Fact

EVERY = 100_000
WORDS = ("a", "b", "c", "d")
PHASES = ("one", "two", "three")
NUMBERS: tuple[Value, ...] = (
    -1,
    0,
    17,
    18,
    19,
    Fraction(37, 2),
    Fraction(18) + Fraction(1, 10**12),
)


@dataclass(frozen=True)
class Subject:
    """What is soaked: a ruleset, and how to make up what is known of a case."""

    ruleset: Ruleset
    known: Callable[[random.Random], Known]
    classes: tuple[str, ...]


# --- a generated ruleset -------------------------------------------------------------------------


def generated(seed: int) -> Subject:
    """60 findings, 3 classes and 40 consequences over 36 facts, conditions of every kind."""
    rng = random.Random(seed)
    rules: list[PackRule] = []
    for n in range(60):
        keys = [rule.key for rule in rules]
        rules.append(PackRule(f"criterion:{n}", "findings", condition(rng, keys, 2)))
    findings = tuple(Rule(rule.key) for rule in rules)
    for n, least in enumerate((9, 5, 1)):
        of = findings[n::4]
        domains = tuple("pqr"[i % 3] for i in range(len(of)))
        rules.append(PackRule(f"class:{n}", "classes", Count(least, of, n or None, domains)))
    for n in range(40):
        keys = [rule.key for rule in rules]
        what = condition(rng, keys, 1, classified=True)
        rules.append(PackRule(f"action:{n}", "consequences", All((rng.choice(findings), what))))
    values = {f"c{i}": WORDS for i in range(12)} | {f"b{i}": (False, True) for i in range(12)}
    return Subject(Ruleset(f"soak-{seed}", tuple(rules), values), known, ("0", "1", "2"))


def condition(
    rng: random.Random, keys: list[str], depth: int, *, classified: bool = False
) -> Condition:
    kind = rng.randrange(8) if depth else 0
    if kind < 3:
        return leaf(rng, keys, classified)

    def item() -> Condition:
        return condition(rng, keys, depth - 1, classified=classified)

    items = tuple(item() for _ in range(rng.randint(2, 4)))
    if kind == 3:
        return Not(items[0])
    if kind == 4:
        return FirstKnown(items)
    if kind == 5:
        numbers: list[int | NormRef] = [1, 2, NormRef("few")]
        return Count(rng.choice(numbers), items)
    return All(items) if kind == 6 else AnyOf(items)


def leaf(rng: random.Random, keys: list[str], classified: bool) -> Condition:
    n = rng.randrange(12)
    kind = rng.randrange(10 if classified else 8)
    if kind == 0 and keys:
        return Rule(rng.choice(keys))
    if kind == 1:
        return OneOf(f"c{n}", tuple(rng.sample(WORDS, rng.randint(1, 3))))
    if kind == 2:
        return OneOf(f"c{n}", NormRef("words"))
    if kind == 3:
        bounds: list[Bound] = [18, Fraction(18), NormRef("x"), NormRef("t", "c0"), FactRef("n0")]
        comparators: list[Comparator] = ["at_least", "at_most", "above", "below"]
        return Compare(f"n{n}", rng.choice(comparators), rng.choice(bounds))
    if kind == 4:
        return Answered(f"b{n}")
    if kind == 5:
        return PhaseIs(tuple(rng.sample(PHASES, 2)))
    if kind == 8:
        return ClassIs(tuple(rng.sample(["0", "1", "2"], rng.randint(1, 2))))
    if kind == 9:
        return MayBe((rng.choice(["0", "1", "2"]),))
    return OneOf(f"b{n}", (rng.random() < 0.5,))


def known(rng: random.Random) -> Known:
    """A case of which much, little or nothing is known, and at times one that meets nothing."""
    share = rng.choice([0.0, 0.2, 0.8, 0.95, 1.0])
    meets = rng.random() < 0.9
    facts: dict[str, Value] = {}
    for i in range(12):
        if rng.random() < share:
            facts[f"b{i}"] = meets and rng.random() < 0.5
        if rng.random() < share:
            facts[f"c{i}"] = rng.choice(WORDS) if meets else "none of them"
        if rng.random() < share:
            facts[f"n{i}"] = rng.choice(NUMBERS)
    norms = {"x": 18, "few": 2, "words": ("a", "c"), "t": {"a": 18, "b": Fraction(37, 2)}}
    kept = {name: norm for name, norm in norms.items() if rng.random() < max(share, 0.5)}
    return Known(facts, kept, rng.choice([None, *PHASES]))  # type: ignore[arg-type]


# --- a pack that ships ---------------------------------------------------------------------------


def hoogeveen(seed: int) -> Subject:
    """The pack as it ships. Facts that derive from others are drawn as well, each by itself."""
    pack = load_pack("hoogeveen")
    ruleset = compile_pack(pack)
    columns = ("alleen_21", "paar_21")
    numbers = [*range(-1, 45), 67, *(Fraction(n, 7) for n in range(0, 15_000, 500))]

    def value(rng: random.Random, id: str, fact: Fact) -> Value:
        if id in ruleset.values:
            return rng.choice(ruleset.values[id])
        if fact.numeric:
            return rng.randint(-1, 45) if fact.type == "integer" else rng.choice(numbers)
        return rng.choice(columns)

    def made_up(rng: random.Random) -> Known:
        share = rng.choice([0.0, 0.2, 0.8, 0.95, 1.0])
        facts = {
            id: value(rng, id, fact)
            for id, fact in pack.sections.facts.items()
            if rng.random() < share
        }
        day = date(2017, 6, 1) + timedelta(days=rng.randrange(4000))  # some lie in a gap
        norms = {id: norm.value for id, norm in norms_on(pack, day).items()}
        return Known(facts, norms, rng.choice([None, *pack.sections.phases]))

    return Subject(ruleset, made_up, tuple(pack.sections.classes.classes))


SUBJECTS: dict[str, Callable[[int], Subject]] = {"generated": generated, "hoogeveen": hoogeveen}


# --- the soak ------------------------------------------------------------------------------------


def resident() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Soak:
    def __init__(self, subject: Subject, cases: int) -> None:
        self.subject = subject
        self.cases = cases
        self.numbers: Iterator[int] = itertools.count(1)
        self.done = 0
        self.differences = 0
        self.lock = threading.Lock()

    def work(self, seed: int) -> None:
        rng = random.Random(seed)
        durable, reference = DurableEngine(), ReferenceEngine()
        ruleset, classes = self.subject.ruleset, self.subject.classes
        while next(self.numbers) <= self.cases:
            case = self.subject.known(rng)
            possible = tuple(rng.sample(classes, rng.randint(1, len(classes))))
            found = durable.findings(ruleset, case)
            after = durable.consequences(ruleset, case, found, possible)
            expected = reference.findings(ruleset, case)
            right = found == expected and after == reference.consequences(
                ruleset, case, expected, possible
            )
            with self.lock:
                self.note(right)

    def note(self, right: bool) -> None:
        self.done += 1
        self.differences += not right
        if self.done % EVERY == 0:
            print(f"{self.done:>10} cases, {self.differences} differences, {resident():.0f} MB")
            sys.stdout.flush()


def soak(subject: Subject, cases: int, threads: int, seed: int) -> None:
    """One process: prints its progress, and a line of JSON at the end."""
    running = Soak(subject, cases)
    workers = [
        threading.Thread(target=running.work, args=(seed * 1000 + n,)) for n in range(threads)
    ]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(
        json.dumps(
            {
                "cases": running.done,
                "differences": running.differences,
                "resident": round(resident()),
                "minutes": round((time.perf_counter() - start) / 60, 1),
            }
        )
    )


def apart(arguments: argparse.Namespace, threads: int) -> dict[str, object]:
    """The soak in a process of its own; what it printed last, and whether it died."""
    command = [sys.executable, __file__, "--one", "--cases", str(arguments.cases)]
    command += ["--threads", str(threads), "--seed", str(arguments.seed)]
    command += ["--subject", arguments.subject]
    last = "{}"
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            last = line if line.startswith("{") else last
            if not line.startswith("{"):
                print(line, end="", flush=True)
    found: dict[str, object] = json.loads(last)
    whole = process.returncode == 0 and found.get("cases") == arguments.cases
    return {"threads": threads, **found, "crashes": int(not whole)}


def table(rows: list[dict[str, object]]) -> str:
    names = ["threads", "cases", "differences", "crashes", "resident", "minutes"]
    lines = ["  ".join(f"{name:>12}" for name in names)]
    lines += ["  ".join(f"{row.get(name, '?')!s:>12}" for name in names) for row in rows]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--threads", default="1,8")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--subject", choices=SUBJECTS, default="generated")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not available():
        raise SystemExit("durable-rules is not installed here")
    subject = SUBJECTS[arguments.subject](arguments.seed)
    if arguments.one:
        soak(subject, arguments.cases, int(arguments.threads), arguments.seed)
        return 0
    print(f"durable-rules {version()}, {len(subject.ruleset.rules)} rules, {arguments.subject}")
    rows = [apart(arguments, int(threads)) for threads in arguments.threads.split(",")]
    print(table(rows))
    return int(any(row["crashes"] or row.get("differences") for row in rows))


if __name__ == "__main__":
    sys.exit(main())
