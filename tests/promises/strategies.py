"""Random packs and cases as plain data, and a brute evaluator of what they mean.

The evaluator is written from the design alone: it takes the rules as they are written, shares
nothing with the engines, and knows false, unknown and true as 0, 1 and 2.
"""

from __future__ import annotations

import calendar
import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from kansrijk.case.case import Case, parse_case
from kansrijk.pack.load import parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document

from .care import hers_data, offers_data
from .trajectories import events_along, trajectory_data

Data = dict[str, Any]
FALSE, UNKNOWN, TRUE = 0, 1, 2
TRUTH = {False: FALSE, None: UNKNOWN, True: TRUE}
WORDS = ("a", "b", "c", "d")
COMPARATORS = ("at_least", "at_most", "above", "below")
OPERATORS = ("all", "any", "not", "first_known", "count")
LOSSES = ("pregnancy_loss", "termination", "stillbirth", "child_died")
GOING_ON = ("admission", "detention", "placement", "secret_address")
EPOCH = date(2024, 1, 1)
TERM = 280


def load(sections: Data) -> Pack:
    """The pack of these sections; raises InputError where they are no good."""
    return parse_pack(sections_of(Document.of(sections, "pack.yaml")))


def read(case: Data) -> Case:
    return parse_case(Document.of(case, "case.yaml"))


# Packs.


