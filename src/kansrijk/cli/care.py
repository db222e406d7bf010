"""The commands for professionals: screen, plan, new."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

import typer

from kansrijk.cli.shared import (
    DEFAULT_PACK,
    CaseFile,
    EngineChoice,
    Everything,
    Format,
    Language,
    OnDay,
    Output,
    PackName,
    PlanFormat,
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
    from kansrijk.exploring.ahead import Change

FORMATS = ("text", "json")
PLAN_FORMATS = (*FORMATS, "ics")


def add_to(app: typer.Typer) -> None:
    app.command()(screen)
    app.command()(plan)
    app.command()(new)


def screen(
    case: CaseFile,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: Format = "text",
    output: Output = None,
    everything: Everything = False,
    engine: EngineChoice = "both",
) -> None:
    """Screen a case: criteria with their reasons, class, what is still to ask, intake."""
    _outcome(case, pack, on, lang, format, output, everything, engine, with_plan=False)


def plan(
    case: CaseFile,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: PlanFormat = "text",
    output: Output = None,
    everything: Everything = False,
    engine: EngineChoice = "both",
) -> None:
    """Screen a case and lay out its care plan: phases, dated visits, goals, actions."""
    _outcome(case, pack, on, lang, format, output, everything, engine, with_plan=True)


def _outcome(
    case: str,
    pack: str,
    on: str | None,
    lang: str | None,
    format: str,
    output: str | None,
    everything: bool,
    engine: str,
    *,
    with_plan: bool,
) -> None:
    import kansrijk
    from kansrijk.output.text import render

    choose(format, PLAN_FORMATS if with_plan else FORMATS, "--format")
    held_apart(output, case)
    names = ("reference", "durable") if engine == "both" else (engine,)
    installed = kansrijk.installed_engines()
    choose(engine, ("both", *installed), "--engine")
    on_day = day(on)
    rules = kansrijk.load_pack(pack, tests=False)
    words = language(rules, lang)
    assess = kansrijk.assess if with_plan else kansrijk.screen_case
    engines = [name for name in installed if name in names]
    result = assess(rules, case_on(case, on_day), on=on_day, engines=engines)
    if format == "json":
        write(result.to_json(words), output)
    elif format == "ics":
        write(_calendar(result, words, case), output)
    else:
        ahead = _first_change(result) if with_plan else ()
        write(render(result, words, everything=everything, ahead=ahead), output)


def _calendar(result: Assessment, lang: str, case: str) -> str:
    """The calendar. That it is empty is said beside it: whoever opens it would think it broken."""
    from kansrijk.reading import Place, problem

    try:
        made = result.to_ics(lang)
    except ModuleNotFoundError as missing:
        refuse("missing_package", "--format", name=missing.name)
    if "BEGIN:VEVENT" not in made:
        proposed = result.plan is not None and result.plan.status == "proposed"
        code = "no_visits.proposal" if proposed else "no_visits"
        print(problem(code, Place(case, None, None)), file=sys.stderr)
    return made


def _first_change(result: Assessment) -> Iterable[Change]:
    """The first change that comes by itself; the command `whatif` tells them all."""
    from kansrijk.exploring.ahead import changes_ahead

    return islice(changes_ahead(result.decided, result.case, result.date), 1)


def new(
    output: str | None = typer.Argument(
        None, metavar="FILE", help="Where to write it; else shown."
    ),
    pack: PackName = DEFAULT_PACK,
    lang: Language = None,
) -> None:
    """Start a case file: every question of the pack, with nothing answered yet."""
    import kansrijk
    from kansrijk.output.blank import blank_case

    rules = kansrijk.load_pack(pack, tests=False)
    words = language(rules, lang)
    if output not in (None, "-") and os.path.exists(output):
        refuse("file_exists", output)
    write(blank_case(rules, words), output)
