"""Tests in a process of their own, on a file with one change; the first that fails is enough.

A process is forked from one that has imported pytest and all packages, but nothing of kansrijk:
so nothing that was worked out without the change, such as a compiled rule, is left in it.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import coverage
import pytest
from hypothesis import Phase, settings

# Once, in the process that all others are forked from.
for package in ("holidays", "hypothesis.strategies", "pydantic", "typer", "yaml"):
    import_module(package)

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".mutation"
BROKEN = 70
"""The code of a process that could not even run pytest."""
MEMORY = 3 << 30
"""Bytes that a process may take: a change can make one grow without end."""
STARTING = 60
"""Seconds of processor time in which tests must be found."""


class Job(NamedTuple):
    name: str
    tests: Sequence[Sequence[str]]
    """What is run at once, and only if that passed what comes after it."""
    seconds: Mapping[str, float]
    """The processor time that each test may take."""
    path: str = ""
    source: str = ""
    """The file that is changed, and its text; empty: none is."""
    reach: tuple[str, ...] = ()
    """The folders of which each test's lines are noted; that is all that comes out then."""


class Outcome(NamedTuple):
    job: Job
    code: int
    """As pytest gives it: 0 if every test passed; negative: the signal that ended it."""
    said: Any


def run(jobs: Sequence[Job], at_once: int) -> Iterator[Outcome]:
    """The outcome of each, as it comes."""
    gc.freeze()  # what is shared with the parent stays so
    running: dict[int, Job] = {}
    left = list(reversed(jobs))
    while left or running:
        while left and len(running) < at_once:
            job = left.pop()
            sys.stdout.flush()
            pid = os.fork()
            if not pid:
                _child(job)
            running[pid] = job
        pid, status = os.wait()
        job, said = running.pop(pid), WORK / f"said-{pid}.json"
        yield Outcome(
            job,
            os.waitstatus_to_exitcode(status),
            json.loads(said.read_text("utf-8")) if said.exists() else None,
        )
        said.unlink(missing_ok=True)


def _child(job: Job) -> None:
    code = BROKEN
    try:
        code = _tested(job)
    finally:
        os._exit(code)


def _tested(job: Job) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.setitimer(signal.ITIMER_PROF, STARTING)
    signal.alarm(int(4 * (STARTING + sum(job.seconds.values()))))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(ROOT / "src"))
    if job.path:
        sys.meta_path.insert(0, _Changed(job.path, job.source))
    plugin: Reach | Killer = Reach(job.reach) if job.reach else Killer(job.seconds)
    first = [] if job.reach else ["-x"]
    code = 0
    for tests in job.tests:
        args = [*first, "-q", "--tb=no", "-p", "no:cacheprovider", *tests]
        code = code or int(pytest.main(args, plugins=[plugin]))
    told = WORK / f"said-{os.getpid()}.json"
    told.write_text(json.dumps(plugin.said()), "utf-8")
    return code


class _Changed(MetaPathFinder):
    """Gives the text with the change for the one module that has it."""

    def __init__(self, path: str, source: str) -> None:
        self.module = path.removeprefix("src/").removesuffix(".py").replace("/", ".")
        self.path, self.source = path, source

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if name != self.module:
            return None
        loader = _Loader(name, str(ROOT / self.path), self.source)
        return spec_from_file_location(name, ROOT / self.path, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)


class Killer:
    """Says which test failed. What Hypothesis finds is not made smaller: that takes long."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self.seconds = seconds
        self.failed: str | None = None

    def pytest_sessionstart(self) -> None:
        quick = [Phase.explicit, Phase.generate]
        settings.register_profile("quick", settings(phases=quick, report_multiple_bugs=False))
        settings.load_profile("quick")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        # A signal that nobody catches ends the process: it has lost its way.
        signal.setitimer(signal.ITIMER_PROF, self.seconds[nodeid])

    def pytest_runtest_logfinish(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, STARTING)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.failed is None:
            self.failed = report.nodeid

    def said(self) -> str | None:
        return self.failed


class Reach:
    """Notes which lines each test runs, and how long it takes.

    What a folder keeps of a pack is forgotten before each test, or only the first one that asks for
    it would be seen to reach it.
    """

    def __init__(self, folders: tuple[str, ...]) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.names = tuple("kansrijk." + folder for folder in folders)
        self.seconds: dict[str, float] = {}
        include = [f"{ROOT}/src/kansrijk/{folder}/*" for folder in folders]
        self.coverage = coverage.Coverage(data_file=None, config_file=False, include=include)
        self.coverage.start()

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith(self.names):
                for value in vars(module).values():
                    getattr(value, "cache_clear", bool)()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.coverage.switch_context(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - began
            self.coverage.switch_context("")

    def said(self) -> dict[str, Any]:
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {
            str(Path(file).relative_to(ROOT)): {
                str(line): [one for one in tests if one]
                for line, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        return {"seconds": self.seconds, "lines": lines}
