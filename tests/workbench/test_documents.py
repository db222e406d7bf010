"""The page of a programme: what it says of all that stands in a pack; and text stays text."""

from __future__ import annotations

import copy
import html as escaping
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import SCHEDULE, shipped_pack, small_pack
from promises.strategies import load
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.exploring.decisive import decisive
from kansrijk.output.html import template_text
from kansrijk.output.phrases import PHRASES
from kansrijk.output.sentence import Clause
from kansrijk.output.words import Words
from kansrijk.workbench.documents.data import data
from kansrijk.workbench.documents.evidence import evidence
from kansrijk.workbench.documents.governance import ASKED
from kansrijk.workbench.documents.markdown import markdown
from kansrijk.workbench.documents.page import html
from kansrijk.workbench.documents.parts import (
    Answer,
    Card,
    Document,
    Listing,
    Table,
    Text,
    text_of,
)
from kansrijk.workbench.documents.programme import programme
from kansrijk.workbench.running import Ran, run

from .documents import Read, documents, figure_of, page, wrong_in, wrong_on
from .packs import POOR, folder, pack_with, small_with
from .test_coverage_page import luminance

DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def ran() -> tuple[Ran, ...]:
    return run(
        shipped_pack("hoogeveen"),
        [
            "netwerk_rond_de_grenzen",
            "niets_bekend",
            "geen_enkel_criterium",
            "een_criterium",
            "twee_criteria",
        ],
    )


@pytest.fixture(scope="module")
def dutch(ran: tuple[Ran, ...]) -> Document:
    return documents(shipped_pack("hoogeveen"), ran, DAY)[0]


def card(of: Document, key: str) -> Card:
    (found,) = [one for one in of.cards if one.key == key]
    return found


def entry(of: Card, term: str) -> list[str]:
    return [text_of(line) for one in of.entries if one.term == term for line in one.lines]


def table(of: Document, caption: str) -> Table:
    (found,) = [
        block
        for one in of.sections
        for block in one.blocks
        if isinstance(block, Table) and block.caption.startswith(caption)
    ]
    return found


def rows(of: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in row] for row in of.rows]


# What a card says.


def test_the_card_of_a_criterion(dutch: Document) -> None:
    found = card(dutch, "criterion:klein_netwerk")
    assert (found.kind, found.title) == (
        "Criterium: mensen om haar heen",
        "weinig mensen om op terug te vallen",
    )
    assert (found.basis, found.said) == ("assumption", "aanname")
    assert found.reads is not None
    assert found.reads.text == "een of meer van deze 2"
    assert found.reads.items[1].items[0].text == "“mensen die haar steunen” is minder dan 3"
    assert entry(found, "Normen") == [
        "aantal steunende mensen dat genoeg is: 3",
        "LSNS-6: score vanaf wanneer het netwerk groot genoeg is: 12 punten",
    ]
    assert entry(found, "Telt mee voor")[0] == "zeer kwetsbare omstandigheden"
    assert entry(found, "Andere lezingen") == ["1 andere lezing is te verdedigen"]
    assert entry(found, "Geldt") == ["vanaf 1 januari 2018 (versie 1.0.0)"]
    assert re.fullmatch(r"hoogeveen/criteria\.yaml:\d+", found.place)


def test_how_often_tests_give_a_rule_each_truth(dutch: Document, ran: tuple[Ran, ...]) -> None:
    key = "criterion:klein_netwerk"
    truths = Counter(one.result.screening.truths[key] for one in ran)
    counted, named = entry(card(dutch, key), "Tests")
    n = [truths[truth] for truth in (True, False, None)]
    assert counted == f"{n[0]} keer ja, {n[1]} keer nee, {n[2]} keer nog niet bekend"
    first = next(one.test.title for one in ran if one.result.screening.truths[key])
    assert first in named


