"""What came of the tests of a pack, in words: first what does not hold, then the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kansrijk.output.explain_text import Explained, explaining_of
from kansrijk.output.layout import wrap
from kansrijk.output.text import truth_word
from kansrijk.output.words import Words
from kansrijk.workbench.expecting import Claim
from kansrijk.workbench.running import Ran, Unmet

KINDS = {"criteria": "criterion", "signals": "signal", "actions": "action", "class": "class"}
"""Of what is expected under a word: the kind of rule that says why it came out as it did."""


def render(ran: Sequence[Ran], words: Words) -> str:
    """The failures, each in a short block, and one line of totals."""
    pack = f"{words.pack.id} {words.pack.version}"
    if not ran:
        return "\n".join([*wrap(words.say("tests_none", pack=pack), ""), "", *_example(words), ""])
    failed = [one for one in ran if one.unmet]
    blocks = ["\n".join(block(one, words)) + "\n\n" for one in failed]
    if failed:
        total = words.many("tests_failed", len(failed), pack=pack, failed=len(failed), n=len(ran))
    else:
        total = words.many("tests_all_good", len(ran), pack=pack, n=len(ran))
    return "".join(blocks) + total + "\n"


def block(ran: Ran, words: Words) -> Iterator[str]:
    """What a test is about, and each expectation that is not met with the reason."""
    yield from wrap(f"{ran.test.id}: {ran.test.title}", "")
    for unmet in ran.unmet:
        yield "  " + told(unmet, words)
        yield from wrap(why(ran, unmet, words), "    ")


def told(unmet: Unmet, words: Words) -> str:
    """What was expected and what it is, with the place; on one line, so that it can be followed."""
    claim = unmet.claim
    return words.say(
        "test_unmet",
        place=unmet.place,
        what=what(claim, words),
        expected=value(claim, claim.expected, words),
        found=value(claim, unmet.found, words),
    )


def what(claim: Claim, words: Words) -> str:
    key = claim.key.removeprefix("no_")
    if claim.id is not None:
        return words.say(f"test_{key}", id=claim.id)
    return words.say("test_all_signals" if key == "signals" else f"test_{key}")


def value(claim: Claim, said: Any, words: Words) -> str:
    """A value as it is said: a truth as a word, ids as they stand in the pack."""
    if isinstance(said, list):
        return ", ".join(f"`{id}`" for id in said) or words.say("test_nothing")
    if claim.key == "class":
        return words.say("test_class_open") if said is None else f"`{said}`"
    return truth_word(said, words) if said is None or isinstance(said, bool) else str(said)


def why(ran: Ran, unmet: Unmet, words: Words) -> str:
    """Why it came out as it did, in one sentence; nothing where no one rule says so."""
    claim, result = unmet.claim, ran.result
    kind = KINDS.get(claim.key.removeprefix("no_"))
    id = (claim.expected or unmet.found) if claim.key == "class" else claim.id
    key = f"{kind}:{id}"
    if kind is None or id is None:
        return ""
    explaining = explaining_of(result)
    found = explaining.explain(key)
    return Explained.of(result, words, explaining, [found]).said.of(found)


def _example(words: Words) -> Iterable[str]:
    """A test to begin with: of nothing known, every criterion is unknown."""
    first = next(iter(words.pack.sections.criteria))
    yield "niets_bekend:"
    yield f'  title: "{words.say("tests_none_title")}"'
    yield f"  on: {words.pack.sections.pack.in_force.from_.isoformat()}"
    yield "  case: {case: test-1}"
    yield f"  expect: {{criteria: {{{first}: null}}}}"