class Writer:
    """Writes one random pack; every rule may look at those that were written before it."""

    def __init__(self, rng: random.Random, *, small: bool = False, may_fall: bool = False) -> None:
        self.rng = rng
        self.small = small
        self.may_fall = may_fall
        self.criteria: list[str] = []
        self.signals: list[str] = []
        self.domains = ("p", "q", "r")

    def chance(self, odds: float) -> bool:
        return self.rng.random() < odds

    def some(self, words: Any, most: int = 3) -> list[Any]:
        listed = list(words)
        return self.rng.sample(listed, self.rng.randint(1, min(most, len(listed))))

    def sections(self) -> Data:
        rng = self.rng
        facts = self._facts()
        criteria = {f"crit{n}": self._criterion(n) for n in range(rng.randint(2, 5))}
        signals = {f"sig{n}": self._signal(n) for n in range(rng.randint(1, 2))}
        strengths = {
            f"strong{n}": {"label": f"strength {n}", "fact": f"b{n}", **self._based()}
            for n in range(rng.randint(0, 2))
        }
        classes = self._classes()
        phases = self._phases(list(classes))
        actions = self._actions(list(classes), list(phases), list(strengths))
        intake = [
            {
                "id": f"in{n}",
                "label": f"intake {n}",
                "when": self.condition(2, late=(list(classes), list(phases))),
                "within_days": rng.choice([0, 10, {"norm": "within"}]),
                **self._based(),
            }
            for n in range(rng.randint(0, 2))
        ]
        return {
            "pack": {
                "id": "random",
                "version": "1.0.0",
                "title": "random",
                "owner": "nobody",
                "languages": ["nl", "en"],
                "in_force": {"from": "2000-01-01"},
                "review": "2100-01-01",
                "domains": {name: name for name in self.domains},
            },
            "sources": {
                f"src{n}": {"title": "t", "publisher": "p", "year": 2020, "locator": "l"}
                for n in range(3)
            },
            "facts": facts,
            "norms": self._norms(list(classes)),
            "criteria": self._shuffled(criteria),
            "signals": self._shuffled(signals),
            "strengths": self._shuffled(strengths),
            "classes": {"classes": classes, "intake": intake},
            "roles": {
                "r0": {
                    "label": "r0",
                    "domain": "social",
                    "does": "x",
                    "decides": ["class", "criterion", "action"],
                    "team": True,
                },
                "r1": {"label": "r1", "domain": "medical", "does": "y"},
            },
            "phases": phases,
            "actions": self._shuffled(actions),
        }

    def _shuffled(self, rules: Data) -> Data:
        ids = list(rules)
        self.rng.shuffle(ids)
        return {id: rules[id] for id in ids}

    def _based(self) -> Data:
        basis = self.rng.choice(["source", "policy"])
        return {"basis": basis, "source": self.rng.choice(["src0", ["src1"], ["src2", "src0"]])}

    def _facts(self) -> Data:
        def fact(id: str, type: str, **more: Any) -> Data:
            asked = {"question": f"{id}?", "asked_by": ["r0"], "cost": self.rng.randint(1, 5)}
            return {"type": type, "label": f"fact {id}", **asked, **more}

        values = {word: f"word {word}" for word in WORDS}
        found = {f"b{n}": fact(f"b{n}", "boolean") for n in range(4)}
        if self.small:
            return found | {"c0": fact("c0", "choice", values=values)}
        found |= {f"c{n}": fact(f"c{n}", "choice", values=values) for n in range(3)}
        for n in range(2):
            found[f"i{n}"] = fact(f"i{n}", "integer", unit="stuk", range=[0, 10])
            found[f"n{n}"] = fact(f"n{n}", "number", unit="x", range=[0, 100])
        sum_of = {"derive": {"sum": {"of": ["i0", "i1"]}}}
        return found | {
            "s0": fact("s0", "integer", unit="stuk", range=[0, 20], **sum_of),
            "t0": fact("t0", "text"),
            "child": fact(
                "child", "integer", unit="maanden", range=[0, 600], derive={"child_age": {}}
            ),
            "pregnant": fact(
                "pregnant",
                "integer",
                unit="dagen",
                range=[0, 320],
                derive={"gestational_age": {"term": {"norm": "term"}}},
            ),
        }

    def _norms(self, classes: list[str]) -> Data:
        rng, number = self.rng, itertools.count(1)

        def norm(unit: str, make: Any, *, dated: bool = True, by: str | None = None) -> Data:
            made: Data = {"label": f"norm {next(number)} in {unit}", "unit": unit, **self._based()}
            if by:
                made["by"] = by
            if dated and rng.random() < 0.7:
                made["values"] = self._rows(make)
            else:
                made["value"] = make()
            if rng.random() < 0.3:
                made["basis"] = "assumption"
                made["alternatives"] = [{"value": make(), "label": "another"}]
            return made

        def figure() -> Any:
            return rng.choice([0, 10, 25, 25.5, 50, 99.99])

        def table(columns: list[str], make: Any) -> Any:
            return lambda: {column: make() for column in self.some(columns, len(columns))}

        def whole() -> int:
            return rng.randint(0, 20)

        found = {
            "k0": norm("x", figure),
            "k1": norm("x", figure),
            "k4": norm("stuk", whole),
            "words": norm("woorden", lambda: self.some(WORDS)),
            "few": norm("aantal", lambda: rng.randint(1, 3)),
            "term": norm("dagen", lambda: TERM, dated=False),
            "within": norm("dagen", whole),
            "often": norm("dagen", table(classes, lambda: rng.randint(5, 40)), by="class"),
            "begin": norm("maanden", lambda: -7, dated=False),
        }
        by_word = table(list(WORDS), figure)
        found["k2"] = norm("x", by_word, by="c0")
        if not self.small:
            found["k3"] = norm("x", table([str(n) for n in range(11)], figure), by="i0")
        return found

    def _rows(self, make: Any) -> list[Data]:
        rows, day = [], EPOCH - timedelta(days=self.rng.randint(-200, 400))
        for _ in range(self.rng.randint(1, 4)):
            row: Data = {"from": day.isoformat(), "value": make()}
            day += timedelta(days=self.rng.randint(1, 200))
            if self.chance(0.3):
                row["until"] = day.isoformat()
                day += timedelta(days=self.rng.choice([0, 1, 60]))
            if self.chance(0.3):
                row["review"] = (day + timedelta(days=self.rng.randint(-90, 90))).isoformat()
            rows.append(row)
        return rows

    def _criterion(self, n: int) -> Data:
        when = self.condition(3)
        self.criteria.append(f"crit{n}")
        made = {"label": f"criterion {n}", "domain": self.rng.choice(self.domains), "when": when}
        return made | self._based() | self._perhaps_none(f"crit{n}")

    def _signal(self, n: int) -> Data:
        # A class may count a signal, which then may not fall when a criterion becomes true.
        when = self.condition(2, negated_rules=self.may_fall)
        self.signals.append(f"sig{n}")
        urgency = self.rng.choice(["now", "today", "days"])
        made = {"label": f"signal {n}", "when": when, "urgency": urgency, "route": "call"}
        return made | self._based() | self._perhaps_none(f"sig{n}")

    def _perhaps_none(self, id: str) -> Data:
        return {"no_action": f"nothing is done about {id}"} if self.chance(0.2) else {}

    def _classes(self) -> Data:
        ids = [f"cls{n}" for n in range(self.rng.randint(2, 4))]
        made: Data = {}
        for id in ids[:-1]:
            when = self.condition(2, negated_rules=self.may_fall)
            made[id] = {"label": id, "when": when, "may_fall": self.may_fall, **self._based()}
        made[ids[-1]] = {"label": ids[-1], **self._based()}
        return made

    def _phases(self, classes: list[str]) -> Data:
        cuts: list[Any] = [{"norm": "begin"}, 0, 12, 24]
        made = {}
        for n in range(self.rng.randint(0, 3)):
            days = self.rng.choice([7, 14, {"norm": "often", "by": "class"}])
            made[f"ph{n}"] = {
                "label": f"phase {n}",
                "from": {"months": cuts[n]},
                "until": {"months": cuts[n + 1]},
                "when": {"class": self.some(classes)},
                "visits": {"number": self.rng.randint(1, 3), "days": days},
                "role": "r0",
                "purpose": "to be there",
                "themes": ["a theme"],
                "goals": {f"goal{n}": {"label": "goal", "for": self.some(self.criteria)}},
                **self._based(),
            }
        return made

    def _actions(self, classes: list[str], phases: list[str], strengths: list[str]) -> Data:
        made: Data = {}
        findings = [*self.criteria, *self.signals]
        for n, id in enumerate(findings):
            made[f"act{n}"] = {"for": [id], **self._action(phases)}
        for n in range(self.rng.randint(1, 3)):
            extra = self._action(phases)
            if self.chance(0.5):
                extra["for"] = self.some([*findings, *strengths])
            if "for" not in extra or self.chance(0.5):
                extra["when"] = self.condition(2, late=(classes, phases))
            made[f"more{n}"] = after_something(extra)
        return made

    def _action(self, phases: list[str]) -> Data:
        domain = self.rng.choice(["medical", "social"])
        made: Data = {"label": "do it", "domain": domain, "role": "r1", **self._based()}
        if self.chance(0.4):
            made["phases"] = self.some([*phases, "before"])
        return made

    # Conditions.

    def condition(
        self,
        depth: int,
        *,
        late: tuple[list[str], list[str]] | None = None,
        negated_rules: bool = True,
    ) -> Data:
        if depth == 0 or self.chance(0.25):
            return self._leaf(late, rules=True)
        op = self.rng.choice(OPERATORS)

        def inner() -> Data:
            return self.condition(depth - 1, late=late, negated_rules=negated_rules)

        if op == "not":
            item = inner() if negated_rules else self._leaf(late, rules=False)
            return {"not": item}
        if op == "count":
            return {"count": self._count(inner)}
        return {op: [inner() for _ in range(self.rng.randint(1, 3))]}

    def _count(self, inner: Any) -> Data:
        if self.criteria and self.chance(0.5):
            of = [{"criterion": self.rng.choice(self.criteria)} for _ in range(3)]
            return {"at_least": self.rng.randint(1, 3), "of": of, "domains": self._threshold(3)}
        of = [inner() for _ in range(self.rng.randint(1, 4))]
        return {"at_least": self._threshold(len(of)), "of": of}

    def _threshold(self, most: int) -> Any:
        return {"norm": "few"} if self.chance(0.2) else self.rng.randint(1, most)

    def _leaf(self, late: tuple[list[str], list[str]] | None, *, rules: bool) -> Data:
        rng = self.rng
        kinds = ["fact", "fact", "fact", "answered"]
        if rules and self.criteria:
            kinds += ["criterion"] * 2
        if rules and self.signals:
            kinds += ["signal"]
        if late:
            kinds += ["class", "may_be", *(["phase"] if late[1] else [])]
        kind = rng.choice(kinds)
        match kind:
            case "answered":
                named = ["b0", "c0"] if self.small else ["b0", "c1", "t0", "s0", "pregnant"]
                return {"answered": rng.choice(named)}
            case "criterion" | "signal":
                ids = self.criteria if kind == "criterion" else self.signals
                return {kind: self.some(ids) if self.chance(0.3) else rng.choice(ids)}
            case "class" | "may_be" | "phase":
                assert late
                return {kind: self.some(late[kind == "phase"])}
        return self._on_fact()

    def _on_fact(self) -> Data:
        rng = self.rng
        kind = rng.choice("bbc" if self.small else "bbccciinnnspk")
        if kind == "b":
            return {f"b{rng.randrange(4)}": rng.choice([True, True, False, [True, False]])}
        if kind == "c":
            id = "c0" if self.small else f"c{rng.randrange(3)}"
            return {id: rng.choice([rng.choice(WORDS), self.some(WORDS), {"norm": "words"}])}
        if kind == "i":
            own: Any = rng.choice([rng.randint(0, 10), {"norm": "k4"}, {"fact": "i1"}])
            return {"i0": rng.choice([own, [3, 4]]) if isinstance(own, int) else self._held(own)}
        if kind == "s":
            return {"s0": self._held(rng.choice([rng.randint(0, 20), {"norm": "k4"}]))}
        if kind == "p":
            return {"pregnant": self._held(rng.choice([0, 112, 280]))}
        if kind == "k":
            return {"child": self._held(rng.choice([0, 1, 12]))}
        bounds: list[Any] = [25, 25.5, {"norm": "k0"}, {"norm": "k1"}]
        bounds += [{"norm": "k2", "by": "c0"}, {"norm": "k3", "by": "i0"}, {"fact": "n1"}]
        return {"n0": self._held(rng.choice(bounds))}

    def _held(self, bound: Any) -> Data:
        compared = {self.rng.choice(COMPARATORS): bound}
        if isinstance(bound, int | float) and self.chance(0.2):
            compared[self.rng.choice(COMPARATORS)] = bound
        return compared


