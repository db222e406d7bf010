"""The command for an intake: reads lines, prints plain lines, keeps every answer at once."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Language,
    OnDay,
    PackName,
    choose,
    day,
    language,
    refuse,
    say,
)

if TYPE_CHECKING:
    from kansrijk.asking.intake import Turn
    from kansrijk.asking.state import Intake, Item
    from kansrijk.output.words import Words

LONGEST_LINE = 10_000


def add_to(app: typer.Typer) -> None:
    app.command()(ask)


def ask(
    case: Annotated[
        str | None,
        typer.Argument(metavar="CASE", help="A case file, new or to go on with; else it is asked."),
    ] = None,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="ROLE", help="Ask what this role asks. [default: asked once]"),
    ] = None,
    settle: Annotated[
        str,
        typer.Option(
            "--settle", metavar="WHAT", help="Ask until this is settled: class, plan or all."
        ),
    ] = "plan",
) -> None:
    """Ask what is still to be known, best question first; each answer is saved at once."""
    import kansrijk
    from kansrijk.asking.agenda import askers
    from kansrijk.asking.intake import begin
    from kansrijk.output.ask_text import vocabulary
    from kansrijk.output.words import Words

    settles: Any = choose(settle, ("class", "plan", "all"), "--settle")
    if case == "-":
        refuse("answers_on_input", "CASE")
    on_day = day(on)
    rules = kansrijk.load_pack(pack, tests=False)
    words = Words(rules, language(rules, lang))
    if by is not None:
        choose(by, askers(rules), "--by")
    file, said = case or "", vocabulary(words)
    if not os.access(Path(file).parent, os.W_OK):
        refuse("not_written", file or "CASE")
    text = _kept(file) if case else ""
    start = begin(rules, on_day, said, file=file, text=text, by=by, settle=settles)
    _Dialogue(words, _lines()).hold(start)


class _Dialogue(NamedTuple):
    """Asks, and keeps what is answered, until all is asked or no line comes any more."""

    words: Words
    lines: Iterator[str]

    def hold(self, intake: Intake) -> None:
        from kansrijk.asking.intake import now
        from kansrijk.output.ask_text import greeting, question_lines

        _say(greeting(intake, self.words))
        try:
            while (item := now(intake)) is not None:
                _say(question_lines(intake, item, self.words))
                turn = self._turn(intake, item)
                intake = turn.intake
                if turn.did == "stopped":
                    break
        except KeyboardInterrupt:
            _say([""])
        self._close(intake)

    def _turn(self, intake: Intake, item: Item) -> Turn:
        """What comes of the first line that moves the intake on; without one, it stops."""
        from kansrijk.asking.intake import Turn, changed, take
        from kansrijk.output.ask_text import resumed_lines, turn_lines
        from kansrijk.output.ask_warnings import doubt_lines

        for line in self.lines:
            turn = take(intake, item, line)
            turn = turn._replace(intake=_named(turn.intake))
            other = _keep(intake, turn.intake)
            if other:
                found = changed(intake._replace(file=turn.intake.file), other)
                if intake.text:
                    doubts = doubt_lines(intake, found, self.words)
                    _say([self.words.say("ask_changed"), *doubts])
                else:
                    _say(resumed_lines(found, self.words))
                return Turn(found, "skipped")
            _say(turn_lines(turn, item, self.words))
            if turn.did not in ("unclear", "why"):
                return turn
        return Turn(intake, "stopped")

    def _close(self, intake: Intake) -> None:
        import kansrijk
        from kansrijk.output.ask_text import closing

        if intake.seen is None:
            _say([self.words.say("ask_nothing")])
            return
        result = kansrijk.screen_case(intake.pack, intake.seen.case, on=intake.on)
        _say([closing(intake, result, self.words).rstrip("\n")])


def _named(intake: Intake) -> Intake:
    """With a file: one that is named after the case where none was given."""
    if intake.file or intake.seen is None:
        return intake
    return intake._replace(file=f"{intake.seen.case.case}.yaml")


def _keep(before: Intake, after: Intake) -> str:
    """Puts the text in the file; where that holds what somebody else wrote, gives that instead."""
    from kansrijk.reading.saving import save

    if after.text == before.text:
        return ""
    there = _kept(after.file)
    if there not in ("", before.text):
        return there
    try:
        save(Path(after.file), after.text)
    except OSError:
        refuse("not_written", after.file)
    return ""


def _kept(file: str) -> str:
    """The text of a case file; nothing where there is no such file yet."""
    from kansrijk.reading import InputError, text_of

    try:
        return text_of(file)
    except InputError as error:
        if error.problems[0].code == "file_not_found":
            return ""
        raise


def _lines() -> Iterator[str]:
    """The lines of standard input, each after a sign that one is awaited."""
    source = sys.stdin
    if isinstance(source, io.TextIOWrapper):
        # A character that cannot be read makes an answer unclear; it never stops the intake.
        source.reconfigure(errors="replace")
    if source is not None and source.isatty():
        yield from _typed()
        return
    while True:
        _say([">"])
        line = source.readline(LONGEST_LINE) if source is not None else ""
        if not line:
            return
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith("\n"):
            # What is left of a line that is too long is never taken for the next answer.
            rest = source.readline(LONGEST_LINE)
        yield line


def _typed() -> Iterator[str]:
    """The lines of a terminal, where the arrow keys move within a line.

    No line is remembered, within the talk or after it: each is about a person.
    """
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
        readline.parse_and_bind("set enable-bracketed-paste off")
    while True:
        try:
            yield input("> ")[:LONGEST_LINE]
        except EOFError:
            _say([""])
            return


def _say(lines: Iterable[str]) -> None:
    # Where nobody reads on it stops here. What was answered is kept.
    say("".join(f"{line}\n" for line in lines))
