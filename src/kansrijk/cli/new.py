"""The command that begins something: a case file, or a pack of rules."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Language,
    PackName,
    choose,
    day,
    language,
    refuse,
    say,
    write,
)


class CaseOrPack(TyperGroup):
    """Without the word for either it is a case file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, "--help"):
            args = ["case", *args]
        return super().parse_args(ctx, args)


def add_to(app: typer.Typer) -> None:
    begun = typer.Typer(help="Start a case file, or with `new pack` a pack of rules.")
    begun.command("case")(case)
    begun.command("pack")(pack)
    app.add_typer(begun, name="new", cls=CaseOrPack)


def case(
    output: str | None = typer.Argument(
        None, metavar="FILE", help="Where to write it; else shown."
    ),
    pack: PackName = DEFAULT_PACK,
    lang: Language = None,
) -> None:
    """Start a case file: every question of the pack, with nothing answered yet."""
    import kansrijk
    from kansrijk.output.blank import blank_case

    rules = kansrijk.load_pack(pack, tests=False)
    words = language(rules, lang)
    if output not in (None, "-") and os.path.exists(output):
        refuse("file_exists", output)
    write(blank_case(rules, words), output)


def pack(
    folder: Annotated[
        str, typer.Argument(metavar="FOLDER", help="A folder that is not there yet.")
    ],
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="[default: the name of the folder]")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What the programme is called.")
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="LANGS", help="Its languages, the main one first.")
    ] = "nl",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Its first day. [default: today]")
    ] = None,
) -> None:
    """Start a pack of rules: small, whole and right, with comments that teach."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack
    from kansrijk.pack.parts import ID, LONGEST_ID
    from kansrijk.reading.limits import one_line
    from kansrijk.workbench import starting

    path = Path(folder)
    if os.path.lexists(path):
        refuse("folder_exists", folder)
    name = re.sub(r"[^a-z0-9]+", "_", path.name.lower()) if id is None else id
    if not re.fullmatch(ID, name) or len(name) > LONGEST_ID:
        refuse("bad_id", "--id")
    if title is not None and not one_line(title):
        refuse("bad_title", "--title")
    languages = tuple(dict.fromkeys(lang.split(",")))
    for one in languages:
        choose(one, starting.LANGUAGES, "--lang")
    today = day(on)
    start = starting.Start(name, title, languages, today.year)
    texts = starting.starter(start, today.isoformat())
    try:
        starting.write(path, texts)
    except OSError:
        refuse("not_written", folder)
    words = Words(load_pack(path, tests=False), languages[0])
    told = [words.say(f"starter_{phrase}", folder=folder) for phrase in starting.NEXT]
    say("".join(f"{line}\n" for line in told))
