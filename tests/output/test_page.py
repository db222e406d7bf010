"""A page: what stands in the text stands there too, and no text of a case is anything but text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from builders import shipped_pack

import kansrijk
from kansrijk.case.case import Case
from kansrijk.output.formats import in_format
from kansrijk.output.html import html
from kansrijk.output.page import Item, Page, Section, page_of
from kansrijk.output.text import render

ROOT = Path(__file__).parents[2]
HOOGEVEEN = shipped_pack("hoogeveen")
ON = date(2026, 11, 26)
CASES = sorted((ROOT / "examples").glob("*.yaml"))
HOSTILE = (
    "<script>alert(1)</script>", "=cmd()", "{{ 7*7 }}", "#import \"x\"", "*bold* _it_ `c` [a](b)",
    "</style><b>", "& &lt; \"'", "- x", "# x", "😀",
)  # fmt: skip


class Reader(HTMLParser):
    """The tags, and the text outside `style`."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "use"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.inside:
            self.said.append(data)


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def outcome(path: Path) -> kansrijk.Assessment:
    return kansrijk.assess(HOOGEVEEN, kansrijk.read_case(path), on=ON, engines=["reference"])


def texts(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from texts(item.items)


PLACE = re.compile(r" {6}(zie|see) \S+:\d+:\d+$")
"""A page says what the text says, but for where in a file it stands."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize(
    "path", CASES, ids=[path.stem for path in CASES if path.stem != "expected"]
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_page_says_what_the_text_says(path: Path, lang: str) -> None:
    result = outcome(path)
    page = page_of(result, lang, everything=True)
    said = [page.title, *page.notes]
    for section in page.sections:
        said += [section.heading, *texts(section.items)]
    text = render(result, lang, everything=True).splitlines()
    listed = [line for line in text if not PLACE.match(line)]
    assert words(" ".join(said)) == words(" ".join(listed))


CASES.remove(ROOT / "examples" / "expected.yaml")


AWAY = """\
case: hv-0042
due_date: 2027-03-14
facts: {leeftijd: 22, partner: geen, problematische_schulden: true}
events:
  - {date: 2026-11-20, event: intake, by: casusbegeleider}
  - {date: 2026-11-20, event: agreement, by: casusbegeleider}
  - {date: 2026-11-20, event: plan_set, by: casusbegeleider}
  - {date: 2026-11-21, event: absence, by: student, from: 2027-06-01}
  - {date: 2026-11-21, event: absence, by: student, from: 2027-06-01, of: student}
"""


@pytest.mark.parametrize("lang", ["nl", "en", "fr"])
def test_a_page_names_no_command_no_option_and_no_place_in_a_file(
    tmp_path: Path, lang: str
) -> None:
    (tmp_path / "c.yaml").write_text(AWAY)
    result = outcome(tmp_path / "c.yaml")
    typed = re.compile(r"--\w|kansrijk \w|c\.yaml|[‹›]")
    text = " ".join(render(result, lang).split())
    # The text does, and of each.
    assert {found[0] for found in typed.finditer(text)} == {"--a", "kansrijk r", "--o", "c.yaml"}
    page = page_of(result, lang)
    for section in page.sections:
        for said in texts(section.items):
            assert not typed.search(said)
    assert len(result.plan.to_come(ON) if result.plan else ()) > 6


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_html_is_one_file_with_nothing_from_outside(path: Path) -> None:
    page = html(page_of(outcome(path), "nl"))
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    found = read(page)
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in found.tags}
    assert all(not name.startswith("on") for _, attributes in found.tags for name in attributes)
    levels = [tag for tag, _ in found.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}
    assert page == html(page_of(outcome(path), "nl"))


def test_html_has_its_language_its_direction_and_a_name_for_every_drawing() -> None:
    page = Page(
        "ar", "t", (), (Section("h", (Item("x", "yes"),), "<svg role='img' aria-label='d'/>"),)
    )
    tags = dict(read(html(page)).tags)
    assert tags["html"] == {"lang": "ar", "dir": "rtl"}
    for tag, attributes in read(html(page)).tags:
        if tag == "svg":
            assert attributes.get("aria-hidden") == "true" or attributes.get("aria-label")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_text_everywhere(hostile: str) -> None:
    data: dict[str, Any] = {
        "case": "a<b>&{{x}}#y", "due_date": "2027-03-22",
        "facts": {"partner": "geen", "roken": "soms", "zorg_van_professional": hostile},
        "observations": [{"date": "2026-11-01", "by": "casusbegeleider", "wishes": [hostile]}],
        "events": [{"date": "2026-11-02", "event": "override", "by": "casusbegeleider",
                    "of": "class", "set": "kwetsbaar", "reason": hostile}],
    }  # fmt: skip
    result = kansrijk.assess(HOOGEVEEN, Case.model_validate(data), on=ON, engines=["reference"])
    page = str(in_format(result, "html", "nl"))
    found = read(page)
    assert not {"script", "b"} & {tag for tag, _ in found.tags}
    said = "".join(found.said)
    assert "a<b>&{{x}}#y" in said
    assert hostile in said
    assert "49" not in said.replace("2049", "")
    hers = str(in_format(result.seen_by("mother"), "html", "nl"))
    assert not {"script", "b"} & {tag for tag, _ in read(hers).tags}
    assert hostile in "".join(read(hers).said)
    markdown = str(in_format(result, "markdown", "nl"))
    assert f"{hostile[0]}script" not in markdown.replace("\\<script", "")
    json.loads(str(in_format(result.seen_by("mother"), "json", "nl")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "\\- a"),
        ("# a", "\\# a"),
        ("1. a", "1\\. a"),
        ("*a*", "\\*a\\*"),
        ("<b>", "\\<b\\>"),
    ],
)
def test_no_sign_means_anything_to_markdown(text: str, expected: str) -> None:
    from kansrijk.output.markdown import markdown

    page = Page("nl", "t", (), (Section("h", (Item(text), Item(text, "", (Item(text),)))),))
    assert f"- {expected}\n" in markdown(page)
    assert f"  - {expected}\n" in markdown(page)
