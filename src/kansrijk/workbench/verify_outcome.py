"""Checks an outcome of kansrijk by its case and the compiled pack, all JSON, without kansrijk:
python verify_outcome.py OUTCOME CASE COMPILED. Exit 0: right, 1: something is not, 2: unusable."""

import json
import sys
from collections import defaultdict
from datetime import date
from fractions import Fraction
from operator import add, ge, gt, le, lt, mul, sub, truediv
from pathlib import Path
from typing import Any


def count(least: Any, domains: Any, of: Any, truths: Any) -> bool | None:
    held = [[n for n, one in enumerate(truths) if one in some] for some in ([True], [True, None])]
    sure, may = (len(one) >= least and len({of[n] for n in one}) >= domains for one in held)
    return sure or (None if may else False)


KINDS = {"criteria": "criterion", "signals": "signal", "strengths": "strength"}
HOLDS: Any = {"at_least": ge, "at_most": le, "above": gt, "below": lt}
STRICT: Any = HOLDS | {"plus": add, "minus": sub, "times": mul, "divide": truediv, "count": count}
STRICT |= {"one_of": lambda value, all: value in all, "cell": lambda row, at: row.get(str(at))}
LAX: Any = {"not": lambda parts: None if parts[0] is None else not parts[0]}
LAX |= {"known": lambda one: one is not None, "meets": lambda all, ids: bool({*all} & {*ids})}
LAX["first_known"] = lambda ways: next((one for one in ways if one is not None), None)
LAX["if"] = lambda when, one, other: None if when is None else one if when else other
LAX["class"] = lambda all, ids: None if len({one in ids for one in all}) > 1 else all[0] in ids


class Rules:
    """The rules on a day; what hangs on events or was decided is as the outcome tells it."""

    def __init__(self, outcome: Any, case: Any, pack: Any, firm: bool) -> None:
        self.firm, self.shown, on, told = firm, dict[str, Any](), outcome["date"], dict[str, Any]()
        self.known = defaultdict[str, Any](dict, now=outcome["classification"])
        for name, kind in KINDS.items():
            told |= {f"{kind}:{one['id']}": one.get("truth", True) for one in outcome[name]}
        told |= {f"action:{one['id']}": True for one in outcome.get("plan", {}).get("actions", [])}
        for id, row in ((id, row) for id, rows in pack["norms"].items() for row in rows):
            if (row["from"] or "") <= on < (row["until"] or "9999"):
                self.known["norm"][id] = row["value"]
        said: Any = defaultdict(lambda: defaultdict(set))  # of each fact, by the day
        for one in [{"facts": {}} | case | {"date": ""}, *case.get("observations", [])]:
            for id, value in one.get("facts", {}).items() if one["date"] <= on else ():
                said[id][one["date"]] |= {value} - {None, "declined"}
        for id, values in ((id, days[max(days)]) for id, days in said.items()):
            if len(values) == 1 or (values and id in pack["words"]):
                self.known["fact"][id] = min(values)
        for one in pack["derived"]:
            if one["fact"] not in self.known["fact"] and {*one["norms"]} <= {*self.known["norm"]}:
                self.known["fact"][one["fact"]] = self.value(one["is"])
        for rule in pack["rules"]:
            (kind, _, id), truth = rule["key"].partition(":"), told.get(rule["key"])
            if not rule["by_events"] and rule["key"] not in outcome["receipt"]["overrides"]:
                truth = (tree := self.tree(rule["when"]))["truth"]
                self.shown[rule["key"]] = {"truth": truth, "because": tree}
            self.known[kind][id] = None if firm and rule["by_events"] else truth

    def value(self, node: Any) -> Any:
        """What a formula or condition comes to; None where that is unknown."""
        if isinstance(node, dict) and "op" not in node:
            return next(self.known[kind].get(id) for kind, id in node.items())
        if not isinstance(node, dict):
            return [self.value(one) for one in node] if isinstance(node, list) else node
        op, found = node["op"], self.value(node["items"])
        if self.firm and node.get("may_turn"):  # only what is known by the first way stays so
            return found[0][0] if op == "first_known" else found[0] is not None or None
        return LAX[op](*found) if op in LAX else None if None in found else STRICT[op](*found)

    def tree(self, node: Any) -> Any:
        """A condition as `because` shows it: with the truth of each part, and what a test asks."""
        told, op = {**node.get("shows", node), "truth": self.value(node)}, node.get("op")
        if op in HOLDS or op == "one_of":
            told["test"] = {op: self.value(node["items"][1])}
        if op in HOLDS and isinstance(node["items"][1], dict) and told["test"][op] is not None:
            told["norm"] = {"value": told["test"][op]}
        return told | ({"items": [self.tree(x) for x in node["items"][-1]]} if "op" in told else {})


