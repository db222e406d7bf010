"""Which changes the tests of a pack would notice, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kansrijk.case.norms import norms_on
from kansrijk.output.layout import wrap
from kansrijk.output.sentence import Sentences, quoted
from kansrijk.output.words import Words
from kansrijk.pack.numbers import said
from kansrijk.workbench.difference.outcomes import Difference
from kansrijk.workbench.difference.text import way
from kansrijk.workbench.mutation.killing import Killed
from kansrijk.workbench.mutation.mutants import Mutant
from kansrijk.workbench.proof.text import case_data, case_lines

Data = dict[str, Any]


def render(found: Sequence[Killed], words: Words) -> str:
    lines = [*wrap(total(found, words), "")]
    left = [one for one in found if one.fate in ("survived", "not_sure")]
    if not left:
        lines += wrap(words.say("mutants_none_left"), "")
    for one in left:
        lines += ["", *_left(one, words)]
    return "".join(f"{line}\n" for line in lines)


def total(found: Sequence[Killed], words: Words) -> str:
    fates = [one.fate for one in found]
    counts = {fate: fates.count(fate) for fate in ("killed", "equivalent")}
    return words.say("mutants_total", n=len(found), **counts)


def _left(one: Killed, words: Words) -> Iterator[str]:
    yield f"{words.pack.place(one.mutant.key)}: {message(one, words)}"
    if one.shown is not None:
        yield from wrap(_shown(one.shown, words))
        yield from (f"    {line}" for line in case_lines(one.shown.case or {}))


def message(one: Killed, words: Words) -> str:
    return words.say(f"mutants_{one.fate}", change=change_of(one.mutant, words))


def change_of(mutant: Mutant, words: Words) -> str:
    """What the change is about, and what it is."""
    about = quoted(words.label(mutant.key.removeprefix("norm:")), words)
    return f"{about}, {_change(mutant, words)}"


def _shown(shown: Difference, words: Words) -> str:
    return words.say("mutants_shown", day=words.date(shown.on), **way(shown, words))


def _change(mutant: Mutant, words: Words) -> str:
    if mutant.key.startswith("norm:"):
        before, after = (str(one) if mutant.what == "day" else said(one) for one in _pair(mutant))
        return words.say("mutant_norm", before=before, after=after or "-")
    norms = norms_on(words.pack, words.pack.sections.pack.in_force.from_)
    sentences = Sentences(words, norms, {})
    if mutant.what == "left_out":
        return words.say("mutant_left_out", before=sentences.of(mutant.before))
    return words.say("mutant_rule", after=sentences.of(mutant.after))


def _pair(mutant: Mutant) -> tuple[Any, Any]:
    return mutant.before, mutant.after


def data(found: Sequence[Killed], words: Words) -> list[Data]:
    return [
        {
            "what": one.mutant.what,
            "about": one.mutant.key,
            "place": str(words.pack.place(one.mutant.key)),
            "change": _change(one.mutant, words),
            "fate": one.fate,
            "test": one.by.id if one.by else None,
            "shown": _shown_data(one.shown),
        }
        for one in found
    ]


def _shown_data(shown: Difference | None) -> Data | None:
    if shown is None:
        return None
    return {
        "about": shown.key,
        "before": shown.before,
        "after": shown.after,
        "on": shown.on.isoformat(),
        "case": case_data(shown.case),
    }
