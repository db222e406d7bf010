"""The page of a programme in one language, from a pack and what running it gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kansrijk.output.words import Words
from kansrijk.workbench.documents import care_cards, rule_cards, word_cards
from kansrijk.workbench.documents.assumptions import assumptions, based
from kansrijk.workbench.documents.drawing import figure_svg, timeline_svg
from kansrijk.workbench.documents.evidence import Evidence
from kansrijk.workbench.documents.figure import graph
from kansrijk.workbench.documents.governance import asked
from kansrijk.workbench.documents.looks import looked_at_by, looks
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import (
    Block,
    Card,
    Document,
    Drawing,
    Entry,
    Line,
    Listing,
    Said,
    Section,
    Table,
    Text,
    plain,
    row,
)
from kansrijk.workbench.documents.tables import class_tables, income_tables, visit_table

Blocks = Iterator[Block]


def programme(words: Words, found: Evidence) -> Document:
    """The whole page; the same for the same pack, day, tests and cases."""
    make = Making(words, found)
    sections = []
    for part, those in PARTS.items():
        for id, build in those.items():
            blocks = tuple(build(make))
            if blocks:
                sections.append(Section(id, make.say(f"part_{part}"), make.say(f"on_{id}"), blocks))
    title = words.text(make.parts.pack.title)
    return Document(words.lang, title, make.say("subtitle"), tuple(_front(make)), tuple(sections))


def _front(make: Making) -> Iterator[Entry]:
    """What the page is of: whose rules, which version, from when, what they rest on."""
    words, header, found = make.words, make.parts.pack, make.found
    yield from make.texts("owner", words.text(header.owner))
    yield from make.texts("version", f"{make.pack.id} {make.pack.version}")
    yield from make.texts("since", rule_cards.since(make))
    yield from make.texts("to_review", words.date(header.review))
    yield from make.texts("figures_of", words.date(found.on))
    yield from make.entry("rests_on", plain(_bases(make), "section:assumptions"))
    if not found.tests:
        tested = make.say("tests_none")
    elif found.unmet:
        tested = make.say("tests_some", n=found.tests, unmet=found.unmet)
    else:
        tested = words.many("docs_tests_all", found.tests, n=found.tests)
    yield from make.texts("tests", tested)
    yield from make.texts("fingerprint", make.pack.own_hash.partition(":")[2][:12])


def _bases(make: Making) -> str:
    """How much rests on a source, on policy, on an assumption."""
    rests = [model.basis for _, model in based(make)]
    return ", ".join(
        make.say(f"basis_{one}", n=rests.count(one)) for one in ("source", "policy", "assumption")
    )


def _short(make: Making) -> Blocks:
    """How it is decided, for whoever reads nothing else."""
    words, parts = make.words, make.parts
    yield Text(plain(make.say("short_lead")), "lead")
    if n := len(parts.criteria):
        yield Text(plain(words.many("docs_short_criteria", n, n=n)))
        yield Listing(tuple((make.named(f"criterion:{id}"),) for id in parts.criteria))
    yield Text(plain(make.say("short_classes")))
    yield Listing(tuple(_of_class(make, id) for id in parts.classes.classes))
    if n := len(parts.signals):
        yield Text(plain(words.many("docs_short_signals", n, n=n)))
    yield Text(plain(make.say("short_person")), "note")


def _of_class(make: Making, id: str) -> Line:
    named = make.named(f"class:{id}")
    description = make.parts.classes.classes[id].description
    if not description:
        return (named,)
    return (named, *plain(make.words.pair("", make.words.text(description))))


def _figure(make: Making) -> Blocks:
    """The figure, and what it tells in a table: of each rule what it looks at and what it gives."""
    yield Text(plain(make.say("figure_lead")), "lead")
    yield Drawing(figure_svg(make, graph(make)), make.say("figure"))
    by = looked_at_by(make.pack)
    keys = [rule.key for rule in make.pack.rules if not rule.key.startswith("action:")]
    rows = tuple(
        (
            (make.named(key),),
            make.row(looks(make.pack)[key]),
            _given(make, by.get(key, ())),
        )
        for key in keys
    )
    heads = (make.say("rule"), make.say("looks_at"), make.say("gives"))
    yield Table(make.say("figure_table"), heads, rows)


def _given(make: Making, keys: Sequence[str]) -> Line:
    """What looks at a rule; of actions how many, which the card of the rule names."""
    others = [make.named(key) for key in keys if not key.startswith("action:")]
    if actions := len(keys) - len(others):
        others.append(Said(make.words.many("docs_actions", actions, n=actions)))
    return row(others, make.words.say("apart")) or plain(make.say("nothing"))


def _classes(make: Making) -> Blocks:
    yield from class_tables(make)
    yield from rule_cards.classes(make)


def _phases(make: Making) -> Blocks:
    if make.parts.phases:
        yield Drawing(timeline_svg(make), make.say("timeline"))
        yield _phase_table(make)
        yield visit_table(make)
        yield from care_cards.phases(make)
    yield from _schedule(make)


def _phase_table(make: Making) -> Table:
    """What the time line draws, in words."""
    rows = tuple(
        (
            plain(str(n)),
            (make.named(f"phase:{id}"),),
            *(plain(border) for border in care_cards.borders(make, model).values()),
            (make.named(f"role:{model.role}"),),
        )
        for n, (id, model) in enumerate(make.parts.phases.items(), start=1)
    )
    heads = tuple(make.say(head) for head in ("number", "phase", "from", "until", "visitor"))
    return Table(make.say("timeline"), heads, rows)


def _schedule(make: Making) -> Blocks:
    """What the days of visits keep to."""
    model = make.parts.schedule
    if model is None:
        return
    numbers = {
        "hours": make.whole(model.hours),
        "reach": model.reach_days,
        "least": model.least_days,
        "greatest": model.greatest,
        "notice": model.notice_days,
        "clear": model.handover_clear_days,
    }
    told = [make.say(f"schedule_{name}", n=n) for name, n in numbers.items()]
    entries = [
        *make.texts("schedule_keeps", make.say(f"holidays_{model.holidays}"), *told),
        *make.entry("sources", *((make.named(f"source:{id}"),) for id in model.source)),
    ]
    said = make.words.say(f"rests_on_{model.basis}")
    kind, title = make.say("planning"), make.say("schedule")
    place = make.pack.files.place_within(("schedule",))
    where = f"{place.file}:{place.line}" if place.line else place.file
    yield Card("schedule", kind, title, model.basis, said, (), None, tuple(entries), place=where)


def _actions(domain: str) -> Callable[[Making], Blocks]:
    return lambda make: care_cards.actions(make, domain)


def _income(make: Making) -> Blocks:
    for table in income_tables(make):
        yield table
        yield Text(plain(make.say("income_note")), "note")


def _norms(make: Making) -> Blocks:
    yield from _income(make)
    yield from word_cards.norms(make)


def _plausibility(make: Making) -> Blocks:
    cards = tuple(rule_cards.plausibility(make))
    if cards:
        yield Text(plain(make.say("plausibility_lead")), "lead")
    yield from cards


def _roles(make: Making) -> Blocks:
    yield from _steps(make)
    yield from care_cards.roles(make)


def _steps(make: Making) -> Blocks:
    """The states and steps of the programme."""
    words, parts = make.words, make.parts.trajectory
    if not parts.steps:
        return
    rows = tuple(
        (
            plain(", ".join(words.text(parts.states[id].label) for id in step.from_)),
            plain(words.text(parts.states[step.to].label)),
            plain(make.say(f"step_{step.event}") if step.event else make.say("step_itself")),
            make.row(f"role:{id}" for id in step.by) or plain(make.say("anyone")),
            plain(words.say(f"rests_on_{step.basis}")),
        )
        for step in parts.steps
    )
    heads = tuple(make.say(head) for head in ("from", "to", "when", "by", "rests_on"))
    yield Table(make.say("steps"), heads, rows)


def _asked(*of: str) -> Callable[[Making], Blocks]:
    return lambda make: (block for one in of for block in asked(make, one))


Building = Callable[[Making], Iterable[Block]]
PARTS: Mapping[str, Mapping[str, Building]] = {
    "programme": {
        "short": _short,
        "figure": _figure,
        "criteria": rule_cards.criteria,
        "signals": rule_cards.signals,
        "strengths": rule_cards.strengths,
        "classes": _classes,
        "intake": rule_cards.intake,
        "phases": _phases,
        "social": _actions("social"),
        "medical": _actions("medical"),
        "offers": care_cards.offers,
    },
    "ground": {
        "assumptions": assumptions,
        "norms": _norms,
        "facts": word_cards.facts,
        "plausibility": _plausibility,
        "roles": _roles,
        "sources": word_cards.sources,
    },
    "account": {
        "register": _asked("register"),
        "ai_11": _asked("ai_11"),
        "ai_12": _asked("ai_12"),
        "ai_13": _asked("ai_13"),
        "ai_14": _asked("ai_14"),
        "dpia": _asked("dpia"),
    },
}
"""The sections of the page in their order, each with what makes it."""
