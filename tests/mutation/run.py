"""How much of the code that decides about people the tests hold: `make mutation`.

One thing of the code is changed at a time, and the tests that run the changed line are run,
cheapest first, until one fails. `ONLY=engine` takes one folder, `SAMPLE=300` that many mutants of
each, drawn with a seed; `SEED=50` draws others. See docs/mutation.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from mutants import Mutant, mutants_of
from running import ROOT, WORK, Job, run

FOLDERS = ("engine", "screening", "planning")
TESTS = ("case", "engine", "screening", "planning", "asking", "exploring")
"""Whose tests judge. Those of the whole (promises, oracle, command line, pages) are left out: what
they alone notice is a part without a test of its own, and they take minutes."""
OF_THE_WHOLE = ("test_by_the_book.py", "test_day_by_day.py")
AIM = 95
SEED = int(os.environ.get("SEED") or 49)
AT_ONCE = int(os.environ.get("AT_ONCE") or 2)
SLOW = 12
"""A test that takes more seconds than this is left out."""
NEAR, FAR = 20, 8
"""For how many seconds a mutant is tried by the tests of its own folder, and by those of others."""
FEW = 20
PATIENCE = 5
"""How many times as long as without a change a test may take, and then 5 seconds more."""
EQUIVALENT = Path(__file__).with_name("equivalent.yaml")

OPEN = ("survived", "unreached", "broken")
"""Not noticed: also where no test runs the line, or pytest itself broke."""

Reach = Mapping[str, Any]
Place = tuple[str, str, str, str]


class Verdict(NamedTuple):
    mutant: Mutant
    state: str
    """`killed`, `timeout`, `equivalent`, or one of `OPEN`."""
    by: str | None
    """The test that noticed."""


def main() -> int:
    WORK.mkdir(exist_ok=True)
    folders = [os.environ["ONLY"]] if os.environ.get("ONLY") else list(FOLDERS)
    reach = reached()
    listed, fine = equivalents(), True
    for folder in folders:
        every = [one for path in files(folder) for one in mutants_of(ROOT, path)]
        known = noticed_before(folder, reach)
        drawn = sampled(every)
        verdicts = judged(folder, drawn, known, reach, listed)
        wrong = wrongly(folder, verdicts, every, listed)
        fine &= told(folder, verdicts, len(every)) and not wrong
        print(*wrong, sep="\n", end="\n" if wrong else "")
    return 0 if fine else 1


def noticed_before(folder: str, reach: Reach) -> dict[Mutant, Verdict]:
    """With AGAIN=1: what was noticed last time, by a test that is still there; it stands."""
    kept = WORK / f"{folder}.json"
    if not os.environ.get("AGAIN") or not kept.exists():
        return {}
    rows = json.loads(kept.read_text("utf-8"))
    found = [Verdict(Mutant(*row["mutant"]), row["state"], row["by"]) for row in rows]
    there = (one for one in found if one.by is None or one.by in reach["seconds"])
    return {one.mutant: one for one in there if one.state in ("killed", "timeout")}


def files(folder: str) -> list[Path]:
    return sorted((ROOT / "src" / "kansrijk" / folder).glob("*.py"))


def sampled(every: list[Mutant]) -> list[Mutant]:
    size = int(os.environ.get("SAMPLE") or 0)
    if not size or size >= len(every):
        return every
    return sorted(random.Random(SEED).sample(every, size))


def equivalents() -> dict[Place, str]:
    """What gives the same whatever the case, each with its reason."""
    rows = yaml.safe_load(EQUIVALENT.read_text("utf-8")) or []
    return {(row["file"], row["function"], row["before"], row["after"]): row["why"] for row in rows}


def place(mutant: Mutant) -> Place:
    return mutant.path, mutant.function, mutant.before, mutant.after


# Which tests run which lines


def reached() -> Reach:
    """Each file of tests apart, and again only where it or the code is another than it was."""
    kept = WORK / "reach.json"
    known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    now = {str(path.relative_to(ROOT)): digest for path, digest in tests_as_they_are()}
    stale = [name for name, digest in now.items() if known.get(name, {}).get("digest") != digest]
    jobs = [Job(name, [[name]], {name: 3600}, reach=FOLDERS) for name in stale]
    for number, outcome in enumerate(run(jobs, AT_ONCE), 1):
        if outcome.code:
            sys.exit(f"{outcome.job.name} does not pass without a change")
        known[outcome.job.name] = {"digest": now[outcome.job.name], **outcome.said}
        kept.write_text(json.dumps(known), "utf-8")
        progress("which tests run which lines", number, len(jobs), outcome.job.name)
    return merged([known[name] for name in now])


def tests_as_they_are() -> Iterator[tuple[Path, str]]:
    """Each file of tests, with a digest of it and of all that it may use."""
    used = [ROOT / "tests" / "builders.py", ROOT / "tests" / "conftest.py"]
    used += [path for folder in ("src", "rules") for path in sorted((ROOT / folder).rglob("*.*"))]
    common = [path for path in used if path.suffix in (".py", ".yaml", ".csv")]
    shared = digest_of(common)
    for folder in TESTS:
        every = sorted((ROOT / "tests" / folder).glob("*.py"))
        tests = [path for path in every if path.name.startswith("test_")]
        beside = digest_of([path for path in every if path not in tests])
        for path in tests:
            if path.name not in OF_THE_WHOLE:
                yield path, shared + beside + digest_of([path])


def digest_of(paths: Sequence[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def merged(parts: Sequence[Reach]) -> Reach:
    seconds: dict[str, float] = {}
    lines: dict[str, dict[str, set[str]]] = {}
    for part in parts:
        seconds |= part["seconds"]
        for file, by_line in part["lines"].items():
            for line, tests in by_line.items():
                lines.setdefault(file, {}).setdefault(line, set()).update(tests)
    return {"seconds": seconds, "lines": lines}


def tests_for(mutant: Mutant, reach: Reach) -> list[list[str]]:
    """Those that run one of its lines, or any of its file where it runs on import.

    First a few that are cheap, then the rest of its own folder, then the others: to collect tests
    takes longer than to run them.
    """
    by_line, seconds = reach["lines"].get(mutant.path, {}), reach["seconds"]
    text = (ROOT / mutant.path).read_text("utf-8")
    last = mutant.line + text.count("\n", mutant.start, mutant.end)
    found = {one for line in range(mutant.line, last + 1) for one in by_line.get(str(line), ())}
    # A later line of a statement is no line of its own to coverage.
    before = [int(line) for line in by_line if int(line) < mutant.line]
    found = found or set(by_line[str(max(before))] if before else ())
    if not mutant.called:
        found = {one for tests in by_line.values() for one in tests}
    own = "tests/" + mutant.path.split("/")[2]
    quick = sorted((seconds[one], one) for one in found if seconds[one] <= SLOW)
    near = within(NEAR, [one for one in quick if one[1].startswith(own)])
    far = within(FAR, [one for one in quick if not one[1].startswith(own)])
    return [part for part in (near[:FEW], near[FEW:], far) if part]


def within(limit: float, tests: Sequence[tuple[float, str]]) -> list[str]:
    spent = accumulate(took for took, _ in tests)
    return [one for (_, one), at in zip(tests, spent, strict=True) if at <= limit]


# Each mutant


def judged(
    folder: str,
    mutants: Sequence[Mutant],
    known: Mapping[Mutant, Verdict],
    reach: Reach,
    listed: Mapping[Place, str],
) -> list[Verdict]:
    jobs, by_name = [], {}
    verdicts = [known[one] for one in mutants if one in known]
    for number, mutant in enumerate(one for one in mutants if one not in known):
        tests = tests_for(mutant, reach)
        if tests:
            by_name[str(number)] = mutant
            limits = {one: 5 + PATIENCE * reach["seconds"][one] for part in tests for one in part}
            jobs.append(Job(str(number), tests, limits, mutant.path, mutant.source(ROOT)))
        else:
            verdicts.append(Verdict(mutant, "unreached", None))
            print_open(verdicts[-1])
    for outcome in run(jobs, AT_ONCE):
        mutant = by_name[outcome.job.name]
        state = state_of(outcome.code)
        if state == "survived" and place(mutant) in listed:
            state = "equivalent"
        by = (outcome.said or outcome.job.tests[0][0]) if state == "killed" else None
        verdicts.append(Verdict(mutant, state, by))
        if state in OPEN:
            print_open(verdicts[-1])
        if progress(folder, len(verdicts), len(mutants), mutant.path, verdicts):
            keep(folder, verdicts)
    alone = that_fail_alone({one.by for one in verdicts if one.by})
    if alone:
        sys.exit("without a change these fail when they are run alone: " + ", ".join(alone))
    return verdicts


def state_of(code: int) -> str:
    if code == 0:
        return "survived"
    if code in (1, 2, 4):  # a test failed, or could not be made with the change
        return "killed"
    return "timeout" if code < 0 else "broken"


def that_fail_alone(tests: set[str]) -> list[str]:
    """Those that fail alone without any change: they say nothing of a mutant."""
    jobs = [Job(one, [[one]], {one: 300}) for one in sorted(tests)]
    failed = []
    for number, outcome in enumerate(run(jobs, AT_ONCE), 1):
        if outcome.code:
            failed.append(outcome.job.name)
        progress("those that noticed, without a change", number, len(jobs), outcome.job.name)
    return failed


def wrongly(
    folder: str, verdicts: Sequence[Verdict], every: Sequence[Mutant], listed: Mapping[Place, str]
) -> list[str]:
    """What is listed as equivalent and is not, or is no mutant any more."""
    noticed = [one for one in verdicts if one.state != "equivalent" and place(one.mutant) in listed]
    known = set(map(place, every))
    gone = [one for one in listed if f"/{folder}/" in one[0] and one not in known]
    return [
        *(f"{EQUIVALENT.name}: a test notices: {one.mutant.after}" for one in noticed),
        *(f"{EQUIVALENT.name}: there is no such mutant any more: {one}" for one in gone),
    ]


# What is said of it


def told(folder: str, verdicts: Sequence[Verdict], total: int) -> bool:
    """Prints and keeps the figure; whether it is enough."""
    count = Counter(one.state for one in verdicts)
    figure = 100 * (count["killed"] + count["timeout"]) / (len(verdicts) - count["equivalent"])
    states = ", ".join(f"{state} {number}" for state, number in sorted(count.items()))
    drawn = "" if total == len(verdicts) else f" (drawn with seed {SEED} of {total})"
    print(f"{folder}: {figure:.1f} % of {len(verdicts)} mutants{drawn}: {states}")
    keep(folder, verdicts)
    return figure >= AIM


def keep(folder: str, verdicts: Sequence[Verdict]) -> None:
    rows = [one._asdict() for one in sorted(verdicts, key=lambda one: one.mutant)]
    (WORK / f"{folder}.json").write_text(json.dumps(rows, indent=1), "utf-8")


def print_open(one: Verdict) -> None:
    mutant = one.mutant
    print(f"{mutant.path}:{mutant.line}: {one.state}, in {mutant.function or 'the file'}")
    print(f"  - {mutant.before}\n  + {mutant.after}")


LAST = [0.0]


def progress(
    of: str, number: int, total: int, doing: str, verdicts: Sequence[Verdict] | None = None
) -> bool:
    """A line now and then, every ten seconds and the last; whether it was time for one."""
    if time.monotonic() - LAST[0] < 10 and number < total:
        return False
    LAST[0] = time.monotonic()
    open_ = sum(one.state in OPEN for one in verdicts or ())
    tail = f", {open_} not noticed" if verdicts else ""
    print(f"{of}: {number} of {total}{tail} ({doing})", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
