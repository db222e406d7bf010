"""Of any pack: all of it is on the page, each thing once, and the figure is what the rules say."""

from __future__ import annotations

import copy
import os
import random
from datetime import date
from typing import Any

import pytest
from builders import shipped_pack
from promises.strategies import load, pack_data

from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.workbench.documents.markdown import markdown

from .documents import documents, figure_of, page, wrong_in, wrong_on

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS = 400 if LONG else 12


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Pack, Any]]:
    rng = random.Random(5)
    data = [pack_data(rng, may_fall=rng.random() < 0.3) for _ in range(PACKS)]
    return [(load(sections), sections) for sections in data]


def test_all_of_a_pack_is_on_the_page_in_each_language(drawn: list[tuple[Pack, Any]]) -> None:
    packs = [pack for pack, _ in drawn] + [shipped_pack("hoogeveen")]
    assert [wrong for pack in packs if (wrong := wrong_on(page(pack), pack))] == []


def test_the_figure_says_what_the_rules_look_at(drawn: list[tuple[Pack, Any]]) -> None:
    hoogeveen = shipped_pack("hoogeveen")
    every = [*drawn, (hoogeveen, dict(hoogeveen.files.value))]
    figures = [(figure_of(one), data) for pack, data in every for one in documents(pack)]
    assert [wrong for figure, data in figures if (wrong := wrong_in(figure, data))] == []
    assert max(len(figure.lines) for figure, _ in figures) > 15


def test_this_test_sees_a_line_too_many_or_too_few(drawn: list[tuple[Pack, Any]]) -> None:
    pack, data = drawn[0]
    figure = figure_of(documents(pack)[0])
    assert wrong_in(figure._replace(lines=figure.lines[1:]), data)
    assert wrong_in(figure._replace(lines=[*figure.lines, figure.lines[0]]), data)
    other = copy.deepcopy(data)
    criterion = next(iter(other["criteria"].values()))
    criterion["when"] = {"answered": next(reversed(other["facts"]))}
    assert wrong_in(figure, other)


def test_this_test_sees_a_card_that_is_lacking(drawn: list[tuple[Pack, Any]]) -> None:
    pack, _ = drawn[0]
    made = page(pack)
    id = f'id="{pack.languages[0]}-norm-'
    assert made.count(id) and wrong_on(made.replace(id, f'id="x{pack.languages[0]}-norm-', 1), pack)


def test_the_same_gives_the_same(drawn: list[tuple[Pack, Any]]) -> None:
    for pack, data in drawn[:3]:
        words = Words(pack, pack.languages[0])
        assert page(pack) == page(load(copy.deepcopy(data)))
        assert markdown(documents(pack), words) == markdown(documents(pack), words)


def test_a_norm_in_a_gap_and_a_day_before_the_pack(drawn: list[tuple[Pack, Any]]) -> None:
    """Nothing falls over a figure that is not there on the day."""
    for pack, _ in drawn[:4]:
        for day in (date(1950, 1, 1), date(2190, 1, 1)):
            assert wrong_on(page(pack, on=day), pack) == []
