"""All that `check` names of a pack that can be read: its tests, its version and its changelog."""

from __future__ import annotations

from collections.abc import Mapping, Sized

from kansrijk.case.facts import facts_by_day
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, Problem
from kansrijk.workbench import releasing
from kansrijk.workbench.written import of_each, written_tests


def problems(pack: Pack) -> list[Problem]:
    """In order of place."""
    found = releasing.problems(pack)
    try:
        check_tests(pack)
    except InputError as error:
        found += error.problems
    return sorted(found, key=lambda problem: problem.place)


def check_tests(pack: Pack) -> None:
    """Raises InputError with all that is wrong with the tests of a pack, whatever comes out."""
    of_each(written_tests(pack), lambda case, _: facts_by_day(pack, case))


def good(words: Words) -> str:
    """The line of a pack without problems: what is in it."""
    pack, parts = words.pack, words.pack.sections
    kinds: Mapping[str, Sized] = {
        "criteria": parts.criteria,
        "signals": parts.signals,
        "classes": parts.classes.classes,
        "phases": parts.phases,
        "actions": parts.actions,
        "facts": parts.facts,
        "norms": parts.norms,
    }
    counted = [words.many(f"counted_{id}", len(of), n=len(of)) for id, of in kinds.items()]
    said = ", ".join(counted)
    return words.say("check_good", pack=pack.id, version=pack.version, counted=said)
