"""An independent oracle of the programme `hoogeveen`, written from the text alone.

It shares no code and no data with the engine: every number below was typed in from the text. Truth
is True, False or None (unknown); `facts` holds answered facts only, so an unanswered or a declined
fact is simply absent. Amounts are exact fractions and are never rounded.
"""

import calendar
import datetime
import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

Truth = bool | None
Facts = Mapping[str, object]

CRITERIA = ("sociaal_minimum", "alleenstaand", "overgewicht", "roken_en_cannabis", "klein_netwerk")
SIGNALS = (
    "geen_onderdak",
    "dreigende_uithuiszetting",
    "huiselijk_geweld",
    "geen_inkomen",
    "afsluiting_energie_of_water",
    "psychische_crisis",
)
CLASSES = ("zeer_kwetsbaar", "kwetsbaar", "regulier")
PARTNER = ("geen", "niet_samenwonend", "samenwonend")
RONDKOMEN = ("makkelijk", "redelijk", "moeilijk", "zeer_moeilijk")
USE = ("nooit", "gestopt_voor_zwangerschap", "gestopt_in_zwangerschap", "soms", "dagelijks")
LSNS_ITEMS = (
    "lsns6_familie_contact",
    "lsns6_familie_vertrouwen",
    "lsns6_familie_hulp",
    "lsns6_vrienden_contact",
    "lsns6_vrienden_vertrouwen",
    "lsns6_vrienden_hulp",
)

# Net EUR a month including holiday allowance, from that day on; None is a gap.
COLUMNS = ("S21", "C21", "S18", "C18", "C18K", "MIX", "MIXK")
NORMS: dict[str, str | None] = {
    "2018-01-01": "992.12 1417.32 244.91 489.82 773.28 953.57 1237.03",
    "2018-07-01": "996.56 1423.66 246.01 492.02 776.75 957.84 1242.57",
    "2019-01-01": "1025.55 1465.07 253.17 506.34 799.35 985.71 1278.72",
    "2019-07-01": "1030.42 1472.03 254.39 508.78 803.19 990.41 1284.82",
    "2020-01-01": None,
    "2020-07-01": "1059.03 1512.90 261.44 522.88 825.46 1017.89 1320.47",
    "2021-01-01": "1075.44 1536.34 265.49 530.98 838.25 1033.66 1340.93",
    "2021-07-01": "1078.70 1541.00 266.29 532.58 840.78 1036.79 1344.99",
    "2022-01-01": "1091.71 1559.58 269.51 539.02 850.94 1049.30 1361.22",
    "2022-07-01": "1101.82 1574.03 272.02 544.04 858.85 1059.04 1373.85",
    "2023-01-01": "1195.66 1708.08 295.20 590.40 932.02 1149.24 1490.86",
    "2023-07-01": "1216.62 1738.02 300.36 600.72 948.32 1169.37 1516.97",
    "2024-01-01": "1283.83 1834.04 316.94 633.88 1000.69 1233.96 1600.77",
    "2024-07-01": "1308.45 1869.21 323.03 646.06 1019.90 1257.64 1631.48",
    "2025-01-01": "1345.45 1922.07 332.17 664.34 1048.75 1293.21 1677.62",
    "2025-07-01": "1369.06 1955.80 337.98 675.96 1067.12 1315.88 1707.04",
    "2026-01-01": "1401.50 2002.13 345.99 691.98 1092.41 1347.06 1747.49",
}
_ROWS: dict[datetime.date, dict[str, Fraction] | None] = {
    datetime.date.fromisoformat(start): None
    if amounts is None
    else dict(zip(COLUMNS, map(Fraction, amounts.split()), strict=True))
    for start, amounts in NORMS.items()
}
SHARE_OF_NORM = Fraction("1.10") * Fraction("0.95")
OVERWEIGHT_ADULT = Fraction(25)
OVERWEIGHT_MINOR = {
    14: Fraction("23.66"),
    15: Fraction("24.17"),
    16: Fraction("24.54"),
    17: Fraction("24.85"),
}


