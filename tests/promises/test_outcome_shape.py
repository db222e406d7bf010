"""The same bytes for the same pack, case and day; and exactly the documented keys."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.assessment import assess, screen_case
from kansrijk.engine.durable import available
from kansrijk.pack.load import load_pack

from .strategies import case_data, load, pack_data, read
from .test_promise_06_to_08 import random_outcome

KEYS = {
    "": {"pack", "case", "date", "engines", "criteria", "signals", "classification", "strengths",
         "questions", "margins", "hangs_on", "intake", "trajectory", "plan", "warnings", "receipt"},
    "pack": {"id", "version", "hash"},
    "criteria": {"id", "label", "domain", "truth", "help", "basis", "sources", "because",
                 "override"},
    "signals": {"id", "label", "truth", "urgency", "route", "basis", "sources", "because"},
    "classification": {"class", "possible", "label", "basis", "sources", "because", "override"},
    "strengths": {"id", "label", "basis", "sources"},
    "questions": {"fact", "text", "why", "cost", "settles_class", "settles_plan"},
    "margins": {"criterion", "fact", "line", "distance", "side", "unit", "could_turn",
                "turns_class"},
    "hangs_on": {"robust", "assumptions"},
    "hangs_on.assumptions": {"id", "reading", "class"},
    "intake": {"offered", "because", "within_days"},
    "trajectory": {"state", "label", "step", "determined", "next", "ended_by"},
    "trajectory.next": {"event", "to", "by", "needs", "lacking", "within_days"},
    "plan.goals": {"id", "label", "phase", "because", "rule", "basis", "sources", "state",
                   "put_off_by", "not_while", "told", "own", "text"},
    "plan": {"status", "start", "end", "phases", "hours", "preference", "language",
             "language_until", "language_from", "visits", "without_day", "changed", "changes",
             "goals", "actions", "overdue"},
    "plan.overdue": {"visits", "first_visit", "intake"},
    "plan.phases": {"id", "label", "from", "until", "interval", "more_often", "themes", "visits",
                    "done", "missed", "basis", "sources"},
    "plan.visits": {"id", "date", "time", "phase", "role", "purpose", "status", "by_the_book",
                    "because", "along", "handover"},
    "plan.without_day": {"id", "phase", "by_the_book", "because"},
    "plan.changes": {"visit", "from", "to", "because"},
    "plan.actions": {"id", "label", "domain", "role", "phases", "because", "after", "basis",
                     "sources", "offers", "suppressed_by", "not_while", "merged_into", "merges",
                     "override"},
    "warnings": {"code", "message", "places"},
    "receipt": {"pack_hash", "engines", "facts_used", "facts_missing", "norms_used",
                "assumptions", "overrides"},
}  # fmt: skip
OFFER = {
    "id", "label", "provider", "fits", "missing", "because", "from", "until", "waiting",
    "meanwhile", "cost", "languages", "note", "one_of", "own", "confirmed", "confirm_again",
    "basis", "sources", "suppressed_by",
}  # fmt: skip


@settings(max_examples=80)
@given(st.integers(0, 10**9))
def test_json_has_exactly_the_documented_keys(hoogeveen: Any, seed: int) -> None:
    data = json.loads(random_outcome(hoogeveen, seed).to_json())
    for path, keys in KEYS.items():
        if path.startswith("trajectory") and data["trajectory"] is None:
            continue  # a pack without steps
        at: Any = data
        for step in path.split(".") if path else ():
            at = at[step]
        for part in at if isinstance(at, list) else [at]:
            assert set(part) == keys, path
    for found in data["criteria"] + data["signals"]:
        assert found["truth"] in (True, False, None)
        check_tree(found["because"])
    check_tree(data["classification"]["because"])
    for offer in (one for action in data["plan"]["actions"] for one in action["offers"]):
        assert set(offer) == OFFER
        if offer["because"]:
            check_tree(offer["because"])
    statuses = {"none", "open", "proposed", "set", "ended"}
    assert data["plan"]["status"] in statuses


def check_tree(tree: Any) -> None:
    assert tree["truth"] in (True, False, None)
    if "op" in tree:
        assert set(tree) <= {"op", "truth", "at_least", "norms", "items"}
        for item in tree["items"]:
            check_tree(item)
    else:
        kinds = {"fact", "criterion", "signal", "class", "may_be", "phase", "after"}
        assert len(kinds & set(tree)) == 1
        assert set(tree) <= kinds | {"truth", "test", "norm"}


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_twice_is_the_same_bytes(hoogeveen: Any, seed: int) -> None:
    one, two = (random_outcome(hoogeveen, seed).to_json() for _ in range(2))
    assert one == two


@pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_one_engine_or_two_give_the_same(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    told = []
    for engines in (["reference"], ["durable"], ["reference", "durable"], ["durable", "reference"]):
        data = assess(pack, read(case), on=on, engines=engines).to_dict()
        assert data.pop("engines") == engines
        assert list(data.pop("receipt")["engines"]) == engines
        told.append(data)
    assert all(data == told[0] for data in told)


def test_a_screening_is_an_outcome_without_a_plan(hoogeveen: Any) -> None:
    case = read({"case": "x", "due_date": "2026-09-01", "facts": {"partner": "geen"}})
    whole = assess(hoogeveen, case, on=date(2026, 6, 1)).to_dict()
    whole.pop("plan")
    assert screen_case(hoogeveen, case, on=date(2026, 6, 1)).to_dict() == whole


def test_another_process_gives_the_same_bytes(hoogeveen: Any, tmp_path: Any) -> None:
    case = {"case": "x", "due_date": "2026-09-01", "facts": {"partner": "geen", "leeftijd": 22}}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case))
    expected = assess(load_pack("hoogeveen"), read(case), on=date(2026, 6, 1)).to_json()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "kansrijk", "plan", str(file), "--on", "2026-06-01"]
        ran = subprocess.run(
            [*command, "--format", "json"],
            capture_output=True, check=True, env={**environment(), "PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert ran.stdout.decode() == expected


def environment() -> dict[str, str]:
    import os

    import kansrijk

    source = os.path.dirname(os.path.dirname(kansrijk.__file__))
    return {**os.environ, "PYTHONPATH": source}


def test_the_day_is_the_only_clock(hoogeveen: Any) -> None:
    case = read({"case": "x", "due_date": "2026-09-01", "facts": {"partner": "geen"}})
    days = [date(2026, 6, 1) + timedelta(days=n) for n in (0, 400)]
    one, two = (assess(hoogeveen, case, on=day).to_dict()["date"] for day in days)
    assert (one, two) == ("2026-06-01", "2027-07-06")
