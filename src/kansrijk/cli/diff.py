"""The command that compares two versions of a pack: what changes, and in whom."""

from __future__ import annotations

from typing import Annotated

import typer

from kansrijk.cli.assumptions import case_files
from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.prove import SECONDS
from kansrijk.cli.shared import (
    Language,
    OnDay,
    Output,
    choose,
    day,
    language,
    refuse,
    write,
)

FORMATS = ("text", "markdown", "json")


def add_to(app: typer.Typer) -> None:
    app.command()(diff)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A pack by its id, or its folder.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The pack that would replace it.")],
    cases: Annotated[
        str | None,
        typer.Option("--cases", metavar="FOLDER", help="Also say which of these cases change."),
    ] = None,
    on: OnDay = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0, help="How long it may take; what is left is said.")
    ] = SECONDS,
    lang: Language = None,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, markdown or json.")] = "text",
    output: Output = None,
) -> None:
    """Show what another version of a pack changes, and in whom. Exit 1 where anything does."""
    choose(format, FORMATS, "--format")
    import kansrijk
    from kansrijk.output.data import to_json
    from kansrijk.output.words import Words

    before, after = (kansrijk.load_pack(pack, tests=False) for pack in (old, new))
    words, on_day = Words(after, language(after, lang)), day(on)
    try:
        from kansrijk.workbench.difference.cases import cases_changed
        from kansrijk.workbench.difference.outcomes import differences
        from kansrijk.workbench.difference.text import Found, as_data, render
        from kansrijk.workbench.difference.written import written
    except ModuleNotFoundError as missing:
        refuse("missing_prover", "diff", name=missing.name)
    files = case_files(cases) if cases is not None else []
    found = Found(
        before,
        after,
        written(before, after),
        tuple(differences(before, after, seconds=seconds)),
        None if cases is None else tuple(cases_changed(before, after, files, on_day)),
        on_day,
    )
    if format == "json":
        text = to_json(as_data(found))
    else:
        text = render(found, words, markdown=format == "markdown")
    write(text, output, about_nobody=cases is None)
    if not found.same:
        raise typer.Exit(FINDINGS)
