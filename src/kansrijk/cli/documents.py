"""The command that writes the page of a whole programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kansrijk.cli.assumptions import screened_cases
from kansrijk.cli.shared import (
    DEFAULT_PACK,
    OnDay,
    Output,
    apart_from,
    choose,
    day,
    language,
    publish,
    refuse,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kansrijk.output.words import Words
    from kansrijk.workbench.documents.evidence import Evidence
    from kansrijk.workbench.documents.parts import Document

FORMATS = ("html", "markdown", "json")


def add_to(app: typer.Typer) -> None:
    app.command()(docs)


def docs(
    pack: Annotated[
        str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
    ] = DEFAULT_PACK,
    cases: Annotated[
        str | None,
        typer.Option(
            "--cases",
            metavar="FOLDER",
            help="Count over these cases what hangs on an assumption. [default: the tests]",
        ),
    ] = None,
    on: OnDay = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="One language. [default: all of the pack]"),
    ] = None,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="html, markdown or json.")] = "html",
    output: Output = None,
) -> None:
    """Write a readable page of a whole programme, made from its rules."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack
    from kansrijk.workbench.documents.evidence import evidence
    from kansrijk.workbench.documents.programme import programme
    from kansrijk.workbench.running import run

    choose(format, FORMATS, "--format")
    rules, on_day = load_pack(pack), day(on)
    languages = rules.languages if lang is None else (language(rules, lang),)
    apart_from(rules, output)
    results, skipped = (
        (None, 0) if cases is None else screened_cases(rules, [cases], on_day, output)
    )
    found = evidence(rules, on_day, run(rules), results, skipped)
    documents = [programme(Words(rules, one, paper=True), found) for one in languages]
    publish(_written(documents, Words(rules, languages[0], paper=True), found, format), output)


def _written(documents: Sequence[Document], words: Words, found: Evidence, format: str) -> str:
    if format == "json":
        from kansrijk.output.data import to_json
        from kansrijk.workbench.documents.data import data

        return to_json(data(documents, words, found))
    if format == "markdown":
        from kansrijk.workbench.documents.markdown import markdown

        return markdown(documents, words)
    from kansrijk.workbench.documents.page import html

    try:
        return html(documents, words)
    except ModuleNotFoundError as missing:
        refuse("missing_package", "--format", name=missing.name, format=format)
