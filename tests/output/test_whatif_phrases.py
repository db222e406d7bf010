"""The phrases of what looks beside an outcome: in each language, with the same blanks."""

from __future__ import annotations

from string import Formatter

import pytest

from kansrijk.output.whatif_phrases import WHATIF_PHRASES


@pytest.mark.parametrize("name", WHATIF_PHRASES)
def test_a_phrase_is_in_every_language_with_the_same_blanks(name: str) -> None:
    texts = WHATIF_PHRASES[name]
    assert set(texts) == {"nl", "en", "fr"}
    blanks = {
        frozenset(blank for _, blank, _, _ in Formatter().parse(text) if blank)
        for text in texts.values()
    }
    assert len(blanks) == 1
