"""What a page of a programme is held against: read by a parser, and by the rules as written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree

from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.workbench.documents.evidence import evidence
from kansrijk.workbench.documents.page import html
from kansrijk.workbench.documents.parts import Document
from kansrijk.workbench.documents.programme import programme
from kansrijk.workbench.running import Ran

Data = dict[str, Any]
ON = date(2026, 3, 2)
VOID = ("meta", "link", "br", "img", "hr", "input")


def documents(pack: Pack, ran: Sequence[Ran] = (), on: date = ON) -> list[Document]:
    found = evidence(pack, on, ran)
    return [programme(Words(pack, lang, paper=True), found) for lang in pack.languages]


def page(pack: Pack, ran: Sequence[Ran] = (), on: date = ON) -> str:
    return html(documents(pack, ran, on), Words(pack, pack.languages[0], paper=True))


class Read(HTMLParser):
    """A page as its tags and text; raises where one is not closed, or another is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def ids(self) -> Counter[str]:
        return Counter(str(a["id"]) for _, a in self.tags if "id" in a)

    @property
    def links(self) -> set[str]:
        return {str(a["href"]) for tag, a in self.tags if tag == "a"}

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def keys_of(sections: Data) -> set[str]:
    """The key of all that must have a card, from the sections as written."""
    kinds = {
        "criterion": "criteria", "signal": "signals", "strength": "strengths", "phase": "phases",
        "action": "actions", "offer": "offers", "plausibility": "plausibility", "fact": "facts",
        "norm": "norms", "role": "roles", "source": "sources",
    }  # fmt: skip
    found = {f"{kind}:{id}" for kind, name in kinds.items() for id in sections.get(name, {})}
    found |= {f"class:{id}" for id in sections["classes"]["classes"]}
    found |= {f"intake:{one['id']}" for one in sections["classes"].get("intake", [])}
    with_readings = (
        ("norm", sections.get("norms", {})),
        ("criterion", sections["criteria"]),
        ("class", sections["classes"]["classes"]),
    )
    for kind, section in with_readings:
        found |= {f"assumption:{kind}:{id}" for id, one in section.items() if "alternatives" in one}
    return found


def looked_at(when: Any) -> Iterator[str]:
    """The keys of what a condition looks at, from the condition as written."""
    ((key, asked),) = when.items()
    listed = asked if isinstance(asked, list) else [asked]
    match key:
        case "all" | "any" | "first_known":
            for item in asked:
                yield from looked_at(item)
        case "not":
            yield from looked_at(asked)
        case "count":
            for item in asked["of"]:
                yield from looked_at(item)
        case "criterion" | "signal" | "phase" | "class":
            yield from (f"{key}:{id}" for id in listed)
        case "may_be":
            yield from (f"class:{id}" for id in listed)
        case "after":
            yield from (f"event:{name}" for name in listed)
        case "answered":
            yield f"fact:{asked}"
        case fact:
            yield f"fact:{fact}"
            for bound in asked.values() if isinstance(asked, dict) else ():
                if isinstance(bound, dict):
                    yield from (f"fact:{bound[word]}" for word in ("fact", "by") if word in bound)


def lines_of(sections: Data) -> set[tuple[str, str]]:
    """From what is looked at to the rule that looks at it, for all rules that the figure shows."""
    classes = sections["classes"]
    whens: list[tuple[str, Any]] = [
        *((f"criterion:{id}", one["when"]) for id, one in sections["criteria"].items()),
        *((f"signal:{id}", one["when"]) for id, one in sections.get("signals", {}).items()),
        *((f"class:{id}", one["when"]) for id, one in classes["classes"].items() if "when" in one),
        *((f"intake:{one['id']}", one["when"]) for one in classes.get("intake", [])),
        *((f"phase:{id}", one["when"]) for id, one in sections.get("phases", {}).items()),
    ]
    found = {(key, rule) for rule, when in whens for key in looked_at(when)}
    strengths = sections.get("strengths", {})
    found |= {(f"fact:{one['fact']}", f"strength:{id}") for id, one in strengths.items()}
    for id, action in sections.get("actions", {}).items():
        named = [action.get("for", [])] if isinstance(action.get("for"), str) else action.get("for")
        keys = [_finding(sections, name) for name in named or []]
        after = action.get("after", [])
        keys += [f"event:{name}" for name in ([after] if isinstance(after, str) else after)]
        keys += looked_at(action["when"]) if "when" in action else []
        found |= {(key, f"action:{id}") for key in keys}
    return found


