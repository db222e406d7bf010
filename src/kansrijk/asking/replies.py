"""What a line of input says: an answer, a command, or nothing that can be used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from kansrijk.case.case import holds_bsn
from kansrijk.pack.parse import allowed_value
from kansrijk.pack.parts import usable_day
from kansrijk.pack.vocabulary import Fact
from kansrijk.reading.limits import unseen

LONGEST = 1000
"""The most characters of an answer in words."""
Command = Literal["back", "skip", "decline", "why", "stop"]
Unclear = Literal["choice", "several", "number", "thousands", "date", "words", "unseen", "bsn"]

_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,6})?")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:[.,]\d{3})+(?:[.,]\d+)?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
# What stands in a file name on every machine, and so in a pseudonym.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


class Choice(NamedTuple):
    """One of the answers to choose from, with the words that mean it; the first is shown."""

    value: Any
    words: tuple[str, ...]


class Expected(NamedTuple):
    """What can be answered: one of `choices`, or a value of such a kind."""

    kind: Literal["choice", "number", "words", "date", "name"]
    choices: tuple[Choice, ...] = ()
    fact: Fact | None = None


class Vocabulary(NamedTuple):
    """The words of the dialogue in one language."""

    lang: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    wishes: tuple[Choice, ...]
    stages: tuple[Choice, ...]
    commands: tuple[tuple[Command, tuple[str, ...]], ...]


class Reply(NamedTuple):
    """A command, an answer with its value, or the reason why it is neither."""

    command: Command | None = None
    value: Any = None
    unclear: Unclear | None = None


def read_reply(line: str, expected: Expected, said: Vocabulary) -> Reply:
    """What a line says. A number or the whole word of a choice goes before a command, and a
    command before the start of a word."""
    written = " ".join(line.split())
    if unseen(written) or "\ufffd" in written:
        return Reply(unclear="unseen")
    if holds_bsn(written):
        return Reply(unclear="bsn")
    whole = _chosen(written, expected.choices)
    if whole is not None:
        return Reply(value=whole.value)
    for command, words in said.commands:
        if _plain(written) in map(_plain, words):
            return Reply(command=command)
    return _answer(written, expected)


def _chosen(written: str, choices: tuple[Choice, ...]) -> Choice | None:
    """The choice of this number, or of exactly this word."""
    if written.isdecimal() and written.isascii():
        number = int(written) if len(written) < len(str(LONGEST)) else 0
        return choices[number - 1] if 0 < number <= len(choices) else None
    return _only(one for one in choices if _plain(written) in map(_plain, one.words))


def _answer(written: str, expected: Expected) -> Reply:
    match expected.kind:
        case "choice":
            return _start_of(written, expected.choices)
        case "date":
            day = _day(written)
            if day is None and expected.choices and not any(char.isdecimal() for char in written):
                return _start_of(written, expected.choices)
            return Reply(unclear="date") if day is None else Reply(value=day)
        case "name":
            good = _NAME.fullmatch(written) and not written.endswith(".")
            return Reply(value=written) if good else Reply(unclear="words")
        case "number":
            return _number(written, expected.fact)
        case _:
            return Reply(value=written) if len(written) <= LONGEST else Reply(unclear="words")


def _start_of(written: str, choices: tuple[Choice, ...]) -> Reply:
    """The one choice with a word that starts so."""
    start = _plain(written)
    found = [one for one in choices if any(_plain(word).startswith(start) for word in one.words)]
    if len(found) == 1:
        return Reply(value=found[0].value)
    return Reply(unclear="several" if found else "choice")


def _number(written: str, fact: Fact | None) -> Reply:
    """A number with a comma or a point; never one that may be read in two ways, as 1.250."""
    if two_ways(written):
        return Reply(unclear="thousands")
    value = number_in(written)
    if value is None or fact is None or allowed_value(fact, value)[1]:
        return Reply(unclear="number")
    return Reply(value=value)


def two_ways(written: str) -> bool:
    """Whether this may be a number in thousands as well as one with decimals."""
    return _THOUSANDS.fullmatch(written) is not None


def number_in(written: str) -> int | Decimal | None:
    """The number that stands here, with a comma or a point; None where it is not sure which."""
    if two_ways(written) or not _NUMBER.fullmatch(written):
        return None
    number = Decimal(written.replace(",", "."))
    return int(number) if number == number.to_integral_value() else number


def _day(written: str) -> date | None:
    """A date such as 2027-03-14, or with the day first: 14-3-2027."""
    if found := _DAY_FIRST.fullmatch(written):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(written):
        year, month, day = found.groups()
    else:
        return None
    with suppress(ValueError):
        named = date(int(year), int(month), int(day))
        return named if usable_day(named) else None
    return None


def _only(found: Iterable[Choice]) -> Choice | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None


def _plain(word: str) -> str:
    """A word without what differs from one keyboard to another: capitals and accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
