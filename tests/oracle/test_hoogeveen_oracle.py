"""Hand-computed checks of the oracle itself; nothing here looks at the engine."""

import datetime
import random
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import hoogeveen as oracle

D = datetime.date
NOW = D(2026, 6, 15)
DUE = D(2027, 3, 14)
FULL = ["zeer_kwetsbaar", "kwetsbaar", "regulier"]


def line(on: datetime.date = NOW, **facts: Any) -> Fraction | None:
    return oracle.household_line(facts, on)


def truth(name: str, on: datetime.date = NOW, **facts: Any) -> bool | None:
    return oracle.truths(facts, on)[name]


def counted(true: int, unknown: int) -> dict[str, bool | None]:
    values = [True] * true + [None] * unknown + [False] * (5 - true - unknown)
    result: dict[str, bool | None] = dict(zip(oracle.CRITERIA, values, strict=True))
    result.update((name, None) for name in oracle.SIGNALS)
    return result


# The table and the line.


def test_identities_of_the_table() -> None:
    cent = Fraction("0.01")
    rows = 0
    for start in oracle.NORMS:
        row = oracle._row(D.fromisoformat(start))
        if row is None:
            assert start == "2020-01-01"
            continue
        rows += 1
        assert abs(row["S21"] - row["C21"] * 7 / 10) <= cent, start
        assert row["C18"] == 2 * row["S18"], start
        assert abs(row["MIX"] - row["C21"] / 2 - row["S18"]) <= cent, start
        assert abs(row["C18K"] - row["C18"] - row["C21"] / 5) <= cent, start
        assert abs(row["MIXK"] - row["MIX"] - row["C21"] / 5) <= cent, start
    assert rows == 16


def test_line_by_day() -> None:
    single: dict[str, Any] = {"leeftijd": 30, "partner": "geen", "kostendelers": 0}
    for on, expected in (
        (D(2017, 12, 31), None),
        (D(2018, 1, 1), "1036.7654"),  # 992.12 x 1.045
        (D(2018, 6, 30), "1036.7654"),
        (D(2019, 12, 31), "1076.7889"),  # 1030.42
        (D(2020, 1, 1), None),
        (D(2020, 6, 30), None),
        (D(2020, 7, 1), "1106.68635"),  # 1059.03
        (D(2025, 12, 31), "1430.6677"),  # 1369.06
        (D(2026, 1, 1), "1464.5675"),  # 1401.50
        (D(2030, 1, 1), "1464.5675"),  # the last row holds on
    ):
        wanted = None if expected is None else Fraction(expected)
        assert oracle.household_line(single, on) == wanted, on


def test_line_single() -> None:
    assert line(leeftijd=21, partner="geen", kostendelers=0) == Fraction("1464.5675")
    assert line(leeftijd=21, partner="niet_samenwonend", kostendelers=0) == Fraction("1464.5675")
    assert line(leeftijd=20, partner="geen") == Fraction("361.55955")  # 345.99
    assert line(leeftijd=18, partner="geen", kostendelers=4) == Fraction("361.55955")
    assert line(leeftijd=17, partner="geen", kostendelers=0) is None
    assert line(leeftijd=21, partner="geen") is None  # sharers missing
    assert line(partner="geen", kostendelers=0) is None
    assert line(leeftijd=30, kostendelers=0) is None
    # half of 2002.13 = 1001.065, x 1.045
    assert line(leeftijd=30, partner="geen", kostendelers=1) == Fraction("1046.112925")
    # 1.3 / 3 of 2002.13: 2002.13 x 1.045 x 1.3 = 2719.893605
    assert line(leeftijd=30, partner="geen", kostendelers=2) == Fraction("2719.893605") / 3


def test_line_couple() -> None:
    two: dict[str, Any] = {"leeftijd": 30, "partner": "samenwonend"}
    assert line(**two, kostendelers=0) is None
    assert line(**two, partner_leeftijd=17, kostendelers=0) is None
    assert line(**two, partner_leeftijd=21) is None
    assert line(**two, partner_leeftijd=21, kostendelers=0) == Fraction("2092.22585")
    # twice 1.3 / 3
    assert line(**two, partner_leeftijd=21, kostendelers=1) == Fraction("5439.78721") / 3
    # twice 1.6 / 4 = 0.8: 2002.13 x 0.8 x 1.045
    assert line(**two, partner_leeftijd=21, kostendelers=2) == Fraction("1673.78068")


