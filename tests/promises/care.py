"""What is on offer in a random pack, and what she reads at home of it."""

from __future__ import annotations

import random
from typing import Any

Data = dict[str, Any]
LANGUAGES = ("nl", "en")


def offers_data(rng: random.Random, sections: Data) -> Data:
    """Offers for the actions of a pack: for all or for some, for a while, one of a group."""
    return {f"offer{n}": _offer(rng, sections, n) for n in range(rng.randint(0, 4))}


def _offer(rng: random.Random, sections: Data, n: int) -> Data:
    actions, phases = [*sections["actions"]], [*sections["phases"], "before"]
    made: Data = {
        "label": f"offer {n}",
        "for": rng.sample(actions, rng.randint(1, min(3, len(actions)))),
        "provider": "somebody",
        "meanwhile": "somebody calls",
        "confirmed": rng.choice(["2022-05-01", "2024-05-01"]),
        "basis": "policy",
        "source": "src0",
    }
    if rng.random() < 0.3:
        made["phases"] = rng.sample(phases, rng.randint(1, len(phases)))
    if rng.random() < 0.5:
        wanted = {"b0": True, "b1": False, "c0": ["a", "b"]}
        asked = [{id: wanted[id]} for id in rng.sample([*wanted], rng.randint(1, 3))]
        made["when"] = {rng.choice(["any", "all"]): [*asked, {"not": {"b2": True}}]}
    if rng.random() < 0.4:
        made |= _window(rng, counted="pregnant" in sections["facts"])
    if rng.random() < 0.4:
        made |= {"one_of": rng.choice(["group", "others"]), "own": rng.random() < 0.4}
    made |= {name: f"{name} of {n}" for name in ("cost", "waiting", "note") if rng.random() < 0.3}
    return made | ({"home": False} if rng.random() < 0.2 else {})


def _window(rng: random.Random, *, counted: bool) -> Data:
    start = {"weeks": rng.randint(10, 30)} if counted else {"months": 1}
    end = {"months": rng.randint(2, 20)}
    return rng.choice([{"from": start}, {"until": end}, {"from": start, "until": end}])


def hers_data(sections: Data) -> Data:
    """Words for all of a pack that may reach her home, and for nothing else."""
    goals = {goal for phase in sections["phases"].values() for goal in phase["goals"]}
    open_ = [id for id, action in sections["actions"].items() if action.get("home", True)]
    return {
        "confirmed": [*LANGUAGES],
        "phases": _words(sections["phases"]),
        "roles": _words(sections["roles"]),
        "goals": _words(sorted(goals)),
        "actions": _words(open_),
        "strengths": _words(sections["strengths"]),
    }


def _words(ids: Any) -> Data:
    return {id: dict.fromkeys(LANGUAGES, f"Over {id}.") for id in ids}