def test_a_norm_with_dates_has_a_row_for_each_and_for_the_gap(dutch: Document) -> None:
    (found,) = card(dutch, "norm:bijstandsnorm").tables
    listed = rows(found)
    starts = [row[0] for row in listed]
    assert starts[3:6] == ["1 juli 2019", "1 januari 2020", "1 juli 2020"]
    assert listed[4] == ["1 januari 2020", *["geen"] * 7, "ontbreekt"]
    assert listed[7][2] == "1541,00"
    assert listed[-1][1] == "1401,50"
    assert "de bedragen vanaf 2026-07-01 zijn nog niet gevonden" in listed[-1][-1]
    assert "opnieuw bekijken vóór 1 juli 2026" in listed[-1][-1]
    assert "980" not in listed[2][5] and listed[2][5].endswith("*")


def test_what_a_norm_is_on_the_day(dutch: Document) -> None:
    found = card(dutch, "phase:fase_4")
    assert entry(found, "Normen") == [
        "dagen tussen twee bezoeken in fase 4: verschilt per groep, zie de tabel"
    ]
    assert entry(found, "Bezoeken") == ["verschilt per uitkomst, zie de tabel"]
    (small,) = documents(small_pack(), on=date(2024, 6, 1))
    (gap,) = card(small, "norm:line").tables
    assert [row[:2] for row in rows(gap)] == [
        ["1 January 2020", "1000 EUR"],
        ["1 January 2024", "none"],
        ["1 January 2025", "1100.50 EUR"],
    ]


def test_a_phase_says_how_long_who_comes_and_for_what(dutch: Document) -> None:
    found = card(dutch, "phase:fase_1")
    assert entry(found, "Loopt") == ["van 7 maanden vóór de geboorte tot de geboorte"]
    assert entry(found, "Bezoeken") == ["2 keer per week"]
    assert "zij en haar kind zijn veilig (bij onveiligheid thuis)" in entry(found, "Doelen")


def test_a_fact_says_who_asks_and_who_may_see_it(dutch: Document) -> None:
    found = card(dutch, "fact:gesprek_kinderwens")
    assert entry(found, "Gevoeligheid") == ["bijzonder gevoelig"]
    assert "GGD (Nu Niet Zwanger)" in entry(found, "Wie mag het zien")[0]
    assert entry(found, "Thuis") == ["komt nooit op iets dat bij haar thuis terecht kan komen"]
    assert "lengte" in entry(card(dutch, "fact:bmi"), "Uitgerekend uit")


# The tables by which is decided.


def test_how_many_give_which_class(dutch: Document) -> None:
    assert rows(table(dutch, "Hoeveel er spelen")) == [
        ["0 of 1", "gewone zorg"],
        ["2", "kwetsbare omstandigheden"],
        ["3 of meer", "zeer kwetsbare omstandigheden"],
    ]


def test_the_income_line_by_hand(dutch: Document) -> None:
    """1401.50 x 1.045 = 1464.5675; shared with one (0.40 + 2 x 0.30) / 2 x 2002.13 x 1.045."""
    found = {row[0]: row[1:] for row in rows(table(dutch, "inkomensgrens"))}
    assert next(iter(found.values()))[:2] == ["1464,56", "1046,11"]
    assert list(found.values())[-1] == ["geen"] * 4


def test_how_often_there_is_a_visit(dutch: Document) -> None:
    assert rows(table(dutch, "Hoe vaak"))[3] == [
        "fase 4: het derde jaar",
        "1 keer per 3 weken",
        "1 keer per 4 weken",
        "geen",
    ]


def test_classes_that_count_otherwise_have_no_table_of_counts() -> None:
    (found,) = documents(small_pack())
    captions = [b.caption for one in found.sections for b in one.blocks if isinstance(b, Table)]
    assert "How many are met, and what that gives" not in captions
    assert rows(table(found, "What counts"))[0] == ["poverty", "counts", "counts"]


# Assumptions.


def test_how_much_hangs_on_an_assumption(ran: tuple[Ran, ...]) -> None:
    pack = shipped_pack("hoogeveen")
    outcomes = [(one.result.classification.level, one.result.hangs_on) for one in ran]
    counted = {one.id: one.cases for one in decisive(pack, outcomes)}
    found = evidence(pack, DAY, ran)
    english = programme(Words(pack, "en"), found)
    section = next(one for one in english.sections if one.id == "assumptions")
    cards = [block for block in section.blocks if isinstance(block, Card)]
    shown = []
    for one in cards:
        hangs = entry(one, "How much hangs on it")
        cases = counted.get(one.key.removeprefix("assumption:"))
        if cases is None:
            assert hangs == ["the outcome never hangs on it"]
        else:
            assert hangs[0].startswith(f"in {cases} of {len(ran)} cases")
            assert len(hangs) > 1 or cases == 0
        shown.append(cases or 0)
    assert shown == sorted(shown, reverse=True) and shown[0] > 0
    assert all(one.sign for one in cards)
    none = card(documents(pack)[1], "assumption:norm:drempel_kwetsbaar")
    assert entry(none, "How much hangs on it") == ["not counted: there are no cases"]


