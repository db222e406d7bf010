"""Whether who comes speaks the language that she likes best."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import SCHEDULE, case_of, event, small_pack

from kansrijk.case.facts import facts_on
from kansrijk.pack.pack import Pack
from kansrijk.planning.handovers import Handover
from kansrijk.planning.language import LanguageToMatch, language_to_match

PACK = small_pack(
    schedule={**SCHEDULE, "language": {"fact": "story", "everyone": ["Dutch", "Frisian"]}}
)
ON = date(2026, 7, 20)


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def matched(
    hers: str | None, *students: str, held: dict[str, str] | None = None, pack: Pack = PACK
) -> LanguageToMatch | None:
    """For who speaks a language, with students by the day from which they come and their languages;
    `held`: from when the next one comes, by the day that was told."""
    told: list[dict[str, Any]] = []
    for from_, *rest in (one.split(maxsplit=1) for one in students):
        spoken = [language for one in rest for language in one.split(", ")]
        said = {"from": f"2026-{from_}", "languages": spoken}
        told.append({**event("2026-06-01", "student"), **said})
    # Nobody knew of this one.
    told.append({**event("2026-07-21", "student"), "languages": [hers or "Dutch"]})
    case = case_of(facts={"story": hers}, events=told)
    found = [Handover(day(one), day(other), (), moved=True) for one, other in (held or {}).items()]
    return language_to_match(pack.sections.schedule, case, facts_on(pack, case, ON), found)


@pytest.mark.parametrize(
    ("hers", "students", "until", "from_"),
    [
        # Nobody is known to come, or to speak it.
        ("Polish", [], None, None),
        ("Polish", ["06-01"], None, None),
        ("Polish", ["06-01 Greek, English"], None, None),
        # Who speaks it comes later, or came before.
        ("Polish", ["07-21 Polish"], None, "07-21"),
        ("Polish", ["06-01 Greek", "08-01 Dutch", "08-20 Greek, Polish", "09-01 Polish"],
         None, "08-20"),
        ("Polish", ["06-01 Polish", "07-20 Greek"], None, None),
        # Up to when who comes now speaks it, and from when another does.
        ("Polish", ["06-01 Polish", "08-01 Greek"], "08-01", None),
        ("Polish", ["07-20 Greek, Polish", "08-01 Greek", "08-20 Polish"], "08-01", "08-20"),
        ("Polish", ["06-01 Polish", "08-01 Polish", "08-20 Greek", "09-01 Dutch", "09-20 Polish"],
         "08-20", "09-20"),
        # Somebody who speaks more than one of them is known by each.
        ("Greek", ["06-01 Greek, Polish", "08-01 Polish, Dutch"], "08-01", None),
    ],
)  # fmt: skip
def test_from_when_and_up_to_when_somebody_comes_who_speaks_it(
    hers: str, students: list[str], until: str | None, from_: str | None
) -> None:
    expected = ("story", *(one and day(one) for one in (until, from_)))
    assert matched(hers, *students) == expected


@pytest.mark.parametrize(
    ("hers", "students"),
    [
        (None, []),
        ("Dutch", []),
        ("  frisian", ["06-01 Greek"]),
        ("Polish", ["06-01 Polish"]),
        ("Polish", ["07-20 Greek, Polish", "08-01 Polish, Greek"]),
        # However it was written.
        ("West  Frisian ", ["06-01 west frisian"]),
        ("straße", ["06-01 STRASSE"]),
    ],
)
def test_nothing_is_to_be_matched_where_everybody_speaks_it(
    hers: str | None, students: list[str]
) -> None:
    assert matched(hers, *students) is None


def test_two_words_are_not_one() -> None:
    assert matched("New Greek", "06-01 NewGreek") is not None


@pytest.mark.parametrize(
    ("hers", "held", "until", "from_"),
    [
        # Another was to come since the 15th, and comes from the 28th on.
        ("Polish", {"07-15": "07-28"}, "07-28", "08-20"),
        ("Greek", {"07-15": "07-28"}, None, "07-28"),
        ("Polish", {"08-20": "08-25"}, None, "08-25"),
        # Who would begin on the day of the next one, or after it, never comes.
        ("Greek", {"07-15": "08-20"}, None, None),
        ("Greek", {"07-15": "08-22"}, None, None),
        ("Greek", {"07-15": "08-20", "08-20": "08-21"}, None, "08-20"),
    ],
)
def test_until_they_have_handed_over_the_same_student_comes(
    hers: str, held: dict[str, str], until: str | None, from_: str | None
) -> None:
    three = ("06-01 Polish", "07-15 Greek", "08-20 Polish")
    expected = ("story", *(one and day(one) for one in (until, from_)))
    assert matched(hers, *three, held=held) == expected


def test_one_who_never_comes_takes_nobody_away() -> None:
    four = ("06-01 Polish", "08-25 Greek", "09-05 Polish", "09-20 Polish")
    assert matched("Polish", *four, held={"08-25": "09-09"}) is None
    assert matched("Polish", *four) == ("story", day("08-25"), day("09-05"))


@pytest.mark.parametrize("schedule", [None, {**SCHEDULE, "language": None}])
def test_a_pack_that_asks_no_language_matches_none(schedule: Any) -> None:
    pack = small_pack(
        **({"schedule": {k: v for k, v in schedule.items() if v}} if schedule else {})
    )
    assert matched("Polish", pack=pack) is None
