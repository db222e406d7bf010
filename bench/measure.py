"""How long work takes, and how a figure is told: as a ratio, beside what it should stay within."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping


def ratio(what: str, value: float, reach: float) -> None:
    told = "ok" if value <= reach else "over"
    print(f"  {what:<52} {value:6.2f}   reach {reach:g}   {told}")


def microseconds(work: Mapping[str, Callable[[], object]], n: int, rounds: int) -> dict[str, float]:
    """The time of each piece of work over `n` cases, in microseconds a case."""
    best = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, run in work.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], (time.perf_counter() - start) / n * 1e6)
    return best