def test_every_assumption_stands_once_among_them(dutch: Document) -> None:
    section = next(one for one in dutch.sections if one.id == "assumptions")
    by_card = [b.key.removeprefix("assumption:") for b in section.blocks if isinstance(b, Card)]
    (rest,) = [block for block in section.blocks if isinstance(block, Table)]
    listed = Counter([*by_card, *(row[0][0].to for row in rest.rows)])
    pack = shipped_pack("hoogeveen").sections
    kinds: dict[str, Any] = {
        "criterion": pack.criteria, "signal": pack.signals, "strength": pack.strengths,
        "class": pack.classes.classes, "phase": pack.phases, "action": pack.actions,
        "offer": pack.offers, "plausibility": pack.plausibility, "norm": pack.norms,
        "intake": {one.id: one for one in pack.classes.intake},
    }  # fmt: skip
    assumed = {
        f"{kind}:{id}"
        for kind, section in kinds.items()
        for id, one in section.items()
        if "assumption" in [one.basis, *(row.basis for row in getattr(one, "values", None) or ())]
    }
    assert assumed <= listed.keys() and max(listed.values()) == 1
    assert {"schedule", "section:roles"} <= listed.keys()


# What a register and the law ask.

FIELDS = [
    "name",
    "description_short",
    "organization",
    "category",
    "status",
    "begin_date",
    "end_date",
    "contact_email",
    "website",
    "publication_category",
    "url",
    "goal",
    "proportionality",
    "human_intervention",
    "risks",
    "lawful_basis",
    "lawful_basis_grouping",
    "process_index_url",
    "impacttoetsen",
    "impacttoetsen_grouping",
    "source_data",
    "source_data_grouping",
    "methods_and_models",
    "provider",
    "publiccode",
    "lang",
    "standard_version",
    "source_id",
    "tags",
]
"""Those of publicatiestandaard 1.0, by the names of its schema."""
LONGEST = {"name": 100, "description_short": 350, "organization": 100, "goal": 2500,
           "human_intervention": 2500, "risks": 2500, "source_data": 2500,
           "methods_and_models": 5000}  # fmt: skip
FOR_THE_OWNER = {
    "register_lawful_basis", "register_publication_category", "register_proportionality",
    "register_contact_email", "register_status", "dpia_lawful_basis", "dpia_risks",
    "dpia_retention", "dpia_officer", "ai_11_declaration", "ai_11_risk_system",
}  # fmt: skip
"""What no pack can know."""


def test_the_fields_of_the_register_and_how_long_they_may_be(dutch: Document) -> None:
    of_register = {one.field: one for one in dutch.answers if one.field}
    assert sorted(of_register) == sorted(FIELDS)
    for field, longest in LONGEST.items():
        said = "\n".join(text_of(line) for line in of_register[field].lines)
        assert 0 < len(said) <= longest, field


@pytest.mark.parametrize("lang", ["nl", "en", "fr"])
def test_each_gap_is_said_and_counted(lang: str, ran: tuple[Ran, ...]) -> None:
    pack = shipped_pack("hoogeveen")
    words = Words(pack, lang)
    found = programme(words, evidence(pack, DAY, ran))
    gaps = {one.id for one in found.answers if one.gap}
    assert gaps >= FOR_THE_OWNER
    for of, ids in ASKED.items():
        section = next(one for one in found.sections if one.id == of)
        lacking = [f"{of}_{id}" for id in ids if f"{of}_{id}" in gaps]
        counted = PHRASES["docs_gaps_said"][lang].format(gaps=len(lacking), n=len(ids))
        said = [text_of(one.line) for one in section.blocks if isinstance(one, Text)]
        assert counted in said, of
    assert sorted(data([found], words, evidence(pack, DAY, ran))["documents"][0]["gaps"]) == sorted(
        gaps
    )


