"""The script that checks an outcome by itself: it accepts what is right, and nothing else."""

from __future__ import annotations

import ast
import json
import operator
import random
import runpy
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import shipped_pack, small_pack
from promises.strategies import case_data, load, pack_data, read
from promises.test_random_schedules import Drawn

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.case.case import Case, parse_case, read_case
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, read_file
from kansrijk.workbench import verify_outcome as script
from kansrijk.workbench.compiled import compiled

from .tampering import changed, fields, kind, named

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED: Any = read_file(EXAMPLES / "expected.yaml").value
DAYS = (-40, 0, 60, 114, 300, 717)
SEEDS = range(60)
ALWAYS_CHECKED = {
    "pack.id",
    "case",
    "criteria[].id",
    "criteria[].truth",
    "criteria[].because.truth",
    "criteria[].because.items[].truth",
    "criteria[].because.items[].test.one_of[]",
    "signals[].truth",
    "signals[].because.truth",
    "classification.class",
    "classification.possible[]",
    "classification.because.truth",
    "classification.because.items[].items[].truth",
    "strengths[].id",
    "plan.actions[].id",
    "plan.phases[].visits",
}


def texts(result: Assessment, lang: str = "en") -> tuple[str, str, str]:
    """The three files that the script takes."""
    case = json.dumps(result.case.document.value, default=float)
    return result.to_json(lang), case, json.dumps(compiled(result.pack))


def wrong(*files: str) -> list[str]:
    return [f"{path}: {how}" for path, how in script.verify(*files) if how]


def free(*files: str) -> list[str]:
    """The paths that the script says it does not check."""
    return [path for path, how in script.verify(*files) if not how]


def is_free(path: str, unchecked: list[str]) -> bool:
    return any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in unchecked)


def by_chance(seed: int) -> Assessment:
    rng = random.Random(seed)
    sections = pack_data(rng)
    case, on = case_data(rng, sections)
    return assess(load(sections), read(case), on=on, engines=["reference"])


@pytest.mark.parametrize("name", EXPECTED)
def test_it_accepts_each_example_on_several_days(name: str) -> None:
    pack, case = shipped_pack("hoogeveen"), read_case(EXAMPLES / name)
    for days in DAYS:
        on = date.fromisoformat(EXPECTED[name]["on"]) + timedelta(days)
        for made in (assess, screen_case):
            assert wrong(*texts(made(pack, case, on=on, engines=["reference"]))) == []


