"""The cases that a pack brings along have the outcome that stands beside them."""

from __future__ import annotations

import pytest
from builders import shipped_pack

from kansrijk.output.words import Words
from kansrijk.pack.load import shipped_packs
from kansrijk.workbench import coverage_text
from kansrijk.workbench.coverage import coverage
from kansrijk.workbench.report_text import render
from kansrijk.workbench.running import run

TESTED = [id for id in shipped_packs() if shipped_pack(id).sections.tests]


@pytest.mark.parametrize("id", TESTED)
def test_every_test_of_the_pack_holds(id: str) -> None:
    ran = run(shipped_pack(id))
    assert ran
    assert not any(one.unmet for one in ran), render(ran, Words(shipped_pack(id), "en"))


@pytest.mark.parametrize("id", TESTED)
def test_the_tests_of_the_pack_reach_all_of_its_rules(id: str) -> None:
    pack = shipped_pack(id)
    found = coverage(pack, [one.result for one in run(pack)])
    assert not found.lacking, coverage_text.render(found, Words(pack, "en"))
