"""The figure and the time line as SVG: opaque boxes over lines, with a title and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kansrijk.workbench.documents.care_cards import borders, ends, month
from kansrijk.workbench.documents.figure import (
    BETWEEN,
    LINE,
    PAD,
    WIDTHS,
    Graph,
    Placed,
)
from kansrijk.workbench.documents.making import Making

WIDTH = sum(WIDTHS) + BETWEEN * (len(WIDTHS) - 1) + 2
INK, QUIET, EDGE, TIP = "#1d2733", "#4a5563", "#9db3ba", "#5d7c86"
FILL = {
    "fact": ("#ffffff", "#aebac6"),
    "event": ("#ffffff", "#aebac6"),
    "criterion": ("#e6f1f3", "#0b5c6b"),
    "signal": ("#fbe9e7", "#9b1c1c"),
    "strength": ("#e9f3e6", "#3c6e2f"),
    "class": ("#0b5c6b", "#0b5c6b"),
    "intake": ("#f3eefa", "#5b3f8c"),
    "phase": ("#fdf4dd", "#8a6100"),
    "action": ("#fdf4dd", "#8a6100"),
}


def figure_svg(make: Making, found: Graph) -> str:
    """Its lines go from the right of a box to the left of another; a table tells the same."""
    lang = make.words.lang
    heads = (make.say(f"column_{n}") for n in range(len(WIDTHS)))
    marker = (
        f'<marker id="{lang}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="{TIP}"/></marker>'
    )
    parts = [
        _open(f"{lang}-figure", WIDTH, found.height, make.say("figure"), make.say("figure_told")),
        f"<defs>{marker}</defs>",
        *_heads(heads),
        *(_edge(found, one, other, lang) for one, other in found.lines),
        *(line for one in found.boxes for line in _box(one)),
        "</svg>",
    ]
    return "".join(parts)


def _open(id: str, width: float, height: float, title: str, told: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" '
        f'role="img" aria-labelledby="{id}-title {id}-told" font-family="inherit">'
        f'<title id="{id}-title">{escape(title)}</title><desc id="{id}-told">{escape(told)}</desc>'
    )


def _heads(heads: Iterator[str]) -> Iterator[str]:
    x = 1.0
    for text, width in zip(heads, WIDTHS, strict=True):
        yield _text(x, 15, text, QUIET, bold=True)
        yield f'<path d="M{_n(x)} 23H{_n(x + width)}" stroke="{EDGE}"/>'
        x += width + BETWEEN


def _edge(found: Graph, one: str, other: str, lang: str) -> str:
    start, end = found.by_id[one], found.by_id[other]
    return (
        f'<path d="{_path(start, end)}" fill="none" stroke="{EDGE}" stroke-width="1.4" '
        f'marker-end="url(#{lang}-tip)" data-from="{escape(one)}" data-to="{escape(other)}"/>'
    )


def _path(start: Placed, end: Placed) -> str:
    half, x, y = BETWEEN / 2, start.right, start.middle
    if start.box.column >= end.box.column:
        # Around the right of both, as from a class to the intake below it.
        out = max(x, end.right) + half
        return f"M{_n(x)} {_n(y)}{_bend(out, y, out, end.middle, end.right + 1, end.middle)}"
    to = (end.x - half, end.middle, end.x - 1, end.middle)
    if end.box.column == start.box.column + 1:
        return f"M{_n(x)} {_n(y)}{_bend(x + half, y, *to)}"
    last = f"H{_n(end.x - BETWEEN)}"
    if start.box.column > 0 or start.lane is None:
        # Straight first, so that it does not look as if it went to what it passes.
        return f"M{_n(x)} {_n(y)}{last}{_bend(end.x - half, y, *to)}"
    lane, past = start.lane, x + BETWEEN + WIDTHS[1]
    down = _bend(x + half, y, x + half, lane, x + BETWEEN, lane)
    if start.back and end.box.column > 2:
        up = _bend(past + half, lane, past + half, y, past + BETWEEN, y)
        return f"M{_n(x)} {_n(y)}{down}H{_n(past)}{up}{last}{_bend(end.x - half, y, *to)}"
    return f"M{_n(x)} {_n(y)}{down}{last}{_bend(end.x - half, lane, *to)}"


def _bend(*points: float) -> str:
    return f"C{' '.join(map(_n, points))}"


def _box(one: Placed) -> Iterator[str]:
    box, x, y = one.box, one.x, one.y
    fill, stroke = FILL[box.kind]
    ink = "#ffffff" if box.kind == "class" else INK
    size = f'width="{WIDTHS[box.column]}" height="{box.height}"'
    yield f'<g data-box="{escape(box.id)}" data-keys="{escape(" ".join(box.keys))}">'
    yield f'<rect x="{_n(x)}" y="{_n(y)}" {size} rx="6" fill="{fill}" stroke="{stroke}"/>'
    at = y + PAD + LINE - 4
    for n, line in enumerate(box.lines):
        bold = box.kind == "class" or (n == 0 and box.kind in LISTED)
        yield _text(x + PAD, at, line, ink, bold=bold)
        at += LINE
    for line in box.small:
        yield _text(x + PAD, at, line, QUIET, size=12)
        at += LINE
    yield "</g>"


LISTED = ("signal", "strength", "intake", "phase", "event")
"""Kinds of box that begin with a name for all that stands in it."""


def _text(x: float, y: float, text: str, ink: str, *, bold: bool = False, size: int = 13) -> str:
    weight = ' font-weight="600"' if bold else ""
    # A line that goes on stands under the text of the one before it.
    indent = 8 if text.startswith("  ") else 0
    return (
        f'<text x="{_n(x + indent)}" y="{_n(y)}" font-size="{size}" fill="{ink}"{weight}>'
        f"{escape(text.strip())}</text>"
    )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


TIME_WIDTH, BAR = 720, 54
SHADES = ("#0b5c6b", "#26707e", "#3f7f8c", "#54808a")


def timeline_svg(make: Making) -> str:
    """The phases on a line from the first to the last, with their numbers and borders."""
    known = [(id, *ends(make, model)) for id, model in make.parts.phases.items()]
    first, last = min(start for _, start, _ in known), max(end for _, _, end in known)
    scale = (TIME_WIDTH - 2) / max(1, last - first)
    told = make.words.apart(_told(make))
    parts = [_open(f"{make.words.lang}-time", TIME_WIDTH, BAR + 62, make.say("timeline"), told)]
    for n, (_, start, end) in enumerate(known):
        x, width = 1 + (start - first) * scale, (end - start) * scale
        shade = SHADES[n % len(SHADES)]
        size = f'width="{_n(width - 2)}" height="{BAR}"'
        parts.append(f'<rect x="{_n(x)}" y="4" {size} rx="4" fill="{shade}"/>')
        parts.append(_text(x + 10, 4 + BAR / 2 + 6, str(n + 1), "#ffffff", bold=True, size=18))
    texts = list[str]()
    for n, edge in enumerate(sorted({edge for _, *edges in known for edge in edges})):
        x = 1 + (edge - first) * scale
        anchor = "start" if edge == first else "end" if edge == last else "middle"
        y = BAR + 22 + 20 * (n % 2)
        parts.append(f'<path d="M{_n(x)} {BAR + 4}V{y - 12}" stroke="{TIP}"/>')
        # On a rim of white, so that no line runs through a label.
        rim = f'text-anchor="{anchor}" paint-order="stroke" stroke="#fff" stroke-width="5"'
        texts.append(_text(x, y, month(make, edge), INK).replace("<text", f"<text {rim}"))
    return "".join([*parts, *texts, "</svg>"])


def _told(make: Making) -> Iterator[str]:
    for id, model in make.parts.phases.items():
        said = make.say("from_until", **borders(make, model))
        yield make.words.pair(make.words.label(f"phase:{id}"), said)
