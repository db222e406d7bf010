"""The commands for professionals: screen, plan."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Annotated

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
    case_on,
    choose,
    day,
    held_apart,
    language,
    note,
    refuse,
    write,
)

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment
    from kansrijk.exploring.ahead import Change
    from kansrijk.pack.pack import Pack


def add_to(app: typer.Typer) -> None:
    app.command()(screen)
    app.command()(plan)


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
    from kansrijk.output.text import render

    choose(format, ("text", "json"), "--format")
    rules, result = _outcome(case, pack, on, output, engine, with_plan=False)
    words = language(rules, lang)
    shown = result.to_json(words) if format == "json" else None
    write(shown or render(result, words, everything=everything), output)


PlanFormat = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text, markdown, html, pdf, json or ics (a calendar)."
    ),
]
Reader = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="READER",
        help="A copy for a role of the pack, or for the mother: only what that reader may see.",
    ),
]


def plan(
    case: CaseFile,
    pack: PackName = DEFAULT_PACK,
    on: OnDay = None,
    lang: Language = None,
    format: PlanFormat = "text",
    reader: Reader = None,
    output: Output = None,
    everything: Everything = False,
    engine: EngineChoice = "both",
) -> None:
    """Screen a case and lay out its care plan: phases, dated visits, goals, actions.

    With `--for`, as a copy for somebody else: a role, or the mother herself.
    """
    from kansrijk.output.formats import FORMATS, MissingGlyphs, in_format
    from kansrijk.pack.care import MOTHER
    from kansrijk.sharing.seen import names_of_readers

    choose(format, FORMATS, "--format")
    rules, result = _outcome(case, pack, on, output, engine, with_plan=True)
    if reader is not None:
        names = names_of_readers(rules)
        reader = names[choose(reader, names, "--for")]
        result = _copy(result, reader, format)
    words = _her_language(rules, lang) if reader == MOTHER else language(rules, lang)
    # What comes by itself would tell of what a reader may not see.
    ahead = _first_change(result) if reader is None and not _lost(result) else ()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", MissingGlyphs)
        try:
            made = in_format(result, format, words, everything=everything, ahead=ahead)
        except ModuleNotFoundError as missing:
            refuse("missing_package", "--format", name=missing.name, format=format)
    write(made, output)
    if any(one.category is MissingGlyphs for one in told):
        note("missing_glyphs", "--format")
    if format == "ics" and "BEGIN:VEVENT" not in str(made):
        _say_why_empty(result, case)


def _outcome(
    case: str, pack: str, on: str | None, output: str | None, engine: str, *, with_plan: bool
) -> tuple[Pack, Assessment]:
    import kansrijk

    held_apart(output, case)
    names = ("reference", "durable") if engine == "both" else (engine,)
    installed = kansrijk.installed_engines()
    choose(engine, ("both", *installed), "--engine")
    on_day = day(on)
    rules = kansrijk.load_pack(pack, tests=False)
    assess = kansrijk.assess if with_plan else kansrijk.screen_case
    engines = [name for name in installed if name in names]
    return rules, assess(rules, case_on(case, on_day), on=on_day, engines=engines)


def _lost(result: Assessment) -> bool:
    """After a loss no phase that would begin is told of."""
    return result.plan is not None and result.plan.ended_by == "loss"


def _copy(result: Assessment, reader: str, format: str) -> Assessment:
    """The copy; a calendar is that of the outcome itself, which tells nothing but the visits."""
    from kansrijk.sharing.seen import makes_visits

    if format != "ics":
        return result.seen_by(reader)
    if not makes_visits(result.pack, reader):
        refuse("no_calendar", "--for")
    return result


def _her_language(rules: Pack, lang: str | None) -> str:
    """A language in which the pack has words for her."""
    hers = rules.sections.hers
    if hers is None:
        refuse("no_words_for_her", "--for")
    return choose(lang or rules.languages[0], hers.languages, "--lang", "bad_language")


def _say_why_empty(result: Assessment, case: str) -> None:
    """Beside an empty calendar: whoever opens it would think it broken."""
    proposed = result.plan is not None and result.plan.status == "proposed"
    note("no_visits.proposal" if proposed else "no_visits", case)


def _first_change(result: Assessment) -> Iterable[Change]:
    """The first change that comes by itself; the command `whatif` tells them all."""
    from kansrijk.exploring.ahead import changes_ahead

    return islice(changes_ahead(result.decided, result.case, result.date), 1)
