"""The command that runs the tests of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.shared import DEFAULT_PACK, Language, Output, choose, language, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kansrijk.output.words import Words
    from kansrijk.workbench.running import Ran

FORMATS = ("text", "json", "junit")


def add_to(app: typer.Typer) -> None:
    app.command("test")(run_tests)


def run_tests(
    pack: Annotated[
        str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
    ] = DEFAULT_PACK,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ID", help="Only this test or table; may be given again."),
    ] = None,
    lang: Language = None,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, json or junit.")
    ] = "text",
    output: Output = None,
) -> None:
    """Run the tests of a pack and name what does not hold. Exit 1 where there is any."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack
    from kansrijk.workbench.running import run

    choose(format, FORMATS, "--format")
    rules = load_pack(pack)
    words = Words(rules, language(rules, lang))
    ran = run(rules, only or ())
    write(_report(ran, words, format), output)
    if any(one.unmet for one in ran):
        raise typer.Exit(FINDINGS)


def _report(ran: Sequence[Ran], words: Words, format: str) -> str:
    from kansrijk.output.data import to_json
    from kansrijk.workbench import report_data, report_text

    if format == "junit":
        return report_data.junit(ran, words)
    if format == "json":
        return to_json(report_data.data(ran, words))
    return report_text.render(ran, words)