def test_line_couple_with_somebody_of_18_to_20() -> None:
    for she, other in ((20, 21), (21, 20)):
        mix: dict[str, Any] = {"leeftijd": she, "partner": "samenwonend", "partner_leeftijd": other}
        assert line(**mix, kostendelers=0) is None  # children missing
        assert line(**mix, kinderen_thuis=0) is None  # sharers missing
        # 1347.06; 1747.49; 345.99 + 1001.065 = 1347.055; 746.42 + 1001.065 = 1747.485
        assert line(**mix, kinderen_thuis=0, kostendelers=0) == Fraction("1407.6777")
        assert line(**mix, kinderen_thuis=2, kostendelers=0) == Fraction("1826.12705")
        assert line(**mix, kinderen_thuis=0, kostendelers=1) == Fraction("1407.672475")
        assert line(**mix, kinderen_thuis=1, kostendelers=1) == Fraction("1826.121825")
        # 345.99 x 1.045 + a third of 2719.893605
        third = Fraction("2719.893605") / 3
        assert line(**mix, kinderen_thuis=0, kostendelers=2) == Fraction("361.55955") + third
    young: dict[str, Any] = {"leeftijd": 18, "partner": "samenwonend", "partner_leeftijd": 20}
    assert line(**young) is None
    assert line(**young, kinderen_thuis=0) == Fraction("723.1191")  # 691.98
    assert line(**young, kinderen_thuis=1, kostendelers=3) == Fraction("1141.56845")  # 1092.41


def test_line_at_the_pension_age() -> None:
    two: dict[str, Any] = {"leeftijd": 30, "partner": "samenwonend", "kostendelers": 0}
    assert line(D(2023, 12, 31), **two, partner_leeftijd=66) is None
    assert line(D(2023, 12, 31), **two, partner_leeftijd=65) is not None
    assert line(D(2024, 1, 1), **two, partner_leeftijd=66) is not None
    assert line(D(2024, 1, 1), **two, partner_leeftijd=67) is None
    assert line(leeftijd=67, partner="geen", kostendelers=0) is None


def test_share_per_person_for_two_to_six() -> None:
    shares = [oracle._per_person(a, Fraction(100)) for a in range(2, 7)]
    assert shares == [50, Fraction(130, 3), 40, 38, Fraction(110, 3)]


# The criteria.


def test_sociaal_minimum() -> None:
    def of(on: datetime.date = NOW, **facts: Any) -> bool | None:
        return truth("sociaal_minimum", on, **facts)

    home: dict[str, Any] = {"leeftijd": 30, "partner": "geen", "kostendelers": 0}
    quiet: dict[str, Any] = {"schuldhulpverlening": False, "problematische_schulden": False}
    assert of() is None
    assert of(schuldhulpverlening=True) is True
    assert of(problematische_schulden=True) is True
    assert of(rondkomen="moeilijk") is True
    assert of(**quiet, rondkomen="redelijk") is False  # an unknown income leaves nothing open
    assert of(schuldhulpverlening=False, rondkomen="redelijk") is None
    low, high = Decimal("1464.56"), Decimal("1464.57")
    assert of(**home, netto_maandinkomen=low) is True
    assert of(**home, **quiet, rondkomen="makkelijk", netto_maandinkomen=low) is True
    assert of(**home, **quiet, rondkomen="makkelijk", netto_maandinkomen=high) is False
    assert of(**home, **quiet, netto_maandinkomen=high) is None  # rondkomen is a way of its own
    assert of(**home, **quiet, rondkomen="moeilijk", netto_maandinkomen=high) is True
    young: dict[str, Any] = {**home, "leeftijd": 17}
    assert of(**young, **quiet, rondkomen="makkelijk", netto_maandinkomen=0) is False
    assert of(**young, **quiet, netto_maandinkomen=0) is None
    gap = D(2020, 3, 1)
    assert of(gap, **home, **quiet, rondkomen="makkelijk", netto_maandinkomen=low) is False


def test_alleenstaand() -> None:
    assert truth("alleenstaand", partner="geen") is True
    assert truth("alleenstaand", partner="niet_samenwonend") is True
    assert truth("alleenstaand", partner="samenwonend") is False
    assert truth("alleenstaand") is None


