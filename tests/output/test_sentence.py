"""Different conditions never read the same: not in any language, whatever the labels are.

What is the same is worked out here on its own: conditions are the same once groups of one and
a double `not` are taken out.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from builders import ON, shipped_pack, small_pack

from kansrijk.case.norms import norms_on
from kansrijk.output import sentence
from kansrijk.output.sentence import Sentences, exactly, quoted
from kansrijk.output.words import Words
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.pack import Pack

LONG = os.environ.get("KANSRIJK_LONG") == "1"
DRAWN = 200_000 if LONG else 10_000
LANGUAGES = ("nl", "en", "fr")
BASED: Any = {"basis": "policy", "source": "law"}


FRENCH = (("; ", " ; "), ("“", "« "), ("”", " »"), (" is ", " : "), (" of ", " ou "),
          ("(norm ", "(norme "))  # fmt: skip
"""What looks like a part of a sentence in English, and what does in French."""


def same(text: str) -> dict[str, str]:
    french = text
    for part, other in FRENCH:
        french = french.replace(part, other)
    return {**dict.fromkeys(LANGUAGES, text), "fr": french}


def nasty() -> Pack:
    """A pack whose labels look like parts of a sentence."""
    return small_pack(
        pack={"languages": list(LANGUAGES)},
        facts={
            "poor": {"label": {"nl": "a", "en": "a", "fr": "a"}},
            "alone": {"label": {"nl": "b", "en": "b", "fr": "b"}},
            "hopeful": {"label": {"nl": "a is ja, of b", "en": "a is yes, or b",
                                  "fr": "a : oui, ou b"}},
            "violence": {"label": {"nl": "a” is ja, of “b", "en": "a” is yes, or “b",
                                   "fr": "a » : oui, ou « b"}},
            "smoking": {
                "label": same("a” is “x"),
                "values": {"never": same("x"), "stopped": same("y"), "daily": same("x” of “y")},
            },
            "friends": {"label": same("3"), "unit": "of 4"},
            "income": {"label": same("(1) a; (2) b"), "unit": "(norm “n”)"},
            "story": {"label": same("x” is “y")},
        },
        norms={
            "enough": {"label": same("n")},
            "line": {"label": same("n”) (norm “n"), "unit": "(norm “n”)"},
            "smokers": {"label": same("x” of “y")},
            "spread": {"label": same("m"), "unit": "of 4", "by": "smoking", **BASED,
                       "value": {"never": 3, "daily": 4}},
        },
        criteria={
            "poverty": {"label": same("a")},
            "solitude": {"label": {"nl": "a” speelt, en “b", "en": "b",
                                   "fr": "a » joue un rôle, et « b"}},
        },
        signals={"danger": {"label": same("a")}},
        strengths={"hope": {"label": same("a")}},
        phases={"early": {"label": same("a")}, "later": {"label": same("a” of “b")}},
    )  # fmt: skip


NASTY = nasty()
VALUES: tuple[Any, ...] = (("never",), ("stopped",), ("never", "stopped"), ("stopped", "never"),
                           ("daily",), NormRef("smokers"))  # fmt: skip
LEAVES: tuple[Condition, ...] = (
    *(OneOf(fact, (truth,)) for fact in ("poor", "alone", "hopeful", "violence")
      for truth in (True, False)),
    OneOf("poor", (True, False)),
    *(OneOf("smoking", values) for values in VALUES),
    *(Compare("friends", comparator, bound)  # type: ignore[arg-type]
      for comparator in ("at_least", "at_most", "above", "below")
      for bound in (3, 4, NormRef("enough"), NormRef("spread", "smoking"))),
    OneOf("friends", (3,)), OneOf("friends", (3, 4)),
    *(Compare("income", "at_least", bound)
      for bound in (3, Fraction(3001, 1000), Fraction(30011, 10000), NormRef("line"),
                    FactRef("income"))),
    Answered("poor"), Answered("story"), Answered("smoking"),
    *(Rule(key) for key in ("criterion:poverty", "criterion:solitude", "signal:danger",
                            "strength:hope")),
    *(make(ids) for make in (ClassIs, MayBe) for ids in (("high",), ("high", "middle"))),
    PhaseIs(("early",)), PhaseIs(("later",)), PhaseIs(("early", "later")),
    After(("loss",)), After(("stillbirth",)), After(("loss", "placement")),
)  # fmt: skip


def drawn(rng: random.Random, depth: int) -> Condition:
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(LEAVES)
    kind = rng.choice("aaoofcn")
    if kind == "n":
        return Not(drawn(rng, depth - 1))
    items = tuple(drawn(rng, depth - 1) for _ in range(rng.choice((1, 2, 2, 2, 3, 5))))
    if kind == "c":
        of_rules = all(isinstance(item, Rule) for item in items)
        domains = rng.choice((1, 2)) if of_rules and rng.random() < 0.7 else None
        return Count(rng.choice((1, 2, NormRef("enough"))), items, domains)
    return {"a": All, "o": AnyOf, "f": FirstKnown}[kind](items)


def normal(condition: Condition) -> Any:
    """The condition as nested tuples, without groups of one and without a double `not`."""
    match condition:
        case Not(Not(inner)):
            return normal(inner)
        case Not(inner):
            within = normal(inner)
            return within[1] if within[0] == "not" else ("not", within)
        case All(items) | AnyOf(items) | FirstKnown(items):
            if len(items) == 1:
                return normal(items[0])
            return (type(condition).__name__, *map(normal, items))
        case Count():
            numbers = (condition.at_least, condition.domains)
            return ("count", repr(numbers), *map(normal, condition.of))
    return ("leaf", repr(condition))


def reading(pack: Pack, lang: str, **values: Any) -> Sentences:
    return Sentences(Words(pack, lang), norms_on(pack, ON), values)


def read_alike(conditions: Iterator[Condition], sentences: Sentences) -> list[str]:
    """The sentences that stand for two conditions that differ."""
    meant: dict[str, Any] = {}
    return [
        said
        for condition in conditions
        if meant.setdefault(said := sentences.of(condition), normal(condition)) != normal(condition)
    ]


def many(seed: int, how_many: int) -> Iterator[Condition]:
    rng = random.Random(seed)
    return (drawn(rng, rng.choice((1, 2, 2, 3))) for _ in range(how_many))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_conditions_read_the_same(lang: str) -> None:
    # Each is held against all others: 50 million pairs in a language.
    assert read_alike(many(1, DRAWN), reading(NASTY, lang, smoking="never")) == []


def small_conditions() -> Iterator[Condition]:
    """Every condition of a few tests: groups of two, a `not` anywhere, groups within groups."""
    tests = (OneOf("poor", (True,)), OneOf("alone", (True,)))
    single = [*tests, *map(Not, tests)]
    groups: list[Condition] = [
        make(pair)
        for make in (All, AnyOf, FirstKnown, lambda items: Count(1, items))
        for pair in product(single, repeat=2)
    ]
    groups += [*map(Not, groups)]
    yield from (*single, *groups)
    for group, other in product(groups, single):
        for make in (All, AnyOf, FirstKnown):
            for pair in ((group, other), (other, group)):
                yield make(pair)
                yield Not(make(pair))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_small_conditions_read_the_same(lang: str) -> None:
    assert read_alike(small_conditions(), reading(NASTY, lang)) == []


def pairs() -> Iterator[Condition]:
    """Every test, and every two of them together."""
    yield from LEAVES
    for pair in product(LEAVES, repeat=2):
        yield All(pair)
        yield AnyOf(pair)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_pairs_of_tests_read_the_same(lang: str) -> None:
    assert read_alike(pairs(), reading(NASTY, lang, smoking="never")) == []


def changed(condition: Condition, rng: random.Random) -> Condition:
    """The condition with one thing else in it."""
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) if rng.random() < 0.8:
            at = rng.randrange(len(items))
            within = (*items[:at], changed(items[at], rng), *items[at + 1 :])
            return type(condition)(within)
        case Count(at_least, of, domains) if rng.random() < 0.8:
            at = rng.randrange(len(of))
            return Count(at_least, (*of[:at], changed(of[at], rng), *of[at + 1 :]), domains)
        case Not(item) if rng.random() < 0.8:
            return Not(changed(item, rng))
        case All(items) | AnyOf(items) | FirstKnown(items):
            return rng.choice((All, AnyOf, FirstKnown))(items[: rng.randint(1, len(items))])
        case Count():
            return replace(condition, at_least=rng.choice((1, 2, 3)))
    return rng.choice((Not(condition), All((condition,)), rng.choice(LEAVES)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_change_reads_otherwise_and_no_change_reads_the_same(lang: str) -> None:
    sentences, rng, alike = reading(NASTY, lang), random.Random(3), 0
    for condition in many(2, DRAWN // 4):
        other = changed(condition, rng)
        is_same = normal(condition) == normal(other)
        assert (sentences.of(condition) == sentences.of(other)) is is_same
        alike += is_same
    assert alike > 100


FAULTS: list[tuple[str, Any]] = [
    ("quoted", lambda label, words: label),
    ("quoted", lambda label, words: words.say("named", label=label)),
    ("exactly", lambda number, words: f"{float(number):.2f}"),
    ("_not", lambda negated: ""),
    ("_plain", lambda items: True),
]


@pytest.mark.parametrize("lang", ["nl", "fr"])
@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_the_test_sees_what_it_should(
    name: str, fault: Any, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentence, name, fault)
    sentences = reading(NASTY, lang, smoking="never")
    conditions = (*pairs(), *small_conditions(), *many(1, 500))
    assert read_alike(iter(conditions), sentences)


NUMBERS = [
    (3, "3", "3"),
    (-3, "-3", "-3"),
    (Fraction(51, 2), "25,5", "25.5"),
    (Fraction(-1, 8), "-0,125", "-0.125"),
    (Fraction(1, 10**12), "0,000000000001", "0.000000000001"),
    (Fraction(2401, 100), "24,01", "24.01"),
]


@pytest.mark.parametrize(("number", "nl", "en"), NUMBERS)
def test_numbers_are_exact(number: int | Fraction, nl: str, en: str) -> None:
    assert exactly(number, Words(NASTY, "nl")) == exactly(number, Words(NASTY, "fr")) == nl
    assert exactly(number, Words(NASTY, "en")) == en


def test_the_end_of_a_label_is_sure() -> None:
    assert quoted("a”  b\nc", Words(NASTY, "nl")) == "“a”” b c”"
    assert quoted("a »  b\n”", Words(NASTY, "fr")) == "« a »» b ” »"


READ: list[tuple[Condition, str]] = [
    (OneOf("poor", (True,)), "“poor” is yes"),
    (Not(OneOf("poor", (True,))), "“poor” is not yes"),
    (OneOf("poor", (False,)), "“poor” is no"),
    (Not(Not(OneOf("poor", (True,)))), "“poor” is yes"),
    (Compare("friends", "below", 3), "“friends” is fewer than 3 people"),
    (Compare("income", "below", 3), "“income” is less than 3 EUR"),
    (Compare("friends", "below", NormRef("enough")),
     "“friends” is fewer than 3 people (norm “enough friends”)"),
    (Compare("income", "at_most", FactRef("income")), "“income” is at most “income”"),
    (OneOf("smoking", NormRef("smokers")),
     "“smoking” is “stopped” or “every day” (norm “who smokes”)"),
    (Answered("story"), "“story” is filled in"),
    (Not(Rule("signal:danger")), "the signal “danger” is not at play"),
    (AnyOf((OneOf("poor", (True,)), Not(Rule("criterion:poverty")))),
     "“poor” is yes, or “poverty” is not at play"),
    (All((AnyOf((OneOf("poor", (True,)), OneOf("alone", (True,)))), Answered("story"))),
     "all of these 2: (1) “poor” is yes, or “alone” is yes; (2) “story” is filled in"),
    (Not(AnyOf((OneOf("poor", (True,)), OneOf("alone", (True,))))),
     "none of these 2: (1) “poor” is yes; (2) “alone” is yes"),
    (Count(NormRef("enough"), (Rule("criterion:poverty"), Rule("criterion:solitude")), 2),
     "at least 3 (norm “enough friends”), from at least 2 domains of life, of these 2: "
     "(1) “poverty” is at play; (2) “solitude” is at play"),
    (FirstKnown((All((ClassIs(("high",)), FirstKnown((MayBe(("low",)), PhaseIs(("early",)))))),
                 Answered("poor"))),
     "the first of these 2 that is known: (1) all of these 2: (1.1) the outcome is “high”; "
     "(1.2) the first of these 2 that is known: (1.2.1) the outcome may be “low”; "
     "(1.2.2) it is now “before the birth”; (2) “poor” is filled in"),
]  # fmt: skip


READ_IN_FRENCH: list[tuple[Condition, str]] = [
    (OneOf("poor", (True,)), "« poor » : oui"),
    (Not(OneOf("poor", (True,))), "« poor » : pas oui"),
    (Compare("friends", "below", NormRef("enough")),
     "« friends » : moins de 3 people (norme « enough friends »)"),
    (Not(Rule("signal:danger")), "le signal « danger » n'est pas présent"),
    (Not(AnyOf((OneOf("poor", (True,)), OneOf("alone", (True,))))),
     "aucune de ces 2 conditions : (1) « poor » : oui ; (2) « alone » : oui"),
    (Count(2, (Rule("criterion:poverty"), Rule("criterion:solitude"), Rule("strength:hope")), 2),
     "au moins 2, dans au moins 2 domaines de vie, de ces 3 conditions : (1) « poverty » joue un "
     "rôle ; (2) « solitude » joue un rôle ; (3) « hope » est là"),
    (FirstKnown((ClassIs(("high",)), Not(PhaseIs(("early",))))),
     "la première de ces 2 conditions qui est connue : (1) le résultat est « high » ; "
     "(2) la phase actuelle n'est pas « before the birth »"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "said"), READ_IN_FRENCH)
def test_how_a_condition_reads_in_french(condition: Condition, said: str) -> None:
    pack = small_pack(pack={"languages": ["fr"]})
    assert reading(pack, "fr").of(condition) == said


@pytest.mark.parametrize(("condition", "said"), READ)
def test_how_a_condition_reads(condition: Condition, said: str) -> None:
    assert reading(small_pack(), "en").of(condition) == said


def test_a_norm_without_a_value_on_the_day_says_so() -> None:
    pack, before = small_pack(), date(2024, 6, 1)
    sentences = Sentences(Words(pack, "en"), norms_on(pack, before), {})
    assert sentences.of(Compare("income", "below", NormRef("line"))) == (
        "“income” is less than a value that is not known on this day (norm “income line”)"
    )
    gap = replace_norm(sentences, "smokers")
    assert gap.of(OneOf("smoking", NormRef("smokers"))) == (
        "“smoking” is a value that is not known on this day (norm “who smokes”)"
    )


def replace_norm(sentences: Sentences, norm: str) -> Sentences:
    kept = {id: one for id, one in sentences.norms.items() if id != norm}
    return sentences._replace(norms=kept)


def test_a_column_is_hers() -> None:
    condition = Compare("friends", "at_least", NormRef("spread", "smoking"))
    hers = reading(NASTY, "en", smoking="never").of(condition)
    assert hers == "“3” is at least 3 of 4 (norm “m”, by her “a”” is “x”)"
    unknown = reading(NASTY, "en").of(condition)
    assert "at least a value that is not known for her (norm “m”" in unknown
    no_column = reading(NASTY, "en", smoking="stopped").of(condition)
    assert "at least a line that does not apply to her (norm “m”" in no_column


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_rules_of_hoogeveen_that_differ_read_otherwise(lang: str) -> None:
    pack = shipped_pack("hoogeveen")
    assert read_alike((rule.when for rule in pack.rules), reading(pack, lang)) == []


HOOGEVEEN = [
    ("criterion:klein_netwerk",
     "een of meer van deze 2: (1) “naar eigen gevoel te weinig mensen om zich heen” is ja; "
     "(2) de eerste van deze 2 die bekend is: (2.1) “mensen die haar steunen” is minder dan 3 "
     "(norm “aantal steunende mensen dat genoeg is”); (2.2) “score op de LSNS-6” is minder dan "
     "12 punten (norm “LSNS-6: score vanaf wanneer het netwerk groot genoeg is”)"),
    ("action:rookvrij_voor_de_zwangerschap", "“roken” is “soms” of “elke dag”"),
    ("action:gesprek_nu_niet_zwanger",
     "“wens om te praten over wel of niet zwanger worden” is ja, en “zwangerschapsduur” is niet "
     "ingevuld"),
    ("phase:fase_1",
     "de uitkomst is “zeer kwetsbare omstandigheden” of “kwetsbare omstandigheden”"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "said"), HOOGEVEEN)
def test_how_hoogeveen_reads(key: str, said: str) -> None:
    pack = shipped_pack("hoogeveen")
    when = next(rule.when for rule in pack.rules if rule.key == key)
    assert reading(pack, "nl").of(when) == said