def _finding(sections: Data, id: str) -> str:
    kinds = (("criterion", "criteria"), ("signal", "signals"), ("strength", "strengths"))
    return next(f"{kind}:{id}" for kind, name in kinds if id in sections.get(name, {}))


class Figure(NamedTuple):
    """The figure as a browser gets it: what each box stands for, where it is, and the lines."""

    boxes: dict[str, tuple[str, ...]]
    places: dict[str, tuple[float, float, float, float]]
    lines: list[tuple[str, str]]
    size: tuple[float, float]


def figure_of(document: Document) -> Figure:
    (section,) = [one for one in document.sections if one.id == "figure"]
    (svg,) = [one.svg for one in section.blocks if one.block == "drawing"]
    root = ElementTree.fromstring(svg)
    boxes, places, lines = {}, {}, []
    for one in root.iter():
        if "data-box" in one.attrib:
            boxes[one.attrib["data-box"]] = tuple(one.attrib["data-keys"].split())
            rect = one[0].attrib
            x, y, width, height = (float(rect[name]) for name in ("x", "y", "width", "height"))
            places[one.attrib["data-box"]] = (x, y, x + width, y + height)
        if "data-from" in one.attrib:
            lines.append((one.attrib["data-from"], one.attrib["data-to"]))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return Figure(boxes, places, lines, (width, height))


def wrong_in(figure: Figure, sections: Data) -> list[Any]:
    """What is not so of a figure by the rules as written."""
    edges, box_of = lines_of(sections), {}
    wrong: list[Any] = []
    for box, keys in figure.boxes.items():
        for key in keys:
            wrong += [("twice", key)] if key in box_of else []
            box_of[key] = box
    ends = {key for pair in edges for key in pair}
    ends |= {f"class:{id}" for id in sections["classes"]["classes"]}
    wrong += [("lacking", key) for key in ends - box_of.keys()]
    wrong += [("not a part", key) for key in box_of.keys() - ends]
    pairs = {(box_of.get(one), box_of.get(other)) for one, other in edges}
    expected = {(one, other) for one, other in pairs if one != other}
    wrong += [("line", pair) for pair in expected ^ set(figure.lines)]
    wrong += [("drawn twice", pair) for pair, n in Counter(figure.lines).items() if n > 1]
    width, height = figure.size
    placed = list(figure.places.items())
    for n, (box, (x1, y1, x2, y2)) in enumerate(placed):
        if not (0 <= x1 < x2 <= width and 0 <= y1 < y2 <= height):
            wrong.append(("outside", box))
        for other, (u1, v1, u2, v2) in placed[n + 1 :]:
            if x1 < u2 and u1 < x2 and y1 < v2 and v1 < y2:
                wrong.append(("over each other", box, other))
    return wrong


def wrong_on(text: str, pack: Pack) -> list[Any]:
    """What is not so of a page: a card that is lacking or twice, a link to nothing."""
    read = Read(text)
    sections = dict(pack.files.value)
    wrong: list[Any] = []
    for lang in pack.languages:
        for key in keys_of(sections):
            n = read.ids[f"{lang}-{key.replace(':', '-')}"]
            wrong += [(lang, key, n)] if n != 1 else []
    wrong += [("id twice", id) for id, n in read.ids.items() if n > 1]
    wrong += [("no place", link) for link in read.links if link[1:] not in read.ids]
    wrong += [("outside", link) for link in read.links if not link.startswith("#")]
    depth = 0
    for tag, _ in read.tags:
        if tag in ("h1", "h2", "h3", "h4"):
            wrong += [("heading", tag)] if int(tag[1]) > depth + 1 else []
            depth = int(tag[1])
    return wrong
