"""The command for what the owner of a pack should settle first: assumptions."""

from __future__ import annotations

import json
import sys
from os.path import isdir, realpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    held_apart,
    language,
    refuse,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from kansrijk.assessment import Assessment
    from kansrijk.pack.pack import Pack
    from kansrijk.reading import Problem

CASE_FILES = (".yaml", ".yml", ".json")
SKIPPED = "{place}: skipped, because this is no case that can be used: {problem}"
MANY = 50
"""From so many cases on a terminal shows how far it is."""


def add_to(app: typer.Typer) -> None:
    app.command()(assumptions)


def assumptions(
    cases: Annotated[
        list[str], typer.Argument(metavar="CASE", help="Case files, or folders of them.")
    ],
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
) -> None:
    """Show which assumptions of a pack decide most outcomes over a set of cases."""
    from kansrijk.exploring.decisive import decisive
    from kansrijk.output import decisive_text
    from kansrijk.output.words import Words
    from kansrijk.pack.load import load_pack

    choose(format, ("text", "json"), "--format")
    on_day = day(on)
    rules = load_pack(pack, tests=False)
    words = Words(rules, language(rules, lang))
    results, skipped = screened_cases(rules, cases, on_day, output)
    outcomes = [(r.classification.level, r.hangs_on) for r in _counted(results)]
    found, over = decisive(rules, outcomes), decisive_text.over(outcomes, skipped)
    if format == "json":
        data = decisive_text.data(found, words, over, on_day)
        write(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output)
    else:
        write(decisive_text.render(found, words, over), output)


def screened_cases(
    rules: Pack, names: list[str], on: date, output: str | None
) -> tuple[list[Assessment], int]:
    """The cases in these files and folders screened, and how many files were no case.

    Raises InputError where a file that was named by hand is no good, where none is a case, or
    where `output` is one of them.
    """
    import kansrijk

    # A file that is named twice is one case.
    files = {realpath(file): file for name in names for file in case_files(name)}
    held_apart(output, *files)

    def screened(file: str) -> Assessment:
        case = kansrijk.read_case(file)
        return kansrijk.screen_case(rules, case, on=on, engines=["reference"])

    # A file named by hand is meant as a case; what else lies in a folder need not be one.
    by_hand = {name for name in names if not isdir(name)}
    results, skipped = _all(list(files.values()), by_hand, screened)
    if not results:
        refuse("no_usable_cases", names[0])
    return results, skipped


def case_files(name: str) -> list[str]:
    """The case files in a folder and those within it; any other name stands for itself."""
    if not isdir(name):
        return [name]
    found = sorted(str(file) for file in Path(name).rglob("*") if file.suffix in CASE_FILES)
    return found or refuse("no_cases", name)


def _all(
    files: list[str], by_hand: set[str], screened: Callable[[str], Assessment]
) -> tuple[list[Assessment], int]:
    """Every case screened, and how many files of a folder were skipped, each of them named.

    Raises InputError with the problems of all files named by hand that are no good.
    """
    from kansrijk.reading import InputError

    results: list[Assessment] = []
    problems: list[Problem] = []
    skipped: list[str] = []
    for file in files:
        try:
            results.append(screened(file))
        except InputError as error:
            if file in by_hand:
                problems.extend(error.problems)
            else:
                first = error.problems[0]
                skipped.append(SKIPPED.format(place=first.place, problem=first.message))
    if problems:
        raise InputError(problems)
    for line in skipped:
        print(line, file=sys.stderr)
    return results, len(skipped)


def _counted(results: list[Assessment]) -> Iterable[Assessment]:
    """The same, with a count on the terminal where there are many."""
    if len(results) < MANY or not sys.stderr.isatty():
        return results
    return _shown(results)


def _shown(results: list[Assessment]) -> Iterator[Assessment]:
    for n, result in enumerate(results, start=1):
        print(f"\r{n} / {len(results)}", end="", file=sys.stderr, flush=True)
        yield result
    print("\r\033[K", end="", file=sys.stderr, flush=True)
