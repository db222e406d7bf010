"""Broken files: an outcome, or problems with places in the right file; never a traceback."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kansrijk
from kansrijk.assessment import assess
from kansrijk.case.case import read_case
from kansrijk.output.text import render
from kansrijk.pack.load import load_pack, packs_folder
from kansrijk.reading import InputError
from kansrijk.reading.files import read_text

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACK = load_pack("hoogeveen")
RULES = packs_folder() / "hoogeveen"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))
CASES = [file for file in EXAMPLES if file.name != "expected.yaml"]
ON = date(2026, 11, 26)
MARK = "zeepaardje"
BROKEN_PACKS = 2000 if LONG else 90
BROKEN_CASES = 5000 if LONG else 400
COMMANDS = 60 if LONG else 8


def faults(rng: random.Random, text: str) -> Iterator[tuple[str, str]]:
    """The text with one thing broken, in a way that is drawn, for ever."""
    lines = text.split("\n")
    while True:
        at = rng.randrange(len(lines))
        line = lines[at]
        kind = rng.choice(["delete", "double", "scalar", "control", "rename", "indent", "dedent",
                           "cut", "swap", "quote", "insert"])  # fmt: skip
        made = list(lines)
        match kind:
            case "delete":
                del made[at]
            case "double":
                made.insert(at, line)
            case "scalar":
                value = rng.choice(["7", "true", "null", "[]", "{}", "''", "-1", "1.5",
                    "2026-02-30",
                                    "x", "[x, 1]", "{x: 1}", "1e308", ".nan", "0", "9999-12-31",
                                    "99999999999999999999"])  # fmt: skip
                made[at] = re.sub(r": .*$", f": {value}", line)
            case "control":
                spot = rng.randint(0, len(line))
                made[at] = line[:spot] + rng.choice("\x00\x07\x1b\u2028\u202e\t\x85") + line[spot:]
            case "rename":
                made[at] = re.sub(r"([a-z_]+):", r"\1_x:", line, count=1)
            case "indent":
                made[at] = " " * rng.randint(1, 3) + line
            case "dedent":
                made[at] = line[rng.randint(1, 2) :]
            case "cut":
                made = [*made[:at], line[: rng.randint(0, len(line))]]
            case "swap":
                other = rng.randrange(len(lines))
                made[at], made[other] = made[other], made[at]
            case "quote":
                made[at] = line.replace(
                    rng.choice("\"':,[]{}"), rng.choice(["", '"', "'", "&a ", "*a"]), 1
                )
            case "insert":
                made.insert(at, rng.choice(["x", "- x", "x: y", "? x", "&a",
                    "!!python/x", "---", "...",
                                            "<<: *a", "%YAML 1.1", "{", "]", "|"]))  # fmt: skip
        if made != lines:
            yield kind, "\n".join(made)


def whole(pack: Any, case: Any) -> None:
    result = assess(pack, case, on=ON)
    for lang in pack.languages:
        assert render(result, lang, everything=True)
    assert json.loads(result.to_json())


def check(error: InputError, inside: str) -> None:
    """Every problem has a place in what was given, and a message on one line."""
    assert error.problems
    for found in error.problems:
        assert str(found.place).startswith(inside), found
        assert found.message
        assert found.message.isprintable(), found


def test_a_case_with_one_thing_broken(tmp_path: Path) -> None:
    rng = random.Random(21)
    refused = 0
    for n in range(BROKEN_CASES):
        source = CASES[n % len(CASES)]
        kind, text = next(faults(rng, source.read_text()))
        file = tmp_path / source.name
        file.write_text(text)
        try:
            whole(PACK, read_case(file))
        except InputError as error:
            check(error, str(file))
            refused += 1
        except Exception as error:
            raise AssertionError(f"{kind} in {source.name}:\n{text}") from error
    assert BROKEN_CASES / 4 < refused < BROKEN_CASES


def test_a_pack_with_one_thing_broken(tmp_path: Path) -> None:
    rng = random.Random(22)
    folder = tmp_path / "hoogeveen"
    shutil.copytree(RULES, folder)
    files = sorted(RULES.rglob("*.yaml"))
    case = read_case(CASES[0])
    refused = 0
    for n in range(BROKEN_PACKS):
        source = files[n % len(files)]
        target = folder / source.relative_to(RULES)
        kind, text = next(faults(rng, source.read_text()))
        target.write_text(text)
        try:
            whole(load_pack(folder), case)
        except InputError as error:
            check(error, str(folder))
            refused += 1
        except Exception as error:
            (tmp_path / "broken.yaml").write_text(text)
            raise AssertionError(f"{kind} in {source.name}: {tmp_path}/broken.yaml") from error
        target.write_text(source.read_text())
    assert BROKEN_PACKS / 4 < refused < BROKEN_PACKS


def any_text(rng: random.Random) -> bytes:
    kind = rng.randrange(4)
    if kind == 0:
        return rng.randbytes(rng.randint(0, 300))
    if kind == 1:
        return "".join(
            rng.choices(" \n\t:-[]{},&*!|>'\"%@`#?abc019.\\~é\u202e", k=rng.randint(0, 200))
        ).encode()
    if kind == 2:
        words = [
            "case",
            ":",
            " x",
            "\n",
            "facts",
            "{",
            "}",
            "leeftijd",
            "12",
            "[",
            "]",
            "- ",
            "  ",
            ",",
        ]
        return "".join(rng.choices(words, k=rng.randint(1, 60))).encode()
    return json.dumps(any_value(rng, 4)).encode()


def any_value(rng: random.Random, depth: int) -> Any:
    if depth and rng.random() < 0.6:
        keys = [
            "case",
            "facts",
            "observations",
            "events",
            "due_date",
            "date",
            "by",
            "leeftijd",
            "partner",
            "é",
            "",
        ]
        if rng.random() < 0.6:
            return {rng.choice(keys): any_value(rng, depth - 1) for _ in range(rng.randint(0, 4))}
        return [any_value(rng, depth - 1) for _ in range(rng.randint(0, 4))]
    return rng.choice(
        [
            None,
            True,
            0,
            -1,
            1.5,
            1e308,
            10**30,
            "",
            "x",
            "geen",
            "2026-02-30",
            "2026-01-01",
            "\u0000",
        ]
    )


@pytest.mark.parametrize("name", ["case.yaml", "case.json", "case"])
def test_any_bytes_at_all(tmp_path: Path, name: str) -> None:
    rng = random.Random(name)
    file = tmp_path / name
    for _ in range(6000 if LONG else 600):
        file.write_bytes(any_text(rng))
        for use in (lambda: whole(PACK, read_case(file)), lambda: load_pack(file)):
            try:
                use()
            except InputError as error:
                check(error, str(file))
            except Exception as error:
                raise AssertionError(repr(file.read_bytes())) from error


def test_a_text_that_is_valid_yaml_but_no_case() -> None:
    rng = random.Random(23)
    for _ in range(300):
        try:
            read_text(json.dumps(any_value(rng, 6)), "x.json")
        except InputError as error:
            check(error, "x.json")


# Through the command.


def limited() -> None:
    """Half a gigabyte of addresses and twenty seconds, for whatever is read."""
    resource.setrlimit(resource.RLIMIT_AS, (768 * 2**20, 768 * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def command(*arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    source = str(Path(kansrijk.__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-m", "kansrijk", *arguments],
        capture_output=True, input=given, timeout=60, preexec_fn=limited,
        env={**os.environ, "PYTHONPATH": source, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert ran.returncode in (0, 1, 2), (arguments, ran.returncode, ran.stderr[-800:])
    assert b"Traceback" not in ran.stderr
    assert MARK.encode() not in ran.stderr
    assert (ran.returncode == 2) is bool(ran.stderr)
    return ran


def test_broken_cases_through_the_command(tmp_path: Path) -> None:
    rng = random.Random(24)
    codes = []
    for n in range(COMMANDS):
        source = CASES[n % len(CASES)]
        _, text = next(faults(rng, source.read_text()))
        text = re.sub(r"^(facts:)\s*$", rf"\1\n  zorg_van_professional: {MARK}", text, flags=re.M)
        file, out = tmp_path / source.name, tmp_path / "out.json"
        file.write_text(text)
        out.unlink(missing_ok=True)
        ran = command("plan", str(file), "--on", "2026-11-26", "--format", "json", "-o", str(out))
        assert out.exists() is (ran.returncode == 0)
        assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
        codes.append(ran.returncode)
    assert {0, 2} == set(codes)


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    case, out = tmp_path / "case.yaml", tmp_path / "out.txt"
    case.write_text(f"case: x\nfacts: {{leeftijd: {MARK}}}\n")
    out.write_text("kept")
    ran = command("screen", str(case), "--on", "2026-11-26", "-o", str(out))
    assert ran.returncode == 2
    assert b"case.yaml:2:19" in ran.stderr
    assert out.read_text() == "kept"


def bomb() -> str:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{b}: &{b} [{', '.join(['*' + a] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(rows)


MONSTERS = {
    "bomb.yaml": bomb(),
    "deep.yaml": "case: " + "[" * 100_000,
    "deep.json": '{"case":' * 100_000,
    "deep_lines.yaml": "\n".join(" " * n + "a:" for n in range(900)),
    "wide.yaml": "case: x\nfacts: {" + ", ".join(f"a{n}: 1" for n in range(60_000)) + "}",
    "keys.yaml": "case: x\n" * 80_000,
    "digits.yaml": "case: x\nfacts: {leeftijd: " + "9" * 900_000 + "}",
    "digits.json": '{"case": "x", "facts": {"leeftijd": ' + "9" * 900_000 + "}}",
    "exponent.json": '{"case": "x", "facts": {"leeftijd": 1e999999999}}',
    "dashes.yaml": "- " * 500_000,
    "quotes.yaml": 'case: "' + "\\" * 900_001,
    "questions.yaml": "? " * 400_000,
    "anchors.yaml": "".join(f"a{n}: &x{n} y\n" for n in range(60_000)),
    "id.yaml": "case: " + "a" * 1_000_000,
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_refused_at_once(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(MONSTERS[name])
    began = time.monotonic()
    ran = command("screen", str(file), "--on", "2026-11-26")
    assert ran.returncode == 2
    assert ran.stderr.startswith(str(file).encode())
    assert len(ran.stderr) < 100_000
    assert time.monotonic() - began < 15


@pytest.mark.parametrize("where", ["file", "input", "pack"])
def test_fifty_megabytes_are_refused_at_once(tmp_path: Path, where: str) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as out:
        for _ in range(50):
            out.write(b"# nothing to see\n" * 61_681)
    began = time.monotonic()
    if where == "input":
        ran = command("screen", "-", "--on", "2026-11-26", given=file.read_bytes())
    elif where == "pack":
        ran = command("screen", str(CASES[0]), "--on", "2026-11-26", "--pack", str(file))
    else:
        ran = command("screen", str(file), "--on", "2026-11-26")
    assert ran.returncode == 2
    assert time.monotonic() - began < 15


def test_arguments_that_are_no_good(tmp_path: Path) -> None:
    case = str(CASES[0])
    for arguments in (
        ["screen", str(tmp_path)], ["screen", "/dev/null"], ["screen", "nowhere.yaml"],
        ["screen", "a\nb"],
        ["plan", case, "--on", "2026-13-01"], ["plan", case, "--on", "9999-12-31"],
        ["plan", case, "--on", "0001-01-01"], ["plan", case, "--pack", "nothing"],
        ["plan", case, "--lang", "xx"], ["plan", case, "--format", "docx"],
        ["plan", case, "--engine", "steam"], ["plan", case, "-o", str(tmp_path)],
        ["plan", case, "-o", str(tmp_path / "no" / "where")],
    ):  # fmt: skip
        ran = command(*arguments)
        assert ran.returncode == 2, arguments
        assert ran.stdout == b""
