"""Which assumptions decide most outcomes over a set of cases, and the command that says it."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import ON, case_of, shipped_pack, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from promises.strategies import case_data, load, read
from typer.testing import CliRunner

import kansrijk
from kansrijk.assessment import screen_case
from kansrijk.cli import assumptions
from kansrijk.cli.main import application
from kansrijk.exploring.decisive import Changed, decisive
from kansrijk.exploring.hangs_on import Hang, HangsOn
from kansrijk.exploring.readings import class_readings
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError

from .readings_written_in import pack_with_readings

EXAMPLES = Path(__file__).parents[2] / "examples"


def pack_with_two() -> Pack:
    when = {"income": {"below": {"norm": "line"}}}
    readings = [{"id": "lower", "value": 900}, {"id": "higher", "value": 1300}]
    other = [{"id": "other", "label": "solitude is having no friends", "when": {"friends": 0}}]
    return small_pack(
        norms={"line": {"alternatives": readings}},
        criteria={"poverty": {"when": when}, "solitude": {"alternatives": other}},
    )


def outcomes(pack: Pack, *cases: dict[str, Any]) -> list[tuple[str | None, HangsOn]]:
    found = [
        screen_case(pack, case_of(facts=facts), on=ON, engines=["reference"]) for facts in cases
    ]
    return [(result.classification.level, result.hangs_on) for result in found]


CASES = [
    {"income": 1200, "alone": False, "friends": 4},  # low; higher: middle
    {"income": 1000, "alone": False, "friends": 4},  # middle; lower: low
    {"income": 1000, "alone": True, "friends": 4},  # high; lower: middle, other: middle
    {"income": 2000, "alone": True, "friends": 0},  # middle
]


def test_most_decisive_first_with_what_each_reading_gives() -> None:
    pack = pack_with_two()
    line, solitude = decisive(pack, outcomes(pack, *CASES))
    assert (line.id, line.cases) == ("norm:line", 3)
    assert [(reading.id, reading.cases) for reading in line.readings] == [
        ("lower", 2),
        ("higher", 1),
    ]
    assert line.readings[0].changes == (Changed("high", "middle", 1), Changed("middle", "low", 1))
    assert line.readings[1].changes == (Changed("low", "middle", 1),)
    assert (solitude.id, solitude.cases) == ("criterion:solitude", 1)
    assert solitude.readings[0].changes == (Changed("high", "middle", 1),)


def test_a_case_counts_once_for_an_assumption() -> None:
    pack = pack_with_two()
    both = HangsOn(False, (Hang("norm:line", "lower", "low"), Hang("norm:line", "higher", None)))
    (line, _) = decisive(pack, [("middle", both)])
    assert line.cases == 1


def test_without_cases_the_order_is_that_of_the_pack() -> None:
    pack = shipped_pack("hoogeveen")
    listed = [(one.id, reading.id) for one in decisive(pack, []) for reading in one.readings]
    assert listed == [(reading.of, reading.id) for reading in class_readings(pack)]


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 10**9))
def test_it_adds_up_whatever_the_order_of_the_cases(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_with_readings(rng)
    pack, found = load(sections), []
    for _ in range(6):
        case, on = case_data(rng, sections)
        result = screen_case(pack, read(case), on=on, engines=["reference"])
        found.append((result.classification.level, result.hangs_on))
    listed = decisive(pack, found)
    hangs = Counter((hang.id, hang.reading) for _, one in found for hang in one.assumptions)
    assert {(d.id, r.id): r.cases for d in listed for r in d.readings if r.cases} == hangs
    assert [d.cases for d in listed] == sorted((d.cases for d in listed), reverse=True)
    for one in listed:
        assert one.cases == sum(any(h.id == one.id for h in f.assumptions) for _, f in found)
        assert one.cases <= sum(reading.cases for reading in one.readings)
    rng.shuffle(found)
    assert decisive(pack, found) == listed


def test_a_reading_without_a_label_is_said_by_its_value() -> None:
    words = Words(pack_with_two(), "en")
    assert words.reading("norm:line", "lower") == "income line is 900"
    assert words.reading("criterion:solitude", "other") == "solitude is having no friends"


# The command


def run(*arguments: str) -> Any:
    return CliRunner().invoke(application(), ["assumptions", *arguments, "--on", "2026-11-26"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deeper").mkdir()
    for name, to in (
        ("jong-stel.yaml", ""),
        ("tweeling.yaml", "deeper"),
        ("lsns-en-schuldhulp.json", ""),
    ):
        (tmp_path / to / name).write_text((EXAMPLES / name).read_text())
    (tmp_path / "notes.txt").write_text("no case")
    return tmp_path


def test_a_folder_is_every_case_file_in_it_and_a_file_counts_once(folder: Path) -> None:
    done = run(str(folder), str(folder / "jong-stel.yaml"), "--format", "json")
    data = json.loads(done.stdout)
    assert (done.exit_code, data["cases"], data["date"]) == (0, 3, "2026-11-26")
    changes = [one["changes"] for one in data["assumptions"]]
    assert changes == sorted(changes, reverse=True)
    assert changes[0] > 0
    for one in data["assumptions"]:
        for reading in one["readings"]:
            assert reading["changes"] == sum(to["cases"] for to in reading["to"])


@pytest.mark.parametrize(("lang", "first"), [("nl", "3 dossiers."), ("en", "3 cases.")])
def test_the_text_has_each_assumption_once(folder: Path, lang: str, first: str) -> None:
    text = run(str(folder), "--lang", lang).stdout
    assert text.startswith(first)
    for norm in ("drempel_kwetsbaar", "roken_telt_mee", "minimagrens"):
        label = shipped_pack("hoogeveen").sections.norms[norm].label[lang]
        assert " ".join(text.split()).count(label) == 1


def test_a_pack_with_nothing_to_read_otherwise_says_so(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("case: c-1\nfacts: {partner: samenwonend}\n")
    text = " ".join(run(str(tmp_path), "--lang", "en").stdout.split())
    assert text.startswith("1 case. Still open: 1, of which 1 stay open under every reading.")
    assert "No settled outcome changes, and no open one is settled, by another reading of: " in text


def bad_files(folder: Path) -> list[str]:
    (folder / "deeper" / "bad.yaml").write_text("case: b-1\nfacts: {rokn: soms}\n")
    (folder / "worse.yaml").write_text("facts: {}\n")
    return [str(folder / "deeper" / "bad.yaml"), str(folder / "worse.yaml")]


def test_every_problem_of_every_file_named_by_hand_at_once(folder: Path) -> None:
    error = run(str(folder), *bad_files(folder), str(folder / "none.yaml")).exception
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == [
        "unknown_fact",
        "file_not_found",
        "missing_key",
    ]


def test_in_a_folder_what_is_no_case_is_named_skipped_and_counted(folder: Path) -> None:
    bad, worse = bad_files(folder)
    done = run(str(folder), "--format", "json")
    skipped = "skipped, because this is no case that can be used"
    assert done.stderr.splitlines() == [
        f"{bad}:2:9: {skipped}: `rokn` is not a fact of this pack",
        f"{worse}:1:1: {skipped}: `case` is missing here",
    ]
    found = json.loads(done.stdout)
    assert (done.exit_code, found["cases"], found["skipped"]) == (0, 3, 2)
    assert "3 cases. Files skipped: 2. So many" in run(str(folder), "--lang", "en").stdout


def test_a_folder_with_no_case_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "expected.yaml").write_text("a.yaml: {class: low}\n")
    error = run(str(tmp_path)).exception
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == ["no_usable_cases"]
    (tmp_path / "empty").mkdir()
    error = run(str(tmp_path / "empty")).exception
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == ["no_cases"]


def test_a_case_that_is_named_twice_counts_once(folder: Path) -> None:
    (folder / "link.yaml").symlink_to("jong-stel.yaml")
    found = json.loads(run(str(folder), str(folder / "jong-stel.yaml"), "--format", "json").stdout)
    assert found["cases"] == 3


def test_open_outcomes_are_counted_apart() -> None:
    found = json.loads(run(str(EXAMPLES), "--format", "json").stdout)
    assert (found["skipped"], found["cases"]) == (1, len(list(EXAMPLES.iterdir())) - 1)
    cases = [kansrijk.read_case(file) for file in EXAMPLES.iterdir() if file.stem != "expected"]
    pack = shipped_pack("hoogeveen")
    day = date(2026, 11, 26)
    results = [screen_case(pack, case, on=day, engines=["reference"]) for case in cases]
    open_ = [result for result in results if result.classification.level is None]
    assert found["open"] == len(open_) > 0
    assert found["stay_open"] == sum(result.hangs_on.robust for result in open_)


def test_it_never_writes_over_a_case(folder: Path) -> None:
    error = run(str(folder), "-o", str(folder / "jong-stel.yaml")).exception
    assert isinstance(error, InputError)
    assert [problem.code for problem in error.problems] == ["overwrites_input"]


def test_a_terminal_shows_how_far_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(assumptions._counted([])) == []
    monkeypatch.setattr(assumptions, "MANY", 2)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    result: Any = object()
    assert list(assumptions._counted([result, result])) == [result, result]
    assert "2 / 2" in capsys.readouterr().err