def test_a_pack_in_which_nobody_decides_and_without_tests_has_more_gaps() -> None:
    (found,) = documents(small_pack())
    gaps = {one.id for one in found.answers if one.gap}
    assert gaps >= {"ai_14_override", "ai_11_testing", "register_human_intervention"}
    assert "register_lang" in gaps
    assert entry(card(found, "criterion:poverty"), "Tests") == ["there are no tests yet"]


@pytest.mark.parametrize(
    ("schedule", "used", "together"),
    [
        ({}, ["the days of visits"], True),
        ({"language": None}, [], True),
        ({"together": None}, ["the days of visits"], False),
    ],
)
def test_what_the_planning_of_visits_looks_at_is_used(
    schedule: dict[str, Any], used: list[str], together: bool
) -> None:
    """A language to match is asked for the visits alone; while a signal is open two come along."""
    rules = {key: value for key, value in {**SCHEDULE, **schedule}.items() if value is not None}
    (found,) = documents(small_pack(schedule=rules))
    assert entry(card(found, "fact:story"), "Used by") == used
    leads_to = entry(card(found, "signal:danger"), "Leads to")
    assert ("the days of visits" in leads_to) is together
    (necessity,) = (one for one in found.answers if one.id == "dpia_necessity")
    assert any("story" in text_of(line) for line in necessity.lines) is not bool(used)


def test_nothing_claims_that_the_law_is_met() -> None:
    for name, texts in PHRASES.items():
        if name.startswith("docs_"):
            for text in texts.values():
                assert not re.search(r"voldoet|complies|compliant|conforme aux?\b", text), name


# Text stays text, and the same in every form.

HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=y>', "{{ 7*7 }}", "&lt;b&gt; ]]>"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_a_pack_stays_text(hostile: str) -> None:
    written = json.dumps(hostile)
    changes = {
        "label: poverty,": f"label: {written},",
        "title: The law": f"title: {written}",
        "label: poor,": f"label: {written},",
        "\n      label: high\n": f"\n      label: {written}\n",
        "label: hope,": f"label: {written},",
    }
    pack = small_with(changes, f"one: {POOR % 'criteria: {poverty: true}'}")
    made = page(pack, run(pack))
    read = Read(made)
    assert wrong_on(made, pack) == []
    assert {"script", "img"}.isdisjoint(tag for tag, _ in read.tags)
    assert all(not name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert read.words.count(" ".join(hostile.split())) > 5
    assert "http" not in made.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")


def texts(of: Document) -> Iterator[str]:
    """All that the page says in words, in its order, but for the drawings."""
    for section in of.sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case Card():
                    yield from _of_card(block)
                case Table():
                    yield from _of_table(block)
                case Text():
                    yield text_of(block.line)
                case Listing() | Answer():
                    yield from map(text_of, block.lines)


def _of_card(one: Card) -> Iterator[str]:
    yield from (one.title, *map(text_of, one.texts))
    if one.reads is not None:
        yield from _of_clause(one.reads)
    for inner in one.tables:
        yield from _of_table(inner)
    for entry in one.entries:
        yield from (entry.term, *map(text_of, entry.lines))
    yield one.place


def _of_clause(clause: Clause) -> Iterator[str]:
    yield clause.text
    for item in clause.items:
        yield from _of_clause(item)


def _of_table(one: Table) -> Iterator[str]:
    yield from (one.caption, *one.heads, *(text_of(cell) for row in one.rows for cell in row))


def flat(text: str) -> str:
    return " ".join(text.split())


def lacking(said: Iterator[str], form: str) -> list[str]:
    """Which of these texts a form of the page does not say, each after the one before it."""
    wrong, at = [], 0
    for text in map(flat, said):
        found = form.find(text, at)
        wrong += [text] if found < 0 else []
        at = max(at, found)
    return wrong


def test_html_markdown_and_json_say_the_same_in_the_same_order(ran: tuple[Ran, ...]) -> None:
    pack = shipped_pack("hoogeveen")
    every, words = documents(pack, ran, DAY), Words(pack, "nl", paper=True)
    read = Read(html(every, words)).words
    as_json = set(map(flat, _strings(data(every, words, evidence(pack, DAY, ran)))))
    at = 0
    for document in every:
        marked = flat(escaping.unescape(re.sub(r"\\(.)", r"\1", markdown([document], words))))
        assert len(list(texts(document))) > 3000
        assert lacking(texts(document), marked) == []
        at = read.index(document.subtitle, at)
        assert lacking(texts(document), read[at:]) == []
        assert {flat(text) for one in document.cards for text in _of_card(one)} - {""} <= as_json
        # A figure that is another in one of them is seen.
        assert lacking(texts(document), marked.replace("1401", "1402"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _strings(one)


def test_both_languages_are_in_one_file_and_each_is_said_to_be_so(ran: tuple[Ran, ...]) -> None:
    made = page(shipped_pack("hoogeveen"), ran, DAY)
    read = Read(made)
    assert dict(read.tags)["html"] == {"lang": "nl"}
    marked = [a["lang"] for tag, a in read.tags if tag == "div" and "lang" in a]
    assert marked == ["nl", "en"]
    switch = [(a["href"], a["hreflang"]) for tag, a in read.tags if "hreflang" in a]
    assert switch == [("#nl", "nl"), ("#en", "en")]
    assert "<script" not in made and "default-src" in made
    assert [tag for tag, _ in read.tags].count("main") == 1


def test_one_language_needs_no_switch() -> None:
    read = Read(page(small_pack()))
    assert not [a for _, a in read.tags if "hreflang" in a]


BASED = {"basis": "policy", "source": "law"}
BARE: dict[str, Any] = {
    "pack": {
        "id": "bare", "version": "1.0.0", "title": "Bare", "owner": "nobody", "languages": ["en"],
        "in_force": {"from": "2020-01-01"}, "review": "2030-01-01", "domains": {"d": "d"},
    },
    "sources": {"law": {"title": "The law", "publisher": "State", "year": 2020}},
    "facts": {"poor": {"type": "boolean", "label": "poor", "question": "?", "asked_by": "nurse"}},
    "criteria": {},
    "classes": {"classes": {"high": {"label": "high", "when": {"poor": True}, **BASED},
                            "low": {"label": "low"}}},
    "roles": {"nurse": {"label": "nurse", "domain": "medical", "does": "Nursing."}},
}  # fmt: skip


def test_a_pack_with_hardly_anything_in_it() -> None:
    pack = load(copy.deepcopy(BARE))
    made = page(pack)
    assert wrong_on(made, pack) == []
    (found,) = documents(pack)
    assert wrong_in(figure_of(found), BARE) == []
    assert {"criteria", "signals", "phases", "norms", "offers"}.isdisjoint(
        one.id for one in found.sections
    )


ODD = {
    "norms:\n": """norms:
  soon: {label: soon, unit: dagen, basis: policy, source: law, values: [
    {from: 2020-01-01, until: 2021-01-01, value: 1}]}
  full: {label: full, unit: woorden, basis: assumption, source: law, value: true,
    alternatives: [{value: false}]}
  each: {label: each, unit: EUR, basis: policy, source: law, by: smoking, values: [
    {from: 2020-01-01, value: {never: 1}},
    {from: 2021-01-01, until: 2026-01-01, value: {never: 1, daily: 2.5}}]}
""",
    "when: {violence: true},": "when: {income: {below: {norm: each, by: smoking}}},",
    "within_days: 1\n": "within_days: {norm: soon}\n",
    "actions:\n": """actions:
  early: {label: Early., when: {phase: early}, domain: social, role: nurse, basis: policy,
    source: law}
""",
}


def test_norms_that_are_no_number_or_not_there() -> None:
    pack = small_with(ODD, f"one: {POOR % 'class: null'}")
    (found,) = documents(pack)
    assert wrong_on(page(pack), pack) == []
    (before,) = documents(pack, on=date(2022, 1, 1))
    assert entry(card(before, "signal:danger"), "Norms") == [
        "each: differs by group, see the table (since 1 January 2021)"
    ]
    assert entry(card(found, "signal:danger"), "Norms") == ["each: not known on this day"]
    assert entry(card(found, "intake:unsafe"), "Within") == ["not known on this day"]
    (each,) = card(found, "norm:each").tables
    assert [row[:3] for row in rows(each)] == [
        ["1 January 2020", "1", "none"],
        ["1 January 2021", "1.00", "2.50"],
        ["1 January 2026", "none", "none"],
    ]
    of_full = card(found, "assumption:norm:full")
    assert entry(of_full, "Other readings") == ["no"]
    assert "phase:early" in {key for box in figure_of(found).boxes.values() for key in box}


def test_what_the_page_says_of_its_tests() -> None:
    good = pack_with(f"one: {POOR % 'criteria: {poverty: true}'}")
    bad = pack_with(f"one: {POOR % 'criteria: {poverty: false}'}")
    none = small_pack()
    said = [
        next(text_of(e.lines[0]) for e in documents(p, run(p))[0].front if e.term == "Tests")
        for p in (good, bad, none)
    ]
    assert said == ["the one test holds", "1 of 1 do not hold", "there are no tests yet"]


def test_a_pack_that_ends_says_until_when() -> None:
    pack = small_with(
        {"in_force: {from: 2020-01-01}": "in_force: {from: 2020-01-01, until: 2028-01-01}"},
        f"one: {POOR % 'class: null'}",
    )
    (found,) = documents(pack)
    assert entry(card(found, "criterion:poverty"), "In force") == [
        "from 1 January 2020 until 1 January 2028 (version 1.0.0)"
    ]
    assert [text_of(one.lines[0]) for one in found.answers if one.field == "end_date"] == [
        "2028-01"
    ]


def test_text_stands_out_on_white_and_on_its_grounds() -> None:
    css = template_text("programme.css")
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", css))
    grounds = (1.0, luminance(colours["wash"]), luminance("#fff7ea"))
    for name in ("ink", "quiet", "accent", "source", "policy", "assumption", "gap"):
        dark = luminance(colours[name])
        assert min((light + 0.05) / (dark + 0.05) for light in grounds) > 4.5, name


# On the command line.


def kansrijk(*arguments: str) -> Result:
    return CliRunner().invoke(application("docs"), ["docs", *arguments])


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(tmp_path / "small", a_yaml=f"one: {POOR % 'criteria: {poverty: true}'}\n")


@pytest.mark.parametrize(
    ("format", "starts"), [("html", "<!doctype"), ("markdown", "# A"), ("json", "{")]
)
def test_on_the_command_line(here: Path, tmp_path: Path, format: str, starts: str) -> None:
    out = tmp_path / "page"
    done = kansrijk(str(here), "--on", "2026-03-02", "--format", format, "-o", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    text = out.read_text()
    assert text.startswith(starts)
    assert kansrijk(str(here), "--on", "2026-03-02", "--format", format).stdout == text


def test_counted_over_cases(here: Path, tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "one.yaml").write_text("case: one\nfacts: {poor: true}\n")
    told = kansrijk(str(here), "--cases", str(cases), "--on", "2026-03-02", "--format", "markdown")
    assert "counted over one given case" in told.stdout
    assert kansrijk(str(here), "--cases", str(tmp_path / "none")).exception is not None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--lang", "fr"], "--lang: "),
        (["--format", "pdf"], "--format: "),
        (["--on", "today"], "--on: "),
    ],
)
def test_what_cannot_be_used_is_refused(here: Path, arguments: list[str], message: str) -> None:
    assert str(kansrijk(str(here), *arguments).exception).startswith(message)


def test_a_file_of_the_pack_is_never_written_over(here: Path) -> None:
    file = here / "criteria.yaml"
    before = file.read_text()
    assert "this is a file of the pack itself" in str(
        kansrijk(str(here), "-o", str(file)).exception
    )
    assert file.read_text() == before


def test_without_the_package_it_says_what_to_install(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kansrijk.output import html

    html._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = kansrijk(str(here), "-o", str(tmp_path / "page.html"))
    html._template.cache_clear()
    assert "jinja2" in str(done.exception) and "kansrijk[paper]" in str(done.exception)
    assert not (tmp_path / "page.html").exists()
    assert kansrijk(str(here), "--format", "markdown").exit_code == 0
