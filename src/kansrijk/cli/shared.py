"""What the commands share: options, arguments held to what they can be, and writing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from kansrijk.case.case import Case
    from kansrijk.output.words import Words
    from kansrijk.pack.pack import Pack

CaseFile = Annotated[
    str, typer.Argument(metavar="CASE", help="A case file, or - for standard input.")
]
PackName = Annotated[
    str, typer.Option("--pack", metavar="ID", help="A pack by its id, or its folder.")
]
OnDay = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day to assess on. [default: today]")
]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="LANG", help="A language of the pack. [default: its first]"),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]
PlanFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Show every question, condition, visit and action.")
]
EngineChoice = Annotated[
    str, typer.Option("--engine", metavar="ENGINE", help="both, reference or durable.")
]
DEFAULT_PACK = "hoogeveen"


def refuse(code: str, argument: str, **fields: Any) -> NoReturn:
    """An argument that cannot be used."""
    from kansrijk.reading import InputError, Place, problem

    raise InputError([problem(code, Place(argument, None, None, ""), **fields)])


def note(code: str, argument: str, **fields: Any) -> None:
    """Something to know of what was made, said beside it."""
    from kansrijk.reading import Place, problem

    print(problem(code, Place(argument, None, None, ""), **fields), file=sys.stderr)


def choose(word: str, known: Iterable[str], argument: str, code: str = "bad_choice") -> str:
    """The word, if it is one of the known ones."""
    from kansrijk.reading import did_you_mean, quoted

    listed = list(known)
    if word not in listed:
        refuse(code, argument, name=quoted(word), help=did_you_mean(word, listed))
    return word


def day(text: str | None) -> date:
    """The day asked for; without one today. The only place where a clock is read."""
    from kansrijk.pack.parts import usable_day

    if text is None:
        return date.today()
    try:
        found = date.fromisoformat(text)
        if found.isoformat() == text and usable_day(found):
            return found
    except ValueError:
        pass
    refuse("bad_date", "--on")


def language(pack: Pack, lang: str | None) -> str:
    if lang is None:
        return pack.languages[0]
    return choose(lang, pack.languages, "--lang", "bad_language")


def held_apart(output: str | None, *cases: str) -> None:
    """Refuses to write over a case itself."""
    if output not in (None, "-") and realpath(output) in map(realpath, cases):
        refuse("overwrites_input", "--output")


def apart_from(pack: Pack, output: str | None) -> None:
    """Refuses to write over a file of the pack."""
    if output not in (None, "-") and realpath(output) in map(realpath, pack.files.names):
        refuse("overwrites_pack", output)


def case_on(file: str, on: date) -> Case:
    """The case in a file. Says beside the outcome, which may not see it, what is of a later day."""
    from kansrijk.case.case import read_case

    return told_of_later(read_case(file), on)


def told_of_later(case: Case, on: date) -> Case:
    """The case, after saying what in it is of a later day."""
    from kansrijk.case.case import dated_after
    from kansrijk.reading import problem

    if later := dated_after(case, on):
        place = case.document.place(later[0])
        print(problem("of_later", place, on=on, n=len(later)), file=sys.stderr)
    return case


def say(text: str) -> None:
    """To the screen, at once. That nobody reads on is no failure: the command just ends."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise typer.Exit from None


def agreed(words: Words, question: str) -> bool:
    """What is answered to a question, by its phrase; leaving off is a no."""
    try:
        answer = input(words.say(question))
    except (EOFError, KeyboardInterrupt):
        say("\n")
        return False
    return answer.strip().casefold() in words.say("record_words_yes").split("|")


def write(text: str | bytes, output: str | None, *, about_nobody: bool = False) -> None:
    """To the screen, or whole to a file: a file is there with all of it or not at all, and its
    owner's alone but for what is about nobody."""
    if output in (None, "-"):
        if isinstance(text, str):
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.write(text)
        return
    from kansrijk.reading.saving import save

    try:
        save(Path(output), text, about_nobody=about_nobody)
    except OSError:
        refuse("not_written", output)


def publish(text: str | bytes, output: str | None) -> None:
    """As `write`, of what is about nobody: for whoever may look in the folder of the file."""
    write(text, output, about_nobody=True)
