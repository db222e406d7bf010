"""The direction of imports: a folder looks at those before it only (design, section 8)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kansrijk

ROOT = Path(kansrijk.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
STAGES = (
    "reading", "pack", "case", "engine", "screening", "asking", "planning", "exploring", "sharing",
    "output", "workbench",
)  # fmt: skip
MAY_USE_ALL = ("assessment", "cli", "__init__", "__main__")
ANYONE = ("version",)
# The only files that may name these packages.
ONLY_IN = {
    "yaml": ("reading/strict_yaml.py",),
    "durable": ("engine/durable.py",),
    "durable_rules_engine": ("engine/durable.py",),
    "icalendar": ("output/calendar.py",),
    "typer": ("cli/",),
    "typst": ("output/pdf.py",),
    "z3": ("workbench/proof/", "workbench/difference/", "workbench/families/"),
}


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def room_of(file: Path) -> str:
    """The folder, or the name of a file that stands beside the folders."""
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(source: str, *, types: bool = True) -> set[str]:
    """Every module that is imported, wherever in the file it is; without `types`, not for those."""
    found = set[str]()
    tree = ast.parse(source)
    if not types:
        tree.body = [node for node in tree.body if not _for_types(node)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write imports in full"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def _for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def rooms(source: str, *, types: bool = True) -> set[str]:
    """The rooms of the project that a source looks at."""
    parts = (name.split(".") for name in imported(source, types=types))
    return {part[1] for part in parts if part[0] == "kansrijk" and len(part) > 1}


def looks_on(room: str, source: str) -> set[str]:
    """The rooms that a source in this room may not look at, and does."""
    if room in MAY_USE_ALL:
        return set()
    allowed = {*STAGES[: STAGES.index(room) + 1], *ANYONE} if room in STAGES else set()
    if room == "output" and "assessment" not in rooms(source, types=False):
        # It renders assessments, and so names their type; it never makes one.
        allowed.add("assessment")
    if room == "workbench":
        # It runs the cases of a pack.
        allowed.add("assessment")
    return rooms(source) - allowed


def test_there_is_something_to_read() -> None:
    found = {room_of(file) for file in FILES}
    assert found == {*STAGES, *MAY_USE_ALL, *ANYONE}


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_room_looks_at_those_before_it_only(file: Path) -> None:
    assert looks_on(room_of(file), file.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_some_packages_have_one_importer(file: Path) -> None:
    outside = {name.partition(".")[0] for name in imported(file.read_text(encoding="utf-8"))}
    for package, places in ONLY_IN.items():
        assert package not in outside or name_of(file).startswith(places)


@pytest.mark.parametrize(
    ("room", "source", "found"),
    [
        ("pack", "from kansrijk.case.facts import x", {"case"}),
        ("pack", "from kansrijk import case", {"case"}),
        ("pack", "import kansrijk.case.facts", {"case"}),
        ("pack", "def f():\n    from kansrijk.cli import x", {"cli"}),
        ("case", "from kansrijk.pack.pack import x", set()),
        ("case", "from kansrijk.case.norms import x\nfrom kansrijk.version import V", set()),
        ("cli", "from kansrijk.output import x", set()),
        ("version", "import kansrijk.reading", {"reading"}),
        ("output", "from kansrijk.assessment import assess", {"assessment"}),
        ("output", "if TYPE_CHECKING:\n    from kansrijk.assessment import Assessment", set()),
        ("output", "if TYPE_CHECKING:\n    from kansrijk.cli import app", {"cli"}),
        ("case", "if TYPE_CHECKING:\n    from kansrijk.assessment import A", {"assessment"}),
    ],
)
def test_this_test_sees_what_it_should(room: str, source: str, found: set[str]) -> None:
    assert looks_on(room, source) == found


def test_every_importer_that_is_named_is_there() -> None:
    for package in ("yaml", "icalendar", "typer", "typst"):
        (place,) = ONLY_IN[package]
        files = [file for file in FILES if name_of(file).startswith(place)]
        assert any(package in imported(file.read_text(encoding="utf-8")) for file in files)
    durable = (ROOT / "engine/durable.py").read_text(encoding="utf-8")
    assert imported(durable) & {"durable", "durable_rules_engine"} or "durable_rules" in durable


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_importing_it_takes_little_and_starts_no_thread() -> None:
    heavy = ("pydantic", "yaml", "typer", "durable", "durable_rules_engine", "rich")
    code = (
        "import sys, threading; import kansrijk; "
        f"print([name for name in {heavy} if name in sys.modules], threading.active_count(), "
        "[name for name in sys.modules if name.startswith('kansrijk.')])"
    )
    assert run(code) == "[] 1 ['kansrijk.version']"


def test_public_names_are_those_of_the_package() -> None:
    assert dir(kansrijk) == kansrijk.__all__
    assert all(getattr(kansrijk, name) is not None for name in kansrijk.__all__)
    with pytest.raises(AttributeError, match="no attribute `zzz`"):
        kansrijk.zzz  # noqa: B018


def test_assessing_with_the_reference_alone_loads_no_command() -> None:
    code = (
        "import sys, kansrijk, datetime; p = kansrijk.load_pack('hoogeveen'); "
        "c = kansrijk.Case.model_validate({'case': 'x'}); "
        "kansrijk.assess(p, c, on=datetime.date(2026, 1, 1), engines=['reference']); "
        "print('typer' in sys.modules, 'durable.engine' in sys.modules)"
    )
    assert run(code) == "False False"
