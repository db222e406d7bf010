"""The hooks for pre-commit: whole, of commands that exist, and refusing what must not go in."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kansrijk.workbench import starting

from .pages import ROOT, blocks

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
PAGE = ROOT / "docs" / "writing-rules.md"


def shown(language: str, word: str) -> str:
    (block,) = [one for one in blocks(PAGE) if one.language == language and word in one.text]
    return block.text


USED: list[dict[str, Any]] = [
    hook for repo in yaml.safe_load(shown("yaml", "repos:"))["repos"] for hook in repo["hooks"]
]


def test_each_has_what_pre_commit_asks_for() -> None:
    assert [hook["id"] for hook in HOOKS] == ["kansrijk-check", "kansrijk-test"]
    for hook in HOOKS:
        assert hook.keys() == {
            "id", "name", "description", "entry", "language", "pass_filenames", "files"
        }  # fmt: skip
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False
        assert re.search(hook["files"], "rules/wijkteam/tests/tests.yaml")
        assert not re.search(hook["files"], "docs/rules/x.md")


def test_the_page_uses_those_that_are_there() -> None:
    assert [hook["id"] for hook in USED] == [hook["id"] for hook in HOOKS]
    assert all(hook["args"][0] == "rules/wijkteam" for hook in USED)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    start = starting.Start("wijkteam", None, ("nl",), 2026)
    starting.write(tmp_path / "rules" / "wijkteam", starting.starter(start, "2026-11-30"))
    return tmp_path


def program(folder: Path) -> dict[str, str]:
    """An environment in which the command is found by its name, without installing it."""
    bin = folder / "bin"
    bin.mkdir(exist_ok=True)
    (bin / "kansrijk").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kansrijk "$@"\n')
    (bin / "kansrijk").chmod(0o755)
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    found = os.pathsep.join([str(bin), os.environ["PATH"]])
    return {**os.environ, "PATH": found, "PYTHONPATH": path, "PYTHONUTF8": "1"}


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
@pytest.mark.parametrize(
    ("file", "old", "new", "passed"),
    [
        ("norms.yaml", "# ", "# ", [True, True]),
        ("criteria.yaml", "{slaap: slecht}", "{slaap: slect}", [False, False]),
        ("norms.yaml", "value: 2", "value: 3", [False, False]),
        ("criteria.yaml", "weinig rust", "geen rust", [False, True]),
        ("tests/tests.yaml", "visits: 3", "visits: 4", [True, False]),
    ],
)
def test_what_they_let_in(here: Path, file: str, old: str, new: str, passed: list[bool]) -> None:
    changed = here / "rules" / "wijkteam" / file
    changed.write_text(changed.read_text().replace(old, new))
    for hook, used, good in zip(HOOKS, USED, passed, strict=True):
        command = [*shlex.split(hook["entry"]), *used["args"]]
        done = subprocess.run(command, cwd=here, env=program(here), capture_output=True, text=True)
        assert (done.returncode == 0) is good, done.stdout + done.stderr
    (here / "hook").write_text(shown("sh", "#!/bin/sh"))
    hooked = subprocess.run(["sh", "hook"], cwd=here, env=program(here), capture_output=True)
    assert (hooked.returncode == 0) is all(passed)