# Reading an answered fact. A value of the wrong kind is an error, never a truth.


def _flag(facts: Facts, name: str) -> Truth:
    if name not in facts:
        return None
    value = facts[name]
    if not isinstance(value, bool):
        raise TypeError(f"{name}: {value!r} is not a boolean")
    return value


def _whole(facts: Facts, name: str) -> int | None:
    if name not in facts:
        return None
    value = facts[name]
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name}: {value!r} is not an int")
    return value


def _number(facts: Facts, name: str) -> Fraction | None:
    if name not in facts:
        return None
    value = facts[name]
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{name}: {value!r} is not an int or Decimal")
    return Fraction(value)


def _is_one_of(facts: Facts, name: str, words: Sequence[str], allowed: Sequence[str]) -> Truth:
    if name not in facts:
        return None
    value = facts[name]
    if value not in allowed:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(allowed)}")
    return value in words


# Kleene's logic.


def _any(*truths: Truth) -> Truth:
    if any(t is True for t in truths):
        return True
    return None if any(t is None for t in truths) else False


def _first_known(*truths: Truth) -> Truth:
    return next((t for t in truths if t is not None), None)


# The income line.


def _row(on: datetime.date) -> dict[str, Fraction] | None:
    begun = [start for start in _ROWS if start <= on]
    return _ROWS[max(begun)] if begun else None


def _pension_age(on: datetime.date) -> int:
    return 66 if on <= datetime.date(2023, 12, 31) else 67


def _household(facts: Facts, on: datetime.date) -> str | None:
    """The column of the table; None where there is no norm or an answer is missing."""
    age = _whole(facts, "leeftijd")
    together = _is_one_of(facts, "partner", ("samenwonend",), PARTNER)
    if age is None or age < 18 or age >= _pension_age(on) or together is None:
        return None
    if not together:
        return "S21" if age >= 21 else "S18"
    other = _whole(facts, "partner_leeftijd")
    if other is None or other < 18 or other >= _pension_age(on):
        return None
    under_21 = (age < 21) + (other < 21)
    if under_21 == 0:
        return "C21"
    children = _whole(facts, "kinderen_thuis")
    if children is None:
        return None
    return ("C18" if under_21 == 2 else "MIX") + ("K" if children > 0 else "")


def _per_person(sharers: int, c21: Fraction) -> Fraction:
    return (Fraction("0.40") + sharers * Fraction("0.30")) / sharers * c21


def household_line(facts: Facts, on: datetime.date) -> Fraction | None:
    """110% of the norm excluding holiday allowance of her household on that day, exactly."""
    row = _row(on)
    kind = _household(facts, on)
    if row is None or kind is None:
        return None
    norm = row[kind]
    if kind in ("S21", "C21", "MIX", "MIXK"):
        sharers = _whole(facts, "kostendelers")
        if sharers is None:
            return None
        if sharers > 0:
            c21 = row["C21"]
            norm = {
                "S21": _per_person(1 + sharers, c21),
                "C21": 2 * _per_person(2 + sharers, c21),
                "MIX": row["S18"] + _per_person(1 + sharers, c21),
                "MIXK": row["C18K"] - row["S18"] + _per_person(1 + sharers, c21),
            }[kind]
    return SHARE_OF_NORM * norm


# The five criteria.


def _sociaal_minimum(facts: Facts, on: datetime.date) -> Truth:
    income = _number(facts, "netto_maandinkomen")
    line = household_line(facts, on)
    at_or_below = None if income is None or line is None else income <= line
    hard = _is_one_of(facts, "rondkomen", ("moeilijk", "zeer_moeilijk"), RONDKOMEN)
    return _any(
        _flag(facts, "schuldhulpverlening"),
        _flag(facts, "problematische_schulden"),
        hard,
        _first_known(at_or_below, hard),
    )


