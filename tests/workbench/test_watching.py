"""A pack looked at on every save: what it says, when it begins anew, and how it ends."""

# ruff: noqa: E501 - what is printed reads best on one line
from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kansrijk.cli import packs
from kansrijk.cli.main import application
from kansrijk.workbench import starting, watching

PLAIN = starting.Start("wijk", None, ("nl",), 2026)
GOOD = "wijk 0.1.0: geen problemen. 2 criteria, 1 signaal, 2 klassen, 1 fase, 1 actie, 3 feiten, 1 norm."
ALL = [GOOD, "wijk 0.1.0: alle 5 tests kloppen.", "Alles bewezen: 27 van 27."]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    starting.write(tmp_path / "wijk", starting.starter(PLAIN, "2026-11-30"))
    return tmp_path / "wijk"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new))


def said(pack: Path, lang: str | None = None) -> list[str]:
    return [told for told in watching.look(pack, lang) if told != watching.MORE]


# What it says


def test_of_a_pack_that_is_right_three_lines(here: Path) -> None:
    assert said(here) == ALL
    assert said(here, "zz") == ALL


def test_of_what_cannot_be_read_every_problem_and_no_more(here: Path) -> None:
    change(here / "criteria.yaml", "when: {slaap: slecht}", "wen: {slaap: slecht}")
    (told,) = said(here)
    assert told.startswith(f"{here}/criteria.yaml:12:3: `when` is missing here\n")
    assert f"{here}/criteria.yaml:14:3: `wen` is not a word that goes here" in told


def test_of_tests_that_cannot_be_read_too(here: Path) -> None:
    change(here / "tests/tests.yaml", "visits: 3", "visit: 3")
    (told,) = said(here)
    assert "did you mean `visits`?" in told


def test_a_version_to_be_raised_stands_in_the_way_of_nothing(here: Path) -> None:
    change(here / "norms.yaml", "value: 2", "value: 3")
    change(here / "tests/tests.yaml", "[2, goed, false", "[3, goed, false")
    change(here / "tests/tests.yaml", "[3, slecht, false", "[4, slecht, false")
    first, *others = said(here)
    assert first.startswith(f"{here}/pack.yaml:5:10: what this pack says is not what it said")
    assert others == ALL[1:]


def test_tests_that_do_not_hold_are_told_and_it_is_proved_all_the_same(here: Path) -> None:
    change(here / "tests/tests.yaml", "visits: 3", "visits: 4")
    first, tests, proved = said(here)
    assert (first, proved) == (GOOD, ALL[2])
    assert "bezoeken die nog komen: verwacht 4, uitkomst 3" in tests
    assert tests.endswith("wijk 0.1.0: 1 van 5 tests klopt niet.")


def test_what_is_not_proved_is_told_with_its_case(here: Path) -> None:
    change(
        here / "criteria.yaml",
        "{slaap: slecht}",
        "{any: [{slaap: slecht}, {all: [{slaap: slecht}, {helpers: 1}]}]}",
    )
    found = said(here)
    assert any("kan dit weg zonder dat er iets verandert" in told for told in found)
    assert re.fullmatch(r"Niet alles bewezen: \d+ van \d+\.", found[-1])


def test_where_engines_differ_it_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kansrijk.workbench import every

    tried = every.Tried("criterion:weinig_rust", date(2026, 1, 1), 3, False)
    monkeypatch.setattr(every, "every_case", lambda pack, engines: [tried])
    *_, differs, last = said(here)
    assert differs.endswith(": de motoren verschillen over “weinig rust”")
    assert last == "Niet alles bewezen: 20 van 21."


def test_without_a_second_engine_the_rest_is_proved(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "available", lambda: False)
    assert said(here) == [*ALL[:2], "Alles bewezen: 20 van 20."]


def test_without_the_solver_it_says_how_to_have_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("kansrijk.workbench.proof")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    *_, last = said(here)
    assert (
        last
        == "Wat er te bewijzen valt, is niet bekeken: dat vraagt `pip install 'kansrijk[prove]'`."
    )


# When it looks


def watched(
    pack: Path, steps: list[Callable[[], Any]], look: Callable[[], Iterator[str]]
) -> list[str]:
    """What is shown, `begin` where it begins; each step is done before a tick."""
    shown: list[str] = []

    def ticks() -> Iterator[None]:
        for step in steps:
            step()
            yield

    watching.watch(pack, lambda: shown.append("begin"), look, shown.append, ticks())
    return shown


def nothing() -> None:
    """A tick at which nothing was saved."""


def saves(file: Path) -> Callable[[], int]:
    """Something else is saved each time, so that it is another length too."""
    return lambda: file.write_text(file.read_text() + "# x\n")