def test_overgewicht() -> None:
    def of(**facts: Any) -> bool | None:
        return truth("overgewicht", **facts)

    before, first = "gewicht_voor_zwangerschap_kg", "gewicht_eerste_consult_kg"
    tall: dict[str, Any] = {"leeftijd": 30, "lengte_cm": 160}
    assert of(**tall, **{before: 64}) is True  # exactly 25
    assert of(**tall, **{before: Decimal("63.9")}) is False
    assert of(**tall, **{before: Decimal("63.9"), first: 80}) is False
    assert of(**tall, **{first: 64}) is True
    assert of(**tall, **{before: 90}, bmi=Decimal("24.99")) is False  # given before derived
    assert of(**tall) is None
    assert of(leeftijd=30, **{before: 90}) is None
    assert of(bmi=40) is None
    for age, cut_off in ((14, "23.66"), (15, "24.17"), (16, "24.54"), (17, "24.85"), (18, "25")):
        exact = Decimal(cut_off)
        assert of(leeftijd=age, bmi=exact) is True
        assert of(leeftijd=age, bmi=exact - Decimal("0.01")) is False
    assert of(leeftijd=13, bmi=40) is None


def test_roken_en_cannabis() -> None:
    def of(**facts: Any) -> bool | None:
        return truth("roken_en_cannabis", **facts)

    assert of() is None
    for word in ("soms", "dagelijks", "gestopt_in_zwangerschap"):
        assert of(roken=word) is True
        assert of(roken="nooit", cannabis=word) is True
    for word in ("nooit", "gestopt_voor_zwangerschap"):
        assert of(roken=word, cannabis=word) is False
        assert of(roken=word) is None
        assert of(cannabis=word) is None


def test_klein_netwerk() -> None:
    def of(**facts: Any) -> bool | None:
        return truth("klein_netwerk", **facts)

    two_each: dict[str, Any] = dict.fromkeys(oracle.LSNS_ITEMS, 2)  # sum 12
    eleven: dict[str, Any] = {**two_each, "lsns6_familie_hulp": 1}
    five: dict[str, Any] = {
        name: value for name, value in eleven.items() if name != "lsns6_vrienden_contact"
    }
    assert of() is None
    assert of(netwerk_te_klein=True) is True
    assert of(netwerk_te_klein=False) is None
    assert of(steunpersonen=2) is True
    assert of(steunpersonen=3) is None
    assert of(netwerk_te_klein=False, steunpersonen=3) is False
    assert of(netwerk_te_klein=False, steunpersonen=3, lsns6_score=0) is False
    assert of(netwerk_te_klein=False, lsns6_score=11) is True
    assert of(netwerk_te_klein=False, lsns6_score=12) is False
    assert of(netwerk_te_klein=False, **two_each) is False
    assert of(netwerk_te_klein=False, **eleven) is True
    assert of(netwerk_te_klein=False, **eleven, lsns6_score=12) is False
    assert of(netwerk_te_klein=False, **dict.fromkeys(five, 0)) is None


def test_signals() -> None:
    result = oracle.truths({"geen_onderdak": True, "geen_inkomen": False}, NOW)
    assert result["geen_onderdak"] is True
    assert result["geen_inkomen"] is False
    assert result["psychische_crisis"] is None
    assert list(result) == [*oracle.CRITERIA, *oracle.SIGNALS]


# The classes and the intake.


def test_grade_and_bounds() -> None:
    expected: dict[tuple[int, int], tuple[str | None, list[str]]] = {
        (0, 0): ("regulier", FULL[2:]),
        (0, 1): ("regulier", FULL[2:]),
        (0, 2): (None, FULL[1:]),
        (0, 3): (None, FULL),
        (0, 5): (None, FULL),
        (1, 0): ("regulier", FULL[2:]),
        (1, 1): (None, FULL[1:]),
        (1, 2): (None, FULL),
        (1, 4): (None, FULL),
        (2, 0): ("kwetsbaar", FULL[1:2]),
        (2, 1): (None, FULL[:2]),
        (2, 3): (None, FULL[:2]),
        (3, 0): ("zeer_kwetsbaar", FULL[:1]),
        (3, 2): ("zeer_kwetsbaar", FULL[:1]),
        (5, 0): ("zeer_kwetsbaar", FULL[:1]),
    }
    for (true, unknown), (name, possible) in expected.items():
        assert oracle.grade(counted(true, unknown)) == name, (true, unknown)
        assert oracle.possible_bounds(counted(true, unknown)) == possible, (true, unknown)


def test_a_grade_is_the_only_possible_one() -> None:
    for true in range(6):
        for unknown in range(6 - true):
            name = oracle.grade(counted(true, unknown))
            possible = oracle.possible_bounds(counted(true, unknown))
            assert (name is not None) == (len(possible) == 1)
            assert name is None or possible == [name]


