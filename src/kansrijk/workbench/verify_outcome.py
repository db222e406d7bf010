"""Checks an outcome of kansrijk by its case and the compiled pack, all JSON, without kansrijk.

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
    """True once enough are true, over so many domains; false once no longer enough can be."""
    held = [[n for n, one in enumerate(truths) if one in some] for some in ([True], [True, None])]
    sure, may = (len(one) >= least and len({of[n] for n in one}) >= domains for one in held)
    return sure or (None if may else False)


KINDS = {"criteria": "criterion", "signals": "signal", "strengths": "strength"}
HOLDS: Any = {
    "at_least": ge,
    "at_most": le,
    "above": gt,
    "below": lt,
    "one_of": lambda v, w: v in w,
}
STRICT: Any = HOLDS | {"plus": add, "minus": sub, "times": mul, "divide": truediv, "count": count}
STRICT["cell"] = lambda table, column: table.get(str(column))
LAX: Any = {"not": lambda parts: None if parts[0] is None else not parts[0]}
LAX["known"] = lambda value: value is not None
LAX["first_known"] = lambda ways: next((one for one in ways if one is not None), None)
LAX["if"] = lambda when, one, other: None if when is None else one if when else other
LAX["may_be"] = LAX["phase"] = LAX["after"] = lambda some, ids: bool(some and {*some} & {*ids})
LAX["class"] = lambda all, ids: None if len({one in ids for one in all}) > 1 else all[0] in ids


class Rules:
    """The rules on a day; what hangs on events or was decided is as the outcome tells it."""

    def __init__(self, outcome: Any, case: Any, pack: Any, firm: bool) -> None:
        self.firm, self.on, self.shown, told = firm, outcome["date"], dict[str, Any](), {}
        self.known = defaultdict[str, Any](dict, now=outcome["classification"])
        for name, kind in KINDS.items():
            told |= {f"{kind}:{one['id']}": one.get("truth", True) for one in outcome[name]}
        told |= {f"action:{one['id']}": True for one in outcome.get("plan", {}).get("actions", [])}
        for id, rows in pack["norms"].items():
            days = ((row["from"] or "", row["until"] or "9999", row["value"]) for row in rows)
            self.known["norm"] |= {id: value for on, end, value in days if on <= self.on < end}
        self.set_facts(case, pack)
        for rule in pack["rules"]:
            kind, _, id = rule["key"].partition(":")
            tree, decided = self.tree(rule["when"]), rule["key"] in outcome["receipt"]["overrides"]
            if not decided and not rule["by_events"]:
                self.shown[rule["key"]] = {"truth": tree["truth"], "because": tree}
            truth = None if firm and not decided else told.get(rule["key"])
            self.known[kind][id] = self.shown.get(rule["key"], {"truth": truth})["truth"]

    def set_facts(self, case: Any, pack: Any) -> None:
        """What was last said of each fact, unless two things were that day; and what follows."""
        said: Any = defaultdict(lambda: defaultdict(set))
        seen = [(one["date"], one.get("facts", {})) for one in case.get("observations", [])]
        for day, told in [("", case.get("facts", {})), *seen]:
            for id, value in told.items() if day <= self.on else ():
                said[id][day] |= {value} - {None, "declined"}
        last = [(id, days[max(days)]) for id, days in said.items()]
        clear = [(id, all) for id, all in last if len(all) == 1 or (all and id in pack["words"])]
        facts = self.known["fact"] = {id: min(values) for id, values in clear}
        for one in pack["derived"]:
            if one["fact"] not in facts and {*one["norms"]} <= {*self.known["norm"]}:
                facts[one["fact"]] = self.value(one["is"])

    def value(self, node: Any) -> Any:
        """What a formula or condition comes to; None where that is unknown."""
        if isinstance(node, list):
            return [self.value(one) for one in node]
        if not isinstance(node, dict):
            return node
        if "op" not in node:
            ((kind, id),) = node.items()
            return self.known[kind].get(id)
        op, found = node["op"], self.value(node["items"])
        if self.firm and node.get("may_turn"):  # nothing but the first way, or an answer
            return found[0][0] if op == "first_known" else found[0] is not None or None
        if op in STRICT:
            return None if None in found else STRICT[op](*found)
        return LAX[op](*found)

    def tree(self, node: Any) -> Any:
        """A condition as `because` shows it: with the truth of each part, and what a test asks."""
        told = {**node.get("shows", node), "truth": self.value(node)}
        if node.get("op") in HOLDS:
            told["test"] = {node["op"]: self.value(node["items"][1])}
        if "op" in told:
            told["items"] = [self.tree(one) for one in node["items"][-1]]
        return told


def visits(plan: Any, phase: Any, on: str) -> Any:
    """The visits of a phase to come: those by the book, but for what became of some."""
    if not phase["interval"] or phase["more_often"]:
        return {}
    often, begin, until = (
        phase["interval"],
        *map(date.fromisoformat, (phase["from"], phase["until"])),
    )
    days = ((end - begin).days for end in (until, min(until, max(begin, date.fromisoformat(on)))))
    whole, past = (-(-one * often["visits"] // often["days"]) for one in days)
    for one in plan["visits"] + plan["without_day"]:
        comes = one.get("status") in ("proposed", "planned") and one["date"] >= on
        if one["phase"] == phase["id"] and comes is (one["by_the_book"] < on):
            past += -1 if comes else 1
    return {"visits": whole - past}


def must_be(outcome: Any, case: Any, pack: Any) -> Any:
    """What the fields that are checked must be."""
    rules, firm = (Rules(outcome, case, pack, firm) for firm in (False, True))
    possible, ids, plan = (
        outcome["classification"]["possible"],
        pack["classes"],
        outcome.get("plan"),
    )
    truths = [firm.known["class"].get(id, True) for id in ids]
    may = [id for id, one in zip(ids[: truths.index(True) + 1], truths) if one is not False]
    level = possible[0] if len(possible) == 1 else None
    grade: Any = {"class": level}
    if "class" not in outcome["receipt"]["overrides"]:
        down = ids[: ids.index(level) + 1] if level else ids
        trees = [rules.shown.get(f"class:{id}") for id in down if id in rules.known["class"]]
        if all(trees):
            items = [one["because"] for one in trees]
            grade["because"] = {"op": "class", "truth": True if level else None, "items": items}
        grade |= {"possible": may} if len(may) == 1 or not {*possible} <= {*may} else {}
    must = {"pack": pack["pack"], "case": case["case"], "classification": grade}
    for name, kind in KINDS.items():
        own = [id for id in pack["sections"][name] if kind != "strength" or rules.known[kind][id]]
        must[name] = [{"id": id, **rules.shown.get(f"{kind}:{id}", {})} for id in own]
    if plan:
        actions = [{"id": id} for id in pack["sections"]["actions"] if rules.known["action"][id]]
        phases = [visits(plan, one, outcome["date"]) for one in plan["phases"]]
        must["plan"] = {"actions": actions, "phases": phases}
    return must


def compare(told: Any, must: Any, path: str = "") -> Any:
    """The fields that are not right, with how that is, and those that are not checked."""
    must = round(float(must), 4) if isinstance(must, Fraction) else must
    if isinstance(told, dict) and isinstance(must, dict):
        for key, part in told.items():
            at = f"{path}.{key}".lstrip(".")
            yield from compare(part, must[key], at) if key in must else [(at, "")]
    elif isinstance(told, list) and isinstance(must, list) and len(told) == len(must):
        for n, one in enumerate(told):
            yield from compare(one, must[n], f"{path}[{n}]")
    elif told != must or isinstance(told, bool) != isinstance(must, bool):
        plain = ".test" not in path and not isinstance(must, dict | list)
        yield path, f"is {json.dumps(told)}, must be {json.dumps(must)}" if plain else "differs"


def verify(outcome: str, case: str, pack: str) -> list[tuple[str, str]]:
    """The fields of an outcome that are not right, with how, and those not checked, without."""
    told, facts = json.loads(outcome), json.loads(case, parse_float=Fraction, parse_int=Fraction)
    rules = json.loads(pack, object_hook=lambda one: Fraction(one["n/d"]) if "n/d" in one else one)
    return list(compare(told, must_be(told, facts, rules)))


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