def after_something(action: Data) -> Data:
    """The action as it is, or after events; drawn apart, so that all else stays as it was drawn."""
    aside = random.Random(repr(action))
    if aside.random() < 0.7:
        return action
    names = GOING_ON if "phases" in action else (*GOING_ON, "loss", *LOSSES)
    after = {"after": aside.sample(names, aside.randint(1, 3)), "role": "r0", "home": False}
    asked = {key: part for key, part in action.items() if key != "when" or aside.random() < 0.5}
    return asked | after


def pack_data(rng: random.Random, *, small: bool = False, may_fall: bool = False) -> Data:
    """The sections of a random pack that passes its check."""
    sections = Writer(rng, small=small, may_fall=may_fall).sections()
    sections |= {"trajectory": trajectory_data(rng)} if rng.random() < 0.3 else {}
    # Drawn apart, so that all else stays as it was drawn.
    aside = random.Random(repr(sections))
    sections |= {"offers": offers_data(aside, sections)} if aside.random() < 0.6 else {}
    return sections | ({"hers": hers_data(sections)} if aside.random() < 0.5 else {})


# Cases.


def value_for(rng: random.Random, fact: Data) -> Any:
    match fact["type"]:
        case "boolean":
            return rng.random() < 0.5
        case "choice":
            return rng.choice(list(fact["values"]))
        case "text":
            return "said something"
        case "integer":
            low, high = fact["range"]
            return rng.randint(low, min(high, 20))
    return rng.choice([0, 10, 25, 25.5, 25.25, 50, 99.99, 100])


