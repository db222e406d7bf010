"""An assessment as text for a professional: what matters first, each line with its reason."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kansrijk.output.words import Words
from kansrijk.planning.plan import Plan, PlanAction, PlanPhase
from kansrijk.planning.schedule import Interval
from kansrijk.screening.because import Because, Leaf, Node
from kansrijk.screening.screen import Finding, Screening

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

WIDTH = 88
FEW_VISITS = 8
WEEK = 7
MARKS = {True: "●", False: "○", None: "?"}


def render(result: Assessment, lang: str, *, everything: bool = False) -> str:
    """The outcome as text; `everything` also shows what does not change it, and every visit."""
    words = Words(result.pack, lang)
    title = words.say(
        "title",
        title=words.text(result.pack.sections.pack.title),
        case=result.case.case,
        date=words.day(result.date),
    )
    sections = [
        [title, words.say("proposal")],
        *_screening(result.screening, words, everything=everything),
    ]
    if result.plan is not None:
        sections += _plan(result.plan, words, result, everything=everything)
    sections += _closing(result, words)
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _section(words: Words, head: str, lines: Iterable[str]) -> list[str]:
    """A heading with its lines; nothing where there are none."""
    listed = list(lines)
    return [words.say(head).upper(), *listed] if listed else []


def _wrap(text: str, first: str = "  ", rest: str | None = None) -> list[str]:
    rest = " " * len(first) if rest is None else rest
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _screening(screening: Screening, words: Words, *, everything: bool) -> Iterator[list[str]]:
    yield _section(words, "head_urgent", _urgent(screening, words))
    yield _section(words, "head_class", _class(screening, words))
    criteria = (
        line for found in screening.criteria for line in _criterion(found, words, everything)
    )
    yield _section(words, "head_criteria", criteria)
    strengths = [f"  + {words.label(f'strength:{id}')}" for id in screening.strengths]
    yield _section(words, "head_strengths", strengths or _wrap(words.say("no_strengths")))
    yield _section(words, "head_questions", _questions(screening, words, everything=everything))
    yield _section(words, "head_intake", _intake(screening, words))


def _urgent(screening: Screening, words: Words) -> Iterator[str]:
    for found in screening.signals:
        if found.truth:
            model = words.pack.sections.signals[found.id]
            urgency = words.say(f"urgency_{model.urgency}")
            yield f"  ! {words.text(model.label)} ({urgency})"
            yield from _wrap(words.text(model.route), "    ")


def _class(screening: Screening, words: Words) -> Iterator[str]:
    grade = screening.classification
    yield f"  {words.class_label(grade.level)}"
    if grade.level is None:
        labels = [words.class_label(id) for id in grade.possible]
        yield from _wrap(words.say("class_possible", classes=_list(labels, words.say("or"))))
        return
    model = words.pack.sections.classes.classes[grade.level]
    if model.description:
        yield from _wrap(words.text(model.description))
    if model.basis:
        yield from _wrap(_rests_on(model, words))


def _criterion(found: Finding, words: Words, everything: bool) -> Iterator[str]:
    model = words.pack.sections.criteria[found.id]
    yield f"  {MARKS[found.truth]} {words.text(model.label)}: {truth_word(found.truth, words)}"
    yield from because_lines(found.because, words, "      ", everything=everything)
    yield from _wrap(_rests_on(model, words), "      ")


def because_lines(
    because: Because, words: Words, indent: str, *, everything: bool
) -> Iterator[str]:
    """The tree as indented lines, each with its mark; the parts that decide, or all of them."""
    mark = MARKS[because.truth]
    if isinstance(because, Leaf):
        yield from _wrap(f"{mark} {leaf_text(because, words)}", indent, indent + "  ")
        return
    deciding = because.items if everything else decided_by(because)
    if len(deciding) == 1 and because.op != "not":
        yield from because_lines(deciding[0], words, indent, everything=everything)
        return
    yield f"{indent}{mark} {words.say(f'op_{because.op}', at_least=because.at_least)}:"
    for item in deciding:
        yield from because_lines(item, words, indent + "  ", everything=everything)


def decided_by(node: Node) -> tuple[Because, ...]:
    """The parts that give a combination its truth; for an unknown one, those that are unknown."""
    if node.op == "first_known" and node.truth is not None:
        return tuple(item for item in node.items if item.truth is not None)[:1]
    of_it = tuple(item for item in node.items if item.truth is node.truth)
    return of_it if node.op != "not" and of_it else node.items


def leaf_text(leaf: Leaf, words: Words) -> str:
    """One test in words: what was asked, and since when the figure in it holds."""
    if leaf.kind == "fact" and leaf.test is not None:
        return _test(leaf, *leaf.test, words)
    kind = {"may_be": "class"}.get(leaf.kind, leaf.kind)
    labels = _list([words.label(f"{kind}:{id}") for id in leaf.of], words.say("or"))
    phrases = {"class": "class_in", "may_be": "class_may_be", "phase": "phase_in"}
    if leaf.kind in phrases:
        return words.say(phrases[leaf.kind], classes=labels, phases=labels)
    return labels


def _test(leaf: Leaf, comparator: str, asked: Any, words: Words) -> str:
    fact = leaf.of[0]
    label = words.label(fact)
    if comparator == "answered":
        return words.say("test_answered", fact=label)
    if asked is None:
        bound = words.say("bound_unknown")
        text = words.say(f"test_{comparator}", fact=label, bound=bound, values=bound)
    elif comparator == "one_of":
        values = _list([words.value(fact, value) for value in asked], words.say("or"))
        text = words.say("test_one_of", fact=label, values=values)
    else:
        text = words.say(f"test_{comparator}", fact=label, bound=words.value(fact, asked))
    if leaf.norm is not None and leaf.norm.from_ is not None:
        since = words.date(leaf.norm.from_)
        text += f" ({words.say('norm_since', label=words.label(leaf.norm.id), date=since)})"
    return text


def truth_word(truth: bool | None, words: Words) -> str:
    return words.say({True: "truth_true", False: "truth_false", None: "truth_unknown"}[truth])


def _rests_on(model: Any, words: Words) -> str:
    sources = words.pack.sections.sources
    return words.say(
        "rests_on",
        basis=words.say(f"basis_{model.basis}"),
        sources="; ".join(f"{sources[id].title} ({sources[id].year})" for id in model.source),
    )


def _questions(screening: Screening, words: Words, *, everything: bool) -> Iterator[str]:
    open_ = screening.classification.level is None
    shown = [q for q in screening.questions if everything or q.settles_class]
    for question in shown:
        yield from _wrap(words.question(question.fact), "  - ")
        yield from _wrap(f"{question.fact}; {words.needed_for(question.why)}", "      ")
    more = len(screening.questions) - len(shown)
    if more and (open_ or shown or not everything):
        yield from _wrap(words.say("questions_more", n=more))


def _intake(screening: Screening, words: Words) -> Iterator[str]:
    intake = screening.intake
    if not intake.offered:
        yield from _wrap(words.say("intake_not"))
        return
    days = intake.within_days
    within = "" if days is None else words.say("intake_within", n=days)
    within = words.say("intake_within_one") if days == 1 else within
    reasons = _list([words.label(f"intake:{id}") for id in intake.because], words.say("and"))
    yield from _wrap(words.say("intake_offered", within=within, reasons=reasons))


def _plan(plan: Plan, words: Words, result: Assessment, *, everything: bool) -> Iterator[list[str]]:
    yield _section(words, "head_plan", _plan_status(plan, words, result))
    phases = (line for phase in plan.phases for line in _phase(phase, plan, words))
    yield _section(words, "head_phases", phases)
    yield _section(words, "head_visits", _visits(plan, words, everything=everything))
    goals = (line for phase in plan.phases for line in _goals(phase.id, plan, words))
    yield _section(words, "head_goals", goals)
    for head, domain in (("head_medical", "medical"), ("head_social", "social")):
        actions = [a for a in plan.actions if not a.suppressed_by]
        listed = [a for a in actions if words.pack.sections.actions[a.id].domain == domain]
        yield _section(words, head, (line for a in listed for line in _action(a, words)))
    later = [a for a in plan.actions if a.suppressed_by]
    yield _section(words, "head_later", (line for a in later for line in _action(a, words)))


def _plan_status(plan: Plan, words: Words, result: Assessment) -> list[str]:
    phrase = f"plan_{plan.status}"
    if plan.status == "none":
        phrase += "_class" if result.facts.timeline.phases else "_before"
    start, end = (day and words.date(day) for day in (plan.start, plan.end))
    return _wrap(words.say(phrase, start=start, end=end))


def _phase(phase: PlanPhase, plan: Plan, words: Words) -> Iterator[str]:
    label = words.label(f"phase:{phase.id}")
    until = words.date(phase.until)
    if plan.start and phase.until <= plan.start:
        yield from _wrap(words.say("phase_passed", label=label, until=until), "  ", "    ")
        return
    yield from _wrap(
        words.say(
            "phase_line",
            label=label,
            start=words.date(phase.from_),
            until=until,
            interval=interval_text(phase.interval, words),
            visits=phase.visits,
        ),
        "  ",
        "    ",
    )
    themes = words.pack.sections.phases[phase.id].themes
    if themes:
        yield from _wrap(", ".join(words.text(theme) for theme in themes), "      ")


def interval_text(interval: Interval | None, words: Words) -> str:
    if interval is None:
        return words.say("interval_unknown")
    visits, days = interval.visits, interval.days
    if days % WEEK:
        return words.say("interval_days", visits=visits, days=days)
    phrase = "interval_week" if days == WEEK else "interval_weeks"
    return words.say(phrase, visits=visits, weeks=days // WEEK)


def _visits(plan: Plan, words: Words, *, everything: bool) -> Iterator[str]:
    shown = plan.visits if everything else plan.visits[:FEW_VISITS]
    for visit in shown:
        role = words.label(f"role:{visit.role}")
        yield f"  {words.day(visit.date):<28} {words.label(f'phase:{visit.phase}')}, {role}"
    more = len(plan.visits) - len(shown)
    if more:
        last = words.day(plan.visits[-1].date)
        yield from _wrap(words.say("visits_more", n=more, last=last))


def _goals(phase: str, plan: Plan, words: Words) -> Iterator[str]:
    model = words.pack.sections.phases[phase]
    listed = [goal for goal in plan.goals if goal.phase == phase]
    if listed:
        yield f"  {words.text(model.label)}"
    for goal in listed:
        yield from _wrap(words.text(model.goals[goal.id].label), "    - ")
        yield from _because(goal.because, words)


def _action(action: PlanAction, words: Words) -> Iterator[str]:
    model = words.pack.sections.actions[action.id]
    role = words.label(f"role:{model.role}")
    yield from _wrap(words.say("action_line", label=words.text(model.label), role=role), "  - ")
    yield from _because(action.because, words)


def _because(ids: tuple[str, ...], words: Words) -> list[str]:
    if not ids:
        return []
    labels = ", ".join(words.finding(id) for id in ids)
    return _wrap(words.say("action_because", because=labels), "      ")


def _closing(result: Assessment, words: Words) -> Iterator[list[str]]:
    warnings = (
        line
        for warning in result.screening.warnings
        for line in _wrap(words.warning(warning), "  - ")
    )
    yield _section(words, "head_warnings", warnings)
    engines = ", ".join(result.engines)
    pack = result.pack
    yield _wrap(words.say("engines", pack=pack.id, version=pack.version, engines=engines), "")


def _list(items: list[str], last: str) -> str:
    """`a, b or c`."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
