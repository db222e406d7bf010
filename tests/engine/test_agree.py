"""Engines that differ give no outcome, and the error names the rule and no fact."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field

import pytest
from builders import ON, case_of, small_pack

import kansrijk
from kansrijk import assessment
from kansrijk.engine import agree, durable
from kansrijk.engine.agree import EnginesDisagree
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, Ruleset, Truths

RULESET, KNOWN = Ruleset("nothing", (), {}), Known({"poor": "geheim"}, {})


@dataclass
class Says:
    """An engine that says what it was told to say."""

    name: str
    truths: dict[str, bool | None]
    after: dict[str, bool | None] = field(default_factory=dict)

    def findings(self, ruleset: Ruleset, known: Known) -> Truths:
        return self.truths

    def consequences(
        self, ruleset: Ruleset, known: Known, truths: Truths, possible: tuple[str, ...]
    ) -> Truths:
        return self.after


def test_there_are_two_engines_where_the_package_of_the_second_can_be_imported() -> None:
    """The tests of the second engine are left out where it is not there: this one is not."""
    imported = subprocess.run([sys.executable, "-c", "import durable_rules_engine"], check=False)
    assert durable.available() is (imported.returncode == 0)


def test_engines_that_agree_give_their_truths() -> None:
    truths = {"criterion:a": True, "criterion:b": None}
    both = [
        Says("one", truths, {"action:x": False}),
        Says("two", dict(truths), {"action:x": False}),
    ]
    assert agree.findings(both, RULESET, KNOWN) == truths
    assert agree.consequences(both, RULESET, KNOWN, truths, ()) == {"action:x": False}
    assert agree.findings(both[:1], RULESET, KNOWN) == truths


@pytest.mark.parametrize(
    ("other", "keys"),
    [
        ({"criterion:a": False, "criterion:b": None}, "criterion:a"),
        ({"criterion:a": True, "criterion:b": False}, "criterion:b"),
        ({"criterion:a": None, "criterion:b": True}, "criterion:a, criterion:b"),
        ({"criterion:a": True}, "criterion:b"),
        ({"criterion:a": True, "criterion:b": None, "x:z": None}, "x:z"),
        ({"criterion:a": True, "criterion:b": None, "x:z": True}, "x:z"),
    ],
)
def test_a_difference_is_an_error_that_names_the_rules(
    other: dict[str, bool | None], keys: str
) -> None:
    truths: dict[str, bool | None] = {"criterion:a": True, "criterion:b": None}
    engines = [
        Says("one", truths, other),
        Says("two", truths, truths),
        Says("three", other, truths),
    ]
    said = (
        f"the engines `one` and `{{}}` differ on {keys}; no outcome is given. "
        "Please report this with the pack."
    )
    with pytest.raises(EnginesDisagree) as caught:
        agree.findings(engines, RULESET, KNOWN)
    assert str(caught.value) == said.format("three")
    with pytest.raises(EnginesDisagree) as caught:
        agree.consequences(engines, RULESET, KNOWN, truths, ())
    assert str(caught.value) == said.format("two")
    assert "geheim" not in str(caught.value)


def test_no_outcome_where_two_engines_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    class Wrong(ReferenceEngine):
        def findings(self, ruleset: Ruleset, known: Known) -> Truths:
            return {**super().findings(ruleset, known), "signal:danger": True}

    engines = iter([ReferenceEngine(), Wrong("wrong")])
    monkeypatch.setattr(assessment, "_engine", lambda name: next(engines))
    with pytest.raises(kansrijk.EnginesDisagree, match="`wrong` differ on signal:danger"):
        kansrijk.assess(small_pack(), case_of(), on=ON, engines=["reference", "durable"])


def test_one_engine_can_be_chosen() -> None:
    result = kansrijk.assess(small_pack(), case_of(), on=ON, engines=["reference"])
    assert result.engines == ("reference",)
    every = kansrijk.screen_case(small_pack(), case_of(), on=ON)
    assert every.engines == kansrijk.installed_engines()
    assert every.plan is None
