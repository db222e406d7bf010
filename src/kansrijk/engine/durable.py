"""Forward chaining on durable-rules: the only importer of that package in this project.

The package is right inside a narrow fragment only, and this module never leaves it: one fact at a
time, under one id, in one session; each rule one pattern on that fact; a header rule that always
fires; small integers under names of our own. Its C calls alone are used: without its Host there
is no thread, no timer and no closure in which an exception could be lost. What is odd is an error.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from threading import Lock
from typing import Any, Final

from kansrijk.engine.clauses import Op
from kansrijk.engine.positive import Goal, Program, lower
from kansrijk.engine.readings import Case, EngineError, Reader, reader
from kansrijk.engine.ruleset import Known, Ruleset, Truths
from kansrijk.pack.condition import Value

KEEP: Final = 32
"""Programs kept. A clause holds some 25 kB in C, also when idle, so the oldest is deleted."""
MAX_RULES: Final = 40
"""A session fails when more than 64 conditions match, and crashes on 256 rules of one condition."""
MAX_PROPERTIES: Final = 180
"""A fact fails above 252 properties."""

_HEADER: Final = "hh"
_ID: Final = '{"id":"f"}'
_STATE: Final = '{ "sid":"0", "id":"sid-0", "$s":1}'
_THEIRS: Final = ("id", "sid", "$s", "$forward")
_FORMS: Final[Mapping[Op, str]] = {
    "==": '{"a%d":%d}',
    "!=": '{"$neq":{"a%d":%d}}',
    "<": '{"$lt":{"a%d":%d}}',
    "<=": '{"$lte":{"a%d":%d}}',
    ">": '{"$gt":{"a%d":%d}}',
    ">=": '{"$gte":{"a%d":%d}}',
    "unknown": '{"u%d":%d}',
}

__all__ = ["DurableEngine", "EngineError", "available", "version"]


@cache
def available() -> bool:
    """Whether the package can be imported here (on CPython 3.13 it builds, and fails then)."""
    try:
        _core()
    except ImportError:
        return False
    return True


def version() -> str:
    from importlib.metadata import version as version_of

    return version_of("durable-rules")


def _core() -> Any:
    # Never `durable` itself: its Host starts timers, and importing it takes 35 ms instead of 1.
    import durable_rules_engine

    return durable_rules_engine


class DurableEngine:
    """Safe to call from many threads: one at a time is let in."""

    name = "durable"

    def findings(self, ruleset: Ruleset, known: Known) -> Truths:
        """The truths of the strata `findings` and `classes`."""
        return _answer(ruleset, Case(known, {}, ()), after=False)

    def consequences(
        self, ruleset: Ruleset, known: Known, truths: Truths, possible: tuple[str, ...]
    ) -> Truths:
        """The truths of the stratum `consequences`, given those before and the possible classes."""
        return _answer(ruleset, Case(known, truths, possible), after=True)


_lock = Lock()
_kept: OrderedDict[tuple[str, bool], _Running] = OrderedDict()


def _answer(ruleset: Ruleset, case: Case, *, after: bool) -> Truths:
    key = (ruleset.hash, after)
    with _lock:
        try:
            if key not in _kept:
                _keep(key, _Running(_lowered(ruleset, after), ruleset.values))
            _kept.move_to_end(key)
            return _kept[key].run(case)
        except BaseException:
            # A session left halfway answers the next case wrongly: it is never used again.
            if key in _kept:
                _kept.pop(key).close()
            raise


def _keep(key: tuple[str, bool], running: _Running) -> None:
    _kept[key] = running
    while len(_kept) > KEEP:
        _kept.popitem(last=False)[1].close()


def _lowered(ruleset: Ruleset, after: bool) -> Program:
    here = [rule for rule in ruleset.rules if (rule.stratum == "consequences") is after]
    given = [rule.key for rule in ruleset.rules if rule.stratum != "consequences"] if after else []
    return lower(here, ruleset.values, given, classified=after)


class _Running:
    """A program with its sessions in C."""

    def __init__(self, program: Program, values: Mapping[str, tuple[Value, ...]]) -> None:
        self._keys = program.keys
        self._unread: list[int | None] = [None] * len(program.readings)
        self._rounds: list[tuple[list[tuple[int, Reader]], list[_Session]]] = []
        for now in program.rounds:
            readers = [(i, reader(program.readings[i], values)) for i in now.readings]
            sessions = [_Session(goals, self._unread) for goals in _chunks(now.goals)]
            self._rounds.append((readers, sessions))

    def run(self, case: Case) -> Truths:
        truths = case.truths
        codes = case.codes = self._unread.copy()
        for readers, sessions in self._rounds:
            for i, read in readers:
                codes[i] = read(case)
            for session in sessions:
                for of, truth in session.fire(codes):
                    if truths.setdefault(of, truth) is not truth:
                        raise EngineError(f"`{of}` came out both true and false")
        return {key: truths.get(key) for key in self._keys}

    def close(self) -> None:
        for _, sessions in self._rounds:
            for session in sessions:
                session.close()


class _Session:
    """A ruleset in C and its one session, which lives as long: making it costs more than a case.

    Its first fact is asserted here, and not with a case: until the header has fired once,
    deleting the state frees what was never set, and the process dies.
    """

    def __init__(self, goals: Sequence[Goal], unread: Sequence[int | None]) -> None:
        self._core = _core()
        self._goals = {f"{n:02d}": (goal.of, goal.truth) for n, goal in enumerate(goals)}
        self._told = _told(goals)
        self._handle = self._core.create_ruleset("kansrijk", _definition(goals))
        self.fire(unread)

    def fire(self, codes: Sequence[int | None]) -> list[tuple[str | int, bool]]:
        """What fires on a fact of these codes; the fact is gone again afterwards."""
        core, handle = self._core, self._handle
        try:
            told = "".join([words[codes[i]] for i, words in self._told])
            status, state = core.assert_fact(handle, f'{{"id":"f","h":1{told}}}')
            if status:
                raise EngineError(f"durable-rules refused a fact, status {status}")
            started = core.start_action_for_state(handle, state)
            if started is None or started[0] != _STATE:
                raise EngineError("durable-rules did not start, or its state is odd")
            fired, message = [], started[1]
            while message is not None:
                fired.append(message[2:4])
                message = core.complete_and_start_action(handle, state)
            core.retract_fact(handle, _ID)
        except core.error as error:
            raise EngineError(f"durable-rules failed: {error}") from error
        if fired.pop(0) != _HEADER:
            raise EngineError("durable-rules did not fire the header")
        return [self._goals[name] for name in fired]

    def close(self) -> None:
        self._core.delete_state(self._handle, "0")  # first: nothing else frees it
        self._core.delete_ruleset(self._handle)


def _chunks(goals: Sequence[Goal]) -> Iterator[list[Goal]]:
    """The goals in portions that one session can take."""
    chunk: list[Goal] = []
    told: set[int] = set()
    for goal in goals:
        mine = {atom.reading for atom in goal.clause}
        if chunk and (len(chunk) == MAX_RULES or len(told | mine) > MAX_PROPERTIES):
            yield chunk
            chunk, told = [], set()
        chunk.append(goal)
        told |= mine
    if chunk:
        yield chunk


class _Words(dict[int | None, str]):
    """How the codes of a reading are told to the package; each is written once."""

    def __init__(self, reading: int, if_unknown: str) -> None:
        self[None] = if_unknown
        self._reading = reading

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, f',"a{self._reading}":{code:d}')


def _told(goals: Sequence[Goal]) -> list[tuple[int, _Words]]:
    """The readings that the goals look at, unknown ones only where a goal asks for that."""
    atoms = {atom for goal in goals for atom in goal.clause}
    asked = {atom.reading for atom in atoms if atom.op == "unknown"}
    return [
        (i, _Words(i, f',"u{i}":1' if i in asked else ""))
        for i in sorted({atom.reading for atom in atoms})
    ]


def _definition(goals: Sequence[Goal]) -> str:
    """The rules as the package reads them. The header comes first, so that it fires first."""
    header = '{"h":1}'
    rules = [f'"{_HEADER}":{{"all":[{{"m":{header}}}]}}']
    for n, goal in enumerate(goals):
        atoms = [_FORMS[atom.op] % (atom.reading, atom.value) for atom in goal.clause]
        rules.append(f'"{n:02d}":{{"all":[{{"m":{{"$and":[{",".join([header, *atoms])}]}}}}]}}')
    told = [name for i, _ in _told(goals) for name in (f"a{i}", f"u{i}")]
    check_names(["h", *_THEIRS, *told])
    return f"{{{','.join(rules)}}}"


def check_names(names: Sequence[str]) -> None:
    """The package knows a property by a hash of 32 bits alone: two names must not share one."""
    if len({_fnv1a(name) for name in names}) < len(names):
        raise EngineError("two property names have one hash")


def _fnv1a(name: str) -> int:
    found = 2166136261
    for byte in name.encode():
        found = (found ^ byte) * 16777619 & 0xFFFFFFFF
    return found
