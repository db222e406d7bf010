"""What the intake says aloud: warnings, decisions, reasons and the closing words."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

from datetime import date

import pytest

import kansrijk
from kansrijk.asking.intake import begin, now, take
from kansrijk.asking.state import Intake, Item
from kansrijk.output.ask_text import closing, greeting, turn_lines, vocabulary
from kansrijk.output.words import Words

PACK = kansrijk.load_pack("hoogeveen", tests=False)
ON = date(2026, 11, 26)
DATED = "case: c-1\ndue_date: 2027-03-14\n"


def start(text: str = DATED, lang: str = "nl", **options: object) -> Intake:
    settings = {"file": "c.yaml", "text": text, "by": "verloskundige", **options}
    return begin(PACK, ON, vocabulary(Words(PACK, lang)), **settings)  # type: ignore[arg-type]


def said(intake: Intake, item: Item, line: str, lang: str = "nl") -> tuple[Intake, str]:
    turn = take(intake, item, line)
    return turn.intake, aloud(turn_lines(turn, item, Words(PACK, lang)))


def aloud(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def greeted(intake: Intake, lang: str = "nl") -> str:
    return aloud(greeting(intake, Words(PACK, lang)))


def closed(intake: Intake, lang: str = "nl") -> str:
    assert intake.seen is not None
    result = kansrijk.screen_case(PACK, intake.seen.case, on=ON)
    return " ".join(closing(intake, result, Words(PACK, lang)).split())


def facts(**known: str) -> str:
    return f"{DATED}facts: {{{', '.join(f'{id}: {value}' for id, value in known.items())}}}\n"


RARE = "Klopt dit? Zo niet: met < neem je het antwoord terug. - dit is ongewoon: zo'n lengte"
ODD = [
    (facts(gewicht_voor_zwangerschap_kg="70"), Item("fact", "lengte_cm"), "95", RARE),
    (facts(stabiele_woning="true"), Item("fact", "geen_onderdak"), "ja", "dit gaat niet samen: er is ingevuld"),
    (facts(leeftijd="30", lengte_cm="170"), Item("fact", "gewicht_voor_zwangerschap_kg"), "72,5", "dat een meetfout het verschil kan maken"),
    ("case: c-1\n", Item("due_date"), "14-3-1990", "de uitgerekende datum (14 maart 1990) is voorbij"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "item", "line", "warning"), ODD)
def test_an_answer_that_stands_out_is_asked_about_at_once_and_once(
    text: str, item: Item, line: str, warning: str
) -> None:
    intake = start(text)
    assert warning not in closed(intake)
    after, told = said(intake, item, line)
    assert told.startswith("Bewaard. Klopt dit? ") or "! Kan niet wachten" in told
    assert warning in told
    _, later = said(after, Item("fact", "cannabis"), "nooit")
    assert "Klopt dit?" not in later
    end = closed(after)
    assert "LET OP" in end
    assert warning.rpartition(" - ")[2] in end


def test_a_wish_about_a_doubtful_figure_is_not_the_next_question() -> None:
    intake, _ = said(start(facts(gewicht_voor_zwangerschap_kg="70", leeftijd="30")), Item("fact", "lengte_cm"), "95")  # fmt: skip
    item = now(intake)
    assert item is not None
    assert item.kind == "fact"


def test_what_cannot_wait_goes_before_what_may_not_be_right() -> None:
    text = facts(stabiele_woning="true")
    _, told = said(start(text), Item("fact", "geen_onderdak"), "ja")
    assert told.index("Kan niet wachten") < told.index("Klopt dit?")


DISPUTED = f"""{DATED}facts: {{partner: geen, steun_van_partner: true}}
observations:
  - {{date: 2026-11-20, by: verloskundige, facts: {{roken: nooit}}}}
  - {{date: 2026-11-20, by: huisarts, facts: {{roken: dagelijks}}}}
