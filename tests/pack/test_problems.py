"""The exact words and place of every problem of packs, cases and arguments.

Each row breaks one thing in the small pack or case. `‸` in the new text marks the place that a
message must point at; the messages stand beside it in the order of those marks.
"""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import ON, SMALL, STEPS, case_of, pack_of, small_pack
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kansrijk.case.case import HIDDEN, parse_case
from kansrijk.case.facts import facts_on
from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack
from kansrijk.reading import PROBLEM_TEXTS, InputError, parse_yaml, problem_texts
from kansrijk.reading.inserting import added
from kansrijk.reading.limits import MAX_PROBLEMS

MARK = "‸"
Edit = tuple[str, str]
Row = tuple[str, list[Edit], list[str]]


def asked(condition: str) -> list[Edit]:
    """The condition of the signal, which may look at facts, criteria and signals."""
    return [("when: {violence: true}", f"when: {condition}")]


def asked_late(condition: str) -> list[Edit]:
    """The condition of an intake reason, which may look at the class and the phase as well."""
    return [("when: {may_be: [high, middle]}", f"when: {condition}")]


def fact(text: str) -> list[Edit]:
    """One more fact, at the end of the vocabulary."""
    return [("norms:\n  enough", f"  {text}\nnorms:\n  enough")]


def norm(text: str) -> list[Edit]:
    """One more norm, before all others."""
    return [("norms:\n  enough", f"norms:\n  {text}\n  enough")]


def plausible(condition: str, source: str = "source: law", kind: str = "unlikely") -> list[Edit]:
    """A rule on what is plausible, before the roles."""
    rule = f"kind: {kind}, message: odd, when: {condition}, basis: policy, {source}"
    return [("\nroles:\n", f"\nplausibility:\n  odd: {{{rule}}}\nroles:\n")]


def offer(rest: str) -> list[Edit]:
    """An offer, before all other sections."""
    rule = f"label: x, provider: y, meanwhile: z, confirmed: 2026-01-01, {BASED}, {rest}"
    return [("sources:\n", f"offers:\n  one: {{{rule}}}\nsources:\n")]


HASH = f"sha256:{'0' * 64}"


def entries(*versions: str) -> list[str]:
    return [f'"{one}": {{date: 2026-01-01, what: x, meaning: "{HASH}"}}' for one in versions]


def changelog(*lines: str) -> list[Edit]:
    """A changelog of these lines, before all other sections."""
    text = "".join(f"  {line}\n" for line in lines)
    return [("sources:\n", f"changelog:\n{text}sources:\n")]


HERS = """\
hers:
  confirmed: [en]
  phases: {early: {en: Until the birth}, later: {en: After the birth}}
  roles: {nurse: {en: a nurse}}
  goals: {calm: {en: There is more calm.}, money: {en: There is money left.}}
  actions: {help: {en: We help you.}, protect: {en: You are safe.}}
  strengths: {hope: {en: You have hope.}}
"""


TOGETHER = (
    "schedule: {holidays: NL, hours: 2, reach_days: 4, least_days: 2, greatest: 2, notice_days: 28, "
    "first_visit_days: 3, handover_clear_days: 7, together: {signals: danger, role: chief}, "
    "basis: policy, source: law}\n"
)


TEAM = (
    "  chief: {label: chief, domain: social, does: x}\n"
    "  aide: {label: aide, domain: social, does: x, team: true}\n"
)


def after(rest: str, role: str = "aide", at: str = "") -> list[Edit]:
    """One more action with more roles, one of them in the team."""
    action = f"{{label: Rest., domain: social, role: {role}, {BASED}, {rest}}}"
    return [
        ("\nroles:\n", f"\nroles:\n{TEAM}"),
        ("  protect:\n", f"  {at}rest: {action}\n  protect:\n"),
    ]


def hers(*edits: Edit) -> list[Edit]:
    """Her own copy with edits, before all other sections."""
    text, marks = HERS, 0
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text, marks = text.replace(old, new), marks + new.count(MARK)
    assert marks
    return [("sources:\n", f"{text}sources:\n")]


ASKED = 'question: "?", asked_by: nurse'
BASED = "basis: policy, source: law"
FACTS_OF_SMALL = (
    "one of: poor, alone, violence, hopeful, smoking, friends, income, story, all, any, not, "
    "first_known and 7 more"
)
PATTERN_HELP = (
    "ids have lower-case letters, digits and underscores and start with a letter; "
    "a version is three numbers with dots"
)
LABEL_HELP = "  help: give each a label of its own, so that nobody reads one for the other"
CIRCLE_HELP = "let one of them ask the facts itself"
HOUSEHOLD = (
    "{age: friends, partner: smoking, together: daily, partner_age: friends, children: friends, "
    "young: {norm: enough}, full: {norm: enough}, pension: {norm: enough}, values: {single: a, "
    "couple: b, young_single: c, young_couple: d, young_couple_child: e, mixed_couple: f, "
    "mixed_couple_child: g, none: h}}"
)

KINDS = (
    "household: smoking, sharers: friends, fixed: {norm: enough}, each: {norm: enough}, factors: []"
)
FIGURES_HELP = "the values with other dates and the `alternatives` count as well"


def reading(when: str) -> str:
    """Another reading of a rule."""
    return f"{{id: other, label: other, when: {when}}}"


def derived(function: str, type: str = "number") -> list[Edit]:
    """One more fact, derived by this function."""
    return fact(
        f"more: {{type: {type}, unit: x, range: [0, 9], label: more, derive: {{{function}}}}}"
    )


def line(table: str, more: str) -> list[Edit]:
    """A derived line, of a table by smoking."""
    return [
        *derived(f"norm_line: {{{KINDS}, {more}}}"),
        *norm(f"amounts: {{label: amounts, unit: EUR, by: smoking, {BASED}, value: {table}}}"),
    ]


def days(value: str, more: str = "") -> list[Edit]:
    """A norm for the days between two visits."""
    return norm(f"often: {{label: often, unit: dagen, {more}{BASED}, value: {value}}}")


def visits(days: str) -> Edit:
    return ("visits: {number: 2, days: 7}", f"visits: {{number: 2, days: {days}}}")


def household(old: str, new: str) -> list[Edit]:
    """A derived kind of household with one thing else."""
    kinds = "a: a, b: b, c: c, d: d, e: e, f: f, g: g, h: h"
    rule = HOUSEHOLD.replace(old, new)
    assert rule != HOUSEHOLD
    return fact(
        f"home: {{type: choice, values: {{{kinds}}}, label: home, derive: {{household: {rule}}}}}"
    )


def trajectory(states: str, *steps: str) -> list[Edit]:
    """With states, all but the ends in a step, and steps between them."""
    lines = "".join(f"    - {{{step}, {BASED}}}\n" for step in steps)
    return [("\nroles:\n", f"\ntrajectory:\n  states: {{{states}}}\n  steps:\n{lines}\nroles:\n")]


def schedule(**changes: str) -> list[Edit]:
    """With a schedule, of which some keys are otherwise."""
    keys = {
        "holidays": "NL", "hours": "2", "reach_days": "4", "least_days": "2", "greatest": "2",
        "first_visit_days": "7", "notice_days": "28", "handover_clear_days": "7", **changes,
    }  # fmt: skip
    lines = "".join(f"  {key}: {value}\n" for key, value in keys.items())
    return [("\nroles:\n", f"\nschedule:\n{lines}  basis: policy\n  source: law\n\nroles:\n")]


ENDS_HELP = (
    "  help: an end has `end: true`, and its event is one of: "
    "completed, refusal, move, transfer, loss"
)
AT, OUT = "a: {label: a, step: 1}", "out: {label: out, end: true}"
LEAVE = "from: a, event: completed, to: out"