def hoogeveen_case(rng: random.Random, pack: Pack) -> Case:
    """Any answers, most of them to what an income is held against."""
    facts: dict[str, Any] = {}
    for id, fact in pack.sections.facts.items():
        if fact.derive is None and fact.type != "text" and rng.random() < 0.8:
            low, high = fact.range or (0, 1)
            number = rng.choice([low, high, (low + high) // 2, 17, 18, 20, 21, 27])
            answers: dict[str, Any] = {
                "boolean": rng.random() < 0.5,
                "choice": rng.choice(list(fact.values or ["-"])),
            }
            facts[id] = answers.get(fact.type, int(min(max(number, low), high)))
    facts |= {id: rng.choice([17, 18, 20, 21, 27]) for id in ("leeftijd", "partner_leeftijd")}
    facts |= {"netto_maandinkomen": rng.randrange(600, 2600), "kostendelers": rng.randrange(3)}
    facts["partner"] = rng.choice([facts.get("partner"), "samenwonend"])
    return parse_case(Document.of({"case": "c-1", "facts": facts}, "case.yaml"))


def test_it_accepts_any_answers_to_the_shipped_pack() -> None:
    pack, rng = shipped_pack("hoogeveen"), random.Random(7)
    lines = set()
    for _ in range(120):
        result = screen_case(
            pack, hoogeveen_case(rng, pack), on=date(2026, 11, 26), engines=["reference"]
        )
        assert wrong(*texts(result)) == []
        lines.add(result.facts.values.get("inkomensgrens"))
    # Alone and together, young and old, with and without housemates.
    assert len(lines) > 12


@pytest.mark.parametrize("seed", SEEDS)
def test_it_accepts_random_packs_and_cases(seed: int) -> None:
    assert wrong(*texts(by_chance(seed))) == []


@pytest.mark.parametrize("seed", [*range(8), 14, 54, 80, 99, 148])
def test_it_accepts_plans_with_all_that_can_happen_to_them(seed: int) -> None:
    drawn = Drawn(seed)
    for events in (drawn.events, [*drawn.set, *drawn.events]):
        case = drawn.read(events)
        assert wrong(*texts(assess(drawn.pack, case, on=drawn.on, engines=["reference"]))) == []


def rejected(result: Assessment, *, once: bool = False) -> set[str]:
    """The kinds of fields that it rejects another value of: all but those that it says are free."""
    outcome, *others = texts(result)
    told, unchecked = json.loads(outcome), free(outcome, *others)
    found = set[str]()
    for path in fields(told):
        if is_free(named(path), unchecked) or (once and kind(path) in found):
            continue
        assert not _accepted(json.dumps(changed(told, path)), *others), named(path)
        found.add(kind(path))
    return found


def _accepted(*files: str) -> bool:
    try:
        return not wrong(*files)
    except (LookupError, TypeError, ValueError):  # exit 2: it cannot be used
        return False


@pytest.mark.parametrize("seed", SEEDS)
def test_it_rejects_each_changed_field_but_those_that_it_names(seed: int) -> None:
    assert {"criteria[].id", "classification.class"} <= rejected(by_chance(seed))


def test_of_the_shipped_pack_it_checks_truths_class_reasons_and_visits() -> None:
    pack, found = shipped_pack("hoogeveen"), set[str]()
    for name in ("alleenstaand-met-schulden", "jong-stel", "lsns-en-schuldhulp"):
        (file,) = EXAMPLES.glob(f"{name}.*")
        on = date.fromisoformat(EXPECTED[file.name]["on"])
        result = assess(pack, read_case(file), on=on, engines=["reference"])
        found |= rejected(result, once=True)
    assert found >= ALWAYS_CHECKED, ALWAYS_CHECKED - found
    assert any(kind.endswith("because.items[].items[].norm.value") for kind in found), found


CASE: Any = {
    "case": "c-1",
    "due_date": "2026-06-01",
    "facts": {"poor": True, "friends": 3, "income": 1100.5, "alone": False, "hopeful": True},
}
LATER: Any = [
    {"date": "2026-02-01", "by": "nurse", "facts": {"poor": False, "hopeful": None}},
    {"date": "2026-02-01", "by": "nurse", "facts": {"poor": True}},
    {"date": "2026-02-01", "by": "nurse", "facts": {"alone": "declined", "story": "a"}},
    {"date": "2026-02-01", "by": "nurse", "facts": {"alone": True, "story": "b"}},
    {"date": "2026-04-01", "by": "nurse", "facts": {"alone": False}},
]


def small(**case: Any) -> Assessment:
    """Criteria in which each kind of test stands, of a case with some history."""
    when = {
        "all": [
            {"friends": {"at_least": {"norm": "enough"}}},
            {"income": {"at_most": {"norm": "line"}}},
            {"not": {"answered": "smoking"}},
            {"first_known": [{"smoking": {"norm": "smokers"}}, {"poor": True}]},
        ]
    }
    pack = small_pack(criteria={"solitude": {"when": {"any": [{"alone": True}, when]}}})
    read = parse_case(Document.of(CASE | case, "case.json"))
    return assess(pack, read, on=date(2026, 3, 2), engines=["reference"])


def test_facts_are_those_of_the_last_day_that_somebody_spoke_of_them() -> None:
    for result in (small(), small(observations=LATER)):
        assert wrong(*texts(result)) == []
    outcome = json.loads(texts(small(observations=LATER))[0])
    truths = {one["id"]: one["truth"] for one in outcome["criteria"]}
    # Disputed; a value beside declined; withdrawn.
    assert truths == {"poverty": None, "solitude": True}
    assert outcome["strengths"] == []


def decided(**of: Any) -> dict[str, Any]:
    return {"date": "2026-02-10", "event": "override", "by": "nurse", "reason": "So it is.", **of}


def test_what_was_decided_or_hangs_on_events_is_not_checked_and_all_else_is() -> None:
    roles = {"nurse": {"decides": ["class", "criterion", "action"]}}
    after = {"after": "placement", "domain": "social", "role": "nurse", "label": "Be there."}
    pack = small_pack(
        roles={"nurse": {**roles["nurse"], "team": True}},
        actions={"near": {**after, "basis": "policy", "source": "law", "home": False}},
    )
    events = [
        decided(of="class", set="low"),
        decided(of="criterion:poverty", set=False),
        decided(of="action:help", set=False),
        {"date": "2026-02-12", "event": "placement", "by": "nurse"},
    ]
    case = parse_case(Document.of({**CASE, "events": events}, "case.json"))
    result = assess(pack, case, on=date(2026, 3, 2), engines=["reference"])
    files = texts(result)
    assert wrong(*files) == []
    unchecked = free(*files)
    for path in ("criteria[0].truth", "classification.because", "plan.actions[0].id"):
        assert is_free(path, unchecked)
    assert not is_free("criteria[1].truth", unchecked)
    rejected(result)


FAULTS = [
    ("STRICT", "at_least", operator.gt),
    ("STRICT", "at_most", operator.lt),
    ("STRICT", "one_of", lambda value, all: value not in all),
    ("STRICT", "count", lambda least, domains, of, truths: True in truths),
    ("LAX", "not", lambda parts: parts[0]),
    ("LAX", "known", lambda one: True),
    ("LAX", "first_known", lambda ways: ways[0]),
    ("LAX", "class", lambda all, ids: all[0] in ids),
    ("LAX", "meets", lambda all, ids: False),
]


@pytest.mark.parametrize(("table", "op", "fault"), FAULTS)
def test_a_fault_in_what_it_takes_a_test_to_mean_is_noticed(
    monkeypatch: pytest.MonkeyPatch, table: str, op: str, fault: Any
) -> None:
    monkeypatch.setitem(getattr(script, table), op, fault)
    results = [small(), small(observations=LATER), *map(by_chance, SEEDS)]
    assert any(wrong(*texts(result)) for result in results)


def test_a_fault_in_how_it_takes_what_was_said_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    files = texts(small(observations=LATER))
    told = json.loads(files[1])
    told["observations"].pop()
    assert wrong(files[0], json.dumps(told), files[2]) == []  # of a later day
    told["observations"].pop()
    assert wrong(files[0], json.dumps(told), files[2])


def test_it_is_short_and_takes_nothing_but_python() -> None:
    source = Path(script.__file__).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 150
    names = set[str]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module))
    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