"""


def test_at_the_start_it_says_what_is_contradictory_or_disputed() -> None:
    told = greeted(start(DISPUTED))
    assert "Kijk dit na in het dossier:" in told
    assert "dit gaat niet samen: er is geen partner ingevuld" in told
    assert (
        "roken: op 20 november 2026 is verschillend genoteerd (verloskundige: nooit; huisarts: elke"
        in told
    )
    assert "Please check this in the case:" in greeted(start(DISPUTED, "en"), "en")
    assert "Kijk dit na" not in greeted(start())
    before = start(DISPUTED, by=None)
    assert "Kijk dit na" not in greeted(before)
    assert "Kijk dit na" in said(before, Item("role"), "verloskundige")[1]


def test_a_role_never_reads_the_value_of_a_fact_that_it_may_not_see() -> None:
    hidden = start(DISPUTED, by="sociale_dienst")
    for told in (greeted(hidden), closed(hidden)):
        assert "elke dag" not in told
        assert "een partner die meedoet. " not in told
        assert "roken: hier is iets na te kijken wat jouw rol niet ziet. Vraag het na bij" in told
        assert "partner: hier is iets na te kijken wat jouw rol niet ziet." in told
    own = start(facts(stabiele_woning="true"), by="huisarts")
    _, told = said(own, Item("fact", "dreigende_uithuiszetting"), "ja")
    assert "kan blijven wonen" not in told
    assert "kans dat ze haar huis uit moet: hier is iets na te kijken" in told


DECIDED = f"""{DATED}events:
  - {{date: 2026-11-03, event: override, by: casusbegeleider, of: "criterion:alleenstaand", set: true, reason: Hij is er nooit.}}
  - {{date: 2026-11-04, event: override, by: casusbegeleider, of: class, set: kwetsbaar, reason: Het is veel.}}
"""


def test_what_was_decided_is_said_to_be_decided() -> None:
    told = greeted(start(DECIDED))
    assert "geen partner in huis: ja. Vastgesteld door casusbegeleider op 3 november 2026." in told
    assert "kwetsbare omstandigheden. Vastgesteld door casusbegeleider op 4 november 2026." in told
    assert "Decided on 3 November 2026 (role: case supervisor)." in greeted(
        start(DECIDED, "en"), "en"
    )


ONE_LEFT = facts(
    leeftijd="24", partner="geen", roken="nooit", cannabis="nooit", steunpersonen="4",
    netwerk_te_klein="false", bmi="22", schuldhulpverlening="false", problematische_schulden="false",
)  # fmt: skip
OPEN = ONE_LEFT.replace(", problematische_schulden: false", "")
WHY = [
    ("nl", OPEN, "rondkomen", "Waarom deze vraag: om te weten of “weinig geld of schulden” speelt. Het antwoord telt voor de uitkomst en voor het plan. De uitkomst staat vast na: moeilijk, zeer moeilijk. ["),
    ("en", OPEN, "rondkomen", "Why this question: to know whether “little money, or debts” plays a part. The answer counts for the outcome and for the plan. The outcome is settled after: with difficulty, with great difficulty. ["),
    ("nl", ONE_LEFT, "rondkomen", "Het antwoord telt voor de uitkomst en voor het plan. Met elk antwoord staat de uitkomst vast. ["),
    ("nl", DATED, "psychische_crisis", "om te weten of “acute psychische nood” speelt. Het antwoord telt voor het plan, niet voor de uitkomst. ["),
    ("nl", DATED, "tolk_nodig", "Waarom deze vraag: om te weten wat er te doen is. Het antwoord telt voor het plan, niet voor de uitkomst. ["),
    ("en", DATED, "eigen_plannen", "Why this question: to know what goes well: “plans of her own for the future”. What goes well stands in the plan beside what is hard. ["),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "fact", "why"), WHY)
def test_why_is_said_in_a_sentence_with_the_question_again(
    lang: str, text: str, fact: str, why: str
) -> None:
    words = Words(PACK, lang)
    _, told = said(start(text, lang), Item("fact", fact), "?", lang)
    assert why in told
    assert words.question(fact) in told
    assert words.say("ask_commands") not in told


def test_the_closing_words_are_true() -> None:
    intake = start(ONE_LEFT, settle="class")
    while (item := now(intake)) is not None:
        intake = take(intake, item, "").intake
    end = closed(intake)
    assert "niets meer te vragen" not in end
    assert "Nog te vragen in jouw rol, ongeveer: 2." in end
    assert (
        "kan niet wachten als het speelt: geen plek om te slapen; dreigende uithuiszetting;" in end
    )
    nobody = closed(start("case: c-1\n", by=None))
    assert "Er is nog geen rol gekozen" in nobody
    assert "Nog te vragen" not in nobody
    assert "Over te dragen" not in nobody
    answered = "".join(f", {id}: false" for id in PACK.sections.signals)
    end = closed(start(ONE_LEFT.replace("}", f"{answered}}}"), settle="class"))
    assert "kan niet wachten als" not in end


def test_the_counter_is_of_the_round() -> None:
    from kansrijk.output.ask_text import question_lines

    intake = start(ONE_LEFT)
    while (item := now(intake)) != Item("strengths"):
        assert item is not None
        intake = take(intake, item, "").intake
    intake = take(intake, Item("strengths"), "ja").intake
    strengths = len(PACK.sections.strengths) - 1  # Nobody asks of a partner whom she has not.
    item = now(intake)
    assert item is not None
    assert question_lines(intake, item, Words(PACK, "nl"))[1].startswith(
        f"[nog ongeveer {strengths}]"
    )