def case_data(rng: random.Random, sections: Data) -> tuple[Data, date]:
    """A random case with its own history, and a day to look at it."""
    on = EPOCH + timedelta(days=rng.randint(-300, 700))
    rate = rng.choice([0.2, 0.6, 0.95])

    def answers(share: float) -> Data:
        found: Data = {}
        for id, fact in sections["facts"].items():
            if "derive" in fact and (rng.random() < 0.9 or id in ("child", "pregnant")):
                continue
            if rng.random() < share:
                kind = rng.random()
                found[id] = (
                    value_for(rng, fact) if kind > 0.1 else "declined" if kind > 0.04 else None
                )
        return found

    case: Data = {"case": "random", "facts": answers(rate)}
    if rng.random() < 0.8:
        case["due_date"] = (on + timedelta(days=rng.randint(-900, 250))).isoformat()
    days = [on + timedelta(days=rng.choice([-40, -3, -3, -3, 0, 1])) for _ in range(3)]
    case["observations"] = [
        {"date": day.isoformat(), "by": rng.choice(["r0", "r1"]), "facts": answers(rate / 2)}
        for day in days[: rng.randint(0, 3)]
    ]
    case["events"] = []
    if rng.random() < 0.4 and "due_date" in case:
        birth = date.fromisoformat(case["due_date"]) + timedelta(days=rng.randint(-20, 12))
        case["events"].append({"date": birth.isoformat(), "event": "birth", "by": "r1"})
    if "trajectory" in sections:
        case["events"] += events_along(rng, sections["trajectory"], on)
    elif rng.random() < 0.5:
        intake = on + timedelta(days=rng.randint(-100, 20))
        case["events"].append({"date": intake.isoformat(), "event": "intake", "by": "r0"})
    aside = random.Random(repr(case))
    case["events"] += around(aside, on) if aside.random() < 0.4 else []
    return case, on


