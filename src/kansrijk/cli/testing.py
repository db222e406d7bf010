"""The command that runs the tests of a pack, and says what of its rules they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kansrijk.cli.families import progress, write_families
from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.rewriting import rewrite
from kansrijk.cli.shared import (
    DEFAULT_PACK,
    Language,
    Output,
    apart_from,
    choose,
    language,
    publish,
    refuse,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kansrijk.output.words import Words
    from kansrijk.workbench.coverage import Coverage
    from kansrijk.workbench.mutation.killing import Killed
    from kansrijk.workbench.running import Ran

FORMATS = ("text", "json", "junit")
OF_FAMILIES = ("text", "markdown", "html", "pdf", "yaml", "json")


PackArgument = Annotated[
    str, typer.Argument(metavar="PACK", help="A pack by its id, or its folder.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="ID", help="Only this test or table; may be given again."),
]
Reach = Annotated[
    bool, typer.Option("--coverage", help="Also name what of the rules no test reaches.")
]
Page = Annotated[
    str | None,
    typer.Option("--coverage-html", metavar="FILE", help="Write that to a page beside the rules."),
]
Changes = Annotated[
    bool,
    typer.Option(
        "--mutants",
        help="Also change one thing of the rules at a time, and name what no test notices.",
    ),
]
Generate = Annotated[
    bool,
    typer.Option(
        "--generate",
        help="Instead, few example families that show each such change, to read and to sign.",
    ),
]
Seconds = Annotated[
    float, typer.Option("--seconds", min=0, help="How long they may prove; the rest is said.")
]
Update = Annotated[
    bool, typer.Option("--update", help="Show what came out otherwise, ask, and write it.")
]
Yes = Annotated[bool, typer.Option("--yes", help="With --update: write without asking.")]
TestFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="text, json or junit; with --generate: text, markdown, html, pdf, yaml or json.",
    ),
]


def add_to(app: typer.Typer) -> None:
    app.command("test")(run_tests)


def run_tests(
    pack: PackArgument = DEFAULT_PACK,
    only: Only = None,
    reach: Reach = False,
    page: Page = None,
    changes: Changes = False,
    generate: Generate = False,
    seconds: Seconds = 600.0,
    update: Update = False,
    yes: Yes = False,
    lang: Language = None,
    format: TestFormat = "text",
    output: Output = None,
) -> None:
    """Run the tests of a pack and name what does not hold. Exit 1 where there is any."""
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack
    from kansrijk.workbench.coverage import coverage
    from kansrijk.workbench.running import run

    choose(format, OF_FAMILIES if generate else FORMATS, "--format")
    more = bool(reach or page or changes)
    if yes and not update:
        refuse("goes_with", "--yes", option="--update")
    if update and (more or output or format != "text"):
        others = "--coverage, --mutants, --format or --output"
        refuse("goes_without", "--update", option=others)
    if generate and (more or only or update):
        refuse("goes_without", "--generate", option="--only, --coverage, --mutants or --update")
    if format == "junit" and (reach or changes):
        # It holds tests alone: what else is not right would be told by the exit code only.
        refuse("goes_without", "--format junit", option="--coverage or --mutants")
    rules = load_pack(pack)
    words = Words(rules, language(rules, lang))
    for name in (output, page):
        apart_from(rules, name)
    ran = run(rules, only or ())
    unmet = any(one.unmet for one in ran)
    if update and unmet:
        _update(ran, words, yes=yes)
        return
    if generate and not unmet:
        write_families(rules, words, seconds, format, output)
        return
    found = coverage(rules, [one.result for one in ran]) if reach or page else None
    if found and page:
        publish(_page(found, words), page)
    noticed = _mutants(ran, words, seconds) if changes else None
    shape = format if format in FORMATS else "text"
    publish(_report(ran, found if reach else None, noticed, words, shape), output)
    missed = [one for one in noticed or () if one.fate in ("survived", "not_sure")]
    if unmet or (found and reach and found.lacking) or missed:
        raise typer.Exit(FINDINGS)


def _mutants(ran: Sequence[Ran], words: Words, seconds: float) -> Sequence[Killed] | None:
    """What became of each mutant; nothing while the tests do not hold of the pack itself."""
    try:
        from kansrijk.workbench.mutation.killing import killed
        from kansrijk.workbench.mutation.mutants import mutants
    except ModuleNotFoundError as missing:
        refuse("missing_prover", "--mutants", name=missing.name)
    if any(one.unmet for one in ran):
        return None
    with progress(
        killed(words.pack, seconds=seconds), sum(1 for _ in mutants(words.pack))
    ) as found:
        return list(found)


def _page(found: Coverage, words: Words) -> str:
    from kansrijk.workbench.coverage_page import render

    try:
        return render(found, words)
    except ModuleNotFoundError as missing:
        refuse("missing_package", "--coverage-html", name=missing.name, format="html")


def _report(
    ran: Sequence[Ran],
    found: Coverage | None,
    noticed: Sequence[Killed] | None,
    words: Words,
    format: str,
) -> str:
    from kansrijk.output.data import to_json
    from kansrijk.workbench import coverage_text, report_data, report_text

    if format == "junit":
        return report_data.junit(ran, words)
    if format == "json":
        reached = {"coverage": coverage_text.data(found, words.pack)} if found else {}
        return to_json({**report_data.data(ran, words), **reached, **_mutants_data(noticed, words)})
    reached_text = f"\n{coverage_text.render(found, words)}" if found else ""
    return report_text.render(ran, words) + reached_text + _mutants_text(noticed, words)


def _mutants_data(noticed: Sequence[Killed] | None, words: Words) -> dict[str, Any]:
    if noticed is None:
        return {}
    from kansrijk.workbench.mutation.text import data

    return {"mutants": data(noticed, words)}


def _mutants_text(noticed: Sequence[Killed] | None, words: Words) -> str:
    if noticed is None:
        return ""
    from kansrijk.workbench.mutation.text import render

    return f"\n{render(noticed, words)}"


def _update(ran: Sequence[Ran], words: Words, *, yes: bool) -> None:
    """Shows what would be written, and writes it where that was said or is answered."""
    from kansrijk.workbench import updating
    from kansrijk.workbench.report_text import change_line

    found = updating.update(words.pack, ran)
    lines = [change_line(change, words) for change in found.changes]
    rewrite(lines, found.texts, words, "update_ask", "--update", yes=yes)