def test_it_looks_at_the_start_and_after_each_save(here: Path) -> None:
    def look() -> Iterator[str]:
        return iter(["a", watching.MORE, "b"])

    once = ["begin", "a", "b"]
    assert watched(here, [nothing], look) == once
    assert watched(here, [nothing, nothing, nothing], look) == once
    for file in ("norms.yaml", "tests/tests.yaml"):
        assert watched(here, [nothing, saves(here / file), nothing], look) == once * 2
    added = partial((here / "tests" / "b.csv").write_text, "x")
    gone = (here / "tests" / "b.csv").unlink
    assert watched(here, [nothing, added, nothing, gone], look) == once * 3
    ignored = partial((here / "notes.txt").write_text, "x")
    assert watched(here, [nothing, ignored, saves(here / "schemas" / "pack.json")], look) == once


def test_a_save_of_the_same_length_counts(here: Path) -> None:
    file = here / "norms.yaml"
    was = file.stat()

    def saved() -> None:
        file.write_text(file.read_text().replace("value: 2", "value: 3"))
        os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns + 1))

    assert watched(here, [nothing, saved], lambda: iter(["a"])) == ["begin", "a"] * 2


def test_a_save_while_it_looks_begins_anew(here: Path) -> None:
    save, times = saves(here / "norms.yaml"), iter((True, False))

    def look() -> Iterator[str]:
        yield "a"
        if next(times):
            save()
        yield "b"
        yield "c"

    assert watched(here, [nothing, nothing, nothing], look) == [
        "begin",
        "a",
        "b",
        "begin",
        "a",
        "b",
        "c",
    ]


def test_a_save_between_two_claims_ends_the_proving(here: Path) -> None:
    """A step that shows nothing is one at which it can be ended."""
    steps = list(watching.look(here, None))
    assert steps.count(watching.MORE) > 18


def test_a_pack_in_one_file(tmp_path: Path) -> None:
    file = tmp_path / "rules.txt"
    file.write_text("a: 1\n")
    (tmp_path / "other.yaml").write_text("x")
    shown = watched(
        file,
        [nothing, saves(tmp_path / "other.yaml"), saves(file), file.unlink],
        lambda: iter(["a"]),
    )
    assert shown == ["begin", "a"] * 3
    (problem,) = said(file)
    assert "is not a pack" in problem or "there is no" in problem or str(file) in problem


def test_a_file_that_goes_meanwhile_is_not_there(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.symlink("nowhere", here / "broken.yaml")
    assert str(here / "broken.yaml") not in watching.seen(here)
    assert str(here / "norms.yaml") in watching.seen(here)


# The command


@pytest.mark.parametrize("arguments", [["--format", "json"], ["-o", "x"], ["--possible"]])
def test_it_is_for_a_screen(arguments: list[str]) -> None:
    done = CliRunner().invoke(application("check"), ["check", "hoogeveen", "--watch", *arguments])
    assert "--watch: this does not go with --format, --output or --possible" in str(done.exception)


def test_an_interrupt_ends_it_as_it_should(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ticks() -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(packs, "_ticks", ticks)
    done = CliRunner().invoke(application("check"), ["check", str(here), "--watch"])
    assert (done.exit_code, done.exception) == (0, None)
    head, *told = done.stdout.split("\n\n")
    assert re.fullmatch(rf"\d\d:\d\d:\d\d  {here}  \(Ctrl-C\)", head)
    assert told == [*ALL, ""]


def test_it_lasts_until_then(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(packs, "sleep", slept.append)
    ticks = packs._ticks()
    assert [next(ticks) for _ in range(4)] == [None] * 4
    assert slept == [packs.TICK] * 3


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_as_somebody_works_with_it(here: Path) -> None:
    """Started, a file saved, and interrupted: a program of its own, whatever time that takes."""
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    running = subprocess.Popen(
        [sys.executable, "-m", "kansrijk", "check", "wijk", "--watch"],
        cwd=here.parent,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout
    lines: queue.Queue[str] = queue.Queue()
    stdout = running.stdout
    reading = threading.Thread(target=lambda: [lines.put(line) for line in stdout])
    reading.start()

    def until(end: str) -> list[str]:
        got = [lines.get(timeout=120)]
        while not got[-1].startswith(end):
            got.append(lines.get(timeout=120))
        return [line.strip() for line in got if line.strip()]

    try:
        assert until("Alles bewezen")[1:] == ALL
        change(here / "criteria.yaml", "when: {slaap: slecht}", "when: {slaap: slect}")
        assert until("  help:")[1].startswith("wijk/criteria.yaml:14:17: this is not a value")
        change(here / "criteria.yaml", "when: {slaap: slect}", "when: {slaap: slecht}")
        assert until("Alles bewezen")[-3:] == ALL
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=120) == 0
        assert running.stderr and running.stderr.read() == ""
    finally:
        running.kill()
        running.wait()
        reading.join()
        for pipe in (running.stdout, running.stderr):
            assert pipe
            pipe.close()
