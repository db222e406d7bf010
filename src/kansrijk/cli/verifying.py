"""The commands with which a stranger can check an outcome: compile and verify."""

from __future__ import annotations

from typing import Annotated

import typer

from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.shared import (
    DEFAULT_PACK,
    CaseFile,
    Format,
    Language,
    Output,
    choose,
    held_apart,
    language,
    publish,
    write,
)

PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
]
OutcomeFile = Annotated[
    str, typer.Argument(metavar="OUTCOME", help="An outcome of screen or plan, as JSON.")
]


def add_to(app: typer.Typer) -> None:
    app.command("compile")(compile_)
    app.command()(verify)


def compile_(pack: PackArgument = DEFAULT_PACK, output: Output = None) -> None:
    """Give a pack as JSON: all that is needed to work out an outcome again."""
    import kansrijk
    from kansrijk.output.data import to_json
    from kansrijk.workbench.compiled import compiled

    publish(to_json(compiled(kansrijk.load_pack(pack, tests=False))), output)


def verify(
    outcome: OutcomeFile,
    case: CaseFile,
    pack: PackArgument = DEFAULT_PACK,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
) -> None:
    """Check an outcome by its case and pack. Exit 1 where any field is not as it must be."""
    choose(format, ("text", "json"), "--format")
    held_apart(output, outcome, case)
    import kansrijk
    from kansrijk.output.data import to_json
    from kansrijk.output.words import Words
    from kansrijk.workbench.verify_text import verify_data, verify_text
    from kansrijk.workbench.verifying import read_outcome, verified

    rules = kansrijk.load_pack(pack, tests=False)
    words = Words(rules, language(rules, lang))
    told = read_outcome(outcome)
    found = verified(told, outcome, kansrijk.read_case(case), rules)
    text = to_json(verify_data(found)) if format == "json" else verify_text(found, words)
    write(text, output)
    if not found.holds:
        raise typer.Exit(FINDINGS)
