"""The command that explains an outcome: explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    CaseFile,
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
    from kansrijk.assessment import Assessment

FORMATS = ("text", "markdown", "json")


def add_to(app: typer.Typer) -> None:
    app.command()(explain)


def explain(
    case: CaseFile,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE", help="A rule by its id, or `class`. [default: the whole outcome]"
        ),
    ] = None,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, markdown or json.")
    ] = "text",
    output: Output = None,
    enough: Annotated[
        bool, typer.Option("--enough", help="The fewest facts that fix the class, whatever else.")
    ] = False,
) -> None:
    """Explain an outcome, or one rule of it: the facts, norms and sources, and what is missing."""
    import kansrijk
    from kansrijk.exploring.rule_names import keys_of

    choose(format, FORMATS, "--format")
    if enough and rule is not None:
        refuse("enough_of_all", "--enough")
    held_apart(output, case)
    on_day = day(on)
    rules = kansrijk.load_pack(pack, tests=False)
    words = language(rules, lang)
    result = kansrijk.assess(rules, case_on(case, on_day), on=on_day)
    keys = None if rule is None else keys_of(rules, rule, result.classification.possible)
    if enough:
        write(_enough(result, words, format), output)
        return
    write(_explained(result, keys, words, format), output)


def _explained(result: Assessment, keys: tuple[str, ...] | None, lang: str, format: str) -> str:
    """What has these keys, or the whole outcome."""
    if format == "json":
        from kansrijk.exploring.explanation import worth_explaining
        from kansrijk.output.data import to_json
        from kansrijk.output.explain_plain import explanations

        asked = keys or tuple(worth_explaining(result.pack, result.screening))
        return to_json(explanations(result, asked, lang))
    if keys is None:
        from kansrijk.output.explain_overview import overview

        return overview(result, lang, markdown=format == "markdown")
    from kansrijk.output.explain_text import render

    return render(result, keys, lang, markdown=format == "markdown")


def _enough(result: Assessment, lang: str, format: str) -> str:
    from kansrijk.exploring.enough import enough
    from kansrijk.output.data import to_json
    from kansrijk.output.enough_text import enough_page, of_the_class
    from kansrijk.output.explain_plain import decided
    from kansrijk.output.whatif_data import enough_data, of_case

    level = result.classification.level
    found = enough(result.decided, result.facts, level) if level else None
    if format == "json":
        decisions = [decided(one, result.screening) for one in of_the_class(result)]
        return to_json({**of_case(result), **enough_data(found), "decisions": decisions})
    return enough_page(result, found, lang, markdown=format == "markdown")
