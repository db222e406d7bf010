"""The commands for owners of packs: check, schema, packs."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import datetime
from time import sleep
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Format,
    Language,
    OnDay,
    Output,
    PackName,
    choose,
    day,
    language,
    publish,
    refuse,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kansrijk.exploring.exactness import Exactness
    from kansrijk.output.words import Words
    from kansrijk.pack.pack import Pack
    from kansrijk.reading import Problem

FINDINGS = 1
TICK = 0.3
"""Seconds between two looks at whether anything was saved."""


def add_to(app: typer.Typer) -> None:
    app.command()(check)
    app.command()(schema)
    app.command()(packs)


def check(
    pack: Annotated[
        str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
    ] = DEFAULT_PACK,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also say where the possible classes are exact.")
    ] = False,
    on: OnDay = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check, test and prove on every save, until Ctrl-C.")
    ] = False,
) -> None:
    """Check a pack and name every problem with its place. Exit 1 where there are any."""
    if watch:
        if format != "text" or output or possible:
            refuse("goes_without", "--watch", option="--format, --output or --possible")
        with suppress(KeyboardInterrupt):
            _watch(pack, lang)
        return
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack, locate
    from kansrijk.reading import InputError
    from kansrijk.workbench.checking import good, problems

    choose(format, ("text", "json"), "--format")
    path = locate(pack)
    try:
        rules = load_pack(path)
        found_wrong = problems(rules)
    except InputError as error:
        found_wrong = list(error.problems)
    if found_wrong:
        publish(_told(found_wrong, format), output)
        raise typer.Exit(FINDINGS)
    words = Words(rules, language(rules, lang))
    found = _possible(rules, on) if possible else None
    if format == "json":
        publish(_json({"problems": [], **({"possible": found._asdict()} if found else {})}), output)
        return
    remarks = [] if rules.sections.changelog else [words.say("check_no_changelog", pack=pack)]
    lines = _possible_lines(found, words) if found else []
    publish("".join(f"{line}\n" for line in [good(words), *remarks, *lines]), output)


def _possible_lines(found: Exactness, words: Words) -> list[str]:
    from kansrijk.output.possible_text import possible_lines

    return possible_lines(found, words)


def _watch(pack: str, lang: str | None) -> None:
    """Until somebody interrupts it, which is how it ends and no failure."""
    from kansrijk.pack.load import locate
    from kansrijk.workbench.watching import look, watch

    path = locate(pack)

    def begin() -> None:
        clear = "\x1b[2J\x1b[H" if sys.stdout.isatty() else ""
        say(f"{clear}{datetime.now():%H:%M:%S}  {pack}  (Ctrl-C)\n\n")

    watch(path, begin, lambda: look(path, lang), lambda said: say(f"{said}\n\n"), _ticks())


def _ticks() -> Iterator[None]:
    while True:
        yield
        sleep(TICK)


def _told(problems: Sequence[Problem], format: str) -> str:
    if format != "json":
        return "".join(f"{problem}\n" for problem in problems)
    told = [
        {"code": p.code, "place": str(p.place), "message": p.message, "help": p.help}
        for p in problems
    ]
    return _json({"problems": told})


def _possible(pack: Pack, on: str | None) -> Exactness:
    """Where the possible classes are exact, on a day."""
    from kansrijk.case.case import Case
    from kansrijk.case.facts import facts_on
    from kansrijk.exploring.exactness import exactness

    return exactness(pack, facts_on(pack, Case(case="check"), day(on)))


def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="case, pack, or one file of a pack: header, facts, norms, ..."
        ),
    ] = "case",
    pack: PackName = DEFAULT_PACK,
    lang: Language = None,
    output: Output = None,
) -> None:
    """Give the JSON Schema of case files or pack files, for an editor."""
    from kansrijk.case.schema import case_schema
    from kansrijk.pack.load import load_pack
    from kansrijk.pack.schema import FILES, pack_schema, section_schema

    choose(what, ("case", "pack", *FILES), "WHAT")
    if what == "case":
        rules = load_pack(pack)
        publish(_json(case_schema(rules, language(rules, lang))), output)
    else:
        publish(_json(pack_schema() if what == "pack" else section_schema(what)), output)


def packs(format: Format = "text", output: Output = None) -> None:
    """List the packs that come along, with their version, languages and title."""
    from kansrijk.pack.load import load_pack, shipped_packs

    choose(format, ("text", "json"), "--format")
    listed = [
        {
            "id": pack.id,
            "version": pack.version,
            "languages": list(pack.languages),
            "title": pack.text(pack.sections.pack.title, pack.languages[0]),
        }
        for pack in map(load_pack, shipped_packs())
    ]
    lines = (
        f"{p['id']} {p['version']} ({', '.join(p['languages'])})  {p['title']}\n" for p in listed
    )
    publish(_json({"packs": listed}) if format == "json" else "".join(lines), output)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
