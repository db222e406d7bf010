"""The phases on a line in time, with what was done and missed of their visits, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from kansrijk.output.words import Words
from kansrijk.planning.plan import Plan
from kansrijk.planning.visits import Visit

WIDTH, LEFT, RIGHT = 720, 8, 8
BAR, HEIGHT, TOP = 26, 112, 30
COLOURS = ("#0b5c6b", "#3b7f8c", "#6b9fa9", "#9bbfc6")
MISSED = "#9b1c1c"

_At = Callable[[date], float]


def timeline(plan: Plan, words: Words, on: date) -> str | None:
    """A drawing with a description that tells the same; None where there are no phases."""
    if not plan.phases:
        return None
    start, end = plan.phases[0].from_, plan.phases[-1].until
    scale = (WIDTH - LEFT - RIGHT) / max(1, (end - start).days)

    def at(day: date) -> float:
        return round(LEFT + (min(max(day, start), end) - start).days * scale, 1)

    told = "; ".join(_told(plan, words))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(told)}">',
        *_phases(plan, words, at),
        *(line for visit in plan.visits for line in _visit(visit, at)),
    ]
    if start <= on <= end:
        x = at(on)
        parts.append(
            f'<path d="M{x} {TOP - 8}V{TOP + BAR + 16}" stroke="#1d2733" stroke-width="2"/>'
            + _text(x, TOP - 14, words.date(on), _anchor(x))
        )
    return "".join([*parts, "</svg>"])


def _told(plan: Plan, words: Words) -> Iterator[str]:
    for phase in plan.phases:
        yield words.say(
            "timeline_phase",
            label=words.label(f"phase:{phase.id}"),
            start=words.date(phase.from_),
            done=phase.done,
            missed=phase.missed,
            visits=phase.visits,
        )


def _phases(plan: Plan, words: Words, at: _At) -> Iterator[str]:
    for n, phase in enumerate(plan.phases):
        x, until = at(phase.from_), at(phase.until)
        colour = COLOURS[n % len(COLOURS)]
        size = f'width="{round(until - x, 1)}" height="{BAR}"'
        yield f'<rect x="{x}" y="{TOP}" {size} fill="{colour}"/>'
        # In two rows, because a phase can be too short for its date.
        yield _text(x, TOP + BAR + 26 + 20 * (n % 2), words.date(phase.from_), "start")


def _visit(visit: Visit, at: _At) -> Iterator[str]:
    """A mark for each visit that was: above the line where it was done, below where not."""
    x = at(visit.date)
    if visit.status == "done":
        yield f'<circle cx="{x}" cy="{TOP + BAR / 2}" r="3" fill="#fff"/>'
    if visit.status == "missed":
        yield f'<path d="M{x - 3} {TOP + BAR + 5}h6" stroke="{MISSED}" stroke-width="3"/>'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="12" font-family="sans-serif" fill="#1d2733" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _anchor(x: float) -> str:
    return "start" if x < WIDTH / 6 else "end" if x > WIDTH * 5 / 6 else "middle"
