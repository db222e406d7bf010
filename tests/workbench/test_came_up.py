"""What a case that came up shows needs no solver; and no more than that is taken from it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from builders import small_pack

from kansrijk.pack.pack import Pack
from kansrijk.workbench.proof import came_up
from kansrijk.workbench.proof.claims import Claim, claims
from kansrijk.workbench.proof.prove import proofs
from kansrijk.workbench.proof.search import Search

MANY = 9
BASED = {"basis": "policy", "source": "law", "no_action": "none here"}


def yes(fact: str) -> dict[str, Any]:
    return {fact: True}


def counting(*, shared: bool) -> Pack:
    """Classes at four and at two of nine criteria that lie in both domains; where answers are
    shared, what makes one true makes others true or cannot stand beside them."""
    asked = {"type": "boolean", "question": "?", "asked_by": "nurse"}
    facts = {f"f{n}": {**asked, "label": f"f{n}"} for n in range(MANY + 1)}
    whens: list[Any] = [yes(f"f{n}") for n in range(MANY)]
    if shared:
        whens[1] = {"all": [yes("f1"), yes("f0")]}
        whens[3] = {"any": [yes("f3"), {"all": [yes("f2"), yes("f4")]}]}
        whens[4] = {"all": [yes("f4"), yes(f"f{MANY}")]}
        whens[5] = {"all": [yes("f5"), {"not": yes("f6")}]}
        whens[6] = {"all": [yes("f6"), {"not": yes("f5")}]}
    criteria = {
        f"c{n}": {"label": f"c{n}", "domain": ["money", "people"][n > 5], "when": when, **BASED}
        for n, when in enumerate(whens)
    }
    every = [{"criterion": id} for id in criteria]
    classes = {
        id: {"when": {"count": {"at_least": many, "domains": 2, "of": every}}}
        for id, many in (("high", 4), ("middle", 2))
    }
    return small_pack(facts=facts, criteria=criteria, classes={"classes": classes})


def asked_of_the_solver(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of claim took the solver, with all of them proved."""
    asked, now = Counter[str](), [""]
    case = Search.case

    def counted(self: Search, *args: Any, **options: Any) -> Any:
        asked[now[0]] += 1
        return case(self, *args, **options)

    def each(pack: Pack) -> Any:
        for claim in claims(pack):
            now[0] = f"{claim.kind} {claim.about.partition(':')[0]}"
            yield claim

    with monkeypatch.context() as patched:
        patched.setattr(Search, "case", counted)
        patched.setattr("kansrijk.workbench.proof.prove.claims", each)
        found = list(proofs(pack, seconds=600))
    # Where c1 is true c0 is, in the same domain: of two in both domains it is never needed.
    wrong = {(one.claim.about, one.claim.named) for one in found if one.outcome != "holds"}
    assert wrong <= {("class:middle", "criterion:c1")}
    return asked


@pytest.mark.parametrize("shared", [False, True])
def test_of_a_count_nearly_every_part_is_shown_by_what_came_up(
    shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_of_the_solver(counting(shared=shared), monkeypatch)
    assert asked["criterion_matters criterion"] == 0  # of nine
    assert asked["part_matters class"] <= 3  # of eighteen


def test_nothing_holds_by_a_case_that_does_not_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is looked at for the claim itself; where none is, all claims go to the solver."""
    pack = counting(shared=True)
    monkeypatch.setattr(came_up.CameUp, "shows", lambda *_: False)
    assert asked_of_the_solver(pack, monkeypatch).total() == len(list(claims(pack)))


def only_alone(cases: came_up.CameUp, claim: Claim) -> came_up.Looked:
    """A case with nothing in it to begin with."""
    ((_, one),) = [pair for key, pair in cases._last.items() if key == claim.about]
    return one._replace(case={"case": "c"})


def test_a_case_that_cannot_be_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = counting(shared=False)
    cases = came_up.CameUp(pack)
    every = list(claims(pack))

    def shown(claim: Claim) -> bool:
        facts = {f"f{n}": True for n in (0, 1, 2, 6)}
        return cases.looked(claim, {"case": "c", "facts": facts}, pack.sections.pack.in_force.from_)

    assert [shown(claim) for claim in every if claim.kind == "can_be_true"].count(True) > 3
    parts = [one for one in every if one.about == "class:high" and one.named]
    assert shown(next(one for one in parts if one.named == "criterion:c0"))
    cases._recent.clear()
    last = next(one for one in parts if one.named == "criterion:c1")
    with monkeypatch.context() as patched:
        patched.setattr(came_up, "GROWN", 0)
        patched.setattr(cases, "_last", {last.about: ("criterion:c6", only_alone(cases, last))})
        assert not cases.shows(last)
    assert cases.shows(last)
    cases._recent.clear()
    monkeypatch.setattr(cases, "_look", lambda *_: None)
    assert not cases.shows(last)
