"""The program's own words: each in every language that it speaks, with the same blanks."""

from __future__ import annotations

from string import Formatter

import pytest

from kansrijk.output.phrases import PHRASES, UNITS

LANGUAGES = {"nl", "en", "fr"}
ALIKE = (
    "action_line", "day", "head_phases", "head_sources", "margin_of", "months_none", "told_alone",
    "change_because", "visit_with", "visit_without_day", "record_line",
    "overdue_visit", "docs_version", "docs_phase", "docs_source", "docs_sources", "docs_tests",
    "docs_domain_social", "counted_signals_one", "counted_classes", "counted_phases",
    "counted_phases_one", "counted_actions", "counted_actions_one",
    "aantal", "factor", "kg/m2", "punten",
)  # fmt: skip
"""What reads the same in English and French; anything else that does is not translated."""


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_a_phrase_is_in_every_language_with_the_same_blanks(name: str) -> None:
    texts = PHRASES[name]
    assert set(texts) == LANGUAGES
    blanks = [sorted({blank for _, blank, _, _ in Formatter().parse(text) if blank is not None})
              for text in texts.values()]  # fmt: skip
    assert blanks == [blanks[0]] * len(blanks)


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_in_every_language(unit: str) -> None:
    assert set(UNITS[unit]) == LANGUAGES


def test_french_is_not_english() -> None:
    said = {**PHRASES, **UNITS}
    alike = {name for name, texts in said.items() if texts.get("fr") == texts["en"]}
    assert alike == set(ALIKE)