def around(rng: random.Random, on: date) -> list[Data]:
    """What goes on around her: losses beside which a child lives, absences, what is over."""

    def day(*days: int) -> str:
        return (on + timedelta(days=rng.choice(days))).isoformat()

    events: list[Data] = []
    for _ in range(rng.randint(1, 3)):
        match rng.choice(["loss", "absence", "placement", "secret_address"]):
            case "loss":
                kind = {"kind": rng.choice(LOSSES)} if rng.random() < 0.7 else {}
                events.append({"date": day(-30, 0, 3), "event": "loss", "goes_on": True, **kind})
            case "absence":
                told = {"from": day(-20, 0, 5), "kind": rng.choice(["admission", "detention"])}
                back = {"back": day(6, 30)} if rng.random() < 0.5 else {}
                events.append({"date": day(-25), "event": "absence", **told, **back})
            case name:
                events.append({"date": day(-20), "event": name})
                if rng.random() < 0.4:
                    events.append({"date": day(-20, -2, 4), "event": "over", "of": name})
    back, starts = day(-3), [one["from"] for one in events if "from" in one]
    if rng.random() < 0.2 and (not starts or min(starts) <= back):
        events.append({"date": back, "event": "return"})
    return [{**one, "by": "r0"} for one in events]


# What a case knows on a day, from the design alone.


