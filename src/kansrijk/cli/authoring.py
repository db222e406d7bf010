"""The commands that write in a pack for its owner: a version with its line, norms in and out."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from kansrijk.cli.rewriting import rewrite
from kansrijk.cli.shared import Language, Output, apart_from, day, language, publish, refuse, say

PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Write without asking.")]


def add_to(app: typer.Typer) -> None:
    app.command()(release)
    app.command()(norms)


def release(
    pack: PackArgument,
    what: Annotated[
        str | None, typer.Option("--what", metavar="TEXT", help="What changed, in one line.")
    ] = None,
    version: Annotated[
        str | None,
        typer.Option("--version", metavar="VERSION", help="[default: the next one]"),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Do the last version anew, which nobody uses yet.")
    ] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Its day. [default: today]")
    ] = None,
    yes: Yes = False,
    lang: Language = None,
) -> None:
    """Give a pack its next version, with a line in its changelog. Shows it first, and asks."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack, locate
    from kansrijk.pack.parts import VERSION
    from kansrijk.reading.limits import one_line
    from kansrijk.workbench import releasing

    if again and version:
        refuse("goes_without", "--again", option="--version")
    if version and not re.fullmatch(VERSION, version):
        refuse("bad_version", "--version")
    if what is not None and not one_line(what):
        refuse("say_what", "--what")
    rules = load_pack(locate(pack), tests=False)
    words = Words(rules, language(rules, lang))
    made = releasing.release(rules, what, day(on), version, again=again)
    said = made.entry["what"]
    fields = {
        "version": made.version,
        "date": made.entry["date"],
        "what": said if isinstance(said, str) else words.text(said),
    }
    lines = [words.say("release_line", **fields)]
    if made.version != rules.version:
        place = rules.files.place(releasing.VERSION)
        raised = words.say("release_version", place=place, old=rules.version, new=made.version)
        lines.insert(0, raised)
    rewrite(lines, made.texts, words, "release_ask", "release", yes=yes)


WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")


def norms(
    pack: PackArgument,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="A changed table to put in the pack."),
    ] = None,
    output: Output = None,
    yes: Yes = False,
    lang: Language = None,
) -> None:
    """Give the norms of a pack as a table for a spreadsheet, or put a changed table back."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack, locate
    from kansrijk.workbench import norm_sheet
    from kansrijk.workbench.norm_text import lines

    if source is None and yes:
        refuse("goes_with", "--yes", option="--from")
    if source is not None and output is not None:
        refuse("goes_without", "--from", option="--output")
    rules = load_pack(locate(pack), tests=False)
    words = Words(rules, language(rules, lang))
    if source is None:
        apart_from(rules, output)
        publish(norm_sheet.sheet(rules, words.lang), output)
        return
    if source.lower().endswith(WORKBOOKS):
        refuse("a_workbook", source)
    found = norm_sheet.read(rules, source)
    told = list(lines(found, words))
    if found.texts:
        rewrite(told, found.texts, words, "norms_ask", "--from", yes=yes)
    else:
        say("".join(f"{line}\n" for line in told))
