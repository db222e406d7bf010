"""The commands for owners of packs: check, schema, packs."""

from __future__ import annotations

import json
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
    write,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kansrijk.exploring.exactness import Exactness
    from kansrijk.pack.pack import Pack
    from kansrijk.reading import Problem

FINDINGS = 1


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
) -> None:
    """Check a pack and name every problem with its place. Exit 1 where there are any."""
    from kansrijk.output.possible_text import possible_lines
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack, locate
    from kansrijk.reading import InputError
    from kansrijk.workbench.checking import problems

    choose(format, ("text", "json"), "--format")
    path = locate(pack)
    try:
        rules = load_pack(path)
        found_wrong = problems(rules)
    except InputError as error:
        found_wrong = list(error.problems)
    if found_wrong:
        write(_told(found_wrong, format), output)
        raise typer.Exit(FINDINGS)
    parts = rules.sections
    counts = {
        name: len(section)
        for name, section in (
            ("criteria", parts.criteria),
            ("signals", parts.signals),
            ("classes", parts.classes.classes),
            ("phases", parts.phases),
            ("actions", parts.actions),
            ("facts", parts.facts),
            ("norms", parts.norms),
        )
    }
    words = Words(rules, language(rules, lang))
    text = words.say("check_good", pack=rules.id, version=rules.version, **counts)
    found = _possible(rules, on) if possible else None
    if format == "json":
        write(_json({"problems": [], **({"possible": found._asdict()} if found else {})}), output)
        return
    remarks = [] if parts.changelog else [words.say("check_no_changelog", pack=pack)]
    lines = possible_lines(found, words) if found else []
    write("".join(f"{line}\n" for line in [text, *remarks, *lines]), output)


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
        write(_json(case_schema(rules, language(rules, lang))), output)
    else:
        write(_json(pack_schema() if what == "pack" else section_schema(what)), output)


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
    write(_json({"packs": listed}) if format == "json" else "".join(lines), output)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