def visits(plan: Any, phase: Any, on: str) -> Any:  # those to come: by the book, but for some
    moved = plan["status"] != "set" and plan["start"] < on >= phase["from"]  # perhaps to before it
    if not phase["interval"] or phase["more_often"] or moved:
        return {}
    begin, until, now = (date.fromisoformat(day) for day in (phase["from"], phase["until"], on))
    often, per = phase["interval"]["visits"], phase["interval"]["days"]
    whole = -(-(until - begin).days * often // per)
    past = -(-(min(until, max(begin, now)) - begin).days * often // per)
    for one in plan["visits"] + plan["without_day"]:
        comes = one.get("status") in ("proposed", "planned") and one["date"] >= on
        if one["phase"] == phase["id"] and comes is (one["by_the_book"] < max(on, phase["from"])):
            past += -1 if comes else 1
    return {"visits": whole - past}


def verify(outcome: str, case: str, pack: str) -> list[tuple[str, str]]:
    """The fields of an outcome that are not right, with how, and those not checked, without."""
    told, facts = json.loads(outcome), json.loads(case, parse_float=Fraction, parse_int=Fraction)
    made = json.loads(pack, object_hook=lambda one: Fraction(one["n/d"]) if "n/d" in one else one)
    rules, firm = (Rules(told, facts, made, firm) for firm in (False, True))
    possible, ids = told["classification"]["possible"], made["classes"]
    sure = [firm.known["class"].get(id, True) for id in ids]
    may = [id for n, id in enumerate(ids) if sure[n] is not False and True not in sure[:n]]
    level = possible[0] if len(possible) == 1 else None
    grade: Any = {"class": level}
    if "class" not in told["receipt"]["overrides"]:
        down = ids[: ids.index(level) + 1] if level else ids
        trees = [rules.shown.get(f"class:{id}", {}) for id in down if id in rules.known["class"]]
        if all(trees):
            items = [tree["because"] for tree in trees]
            grade["because"] = {"op": "class", "truth": level and True, "items": items}
        grade |= {"possible": may} if len(may) == 1 or not {*possible} <= {*may} else {}
    must: Any = {"pack": made["pack"], "case": facts["case"], "classification": grade}
    for name, kind in KINDS.items():
        own = [id for id in made["sections"][name] if kind != "strength" or rules.known[kind][id]]
        must[name] = [{"id": id} | rules.shown.get(f"{kind}:{id}", {}) for id in own]
    if plan := told.get("plan"):
        own = [id for id in made["sections"]["actions"] if rules.known["action"][id]]
        actions = [{"id": id} if f"action:{id}" in rules.shown else {} for id in own]
        phases = [visits(plan, one, told["date"]) for one in plan["phases"]]
        told_of = {one["event"] for one in facts.get("events", [])} & {"visit", "crisis", "relapse"}
        must["plan"] = {"actions": actions} | ({} if told_of else {"phases": phases})
    return list(compare(told, must))


def compare(told: Any, must: Any, path: str = "") -> Any:
    must = round(float(must), 4) if isinstance(must, Fraction) else must
    if isinstance(told, dict) and isinstance(must, dict):
        for key, at in ((key, f"{path}.{key}".lstrip(".")) for key in told):
            yield from compare(told[key], must[key], at) if key in must else [(at, "")]
    elif isinstance(told, list) and isinstance(must, list) and len(told) == len(must):
        for n, one in enumerate(told):
            yield from compare(one, must[n], f"{path}[{n}]")
    elif told != must or isinstance(told, bool) != isinstance(must, bool):
        plain = "test" not in path and "norm" not in path and not isinstance(must, dict | list)
        yield path, f"is {json.dumps(told)}, must be {json.dumps(must)}" if plain else "differs"


def main(files: list[str]) -> int:
    try:
        found = verify(*(Path(name).read_text(encoding="utf-8") for name in files))
    except Exception as error:
        print(f"cannot be used: {type(error).__name__}")
        return 2
    print(*(f"{path}: {how or 'not checked'}" for path, how in found), sep="\n")
    return int(any(how for _, how in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
