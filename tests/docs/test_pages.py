"""What the pages show is what happens: commands, their output, code, links, names.

A `console` block holds commands (`$ kansrijk ...`, with `< FILE` for their input) with what they
print; a line of only `...` stands for any number of lines, and `exit=1` beside the word `console`
for another exit than 0. A block under `<!-- file: NAME -->` is that file, for the commands and
code that follow on the page, and `<!-- copy: NAME OTHER "was" "is" -->` makes another file of it by
one change. `<!-- pack: ID FOLDER -->` is a copy of a shipped pack, and in a file of it
`<!-- change: FILE "was" "is" -->` a change, from the beginning of the page on; `\n` is a new line.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from typer.models import CommandInfo

from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack, locate

from .pages import PAGES, ROOT, Block, blocks, changes, copies, name, packs, prose

WITH_BLOCKS = [page for page in PAGES if any(blocks(page))]
DOTS = "..."


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=name)
def test_the_blocks_of_a_page_do_what_they_show(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for pack, folder in packs(page):
        shutil.copytree(locate(pack), tmp_path / folder)
    for file, was, now in changes(page):
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert text.count(was) == 1, was
        (tmp_path / file).write_text(text.replace(was, now.replace("\\n", "\n")), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.file:
            (tmp_path / block.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
            _copy_from(block, tmp_path)
        elif block.language == "console":
            _run_console(block, tmp_path)
        elif block.language == "python":
            exec(compile(block.text, block.id, "exec"), names)


def _copy_from(block: Block, folder: Path) -> None:
    for source, target, was, now in copies(block.page):
        if source == block.file:
            assert block.text.count(was) == 1, was
            (folder / target).write_text(block.text.replace(was, now), encoding="utf-8")


def _run_console(block: Block, folder: Path) -> None:
    exits = [int(mark.removeprefix("exit=")) for mark in block.marks]
    for command, shown in _commands(block):
        done = _run(command, folder)
        printed = (done.stdout + done.stderr).splitlines()
        assert done.returncode == (exits or [0])[0], f"{block.id}: {command}\n{done.stderr}"
        if not _fits(shown, printed):
            pytest.fail(
                f"{block.id} shows\n\n"
                + "\n".join(shown)
                + f"\n\nbut `{command}` prints\n\n"
                + "\n".join(printed)
            )


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    assert program == "kansrijk", f"a console block runs kansrijk only: {command}"
    given = ""
    if "<" in arguments:
        *arguments, _, file = arguments
        given = (folder / file).read_text(encoding="utf-8")
    # The folder of the tests is not the place to look for the program, so no PYTHONPATH of ".".
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    return subprocess.run(
        [sys.executable, "-m", "kansrijk", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "COLUMNS": "80", "PYTHONUTF8": "1"},
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _commands(block: Block) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines shown under it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def _fits(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether what is shown is what was printed, dots standing for any lines."""
    if not shown:
        return not printed
    first, *rest = shown
    if first.strip() == DOTS:
        return any(_fits(rest, printed[skip:]) for skip in range(len(printed) + 1))
    return bool(printed) and printed[0] == first and _fits(rest, printed[1:])


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "..."], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["...", "b", "..."], ["a", "c"], False),
        (["a..."], ["ab"], False),
        ([], [], True),
    ],
)
def test_dots_stand_for_whole_lines_only(shown: list[str], printed: list[str], fits: bool) -> None:
    assert _fits(shown, printed) is fits


PACKS = [
    block
    for page in PAGES
    for block in blocks(page)
    if block.language == "yaml" and "pack" in block.marks
]


def test_writing_rules_holds_a_pack() -> None:
    assert [block for block in PACKS if block.page.name == "writing-rules.md"]


@pytest.mark.parametrize("block", PACKS, ids=lambda block: block.id)
def test_a_pack_on_a_page_has_no_problems(block: Block, tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(block.text, encoding="utf-8")
    assert load_pack(file).rules


LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
LINKS = [(page, link) for page in PAGES for link in LINK.findall(prose(page))]


@pytest.mark.parametrize(("page", "link"), LINKS, ids=lambda part: str(part).rpartition("/")[2])
def test_a_link_leads_to_something(page: Path, link: str) -> None:
    file, _, heading = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    assert "://" not in link, "these pages name no place outside the project"
    assert target.is_relative_to(ROOT)
    assert target.exists()
    if heading:
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        assert heading in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


def test_every_page_is_reached_from_the_readme() -> None:
    reached, todo = set[Path](), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            links = LINK.findall(prose(page))
            todo += [(page.parent / link.partition("#")[0]).resolve() for link in links]
    assert set(PAGES) <= reached


def _names(commands: Iterable[CommandInfo]) -> list[str]:
    return [
        command.name or (command.callback.__name__ if command.callback else "")
        for command in commands
    ]


def test_every_command_is_in_the_pages() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    app = application()
    (new,) = app.registered_groups
    assert new.typer_instance
    commands = [
        *_names(app.registered_commands),
        *(f"{new.name} {name}" for name in _names(new.typer_instance.registered_commands)),
    ]
    assert "check" in commands and "new pack" in commands
    for command in commands:
        assert re.search(rf"\bkansrijk {command}\b", text), command


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_names_make_targets_that_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"(?:^|`)make ((?:[a-z]+ ?)+?)(?:`| {2,}|$)", text, re.MULTILINE)
    assert {target for words in named for target in words.split()} <= targets
