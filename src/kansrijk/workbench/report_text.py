"""What came of the tests of a pack, in words: first what does not hold, then the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kansrijk.output.explain_text import Explained, explaining_of
from kansrijk.output.layout import wrap
from kansrijk.output.text import truth_word
from kansrijk.output.words import Words
from kansrijk.reading import Place
from kansrijk.workbench.expecting import Claim
from kansrijk.workbench.running import Ran, Unmet
from kansrijk.workbench.updating import Change

KINDS = {"criteria": "criterion", "signals": "signal", "actions": "action", "class": "class"}
"""Of what is expected under a word: the kind of rule that says why it came out as it did."""
ALONE = ("class", "possible", "intake", "visits", "plan")
"""What is expected of a case as a whole, and never of one id."""


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
    return _apart("test_unmet", unmet.place, unmet.claim, unmet.found, words)


def change_line(change: Change, words: Words) -> str:
    """What stands there and what takes its place."""
    return _apart("update_line", change.place, change.claim, change.new, words)


def _apart(phrase: str, place: Place, claim: Claim, found: Any, words: Words) -> str:
    expected = value(claim, claim.expected, words)
    said = {"expected": expected, "found": value(claim, found, words)}
    return words.say(phrase, place=place, what=what(claim, words), **said)


def what(claim: Claim, words: Words) -> str:
    if claim.id is not None:
        return words.say(f"test_{claim.key.removeprefix('no_')}", id=claim.id)
    return words.say(f"test_{claim.key}" if claim.key in ALONE else f"test_all_{claim.key}")


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
