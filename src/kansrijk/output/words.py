"""The texts of an outcome in one language: those of the pack, and the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from kansrijk.output.phrases import ONE_OF_A_UNIT, PHRASES, UNITS
from kansrijk.pack.numbers import said
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import CLASS

if TYPE_CHECKING:
    from kansrijk.case.circumstances import Circumstance
    from kansrijk.screening.warnings import Warning

MEASURED = frozenset(
    ("jaar", "maanden", "weken", "dagen", "uur", "EUR", "EUR/maand", "cm", "kg", "punten")
)
"""Units of what is measured and not counted, even where it is told in whole numbers."""


ON_SCREEN = re.compile("‹(.*?)›")
FEWEST_PLACES = 2
"""So many decimals of a number that is not whole are always there, as in an amount."""


class Words(NamedTuple):
    """A pack and a language; where the program lacks the language, its phrases are English."""

    pack: Pack
    lang: str
    paper: bool = False
    """Whether it is for a page, on which no option or command can be typed."""

    def text(self, text: Mapping[str, str]) -> str:
        return self.pack.text(text, self.lang)

    def say(self, phrase: str, **fields: Any) -> str:
        """A phrase of the program, filled in; what is for a screen alone stands between `‹›`."""
        text = PHRASES[phrase].get(self.lang, PHRASES[phrase]["en"])
        return ON_SCREEN.sub("" if self.paper else r"\1", text).format(**fields)

    def pair(self, what: str, said: str) -> str:
        """Something, and after a colon what is said of it."""
        return self.say("pair", what=what, said=said)

    def apart(self, parts: Iterable[str]) -> str:
        """Parts that may hold commas themselves, in a row."""
        return self.say("apart").join(parts)

    def many(self, phrase: str, number: int, **fields: Any) -> str:
        """A phrase about so many things; for one of them there is another."""
        return self.say(f"{phrase}_one" if number == 1 else phrase, **fields)

    def compared(self, comparator: str, fact: str) -> str:
        """How a comparison is said: a number of things is fewer than another, and not less."""
        model = self.pack.sections.facts[fact]
        counts = model.type == "integer" and model.unit not in MEASURED
        return "below_count" if counts and comparator == "below" else comparator

    def note(self, note: str) -> str:
        """What somebody who wrote a pack noted, in its first language: said to be so elsewhere."""
        own = self.pack.languages[0]
        if own == self.lang:
            return note
        return self.say("norm_note", note=note, language=self.language(own))

    def language(self, lang: str) -> str:
        """The name of a language; of one that has none here its code."""
        return self.say(f"language_{lang}") if f"language_{lang}" in PHRASES else lang

    def label(self, key: str) -> str:
        """The label of a rule by its key, or of a fact, norm or class by its bare id."""
        kind, _, id = key.rpartition(":")
        parts = self.pack.sections
        sections: Mapping[str, Mapping[str, Any]] = {
            "": {**parts.norms, **parts.facts},
            "criterion": parts.criteria,
            "signal": parts.signals,
            "strength": parts.strengths,
            "class": parts.classes.classes,
            "phase": parts.phases,
            "interval": parts.phases,
            "action": parts.actions,
            "offer": parts.offers,
            "intake": {reason.id: reason for reason in parts.classes.intake},
            "role": parts.roles,
        }
        return self.text(sections[kind][id].label)

    def finding(self, id: str) -> str:
        """The label of what an action came from: a finding or a fact."""
        parts = self.pack.sections
        for kind, section in (
            ("criterion:", parts.criteria),
            ("signal:", parts.signals),
            ("strength:", parts.strengths),
            ("class:", parts.classes.classes),
            ("phase:", parts.phases),
        ):
            if id in section:
                return self.label(kind + id)
        return self.label(id)

    def circumstance(self, one: Circumstance) -> str:
        """What is going on, and since when."""
        return f"{self.say(f'event_{one.name}')} ({self.date(one.from_)})"

    def circumstances(self, every: Iterable[Circumstance]) -> str:
        return ", ".join(map(self.circumstance, every))

    def class_label(self, level: str | None) -> str:
        return self.say("class_open") if level is None else self.label(f"class:{level}")

    def decided_on(self, key: str) -> str:
        """What was decided about: the class, or a rule by its label."""
        return self.say("the_class") if key == CLASS else self.label(key)

    def question(self, fact: str) -> str:
        model = self.pack.sections.facts[fact]
        return self.text(model.question or model.label)

    def needed_for(self, keys: tuple[str, ...]) -> str:
        """What a question is for, to be read aloud: the findings by name, actions only as such."""
        findings = self._named(keys, "criterion:", "signal:")
        if findings:
            *others, last = findings
            what = f"{', '.join(others)} {self.say('or')} {last}" if others else last
            return self.say("needed_for", what=what)
        strengths = self._named(keys, "strength:")
        what = ", ".join(strengths)
        return (
            self.say("needed_for_strengths", what=what) if what else self.say("needed_for_actions")
        )

    def _named(self, keys: tuple[str, ...], *kinds: str) -> list[str]:
        """The labels of the rules of these kinds, each once, marked off from the sentence."""
        labels = dict.fromkeys(self.label(key) for key in keys if key.startswith(kinds))
        return [self.say("named", label=label) for label in labels]

    def value(self, fact: str, value: Any) -> str:
        """A value of a fact as a person says it."""
        model = self.pack.sections.facts.get(fact)
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if model is not None and model.values and value in model.values:
            return self.text(model.values[value])
        if isinstance(value, str):
            return value
        return self.amount(self.number(value), model.unit if model else None, of=value)

    def amount(self, said: str, unit: str | None, *, of: Any) -> str:
        """A number as it is said, with its unit: `1 year`, `2 years`."""
        return f"{said} {self.unit(unit, one=of == 1)}".strip()

    def unit(self, unit: str | None, *, one: bool = False) -> str:
        """A unit as it is said; one that has no other words is said as it is written."""
        many = UNITS.get(unit or "", {}).get(self.lang, unit or "")
        return ONE_OF_A_UNIT.get(unit or "", {}).get(self.lang, many) if one else many

    def number(self, value: Any, places: int = FEWEST_PLACES) -> str:
        """A number with up to so many decimals, with a comma where the language writes one."""
        if isinstance(value, int):
            return str(value)
        shown = _decimals(value, places) if isinstance(value, Fraction) else str(value)
        return shown if self.lang == "en" else shown.replace(".", ",")

    def day(self, day: date) -> str:
        """A day in full, with the day of the week."""
        return self.say(
            "day",
            weekday=self.say("weekdays").split()[day.weekday()],
            date=self.date(day),
        )

    def date(self, day: date) -> str:
        """A day without the day of the week."""
        number = self.say("first_of_month") if day.day == 1 else day.day
        return f"{number} {self.say('months').split()[day.month - 1]} {day.year}"

    def warning(self, warning: Warning) -> str:
        fields: dict[str, Any] = {}
        for name, detail in warning.details:
            fields[name] = self.date(detail) if isinstance(detail, date) else detail
        if warning.code == "disputed":
            fields["said"] = self.apart(
                self._said(warning.about, by, value) for by, value in fields["said"]
            )
        if warning.code == "handover_moved":
            fields["days"] = f" {self.say('and')} ".join(map(self.date, fields["days"]))
        if warning.code == "margin_could_turn":
            fields["measured"] = ", ".join(map(self.label, fields["measured"]))
            fields["then"] = self.say("error_turns" if fields["turns_class"] else "error_stays")
        about = warning.about
        if warning.code.startswith("override_"):
            by = fields.get("by")
            return self.say(
                f"warning_{warning.code}",
                **{**fields, "by": by and self.label(f"role:{by}")},
                about=self.decided_on(about),
            )
        kind, _, id = about.partition(":")
        if kind == "plausibility":
            fields["message"] = self.text(self.pack.sections.plausibility[id].message)
        elif about and not warning.code.startswith(("pack_", "visit_")):
            about = self.label(about)
        return self.say(f"warning_{warning.code}", about=about, **fields)

    def reading(self, of: str, id: str) -> str:
        """Another reading of a norm or a rule, as part of a sentence: after `if`."""
        parts = self.pack.sections
        kind, _, name = of.partition(":")
        readings: Mapping[str, Any] = {
            "norm": parts.norms,
            "criterion": parts.criteria,
            "class": parts.classes.classes,
        }
        reading = next(one for one in readings[kind][name].alternatives if one.name == id)
        if reading.label:
            return self.text(reading.label)
        return self.say("reading_unnamed", norm=self.label(name), value=said(reading.value))

    def _said(self, fact: str, by: str, value: Any) -> str:
        """Who said what of a fact."""
        who = self.label(f"role:{by}") if by else self.say("someone")
        return self.pair(who, self.say("declined") if value is None else self.value(fact, value))


def _decimals(number: Fraction, places: int) -> str:
    """Rounded, without noughts at the end beyond those that are always there."""
    whole, _, decimals = f"{float(number):.{places}f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(FEWEST_PLACES, '0')}"
