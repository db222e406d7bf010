"""Her own copy: what is on it, how it reads, and that nobody's words turn it about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from builders import shipped_pack
from readability import hard_to_read

import kansrijk
from kansrijk.assessment import Assessment
from kansrijk.case.case import Case
from kansrijk.output.formats import in_format
from kansrijk.output.her_page import APART, TOGETHER, _apart, her_page
from kansrijk.output.her_phrases import HER_PHRASES
from kansrijk.output.layout import capitals
from kansrijk.output.markdown import text
from kansrijk.output.page import Item, Page, Section

HOOGEVEEN = shipped_pack("hoogeveen")
ON = date(2026, 11, 3)
SET = [
    {"date": "2026-09-14", "event": "intake", "by": "casusbegeleider"},
    {"date": "2026-09-16", "event": "agreement", "by": "casusbegeleider"},
    {"date": "2026-09-16", "event": "plan_set", "by": "casusbegeleider"},
]
FACTS = {
    "partner": "geen", "problematische_schulden": True, "rondkomen": "moeilijk", "leeftijd": 30,
    "netwerk_te_klein": True, "steunpersonen": 1, "roken": "nooit", "cannabis": "nooit",
    "lengte_cm": 170, "gewicht_voor_zwangerschap_kg": 60, "band_met_kind": True,
}  # fmt: skip


def page(*events: dict[str, Any], lang: str = "nl", **more: Any) -> Page:
    return her_page(outcome(*events, **more).seen_by("mother"), lang)


def outcome(*events: dict[str, Any], on: date = ON, wishes: Any = ()) -> Assessment:
    said = [{"date": "2026-09-14", "by": "casusbegeleider", "wishes": list(wishes)}]
    data = {"case": "c", "due_date": "2027-03-22", "facts": FACTS, "events": list(events),
            "observations": said if wishes else []}  # fmt: skip
    case = Case.model_validate(data)
    return kansrijk.assess(HOOGEVEEN, case, on=on, engines=["reference"])


def told(day: str, event: str, by: str = "casusbegeleider", **more: Any) -> dict[str, Any]:
    return {"date": day, "event": event, "by": by, **more}


def plain(text: str) -> str:
    return text.replace(APART, "").replace(TOGETHER, "")


def lines(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield plain(item.text)
        yield from lines(item.items)


def section(found: Page, heading: str) -> Section:
    return next(one for one in found.sections if one.heading == heading)


def headings(found: Page) -> list[str]:
    return [one.heading for one in found.sections]


def test_her_words_come_first_and_then_the_coming_four_weeks() -> None:
    found = page(*SET, wishes=["Een wieg.", "Rust."])
    assert headings(found) == [
        "Dit wil ik zelf", "De komende 4 weken", "Dit gaat goed", "Hier werken we aan",
        "Dit spraken we af", "Wanneer komt er iemand?", "Jij beslist", "Wie ziet wat?",
    ]  # fmt: skip
    assert list(lines(found.sections[0].items)) == ["Een wieg.", "Rust."]
    # All up to the visits is on the first sheet.
    assert [one.own_page for one in found.sections][:4] == [False, False, True, False]


def test_every_visit_of_the_four_weeks_and_no_other() -> None:
    weeks = section(page(*SET), "De komende 4 weken")
    visits = [plain(item.text) for item in weeks.items if item.mark == "visit"]
    assert visits[0] == "donderdag 5 november"
    assert visits[-1] == "maandag 30 november"
    assert len(visits) == 8
    assert all(list(lines(i.items)) == ["Er komt: een student."] for i in weeks.items if i.mark)
    prefers = told("2026-09-16", "preference", days=["monday"], time="10:00")
    weeks = section(page(*SET, prefers), "De komende 4 weken")
    assert plain(weeks.items[0].text).endswith(", om 10:00")


def test_the_time_is_that_of_the_visit_in_every_output() -> None:
    """Of a visit that stands otherwise than what suits her now, too."""
    prefers = told("2026-09-16", "preference", time="10:00")
    result = outcome(*SET, prefers)
    assert result.plan is not None
    first, *others = result.plan.to_come(ON)
    visits = (first._replace(time="14:30"), *others)
    result = result._replace(plan=result.plan._replace(visits=visits))
    times = [one["time"] for one in result.to_dict()["plan"]["visits"]]
    assert times == ["14:30", *["10:00"] * len(others)]
    for lang, said in (("nl", "om 14:30, fase 1"), ("en", "at 14:30, phase 1")):
        assert said in " ".join(str(in_format(result, "text", lang)).split())
    weeks = section(her_page(result.seen_by("mother"), "nl"), "De komende 4 weken")
    assert [plain(one.text)[-7:] for one in weeks.items if one.mark][:2] == ["m 14:30", "m 10:00"]
    without = outcome(*SET).to_dict()["plan"]["visits"]
    assert {one["time"] for one in without} == {None}


def test_what_has_moved_is_told_as_it_is() -> None:
    moved = told("2026-11-03", "visit", visit="fase_1-016", status="moved", to="2026-11-06")
    found = list(lines(section(page(*SET, moved), "De komende 4 weken").items))
    assert found[:3] == [
        "vrijdag 6 november", "Er komt: een student.",
        "Dit bezoek was eerst op donderdag 5 november.",
    ]  # fmt: skip
    late = {**moved, "to": "2026-12-11"}
    found = list(lines(section(page(*SET, late), "De komende 4 weken").items))
    assert "Het bezoek van donderdag 5 november is nu op vrijdag 11 december." in found
    away = told("2026-11-03", "absence", **{"from": "2026-11-04", "back": "2026-11-14"})
    found = list(lines(section(page(*SET, away), "De komende 4 weken").items))
    assert "maandag 9 november: dit bezoek gaat niet door." in found
    for_long = told("2026-11-03", "absence", **{"from": "2026-11-03", "back": "2027-01-14"})
    found = list(lines(section(page(*SET, for_long), "De komende 4 weken").items))
    assert "Er komt de komende 4 weken niemand." in found


def test_a_visit_that_was_called_off_is_told() -> None:
    off = told("2026-11-02", "visit", visit="fase_1-016", status="cancelled")
    found = list(lines(section(page(*SET, off), "De komende 4 weken").items))
    assert "donderdag 5 november: dit bezoek gaat niet door." in found


def test_what_moved_long_ago_is_told_no_more() -> None:
    moved = told("2026-11-02", "visit", visit="fase_1-016", status="moved", to="2026-11-06")
    soon = in_text(page(*SET, moved))
    late = in_text(page(*SET, moved, on=date(2026, 12, 3)))
    assert "was eerst op" in soon
    assert "was eerst op" not in late


def test_no_day_is_both_on_and_off() -> None:
    crisis = told("2028-11-20", "crisis")
    birth = told("2027-03-20", "birth", by="verloskundige")
    weeks = section(page(*SET, birth, crisis, on=date(2028, 11, 22)), "De komende 4 weken")
    on = {plain(item.text) for item in weeks.items if item.mark}
    off = {plain(item.text).partition(":")[0] for item in weeks.items if "niet door" in item.text}
    assert on
    assert not on & off


def test_somebody_new_and_somebody_along() -> None:
    first, other = told("2026-09-16", "student"), told("2026-11-01", "student")
    other["from"] = "2026-11-09"
    items = section(page(*SET, first, other), "De komende 4 weken").items
    assert [item.mark for item in items[:3]] == ["handover", "visit", "visit"]
    new = "Er komt ook iemand nieuw. Dan leer je elkaar kennen."
    assert [new in list(lines((item,))) for item in items[:3]] == [True, False, False]


def test_where_the_first_handover_was_missed_the_next_visit_is_the_first() -> None:
    first, other = told("2026-09-16", "student"), told("2026-11-01", "student")
    other["from"] = "2026-11-09"
    data = {"case": "c", "due_date": "2027-03-22", "facts": FACTS, "events": [*SET, first, other]}
    result = kansrijk.assess(HOOGEVEEN, Case.model_validate(data), on=ON, engines=["reference"])
    assert result.plan is not None
    (last, _) = (one.id for one in result.plan.visits if one.handover)
    missed = told("2026-11-08", "visit", visit=last, status="missed")
    items = section(
        page(*SET, first, other, missed, on=date(2026, 11, 9)), "De komende 4 weken"
    ).items
    assert [item.mark for item in items[:2]] == ["handover", "visit"]


@pytest.mark.parametrize("end", ["loss", "refusal", "completed"])
def test_at_an_end_no_visit_no_goal_and_nothing_that_hurts(end: str) -> None:
    found = page(*SET, told("2026-11-02", end), wishes=["Een wieg."])
    text = in_text(found)
    assert "komende 4 weken" not in text
    assert "Hier werken we aan" not in text
    assert "Dit stellen we voor" not in text
    assert ("De zorg voor jou en je kind gaat altijd door." in text) == (end != "loss")
    if end == "loss":
        assert headings(found) == ["Jij beslist", "Wie ziet wat?"]
        assert not [
            word for word in ("baby", "kind", "wieg", "gefeliciteerd") if word in text.lower()
        ]


def in_text(found: Page) -> str:
    parts = [found.title, *found.notes]
    for one in found.sections:
        parts += [one.heading, *lines(one.items)]
    return "\n".join(parts)


def test_a_proposal_says_so_and_no_plan_says_that() -> None:
    assert "Dit is een voorstel. Jij beslist mee." in page().notes
    assert "Dit stellen we voor" in headings(page())
    before = her_page(
        kansrijk.assess(HOOGEVEEN, Case.model_validate({"case": "c"}), on=ON).seen_by("mother"),
        "nl",
    )
    assert "Er is nog geen plan." in before.notes


def test_capitals_in_turkish_keep_their_dots() -> None:
    assert "\n\nBENİM İSTEDİĞİM\n" in text(page(*SET, lang="tr", wishes=["abc"]))
    cases = {"tr": ("iıçğş", "İIÇĞŞ"), "nl": ("ijsje", "IJSJE"), "en": ("in", "IN")}
    for lang, (small, capital) in cases.items():
        assert capitals(small, lang) == capital


@pytest.mark.parametrize("lang", ["nl", "en", "ar", "pl", "tr", "uk", "ti"])
def test_her_copy_is_there_in_every_language(lang: str) -> None:
    found = page(*SET, lang=lang)
    assert HOOGEVEEN.sections.hers is not None
    unconfirmed = lang not in HOOGEVEEN.sections.hers.confirmed
    assert (HER_PHRASES["unconfirmed"][lang] in found.notes) == unconfirmed
    assert len(found.sections) == 7


def test_a_day_a_number_and_her_words_stand_apart_from_what_is_around_them() -> None:
    found = page(*SET, lang="ar", wishes=["abc"])
    assert found.sections[0].items[0].text == f"{APART}abc{TOGETHER}"
    assert _apart("\u202eabc\u2066") == f"{APART}abc{TOGETHER}"
    for one in section(found, HER_PHRASES["head_weeks"]["ar"]).items:
        if one.mark:
            assert one.text.startswith(APART)
            assert one.text.endswith(TOGETHER)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", sorted(HER_PHRASES))
def test_she_can_read_every_phrase(name: str, lang: str) -> None:
    who = {"nl": "een student", "en": "a student"}[lang]
    filled = {"day": "3 mei" if lang == "nl" else "3 May", "time": "10:00", "who": who,
              "along": who, "phase": "Nu" if lang == "nl" else "Now", "n": 1, "weeks": 2, "days": 9,
              "hours": 2}  # fmt: skip
    filled["to"] = filled["day"]
    assert hard_to_read(HER_PHRASES[name][lang].format(**filled), lang) == []


def test_no_day_of_three_years_is_without_a_page() -> None:
    for n in range(0, 1200, 50):
        found = page(*SET, on=ON + timedelta(n))
        assert found.sections


def told_later(*events: dict[str, Any], on: date = ON, lang: str = "nl", **parts: Any) -> Page:
    data = {"case": "c", "due_date": "2027-03-22", "facts": FACTS, "events": list(events), **parts}
    result = kansrijk.assess(HOOGEVEEN, Case.model_validate(data), on=on, engines=["reference"])
    return her_page(result.seen_by("mother"), lang)


SMOKES = {"date": "2026-10-01", "by": "verloskundige", "facts": {"roken": "dagelijks"}}


@pytest.mark.parametrize("again", ["agreement", "plan_set"])
def test_what_came_after_she_agreed_is_not_said_to_be_agreed_on(again: str) -> None:
    before = set(lines(section(told_later(*SET), "Dit spraken we af").items))
    assert "Hier willen we nog over praten" not in headings(told_later(*SET))
    found = told_later(*SET, observations=[SMOKES])
    assert set(lines(section(found, "Dit spraken we af").items)) == before
    since = set(lines(section(found, "Hier willen we nog over praten").items))
    assert any("rook" in line for line in since)
    assert not since & before
    # Once she agrees again, or the plan is set again, it is in it.
    found = told_later(*SET, told("2026-10-05", again), observations=[SMOKES])
    assert set(lines(section(found, "Dit spraken we af").items)) == before | since
    assert "Hier willen we nog over praten" not in headings(found)
    # What is no more to do stands nowhere.
    no_debts = {
        "problematische_schulden": False,
        "rondkomen": "makkelijk",
        "schuldhulpverlening": False,
        "netto_maandinkomen": 5000,
        "kostendelers": 0,
    }
    gone = {"date": "2026-10-01", "by": "casusbegeleider", "facts": no_debts}
    assert set(lines(section(told_later(*SET, observations=[gone]), "Dit spraken we af").items)) < (
        before
    )


@pytest.mark.parametrize("lang", ["nl", "en", "ar", "pl", "tr", "uk", "ti"])
def test_what_is_still_to_be_talked_about_has_words_in_each_language(lang: str) -> None:
    found = told_later(*SET, observations=[SMOKES], lang=lang)
    assert HER_PHRASES["head_talk"][lang] in headings(found)


def test_with_an_open_class_there_is_a_plan_that_is_not_ready() -> None:
    little = {"partner": "geen", "problematische_schulden": True, "leeftijd": 30}
    found = told_later(facts=little)
    assert "Het plan is nog niet klaar. Wat we al weten, staat hier." in found.notes
    assert "Wanneer komt er iemand?" in headings(found)
    # Of a case of which nothing is known there is none.
    found = told_later(facts={})
    assert "Er is nog geen plan." in found.notes


def test_she_reads_until_when_somebody_comes_more_often() -> None:
    birth = told("2027-03-20", "birth", by="verloskundige")
    crisis = told("2028-05-01", "crisis")
    found = told_later(*SET, birth, crisis, on=date(2028, 5, 2))
    often = list(lines(section(found, "Wanneer komt er iemand?").items))
    start = often.index("Tot maandag 29 mei:")
    assert often[start + 1].endswith(": 2 × per week.")
    assert often[start + 2] == "Daarna:"
    assert often[start + 3].endswith(": 1 × per 2 weken.")
    # At the end of a phase nothing of that phase comes after it.
    late = told("2029-03-10", "crisis")
    found = told_later(*SET, birth, late, on=date(2029, 3, 11))
    often = list(lines(section(found, "Wanneer komt er iemand?").items))
    assert often[0] == "Tot dinsdag 20 maart:"
    assert often[2].startswith("Tot zaterdag 7 april")
