"""The phrases of the dialogue: in each of its languages, with the same blanks, none without use."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import kansrijk
from kansrijk.asking.replies import Unclear
from kansrijk.asking.state import Kind
from kansrijk.output.ask_phrases import ASK_PHRASES

LANGUAGES = {"nl", "en", "fr"}
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for room in ("output", "cli")
    for path in (Path(kansrijk.__file__).parent / room).glob("*.py")
    if path.name != "ask_phrases.py"
)


@pytest.mark.parametrize("name", ASK_PHRASES)
def test_a_phrase_is_in_every_language_with_the_same_blanks(name: str) -> None:
    texts = ASK_PHRASES[name]
    assert set(texts) == LANGUAGES
    blanks = {frozenset(blank for _, blank, _, _ in Formatter().parse(t)) for t in texts.values()}
    assert len({blank - {None} for blank in blanks}) == 1
    if name.startswith("ask_words_"):
        assert len({text.count("|") > 0 for text in texts.values()}) == 1


def test_every_reason_and_question_has_words() -> None:
    for word in (*get_args(Unclear), "no_way_back", "needed", "past", "far", "own_words"):
        assert f"ask_unclear_{word}" in ASK_PHRASES
    for kind in set(get_args(Kind)) - {"fact", "own_concern"}:
        assert f"ask_{kind}" in ASK_PHRASES


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_no_word_is_two_commands(lang: str) -> None:
    names = ("back", "skip", "decline", "why", "stop")
    words = [w for name in names for w in ASK_PHRASES[f"ask_words_{name}"][lang].split("|")]
    assert len(words) == len(set(words))


FAMILIES = (
    "words",
    "unclear",
    "why",
    "all_asked",
    "case",
    "role",
    "due",
    "last",
    "strengths",
    "birth",
    "concern",
    "sure",
)


def test_no_phrase_is_without_use() -> None:
    families = tuple(f"ask_{family}" for family in FAMILIES)
    named = [name for name in ASK_PHRASES if not name.startswith(families)]
    assert named
    assert [name for name in named if f'"{name}"' not in SOURCES] == []