def test_intake() -> None:
    none = counted(0, 0)
    assert oracle.intake({}, none, ["regulier"]) is False
    assert oracle.intake({}, none, ["kwetsbaar"]) is True
    assert oracle.intake({}, none, ["kwetsbaar", "regulier"]) is True
    assert oracle.intake({}, none, ["zeer_kwetsbaar"]) is True
    assert oracle.intake({}, {**none, "geen_onderdak": True}, ["regulier"]) is True
    assert oracle.intake({}, {**none, "geen_onderdak": False}, ["regulier"]) is False
    assert oracle.intake({"zorg_van_professional": "stil"}, none, ["regulier"]) is True
    assert oracle.intake({"eigen_verzoek": True}, none, ["regulier"]) is True
    assert oracle.intake({"eigen_verzoek": False}, none, ["regulier"]) is False


# The visits.


def per_phase(visits: list[tuple[str, datetime.date]]) -> dict[str, int]:
    return dict(Counter(name for name, _ in visits))


def test_visits_from_the_very_start() -> None:
    start = D(2026, 8, 14)  # 212 days before the due date; 366, 365 and 365 days after it
    very = oracle.visits(DUE, None, start, start, "zeer_kwetsbaar")
    assert per_phase(very) == {"fase_1": 61, "fase_2": 53, "fase_3": 27, "fase_4": 18}
    grade = oracle.visits(DUE, None, start, start, "kwetsbaar")
    assert per_phase(grade) == {"fase_1": 61, "fase_2": 53, "fase_3": 27, "fase_4": 14}
    assert [day for _, day in very[:5]] == [
        D(2026, 8, 14),
        D(2026, 8, 17),
        D(2026, 8, 21),
        D(2026, 8, 24),
        D(2026, 8, 28),
    ]
    assert very[60] == ("fase_1", D(2027, 3, 12))
    assert very[61] == ("fase_2", DUE)
    assert very[62] == ("fase_2", D(2027, 3, 21))
    assert very[61 + 52] == ("fase_2", D(2028, 3, 12))
    assert very[61 + 53] == ("fase_3", D(2028, 3, 14))
    assert very[61 + 53 + 1] == ("fase_3", D(2028, 3, 28))
    assert very[61 + 53 + 27] == ("fase_4", D(2029, 3, 14))
    assert very[61 + 53 + 27 + 1] == ("fase_4", D(2029, 4, 4))
    assert grade[61 + 53 + 27 + 1] == ("fase_4", D(2029, 4, 11))
    # entry before the start changes nothing
    assert oracle.visits(DUE, None, D(2026, 7, 1), start, "kwetsbaar") == grade
    assert oracle.visits(DUE, None, start, start, "regulier") == []


def test_155_to_160_visits_by_the_book() -> None:
    lengths = set()
    due = D(2023, 1, 1)
    while due < D(2028, 3, 2):
        for grade in FULL[:2]:
            start = oracle._months(due, -7)
            assert 212 <= (due - start).days <= 215
            lengths.add(len(oracle.visits(due, None, start, start, grade)))
        due += datetime.timedelta(days=1)
    print("visits by the book:", sorted(lengths))
    assert min(lengths) >= 155 and max(lengths) <= 160


def test_months_are_clamped() -> None:
    assert oracle._months(D(2026, 9, 30), -7) == D(2026, 2, 28)
    assert oracle._months(D(2024, 9, 29), -7) == D(2024, 2, 29)
    assert oracle._months(D(2026, 7, 31), -7) == D(2025, 12, 31)
    assert oracle._months(D(2028, 2, 29), 12) == D(2029, 2, 28)
    assert oracle._months(D(2028, 2, 29), 48) == D(2032, 2, 29)
    leap = oracle.visits(D(2028, 2, 29), None, D(2029, 2, 28), D(2028, 1, 1), "kwetsbaar")
    assert leap[0] == ("fase_3", D(2029, 2, 28))  # phase 2 ended the day before


def test_late_entry() -> None:
    late = oracle.visits(DUE, None, D(2027, 3, 10), D(2027, 3, 10), "kwetsbaar")
    assert late[:3] == [
        ("fase_1", D(2027, 3, 10)),
        ("fase_1", D(2027, 3, 13)),
        ("fase_2", DUE),
    ]
    after = oracle.visits(DUE, DUE, D(2028, 3, 13), D(2028, 3, 13), "kwetsbaar")
    assert after[:2] == [("fase_2", D(2028, 3, 13)), ("fase_3", D(2028, 3, 14))]
    over = oracle.visits(DUE, DUE, D(2030, 3, 14), D(2030, 3, 14), "kwetsbaar")
    assert over == []


