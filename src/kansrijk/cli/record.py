"""The command that records: shows what a case would get and what that moves, asks, writes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Format,
    Language,
    PackName,
    agreed,
    case_on,
    choose,
    day,
    language,
    refuse,
    say,
    told_of_later,
)

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment
    from kansrijk.exploring.recording import Recorded
    from kansrijk.output.words import Words

KEY = "key_"
"""What the name of a parameter begins with where it is a key of an event: `from` is a keyword."""


CaseFile = Annotated[str, typer.Argument(metavar="CASE", help="A case file.")]
EventName = Annotated[
    str | None,
    typer.Argument(
        metavar="EVENT",
        help="An event, or fact, help, first, wish or signal. [default: show what there is]",
    ),
]
What = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WHAT", help="What goes with it, in the order of its options and without them."
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="ROLE", help="Who saw or did it. [default: the only role that may]"
    ),
]
Dated = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="When. [default: the day of --on]")
]
Number = Annotated[
    str | None,
    typer.Option(
        "--number",
        metavar="NUMBER",
        help="Which of several of its kind on that day. [default: one more; of undo, the last]",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Write it without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show it, and write nothing.")]
OnDay = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help="The day to assess on; of undo, the day of what it takes back. [default: today]",
    ),
]


def add_to(app: typer.Typer) -> None:
    app.command()(with_keys(record))


def record(
    case: CaseFile,
    event: EventName = None,
    what: What = None,
    by: By = None,
    dated: Dated = None,
    number: Number = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: Format = "text",
    **keys: Any,
) -> None:
    """Record what happened, or what was seen, in a case file; shows first what that changes."""
    import kansrijk
    from kansrijk.exploring.recording import kind_of
    from kansrijk.output.words import Words

    choose(format, ("text", "json"), "--format")
    if case == "-":
        refuse("record_on_input", "CASE")
    of_event = event is not None and "on" in kind_of(event).keys
    on_day = day(None if of_event else on)
    rules = kansrijk.load_pack(pack, tests=False)
    words = Words(rules, language(rules, lang))
    if event is None:
        _show(case, words, on_day, as_json=format == "json")
        return
    said = {"by": by, "date": dated, "number": number, **({"on": on} if of_event else {})}
    given = {key: [word] for key, word in said.items() if word is not None}
    given |= {name.removeprefix(KEY): told for name, told in keys.items() if told}
    recording = _Recording(case, words, on_day, event, what or [], given)
    recording.hold(as_json=format == "json", yes=yes, dry_run=dry_run)


def with_keys(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each key that some event of the table has."""
    from kansrijk.exploring.kinds import KINDS

    named = signature(command, eval_str=True)
    *own, _ = named.parameters.values()
    of: dict[str, list[str]] = {}
    for event, kind in KINDS.items():
        for key in kind.keys:
            of.setdefault(key, []).append(event)
    more = [
        Parameter(
            f"{KEY}{key}",
            Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=Annotated[
                list[str] | None,
                typer.Option(f"--{key}", metavar="VALUE", help=f"Goes with {', '.join(events)}."),
            ],
        )
        for key, events in of.items()
        if key != "on"
    ]

    @wraps(command)
    def run(**given: Any) -> None:
        command(**given)

    # Typer reads the options of a command here; no type knows that a function may have this.
    run.__signature__ = Signature([*own, *more])  # type: ignore[attr-defined]
    return run


def _show(case: str, words: Words, on: date, *, as_json: bool) -> None:
    """What can be recorded as the case stands."""
    import kansrijk
    from kansrijk.exploring.recordable import recordable
    from kansrijk.output.data import to_json
    from kansrijk.output.record_data import recordable_data
    from kansrijk.output.record_text import recordable_text

    result = kansrijk.screen_case(words.pack, case_on(case, on), on=on)
    found = recordable(words.pack, result.case, result.trajectory, on)
    data = recordable_data(result, found)
    say(to_json(data) if as_json else recordable_text(result, found, words))


class _Recording(NamedTuple):
    """What is to be recorded in which file, as it was written on the command line."""

    file: str
    words: Words
    on: date
    event: str
    what: Sequence[str]
    given: Mapping[str, Sequence[str]]

    def hold(self, *, as_json: bool, yes: bool, dry_run: bool) -> None:
        """Shows it, and writes it where that was said or is answered."""
        from kansrijk.exploring.recording_words import recorded_words
        from kansrijk.reading import text_of

        text = text_of(self.file)
        found = recorded_words(
            self.words.pack, text, self.event, self.what, self.given, on=self.on, file=self.file
        )
        written = yes and not dry_run
        shown = self._shown(text, found, as_json=as_json, written=written)
        if written:
            # Before anything is shown, so that a reader who leaves does not undo the yes.
            self._write(text, found.text)
        say(shown)
        if written and not as_json:
            self._tell("record_done")
        if not written and not dry_run:
            if as_json or sys.stdin is None or not sys.stdin.isatty():
                refuse("not_asked", "record")
            self._ask(text, found.text)

    def _ask(self, text: str, new: str) -> None:
        if agreed(self.words, "record_ask"):
            self._write(text, new)
            self._tell("record_done")
        else:
            self._tell("record_not_done")

    def _tell(self, phrase: str) -> None:
        say(self.words.say(phrase, file=self.file) + "\n")

    def _shown(self, text: str, found: Recorded, *, as_json: bool, written: bool) -> str:
        import kansrijk
        from kansrijk.exploring.moves import moves
        from kansrijk.output.data import to_json
        from kansrijk.output.record_data import recorded_data
        from kansrijk.output.record_text import preview

        after = kansrijk.assess(self.words.pack, told_of_later(found.case, self.on), on=self.on)
        before = self._before(text)
        moved = None if before is None else moves(before, after)
        if not as_json:
            return preview(self.event, found, moved, after, self.words)
        data = recorded_data(self.event, found, moved, after, self.words, written=written)
        return to_json(data)

    def _before(self, text: str) -> Assessment | None:
        """The outcome as it is; None of a case that cannot be used before it is mended."""
        import kansrijk
        from kansrijk.case.case import parse_case
        from kansrijk.reading import InputError, read_text

        try:
            case = parse_case(read_text(text, self.file))
            return kansrijk.assess(self.words.pack, case, on=self.on)
        except InputError:
            return None

    def _write(self, text: str, new: str) -> None:
        """The new text for the old one; refused where that is not in the file any more."""
        from kansrijk.reading import text_of
        from kansrijk.reading.saving import save

        if text_of(self.file) != text:
            refuse("changed_meanwhile", self.file)
        try:
            save(Path(self.file), new)
        except OSError:
            refuse("not_written", self.file)