def ran(*files: Path) -> tuple[int, str]:
    """What it gives, run by a Python that has nothing installed."""
    command = [sys.executable, "-I", "-S", script.__file__, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_it_runs_by_itself(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("outcome.json", "case.json", "pack.json")]
    for file, text in zip(files, texts(small()), strict=True):
        file.write_text(text, encoding="utf-8")
    code, said = ran(*files)
    assert code == 0
    assert "criteria[0].label: not checked" in said.splitlines()
    told = json.loads(files[0].read_text())
    told["criteria"][0]["truth"] = None
    files[0].write_text(json.dumps(told))
    code, said = ran(*files)
    assert code == 1
    assert "criteria[0].truth: is null, must be true" in said.splitlines()
    assert ran(*files[:2], tmp_path / "none.json") == (2, "cannot be used: FileNotFoundError\n")


def test_run_as_a_file_it_ends_with_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [script.__file__])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(script.__file__, run_name="__main__")
    assert ended.value.code == 2


def test_the_same_runs_of_its_function(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / name for name in ("outcome.json", "case.json", "pack.json")]
    for file, text in zip(files, texts(small()), strict=True):
        file.write_text(text, encoding="utf-8")
    assert script.main([str(file) for file in files]) == 0
    assert script.main([]) == 2
    told = json.loads(files[0].read_text())
    told["criteria"][1]["because"]["items"][1]["items"][1]["test"]["at_most"] = 1
    files[0].write_text(json.dumps(told))
    capsys.readouterr()
    assert script.main([str(file) for file in files]) == 1
    # What a fact is held against may be what she answered herself.
    assert "criteria[1].because.items[1].items[1].test.at_most: differs" in capsys.readouterr().out
