"""An assessment as text for a professional: what matters first, each line with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.words import Words
from kansrijk.screening.because import Because, Leaf, Node
from kansrijk.screening.screen import Finding, Screening

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

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
        from kansrijk.output.plan_text import plan_sections

        sections += plan_sections(result.plan, words, result, everything=everything)
    sections += _closing(result, words)
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _screening(screening: Screening, words: Words, *, everything: bool) -> Iterator[list[str]]:
    yield section(words, "head_urgent", _urgent(screening, words))
    yield section(words, "head_class", _class(screening, words))
    criteria = [f"  {words.say('legend')}"]
    for found in screening.criteria:
        criteria.extend(_criterion(found, words, everything))
    yield section(words, "head_criteria", criteria)
    strengths = [f"  + {words.label(f'strength:{id}')}" for id in screening.strengths]
    yield section(words, "head_strengths", strengths or wrap(words.say("no_strengths")))
    yield section(words, "head_questions", _questions(screening, words, everything=everything))
    yield section(words, "head_intake", _intake(screening, words))


def _urgent(screening: Screening, words: Words) -> Iterator[str]:
    for found in screening.signals:
        if found.truth:
            model = words.pack.sections.signals[found.id]
            urgency = words.say(f"urgency_{model.urgency}")
            yield f"  ! {words.text(model.label)} ({urgency})"
            yield from wrap(words.text(model.route), "    ")


def _class(screening: Screening, words: Words) -> Iterator[str]:
    grade = screening.classification
    yield f"  {words.class_label(grade.level)}"
    if grade.level is None:
        labels = [words.class_label(id) for id in grade.possible]
        yield from wrap(words.say("class_possible", classes=in_a_row(labels, words.say("or"))))
        return
    model = words.pack.sections.classes.classes[grade.level]
    if model.description:
        yield from wrap(words.text(model.description))
    if model.basis:
        yield from wrap(_rests_on(model, words))


def _criterion(found: Finding, words: Words, everything: bool) -> Iterator[str]:
    model = words.pack.sections.criteria[found.id]
    yield f"  {MARKS[found.truth]} {words.text(model.label)}: {truth_word(found.truth, words)}"
    yield from because_lines(found.because, words, "      ", everything=everything)
    yield from wrap(_rests_on(model, words), "      ")


def because_lines(
    because: Because, words: Words, indent: str, *, everything: bool
) -> Iterator[str]:
    """The tree as indented lines, each with its mark; the parts that decide, or all of them."""
    mark = MARKS[because.truth]
    if isinstance(because, Leaf):
        yield from wrap(f"{mark} {leaf_text(because, words)}", indent, indent + "  ")
        return
    deciding = because.items if everything else decided_by(because)
    if len(deciding) == 1 and because.op != "not":
        yield from because_lines(deciding[0], words, indent, everything=everything)
        return
    yield f"{indent}{mark} {words.say(f'op_{because.op}', at_least=because.at_least)}:"
    below = (because_lines(item, words, indent + "  ", everything=everything) for item in deciding)
    # Two ways that come down to the same words are said once.
    for lines in dict.fromkeys(tuple(lines) for lines in below):
        yield from lines


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
    labels = in_a_row([words.label(f"{kind}:{id}") for id in leaf.of], words.say("or"))
    phrases = {"class": "class_in", "may_be": "class_may_be", "phase": "phase_in"}
    if leaf.kind in phrases:
        return words.say(phrases[leaf.kind], classes=labels, phases=labels)
    return labels


def _test(leaf: Leaf, comparator: str, asked: Any, words: Words) -> str:
    fact = leaf.of[0]
    label = words.label(fact)
    if comparator == "answered":
        return words.say("test_answered", fact=label)
    if asked in ((True,), (False,)):
        return label if asked[0] else words.say("test_not", fact=label)
    if asked is None:
        bound = words.say("bound_unknown")
        text = words.say(f"test_{comparator}", fact=label, bound=bound, values=bound)
    elif comparator == "one_of":
        values = in_a_row([words.value(fact, value) for value in asked], words.say("or"))
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
        sources="; ".join(f"{sources[id].title}, {sources[id].year}" for id in model.source),
    )


def _questions(screening: Screening, words: Words, *, everything: bool) -> Iterator[str]:
    open_ = screening.classification.level is None
    shown = [q for q in screening.questions if everything or q.settles_class]
    for question in shown:
        yield from wrap(words.question(question.fact), "  - ")
        yield from wrap(f"{question.fact}; {words.needed_for(question.why)}", "      ")
    more = len(screening.questions) - len(shown)
    if more and (open_ or shown or not everything):
        yield from wrap(words.say("questions_more", n=more))


def _intake(screening: Screening, words: Words) -> Iterator[str]:
    intake = screening.intake
    if not intake.offered:
        yield from wrap(words.say("intake_not"))
        return
    days = intake.within_days
    within = "" if days is None else words.say("intake_within", n=days)
    within = words.say("intake_within_one") if days == 1 else within
    reasons = "; ".join(words.label(f"intake:{id}") for id in intake.because)
    yield from wrap(words.say("intake_offered", within=within, reasons=reasons))


def _closing(result: Assessment, words: Words) -> Iterator[list[str]]:
    warnings = (
        line
        for warning in result.screening.warnings
        for line in wrap(words.warning(warning), "  - ")
    )
    yield section(words, "head_warnings", warnings)
    engines = ", ".join(result.engines)
    pack = result.pack
    yield wrap(words.say("engines", pack=pack.id, version=pack.version, engines=engines), "")
