"""The JSON Schema of a case file for an editor, with the vocabulary of a pack in it."""

from __future__ import annotations

from typing import Any, get_args

from kansrijk.case.case import DECLINED, Case, Wish
from kansrijk.case.circumstances import OVER
from kansrijk.case.events import UNDO
from kansrijk.case.goals import GOAL, goals_of
from kansrijk.case.overrides import OVERRIDE, overridable
from kansrijk.case.schema_words import HELP, WORDS
from kansrijk.pack.events import EVENT_KEYS, EVENTS, LASTING
from kansrijk.pack.numbers import plain
from kansrijk.pack.pack import Pack
from kansrijk.pack.schema import DRAFT
from kansrijk.pack.schema_words import explained
from kansrijk.pack.vocabulary import Fact


def case_schema(pack: Pack, lang: str) -> dict[str, Any]:
    """The schema of a case for this pack: each fact with its label, question and values."""
    schema = explained(Case.model_json_schema(by_alias=True) | {"title": "Case"}, WORDS)
    facts = {
        "type": "object",
        "additionalProperties": False,
        "properties": {id: _fact(pack, fact, lang) for id, fact in pack.sections.facts.items()},
    }
    roles: dict[str, Any] = {"enum": list(pack.sections.roles)}
    seen, told = (schema["$defs"][name]["properties"] for name in ("Observation", "Event"))
    first: dict[str, Any] = {"type": "array", "items": {"enum": list(pack.sections.criteria)}}
    _of_pack(schema["properties"], facts=facts)
    _of_pack(seen, by=roles, facts=facts, help=_help(pack, lang), first=first)
    _of_pack(told, by=roles)
    schema["$defs"]["Event"]["allOf"] = [_event(pack, name) for name in EVENTS]
    return {"$schema": DRAFT, **schema, "title": f"kansrijk case for {pack.id}"}


def _of_pack(keys: dict[str, Any], **parts: dict[str, Any]) -> None:
    """What the words of the pack make of some keys; what is told of them stays."""
    for key, part in parts.items():
        keys[key] = {**part, "description": keys[key]["description"]}


def _event(pack: Pack, name: str) -> dict[str, Any]:
    """What goes with an event of this name, and nothing else."""
    kind = EVENTS[name]
    named = {OVERRIDE: overridable(pack), UNDO: tuple(EVENTS), OVER: LASTING, GOAL: goals_of(pack)}
    closed = {"of": named.get(name, tuple(pack.sections.roles)), "kind": kind.kinds}
    foreign = dict.fromkeys((key for key in EVENT_KEYS if key not in kind.keys), False)
    of = {key: {"enum": list(words)} for key, words in closed.items() if key in kind.keys}
    return {
        "if": {"properties": {"event": {"const": name}}},
        "then": {"required": list(kind.must), "properties": {**foreign, **of}},
    }


def _help(pack: Pack, lang: str) -> dict[str, Any]:
    """Her word on each criterion of the pack."""
    wish = {"enum": list(get_args(Wish))}
    labels = {id: pack.text(one.label, lang) for id, one in pack.sections.criteria.items()}
    listed = {id: {"title": label, "description": HELP, **wish} for id, label in labels.items()}
    return {"type": "object", "additionalProperties": False, "properties": listed}


def _fact(pack: Pack, fact: Fact, lang: str) -> dict[str, Any]:
    of_type: dict[str, Any]
    match fact.type:
        case "boolean":
            of_type = {"enum": [True, False, DECLINED, None]}
        case "choice":
            of_type = {"enum": [*(fact.values or ()), DECLINED, None]}
        case "text":
            of_type = {"type": ["string", "null"]}
        case _:
            low, high = fact.span
            number = {"type": fact.type, "minimum": plain(low), "maximum": plain(high)}
            of_type = {"anyOf": [number, {"enum": [DECLINED, None]}]}
    described = pack.text(fact.question or fact.label, lang)
    return {"title": pack.text(fact.label, lang), "description": described, **of_type}
