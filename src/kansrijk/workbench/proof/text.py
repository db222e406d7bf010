"""What was proved, in words and as data: first what holds, then each thing that does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

from kansrijk.assessment import installed_engines
from kansrijk.case.norms import norms_on
from kansrijk.output.layout import in_a_row, wrap
from kansrijk.output.possible_text import possible_lines
from kansrijk.output.sentence import Sentences, quoted
from kansrijk.output.words import Words
from kansrijk.pack.pack import leaves
from kansrijk.reading.inserting import flow
from kansrijk.workbench.every import Tried
from kansrijk.workbench.proof.claims import Claim, Kind
from kansrijk.workbench.proof.prove import Proof
from kansrijk.workbench.proof.proved import Proved
from kansrijk.workbench.proof.witness import Data

GOOD, BAD = "●", "○"


def proof_text(found: Proved, words: Words, files: Mapping[int, str]) -> str:
    """`files` are those to which the case of a proof was written, by the place of the proof."""
    pack = words.pack
    head = words.say(
        "proof_head",
        pack=pack.id,
        version=pack.version,
        day=words.date(pack.sections.pack.in_force.from_),
    )
    lines = [*wrap(head, ""), "", *_by_kind(found.proofs, words), *_every(found.tried, words)]
    lines += ["", *possible_lines(found.exact, words)]
    for i, proof in enumerate(found.proofs):
        if proof.outcome != "holds":
            lines += ["", *finding(proof, words, files.get(i))]
    for tried in found.tried or ():
        if not tried.agree:
            lines += ["", differs(tried, words)]
    return "".join(f"{line}\n" for line in lines)


def _by_kind(proofs: Sequence[Proof], words: Words) -> Iterator[str]:
    for kind in get_args(Kind):
        found = [proof.outcome == "holds" for proof in proofs if proof.claim.kind == kind]
        claim, good = words.say(f"proof_{kind}"), sum(found)
        if found:
            phrase = "proof_holds" if all(found) else "proof_some"
            said = words.say(phrase, claim=claim, n=len(found), good=good)
        elif kind in ("never_lower", "apart"):
            grades = words.pack.sections.classes.classes.values()
            marked = kind == "never_lower" and any(grade.may_fall for grade in grades)
            said = words.pair(claim, words.say("proof_marked" if marked else "proof_by_form"))
        else:
            continue
        yield from _line(said, good=all(found))
    yield from _line(words.say("proof_checked"), good=True)


def _every(tried: Sequence[Tried] | None, words: Words) -> Iterator[str]:
    if tried is None:
        yield from _line(words.say("proof_every_alone"), good=False)
        return
    engines = in_a_row(list(installed_engines()), words.say("and"))
    done = [one for one in tried if one.agree is not None]
    said = words.say("proof_every", n=sum(one.cases for one in done), engines=engines)
    if all(one.agree for one in done):
        yield from _line(said, good=True)


def _line(said: str, *, good: bool) -> Iterator[str]:
    yield from wrap(said, f"  {GOOD if good else BAD} ", "    ")


def finding(proof: Proof, words: Words, file: str | None) -> Iterator[str]:
    """Where something does not hold, and the smallest case that shows it, or the file with it."""
    yield f"{words.pack.place(proof.claim.about)}: {message(proof, words)}"
    if proof.case is None or proof.span is None:
        return
    day = proof.span.from_.isoformat()
    if file:
        yield f"  {words.say('proof_case_in', file=file, day=day)}"
    else:
        yield f"  {words.say('proof_case', day=words.date(proof.span.from_))}"
        yield from (f"    {line}" for line in case_lines(proof.case))


def differs(tried: Tried, words: Words) -> str:
    """That the engines do not agree on a rule, or that it was not looked at."""
    phrase = "proof_every_differs" if tried.agree is False else "proof_every_left"
    said = words.say(phrase, about=_named(tried.key, words), n=tried.cases)
    return f"{words.pack.place(tried.key)}: {said}"


def message(proof: Proof, words: Words) -> str:
    """What does not hold, or was not proved."""
    claim = proof.claim
    named = {"about": _named(claim.about, words)}
    if proof.outcome != "fails":
        said = words.say(f"proof_{claim.kind}")
        return words.say(f"unproved_{proof.outcome}", claim=said, **named)
    named["other"] = _named(claim.other, words) if claim.other else ""
    named["part"] = _part(claim, words) if claim.part >= 0 else ""
    return words.say(f"unproved_{claim.kind}", **named)


def _named(key: str, words: Words) -> str:
    return quoted(words.label(key), words)


def _part(claim: Claim, words: Words) -> str:
    """The part of a rule, as a sentence with the norms of the day on which the pack begins."""
    pack = words.pack
    rule = next(rule for rule in pack.rules if rule.key == claim.about)
    leaf = list(leaves(rule.when))[claim.part]
    return Sentences(words, norms_on(pack, pack.sections.pack.in_force.from_), {}).of(leaf)


def case_lines(case: Data) -> Iterator[str]:
    """The case as a file holds it."""
    for key, value in case.items():
        if isinstance(value, list):
            yield f"{key}:"
            yield from (f"  - {flow(item)}" for item in value)
        else:
            yield f"{key}: {flow(value)}"


def case_data(case: Data | None) -> Data | None:
    """The case as JSON holds it."""
    if case is None:
        return None
    facts = {id: _json(value) for id, value in case.get("facts", {}).items()}
    return {**case, **({"facts": facts} if facts else {})}


def _json(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def proof_data(found: Proved, words: Words) -> Data:
    """Every claim with what was found of it, the cases tried, and where `possible` is exact."""
    pack, tried = words.pack, found.tried
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "holds": found.holds,
        "claims": [_claim_data(proof, words) for proof in found.proofs],
        "every_case": None
        if tried is None
        else [
            {"rule": one.key, "on": one.on.isoformat(), "cases": one.cases, "agree": one.agree}
            for one in tried
        ],
        "possible": found.exact._asdict(),
    }


def _claim_data(proof: Proof, words: Words) -> dict[str, Any]:
    claim, holds = proof.claim, proof.outcome == "holds"
    return {
        "kind": claim.kind,
        "about": claim.about,
        "other": claim.other or None,
        "part": _part(claim, words) if claim.part >= 0 else None,
        "place": str(words.pack.place(claim.about)),
        "outcome": proof.outcome,
        "message": None if holds else message(proof, words),
        "on": proof.on and proof.on.isoformat(),
        "case": case_data(proof.case),
    }
