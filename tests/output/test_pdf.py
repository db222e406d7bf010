"""A PDF: the same bytes everywhere, all that the page says, in order, and every sign shown."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from builders import shipped_pack
from pypdf import PdfReader

import kansrijk
from kansrijk.case.case import Case
from kansrijk.output import pdf as paper
from kansrijk.output.formats import MissingGlyphs
from kansrijk.output.her_page import APART, TOGETHER, her_page
from kansrijk.output.her_phrases import HER_PHRASES
from kansrijk.output.page import Item, Mark, Page, Section, page_of
from kansrijk.output.pdf import pdf
from kansrijk.output.phrases import PHRASES

ROOT = Path(__file__).parents[2]
HOOGEVEEN = shipped_pack("hoogeveen")
ON = date(2026, 11, 26)
CASE = ROOT / "examples" / "plan-dat-meebeweegt.yaml"
HER_LANGUAGES = ("nl", "en", "ar", "pl", "tr", "uk", "ti")
HOSTILE = (
    "<script>alert(1)</script>", "=cmd()", "{{ 7*7 }}", "{% raw %}", '#import "x"', "#panic()",
    "*bold* _it_ $x$ `c` @a <b> = h", "\\u{41} \\n", "a\\", "// not", "/* not */", "https://a.b",
    "- x", "+ x", "1. x", "~", "---", "'a' \"b\"", "]#[", "[)", "%PDF-1.7", "(a) Tj",
)  # fmt: skip


def outcome(path: Path = CASE) -> kansrijk.Assessment:
    return kansrijk.assess(HOOGEVEEN, kansrijk.read_case(path), on=ON, engines=["reference"])


def hers(lang: str) -> Page:
    return her_page(outcome().seen_by("mother"), lang)


def one(*items: Item, lang: str = "nl", title: str = "t", **more: Any) -> Page:
    return Page(lang, title, (), (Section("h", items),), **more)


def texts(page: Page) -> Iterator[str]:
    def listed(items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            yield item.text
            yield from listed(item.items)

    yield from (page.title, *page.notes)
    for section in page.sections:
        yield section.heading
        yield from listed(section.items)


def squeezed(text: str) -> str:
    return re.sub(rf"[\s{APART}{TOGETHER}]+", "", text)


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def said(made: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in read(made).pages))


def holds_in_order(page: Page, made: bytes) -> list[str]:
    """The texts of the page that do not stand in the PDF after those before them."""
    found, at, lacking = said(made), 0, []
    for text in map(squeezed, texts(page)):
        where = found.find(text, at)
        if where < 0:
            lacking.append(text)
        at = max(at, where)
    return lacking


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("[!e]*.yaml")), ids=lambda p: p.stem
)
def test_all_that_a_page_says_stands_in_its_pdf_in_order(path: Path) -> None:
    page = page_of(outcome(path), "nl", everything=True)
    assert holds_in_order(page, pdf(page)) == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_so_in_other_languages(lang: str) -> None:
    page = page_of(outcome(), lang)
    assert holds_in_order(page, pdf(page)) == []


@pytest.mark.parametrize("lang", HER_LANGUAGES)
def test_all_of_her_copy_stands_in_her_pdf(lang: str) -> None:
    page = hers(lang)
    made = pdf(page)
    assert [text for text in holds_in_order(page, made) if not in_parts(text)] == []
    found = said(made)
    assert [word for text in texts(page) for word in words(text) if word not in found] == []


def in_parts(text: str) -> bool:
    """Where a vowel mark or a sign of another font stands in a word from right to left."""
    return "\u0600" < max(text) < "\u0700" and any(
        not sign.isalnum() for sign in text if sign not in ".:،؟"
    )


def words(text: str) -> list[str]:
    """Words of letters alone: one with a vowel mark is drawn in parts, from its end."""
    return [word for word in re.split(r"[\s\d_.,:?()،؟×]+", text) if word.isalpha()]


def test_a_pdf_names_its_language_its_title_and_its_standard() -> None:
    made = pdf(hers("ar"))
    for part in (b"/Lang(ar)", b"/Marked true", b"/DisplayDocTitle true", b"<pdfuaid:part>1<"):
        assert part in made
    about = read(made).metadata
    assert about is not None
    assert about.title == "خطتي"
    # No day and no name of who made it: the same page gives the same bytes.
    assert (about.creation_date, about.author) == (None, None)


def test_the_coming_weeks_are_the_first_sheet() -> None:
    for lang in HER_LANGUAGES:
        page, made = hers(lang), read(pdf(hers(lang)))
        first = squeezed(made.pages[0].extract_text())
        assert HER_PHRASES["phone"][lang].strip(" :፦") in made.pages[0].extract_text()
        after = next(one.heading for one in page.sections if one.own_page)
        assert squeezed(after) not in first
        assert (made.pages[0].mediabox.width, made.pages[0].mediabox.height) == pytest.approx(
            (595.28, 841.89), abs=0.1
        )


def test_the_same_page_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); sys.path.insert(0, 'tests/output');"
        "from test_pdf import *; print(sha256(pdf(hers('ar'))).hexdigest())"
    )
    here = sha256(pdf(hers("ar"))).hexdigest()
    for zone, seed in (("Asia/Tokyo", "1"), ("America/Lima", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "HOME": "/"}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        assert done.stdout.decode().strip() == here
    assert sha256(pdf(hers("ar"))).hexdigest() == here


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_hostile_text_is_text(hostile: str, lang: str) -> None:
    marks: tuple[Mark, ...] = ("", "yes", "urgent", "listed", "words", "visit")
    items = tuple(Item(hostile, mark, (Item(hostile),)) for mark in marks)
    page = Page(lang, hostile, (hostile,), (Section(hostile, items),), hers=lang == "ar")
    made = pdf(page)
    if lang == "ar":
        # From right to left the parts of a word are drawn in another order, and brackets turned.
        opened = str.maketrans(")>]}", "(<[{")
        assert {*squeezed(hostile).translate(opened)} <= {*said(made).translate(opened)}
    else:
        assert said(made).count(squeezed(hostile)) >= 3 + 2 * len(marks)
    assert read(made).get_num_pages() == 1


def test_hostile_text_from_a_case_is_text() -> None:
    hostile = "{{ 7*7 }} #import =cmd() <script>"
    case = Case.model_validate({
        "case": "a<b>#x", "due_date": "2027-03-22", "facts": {"partner": "geen", "roken": "soms"},
        "observations": [{"date": "2026-11-01", "by": "casusbegeleider", "wishes": [hostile]}],
    })  # fmt: skip
    result = kansrijk.assess(HOOGEVEEN, case, on=ON, engines=["reference"])
    for page in (page_of(result, "nl"), her_page(result.seen_by("mother"), "nl")):
        assert squeezed(hostile) in said(pdf(page))


@pytest.mark.parametrize(
    "text", ["a\r\nb", "a\nb", "a\tb", "a\u202eb", "a\u2066b", "a\u200fb", "a\xadb"]
)
def test_signs_that_only_steer_leave_the_rest_as_it_is(text: str) -> None:
    assert re.search("a.?b|b.?a", said(pdf(one(Item(text)))))


@pytest.mark.parametrize("text", ["子", "😀", "\x07", "ᠠ", "\ue000", "a\x00b"])
def test_a_sign_that_no_font_has_is_seen_as_missing(text: str) -> None:
    with pytest.warns(MissingGlyphs):
        made = pdf(one(Item(text)))
    assert "\ufffd" in said(made)


def test_a_word_longer_than_a_line_stays_on_the_paper() -> None:
    word = "Donaudampfschiff" * 20
    made = read(pdf(one(Item(word, "yes", (Item(word),)))))
    assert said(pdf(one(Item(word)))).count(word) == 1
    for page in made.pages:
        right: list[float] = []
        page.extract_text(visitor_text=lambda t, cm, tm, f, s, to=right: to.append(cm[4] + tm[4]))
        assert max(right) < 595


def test_every_text_that_comes_along_can_be_shown() -> None:
    lacking = paper._lacking()
    ours = [
        text for phrase in (*PHRASES.values(), *HER_PHRASES.values()) for text in phrase.values()
    ]
    shipped = [path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.yaml")]
    assert len(shipped) > 10
    every = "".join((*ours, *shipped)).replace("\n", "")
    assert lacking.findall(every) == []


def test_the_fonts_have_every_sign_that_they_are_said_to_have() -> None:
    """Typst refuses a page of this standard with a sign that no font has."""
    spans = (paper.SHIPPED / "fonts" / "covered.txt").read_text("ascii").split()
    ends = [[int(end, 16) for end in span.split("-")] for span in spans]
    signs = [chr(n) for first, last in ends for n in range(first, last + 1) if chr(n) != "\ufffd"]
    assert {*"aéşłžЖїمቋ፧●○×–“ "} <= {*signs}
    pdf(one(Item(" ".join(signs)), Item(" ".join(signs), "urgent")))


def test_no_font_of_the_machine_is_used() -> None:
    assert set(paper.fonts().families()) == {*paper.LETTERS, *paper.SIGNS}


@pytest.mark.parametrize("name", sorted(HER_PHRASES))
def test_a_phrase_of_hers_is_in_every_language_with_the_same_blanks(name: str) -> None:
    assert tuple(HER_PHRASES[name]) == HER_LANGUAGES
    blanks = {
        lang: sorted(blank for _, blank, _, _ in Formatter().parse(text) if blank is not None)
        for lang, text in HER_PHRASES[name].items()
    }
    assert set(map(str, blanks.values())) == {str(blanks["nl"])}
