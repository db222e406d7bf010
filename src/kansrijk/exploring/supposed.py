"""Answers that are supposed, as they are written on a command line: `fact=value`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kansrijk.asking.replies import number_in, two_ways
from kansrijk.case.case import DECLINED, holds_bsn
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import allowed_value
from kansrijk.pack.vocabulary import Fact
from kansrijk.reading import InputError, Place, Problem, did_you_mean, problem, quoted

OPTION = "--set"


def supposed(pack: Pack, written: Sequence[str]) -> dict[str, Value | None]:
    """The answers by fact; None is no answer. Raises InputError with every problem at once."""
    found: dict[str, Value | None] = {}
    problems: list[Problem] = []
    for text in written:
        id, equals, word = text.partition("=")
        fact = pack.sections.facts.get(id)
        if not equals:
            problems.append(problem("set_shape", Place(OPTION, None, None, "")))
        elif fact is None:
            help = did_you_mean(id, list(pack.sections.facts))
            place = Place(OPTION, None, None, "")
            problems.append(problem("unknown_fact", place, name=quoted(id), help=help))
        elif id in found:
            problems.append(problem("set_twice", Place(f"{OPTION} {id}", None, None, "")))
        else:
            found[id] = _value(fact, word)
            problems += _refused(id, fact, word)
    if problems:
        raise InputError(problems)
    return found


def _value(fact: Fact, word: str) -> Value | None:
    return DECLINED if word == DECLINED else allowed_value(fact, read_word(fact, word))[0]


def _refused(id: str, fact: Fact, word: str) -> Iterator[Problem]:
    """What is wrong with a value; never the value itself."""
    place = Place(f"{OPTION} {id}", None, None, "")
    if holds_bsn(word):
        yield problem("bsn", place)
    elif word not in ("", DECLINED):
        _, reason = allowed_value(fact, read_word(fact, word))
        if reason and fact.numeric and two_ways(word):
            reason += "; write a thousand as 1000"
        if reason:
            yield problem("impossible_value", place, name=id, help=reason)


def read_word(fact: Fact, word: str) -> Any:
    """A word as a file would hold it: a truth or a number where the fact is one.

    A number is read as in the dialogue: with a comma or a point, and never in thousands.
    """
    if fact.type == "boolean":
        return {"true": True, "false": False}.get(word, word)
    number = number_in(word) if fact.numeric else None
    return word if number is None else number
