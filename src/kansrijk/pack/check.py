"""The cross-check of a pack: what one section says of another, all that is wrong at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from kansrijk.pack.care import MOTHER, Border, Phase
from kansrijk.pack.check_after import check_after
from kansrijk.pack.check_changelog import check_changelog
from kansrijk.pack.check_covering import check_covering
from kansrijk.pack.check_derivations import check_derivations
from kansrijk.pack.check_figures import (
    BORDER,
    CONFIRMED,
    GOALS,
    HOURS,
    INTERVAL,
    MONTHS,
    WITHIN,
    link_problem,
)
from kansrijk.pack.check_goals import check_findings, check_goals
from kansrijk.pack.check_hers import check_hers
from kansrijk.pack.check_labels import check_labels
from kansrijk.pack.check_medical import check_medical
from kansrijk.pack.check_offers import check_offers
from kansrijk.pack.check_prevalence import check_prevalences
from kansrijk.pack.check_trajectory import check_trajectory
from kansrijk.pack.check_vocabulary import check_facts, check_norms
from kansrijk.pack.model import Class, Criterion, Sections
from kansrijk.pack.pack import PackRule, norms_in
from kansrijk.pack.parse import norm_values
from kansrijk.pack.parts import BEFORE, NormLink, Translations
from kansrijk.pack.report import Enough, Report
from kansrijk.pack.rules import (
    Parsed,
    parse_ask_if,
    parse_offers,
    parse_plausibility,
    parse_rules,
)
from kansrijk.pack.vocabulary import Norm
from kansrijk.reading import Problem
from kansrijk.reading.validation import Path, Placed


def check(sections: Sections, document: Placed) -> tuple[Parsed, list[Problem]]:
    """The rules of the pack, and the problems of its sections, up to a number of them."""
    report, checked = Report(document), Parsed(())
    with suppress(Enough):
        checked = _checked(sections, report)
    return checked, sorted(report.problems, key=lambda problem: problem.place)


def _checked(sections: Sections, report: Report) -> Parsed:
    check_facts(sections, report)
    check_prevalences(sections, report)
    check_norms(sections, report)
    check_labels(sections, report)
    check_derivations(sections, report)
    parsed = parse_rules(sections, report)
    plausibility, ask_if = parse_plausibility(sections, report), parse_ask_if(sections, report)
    offers = parse_offers(sections, report)
    _header(sections, report)
    _texts_and_sources(sections, report)
    _unique_ids(sections, report)
    _readers(sections, report)
    _readings(sections, report)
    _criteria_and_signals(sections, report)
    _classes(sections, report)
    _phases(sections, report)
    check_goals(sections, report)
    _schedule(sections, report)
    _actions(sections, report)
    check_after(sections, report)
    check_covering(sections, report)
    check_medical(sections, report)
    check_offers(sections, report)
    check_trajectory(sections, report)
    check_changelog(sections, report)
    check_hers(sections, parsed.rules, report)
    if not report.problems:
        _assumptions(sections, parsed.rules, report)
    return parsed._replace(plausibility=plausibility, ask_if=ask_if, offers=offers)


def _header(sections: Sections, report: Report) -> None:
    in_force = sections.pack.in_force
    if in_force.until and in_force.until <= in_force.from_:
        report.refuse("until_before_from", ("pack", "in_force", "until"))
    uses = {"ask_again_days": WITHIN, "confirm_again_days": CONFIRMED, "goals_at_once": GOALS}
    for name, use in uses.items():
        link = getattr(sections.pack, name)
        if isinstance(link, NormLink):
            link_problem(sections, link, ("pack", name), report, use)


def _texts_and_sources(sections: Sections, report: Report) -> None:
    """Every text in every language of the pack; whatever names a source names one that exists.

    The texts of her own copy may have more languages, and are checked with the rest of it.
    """
    languages = set(sections.pack.languages)
    for path, part in _parts(sections, ()):
        if isinstance(part, Translations):
            if part.keys() != languages and "" not in part and path[0] != "hers":
                _text(sections.pack.languages, part, path, report)
        elif source := getattr(part, "source", None):
            report.known(source, sections.sources, (*path, "source"), "unknown_source")


def _text(languages: tuple[str, ...], text: Translations, path: Path, report: Report) -> None:
    for language in languages:
        if language not in text:
            report.refuse("missing_language", path, language=language)
    for language in text:
        if language not in languages:
            at = (*path, language)
            report.unknown("unknown_language", language, languages, at, key=True)


Within = BaseModel | dict[Any, Any] | tuple[Any, ...]


def _parts(part: Within, path: Path) -> Iterator[tuple[Path, BaseModel | Translations]]:
    """Every part and every text within the sections, with its path."""
    if isinstance(part, Translations):
        yield path, part
    elif isinstance(part, BaseModel):
        yield path, part
        for name, value in vars(part).items():
            if isinstance(value, BaseModel | dict | tuple):
                # `from_` and `for_` stand for words that Python keeps for itself.
                yield from _parts(value, (*path, name.rstrip("_")))
    else:
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for key, item in items:
            if isinstance(item, BaseModel | dict | tuple):
                yield from _parts(item, (*path, key))


def _criteria_and_signals(sections: Sections, report: Report) -> None:
    # An action with a condition of its own, or after something or not while it is, may never come.
    sure = {
        id
        for action in sections.actions.values()
        if action.when is None and not action.after and not action.not_while
        for id in action.for_
    }
    for id, criterion in sections.criteria.items():
        path: Path = ("criteria", id)
        report.known((criterion.domain,), sections.pack.domains, (*path, "domain"))
        if id not in sure and criterion.no_action is None:
            report.refuse("no_action", path, key=True, name=id)
    for id, signal in sections.signals.items():
        if id not in sure and signal.no_action is None:
            report.refuse("no_action", ("signals", id), key=True, name=id)
    for id, strength in sections.strengths.items():
        path = ("strengths", id, "fact")
        report.known((strength.fact,), sections.facts, path, "unknown_fact")
        fact = sections.facts.get(strength.fact)
        if fact and fact.type != "boolean":
            report.refuse("wrong_fact_type", path, name=strength.fact, expected="true or false")


def _classes(sections: Sections, report: Report) -> None:
    *graded, lowest = sections.classes.classes.items()
    for id, grade in graded:
        for name in ("when", "basis", "source"):
            if not getattr(grade, name):
                report.refuse("missing_key", ("classes", "classes", id), name=name)
    if lowest[1].when is not None:
        report.refuse("lowest_class", ("classes", "classes", lowest[0], "when"), name=lowest[0])
    for i in range(len(lowest[1].alternatives)):
        at = ("classes", "classes", lowest[0], "alternatives", i, "when")
        report.refuse("lowest_class", at, name=lowest[0])
    for i, reason in enumerate(sections.classes.intake):
        path: Path = ("classes", "intake", i)
        if isinstance(reason.within_days, NormLink):
            link_problem(sections, reason.within_days, (*path, "within_days"), report, WITHIN)
        if any(other.id == reason.id for other in sections.classes.intake[:i]):
            report.refuse("duplicate_id", (*path, "id"), name=reason.id)


def _phases(sections: Sections, report: Report) -> None:
    for id, phase in sections.phases.items():
        path: Path = ("phases", id)
        report.known((phase.role,), sections.roles, (*path, "role"), "unknown_role")
        for name, border in (("from", phase.from_), ("until", phase.until)):
            _border(sections, border, (*path, name, "months"), report)
        if isinstance(phase.visits.days, NormLink):
            link_problem(sections, phase.visits.days, (*path, "visits", "days"), report, INTERVAL)
        if id == BEFORE:
            report.refuse("reserved_word", path, key=True, name=id)
        if _begins_too_late(sections, phase):
            report.refuse("empty_phase", (*path, "until"), name=id)
    for (before, one), (after, other) in pairwise(sections.phases.items()):
        if _months(one.until) != _months(other.from_):
            report.refuse("phase_gap", ("phases", after, "from"), before=before, after=after)


def _schedule(sections: Sections, report: Report) -> None:
    schedule = sections.schedule
    if schedule is None:
        return
    for name, link, use in (
        ("hours", schedule.hours, HOURS),
        ("first_visit_days", schedule.first_visit_days, INTERVAL),
    ):
        if isinstance(link, NormLink):
            link_problem(sections, link, ("schedule", name), report, use)
    for event, often in schedule.more_often.items():
        if isinstance(often.days, NormLink):
            path: Path = ("schedule", "more_often", event, "days")
            link_problem(sections, often.days, path, report, INTERVAL)
    if schedule.together:
        path = ("schedule", "together")
        if not schedule.together.signals and not schedule.together.events:
            report.refuse("missing_key", path, name="signals")
        report.known(schedule.together.signals, sections.signals, (*path, "signals"))
        report.known((schedule.together.role,), sections.roles, (*path, "role"), "unknown_role")
    if schedule.language:
        path = ("schedule", "language", "fact")
        report.known((schedule.language.fact,), sections.facts, path, "unknown_fact")


def _border(sections: Sections, border: Border, path: Path, report: Report) -> None:
    if isinstance(border.months, NormLink):
        link_problem(sections, border.months, path, report, BORDER)
    elif not MONTHS.has(border.months):
        report.refuse("out_of_range", path, name="months", low=MONTHS.low, high=MONTHS.high)


def _begins_too_late(sections: Sections, phase: Phase) -> bool:
    """Whether a phase ends where it begins or before, by any value of its borders."""
    starts, ends = (_all_months(sections, border) for border in (phase.from_, phase.until))
    return bool(starts and ends) and max(starts) >= min(ends)


def _all_months(sections: Sections, border: Border) -> list[Any]:
    """The months that a border can be, where they are numbers."""
    if isinstance(border.months, int):
        return [border.months]
    norm = sections.norms.get(border.months.norm)
    values = norm_values(norm) if norm else []
    return [value for value in values if isinstance(value, int | Fraction)]


def _unique_ids(sections: Sections, report: Report) -> None:
    """Actions and goals name a finding by its bare id, so no two findings share one."""
    named: dict[str, Path] = {}
    for path, ids in (
        (("criteria",), sections.criteria),
        (("signals",), sections.signals),
        (("strengths",), sections.strengths),
        (("classes", "classes"), sections.classes.classes),
    ):
        for id in ids:
            if named.setdefault(id, path) != path:
                report.refuse("duplicate_id", (*path, id), key=True, name=id)


def _readers(sections: Sections, report: Report) -> None:
    """A copy is asked for by one name: no two roles share one, and none is called as she is."""
    taken = {MOTHER}
    for id in sections.roles:
        if id in taken:
            report.refuse("reserved_word", ("roles", id), key=True, name=id)
        taken.add(id)
    for id, role in sections.roles.items():
        for i, name in enumerate(role.also):
            if name in taken:
                report.refuse("duplicate_id", ("roles", id, "also", i), name=name)
            taken.add(name)


def _readings(sections: Sections, report: Report) -> None:
    """An outcome names a reading by its id: no two of one rule or norm share one."""
    parts: tuple[tuple[Path, Mapping[str, Norm | Criterion | Class]], ...] = (
        (("norms",), sections.norms),
        (("criteria",), sections.criteria),
        (("classes", "classes"), sections.classes.classes),
    )
    for path, section in parts:
        for id, part in section.items():
            names = [reading.name for reading in part.alternatives]
            for i, name in enumerate(names):
                if name in names[:i]:
                    report.refuse("duplicate_id", (*path, id, "alternatives", i), name=name)


def _months(border: Border) -> int | str:
    return border.months if isinstance(border.months, int) else border.months.norm


def _actions(sections: Sections, report: Report) -> None:
    for id, action in sections.actions.items():
        path: Path = ("actions", id)
        report.known((action.role,), sections.roles, (*path, "role"), "unknown_role")
        report.known(action.phases, (*sections.phases, BEFORE), (*path, "phases"))
        check_findings(sections, action.for_, (*path, "for"), report)
        if not action.for_ and action.when is None and not action.after:
            report.refuse("action_for_nothing", path, key=True, name=id)


def _assumptions(sections: Sections, rules: tuple[PackRule, ...], report: Report) -> None:
    """An assumption about who is meant names its other readings, or leans on a norm that does."""
    when = {rule.key: rule.when for rule in rules}
    listed: list[tuple[str, Path, Criterion | Class]] = [
        *((f"criterion:{id}", ("criteria", id), part) for id, part in sections.criteria.items()),
        *(
            (f"class:{id}", ("classes", "classes", id), part)
            for id, part in sections.classes.classes.items()
        ),
    ]
    for key, path, part in listed:
        if part.basis != "assumption" or part.alternatives:
            continue
        if not any(sections.norms[norm].alternatives for norm in norms_in(when[key])):
            report.refuse("missing_alternatives", path, key=True, name=str(path[-1]))