PACK_ROWS: list[Row] = [
    # shape
    ("missing_key", [("criteria:\n  poverty: {label: poverty, ", f"criteria:\n  poverty: {MARK}{{")],
     ["`label` is missing here\n  help: add `label: ...`"]),
    ("missing_key", [("      label: high\n      when: {count", f"      {MARK}label: high\n      when: {{count"),
      ("criterion: solitude}]}}\n      basis: policy\n      source: law\n    middle:",
         "criterion: solitude}]}}\n      source: law\n    middle:")],
     ["`basis` is missing here\n  help: add `basis: ...`"]),
    ("unknown_key", [("{label: poverty, domain", f"{{{MARK}lable: x, label: poverty, domain")],
     ["`lable` is not a word that goes here\n  help: did you mean `label`?"]),
    ("unknown_key", [("signals:\n", f"{MARK}signal: 1\nsignals:\n")],
     ["`signal` is not a word that goes here\n  help: did you mean `signals`?"]),
    ("unknown_key", [("in_force: {from: 2020-01-01}", f"in_force: {{from: 2020-01-01, {MARK}untl: 2021-01-01}}")],
     ["`untl` is not a word that goes here\n  help: did you mean `until`?"]),
    ("unknown_key", asked(f"{{income: {{{MARK}at_leest: 3}}}}"),
     ["`at_leest` is not a word that goes here\n  help: did you mean `at_least`?"]),
    ("unknown_key", asked(f"{{count: {{at_least: 1, of: [{{alone: true}}], {MARK}from: 2}}}}"),
     ["`from` is not a word that goes here\n  help: one of: at_least, of, domains"]),
    ("wrong_type", [("owner: nobody", f"owner: {MARK}[a]")],
     ["`owner` must be text, or one text for each language"]),
    ("wrong_type", [("owner: nobody", f"owner: {MARK}{{en: 3}}")],
     ["`owner` must be text, or one text for each language"]),
    ("wrong_type", [("year: 2020", f"year: {MARK}2020.5")], ["`year` must be a whole number"]),
    ("wrong_type", [("year: 2020", f"year: {MARK}twenty")], ["`year` must be a whole number"]),
    ("wrong_type", [("title: The law", f"title: {MARK}3")], ["`title` must be text"]),
    ("wrong_type", [("review: 2030-01-01", f"review: {MARK}2030-02-30")],
     ["`review` must be a date such as 2026-11-21"]),
    ("wrong_type", [("review: 2030-01-01", f"review: {MARK}20300101")],
     ["`review` must be a date such as 2026-11-21"]),
    ("wrong_type", [("review: 2030-01-01", f"review: {MARK}1030-01-01")],
     ["`review` must be a date from 1900 to 2199"]),
    ("wrong_type", [("value: {high: 7, middle: 14}", f"value: {MARK}{{high: 7, middle: two}}")],
     ["`value` must be a number, a word, a list of words or a table"]),
    ("wrong_type", [("range: [0, 9]", f"range: [0, {MARK}nine]")], ["`range[1]` must be a number"]),
    ("wrong_type", [("range: [0, 9]", f"range: {MARK}[0, 9, 10]")],
     ["`range` must be at most 2 of them"]),
    ("wrong_type", [("range: [0, 9]", f"range: {MARK}[0]")],
     ["`range` must be at least 2 of them"]),
    ("wrong_type", [("type: integer, unit: people", f"type: {MARK}int, unit: people")],
     ["`type` must be one of: `boolean`, `integer`, `number`, `choice` or `text`"]),
    ("wrong_type", [("urgency: now", f"urgency: {MARK}soon")],
     ["`urgency` must be one of: `now`, `today` or `days`"]),
    ("wrong_type", [("visits: {number: 2, days: 7}", f"visits: {{number: {MARK}0, days: 7}}")],
     ["`number` must be 1 or more"]),
    ("wrong_type", [("visits: {number: 2, days: 7}", f"visits: {{number: {MARK}8, days: 7}}")],
     ["`number` must be 7 or less"]),
    ("wrong_type", [("languages: [en]", f"languages: {MARK}[]")],
     ["`languages` must be at least 1 of them"]),
    ("wrong_type", [("languages: [en]", f"languages: {MARK}en")], ["`languages` must be a list"]),
    ("wrong_type", [("criteria:\n  poverty: {label", f"criteria:\n  sadness: {MARK}3\n  poverty: {{label")],
     ["`sadness` must be a mapping"]),
    ("wrong_type", [("strengths:\n  hope: {label: hope, fact: hopeful, basis: policy, source: law}\n", f"strengths: {MARK}3\n")],
     ["`strengths` must be a mapping"]),
    ("wrong_type", [("{label: danger, when", f"{{home: {MARK}maybe, label: danger, when")],
     ["`home` must be true or false"]),
    ("wrong_type", [("unit: people, basis: policy, source: law, value: 3", f"unit: people, basis: policy, source: law, value: {MARK}[3, 4]")],
     ["`value` must be a number, a word, a list of words or a table"]),
    ("wrong_type", [("  poor: {type", f"  {MARK}{'p' * 61}: {{type: boolean, label: x, {ASKED}}}\n  poor: {{type")],
     [f"`{'p' * 37}...` must be at most 60 characters"]),
    ("bad_pattern", [("id: small", f"id: {MARK}Small")],
     [f"`id` is not written as it must be\n  help: {PATTERN_HELP}"]),
    ("wrong_type", changelog(f'"1.0.0": {{date: 2026-01-01, what: x, meaning: {MARK}abc}}'),
     ["`meaning` must be what `kansrijk release` writes there"]),
    ("bad_pattern", changelog(f'{MARK}"1.0": {{date: 2026-01-01, what: x, meaning: "{HASH}"}}'),
     [f"`1.0` is not written as it must be\n  help: {PATTERN_HELP}"]),
    ("version_order", changelog(*entries("1.9.0", "1.10.0"), f'{MARK}{entries("1.2.0")[0]}'),
     ["version 1.2.0 stands below 1.10.0, and is not higher\n  help: the oldest version comes first"]),
    ("date_order", changelog(*entries("1.0.0"), entries("1.1.0")[0].replace("2026", f"{MARK}2025")),
     ["version 1.1.0 is of an earlier day than 1.0.0\n  help: write the day on which it was made"]),
    ("bad_pattern", [('version: "1.0.0"', f'version: {MARK}"1.0"')],
     [f"`version` is not written as it must be\n  help: {PATTERN_HELP}"]),
    ("bad_pattern", [("  poor: {type", f"  {MARK}Rich: {{type: boolean, label: x, {ASKED}}}\n  poor: {{type")],
     [f"`Rich` is not written as it must be\n  help: {PATTERN_HELP}"]),
    # conditions
    ("condition_shape", asked(f"{MARK}true"),
     ["a condition is one key with what is asked of it\n"
      "  help: put several conditions in a list under `all:` or `any:`"]),
    ("condition_shape", asked(f"{MARK}{{poor: true, alone: true}}"),
     ["a condition is one key with what is asked of it\n"
      "  help: put several conditions in a list under `all:` or `any:`"]),
    ("condition_list", asked(f"{{any: {MARK}[]}}"),
     ["`any` needs a list with at least one item\n  help: start each item with `- `"]),
    ("condition_list", asked(f"{{first_known: {MARK}{{poor: true}}}}"),
     ["`first_known` needs a list with at least one item\n  help: start each item with `- `"]),
    ("condition_list", asked(f"{{poor: {MARK}[]}}"),
     ["`poor` needs a list with at least one item\n  help: start each item with `- `"]),
    ("condition_list", asked(f"{{count: {{at_least: 1, of: {MARK}3}}}}"),
     ["`of` needs a list with at least one item\n  help: start each item with `- `"]),
    ("count_shape", asked(f"{{count: {MARK}{{of: [{{poor: true}}]}}}}"),
     ["a count needs `at_least` and `of`\n  help: write `count: {at_least: 2, of: [...]}`"]),
    ("count_shape", asked(f"{{count: {MARK}2}}"),
     ["a count needs `at_least` and `of`\n  help: write `count: {at_least: 2, of: [...]}`"]),
    ("count_too_many", asked(f"{{count: {{at_least: {MARK}3, of: [{{poor: true}}, {{alone: true}}]}}}}"),
     ["only 2 conditions are counted, so this is never reached\n  help: write 2 or less"]),
    ("count_domains", asked(f"{{count: {{at_least: 1, of: [{{criterion: poverty}}, {{alone: true}}], {MARK}domains: 1}}}}"),
     ["`domains` can only be asked of criteria, and not every item here is one\n"
      "  help: leave out `domains`, or count `criterion: id` alone"]),
    ("threshold", asked(f"{{count: {{at_least: {MARK}0, of: [{{poor: true}}]}}}}"),
     ["`at_least` must be a whole number from 1, or a norm\n  help: write `at_least: {norm: id}`"]),
    ("threshold", asked(f"{{count: {{at_least: 1, of: [{{criterion: poverty}}], domains: {MARK}true}}}}"),
     ["`domains` must be a whole number from 1, or a norm\n  help: write `domains: {norm: id}`"]),
    ("facts_only", plausible(f"{{{MARK}criterion: poverty}}"),
     ["`criterion` cannot be asked here: this is a matter of facts alone\n  help: ask the facts themselves"]),
    ("facts_only", plausible(f"{{any: [{{poor: true}}, {{not: {{{MARK}class: high}}}}, {{{MARK}signal: danger}}]}}"),
     [f"`{name}` cannot be asked here: this is a matter of facts alone\n  help: ask the facts themselves" for name in ("class", "signal")]),
    ("facts_only", fact(f"t: {{type: boolean, label: t, {ASKED}, ask_if: {{{MARK}criterion: poverty}}}}"),
     ["`criterion` cannot be asked here: this is a matter of facts alone\n  help: ask the facts themselves"]),
    ("unknown_fact", plausible(f"{{{MARK}pour: true}}"),
     ["`pour` is not a fact of this pack\n  help: did you mean `poor`?"]),
    ("impossible_value", plausible(f"{{poor: {MARK}maybe}}"),
     ["this is not a value that `poor` can have\n  help: write true or false"]),
    ("unknown_source", plausible("{poor: true}", f"source: {MARK}lwa"),
     ["`lwa` is not in the sources\n  help: did you mean `law`?"]),
    ("wrong_type", plausible("{poor: true}", kind=f"{MARK}odd"),
     ["`kind` must be one of: `contradiction` or `unlikely`"]),
    ("later_stratum", asked(f"{{{MARK}class: high}}"),
     ["`class` cannot be asked here: it is only known after the criteria, signals and classes\n"
      "  help: ask it in `intake`, in a phase or in an action"]),
    ("later_stratum", asked(f"{{not: {{any: [{{{MARK}phase: early}}, {{{MARK}may_be: high}}]}}}}"),
     ["`phase` cannot be asked here: it is only known after the criteria, signals and classes\n"
      "  help: ask it in `intake`, in a phase or in an action",
      "`may_be` cannot be asked here: it is only known after the criteria, signals and classes\n"
      "  help: ask it in `intake`, in a phase or in an action"]),
    ("id_expected", asked(f"{{criterion: {MARK}3}}"), ["`criterion` needs an id or a list of ids"]),
    ("id_expected", asked(f"{{signal: {MARK}[]}}"), ["`signal` needs an id or a list of ids"]),
    ("id_expected", asked(f"{{income: {{at_least: {{norm: {MARK}3}}}}}}"),
     ["`norm` needs an id or a list of ids"]),
    ("one_id", asked(f"{{income: {{at_least: {{norm: {MARK}[line, 3]}}}}}}"),
     ["`norm` takes one id, not a list\n  help: write several conditions under `any:`"]),
    ("unknown_fact", asked(f"{{{MARK}smokng: daily}}"),
     ["`smokng` is not a fact of this pack\n  help: did you mean `smoking`?"]),
    ("unknown_fact", asked(f"{{{MARK}zzz: true}}"),
     [f"`zzz` is not a fact of this pack\n  help: {FACTS_OF_SMALL}"]),
    ("unknown_fact", [("fact: hopeful,", f"fact: {MARK}hopful,")],
     ["`hopful` is not a fact of this pack\n  help: did you mean `hopeful`?"]),
    ("unknown_fact", fact(f"total: {{type: integer, unit: x, range: [0, 9], label: total, derive: {{sum: {{of: [friends, {MARK}frends]}}}}}}"),
     ["`frends` is not a fact of this pack\n  help: did you mean `friends`?"]),
    ("unknown_id", asked(f"{{criterion: {MARK}povrty}}"),
     ["`povrty` does not exist in this pack\n  help: did you mean `poverty`?"]),
    ("unknown_id", asked_late(f"{{class: [high, {MARK}midle]}}"),
     ["`midle` does not exist in this pack\n  help: did you mean `middle`?"]),
    ("unknown_id", asked(f"{{answered: {MARK}stori}}"),
     ["`stori` does not exist in this pack\n  help: did you mean `story`?"]),
    ("unknown_id", asked(f"{{income: {{at_most: {{norm: {MARK}lin}}}}}}"),
     ["`lin` does not exist in this pack\n  help: did you mean `line`?"]),
    ("unknown_id", asked(f"{{smoking: {{norm: {MARK}smoker}}}}"),
     ["`smoker` does not exist in this pack\n  help: did you mean `smokers`?"]),
    ("unknown_id", asked(f"{{income: {{at_most: {{fact: {MARK}incom}}}}}}"),
     ["`incom` does not exist in this pack\n  help: did you mean `income`?"]),
    ("unknown_id", [("label: poverty, domain: money", f"label: poverty, domain: {MARK}mony")],
     ["`mony` does not exist in this pack\n  help: did you mean `money`?"]),
    ("unknown_id", [("label: Help.\n", f"label: Help.\n    phases: [before, {MARK}erly]\n")],
     ["`erly` does not exist in this pack\n  help: did you mean `early`?"]),
    ("unknown_id", [("months: -2", f"months: {{norm: {MARK}start}}")],
     ["`start` does not exist in this pack\n  help: one of: enough, smokers, line, rhythm"]),
    ("text_compared", asked(f"{{story: {MARK}sad}}"),
     ["the words of `story` cannot be compared\n"
      "  help: ask whether it is answered: `answered: story`"]),
    ("impossible_value", asked(f"{{poor: {MARK}yes}}"),
     ["this is not a value that `poor` can have\n  help: write true or false"]),
    ("impossible_value", asked(f"{{smoking: [daily, {MARK}often]}}"),
     ["this is not a value that `smoking` can have\n  help: one of: never, stopped, daily"]),
    ("impossible_value", asked(f"{{friends: [{MARK}2.5, {MARK}10]}}"),
     ["this is not a value that `friends` can have\n  help: a whole number from 0 to 9 (people)"] * 2),
    ("impossible_value", asked(f"{{income: {MARK}much}}"),
     ["this is not a value that `income` can have\n  help: a number from 0 to 5000 (EUR)"]),
    ("not_a_number", asked(f"{{smoking: {MARK}{{at_least: 3}}}}"),
     ["`smoking` has no number to compare\n  help: give a value, a list of values or `{norm: id}`"]),
    ("not_a_number", asked(f"{{income: {MARK}{{}}}}"),
     ["`income` has no number to compare\n  help: give a value, a list of values or `{norm: id}`"]),
    ("out_of_range", asked(f"{{income: {{at_least: {MARK}5001}}}}"),
     ["`income` runs from 0 to 5000; this figure is outside that"]),
    ("out_of_range", asked(f"{{friends: {{above: 1, below: {MARK}-1}}}}"),
     ["`friends` runs from 0 to 9; this figure is outside that"]),
    ("bound_shape", asked(f"{{income: {{above: {MARK}much}}}}"),
     ["`income` is compared with a number, `{norm: id}` or `{fact: id}`"]),
    ("norm_words", asked(f"{{friends: {MARK}{{norm: smokers}}}}"),
     ["the norm `smokers` does not list values of `friends`"]),
    ("norm_words", asked(f"{{smoking: {MARK}{{norm: enough}}}}"),
     ["the norm `enough` does not list values of `smoking`"]),
    ("norm_not_number", asked(f"{{friends: {{at_least: {MARK}{{norm: smokers}}}}}}"),
     ["the norm `smokers` is not a number"]),
    ("norm_not_number", [("months: -2", f"months: {MARK}{{norm: smokers}}")],
     ["the norm `smokers` is not a number"]),
    ("norm_by", asked(f"{{friends: {{at_least: {MARK}{{norm: enough, by: smoking}}}}}}"),
     ["the norm `enough` must be used with exactly the `by` it has itself\n  help: leave out `by`; this norm is not a table"]),
    ("norm_by", asked(f"{{friends: {{at_least: {MARK}{{norm: rhythm}}}}}}"),
     ["the norm `rhythm` must be used with exactly the `by` it has itself\n"
      "  help: write `by: class`"]),
    ("norm_by", [visits(f"{MARK}{{norm: rhythm}}")],
     ["the norm `rhythm` must be used with exactly the `by` it has itself\n"
      "  help: write `by: class`"]),
    ("norm_by", [*derived(f"norm_line: {{{KINDS.replace('{norm: enough}', f'{MARK}{{norm: enough, by: smoking}}', 1)}, table: {{norm: amounts}}, of: daily, shared: {{}}}}"),
                 *norm(f"amounts: {{label: amounts, unit: EUR, by: smoking, {BASED}, value: {{daily: 1}}}}")],
     ["the norm `enough` must be used with exactly the `by` it has itself\n"
      "  help: leave out `by`; this norm is not a table"]),
    ("norm_shape", [("within_days: 1\n", f"within_days: {MARK}{{norm: rhythm, by: class}}\n")],
     ["the norm `rhythm` must be one number here\n  help: name another norm"]),
    ("norm_shape", [*days("{daily: 7}", "by: smoking, "), visits(f"{MARK}{{norm: often, by: smoking}}")],
     ["the norm `often` must be one number or a table by `class` here\n  help: name another norm"]),
    ("norm_shape", derived(f"gestational_age: {{term: {MARK}{{norm: rhythm}}}}"),
     ["the norm `rhythm` must be one number here\n  help: name another norm"]),
    ("norm_shape", household("young: {norm: enough}", f"young: {MARK}{{norm: rhythm}}"),
     ["the norm `rhythm` must be one number here\n  help: name another norm"]),
    ("norm_shape", line("{daily: 1}", f"table: {MARK}{{norm: enough}}, of: daily, shared: {{}}"),
     ["the norm `enough` must be a table by `smoking` here\n  help: name another norm"]),
    ("norm_shape", derived(f"norm_line: {{{KINDS.replace('[]', f'[{{norm: enough}}, {MARK}{{norm: rhythm}}]')}, table: {{norm: often}}, of: daily, shared: {{}}}}") + days("{daily: 7}", "by: smoking, "),
     ["the norm `rhythm` must be one number here\n  help: name another norm"]),
    ("norm_figures", [*days("0"), visits(f"{MARK}{{norm: often}}")],
     [f"every value of the norm `often` must be a whole number from 1 to 366 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*days("7, alternatives: [{value: 367}]"), visits(f"{MARK}{{norm: often}}")],
     [f"every value of the norm `often` must be a whole number from 1 to 366 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*days("{high: 7, middle: 3.5}", "by: class, "), visits(f"{MARK}{{norm: often, by: class}}")],
     [f"every value of the norm `often` must be a whole number from 1 to 366 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*days("-1"), ("within_days: 1\n", f"within_days: {MARK}{{norm: often}}\n")],
     [f"every value of the norm `often` must be a whole number from 0 to 366 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*norm(f"start: {{label: start, unit: maanden, {BASED}, value: -13}}"), ("months: -2", f"months: {MARK}{{norm: start}}")],
     [f"every value of the norm `start` must be a whole number from -12 to 120 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*derived(f"gestational_age: {{term: {MARK}{{norm: often}}}}"), *days("367")],
     [f"every value of the norm `often` must be a whole number from 1 to 366 here\n  help: {FIGURES_HELP}"]),
    ("norm_figures", [*days("0"), *asked(f"{{count: {{at_least: {MARK}{{norm: often}}, of: [{{criterion: poverty}}], domains: {MARK}{{norm: often}}}}}}")],
     [f"every value of the norm `often` must be a whole number from 1 here\n  help: {FIGURES_HELP}"] * 2),
    ("norm_dated", [*norm(f"start: {{label: start, unit: maanden, {BASED}, values: [{{from: 2020-01-01, value: -2}}]}}"), ("months: -2", f"months: {MARK}{{norm: start}}")],
     ["the norm `start` is needed on every day, so it cannot have dated `values`\n  help: give it one `value`"]),
    ("norm_dated", [*derived(f"gestational_age: {{term: {MARK}{{norm: often}}}}"),
                    *norm(f"often: {{label: often, unit: dagen, {BASED}, values: [{{from: 2020-01-01, value: 280}}]}}")],
     ["the norm `often` is needed on every day, so it cannot have dated `values`\n  help: give it one `value`"]),
    ("out_of_range", [("from: {months: -2}", f"from: {{months: {MARK}-13}}"), ("until: {months: 3}", f"until: {{months: {MARK}121}}")],
     ["`months` runs from -12 to 120; this figure is outside that"] * 2),
    ("wrong_unit", asked(f"{{friends: {{at_least: {MARK}{{norm: line}}}}}}"),
     ["the unit of `line` must be `people` here"]),
    ("wrong_unit", asked(f"{{friends: {{at_least: {MARK}{{fact: income}}}}}}"),
     ["the unit of `friends` must be `people` here"]),
    ("wrong_unit", [("visits: {number: 2, days: 7}", f"visits: {{number: 2, days: {MARK}{{norm: rhythm, by: class}}}}")],
     ["the unit of `rhythm` must be `dagen` here"]),
    ("cycle", [("when: {poor: true}", f"when: {MARK}{{criterion: solitude}}"), ("when: {alone: true}", "when: {not: {criterion: poverty}}")],
     [f"these rules go round in a circle: criterion:poverty -> criterion:solitude -> criterion:poverty\n  help: {CIRCLE_HELP}"]),
    ("one_id", asked(f"{{answered: {MARK}[poor, alone]}}"),
     ["`answered` takes one id, not a list\n  help: write several conditions under `any:`"]),
    ("norm_by_class", asked(f"{{friends: {{at_least: {MARK}{{norm: rhythm, by: class}}}}}}"),
     ["the norm `rhythm` is by class, and a condition cannot be\n"
      "  help: use it for the interval of a phase, or write a norm of its own"]),
    ("duplicate_id", [("strengths:\n  hope:", f"strengths:\n  {MARK}poverty:")],
     ["the id `poverty` is there twice\n  help: give one of the two another id"]),
    ("duplicate_id", [("does: Nursing.}", f"does: Nursing., also: [care, {MARK}nurse, {MARK}mother]}}")],
     ["the id `nurse` is there twice\n  help: give one of the two another id",
      "the id `mother` is there twice\n  help: give one of the two another id"]),
    ("reserved_word", [("roles:\n", f"roles:\n  {MARK}mother: {{label: m, domain: social, does: m}}\n")],
     ["`mother` is a word of the rules and cannot be an id\n  help: choose another id"]),
    ("cycle", asked(f"{MARK}{{signal: danger}}"),
     [f"these rules go round in a circle: signal:danger -> signal:danger\n  help: {CIRCLE_HELP}"]),
    ("falls_with_risk", [("when: {any: [{criterion: poverty}, {criterion: solitude}]}", f"when: {MARK}{{all: [{{criterion: poverty}}, {{not: {{criterion: solitude}}}}]}}")],
     ["more risk could make `middle` false, because it asks that a criterion is not met\n"
      "  help: ask it otherwise, or write `may_fall: true` at the class to keep it"]),
    ("falls_with_risk", [("when: {any: [{criterion: poverty}, {criterion: solitude}]}", f"when: {MARK}{{any: [{{signal: danger}}, {{criterion: poverty}}, {{signal: danger}}]}}"),
                         ("when: {violence: true}", "when: {all: [{violence: true}, {not: {any: [{criterion: poverty}]}}]}")],
     ["more risk could make `middle` false, because `danger` asks that a criterion is not met\n"
      "  help: ask it otherwise, or write `may_fall: true` at the class to keep it"]),
    # other readings
    ("duplicate_id", norm(f"more: {{label: more, unit: x, {BASED}, value: 1, alternatives: [{{value: 2.50}}, {MARK}{{value: 2.5}}]}}"),
     ["the id `2.5` is there twice\n  help: give one of the two another id"]),
    ("duplicate_id", norm(f"more: {{label: more, unit: x, {BASED}, value: 1, alternatives: [{{id: other, value: 2}}, {MARK}{{id: other, value: 3}}]}}"),
     ["the id `other` is there twice\n  help: give one of the two another id"]),
    ("duplicate_id", [("when: {poor: true},", f"when: {{poor: true}}, alternatives: [{reading('{poor: false}')}, {MARK}{reading('{alone: true}')}],")],
     ["the id `other` is there twice\n  help: give one of the two another id"]),
    ("duplicate_id", [("middle:\n", f"middle:\n      alternatives: [{reading('{poor: false}')}, {MARK}{reading('{alone: true}')}]\n")],
     ["the id `other` is there twice\n  help: give one of the two another id"]),
    ("cycle", [("when: {poor: true},", f"when: {{poor: true}}, alternatives: [{reading(MARK + '{criterion: solitude}')}],"), ("when: {alone: true}", "when: {not: {criterion: poverty}}")],
     [f"these rules go round in a circle: criterion:poverty -> criterion:solitude -> criterion:poverty\n  help: {CIRCLE_HELP}"]),
    ("falls_with_risk", [("middle:\n", f"middle:\n      alternatives: [{reading(MARK + '{not: {criterion: solitude}}')}]\n")],
     ["more risk could make `middle` false, because it asks that a criterion is not met\n"
      "  help: ask it otherwise, or write `may_fall: true` at the class to keep it"]),
    ("lowest_class", [("low: {label: low}", f"low: {{label: low, alternatives: [{reading(MARK + '{poor: true}')}]}}")],
     ["the lowest class `low` is for all others and asks nothing\n  help: leave out its `when`"]),
    # vocabulary and norms
    ("reserved_word", fact(f"{MARK}class: {{type: boolean, label: class, {ASKED}}}"),
     ["`class` is a word of the rules and cannot be an id\n  help: choose another id"]),
    ("reserved_word", [("phases:\n  early:", f"phases:\n  {MARK}before:")],
     ["`before` is a word of the rules and cannot be an id\n  help: choose another id"]),
    ("fact_needs", fact(f"{MARK}height: {{type: number, label: height, {ASKED}}}"),
     ["the fact `height` needs `unit`\n  help: add `unit: ...`",
      "the fact `height` needs `range`\n  help: add `range: ...`"]),
    ("fact_needs", fact(f"{MARK}colour: {{type: choice, label: colour}}"),
     ["the fact `colour` needs `values`\n  help: add `values: ...`",
      "the fact `colour` needs `question`\n  help: add `question: ...`",
      "the fact `colour` needs `asked_by`\n  help: add `asked_by: ...`"]),
    ("empty_range", [("range: [0, 9]", f"range: {MARK}[9, 9]")],
     ["the range of `friends` has nothing in it\n  help: write the lowest value first"]),
    ("wide_range", [("range: [0, 5000]", f"range: {MARK}[0, 1000000001]")],
     ["the range of `income` is more than 1000000000 wide\n"
      "  help: write the lowest and the highest value that it can really have"]),
    ("prevalence_kind", fact(f"t: {{type: text, label: t, {ASKED}, {MARK}prevalence: {{source: law, shares: {{a: 1}}}}}}"),
     ["how common each answer to `t` is needs `shares` here, and only that\n"
      "  help: `shares` give a share for each answer, `bands` for each stretch of a number"]),
    ("prevalence_kind", fact(f"t: {{type: boolean, label: t, {ASKED}, {MARK}prevalence: {{source: law, bands: [{{below: 1, share: 0.5}}, {{share: 0.5}}]}}}}"),
     ["how common each answer to `t` is needs `shares` here, and only that\n"
      "  help: `shares` give a share for each answer, `bands` for each stretch of a number"]),
    ("prevalence_values", fact(f"t: {{type: boolean, label: t, {ASKED}, prevalence: {{source: law, {MARK}shares: {{yes: 1}}}}}}"),
     ["`shares` of `t` must have each of its answers once\n  help: its answers: yes, no"]),
    ("prevalence_sum", fact(f"t: {{type: boolean, label: t, {ASKED}, prevalence: {{source: law, {MARK}shares: {{yes: 0.3, no: 0.6}}}}}}"),
     ["the shares of `t` are not one whole together\n"
      "  help: write each as a part of 1, such as 0.25; all of them together are exactly 1"]),
    ("prevalence_bands", fact(f"t: {{type: integer, unit: x, range: [0, 9], label: t, {ASKED}, prevalence: {{source: law, {MARK}bands: [{{below: 5, share: 0.3}}, {{below: 4, share: 0.3}}, {{share: 0.4}}]}}}}"),
     ["the bands of `t` must go up within its range\n"
      "  help: give each band but the last a `below`, each higher than the one before"]),
    ("bad_error", [("range: [0, 5000]", f"range: [0, 5000], error: {MARK}0")],
     ["the measuring error of `income` cannot be used\n"
      "  help: give a number an error above 0, in its own unit; other facts have none"]),
    ("bad_error", [("poor: {type: boolean,", f"poor: {{type: boolean, error: {MARK}1,")],
     ["the measuring error of `poor` cannot be used\n"
      "  help: give a number an error above 0, in its own unit; other facts have none"]),
    ("bad_past", [("values: {never:", f"past: {MARK}{{ever: always}}\n    values: {{never:")],
     ["what lies in the past for `smoking` is not one of its values\n"
      "  help: write under `past` only words that stand under `values`"]),
    ("bad_advances", [("range: [0, 9], label", f"range: [0, 9], advances: {MARK}yearly, label")],
     ["`friends` cannot go up by one each year\n"
      "  help: leave `advances` out, or make it an integer in `jaar` that is not derived"]),
    ("duplicate_label", [("label: alone,", f"label: {MARK}Poor,")],
     [f"`alone` has the same label as `poor`\n{LABEL_HELP}"]),
    ("duplicate_label", [("label: alone,", f"label: {MARK}{{en: ' POOR '}},")],
     [f"`alone` has the same label as `poor`\n{LABEL_HELP}"]),
    ("duplicate_label", [("values: {never: never, stopped: stopped", f"values: {{never: caf\u00e9, stopped: {MARK}cafe\u0301")],
     [f"`stopped` has the same label as `never`\n{LABEL_HELP}"]),
    ("duplicate_label", [("smokers: {label: who smokes", f"smokers: {{label: {MARK}enough friends")],
     [f"`smokers` has the same label as `enough`\n{LABEL_HELP}"]),
    ("duplicate_label", [("solitude: {label: solitude", f"solitude: {{label: {MARK}poverty")],
     [f"`solitude` has the same label as `poverty`\n{LABEL_HELP}"]),
    ("duplicate_label", [("    low: {label: low}", f"    low: {{label: {MARK}middle}}")],
     [f"`low` has the same label as `middle`\n{LABEL_HELP}"]),
    ("duplicate_label", [("    label: after the birth", f"    label: {MARK}before the birth")],
     [f"`later` has the same label as `early`\n{LABEL_HELP}"]),
    ("one_function", fact(f"age: {{type: integer, unit: x, range: [0, 9], label: age, derive: {MARK}{{}}}}"),
     ["`age` must be derived in exactly one way\n  help: keep one function under `derive`"]),
    ("one_function", fact(f"age: {{type: integer, unit: x, range: [0, 9], label: age, derive: {MARK}{{child_age: {{}}, sum: {{of: [friends, friends]}}}}}}"),
     ["`age` must be derived in exactly one way\n  help: keep one function under `derive`"]),
    ("household_values", fact(f"home: {{type: choice, values: {{a: a, b: b, c: c, d: d, e: e, g: g}}, label: home, derive: {MARK}{{household: {HOUSEHOLD}}}}}"),
     ["`home` lacks the values f, h\n  help: add them under `values`"]),
    ("wrong_fact_type", [("fact: hopeful,", f"fact: {MARK}smoking,")],
     ["`smoking` must be a fact that is true or false"]),
    ("wrong_fact_type", fact(f"total: {{type: boolean, label: total, derive: {MARK}{{sum: {{of: [friends, income]}}}}}}"),
     ["`total` must be a fact that is a number"]),
    ("wrong_fact_type", fact(f"home: {{type: boolean, label: home, derive: {MARK}{{household: {HOUSEHOLD}}}}}"),
     ["`home` must be a fact that is a choice"]),
    ("wrong_fact_type", fact(f"total: {{type: text, label: total, derive: {MARK}{{child_age: {{}}}}}}"),
     ["`total` must be a fact that is a number"]),
    ("wrong_fact_type", derived(f"sum: {{of: [friends, {MARK}smoking]}}"),
     ["`smoking` must be a fact that is a number"]),
    ("wrong_fact_type", derived(f"bmi: {{height_cm: {MARK}income, weight_kg: {MARK}story}}"),
     ["`income` must be a fact that is a number above 0 that is not derived",
      "`story` must be a fact that is a number"]),
    ("wrong_fact_type", [*derived("sum: {of: [friends, friends]}"), ("\nnorms:\n", f"\n  bmi: {{type: number, unit: x, range: [1, 9], label: bmi, derive: {{bmi: {{height_cm: {MARK}more, weight_kg: [friends, {MARK}smoking]}}}}}}\nnorms:\n")],
     ["`more` must be a fact that is a number above 0 that is not derived",
      "`smoking` must be a fact that is a number"]),
    ("wrong_fact_type", household("{age: friends, partner: smoking, together: daily, partner_age: friends, children: friends",
                                  f"{{age: {MARK}income, partner: {MARK}poor, together: daily, partner_age: {MARK}story, children: {MARK}income"),
     ["`income` must be a fact that is a whole number", "`poor` must be a fact that is a choice",
      "`story` must be a fact that is a whole number", "`income` must be a fact that is a whole number"]),
    ("wrong_fact_type", [*derived(f"norm_line: {{{KINDS.replace('smoking', f'{MARK}friends').replace('sharers: friends', f'sharers: {MARK}income')}, table: {{norm: often}}, of: daily, shared: {{}}}}"),
                         *days("{1: 7}", "by: friends, ")],
     ["`friends` must be a fact that is a choice", "`income` must be a fact that is a whole number from 0 to 100"]),
    ("wrong_fact_type", [*line("{daily: 1}", "table: {norm: amounts}, of: daily, shared: {}"), ("sharers: friends", f"sharers: {MARK}guests"),
                         ("  friends:\n", f"  guests: {{type: integer, unit: people, range: [0, 101], label: guests, {ASKED}}}\n  friends:\n")],
     ["`guests` must be a fact that is a whole number from 0 to 100"]),
    ("wrong_fact_type", [*asked(f"{{income: {{at_most: {{fact: {MARK}poor}}}}}}"), ("poor: {type: boolean,", "poor: {type: boolean, unit: EUR,")],
     ["`poor` must be a fact that is a number"]),
    ("impossible_value", household("together: daily", f"together: {MARK}always"),
     ["this is not a value that `smoking` can have\n  help: one of: never, stopped, daily"]),
    ("derived_circle", fact(f"x: {{type: integer, unit: x, range: [0, 9], label: x, derive: {MARK}{{sum: {{of: [y, friends]}}}}}}\n  y: {{type: integer, unit: x, range: [0, 9], label: y, derive: {MARK}{{sum: {{of: [friends, x]}}}}}}"),
     ["`x` is derived from itself\n  help: take it out of its own inputs",
      "`y` is derived from itself\n  help: take it out of its own inputs"]),
    ("value_or_values", norm(f"{MARK}more: {{label: more, unit: x, {BASED}}}"),
     ["the norm `more` needs either `value` or dated `values`\n  help: keep one of the two"]),
    ("value_or_values", norm(f"{MARK}more: {{label: more, unit: x, {BASED}, value: 1, values: [{{from: 2020-01-01, value: 2}}]}}"),
     ["the norm `more` needs either `value` or dated `values`\n  help: keep one of the two"]),
    ("until_before_from", [("in_force: {from: 2020-01-01}", f"in_force: {{from: 2020-01-01, until: {MARK}2020-01-01}}")],
     ["`until` is not later than `from`\n  help: a period ends before its day `until`"]),
    ("until_before_from", [("until: 2024-01-01, value: 1000", f"until: {MARK}2019-12-31, value: 1000")],
     ["`until` is not later than `from`\n  help: a period ends before its day `until`"]),
    ("overlapping_dates", [("{from: 2025-01-01,", f"{{from: {MARK}2023-12-31,")],
     ["the dates of `line` overlap, or are not in order\n"
      "  help: put the oldest first, and let each end before the next begins"]),
    ("overlapping_dates", [("until: 2024-01-01, ", ""), ("{from: 2025-01-01,", f"{{from: {MARK}2020-01-01,")],
     ["the dates of `line` overlap, or are not in order\n"
      "  help: put the oldest first, and let each end before the next begins"]),
    ("mixed_values", norm(f"{MARK}more: {{label: more, unit: x, {BASED}, values: [{{from: 2020-01-01, value: 1}}, {{from: 2021-01-01, value: one}}]}}"),
     ["the values of `more` are of more than one kind, or a table without `by`\n"
      "  help: write all as a number, all as words, or add `by` for a table"]),
    ("mixed_values", norm(f"{MARK}more: {{label: more, unit: x, {BASED}, value: {{high: 3}}}}"),
     ["the values of `more` are of more than one kind, or a table without `by`\n"
      "  help: write all as a number, all as words, or add `by` for a table"]),
    ("mixed_values", norm(f"{MARK}more: {{label: more, unit: x, {BASED}, value: true, alternatives: [{{value: 1}}]}}"),
     ["the values of `more` are of more than one kind, or a table without `by`\n"
      "  help: write all as a number, all as words, or add `by` for a table"]),
    ("not_a_table", norm(f"{MARK}more: {{label: more, unit: x, by: class, {BASED}, value: 3}}"),
     ["the norm `more` has `by: class`, so each value must be a table"]),
    ("bad_by", norm(f"more: {{label: more, unit: x, by: {MARK}income, {BASED}, value: {{1: 3}}}}"),
     ["`income` cannot pick a column\n  help: use a choice, a whole number with a range of at most 1000, or `class`"]),
    ("bad_by", norm(f"more: {{label: more, unit: x, by: {MARK}colour, {BASED}, value: {{1: 3}}}}"),
     ["`colour` cannot pick a column\n  help: use a choice, a whole number with a range of at most 1000, or `class`"]),
    ("bad_by", [*norm(f"more: {{label: more, unit: x, by: {MARK}friends, {BASED}, value: {{1: 3}}}}"), ("range: [0, 9]", "range: [0, 1001]")],
     ["`friends` cannot pick a column\n  help: use a choice, a whole number with a range of at most 1000, or `class`"]),
    ("unknown_column", norm(f"{MARK}more: {{label: more, unit: x, by: smoking, {BASED}, value: {{never: 1, dayly: 3}}}}"),
     ["`dayly` is not a column of this table\n  help: did you mean `daily`?"]),
    ("no_gap", norm(f"more: {{label: more, unit: x, by: smoking, {BASED}, value: {{never: 1, stopped: 2, daily: 3}}, gap: {MARK}none}}"),
     ["`more` has a value in every column, so there is no gap to give a reason for\n  help: leave `gap` out"]),
    ("no_gap", norm(f"more: {{label: more, unit: x, {BASED}, value: 3, gap: {MARK}none}}"),
     ["`more` has a value in every column, so there is no gap to give a reason for\n  help: leave `gap` out"]),
    ("unknown_column", norm(f"{MARK}more: {{label: more, unit: x, by: smoking, {BASED}, value: {{dayly: 3}}, alternatives: [{{value: {{dayly: 4}}}}]}}"),
     ["`dayly` is not a column of this table\n  help: did you mean `daily`?"]),
    ("unknown_column", norm(f"{MARK}more: {{label: more, unit: x, by: friends, {BASED}, value: {{10: 1}}}}"),
     ["`10` is not a column of this table\n  help: did you mean `1`?"]),
    ("unknown_column", line("{daily: 1}", f"table: {{norm: amounts}}, of: {MARK}dayly, shared: {{{MARK}nevr: {{adults: 1}}, daily: {{adults: 2, plus: {MARK}stoped, minus: {MARK}zzz}}}}"),
     ["`dayly` is not a column of this table\n  help: did you mean `daily`?",
      "`nevr` is not a column of this table\n  help: did you mean `never`?",
      "`stoped` is not a column of this table\n  help: did you mean `stopped`?",
      "`zzz` is not a column of this table\n  help: one of: never, stopped, daily"]),
    ("missing_columns", line("{daily: 1, stopped: 2}, alternatives: [{value: {daily: 2}}]", f"table: {MARK}{{norm: amounts}}, of: daily, shared: {{never: {{adults: 1, plus: stopped, minus: daily}}}}"),
     ["the norm `amounts` lacks never, stopped in some of its values\n  help: add those columns to each of them"]),
    ("missing_alternatives", norm(f"{MARK}more: {{label: more, unit: x, basis: assumption, source: law, value: 3}}"),
     ["`more` rests on an assumption and names no other reading\n"
      "  help: add `alternatives` with the other defensible values"]),
    ("missing_alternatives", norm(f"{MARK}more: {{label: more, unit: x, {BASED}, values: [{{from: 2020-01-01, basis: assumption, value: 3}}]}}"),
     ["`more` rests on an assumption and names no other reading\n"
      "  help: add `alternatives` with the other defensible values"]),
    ("missing_alternatives", [("  poverty: {label: poverty, domain: money, when: {poor: true}, basis: policy", f"  {MARK}poverty: {{label: poverty, domain: money, when: {{poor: true}}, basis: assumption")],
     ["`poverty` rests on an assumption and names no other reading\n"
      "  help: add `alternatives` with the other defensible values"]),
    # the sections together
    ("missing_language", [("languages: [en]", "languages: [en, nl]"), ("owner: nobody", f"owner: {MARK}{{en: nobody}}")],
     ["this text has no `nl`\n  help: add `nl: ...`"]),
    ("unknown_language", [("owner: nobody", f"owner: {{en: nobody, {MARK}nl: niemand}}")],
     ["`nl` is not a language of this pack\n  help: one of: en"]),
    ("unknown_source", [("fact: hopeful, basis: policy, source: law", f"fact: hopeful, basis: policy, source: {MARK}low")],
     ["`low` is not in the sources\n  help: did you mean `law`?"]),
    ("unknown_source", [("fact: hopeful, basis: policy, source: law", f"fact: hopeful, basis: policy, source: [law, {MARK}zzz]")],
     ["`zzz` is not in the sources\n  help: one of: law"]),
    ("unknown_role", [('question: "Poor?", asked_by: nurse', f'question: "Poor?", asked_by: [nurse, {MARK}nurce], seen_by: {MARK}doctor')],
     ["`nurce` is not a role of this pack\n  help: did you mean `nurse`?",
      "`doctor` is not a role of this pack\n  help: one of: nurse"]),
    ("unknown_role", [("domain: social\n    role: nurse", f"domain: social\n    role: {MARK}nurs")],
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?"]),
    ("unknown_role", [("role: nurse\n    purpose: To see", f"role: {MARK}nurs\n    purpose: To see")],
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?"]),
    ("unknown_finding", [("for: danger", f"for: [danger, {MARK}dangr]")],
     ["`dangr` is not a criterion, signal or strength\n  help: did you mean `danger`?"]),
    ("unknown_finding", [("label: money to spare, for: [poverty]", f"label: money to spare, for: {MARK}wealth")],
     ["`wealth` is not a criterion, signal or strength\n  help: one of: poverty, solitude, danger, hope"]),
    ("no_action", [("for: [poverty, solitude]", "for: [poverty]"), ("  solitude: {label: solitude", f"  {MARK}solitude: {{label: solitude")],
     ["it is not sure that anything is done about `solitude`\n"
      "  help: name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`"]),
    ("no_action", [("for: danger", "for: [poverty]"), ("  danger:\n", f"  {MARK}danger:\n")],
     ["it is not sure that anything is done about `danger`\n"
      "  help: name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`"]),
    ("no_action", [("for: danger,", "for: danger, when: {alone: true},"), ("  danger:\n", f"  {MARK}danger:\n")],
     ["it is not sure that anything is done about `danger`\n"
      "  help: name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`"]),
    ("lowest_class", [("low: {label: low}", f"low: {{label: low, when: {MARK}{{poor: false}}}}")],
     ["the lowest class `low` is for all others and asks nothing\n  help: leave out its `when`"]),
    ("duplicate_id", [("id: may\n", f"id: {MARK}unsafe\n")],
     ["the id `unsafe` is there twice\n  help: give one of the two another id"]),
    ("empty_phase", [("until: {months: 3}", f"until: {MARK}{{months: 0}}")],
     ["the phase `later` ends where it begins\n  help: write a later month under `until`"]),
    ("phase_gap", [("from: {months: 0}", f"from: {MARK}{{months: 1}}")],
     ["`later` does not begin where `early` ends\n  help: give both the same number of months"]),
    ("action_for_nothing", [("  protect:\n", f"  {MARK}rest: {{label: Rest., domain: social, role: nurse, {BASED}}}\n  protect:\n")],
     ["nothing asks for the action `rest`\n  help: add `for`, `when` or `after`"]),
    # what an event calls for
    ("wrong_type", after(f"after: {MARK}lost"),
     ["`after` must be one of: `loss`, `pregnancy_loss`, `termination`, `stillbirth`, `child_died`, `admission`, `detention`, `placement` or `secret_address`"]),
    ("no_phases_after", after(f"after: [placement, child_died], home: false, {MARK}phases: [early]"),
     ["`rest` is for after a loss, when no phase begins any more\n  help: leave `phases` out"]),
    ("after_at_home", after("after: [loss, detention]", at=MARK),
     ["`detention` must not reach her home, so neither must `rest`\n  help: add `home: false`"]),
    ("after_outside_team", after("after: secret_address, home: false", role=f"{MARK}chief"),
     ["only the team knows of `secret_address`, and the role `chief` is not in it\n  help: one of: aide"]),
    ("never_called_for", after(f"after: [secret_address, placement], home: false, {MARK}not_while: placement"),
     ["`placement` calls for `rest`, and is not to be while it is in force\n  help: leave it out of `after` or of `not_while`"]),
    ("wrong_type", after(f"for: poverty, not_while: {MARK}loss"),
     ["`not_while` must be one of: `admission`, `detention`, `placement` or `secret_address`"]),
    ("wrong_type", [("money: {label: money to spare, for: [poverty]}", f"money: {{label: money, not_while: [{MARK}birth]}}")],
     ["`not_while[0]` must be one of: `admission`, `detention`, `placement` or `secret_address`"]),
    ("no_action", [("for: danger,", "for: danger, not_while: placement,"), ("  danger:\n", f"  {MARK}danger:\n")],
     ["it is not sure that anything is done about `danger`\n"
      "  help: name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`"]),
    ("no_action", [("for: danger,", "for: danger, after: loss,"), ("  danger:\n", f"  {MARK}danger:\n")],
     ["it is not sure that anything is done about `danger`\n"
      "  help: name it under `for` in an action without `when`, `after` or `not_while`, or say why under `no_action`"]),
    # the schedule
    ("wrong_type", schedule(holidays=f"{MARK}DE"), ["`holidays` must be one of: `NL` or `BE`"]),
    ("wrong_unit", [*schedule(hours=f"{MARK}{{norm: long}}"), *norm(f"long: {{label: long, unit: dagen, {BASED}, value: 2}}")],
     ["the unit of `long` must be `uur` here"]),
    ("unknown_id", schedule(more_often=f"{{crisis: {{number: 2, days: {{norm: {MARK}zzz}}, for_days: 28}}}}"),
     ["`zzz` does not exist in this pack\n  help: one of: enough, smokers, line, rhythm"]),
    ("unknown_id", schedule(together=f"{{signals: [{MARK}dangr], role: nurse}}"),
     ["`dangr` does not exist in this pack\n  help: did you mean `danger`?"]),
    ("missing_key", schedule(together=f"{MARK}{{role: nurse}}"),
     ["`signals` is missing here\n  help: add `signals: ...`"]),
    ("wrong_type", schedule(together=f"{{events: [{MARK}loss], role: nurse}}"),
     ["`events[0]` must be one of: `placement` or `secret_address`"]),
    ("unknown_role", schedule(together=f"{{signals: [danger], role: {MARK}nurs}}"),
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?"]),
    ("unknown_fact", schedule(language=f"{{fact: {MARK}stori, everyone: [Dutch]}}"),
     ["`stori` is not a fact of this pack\n  help: did you mean `story`?"]),
    # the steps
    ("unknown_id", trajectory(f"{AT}, {OUT}", LEAVE, f"from: [a, {MARK}ot], event: refusal, to: {MARK}oat"),
     ["`ot` does not exist in this pack\n  help: did you mean `out`?",
      "`oat` does not exist in this pack\n  help: did you mean `out`?"]),
    ("unknown_role", trajectory(f"{AT}, {OUT}", f"{LEAVE}, by: {MARK}nurs"),
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?"]),
    ("wrong_type", trajectory(f"{AT}, {OUT}", f"from: a, event: {MARK}birth, to: out"),
     ["`event` must be one of: `intake`, `agreement`, `plan_set`, `completed`, `refusal`, `move`, `transfer` or `loss`"]),
    ("wrong_type", trajectory(f"{AT}, {OUT}", f"{LEAVE}, needs: [{MARK}luck]"),
     ["`needs[0]` must be one of: `class_known`, `due_date_known` or `intake_offered`"]),
    ("double_step", [(a, b.replace("- {from: [a", f"- {MARK}{{from: [a")) for a, b in trajectory(f"{AT}, {OUT}", LEAVE, "from: [a], event: completed, to: out")],
     ["the state `a` has two steps on `completed`\n  help: keep one of the two"]),
    ("ending_step", trajectory(f"{AT}, {OUT}", f"from: a, event: agreement, to: {MARK}out"),
     [f"the end `out` and the events that end the support go together only\n{ENDS_HELP}"]),
    ("ending_step", trajectory(f"{AT}, b: {{label: b, step: 2}}, {OUT}", LEAVE, f"from: a, event: refusal, to: {MARK}b", "from: b, event: loss, to: out"),
     [f"the end `b` and the events that end the support go together only\n{ENDS_HELP}"]),
    ("ending_step", trajectory(f"{AT}, {OUT}", f"from: a, to: {MARK}out"),
     [f"the end `out` and the events that end the support go together only\n{ENDS_HELP}"]),
    ("unreachable_state", trajectory(f"{AT}, {MARK}b: {{label: b, step: 2}}, {OUT}", LEAVE, "from: b, event: loss, to: out"),
     ["no step leads to the state `b`\n  help: add a step that does, or leave the state out"]),
    ("dead_end", trajectory(f"{AT}, {MARK}b: {{label: b, step: 2}}, {OUT}", LEAVE, "from: a, event: intake, to: b", "from: b, event: intake, to: b"),
     ["no step leads away from the state `b`\n  help: add a step that does, or write `end: true`"]),
    ("set_by_nobody", trajectory(f"a: {{label: a, step: 1, plan_set: {MARK}true}}, {OUT}", LEAVE),
     ["the plan would be set in the state `a` without anybody setting it\n"
      "  help: leave `plan_set` out there, or let an event lead to that state"]),
    ("set_by_nobody", trajectory(f"{AT}, b: {{label: b, step: 2, plan_set: true}}, {OUT}", f"from: a, to: {MARK}b", "from: b, event: loss, to: out"),
     ["the plan would be set in the state `b` without anybody setting it\n"
      "  help: leave `plan_set` out there, or let an event lead to that state"]),
    ("missing_key", trajectory(f"a: {MARK}{{label: a}}, {OUT}", LEAVE), ["`step` is missing here\n  help: add `step: ...`"]),
    ("duplicate_label", trajectory(f"{AT}, out: {{label: {MARK}A, end: true}}", LEAVE),
     [f"`out` has the same label as `a`\n{LABEL_HELP}"]),
    ("goal_home", [("{label: danger, when", "{label: danger, home: false, when"),
      ("money: {label: money to spare, for: [poverty]}", f"{MARK}money: {{label: money, for: [danger]}}")],
     ["the goal `money` could bring `danger` into her home\n  help: write `home: false` at the goal"]),
    ("norm_figures", [("  review: 2030-01-01", f"  review: 2030-01-01\n  goals_at_once: {MARK}{{norm: few}}"),
      *norm(f"few: {{label: few, unit: goals, {BASED}, value: 0}}")],
     [f"every value of the norm `few` must be a whole number from 1 to 20 here\n  help: {FIGURES_HELP}"]),
    ("unknown_id", [("    label: Help.\n", f"    label: Help.\n    instead_of: [{MARK}protec]\n")],
     ["`protec` does not exist in this pack\n  help: did you mean `protect`?"]),
    ("medical_word", [("    label: Help.\n", f"    label: {MARK}Arrange therapy.\n"), ("    for: [poverty, solitude]\n    domain: social", "    for: [poverty, solitude]\n    domain: medical")],
     ["`therapy` names a therapy, and a medical action only names whom to consult\n"
      "  help: say who looks at it with her, such as the midwife or the general practitioner"]),
    ("medical_word", [("    label: Help.\n", f"    label: {{en: {MARK}Do a blood test.}}\n"), ("    for: [poverty, solitude]\n    domain: social", "    for: [poverty, solitude]\n    domain: medical")],
     ["`test` names a test, and a medical action only names whom to consult\n"
      "  help: say who looks at it with her, such as the midwife or the general practitioner"]),
    ("covers_itself", [("    label: Help.\n", f"    label: Help.\n    {MARK}instead_of: protect\n"),
      ("{label: Protect.,", f"{{label: Protect., {MARK}instead_of: help,")],
     [f"`{name}` stands in for itself, by way of what it covers\n  help: take one of them out of `instead_of`"
      for name in ("help", "protect")]),
    ("covers_less", [("    label: Help.\n", f"    label: Help.\n    {MARK}instead_of: protect\n    phases: [early]\n")],
     ["`help` is not for every phase that `protect` is for\n"
      "  help: give it those phases as well, or leave `protect` out of `instead_of`"]),
    ("covers_home", [("    label: Help.\n", f"    label: Help.\n    {MARK}instead_of: protect\n    home: false\n")],
     ["`help` must not reach her home, and would take `protect` away there\n"
      "  help: leave `protect` out of `instead_of`"]),
    # offers
    ("unknown_id", offer(f"for: {MARK}halp"),
     ["`halp` does not exist in this pack\n  help: did you mean `help`?"]),
    ("unknown_id", offer(f"for: help, phases: [before, {MARK}erly]"),
     ["`erly` does not exist in this pack\n  help: did you mean `early`?"]),
    ("moment", offer(f"for: help, {MARK}from: {{weeks: 3, months: 2}}"),
     ["this needs either `weeks` of pregnancy or `months` after the birth\n  help: keep one of the two"]),
    ("moment", offer(f"for: help, {MARK}until: {{}}"),
     ["this needs either `weeks` of pregnancy or `months` after the birth\n  help: keep one of the two"]),
    ("weeks_uncounted", offer(f"for: help, {MARK}from: {{weeks: 3}}"),
     ["nothing in this pack counts the weeks of a pregnancy\n"
      "  help: add a fact with `derive: {gestational_age: ...}`, or use `months`"]),
    ("window_shut", offer(f"for: help, from: {{months: 3}}, {MARK}until: {{months: 3}}"),
     ["this ends before it begins\n  help: write a later moment under `until`"]),
    ("own_alone", offer(f"for: help, {MARK}own: true"),
     ["`own` is this programme among others, and `one` stands alone\n"
      "  help: add `one_of`, the name of the group that it is one of"]),
    ("facts_only", offer(f"for: help, when: {{{MARK}criterion: poverty}}"),
     ["`criterion` cannot be asked here: this is a matter of facts alone\n  help: ask the facts themselves"]),
    # her own copy
    ("unknown_id", hers(("{calm: {en: There", f"{{{MARK}clam: {{en: Calm.}}, calm: {{en: There")),
     ["`clam` does not exist in this pack\n  help: did you mean `calm`?"]),
    ("unknown_id", hers(("{nurse: {en", f"{{{MARK}nurs: {{en: a nurse}}, nurse: {{en")),
     ["`nurs` does not exist in this pack\n  help: did you mean `nurse`?"]),
    ("hers_home", [("{label: Protect.,", "{label: Protect., home: false,"), *hers(("protect: {", f"{MARK}protect: {{"))],
     ["`protect` must not reach her home, and this is her own copy\n  help: leave it out here"]),
    ("hers_home", [("calm: {label: more calm}", "calm: {label: more calm, home: false}"), *hers(("calm: {en", f"{MARK}calm: {{en"))],
     ["`calm` must not reach her home, and this is her own copy\n  help: leave it out here"]),
    # what asks for it must not, whatever it says of itself
    ("hers_home", [("{label: danger, when", "{label: danger, home: false, when"), *hers(("protect: {", f"{MARK}protect: {{"))],
     ["`protect` must not reach her home, and this is her own copy\n  help: leave it out here"]),
    ("hers_home", [("label: hopeful,", "label: hopeful, home: false,"), ("money to spare, for: [poverty]", "money to spare, for: [hope]"),
      *hers(("money: {en", f"{MARK}money: {{en"), ("hope: {", f"{MARK}hope: {{"))],
     [f"`{name}` must not reach her home, and this is her own copy\n  help: leave it out here" for name in ("money", "hope")]),
    ("hers_home", [("label: alone,", "label: alone, home: false,"), ("    label: Help.\n", "    label: Help.\n    when: {alone: true}\n"),
      ("law}\n  solitude: {", "law}\n  solitude: {no_action: none, "), ("domain: money, when", "domain: money, no_action: none, when"),
      *hers(("{help: {", f"{{{MARK}help: {{"))],
     ["`help` must not reach her home, and this is her own copy\n  help: leave it out here"]),
    ("hers_missing", hers(("  phases: {early: {en: Until the birth}, ", f"  {MARK}phases: {{"), ("  roles: {nurse: {en: a nurse}}", f"  {MARK}roles: {{}}"),
      ("{calm: {en: There is more calm.}, ", "{"), ("  goals:", f"  {MARK}goals:"), ("  actions: {help: {en: We help you.}, ", f"  {MARK}actions: {{"),
      ("  strengths: {hope: {en: You have hope.}}", f"  {MARK}strengths: {{}}")),
     [f"her own copy has no words for `{name}`\n  help: write what she reads, as `{name}: ...` under `{section}`"
      for section, name in (("phases", "early"), ("roles", "nurse"), ("goals", "calm"), ("actions", "help"), ("strengths", "hope"))]),
    ("hers_missing", [*hers(("{nurse: {en: a nurse}}", "{nurse: {en: a nurse}}"), ("  roles", f"  {MARK}roles")),
      ("\nroles:\n", "\nroles:\n  chief: {label: chief, domain: social, does: Leading.}\n"), ("facts:\n  poor", f"{TOGETHER}facts:\n  poor")],
     ["her own copy has no words for `chief`\n  help: write what she reads, as `chief: ...` under `roles`"]),
    ("missing_language", hers(("{hope: {en: You have hope.}}", f"{{hope: {MARK}You have hope.}}")),
     ["this text has no `en`\n  help: add `en: ...`"]),
    ("missing_language", hers(*((text, f"{text}, pl: x") for text in ("{en: Until the birth", "{en: a nurse", "{en: There is more calm.", "{en: You have hope.", "{en: After the birth")),
      ("{en: There is money left.", f"{MARK}{{en: There is money left."), ("{en: We help you.", f"{MARK}{{en: We help you."), ("{en: You are safe.", f"{MARK}{{en: You are safe.")),
     ["this text has no `pl`\n  help: add `pl: ...`"] * 3),
    ("odd_language", hers(("{en: You have hope.", f"{{en: You have hope., {MARK}pl: Nadzieja.")),
     ["most of what she reads is not there in `pl`\n  help: write all of it in that language, or leave this out"]),
    ("unknown_language", hers(("[en]", f"[en, {MARK}ne]")),
     ["`ne` is not a language of this pack\n  help: one of: en"]),
    ("unconfirmed", hers(("[en]", f"{MARK}[]")),
     ["`en` is the main language of the pack, and no native reader confirmed it\n"
      "  help: let one read all of this, and name the language here"]),
    ("judging_word", hers(("We help you.", f"{MARK}We see your Problems.")),
     ["`Problems` judges or counts, and never stands on her own copy\n  help: say what there is, or what is done, in everyday words"]),
    ("judging_word", hers(("We help you.", f"{MARK}It is in the middle.")),
     ["`middle` judges or counts, and never stands on her own copy\n  help: say what there is, or what is done, in everyday words"]),
    ("diminutive", hers(*((text, f"{text}, nl: x") for text in ("{en: Until the birth", "{en: a nurse", "{en: There is more calm.", "{en: You have hope.", "{en: After the birth", "{en: There is money left.", "{en: We help you.")),
      ("{en: You are safe.", f"{{en: You are safe., nl: {MARK}Een beetje rust in je huisje.")),
     ["`huisje` makes small what is hers\n  help: write the word itself"]),
]  # fmt: skip


def broken(text: str, edits: list[Edit]) -> tuple[str, list[str]]:
    """The text with the edits, and the places that were marked in it, as `line:column`."""
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    places = []
    while MARK in text:
        before, _, after = text.partition(MARK)
        line = before.rpartition("\n")[2]
        places.append(f"{before.count(chr(10)) + 1}:{len(line) + 1}")
        text = before + after
    return text, places


def refused(read: Callable[[], Any]) -> InputError:
    with pytest.raises(InputError) as caught:
        read()
    return caught.value


def printed(file: str, places: list[str], messages: list[str]) -> str:
    """What must be printed: a message for each place, or several for the only place."""
    if len(places) == 1:
        places = places * len(messages)
    return "\n".join(f"{file}:{at}: {said}" for at, said in zip(places, messages, strict=True))


def test_the_small_pack_is_good() -> None:
    assert pack_of(SMALL).hash == small_pack().hash


def test_the_small_pack_is_good_with_her_own_copy() -> None:
    text = SMALL.replace("sources:\n", f"{HERS}sources:\n", 1)
    assert pack_of(text).hash != small_pack().hash
    # what may reach her home in one phase has words, in whatever order they come
    later = "purpose: To see how it goes.\n"
    assert text.count(later) == 1
    pack_of(text.replace(later, f"{later}    goals: {{calm: {{label: calmer, home: false}}}}\n"))


@pytest.mark.parametrize(
    ("code", "edits", "messages"),
    PACK_ROWS,
    ids=[f"{i}-{row[0]}" for i, row in enumerate(PACK_ROWS)],
)
def test_words_of_a_broken_pack(code: str, edits: list[Edit], messages: list[str]) -> None:
    text, places = broken(SMALL, edits)
    error = refused(lambda: pack_of(text))
    assert str(error) == printed("small.yaml", places, messages)
    assert {found.code for found in error.problems} == {code}


# Cases

CASE = """\
case: c-1
due_date: 2026-09-01
facts:
  poor: true
  smoking: daily
  friends: 3
observations:
  - {date: 2026-02-01, by: nurse, facts: {smoking: stopped, income: 900.50}}
events:
  - {date: 2026-02-03, event: intake, by: nurse}
"""
BSN = ["nine digits here pass the test of a BSN\n  help: take them out; a case has a pseudonym"]

DECIDING = {
    "chief": {"label": "chief", "domain": "social", "does": "x", "decides": ["class", "criterion"]},
    "aide": {"label": "aide", "domain": "social", "does": "x", "decides": ["criterion"]},
    "nurse": {"label": "nurse", "domain": "medical", "does": "x"},
}


def overridden(rest: str, by: str = "chief", at: str = "") -> list[Edit]:
    """One more event, later than the day: what is not seen yet is checked all the same."""
    event = f"  - {at}{{date: 2027-01-01, event: override, by: {by}{', ' * bool(rest)}{rest}}}\n"
    return [("event: intake, by: nurse}\n", f"event: intake, by: nurse}}\n{event}")]


def undone(rest: str, day: str = "2026-03-01", at: str = "") -> list[Edit]:
    """One more event, that takes back another."""
    event = f"  - {at}{{date: {day}, event: undo, by: nurse{', ' * bool(rest)}{rest}}}\n"
    return [("event: intake, by: nurse}\n", f"event: intake, by: nurse}}\n{event}")]


def happening(*events: str, by: str = "aide") -> Edit:
    """Events a week apart after the intake, the last of them by a role."""
    roles = [*["nurse"] * (len(events) - 1), by]
    lines = (
        f"  - {{date: 2026-03-{7 * n + 1:02}, event: {event}, by: {role}}}\n"
        for n, (event, role) in enumerate(zip(events, roles, strict=True))
    )
    return "event: intake, by: nurse}\n", f"event: intake, by: nurse}}\n{''.join(lines)}"


def told(event: str, *, at: str = "") -> list[Edit]:
    """The case with one more event, given with its keys."""
    one = f"  - {at}{{date: 2026-02-03, by: nurse, event: {event}}}\n"
    return [("event: intake, by: nurse}\n", f"event: intake, by: nurse}}\n{one}")]


CASE_ROWS: list[Row] = [
    ("missing_key", [("case: c-1\n", ""), ("due_date", f"{MARK}due_date")],
     ["`case` is missing here\n  help: add `case: ...`"]),
    ("missing_key", [("- {date: 2026-02-01, ", f"- {MARK}{{")],
     ["`date` is missing here\n  help: add `date: ...`"]),
    ("unknown_key", [("events:", f"{MARK}event: []\nevents:")],
     ["`event` is not a word that goes here\n  help: did you mean `events`?"]),
    ("unknown_key", [("- {date: 2026-02-01,", f"- {{{MARK}day: 1, date: 2026-02-01,")],
     ["`day` is not a word that goes here\n  help: one of: date, by, facts, help, first, wishes"]),
    ("wrong_type", [("due_date: 2026-09-01", f"due_date: {MARK}in May")],
     ["`due_date` must be a date such as 2026-11-21"]),
    ("wrong_type", [("case: c-1", f"case: {MARK}''")], ["`case` must be text of length 1 or more"]),
    ("wrong_type", [("case: c-1", f"case: {MARK}{'c' * 61}")], ["`case` must be at most 60 characters"]),
    ("wrong_type", [("case: c-1", f'case: {MARK}"c\\n1"')], ["`case` must be one line of visible characters"]),
    ("wrong_type", [("event: intake", f"event: {MARK}tea")],
     ["`event` must be one of: `intake`, `agreement`, `plan_set`, `completed`, `refusal`, `move`, `transfer`, `loss`, `due_date`, `birth`, `absence`, `return`, `placement`, `secret_address`, `over`, `preference`, `student`, `visit`, `goal`, `crisis`, `relapse`, `override` or `undo`"]),
    ("wrong_type", [("observations:\n  - {date: 2026-02-01, by: nurse, facts: {smoking: stopped, income: 900.50}}", f"observations:\n  - {MARK}none")],
     ["`observations[0]` must be a mapping"]),
    ("wrong_type", [("  - {date: 2026-02-03, event: intake, by: nurse}", f"  {MARK}intake: yes")],
     ["`events` must be a list"]),
    ("bad_pattern", [("event: intake, by: nurse", f"event: intake, by: {MARK}The Nurse")],
     [f"`by` is not written as it must be\n  help: {PATTERN_HELP}"]),
    ("unknown_fact", [("  poor: true", f"  {MARK}pour: true")],
     ["`pour` is not a fact of this pack\n  help: did you mean `poor`?"]),
    ("unknown_fact", [("income: 900.50", f"{MARK}zzz: 900.50")],
     [f"`zzz` is not a fact of this pack\n  help: {FACTS_OF_SMALL.partition(', all')[0]}"]),
    ("impossible_value", [("poor: true", f"poor: {MARK}yes")],
     ["this is not a value that `poor` can have\n  help: write true or false"]),
    ("impossible_value", [("smoking: stopped", f"smoking: {MARK}often")],
     ["this is not a value that `smoking` can have\n  help: one of: never, stopped, daily"]),
    ("impossible_value", [("friends: 3", f"friends: {MARK}3.5")],
     ["this is not a value that `friends` can have\n  help: a whole number from 0 to 9 (people)"]),
    ("impossible_value", [("income: 900.50", f"income: {MARK}5000.01")],
     ["this is not a value that `income` can have\n  help: a number from 0 to 5000 (EUR)"]),
    ("impossible_value", [("friends: 3", f"story: {MARK}3")],
     ["this is not a value that `story` can have\n  help: write one line of text in quotes"]),
    ("impossible_value", [("friends: 3", f'story: {MARK}"a\\nb"')],
     ["this is not a value that `story` can have\n  help: write one line of text in quotes"]),
    ("impossible_value", [("friends: 3", f"story: {MARK}' '")],
     ["this is not a value that `story` can have\n  help: write one line of text in quotes"]),
    ("unknown_role", [("02-01, by: nurse", f"02-01, by: {MARK}nurs"), ("event: intake, by: nurse", f"event: intake, by: {MARK}mother")],
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?",
      "`mother` is not a role of this pack\n  help: one of: nurse, chief, aide"]),
    ("missing_key", overridden("", at=MARK),
     [f"`{name}` is missing here\n  help: add `{name}: ...`" for name in ("of", "set", "reason")]),
    ("missing_key", overridden(f"of: {MARK}null, set: null, reason: {MARK}null"),
     [f"`{name}` is missing here\n  help: add `{name}: ...`" for name in ("of", "reason")]),
    ("blank_reason", overridden(f"of: class, set: high, reason: {MARK}'  '"),
     ["an override needs a reason\n  help: write why, in a sentence"]),
    ("wrong_type", overridden(f"of: class, set: {MARK}3, reason: x"),
     ["`set` must be true, false, the id of a class, or null"]),
    ("wrong_type", overridden(f"of: class, set: high, reason: {MARK}[x]"), ["`reason` must be text"]),
    ("unknown_override", overridden(f"of: {MARK}criterion:povrty, set: true, reason: x"),
     ["`criterion:povrty` is not something that can be set otherwise\n  help: did you mean `criterion:poverty`?"]),
    ("unknown_override", overridden(f"of: {MARK}signal:danger, set: false, reason: x"),
     ["`signal:danger` is not something that can be set otherwise\n"
      "  help: one of: class, criterion:poverty, criterion:solitude, action:help, action:protect"]),
    ("impossible_value", overridden(f"of: class, set: {MARK}highest, reason: x"),
     ["this is not a value that `set` can have\n  help: one of: high, middle, low, null"]),
    ("impossible_value", overridden(f"of: class, set: {MARK}true, reason: x"),
     ["this is not a value that `set` can have\n  help: one of: high, middle, low, null"]),
    ("impossible_value", overridden(f"of: criterion:poverty, set: {MARK}'true', reason: x"),
     ["this is not a value that `set` can have\n  help: one of: true, false, null"]),
    ("may_not_decide", overridden("of: class, set: high, reason: x", by=f"{MARK}aide"),
     ["the role `aide` may not decide on this (class)\n  help: one of: chief"]),
    ("may_not_decide", overridden("of: action:help, set: null, reason: x", by=f"{MARK}aide"),
     ["the role `aide` may not decide on this (action)\n  help: no role of this pack may; see `decides` of the roles"]),
    ("unknown_role", overridden("of: class, set: high, reason: x", by=f"{MARK}chef"),
     ["`chef` is not a role of this pack\n  help: did you mean `chief`?"]),
    ("not_of_event", [("event: intake, by: nurse", f"event: intake, by: nurse, {MARK}of: class, {MARK}set: null, {MARK}reason: x")],
     [f"`{name}` does not go with `event: intake`\n  help: leave it out" for name in ("of", "set", "reason")]),
    ("not_of_event", overridden(f"of: class, set: low, reason: x, {MARK}on: 2026-02-01"),
     ["`on` does not go with `event: override`\n  help: leave it out"]),
    ("missing_key", undone("", at=MARK),
     [f"`{name}` is missing here\n  help: add `{name}: ...`" for name in ("of", "on")]),
    ("nothing_to_undo", undone(f"of: intake, on: {MARK}2026-02-04"),
     ["there was no `intake` on this day to take back\n  help: one of: 2026-02-03"]),
    ("nothing_to_undo", undone(f"of: birth, on: {MARK}2026-02-03"),
     ["there was no `birth` on this day to take back\n  help: one of: intake"]),
    ("nothing_to_undo", undone(f"of: intake, on: {MARK}2026-02-03", day="2026-02-02"),
     ["there was no `intake` on this day to take back"]),
    ("wrong_type", told(f"loss, kind: {MARK}admission"),
     ["`kind` must be one of: `pregnancy_loss`, `termination`, `stillbirth`, `child_died`"]),
    ("wrong_type", told(f"absence, from: 2026-03-01, kind: {MARK}ill"),
     ["`kind` must be one of: `admission`, `detention`"]),
    ("wrong_type", told(f"loss, goes_on: {MARK}yes"), ["`goes_on` must be true or false"]),
    ("not_of_event", told(f"birth, {MARK}kind: stillbirth, {MARK}goes_on: true"),
     [f"`{name}` does not go with `event: birth`\n  help: leave it out" for name in ("kind", "goes_on")]),
    ("kind_of_hers", told(f"absence, from: 2026-03-01, of: nurse, {MARK}kind: admission"),
     ["`kind` says why she herself is away, and this is the absence of a role\n"
      "  help: leave it out: why a colleague is away is nobody else's matter"]),
    ("never_over", told(f"over, of: {MARK}placment"),
     ["`placment` is not something that can be over\n  help: did you mean `placement`?"]),
    ("nothing_over", told(f"over, of: {MARK}placement"),
     ["there is no `placement` by this day that could be over\n"
      "  help: record that first, or give the day on which it was over"]),
    ("undo_of_undo", undone(f"of: {MARK}undo, on: 2026-03-01"),
     ["an undo cannot be taken back\n  help: write the event itself again; on its own day with `number: 2`"]),
    ("no_such_number", undone(f"of: intake, on: 2026-02-03, number: {MARK}2"),
     ["there is no `intake` of this day with this number\n  help: one of: 1"]),
    ("two_due_dates", [("event: intake, by: nurse}\n", "event: intake, by: nurse}\n"
      "  - {date: 2026-02-03, by: nurse, event: due_date, to: 2026-06-01}\n"
      f"  - {{date: 2026-02-03, by: nurse, event: due_date, to: {MARK}2026-06-02}}\n")],
     ["two due dates are told on one day\n  help: give the one that holds `number: 2`, or take the other out"]),
    ("out_of_order", [happening(f"{MARK}plan_set")],
     ["`plan_set` does not come next: the case stands at `making` then\n  help: one of: intake, agreement"]),
    ("after_the_end", [happening("refusal", f"{MARK}agreement")],
     ["`agreement` comes after the end: the case stands at `stopped` then\n  help: one of: intake"]),
    ("after_the_end", [happening("refusal", f"{MARK}completed")],
     ["`completed` comes after the end: the case stands at `stopped` then\n  help: one of: intake"]),
    ("after_the_end", [happening("loss", f"{MARK}refusal")],
     ["`refusal` comes after the end: the case stands at `lost` then\n  help: one of: loss"]),
    ("out_of_order", [("event: intake", f"event: {MARK}agreement")],
     ["`agreement` does not come next: the case stands at `first` then\n  help: one of: intake"]),
    ("no_such_step", [happening(f"{MARK}transfer")],
     ["`transfer` is no step of this pack\n  help: the steps of `trajectory.yaml` name the events of this pack"]),
    ("may_not_take", [happening("agreement", "plan_set", by=f"{MARK}aide")],
     ["the role `aide` may not record `plan_set`\n  help: one of: nurse, chief"]),
    ("unknown_role", told(f"absence, from: 2026-02-04, of: {MARK}nurs"),
     ["`nurs` is not a role of this pack\n  help: did you mean `nurse`?"]),
    ("unknown_role", told(f"return, of: {MARK}mother"),
     ["`mother` is not a role of this pack\n  help: one of: nurse, chief, aide"]),
    ("back_before_from", told(f"absence, from: 2026-02-04, back: {MARK}2026-02-04"),
     ["`back` is the first day that somebody is there again, so it comes after `from`\n"
      "  help: write a later day, or leave it out as long as nobody knows"]),
    ("unknown_goal", told(f"goal, of: {MARK}clam, state: reached"),
     ["`clam` is not a goal of this pack\n  help: did you mean `calm`?"]),
    ("wrong_type", told(f"goal, of: calm, state: {MARK}done"),
     ["`state` must be one of: `reached` or `dropped`"]),
    ("missing_key", told("goal, of: calm", at=MARK),
     ["`state` is missing here\n  help: add `state: ...`"]),
    ("return_before_from", [*told("absence, from: 2026-02-04"), ("from: 2026-02-04}\n",
      f"from: 2026-02-04}}\n  - {{date: {MARK}2026-02-03, by: nurse, event: return}}\n")],
     ["nobody was away yet on this day: every absence that this could end begins later\n"
      "  help: give the day of the return, or take the absence back with an `undo`"]),
    ("unknown_visit", told(f"visit, visit: {MARK}erly-003, status: done"),
     ["`erly-003` is not a visit of this pack\n"
      "  help: write a phase and a number, as `visits` has it in `kansrijk plan CASE --format json`; the phase is one of: early, later"]),
    ("wrong_type", told(f"visit, visit: {MARK}early-3, status: done"),
     ["`visit` must be a phase and a number, such as `fase_1-002`"]),
    ("wrong_type", told(f"preference, time: {MARK}25:30"),
     ["`time` must be a time as HH:MM, from 00:00 to 23:59"]),
    ("wrong_type", told(f"preference, time: {MARK}'9:30'"),
     ["`time` must be a time as HH:MM, from 00:00 to 23:59"]),
    ("wrong_type", told(f'override, of: class, set: high, reason: {MARK}"so\\nit is"'),
     ["`reason` must be one line of text"]),
    ("wrong_type", told(f'override, of: class, set: high, reason: {MARK}"\\u202eso"'),
     [f"`reason` must be {HIDDEN}"]),
    ("wrong_type", told(f'override, of: class, set: high, reason: {MARK}"so\\u00a0it\\nis"'),
     [f"`reason` must be {HIDDEN}"]),
    ("wrong_type", told(f'student, languages: [Dutch, {MARK}"a\\tb"]'),
     ["`languages[1]` must be one line of text"]),
    ("only_moved", told(f"visit, visit: early-003, status: done, {MARK}to: 2026-02-04"),
     ["`to` goes with a visit that was moved only\n  help: leave it out, or write `status: moved`"]),
    ("missing_key", told("visit, visit: early-003, status: moved", at=MARK),
     ["`to` is missing here\n  help: add `to: ...`"]),
    ("bsn", overridden(f"of: class, set: high, reason: {MARK}zie 111222333"), BSN),
    ("unknown_criterion", [("by: nurse, facts: {smok", f"by: nurse, help: {{{MARK}povert: wanted}}, facts: {{smok")],
     ["`povert` is not a criterion of this pack\n  help: did you mean `poverty`?"]),
    ("unknown_criterion", [("by: nurse, facts: {smok", f"by: nurse, first: [poverty, {MARK}solitud], facts: {{smok")],
     ["`solitud` is not a criterion of this pack\n  help: did you mean `solitude`?"]),
    ("wrong_type", [("by: nurse, facts: {smok", f"by: nurse, wishes: [{MARK}'  ', {MARK}\"a\\nb\", {MARK}{'x' * 201}, {MARK}\"a\\u200eb\"], facts: {{smok")],
     ["`wishes[0]` must be one line of text", "`wishes[1]` must be one line of text",
      "`wishes[2]` must be at most 200 characters", f"`wishes[3]` must be {HIDDEN}"]),
    ("bsn", [("by: nurse, facts: {smok", f"by: nurse, wishes: [{MARK}bel 111222333], facts: {{smok")], BSN),
    ("wrong_type", [("by: nurse, facts: {smok", f"by: nurse, help: {{poverty: {MARK}perhaps}}, facts: {{smok")],
     ["`poverty` must be one of: `wanted`, `not_now`, `not_wanted` or `declined`"]),
    ("bsn", [("case: c-1", f'case: {MARK}"111222333"')], BSN),
    ("bsn", [("case: c-1", f"case: {MARK}111222333")], BSN),
    ("bsn", [("poor: true", f"story: {MARK}bsn 1112.22.333, of 1")], BSN),
    ("bsn", [("poor: true", f"{MARK}nr_111222333: true")], BSN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "edits", "messages"),
    CASE_ROWS,
    ids=[f"{i}-{row[0]}" for i, row in enumerate(CASE_ROWS)],
)
def test_words_of_a_broken_case(code: str, edits: list[Edit], messages: list[str]) -> None:
    text, places = broken(CASE, edits)
    pack = small_pack(roles=DECIDING, trajectory=STEPS)
    error = refused(lambda: facts_on(pack, parse_case(parse_yaml(text, "case.yaml")), ON))
    assert str(error) == printed("case.yaml", places, messages)
    assert {found.code for found in error.problems} == {code}


def test_a_good_case_has_no_problems() -> None:
    assert facts_on(small_pack(), parse_case(parse_yaml(CASE, "case.yaml")), ON).values


def test_a_case_made_in_python_has_paths_for_places() -> None:
    case = case_of(
        facts={"pour": True},
        observations=[{"date": "2026-01-01", "by": "x", "facts": {"friends": 10}}],
    )
    assert str(refused(lambda: facts_on(small_pack(), case, ON))) == (
        "case.yaml: facts.pour: `pour` is not a fact of this pack\n"
        "  help: did you mean `poor`?\n"
        "case.yaml: observations[0].by: `x` is not a role of this pack\n  help: one of: nurse\n"
        "case.yaml: observations[0].facts.friends: this is not a value that `friends` can have\n"
        "  help: a whole number from 0 to 9 (people)"
    )


# A pack in a folder


def folder(path: Path, **files: str) -> Path:
    """The small pack as a folder, a file for each section; `files` are laid over it."""
    sections = re.split(r"^(\w+):\n", SMALL, flags=re.MULTILINE)[1:]
    for name, text in zip(sections[::2], sections[1::2], strict=True):
        (path / f"{name}.yaml").write_text(re.sub("^  ", "", text, flags=re.MULTILINE))
    for name, text in files.items():
        (path / f"{name.replace('__', '/')}.yaml").write_text(text)
    return path


TEST = "{title: a, on: 2026-01-01, case: {case: c}, expect: {}}"


def no_such_pack(_: Path) -> tuple[str, Callable[[], Any]]:
    return (
        "hoogeven: there is no such pack\n  help: did you mean `hoogeveen`?",
        lambda: load_pack("hoogeven"),
    )


def no_section(path: Path) -> tuple[str, Callable[[], Any]]:
    folder(path, signal="a: 1\n", zzz="a: 1\n")
    known = (
        "pack, sources, facts, norms, criteria, strengths, signals, classes, roles, phases, "
        "schedule, actions and 5 more"
    )
    return (
        f"{path}/signal.yaml:1:1: this file is not a section of a pack\n"
        "  help: did you mean `signals`?\n"
        f"{path}/zzz.yaml:1:1: this file is not a section of a pack\n"
        f"  help: one of: {known}",
        lambda: load_pack(path),
    )


def too_few_sections(path: Path) -> tuple[str, Callable[[], Any]]:
    folder(path)
    for name in ("roles", "sources", "norms"):
        (path / f"{name}.yaml").unlink()
    return (
        f"{path}: the section `sources` is missing\n  help: add the file `sources.yaml`\n"
        f"{path}: the section `roles` is missing\n  help: add the file `roles.yaml`",
        lambda: load_pack(path),
    )


def a_test_twice(path: Path) -> tuple[str, Callable[[], Any]]:
    (path / "tests").mkdir()
    folder(path, tests__a=f"one: {TEST}\n", tests__b=f"two: {TEST}\none: {TEST}\n")
    return (
        f"{path}/tests/b.yaml:2:1: the test `one` is there twice\n"
        "  help: give one of the two another id",
        lambda: load_pack(path),
    )


def a_section_twice(path: Path) -> tuple[str, Callable[[], Any]]:
    folder(path)
    (path / "signals.yml").write_text((path / "signals.yaml").read_text())
    return (
        f"{path}/signals.yml:1:1: the section `signals` is in another file already\n"
        "  help: put both in one file",
        lambda: load_pack(path),
    )


def chained(path: Path, section: str, entries: dict[str, str]) -> Path:
    """A whole pack in a folder, with many more entries in one section."""
    folder(path)
    file = path / f"{section}.yaml"
    text = file.read_text().rstrip("\n")
    file.write_text(text + "\n" + "".join(f"{id}: {entry}\n" for id, entry in entries.items()))
    return file


def a_long_chain(path: Path) -> tuple[str, Callable[[], Any]]:
    rest = "urgency: days, route: y, basis: policy, source: law, no_action: none"
    entries = {f"s{n}": f"{{label: x{n}, {rest}, when: {{signal: s{n + 1}}}}}" for n in range(150)}
    entries["s150"] = f"{{label: x150, {rest}, when: {{violence: true}}}}"
    file = chained(path, "signals", entries)
    line, column = place_of(file, "s0: ", "{signal: s1}")
    return (
        f"{file}:{line}:{column}: more than 100 rules ask one another in a row from here\n"
        "  help: let one of them ask the facts itself",
        lambda: load_pack(path),
    )


def many_derived(path: Path) -> tuple[str, Callable[[], Any]]:
    shape = "type: number, unit: people, range: [0, 9]"
    entries = {
        f"d{n}": f"{{{shape}, label: sum {n}, derive: {{sum: {{of: [friends, friends]}}}}}}"
        for n in range(201)
    }
    file = chained(path, "facts", entries)
    line, column = place_of(file, "d200: ", "d200")
    return (
        f"{file}:{line}:{column}: there are more than 200 derived facts\n  help: leave some out",
        lambda: load_pack(path),
    )


def place_of(file: Path, start: str, word: str) -> tuple[int, int]:
    """The place of a word in the line that starts so."""
    for number, line in enumerate(file.read_text().splitlines(), start=1):
        if line.startswith(start):
            return number, line.index(word) + 1
    raise LookupError(start)


FOLDER_ROWS = {
    "duplicate_section": a_section_twice,
    "long_chain": a_long_chain,
    "many_derived": many_derived,
    "unknown_pack": no_such_pack,
    "unknown_section": no_section,
    "missing_section": too_few_sections,
    "duplicate_test": a_test_twice,
}


@pytest.mark.parametrize("code", FOLDER_ROWS)
def test_words_of_a_broken_folder(code: str, tmp_path: Path) -> None:
    words, read = FOLDER_ROWS[code](tmp_path)
    error = refused(read)
    assert str(error) == words
    assert {found.code for found in error.problems} == {code}


def test_problems_of_a_folder_are_in_order_of_file_and_place(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    path = folder(tmp_path, roles="nurs: {label: a, domain: medical, does: b}\n", tests__a="a: 1\n")
    (path / "facts.yaml").write_text(
        (path / "facts.yaml").read_text().replace("asked_by: nurse", "asked_by: nurs")
    )
    (path / "norms.yaml").write_text("a: [\n")
    error = refused(lambda: load_pack(path))
    assert [f"{p.place.file}:{p.code}" for p in error.problems] == [
        f"{path}/norms.yaml:yaml_syntax"
    ]
    (path / "norms.yaml").write_text("a: {label: a, unit: b, basis: none, source: law}\n")
    error = refused(lambda: load_pack(path))
    assert [(p.place.file, p.place.line, p.code) for p in error.problems] == [
        (f"{path}/norms.yaml", 1, "wrong_type"),
        (f"{path}/tests/a.yaml", 1, "wrong_type"),
    ]
    (path / "norms.yaml").unlink()
    (path / "tests/a.yaml").unlink()
    found = refused(lambda: load_pack(path)).problems
    assert [(p.place.file, p.place.line) for p in found] == [
        (f"{path}/actions.yaml", 5),
        (f"{path}/actions.yaml", 9),
        (f"{path}/phases.yaml", 7),
        (f"{path}/phases.yaml", 20),
    ]


# Arguments of a command


def empty_folder(path: Path) -> Path:
    (path / "empty").mkdir(exist_ok=True)
    return path / "empty"


def no_case(path: Path) -> Path:
    (path / "none").mkdir(exist_ok=True)
    (path / "none" / "a.yaml").write_text("facts: {}\n")
    return path / "none"


def argument_rows(path: Path) -> dict[str, tuple[list[str], str]]:
    case = path / "case.yaml"
    case.write_text("case: c-1\n")
    screen = ["screen", str(case), "--on", "2026-01-02"]
    record = ["record", str(case), "--on", "2026-01-02"]
    return {
        "bad_date": (
            ["screen", str(case), "--on", "2 May"],
            "--on: this is not a date\n  help: write a date such as 2026-11-21, from 1900 to 2199",
        ),
        "bad_language": (
            [*screen, "--lang", "fr"],
            "--lang: `fr` is not a language of this pack\n  help: one of: nl, en",
        ),
        "bad_choice": (
            [*screen, "--format", "jsn"],
            "--format: `jsn` is not one of the choices\n  help: did you mean `json`?",
        ),
        "unknown_rule": (
            ["explain", str(case), "klein_netwrk"],
            "RULE: `klein_netwrk` is not a rule of this pack\n"
            "  help: did you mean `klein_netwerk`? "
            "`kansrijk explain CASE` shows the id of each rule of an outcome",
        ),
        "file_exists": (
            ["new", str(case)],
            f"{case}: this file is there already\n"
            "  help: choose another name; nothing was overwritten",
        ),
        "overwrites_input": (
            [*screen, "--output", str(case)],
            "--output: this is the case file itself; nothing was overwritten\n"
            "  help: choose another name",
        ),
        "answers_on_input": (
            ["ask", "-"],
            "CASE: the answers come in by standard input, so the case cannot\n"
            "  help: give the name of a file",
        ),
        "unknown_event": (
            [*record, "brith"],
            "EVENT: `brith` is not something that can be recorded\n  help: did you mean `birth`?",
        ),
        "option_missing": (
            [*record, "override", "class", "--set", "regulier", "--reason", "x"],
            "--by: `override` cannot be recorded without this\n"
            "  help: one of: casusbegeleider, werkbegeleider, verloskundige, jeugdverpleegkundige",
        ),
        "none_to_take_back": (
            ["record", str(case), "undo", "birth", "--by", "student"],
            "EVENT: there is no such event in this case to take back",
        ),
        "given_twice": (
            [*record, "due_date", "2027-03-01", "--to", "2027-03-02", "--by", "student"],
            "--to: this can be given once\n  help: keep one of them",
        ),
        "nothing_more": (
            [*record, "birth", "girl", "--by", "student"],
            "WHAT: `birth` takes fewer words than these\n"
            "  help: put quotes around words that belong together; `kansrijk record CASE` shows what "
            "goes with each event",
        ),
        "still_to_come": (
            [*record, "birth", "--date", "2026-01-03", "--by", "student"],
            "--date: this day is later than 2026-01-02\n"
            "  help: record what has happened; to look from a later day, give it with --on",
        ),
        "record_on_input": (
            ["record", "-", "birth"],
            "CASE: a case that comes in by standard input cannot be added to\n"
            "  help: give the name of a file",
        ),
        "no_cases": (
            ["assumptions", str(empty_folder(path))],
            f"{path}/empty: there is no case file in this folder\n"
            "  help: give a folder with .yaml or .json files",
        ),
        "no_usable_cases": (
            ["assumptions", str(no_case(path))],
            f"{path}/none: none of the files here is a case that can be used\n"
            "  help: mend what is said above of each",
        ),
        "one_of_ways": (
            ["whatif", str(case), "--on", "2026-01-02"],
            "whatif: it is not clear what to compare\n"
            "  help: give one of --set, --towards, --ahead",
        ),
        "enough_of_all": (
            ["explain", str(case), "leeftijd", "--enough"],
            "--enough: what is enough is told of the whole outcome, not of one rule\n"
            "  help: leave out the rule, or leave out --enough",
        ),
        "set_shape": (
            ["whatif", str(case), "--on", "2026-01-02", "--set", "roken"],
            "--set: this does not say which fact would have which value\n"
            "  help: write `fact=value`",
        ),
        "set_twice": (
            ["whatif", str(case), "--on", "2026-01-02", "--set", "roken=", "--set", "roken=soms"],
            "--set roken: this fact is set twice\n  help: keep one of the two",
        ),
        "not_written": (
            ["new", str(path / "nowhere" / "case.yaml")],
            f"{path}/nowhere/case.yaml: this file cannot be written\n"
            "  help: check the folder and your permission",
        ),
    }


ARGUMENTS = (
    "bad_date",
    "bad_language",
    "bad_choice",
    "unknown_rule",
    "file_exists",
    "overwrites_input",
    "answers_on_input",
    "unknown_event",
    "option_missing",
    "none_to_take_back",
    "given_twice",
    "nothing_more",
    "still_to_come",
    "record_on_input",
    "no_cases",
    "no_usable_cases",
    "enough_of_all",
    "one_of_ways",
    "set_shape",
    "set_twice",
    "not_written",
)


@pytest.mark.parametrize("code", ARGUMENTS)
def test_words_of_a_wrong_argument(code: str, tmp_path: Path) -> None:
    arguments, words = argument_rows(tmp_path)[code]
    result = CliRunner().invoke(application(), arguments)
    assert isinstance(result.exception, InputError)
    assert str(result.exception) == words
    assert [found.code for found in result.exception.problems] == [code]
    assert result.stdout == ""
    assert (tmp_path / "case.yaml").read_text() == "case: c-1\n"


@pytest.mark.parametrize("written", ["2026-13-01", "20261121", "2026-W01-1", "2026-1-1", ""])
def test_only_a_date_is_a_date(written: str, tmp_path: Path) -> None:
    _, words = argument_rows(tmp_path)["bad_date"]
    result = CliRunner().invoke(
        application(), ["screen", str(tmp_path / "case.yaml"), "--on", written]
    )
    assert str(result.exception) == words


# Adding to a case


def test_words_of_what_cannot_be_added() -> None:
    text = "{case: c-1, observations, events: []}"
    error = refused(lambda: added(text, "case.yaml", ("observations", 0), {"by": "nurse"}))
    assert str(error) == (
        "case.yaml: this file is laid out so that nothing can be added to it without changing the "
        "rest\n  help: write its lists with a line for each item, or add this by hand; nothing was "
        "written"
    )
    assert [found.code for found in error.problems] == list(ADDING)


ADDING = ("not_added",)
BESIDE = (
    "of_later",  # tests/cli/test_writing.py
    "not_asked",  # tests/cli/test_record.py, tests/exploring/test_recording.py
    "changed_meanwhile",
    "signal_facts",
    "no_words_for_her",  # tests/cli/test_copies.py
    "no_calendar",
    "missing_glyphs",  # tests/cli/test_copies.py
    "missing_package",  # tests/output/test_calendar.py
    "missing_prover",  # tests/workbench/test_prove_command.py
    "no_outcome",  # tests/workbench/test_verify_command.py
    "verify_copy",  # tests/workbench/test_verify_command.py
    "no_plan",
    "no_visits",
    "no_visits.proposal",
    "unknown_test",  # tests/workbench/test_running.py
    "expects_nothing",
    "table_column",  # tests/workbench/test_tables.py
    "column_twice",
    "column_beside",
    "row_length",
    "no_day",
    "empty_table",
    "csv_syntax",
    "meaning_changed",  # tests/workbench/test_releasing.py
    "not_in_changelog",
    "version_too_low",
    "version_not_higher",
    "bad_version",
    "nothing_to_release",
    "no_release_yet",
    "say_what",
    "folder_exists",  # tests/workbench/test_starting.py
    "bad_id",
    "bad_title",
    "a_workbook",  # tests/workbench/test_norm_sheet.py
    "sheet_column",
    "sheet_lacks",
    "sheet_norm",
    "sheet_day",
    "sheet_fixed",
    "sheet_truth",
    "sheet_words",
    "sheet_number",
    "sheet_undated",
    "sheet_no_day",
    "sheet_early",
    "sheet_no_column",
    "row_twice",
    "tests_not_asked",  # tests/workbench/test_updating.py
    "not_alike",
    "overwrites_pack",  # tests/workbench/test_coverage_page.py
    "goes_with",
    "goes_without",
)


# All together


def test_every_code_has_a_row() -> None:
    source = Path(problem_texts.__file__).read_text(encoding="utf-8")
    group = re.search(r"^    # reading\n(.*?)(?=^    # |^})", source, re.MULTILINE | re.DOTALL)
    assert group
    # Those of this group are held by tests/reading/test_reading_problems.py.
    reading = set(re.findall(r'^    "([\w.]+)":', group[1], re.MULTILINE))
    here = {code for code, _, _ in [*PACK_ROWS, *CASE_ROWS]} | {
        *FOLDER_ROWS,
        *ARGUMENTS,
        *ADDING,
        *BESIDE,
    }
    assert reading.isdisjoint(here)
    assert reading | here == set(PROBLEM_TEXTS)


def test_all_problems_come_at_once_in_order_of_place() -> None:
    text, places = broken(
        SMALL,
        [
            ("owner: nobody", f"owner: {{en: nobody, {MARK}nl: niemand}}"),
            ('question: "Alone?", asked_by: nurse', f'question: "Alone?", asked_by: {MARK}nurs'),
            ("unit: days", "unit: weken"),
            ("domain: people", f"domain: {MARK}peple"),
            ("when: {violence: true}", f"when: {{any: [{{{MARK}violent: true}}, {{poor: {MARK}3}}]}}"),
            ("fact: hopeful", f"fact: {MARK}smoking"),
            ("low: {label: low}", f"low: {{label: low, when: {MARK}{{poor: false}}}}"),
            ("until: {months: 3}", f"until: {MARK}{{months: 0}}"),
            ("for: danger", f"for: [danger, {MARK}dnger]"),
        ],
    )  # fmt: skip
    found = refused(lambda: pack_of(text)).problems
    assert [f"{p.place.line}:{p.place.column}" for p in found] == places
    assert [p.code for p in found] == [
        "unknown_language",
        "unknown_role",
        "unknown_id",
        "unknown_fact",
        "impossible_value",
        "wrong_fact_type",
        "lowest_class",
        "empty_phase",
        "unknown_finding",
    ]


def test_a_hundred_problems_are_enough(tmp_path: Path) -> None:
    wrong = "".join(f"  f{n}: {{type: number, label: f{n}, {ASKED}}}\n" for n in range(200))
    found = refused(lambda: pack_of(SMALL.replace("norms:\n", f"{wrong}norms:\n", 1))).problems
    assert len(found) == MAX_PROBLEMS
    assert {p.code for p in found} == {"fact_needs"}
    shapes = SMALL.replace("norms:\n", f"{wrong.replace('number', 'nr')}norms:\n", 1)
    assert len(refused(lambda: pack_of(shapes)).problems) == MAX_PROBLEMS
    for n in range(200):
        (tmp_path / f"f{n}.yaml").write_text("a: 1\n")
    assert len(refused(lambda: load_pack(tmp_path)).problems) == MAX_PROBLEMS


def test_problems_of_one_place_keep_their_order(tmp_path: Path) -> None:
    """Not that of a set of texts, which differs from run to run."""
    edits = fact("colour: {type: choice, label: colour}")
    said = [p.message for p in refused(lambda: pack_of(broken(SMALL, edits)[0])).problems]
    assert said == [
        f"the fact `colour` needs `{name}`" for name in ("values", "question", "asked_by")
    ]


# No value of a fact in a message

SECRET = "geheim77"
secrets = st.sampled_from(
    [SECRET, 777777, 777777.5, [SECRET], {SECRET: SECRET}, f"{SECRET} 777777", -777777]
)
anything = st.one_of(secrets, st.none(), st.booleans(), st.sampled_from(["declined", "daily"]))
bags = st.dictionaries(
    st.sampled_from(["poor", "smoking", "friends", "income", "story", "pour"]), anything
)
days = st.one_of(st.sampled_from(["2026-01-01", "2026-01-02"]), anything)
broken_cases = st.fixed_dictionaries(
    {"case": st.one_of(st.just("c-1"), secrets)},
    optional={
        "due_date": days,
        "last_period": days,
        "facts": st.one_of(bags, anything),
        "observations": st.one_of(
            anything,
            st.lists(
                st.fixed_dictionaries({"facts": st.one_of(bags, anything)}, optional={"date": days, "by": st.just("nurse")}),
                max_size=3,
            ),
        ),
        "events": st.one_of(
            anything,
            st.lists(st.fixed_dictionaries({"event": st.one_of(st.sampled_from(["birth", "override", "undo"]), secrets), "date": days, "by": st.just("nurse")}, optional={"on": days, "of": st.one_of(st.just("class"), st.just("criterion:poverty")), "set": anything, "reason": anything}), max_size=3),
        ),
    },
)  # fmt: skip


@given(broken_cases)
def test_no_message_shows_the_value_of_a_fact(data: dict[str, Any]) -> None:
    # Keys are shown: they are words of the pack, or meant to be.
    values = SECRET not in str(_keys(data))
    try:
        facts_on(small_pack(), case_of(**data), ON)
    except InputError as error:
        said = f"{error} {error!r} {error.__context__ or ''}"
        assert "777777" not in said
        assert not values or SECRET not in said


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for item in value.values() for key in _keys(item))]
    return [key for item in value for key in _keys(item)] if isinstance(value, list) else []
