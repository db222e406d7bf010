"""What `-o` does to files: whole or not at all, never the case itself, and nothing widened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CASE = "case: t-1\nfacts: {partner: geen}\n"


def run(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kansrijk", *arguments]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(CASE)
    return tmp_path


def test_a_new_file_is_its_owners_alone(folder: Path) -> None:
    assert run(folder, "screen", "case.yaml", "--on", "2026-11-21", "-o", "out.txt").returncode == 0
    assert (folder / "out.txt").stat().st_mode & 0o777 == 0o600
    assert "nog open" in (folder / "out.txt").read_text()
    assert sorted(os.listdir(folder)) == ["case.yaml", "out.txt"]


@pytest.mark.parametrize("command", [["packs"], ["schema", "pack"], ["norms", "hoogeveen"]])
def test_what_is_about_nobody_is_for_whoever_may_look_there(
    command: list[str], folder: Path
) -> None:
    before = os.umask(0o027)
    try:
        assert run(folder, *command, "-o", "out.txt").returncode == 0
    finally:
        os.umask(before)
    assert (folder / "out.txt").stat().st_mode & 0o777 == 0o640


def test_who_of_the_cases_changes_is_its_owners_alone(folder: Path) -> None:
    (folder / "cases").mkdir()
    (folder / "cases" / "t.yaml").write_text(CASE)
    for more, mode in (([], 0o644), (["--cases", "cases"], 0o600)):
        run(folder, "diff", "hoogeveen", "hoogeveen", *more, "-o", f"out{len(more)}.txt")
        assert (folder / f"out{len(more)}.txt").stat().st_mode & 0o777 == mode


def test_a_file_that_is_there_keeps_its_mode_and_its_link(folder: Path) -> None:
    (folder / "kept.txt").write_text("old")
    (folder / "kept.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("kept.txt")
    assert run(folder, "packs", "-o", "link.txt").returncode == 0
    assert (folder / "link.txt").is_symlink()
    assert (folder / "kept.txt").stat().st_mode & 0o777 == 0o640
    assert "hoogeveen" in (folder / "kept.txt").read_text()


def test_what_is_no_ordinary_file_is_written_to_and_never_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(folder, "packs", "-o", "pipe").returncode == 0
        assert b"hoogeveen" in os.read(reader, 1000)
    finally:
        os.close(reader)
    assert (folder / "pipe").is_fifo()


def test_the_case_itself_is_never_overwritten(folder: Path) -> None:
    for name in ("case.yaml", "./case.yaml", str(folder / "case.yaml")):
        found = run(folder, "screen", "case.yaml", "-o", name)
        assert found.returncode == 2
        assert "this is the case file itself" in found.stderr
    assert (folder / "case.yaml").read_text() == CASE


def test_nothing_is_written_where_the_input_cannot_be_used(folder: Path) -> None:
    (folder / "out.txt").write_text("old")
    (folder / "case.yaml").write_text("case: t-1\nfacts: {partner: samen}\n")
    assert run(folder, "screen", "case.yaml", "-o", "out.txt").returncode == 2
    assert (folder / "out.txt").read_text() == "old"
    assert run(folder, "packs", "-o", "no/such/folder.txt").returncode == 2
    assert sorted(os.listdir(folder)) == ["case.yaml", "out.txt"]


def test_a_dash_is_standard_input_and_output(folder: Path) -> None:
    found = run(folder, "screen", "-", "--on", "2026-11-21", "-o", "-", given=CASE)
    assert (found.returncode, found.stderr) == (0, "")
    assert "dossier t-1" in found.stdout


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is of Linux alone")
@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize(
    "arguments",
    [
        ["screen", "case.yaml", "--on", "2026-11-21"],
        ["plan", "case.yaml", "--on", "2026-11-21", "--format", "json"],
        ["whatif", "case.yaml", "--on", "2026-11-21", "--set", "partner="],
        ["ask", "case.yaml", "--on", "2026-11-21"],
        ["packs"],
        ["--version"],
        ["--help"],
    ],
)
def test_output_that_cannot_be_written_is_said_in_words(
    folder: Path, arguments: list[str], buffered: bool
) -> None:
    command = [sys.executable, *([] if buffered else ["-u"]), "-m", "kansrijk", *arguments]
    buffering = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    with FULL.open("w") as full:
        found = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE,
            text=True, env=buffering,
        )  # fmt: skip
    assert found.stderr == (
        "kansrijk: the output could not be written, or not all of it\n"
        "  help: see whether the disk is full, or write to a file with -o\n"
    )
    assert found.returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_on_a_terminal_without_our_signs_a_yes_is_no_question(folder: Path, encoding: str) -> None:
    def lines(encoding: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "kansrijk", "screen", "case.yaml", "--on", "2026-11-21"],
            cwd=folder, capture_output=True, encoding=encoding,
            env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
        )  # fmt: skip
        return done.stdout.splitlines()

    facts = "{partner: geen, roken: nooit, cannabis: nooit}"
    (folder / "case.yaml").write_text(f"case: t-1\nfacts: {facts}\n")
    full, plain = lines("utf-8"), lines(encoding)
    for mark, there in {"●": "*", "○": "o", "?": "?"}.items():
        marked = [n for n, line in enumerate(full) if line.startswith(f"  {mark} ")]
        assert marked == [n for n, line in enumerate(plain) if line.startswith(f"  {there} ")]
        assert marked


@pytest.mark.parametrize("name", ["x" * 300, "loop.yaml"])
@pytest.mark.parametrize(
    "command",
    [["new"], ["assumptions"], ["screen"], ["explain"], ["check"],
     ["screen", "case.yaml", "--pack"], ["screen", "case.yaml", "-o"],
     ["assumptions", "case.yaml", "-o"]],
)  # fmt: skip
def test_a_name_that_the_system_refuses_is_said(
    folder: Path, command: list[str], name: str
) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    found = run(folder, *command, name)
    assert (found.returncode, found.stdout) == (2, "")
    assert "a fault in the program" not in found.stderr
    assert (folder / "loop.yaml").is_symlink()


LATER = """\
case: t-1
observations:
  - {date: 2026-11-20, by: verloskundige, facts: {partner: geen}}
  - {date: 2026-11-22, by: verloskundige, facts: {leeftijd: 19}}
events:
  - {date: 2026-11-23, event: intake, by: casusbegeleider}
"""


@pytest.mark.parametrize(
    "command", [["screen"], ["plan"], ["explain"], ["whatif", "--set", "partner=geen"]]
)
def test_what_is_of_a_later_day_is_said_beside_the_outcome(
    folder: Path, command: list[str]
) -> None:
    (folder / "case.yaml").write_text(LATER)
    found = run(folder, *command, "case.yaml", "--on", "2026-11-21")
    assert found.returncode == 0
    assert found.stderr.startswith("case.yaml:4:5: left out, because it is of a later day")
    assert "(2 in all)" in found.stderr
    assert run(folder, *command, "case.yaml", "--on", "2026-11-23").stderr == ""