def test_birth_moves_the_borders() -> None:
    birth = D(2027, 2, 28)
    start = D(2026, 8, 14)
    early = oracle.visits(DUE, birth, start, D(2027, 3, 1), "kwetsbaar")
    assert early[0] == ("fase_1", start)  # still from the due date
    assert max(day for name, day in early if name == "fase_1") == D(2027, 2, 26)
    assert min(day for name, day in early if name == "fase_2") == birth
    assert min(day for name, day in early if name == "fase_3") == D(2028, 2, 28)
    unseen = oracle.visits(DUE, birth, start, D(2027, 2, 27), "kwetsbaar")
    assert unseen == oracle.visits(DUE, None, start, D(2027, 2, 27), "kwetsbaar")


def test_past_the_due_date() -> None:
    due, entry, on = D(2026, 5, 1), D(2026, 5, 4), D(2026, 5, 6)
    open_ = oracle.visits(due, None, entry, on, "kwetsbaar")
    # The visits before the birth go on for five weeks more, each day again.
    assert [one for one in open_ if one[0] != "fase_1"][:2] == [
        ("fase_2", D(2026, 6, 10)),
        ("fase_2", D(2026, 6, 17)),
    ]
    assert open_[:2] == [("fase_1", D(2026, 5, 4)), ("fase_1", D(2026, 5, 7))]
    assert min(day for name, day in open_ if name == "fase_3") == D(2027, 5, 6)
    today = oracle.visits(due, None, on, on, "kwetsbaar")
    assert today[0] == ("fase_1", on)
    born = oracle.visits(due, D(2026, 5, 5), entry, on, "kwetsbaar")
    assert born[:2] == [("fase_1", D(2026, 5, 4)), ("fase_2", D(2026, 5, 5))]


# The draws.

BOUNDS = {
    "leeftijd": (12, 60),
    "partner_leeftijd": (12, 90),
    "lengte_cm": (80, 230),
    "gewicht_voor_zwangerschap_kg": (30, 250),
    "gewicht_eerste_consult_kg": (30, 250),
    "bmi": (10, 80),
    "netto_maandinkomen": (0, 20000),
    "kostendelers": (0, 10),
    "kinderen_thuis": (0, 15),
    "steunpersonen": (0, 30),
    "lsns6_score": (0, 30),
    **dict.fromkeys(oracle.LSNS_ITEMS, (0, 5)),
}
PLACES = {"netto_maandinkomen": 2, "bmi": 2}


def count(seed: int, days: list[datetime.date], draws: int = 20_000) -> Counter[object]:
    rng = random.Random(seed)
    counts: Counter[object] = Counter()
    for _ in range(draws):
        on = rng.choice(days)
        facts, focus = oracle._draw(rng, on)
        for name, (least, most) in BOUNDS.items():
            value = facts.get(name)
            if value is None:
                assert name not in facts
                continue
            assert isinstance(value, int | Decimal) and not isinstance(value, bool), name
            assert least <= value <= most, (name, value)
            step = Decimal(1).scaleb(-PLACES.get(name, 1))
            assert value % step == 0, (name, value)
        result = oracle.truths(facts, on)
        for name in oracle.CRITERIA:
            counts[name, result[name]] += 1
        counts["class", oracle.grade(result)] += 1
        possible = oracle.possible_bounds(result)
        counts["intake", oracle.intake(facts, result, possible)] += 1
        counts["focus", focus] += 1
    return counts


def check(label: str, counts: Counter[object]) -> None:
    print(label)
    for name in oracle.CRITERIA:
        got = [counts[name, value] for value in (True, False, None)]
        print(f"  {name:18} true {got[0]:6} false {got[1]:6} unknown {got[2]:6}")
        assert min(got) >= 1000, (label, name, got)
    print("  class ", {name: counts["class", name] for name in (*FULL, None)})
    print("  intake", {value: counts["intake", value] for value in (True, False)})
    aimed = 20_000 - counts["focus", None]
    print("  drawn on or beside a threshold:", aimed)
    assert 7_600 <= aimed <= 8_400
    assert min(counts["class", name] for name in (*FULL, None)) >= 500


def test_draws_over_many_days() -> None:
    first = D(2017, 7, 1)
    days = [first + datetime.timedelta(days=7 * n) for n in range(520)]
    check("any day from 2017-07 on", count(1, days))


