"""What the Algoritmeregister, articles 11 to 14 of the AI Act and a DPIA ask, with what is known.

Whether the AI Act applies is for the owner and a lawyer: these are only answers that follow from
the pack and the program. What neither knows is a gap; nothing is made up to fill one.

Sources: the fields are those of publicatiestandaard 1.0 of the Algoritmeregister, with its names
(MinBZK, github.com/MinBZK/Algoritmeregister, backend/app/schemas/config/v1_0.json); Regulation
(EU) 2024/1689, articles 11 (with annex IV), 12, 13(3) and 14(4); Regulation (EU) 2016/679,
article 35(2), (7) and (9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kansrijk.output.layout import in_a_row
from kansrijk.output.phrases import PHRASES
from kansrijk.version import VERSION
from kansrijk.workbench.documents.assumptions import based
from kansrijk.workbench.documents.looks import looked_at_by
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Answer, Block, Line, Text, plain

ASKED: Mapping[str, tuple[str, ...]] = {
    "register": (
        "name", "description_short", "organization", "category", "status", "begin_date",
        "end_date", "contact_email", "website", "publication_category", "url", "goal",
        "proportionality", "human_intervention", "risks", "lawful_basis",
        "lawful_basis_grouping", "process_index_url", "impacttoetsen_grouping",
        "impacttoetsen", "source_data", "source_data_grouping", "methods_and_models",
        "provider", "publiccode", "lang", "standard_version", "source_id", "tags",
    ),
    "ai_11": (
        "purpose", "versions", "interaction", "forms", "logic", "choices", "architecture",
        "data", "oversight", "changes_planned", "testing", "security", "monitoring",
        "metrics", "risk_system", "changes", "standards", "declaration", "after_market",
    ),
    "ai_12": ("logging", "traceable", "storage"),
    "ai_13": (
        "provider", "capabilities", "accuracy", "foreseeable", "groups", "input", "interpret",
        "changes", "oversight", "maintenance", "logs",
    ),
    "ai_14": ("understand", "bias", "interpret", "override", "stop", "competence"),
    "dpia": (
        "purpose", "data", "special", "about", "from_whom", "recipients", "retention",
        "lawful_basis", "necessity", "proportionality", "rights", "risks", "measures",
        "officer", "views", "review",
    ),
}  # fmt: skip


def asked(make: Making, of: str) -> Iterator[Block]:
    """What one of them asks, each with what is known of it; first how much is lacking."""
    answers = [_answer(make, of, id) for id in ASKED[of]]
    gaps = sum(one.gap for one in answers)
    yield Text(plain(make.say(f"{of}_lead")), "lead")
    yield Text(plain(make.say("gaps_said", gaps=gaps, n=len(answers))), "gap" if gaps else "")
    yield from answers


def _answer(make: Making, of: str, id: str) -> Answer:
    field = id if of == "register" else ""
    return Answer(f"{of}_{id}", make.say(f"{of}_{id}"), _known(make, f"{of}_{id}"), field)


def _known(make: Making, name: str) -> tuple[Line, ...]:
    if name in _OF_ITSELF:
        return tuple(_OF_ITSELF[name](make))
    if f"docs_{name}_known" not in PHRASES:
        return ()
    fields = _fields(make)
    needed = _NEEDS.get(name)
    if needed is not None and not fields[needed]:
        return ()
    return (plain(make.say(f"{name}_known", **fields)),)


_NEEDS = {
    "register_human_intervention": "deciders",
    "ai_11_oversight": "deciders",
    "ai_11_testing": "tests",
    "ai_13_oversight": "deciders",
    "ai_13_accuracy": "tests",
    "ai_14_override": "deciders",
}
"""What there must be of in the pack, else nothing is known."""


def _fields(make: Making) -> dict[str, Any]:
    """What the answers tell of the pack."""
    words, parts, found = make.words, make.parts, make.found
    facts = parts.facts.values()
    rests = [model.basis for _, model in based(make)]
    deciders = [words.label(f"role:{id}") for id, role in parts.roles.items() if role.decides]
    return {
        "title": words.text(parts.pack.title),
        "owner": words.text(parts.pack.owner),
        "pack": make.pack.id,
        "version": make.pack.version,
        "program": VERSION,
        "hash": make.pack.own_hash.partition(":")[2][:12],
        "since": words.date(parts.pack.in_force.from_),
        "review": words.date(parts.pack.review),
        "criteria": len(parts.criteria),
        "classes": len(parts.classes.classes),
        "actions": len(parts.actions),
        "norms": len(parts.norms),
        "sources": len(parts.sources),
        "assumptions": rests.count("assumption"),
        "facts": len(parts.facts),
        "special": sum(fact.sensitivity == "special" for fact in facts),
        "sensitive": sum(fact.sensitivity == "sensitive" for fact in facts),
        "restricted": sum(bool(fact.seen_by) for fact in facts),
        "not_home": sum(not fact.home for fact in facts),
        "roles": len(parts.roles),
        "deciders": in_a_row(deciders, words.say("and")) if deciders else "",
        "tests": found.tests,
        "unmet": found.unmet,
    }


def _title(make: Making) -> Iterator[Line]:
    yield plain(make.words.text(make.parts.pack.title))


def _owner(make: Making) -> Iterator[Line]:
    yield plain(make.words.text(make.parts.pack.owner))


def _ended(make: Making) -> Iterator[Line]:
    if until := make.parts.pack.in_force.until:
        yield plain(f"{until:%Y-%m}")


def _purposes(make: Making) -> Iterator[Line]:
    """Of the program, and of each phase in its own words."""
    yield plain(make.say("purpose_known", **_fields(make)))
    for phase in make.parts.phases.values():
        yield plain(make.words.pair(make.words.text(phase.label), make.words.text(phase.purpose)))


def _data(make: Making) -> Iterator[Line]:
    """Every fact, by how sensitive it is."""
    for level in ("ordinary", "sensitive", "special"):
        yield from _of_sensitivity(make, level)


def _special(make: Making) -> Iterator[Line]:
    yield from _of_sensitivity(make, "special")


def _of_sensitivity(make: Making, level: str) -> Iterator[Line]:
    facts = make.parts.facts.items()
    keys = [f"fact:{id}" for id, fact in facts if fact.sensitivity == level]
    if keys:
        head = make.words.pair(make.say(f"sensitivity_{level}"), "")
        yield (*plain(head), *make.row(keys))


def _necessity(make: Making) -> Iterator[Line]:
    """What each answer is for stands with it; those that no rule looks at are named."""
    by = looked_at_by(make.pack)
    unused = [key for id in make.parts.facts if not by.get(key := f"fact:{id}")]
    yield plain(make.say("necessity_known"))
    if unused:
        yield (*plain(make.words.pair(make.say("necessity_unused"), "")), *make.row(unused))


def _recipients(make: Making) -> Iterator[Line]:
    yield plain(make.say("recipients_known", **_fields(make)))
    yield make.row(f"role:{id}" for id in make.parts.roles)


def _registered_in(make: Making) -> Iterator[Line]:
    if "nl" in make.pack.languages:
        yield plain("nld")


def _standard(make: Making) -> Iterator[Line]:
    yield plain("1.0")


_OF_ITSELF: Mapping[str, Callable[[Making], Iterator[Line]]] = {
    "register_name": _title,
    "register_organization": _owner,
    "register_end_date": _ended,
    "register_goal": _purposes,
    "register_source_data": _data,
    "register_lang": _registered_in,
    "register_standard_version": _standard,
    "ai_11_purpose": _purposes,
    "ai_13_input": _data,
    "dpia_purpose": _purposes,
    "dpia_data": _data,
    "dpia_special": _special,
    "dpia_necessity": _necessity,
    "dpia_recipients": _recipients,
}
"""What follows from the pack itself."""
