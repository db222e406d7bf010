"""An empty case file to fill in: every question as a comment beside its fact."""

from __future__ import annotations

from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.pack.vocabulary import Fact

COLUMN = 36


def blank_case(pack: Pack, lang: str) -> str:
    """A case file in which nothing is answered yet; derived facts are left out."""
    words = Words(pack, lang)
    lines = [
        "# yaml-language-server: $schema=case.schema.json",
        *(f"# {line}" for line in words.say("blank_intro").splitlines()),
        _line("case: pseudoniem", words.say("blank_case")),
        _line("due_date: null", words.say("blank_due")),
        "facts:",
    ]
    for id, fact in pack.sections.facts.items():
        if fact.derive is None:
            lines.append(_line(f"  {id}: null", f"{words.question(id)} {_allowed(fact, words)}"))
    lines += ["observations: []", "events: []"]
    return "\n".join(lines) + "\n"


def _line(text: str, comment: str) -> str:
    return f"{text:<{COLUMN}} # {comment}"


def _allowed(fact: Fact, words: Words) -> str:
    """What can be filled in."""
    match fact.type:
        case "boolean":
            return "[true, false]"
        case "choice":
            return f"[{', '.join(fact.values or ())}]"
        case "text":
            return words.say("blank_text")
        case _:
            low, high = fact.span
            bounds = f"{words.number(low)} - {words.number(high)} {words.unit(fact.unit)}"
            return f"[{bounds.strip()}]"