def add_months(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def exact(value: Any) -> Any:
    """A number as it was written; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return Fraction(str(value))


def states(case: Data, on: date) -> dict[str, tuple[str, Any]]:
    """Of each fact that was spoken of: answered, declined, unanswered or disputed."""
    said: dict[str, dict[str, list[Any]]] = {}
    for id, value in case.get("facts", {}).items():
        said.setdefault(id, {}).setdefault("", []).append(value)
    for seen in case.get("observations", []):
        if seen["date"] <= on.isoformat():
            for id, value in seen["facts"].items():
                said.setdefault(id, {}).setdefault(seen["date"], []).append(value)
    found: dict[str, tuple[str, Any]] = {}
    for id, by_day in said.items():
        last = by_day[max(by_day)]
        values = [exact(value) for value in last if value is not None and value != "declined"]
        if any(value != values[0] for value in values):
            found[id] = ("disputed", None)
        elif values:
            found[id] = ("answered", values[0])
        else:
            found[id] = ("declined" if "declined" in last else "unanswered", None)
    return found


def in_force(case: Data, on: date) -> list[tuple[str, str, str]]:
    """What is in force on a day: the event, its kind or the event again, and since when."""
    day, found = on.isoformat(), []
    told = [one for one in case.get("events", []) if one["date"] <= day]
    gone = [(one["of"], one["on"]) for one in told if one["event"] == "undo"]
    seen = [one for one in told if (one["event"], one["date"]) not in gone]
    for one in seen:
        name, since = one["event"], one["date"]
        if name == "absence" and "kind" in one:
            since = one["from"]
            back = [
                back["date"]
                for back in seen
                if back["event"] == "return" and "of" not in back and back["date"] >= since
            ]
            if not since <= day < min([one.get("back", "9999"), *back]):
                continue
        elif name in ("placement", "secret_address"):
            ends = [end for end in seen if end["event"] == "over" and end["of"] == name]
            if any(end["date"] >= since for end in ends):
                continue
        elif name != "loss":
            continue
        found.append((name, one.get("kind", name), since))
    return found  # fmt: skip


class Day:
    """All that a brute evaluation looks at: facts, norms, phase and what goes on on a day."""

    def __init__(self, sections: Data, case: Data, on: date) -> None:
        self.sections, self.on = sections, on
        found = states(case, on)
        self.facts = {id: value for id, (state, value) in found.items() if state == "answered"}
        self.norms = {
            id: value
            for id, norm in sections["norms"].items()
            if (value := norm_on(norm, on)) is not None
        }
        due = date.fromisoformat(case["due_date"]) if case.get("due_date") else None
        if due is None and case.get("last_period") and "pregnant" in sections["facts"]:
            due = date.fromisoformat(case["last_period"]) + timedelta(days=TERM)
        births = [
            date.fromisoformat(event["date"])
            for event in case.get("events", [])
            if event["event"] == "birth" and event["date"] <= on.isoformat()
        ]
        birth = min(births, default=None)
        self.around = {name for one in in_force(case, on) for name in one[:2]}
        self._derive(due, birth)
        self.phase = self._phase(due or birth, birth)

    def _derive(self, due: date | None, birth: date | None) -> None:
        if "s0" not in self.facts and {"i0", "i1"} <= self.facts.keys():
            self.facts["s0"] = self.facts["i0"] + self.facts["i1"]
        if "child" not in self.sections["facts"]:
            return
        if birth:
            months = 0
            while add_months(birth, months + 1) <= self.on:
                months += 1
            self.facts["child"] = Fraction(months)
        elif due and self.on >= due - timedelta(days=TERM):
            self.facts["pregnant"] = Fraction((self.on - due).days + TERM)

    def _phase(self, due: date | None, birth: date | None) -> str | None:
        if due is None:
            return None

        def border(written: Any) -> date:
            months = -7 if isinstance(written, dict) else written
            return add_months(due if months < 0 else birth or max(due, self.on), months)

        for id, phase in self.sections["phases"].items():
            until = border(phase["until"]["months"])
            # From the due date on, without a birth, the phase before it goes on.
            waits = birth is None and phase["until"]["months"] == 0 and self.on >= due
            if border(phase["from"]["months"]) <= self.on and (self.on < until or waits):
                return id
        return None

    def bound(self, asked: Any) -> Any:
        if not isinstance(asked, dict):
            return exact(asked)
        if "fact" in asked:
            return self.facts.get(asked["fact"])
        value = self.norms.get(asked["norm"])
        if value is not None and "by" in asked:
            column = self.facts.get(asked["by"])
            return exact(value.get(str(column)))
        return exact(value)


def norm_on(norm: Data, on: date) -> Any:
    """The value in force on a day; None in a gap."""
    if "value" in norm:
        return norm["value"]
    value = None
    for row in norm["values"]:
        if row["from"] <= on.isoformat():
            ended = "until" in row and row["until"] <= on.isoformat()
            value = None if ended else row["value"]
    return value


# What the rules mean, from the design alone.


def rules_of(sections: Data) -> dict[str, Data]:
    """Every rule as written, by its key; an action asks for a finding and its own condition."""
    found = {f"criterion:{id}": rule["when"] for id, rule in sections["criteria"].items()}
    found |= {f"signal:{id}": rule["when"] for id, rule in sections["signals"].items()}
    found |= {f"strength:{id}": {rule["fact"]: True} for id, rule in sections["strengths"].items()}
    classes = sections["classes"]
    found |= {
        f"class:{id}": rule["when"] for id, rule in classes["classes"].items() if "when" in rule
    }
    found |= {f"intake:{reason['id']}": reason["when"] for reason in classes["intake"]}
    found |= {f"phase:{id}": rule["when"] for id, rule in sections["phases"].items()}
    for id, action in sections["actions"].items():
        both = []
        if "after" in action:
            both.append({"after": action["after"]})
        if "for" in action:
            both.append({"any": [finding(sections, name) for name in action["for"]]})
        if "when" in action:
            both.append(action["when"])
        found[f"action:{id}"] = {"all": both}
    return found


def finding(sections: Data, id: str) -> Data:
    for kind, section in (("criterion", "criteria"), ("signal", "signals")):
        if id in sections[section]:
            return {kind: id}
    return {sections["strengths"][id]["fact"]: True}


class Brute:
    """The truth of every rule on a day, for classes that are possible."""

    def __init__(self, day: Day, possible: tuple[str, ...] = ()) -> None:
        self.day, self.possible = day, possible
        self.rules = rules_of(day.sections)
        self.seen: dict[str, int] = {}

    def rule(self, key: str) -> int:
        if key not in self.seen:
            self.seen[key] = self.of(self.rules[key])
        return self.seen[key]

    def truths(self, *kinds: str) -> dict[str, bool | None]:
        words = (False, None, True)
        return {key: words[self.rule(key)] for key in self.rules if key.partition(":")[0] in kinds}

    def of(self, when: Data) -> int:
        ((key, asked),) = when.items()
        listed = asked if isinstance(asked, list) else [asked]
        match key:
            case "all":
                return min(self.of(item) for item in asked)
            case "any":
                return max(self.of(item) for item in asked)
            case "not":
                return 2 - self.of(asked)
            case "first_known":
                known = [self.of(way) for way in asked if self.of(way) != UNKNOWN]
                return known[0] if known else UNKNOWN
            case "count":
                return self._count(asked)
            case "criterion" | "signal":
                return max(self.rule(f"{key}:{id}") for id in listed)
            case "class":
                inside = [id for id in self.possible if id in listed]
                return FALSE if not inside else TRUE if len(inside) == len(self.possible) else 1
            case "may_be":
                return 2 * any(id in listed for id in self.possible)
            case "phase":
                return 2 * (self.day.phase in listed)
            case "after":
                return 2 * any(name in self.day.around for name in listed)
            case "answered":
                return 2 * (asked in self.day.facts)
        return self._fact(key, asked)

    def _count(self, asked: Data) -> int:
        least = self.day.bound(asked["at_least"])
        spread = self.day.bound(asked.get("domains", 0))
        if least is None or spread is None:
            return UNKNOWN
        found = [self.of(item) for item in asked["of"]]

        def enough(from_: int) -> bool:
            counted = [
                item for item, truth in zip(asked["of"], found, strict=True) if truth >= from_
            ]
            domains = {
                self.day.sections["criteria"][item["criterion"]]["domain"]
                for item in counted
                if "domains" in asked
            }
            return len(counted) >= least and len(domains) >= spread

        return TRUE if enough(TRUE) else UNKNOWN if enough(UNKNOWN) else FALSE

    def _fact(self, id: str, asked: Any) -> int:
        value = self.day.facts.get(id)
        if isinstance(asked, dict) and "norm" not in asked:
            return min(self._compare(value, word, bound) for word, bound in asked.items())
        words = self.day.norms.get(asked["norm"]) if isinstance(asked, dict) else asked
        if value is None or words is None:
            return UNKNOWN
        return 2 * any(
            exact(word) == value for word in (words if isinstance(words, list) else [words])
        )

    def _compare(self, value: Any, word: str, asked: Any) -> int:
        bound = self.day.bound(asked)
        if value is None or bound is None:
            return UNKNOWN
        return {
            "at_least": TRUE if value >= bound else FALSE,
            "at_most": TRUE if value <= bound else FALSE,
            "above": TRUE if value > bound else FALSE,
            "below": TRUE if value < bound else FALSE,
        }[word]


def conditions(when: Any) -> Iterator[Data]:
    """A condition as written, and every one within it."""
    ((key, asked),) = when.items()
    yield when
    inner = asked["of"] if key == "count" else [asked] if key == "not" else asked
    if key in OPERATORS:
        for item in inner:
            yield from conditions(item)