def _bmi(facts: Facts) -> Fraction | None:
    given = _number(facts, "bmi")
    if given is not None:
        return given
    height = _number(facts, "lengte_cm")
    weight = _number(facts, "gewicht_voor_zwangerschap_kg")
    if weight is None:
        weight = _number(facts, "gewicht_eerste_consult_kg")
    if height is None or weight is None:
        return None
    return weight / (height / 100) ** 2


def _cut_off(age: int) -> Fraction | None:
    return OVERWEIGHT_ADULT if age >= 18 else OVERWEIGHT_MINOR.get(age)


def _overgewicht(facts: Facts) -> Truth:
    bmi = _bmi(facts)
    age = _whole(facts, "leeftijd")
    cut_off = None if age is None else _cut_off(age)
    return None if bmi is None or cut_off is None else bmi >= cut_off


def _roken_en_cannabis(facts: Facts) -> Truth:
    counts = ("soms", "dagelijks", "gestopt_in_zwangerschap")
    return _any(
        _is_one_of(facts, "roken", counts, USE),
        _is_one_of(facts, "cannabis", counts, USE),
    )


def _lsns(facts: Facts) -> int | None:
    given = _whole(facts, "lsns6_score")
    if given is not None:
        return given
    items = [_whole(facts, name) for name in LSNS_ITEMS]
    known = [item for item in items if item is not None]
    return sum(known) if len(known) == len(LSNS_ITEMS) else None


def _klein_netwerk(facts: Facts) -> Truth:
    supporters = _whole(facts, "steunpersonen")
    score = _lsns(facts)
    return _any(
        _flag(facts, "netwerk_te_klein"),
        _first_known(
            None if supporters is None else supporters < 3,
            None if score is None else score < 12,
        ),
    )


def truths(facts: Facts, on: datetime.date) -> dict[str, Truth]:
    """The five criteria and the six signals."""
    result: dict[str, Truth] = {
        "sociaal_minimum": _sociaal_minimum(facts, on),
        "alleenstaand": _is_one_of(facts, "partner", ("geen", "niet_samenwonend"), PARTNER),
        "overgewicht": _overgewicht(facts),
        "roken_en_cannabis": _roken_en_cannabis(facts),
        "klein_netwerk": _klein_netwerk(facts),
    }
    for name in SIGNALS:
        result[name] = _flag(facts, name)
    return result


# The classes, by counting.


def _least_and_most(truths: Mapping[str, Truth]) -> tuple[int, int]:
    least = sum(truths[name] is True for name in CRITERIA)
    return least, least + sum(truths[name] is None for name in CRITERIA)


def grade(truths: Mapping[str, Truth]) -> str | None:
    least, most = _least_and_most(truths)
    if least >= 3:
        return "zeer_kwetsbaar"
    if least >= 2 and most < 3:
        return "kwetsbaar"
    if most < 2:
        return "regulier"
    return None


def possible_bounds(truths: Mapping[str, Truth]) -> list[str]:
    """The classes of every number of criteria that counting alone allows, highest first."""
    least, most = _least_and_most(truths)
    reached = set()
    for count in range(least, most + 1):
        reached.add(CLASSES[0] if count >= 3 else CLASSES[1] if count == 2 else CLASSES[2])
    return [name for name in CLASSES if name in reached]


def intake(facts: Facts, truths: Mapping[str, Truth], possible: list[str]) -> bool:
    return (
        "zeer_kwetsbaar" in possible
        or "kwetsbaar" in possible
        or any(truths[name] is True for name in SIGNALS)
        or "zorg_van_professional" in facts
        or _flag(facts, "eigen_verzoek") is True
    )


# The visits.