def test_draws_on_one_day() -> None:
    check("2026-06-15", count(2, [NOW]))
    check("2023-12-31", count(3, [D(2023, 12, 31)]))
    check("2020-03-01, in the gap", count(4, [D(2020, 3, 1)]))


STEP = Decimal("0.01")
VARIED: dict[str, tuple[str, list[int | Decimal], str]] = {
    "inkomen": ("netto_maandinkomen", [-2 * STEP, -STEP, STEP, 2 * STEP], "sociaal_minimum"),
    "bmi": ("bmi", [-STEP, STEP], "overgewicht"),
    "steunpersonen": ("steunpersonen", [-1, 1, 2], "klein_netwerk"),
    "lsns6_score": ("lsns6_score", [-1, 1], "klein_netwerk"),
    "leeftijd_norm": ("leeftijd", [-1, 1], "sociaal_minimum"),
    "partner_leeftijd": ("partner_leeftijd", [-1, 1], "sociaal_minimum"),
    "partner_pensioen": ("partner_leeftijd", [-1, 1], "sociaal_minimum"),
    "kinderen_thuis": ("kinderen_thuis", [-1, 1], "sociaal_minimum"),
    "kostendelers": ("kostendelers", [-1, 1], "sociaal_minimum"),
    "leeftijd_bmi": ("leeftijd", [-1, 1], "overgewicht"),
}


def test_a_threshold_matters_where_one_was_drawn() -> None:
    """A small change of the number changes the truth (given an answer to rondkomen)."""
    rng = random.Random(5)
    aimed: Counter[str] = Counter()
    decisive: Counter[str] = Counter()
    exact = 0
    for _ in range(20_000):
        facts, focus = oracle._draw(rng, NOW)
        if focus is None:
            continue
        if focus == "gewicht":
            height = facts["lengte_cm"]
            name = "gewicht_voor_zwangerschap_kg"
            if name not in facts:
                name = "gewicht_eerste_consult_kg"
            weight = facts[name]
            assert isinstance(height, int) and isinstance(weight, Decimal)
            exact += facts["leeftijd"] not in (14, 15, 16, 17) and weight * 400 == height**2
            around = {
                oracle.truths({**facts, name: weight + s}, NOW)["overgewicht"]
                for s in (Decimal(n).scaleb(-1) for n in range(-2, 3))
            }
            assert around == {True, False}
            continue
        if focus not in VARIED:
            continue
        name, steps, criterion = VARIED[focus]
        value = facts[name]
        assert isinstance(value, int | Decimal)
        facts.setdefault("rondkomen", "redelijk")
        aimed[focus] += 1
        here = oracle.truths(facts, NOW)[criterion]
        moved = [oracle.truths({**facts, name: value + s}, NOW)[criterion] for s in steps]
        decisive[focus] += any(there is not here for there in moved)
    print("aimed:", dict(aimed))
    print("decisive:", dict(decisive), "BMI exactly 25 from weight and height:", exact)
    for focus in VARIED:
        assert decisive[focus] >= 0.35 * aimed[focus] > 50, focus
    for focus in ("inkomen", "bmi"):
        assert decisive[focus] >= 0.6 * aimed[focus], focus
    assert exact >= 50


def test_no_amount_in_cents_is_exactly_on_a_line() -> None:
    """So no income in cents tells "at or below" from "below"; an exact amount does."""
    for start in oracle.NORMS:
        on = D.fromisoformat(start)
        for kind in (
            {"leeftijd": 30, "partner": "geen"},
            {"leeftijd": 19, "partner": "geen"},
            {"leeftijd": 30, "partner": "samenwonend", "partner_leeftijd": 30},
            {"leeftijd": 19, "partner": "samenwonend", "partner_leeftijd": 30},
            {"leeftijd": 19, "partner": "samenwonend", "partner_leeftijd": 19},
        ):
            for children in (0, 1):
                for sharers in range(11):
                    facts = {**kind, "kinderen_thuis": children, "kostendelers": sharers}
                    amount = oracle.household_line(facts, on)
                    assert (amount is None) == (start == "2020-01-01")
                    assert amount is None or (amount * 100).denominator > 1
    home: dict[str, Any] = {"leeftijd": 30, "partner": "geen", "kostendelers": 0}
    exact = Decimal("1464.5675")
    assert truth("sociaal_minimum", **home, netto_maandinkomen=exact) is True
    above = exact + Decimal("0.0001")
    assert truth("sociaal_minimum", **home, netto_maandinkomen=above) is None
