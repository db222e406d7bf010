"""How a figure is told: as a ratio, beside what it should stay within."""

from __future__ import annotations


def ratio(what: str, value: float, reach: float) -> None:
    told = "ok" if value <= reach else "over"
    print(f"  {what:<52} {value:6.2f}   reach {reach:g}   {told}")
