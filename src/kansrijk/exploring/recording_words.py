"""What is recorded as it is written on a command line: words, for what a case file would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from kansrijk.asking.replies import number_in
from kansrijk.case.case import Event
from kansrijk.exploring.kinds import ANSWERS, FACT, FIRST, WISH
from kansrijk.exploring.recording import Recorded, kind_of, recorded
from kansrijk.exploring.supposed import read_word
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, Place, Problem, problem

CONSTANTS = {"true": True, "false": False, "null": None, "": None}
Words = Mapping[str, Sequence[str]]


def recorded_words(
    pack: Pack, text: str, event: str, what: Sequence[str], words: Words, *, on: date, file: str
) -> Recorded:
    """As `recorded`, of words; `what` goes with the event in the order of its keys.

    Raises InputError with every problem, those of the words included.
    """
    problems: list[Problem] = []
    given, more = _with_keys(kind_of(event).keys, what, words)
    if more:
        problems.append(problem("nothing_more", Place("WHAT", None, None), event=event))
    fields: dict[str, Any] = {}
    for key, written in given.items():
        value, wrong = _read(pack, event, key, written)
        fields |= {} if wrong and not value else {key: value}
        problems += wrong
    try:
        found = recorded(pack, text, event, fields, on=on, file=file)
    except InputError as error:
        unread = {f"--{key}" for key in given if key not in fields}
        problems += (one for one in error.problems if one.place.file not in unread)
    if problems:
        raise InputError(problems)
    return found


def _with_keys(keys: Sequence[str], what: Sequence[str], words: Words) -> tuple[Words, bool]:
    """The words with those that stand without a key under the keys that have none, one under each;
    the only key of an event takes all of them. And whether there are more of them than keys."""
    if len(keys) == 1:
        return {**words, keys[0]: (*what, *words.get(keys[0], ()))} if what else words, False
    free = [key for key in keys if key not in words]
    under = zip(free, what, strict=False)
    return {**words, **{key: [word] for key, word in under}}, len(what) > len(free)


def _read(pack: Pack, event: str, key: str, written: Sequence[str]) -> tuple[Any, list[Problem]]:
    """The value that an option gives, or as much of it as can be read."""
    if event in ANSWERS and key == "set":
        return _answers(pack, event, written)
    if event == WISH and key == "text":
        return [word for word in written if word.strip()], []
    is_text, is_list = shape(_annotation(key))
    if is_list or (event, key) == (FIRST, "set"):
        parts = (part.strip() for word in written for part in word.split(","))
        as_text = is_text or event == FIRST
        return [part if as_text else _value(part) for part in parts if part], []
    if len(written) > 1:
        return None, [problem("given_twice", Place(f"--{key}", None, None))]
    return written[0] if is_text else _value(written[0]), []


def _answers(
    pack: Pack, event: str, written: Sequence[str]
) -> tuple[dict[str, Any], list[Problem]]:
    """Facts with a value, nothing where it is withdrawn; or criteria with her word on help."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for text in written:
        id, equals, word = text.partition("=")
        if not equals:
            problems.append(problem("set_shape", Place("--set", None, None)))
        elif id in found:
            problems.append(problem("set_twice", Place(f"--set {id}", None, None)))
        else:
            found[id] = _answer(pack, id, word) if event == FACT else word
    return found, problems


def _answer(pack: Pack, id: str, word: str) -> Any:
    fact = pack.sections.facts.get(id)
    return read_word(fact, word) if fact and word else word or None


def _value(word: str) -> Any:
    """A word that is no text: a truth, nothing, a number; a date is written as it is kept."""
    if word in CONSTANTS:
        return CONSTANTS[word]
    number = number_in(word)
    return word if number is None else number


def _annotation(key: str) -> Any:
    """The type of a key of an event; text where no event has it."""
    named = {field.alias or name: field.annotation for name, field in Event.model_fields.items()}
    return named.get(key, str)


def shape(annotation: Any) -> tuple[bool, bool]:
    """Whether a type holds text alone, and whether it is a list."""
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ()
    is_list = any(get_origin(one) in (tuple, list) for one in members or (annotation,))
    return {*_leaves(annotation)} <= {str, NoneType, type(...)}, is_list


def _leaves(annotation: Any) -> Iterator[Any]:
    """The plain types that a type is made of."""
    args = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from _leaves(args[0])
    elif get_origin(annotation) is Literal:
        yield from map(type, args)
    elif args:
        for one in args:
            yield from _leaves(one)
    else:
        yield type(...) if annotation is ... else annotation
