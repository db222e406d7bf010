"""Whom an offer is for: the truth of its condition, with that of each part."""

from __future__ import annotations

from typing import Any

import pytest
from builders import facts_of, small_pack

from kansrijk.screening.because import Leaf, Node
from kansrijk.screening.fitting import fitting

OFFER = {
    "for": "help", "provider": "somebody", "meanwhile": "Call.", "confirmed": "2026-01-10",
    "basis": "policy", "source": "law",
}  # fmt: skip
FRIENDS = {"friends": {"at_least": 3}}
PACK = small_pack(
    offers={
        "open": {**OFFER, "label": "o"},
        "some": {**OFFER, "label": "s", "when": FRIENDS},
        "two": {**OFFER, "label": "t", "when": {"all": [{"hopeful": True}, FRIENDS]}},
    }
)


@pytest.mark.parametrize(
    ("facts", "hopeful", "friends", "both"),
    [
        ({}, None, None, None),
        ({"friends": 3}, None, True, None),
        ({"friends": 2}, None, False, False),
        ({"friends": 3, "hopeful": True}, True, True, True),
        ({"friends": "declined", "hopeful": False}, False, None, False),
    ],
)
def test_each_offer_with_a_condition_by_its_id(
    facts: dict[str, Any], hopeful: bool | None, friends: bool | None, both: bool | None
) -> None:
    some = Leaf("fact", ("friends",), friends, ("at_least", 3), None, ("friends",))
    one = Leaf("fact", ("hopeful",), hopeful, ("one_of", (True,)), None, ("hopeful",))
    found = fitting(PACK, facts_of(PACK, facts=facts))
    assert found == {"some": some, "two": Node("all", both, (one, some))}