def _months(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def visits(
    due: datetime.date,
    birth: datetime.date | None,
    entry: datetime.date,
    on: datetime.date,
    grade: str,
) -> list[tuple[str, datetime.date]]:
    """By the book, from entry on: every visit of the four phases, also those that have passed."""
    if grade not in ("zeer_kwetsbaar", "kwetsbaar"):
        return []
    born = birth is not None and birth <= on
    wait = datetime.timedelta(days=0 if born or on < due else 35)
    base = birth if birth is not None and birth <= on else max(due, on)
    last = 21 if grade == "zeer_kwetsbaar" else 28
    phases = (
        ("fase_1", _months(due, -7), base + wait, Fraction(7, 2)),
        ("fase_2", base + wait, _months(base, 12), Fraction(7)),
        ("fase_3", _months(base, 12), _months(base, 24), Fraction(14)),
        ("fase_4", _months(base, 24), _months(base, 36), Fraction(last)),
    )
    result = []
    for name, begin, until, interval in phases:
        start = max(begin, entry)
        k = 0
        # int() cuts off a fraction that is never negative: rounded down to a day
        while (day := start + datetime.timedelta(days=int(k * interval))) < until:
            result.append((name, day))
            k += 1
    return result


# Random facts for tests.

_STEPS = (-1, 0, 1)
_FOCUSES = (
    "inkomen",
    "inkomen",
    "gewicht",
    "gewicht",
    "bmi",
    "steunpersonen",
    "lsns6_score",
    "lsns6_items",
    "leeftijd_bmi",
    "leeftijd_norm",
    "partner_leeftijd",
    "partner_pensioen",
    "kinderen_thuis",
    "kostendelers",
)
_CHANCE = {  # how often a fact is asked and answered, where the others are at 1
    "netto_maandinkomen": 0.85,
    "cannabis": 0.85,
    "gewicht_voor_zwangerschap_kg": 0.7,
    "gewicht_eerste_consult_kg": 0.5,
    "bmi": 0.25,
    "lsns6_score": 0.2,
    "steunpersonen": 0.7,
    "zorg_van_professional": 0.05,
    "eigen_verzoek": 0.3,
}


def _age(rng: random.Random) -> int:
    pick = rng.random()
    if pick < 0.65:
        return rng.randint(18, 42)
    return rng.randint(13, 21) if pick < 0.85 else rng.randint(12, 60)


def _partner_age(rng: random.Random) -> int:
    pick = rng.random()
    if pick < 0.75:
        return rng.randint(17, 50)
    return rng.randint(17, 22) if pick < 0.9 else rng.randint(12, 90)


def _income(rng: random.Random) -> int | Decimal:
    top = 20000 if rng.random() < 0.05 else 3500
    euros = rng.randint(0, top)
    if euros == 20000 or rng.random() < 0.4:
        return euros
    return Decimal(euros) + Decimal(rng.randint(0, 99)).scaleb(-2)


def _weight(rng: random.Random) -> int | Decimal:
    tenths = min(2500, max(300, round(rng.gauss(700, 170))))
    return tenths // 10 if rng.random() < 0.3 else Decimal(tenths).scaleb(-1)


def _items(rng: random.Random, total: int) -> dict[str, object]:
    values = [0] * len(LSNS_ITEMS)
    while sum(values) < total:
        values[rng.choice([i for i, v in enumerate(values) if v < 5])] += 1
    return dict(zip(LSNS_ITEMS, values, strict=True))


def _base(rng: random.Random) -> dict[str, object]:
    """Every fact with some value, some of them dropped: a full file, or one hardly begun."""
    wealthy = rng.random() < 0.5
    full: dict[str, object] = {
        "leeftijd": _age(rng),
        "partner": rng.choices(PARTNER, (25, 15, 60))[0],
        "partner_leeftijd": _partner_age(rng),
        "kinderen_thuis": rng.choices((0, 1, 2, rng.randint(3, 15)), (50, 25, 15, 10))[0],
        "kostendelers": rng.choices((0, 1, 2, rng.randint(3, 10)), (65, 15, 10, 10))[0],
        "netto_maandinkomen": _income(rng),
        "rondkomen": rng.choices(RONDKOMEN, (45, 40, 10, 5) if wealthy else (20, 35, 30, 15))[0],
        "schuldhulpverlening": rng.random() < 0.1,
        "problematische_schulden": rng.random() < 0.15,
        "lengte_cm": min(220, max(120, round(rng.gauss(167, 10)))),
        "gewicht_voor_zwangerschap_kg": _weight(rng),
        "gewicht_eerste_consult_kg": _weight(rng),
        "bmi": Decimal(min(800, max(100, round(rng.gauss(255, 50))))).scaleb(-1),
        "roken": rng.choices(USE, (50, 15, 12, 8, 15))[0],
        "cannabis": rng.choices(USE, (75, 10, 5, 6, 4))[0],
        "steunpersonen": rng.choices((rng.randint(0, 6), rng.randint(0, 30)), (80, 20))[0],
        "lsns6_score": rng.randint(0, 30),
        "netwerk_te_klein": rng.random() < 0.25,
        "zorg_van_professional": rng.choice(("ik maak me zorgen", "oogt uitgeput, vertelt weinig")),
        "eigen_verzoek": rng.random() < 0.4,
    }
    full.update(_items(rng, rng.randint(0, 30)))
    full.update((name, rng.random() < 0.04) for name in SIGNALS)
    rate = rng.choice((0.4, 0.7, 0.9, 0.97, 1.0))
    facts = {
        name: value for name, value in full.items() if rng.random() < rate * _CHANCE.get(name, 1)
    }
    if rng.random() < 0.4:  # the list of six was not put to her
        for name in LSNS_ITEMS:
            facts.pop(name, None)
    if facts.get("partner") != "samenwonend" and rng.random() < 0.8:
        facts.pop("partner_leeftijd", None)
    return facts


def _no_other_way_to_poverty(rng: random.Random, facts: dict[str, object]) -> None:
    """Leave the truth of sociaal_minimum to the income."""
    for name in ("schuldhulpverlening", "problematische_schulden"):
        facts[name] = False
    facts.pop("rondkomen", None)
    if rng.random() < 0.5:
        facts["rondkomen"] = rng.choice(("makkelijk", "redelijk"))


def _a_household(rng: random.Random, facts: dict[str, object]) -> None:
    """Answers that give her a norm, each kind of household about as often."""
    partner, young, partner_young = rng.choice(
        (
            ("geen", False, False),
            ("niet_samenwonend", False, False),
            ("geen", True, False),
            ("niet_samenwonend", True, False),
            ("samenwonend", False, False),
            ("samenwonend", True, True),
            ("samenwonend", True, False),
            ("samenwonend", False, True),
        )
    )
    facts["partner"] = partner
    facts["leeftijd"] = rng.randint(18, 20) if young else rng.randint(21, 45)
    facts.pop("partner_leeftijd", None)
    if partner == "samenwonend":
        facts["partner_leeftijd"] = rng.randint(18, 20) if partner_young else rng.randint(21, 65)
    facts.setdefault("kinderen_thuis", rng.choice((0, 0, 1, 2)))
    facts.setdefault("kostendelers", rng.choice((0, 0, 0, 1, 2, 3)))


def _cents_below(line: Fraction) -> int:
    return line.numerator * 100 // line.denominator


def _income_between(
    rng: random.Random, facts: dict[str, object], on: datetime.date, name: str, values: list[int]
) -> None:
    """An income that makes it matter which of these values the named fact has."""
    lines = [household_line({**facts, name: value}, on) for value in values]
    cents = sorted({_cents_below(line) for line in lines if line is not None})
    if not cents:
        return
    if len(cents) > 1:
        at = rng.randrange(len(cents) - 1)
        wanted = rng.randint(cents[at] + 1, cents[at + 1])
    else:  # a norm on one side only: there it is true (mostly) or false, else it is unknown
        wanted = max(0, cents[0] + rng.choice((-1, -1, -1, 1)) * rng.randint(0, 20000))
    facts["netto_maandinkomen"] = Decimal(wanted).scaleb(-2)


def _draw(rng: random.Random, on: datetime.date) -> tuple[dict[str, object], str | None]:
    """Facts, and the threshold that a number was put on or beside."""
    facts = _base(rng)
    if rng.random() >= 0.4:
        return facts, None
    focus = rng.choice(_FOCUSES)
    if _row(on) is None:  # no norm that day: nothing about the income line can matter
        while focus not in (
            "gewicht",
            "bmi",
            "steunpersonen",
            "lsns6_score",
            "lsns6_items",
            "leeftijd_bmi",
        ):
            focus = rng.choice(_FOCUSES)
    step = rng.choice(_STEPS)

    if focus in ("gewicht", "bmi"):
        age = rng.choice((14, 15, 16, 17, 18, *[rng.randint(18, 45)] * 5))
        facts["leeftijd"] = age
        cut_off = _cut_off(age)
        assert cut_off is not None
        if focus == "bmi":
            facts["bmi"] = Decimal(int(cut_off * 100) + step).scaleb(-2)
        else:
            # at 25 a weight in steps of 0.1 kg is exactly on the line for these heights only
            height = rng.choice((140, 160, 160, 180, 180, 200, *range(145, 186, 5)))
            facts["lengte_cm"] = height
            facts.pop("bmi", None)
            tenths = int(cut_off * height * height / 1000)
            which = "gewicht_voor_zwangerschap_kg"
            if rng.random() < 0.35:
                facts.pop(which, None)
                which = "gewicht_eerste_consult_kg"
            facts[which] = Decimal(tenths + step).scaleb(-1)
    elif focus in ("steunpersonen", "lsns6_score", "lsns6_items"):
        facts["netwerk_te_klein"] = False
        if focus == "steunpersonen":
            facts["steunpersonen"] = 3 + step
        else:
            facts.pop("steunpersonen", None)
            facts.pop("lsns6_score", None)
            if focus == "lsns6_score":
                facts["lsns6_score"] = 12 + step
            else:
                facts.update(_items(rng, 12 + step))
    elif focus == "leeftijd_bmi":
        if rng.random() < 0.5:  # unknown at 13, known at 14
            facts["leeftijd"] = rng.choice((13, 14))
            facts["bmi"] = Decimal(rng.randint(180, 320)).scaleb(-1)
        else:  # overweight at 17, not at 18
            facts["leeftijd"] = rng.choice((17, 18))
            facts["bmi"] = Decimal(rng.randint(2485, 2499)).scaleb(-2)
    else:
        _no_other_way_to_poverty(rng, facts)
        _a_household(rng, facts)
        if focus == "inkomen":
            line = household_line(facts, on)
            assert line is not None
            # `on` the line: the highest amount in cents that is not above it
            facts["netto_maandinkomen"] = Decimal(_cents_below(line) + step).scaleb(-2)
        elif focus == "leeftijd_norm":
            below = rng.choice((17, 20))
            facts["leeftijd"] = rng.choice((below, below + 1))
            _income_between(rng, facts, on, "leeftijd", [below, below + 1])
        elif focus in ("partner_leeftijd", "partner_pensioen"):
            facts["partner"] = "samenwonend"
            below = rng.choice((17, 20))
            if focus == "partner_pensioen":
                below = _pension_age(on) - 1
            facts["partner_leeftijd"] = rng.choice((below, below + 1))
            _income_between(rng, facts, on, "partner_leeftijd", [below, below + 1])
        elif focus == "kinderen_thuis":
            facts["leeftijd"], facts["partner_leeftijd"] = rng.choice(
                ((19, 20), (20, 18), (20, 21), (21, 20), (rng.randint(21, 40), 20))
            )
            facts["partner"] = "samenwonend"
            facts["kinderen_thuis"] = rng.choice((0, 1))
            _income_between(rng, facts, on, "kinderen_thuis", [0, 1])
        else:
            while _household(facts, on) in ("S18", "C18", "C18K"):
                _a_household(rng, facts)
            few = rng.randint(0, 3)
            facts["kostendelers"] = rng.choice((few, few + 1))
            _income_between(rng, facts, on, "kostendelers", [few, few + 1])
    return facts, focus


def draw_facts(rng: random.Random, on: datetime.date) -> dict[str, object]:
    """Random answered facts; in a third of the draws a number lies on or beside a threshold."""
    return _draw(rng, on)[0]
