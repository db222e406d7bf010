"""What every part of the page is made with: the words, the norms of the day, what running gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from kansrijk.case.norms import norms_on
from kansrijk.output.plan_text import interval_text
from kansrijk.output.sentence import Sentences, exactly
from kansrijk.output.words import FEWEST_PLACES, Words
from kansrijk.pack.care import Visits
from kansrijk.pack.condition import NormRef, OneOf
from kansrijk.pack.model import Sections
from kansrijk.pack.pack import Pack, leaves
from kansrijk.pack.parse import CLASS
from kansrijk.pack.parts import NormLink
from kansrijk.pack.vocabulary import Norm
from kansrijk.planning.schedule import Interval
from kansrijk.workbench.documents.evidence import Evidence
from kansrijk.workbench.documents.looks import all_rules
from kansrijk.workbench.documents.parts import Entry, Line, Said, plain, row


class Making(NamedTuple):
    words: Words
    found: Evidence

    @property
    def pack(self) -> Pack:
        return self.words.pack

    @property
    def parts(self) -> Sections:
        return self.words.pack.sections

    @property
    def sentences(self) -> Sentences:
        """Conditions in words, on the day and of nobody in particular."""
        return Sentences(self.words, norms_on(self.pack, self.found.on), None)

    def say(self, phrase: str, **fields: Any) -> str:
        return self.words.say(f"docs_{phrase}", **fields)

    def named(self, key: str) -> Said:
        """Something of the pack by its label, with where it stands on the page."""
        kind, _, id = key.partition(":")
        if kind in ("schedule", "steps"):
            return Said(self.say(kind), "section:roles" if kind == "steps" else key)
        if kind == "event":
            return Said(self.words.say(f"event_{id}"))
        if kind == "plausibility":
            return Said(self.words.text(self.parts.plausibility[id].message), key)
        if kind == "source":
            return Said(self.parts.sources[id].title, key)
        label = self.words.label(id if kind in ("fact", "norm") else key)
        return Said(label, key)

    def row(self, keys: Iterable[str]) -> Line:
        """Things of the pack in a row."""
        return row((self.named(key) for key in keys), self.words.say("apart"))

    def entry(self, term: str, *lines: Line) -> Iterator[Entry]:
        """A term with lines that are not empty; nothing where all are."""
        if listed := tuple(line for line in lines if line):
            yield Entry(self.say(term), listed)

    def texts(self, term: str, *texts: str) -> Iterator[Entry]:
        return self.entry(term, *(plain(text) for text in texts if text))

    def listed(self, term: str, keys: Iterable[str]) -> Iterator[Entry]:
        """A term with things of the pack, each on a line of its own."""
        return self.entry(term, *((self.named(key),) for key in keys))

    def sources(self, ids: Iterable[str]) -> Line:
        return self.row(f"source:{id}" for id in ids)

    def figure(self, value: Any, unit: str | None = None, *, places: int = 0) -> str:
        """A number as exact as it stands; with two decimals at least where it is not whole."""
        said = exactly(value, self.words)
        least = FEWEST_PLACES if isinstance(value, Fraction) else places
        whole, _, decimals = said.partition(self.words.say("decimal"))
        if least:
            said = f"{whole}{self.words.say('decimal')}{decimals.ljust(least, '0')}"
        return self.words.amount(said, unit, of=value)

    def value(self, id: str, value: Any) -> str:
        """A value of a norm that is no table: a number, a word, some words."""
        norm = self.parts.norms[id]
        if isinstance(value, bool):
            return self.words.say("yes" if value else "no")
        if isinstance(value, str | tuple):
            fact = self._about(id)
            words = (value,) if isinstance(value, str) else value
            return ", ".join(self.words.value(fact, word) for word in words)
        return self.figure(value, norm.unit)

    def _about(self, norm: str) -> str:
        """The fact of which the words of a norm are values."""
        for rule in all_rules(self.pack):
            for leaf in leaves(rule.when):
                if isinstance(leaf, OneOf) and leaf.values == NormRef(norm):
                    return leaf.fact
        return ""

    def column(self, norm: Norm, column: Any) -> str:
        """The heading of a column of a table."""
        if norm.by == CLASS:
            return self.words.label(f"class:{column}")
        assert norm.by is not None
        model = self.parts.facts[norm.by]
        if model.values:
            return self.words.value(norm.by, column)
        return self.figure(int(column), model.unit)

    def today(self, id: str) -> Line:
        """What a norm is on the day: its value, that it is a table, or that it is not known."""
        norm = norms_on(self.pack, self.found.on).get(id)
        if norm is None:
            return plain(self.say("norm_unknown"))
        if isinstance(norm.value, dict):
            return plain(self.say("norm_table"))
        return plain(self.value(id, norm.value))

    def number(self, link: int | NormLink | None, column: str = "") -> int | None:
        """A number of the pack on the day; None where it is a norm in a gap."""
        if not isinstance(link, NormLink):
            return link
        norm = norms_on(self.pack, self.found.on).get(link.norm)
        value = None if norm is None else norm.value
        value = value.get(column) if isinstance(value, dict) else value
        return value if isinstance(value, int) else None

    def whole(self, link: int | NormLink) -> int:
        """A number that has a value on every day."""
        found = self.number(link)
        assert found is not None
        return found

    def visits(self, visits: Visits, level: str) -> str:
        """How often a visit is for a class."""
        days = self.number(visits.days, level)
        return interval_text(None if days is None else Interval(visits.number, days), self.words)
