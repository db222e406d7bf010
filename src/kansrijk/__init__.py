"""Screening around a pregnancy by rules that people wrote, with the reasons of every outcome.

    pack = kansrijk.load_pack("hoogeveen")
    case = kansrijk.read_case("case.yaml")
    result = kansrijk.assess(pack, case, on=date(2026, 11, 21))

Importing this reads no file and starts no thread; each name is loaded where it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kansrijk.version import VERSION as __version__

if TYPE_CHECKING:
    from kansrijk.asking.next import next_questions
    from kansrijk.assessment import Assessment, assess, installed_engines, screen_case
    from kansrijk.case.case import Case, read_case
    from kansrijk.engine.agree import EnginesDisagree
    from kansrijk.exploring.recording import recorded
    from kansrijk.pack.load import load_pack, shipped_packs
    from kansrijk.pack.pack import Pack
    from kansrijk.reading import InputError, Problem

_WHERE = {
    "next_questions": "kansrijk.asking.next",
    "Assessment": "kansrijk.assessment",
    "assess": "kansrijk.assessment",
    "installed_engines": "kansrijk.assessment",
    "screen_case": "kansrijk.assessment",
    "Case": "kansrijk.case.case",
    "read_case": "kansrijk.case.case",
    "EnginesDisagree": "kansrijk.engine.agree",
    "recorded": "kansrijk.exploring.recording",
    "load_pack": "kansrijk.pack.load",
    "shipped_packs": "kansrijk.pack.load",
    "Pack": "kansrijk.pack.pack",
    "InputError": "kansrijk.reading",
    "Problem": "kansrijk.reading",
}

__all__ = [
    "Assessment",
    "Case",
    "EnginesDisagree",
    "InputError",
    "Pack",
    "Problem",
    "__version__",
    "assess",
    "installed_engines",
    "load_pack",
    "next_questions",
    "read_case",
    "recorded",
    "screen_case",
    "shipped_packs",
]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        value = globals()[name] = getattr(import_module(_WHERE[name]), name)
        return value
    raise AttributeError(f"module `kansrijk` has no attribute `{name}`")


def __dir__() -> list[str]:
    return __all__
