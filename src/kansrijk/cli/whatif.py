"""The command that looks beside an outcome: what would change it, and what changes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    CaseFile,
    EngineChoice,
    Format,
    Language,
    OnDay,
    Output,
    PackName,
    case_on,
    choose,
    day,
    held_apart,
    language,
    refuse,
    write,
)

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment, EngineName

WAYS = ("--set", "--towards", "--ahead")


def add_to(app: typer.Typer) -> None:
    app.command()(whatif)


def whatif(
    case: CaseFile,
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FACT=VALUE", help="As if this were the answer; empty: no answer."
        ),
    ] = None,
    towards: Annotated[
        str | None,
        typer.Option("--towards", metavar="CLASS", help="What leads to this class."),
    ] = None,
    ahead: Annotated[
        bool, typer.Option("--ahead", help="What changes by itself, and when.")
    ] = False,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
    engine: EngineChoice = "both",
) -> None:
    """Compare: what would be different, where there is room, what changes by itself."""
    import kansrijk
    from kansrijk.output.data import to_json
    from kansrijk.output.whatif_data import of_case

    choose(format, ("text", "json"), "--format")
    held_apart(output, case)
    asked = (bool(answers), towards is not None, ahead)
    if sum(asked) != 1:
        refuse("one_of_ways", "whatif", ways=", ".join(WAYS))
    installed = kansrijk.installed_engines()
    choose(engine, ("both", *installed), "--engine")
    on_day = day(on)
    rules = kansrijk.load_pack(pack, tests=False)
    words = language(rules, lang)
    engines = [name for name in installed if engine in ("both", name)]
    result = kansrijk.assess(rules, case_on(case, on_day), on=on_day, engines=engines)
    if answers:
        text, data = _set(result, answers, words, engines)
    elif towards is not None:
        text, data = _towards(result, towards, words)
    else:
        text, data = _ahead(result, words)
    write(to_json({**of_case(result), **data}) if format == "json" else text, output)


Given = tuple[str, dict[str, Any]]
"""An answer as text, and as plain data."""


def _set(before: Assessment, answers: list[str], lang: str, engines: list[EngineName]) -> Given:
    from kansrijk.assessment import assess_facts
    from kansrijk.case.facts import with_changes
    from kansrijk.exploring.supposed import supposed
    from kansrijk.output.whatif_data import whatif_data
    from kansrijk.output.whatif_text import whatif_text
    from kansrijk.output.words import Words

    changes = supposed(before.pack, answers)
    facts = with_changes(before.pack, before.facts, changes)
    after = assess_facts(before.pack, before.case, facts, engines)
    text = whatif_text(before, after, changes, lang)
    return text, whatif_data(before, after, changes, Words(before.pack, lang))


def _towards(result: Assessment, level: str, lang: str) -> Given:
    from kansrijk.exploring.towards import towards
    from kansrijk.output.towards_text import towards_text
    from kansrijk.output.whatif_data import towards_data

    choose(level, result.pack.sections.classes.classes, "--towards")
    found = towards(result.ruled, result.facts, level)
    return towards_text(result, found, lang), towards_data(result, found)


def _ahead(result: Assessment, lang: str) -> Given:
    from kansrijk.exploring.ahead import changes_ahead
    from kansrijk.output.ahead_text import ahead_page
    from kansrijk.output.whatif_data import ahead_data

    found = list(changes_ahead(result.decided, result.case, result.date))
    return ahead_page(result, found, lang), ahead_data(found)
