"""A finding of a case as one plain sentence: what came out, and what made it so."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from kansrijk.case.facts import Answer, Facts
from kansrijk.exploring.explanation import Explanation
from kansrijk.exploring.not_counted import NotCounted
from kansrijk.exploring.particulars import NormNamed, Particulars
from kansrijk.output.plan_text import interval_text
from kansrijk.output.sentence import Sentences, quoted
from kansrijk.output.text import truth_word
from kansrijk.output.words import FEWEST_PLACES, Words
from kansrijk.pack.condition import After, ClassIs, MayBe, NormRef, OneOf, PhaseIs, Rule
from kansrijk.pack.pack import Pack, leaves
from kansrijk.screening.because import Leaf, leaves_of
from kansrijk.screening.screen import Decision, Screening

OTHERWISE = {"at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most"}
"""What holds of a number where a comparison does not."""
MOST_PLACES = 15


class FindingSentences(NamedTuple):
    """The words, and the outcome that they are about."""

    words: Words
    facts: Facts
    screening: Screening

    @property
    def conditions(self) -> Sentences:
        """The sentences of conditions, on the day and with the facts of this outcome."""
        return Sentences(self.words, self.facts.norms, self.facts.values)

    def of(self, found: Explanation) -> str:
        """The sentence of an explanation."""
        label = quoted(self.words.label(found.key), self.words)
        return self.words.say("finding", label=label, told=self.told(found))

    def told(self, found: Explanation) -> str:
        """What came out and what made it so, in one sentence without the label."""
        if found.decision is not None:
            return self._decided(found, found.decision)
        if found.kind == "class" and found.truth is None:
            return self._open_class(found)
        if found.kind == "interval":
            came_out, reasons = interval_text(found.interval, self.words), self._for_interval(found)
        else:
            came_out, reasons = truth_word(found.truth, self.words), self._reasons(found)
        return self._because(came_out, reasons)

    def _because(self, came_out: str, reasons: Iterator[str]) -> str:
        because = self._together(reasons)
        phrase = "told" if because else "told_alone"
        return self.words.say(phrase, truth=came_out, because=because)

    def _open_class(self, found: Explanation) -> str:
        """What it takes is not known yet; or it is met, and a higher class is still open."""
        say, met = self.words.say, [tree for tree in found.because if tree.truth]
        came_out = truth_word(None, self.words)
        if not met and found.when is not None:
            return self._because(came_out, self._reasons(found))
        higher = found.possible[: found.possible.index(found.id)]
        labels = self.conditions.listed("class", higher)
        open_ = tuple(tree for tree in found.because if tree.truth is None)
        still = self._because(
            say("class_still_open", labels=labels), self._reasons(found._replace(because=open_))
        )
        reasons = self._together(self._reasons(found._replace(because=tuple(met))))
        phrase = "class_met" if met else "class_lowest"
        return " ".join((say(phrase, truth=came_out, because=reasons), still))

    def _together(self, reasons: Iterator[str]) -> str:
        return f", {self.words.say('and')} ".join(dict.fromkeys(reasons))

    def _decided(self, found: Explanation, decision: Decision) -> str:
        """Who decided it, when and why, and what the rules themselves say."""
        level = self.screening.classification.level
        text = self.words.say(
            "told_decided_class" if found.kind == "class" and not found.truth else "told_decided",
            truth=truth_word(found.truth, self.words),
            by=self.words.label(f"role:{decision.by}"),
            date=self.words.date(decision.date),
            level=quoted(self.words.class_label(level), self.words),
            reason=decision.reason.strip().removesuffix("."),
            rules=self.told(found._replace(truth=found.rules_say, decision=None)),
        )
        return f"{text} {self.words.say('override_review')}" if decision.review else text

    def _for_interval(self, found: Explanation) -> Iterator[str]:
        """A number of days that a norm gives, for each class or for hers."""
        for norm in found.norms[:1]:
            value = self.norm_value(norm)
            label = self.conditions.norm_label(norm.id)
            yield self.words.say("reason_norm", norm=label, value=value)
        if found.because:
            yield self._class(found)

    def _reasons(self, found: Explanation) -> Iterator[str]:
        if found.kind == "class" and found.truth is False and _other(found):
            yield self._class(found)
            return
        for tree in found.because:
            for leaf in leaves_of(tree):
                yield from self._reason(leaf, found)

    def _reason(self, leaf: Leaf, found: Explanation) -> Iterator[str]:
        no, conditions = leaf.truth is False, self.conditions
        match leaf.kind:
            case "fact":
                yield from self._of_fact(leaf)
            case "class":
                yield self._class(found)
            case "may_be" if no:
                yield conditions.test(MayBe(leaf.of), negated=True)
            case "may_be":
                still = tuple(id for id in leaf.of if id in found.possible)
                settled = len(found.possible) == 1
                yield conditions.test(ClassIs(still) if settled else MayBe(still))
            case "phase":
                yield conditions.test(PhaseIs(leaf.of), negated=no)
            case "after":
                yield conditions.test(After(leaf.of), negated=no)
            case kind:
                key = f"{kind}:{leaf.of[0]}"
                if leaf.truth is None:
                    label = quoted(self.words.label(key), self.words)
                    yield self.words.say("reason_rule_unknown", label=label)
                else:
                    yield conditions.test(Rule(key), negated=no)

    def _class(self, found: Explanation) -> str:
        """The classes that are possible, and whether the truth rests on no other being so."""
        if len(found.possible) == 1:
            return self.conditions.test(ClassIs(found.possible))
        phrase = "reason_class_open" if found.truth is None else "reason_class_only"
        return self.words.say(phrase, labels=self.conditions.listed("class", found.possible))

    def _of_fact(self, leaf: Leaf) -> Iterator[str]:
        fact, say = leaf.of[0], self.words.say
        label = self.conditions.label(fact)
        comparator, asked = leaf.test or ("", None)
        if comparator == "answered":
            yield say("read_answered" if leaf.truth else "read_answered_not", fact=label)
        elif leaf.truth is None:
            yield from self._unknown(leaf)
        elif comparator == "one_of":
            yield say("read_is", fact=label, value=self.value(fact))
        else:
            holds = comparator if leaf.truth else OTHERWISE[comparator]
            places = self._places(fact)
            bound = self._amount(fact, asked, places)
            if leaf.norm is not None and leaf.norm.worked_out:
                bound = say("read_of_fact", bound=bound, fact=self.conditions.label(leaf.norm.id))
            yield say(
                "reason_compared",
                fact=label,
                value=self._amount(fact, self.facts.values[fact], places),
                test=say(f"read_{self.words.compared(holds, fact)}", bound=bound),
            )

    def _unknown(self, leaf: Leaf) -> Iterator[str]:
        """What is missing: an answer, or a figure to hold it against."""
        unknown = [fact for fact in leaf.facts if fact not in self.facts.values]
        for fact in unknown:
            asked = self.facts.missing(fact)
            for one in asked:
                yield self.state(one)
            if not asked:
                yield self.words.say("reason_not_known", fact=self.conditions.label(fact))
        if not unknown:
            yield self.words.say("reason_no_norm", fact=self.conditions.label(leaf.of[0]))

    def state(self, fact: str) -> str:
        """That a fact was not filled in, or she would rather not say, or was told in two ways."""
        state, label = self.particulars.state(fact), self.conditions.label(fact)
        said = self.particulars.disputed(fact)
        told = self.words.apart(self._who_said(fact, answer) for answer in said)
        date = self.words.date(said[0].date) if said and said[0].date else None
        return self.words.say(f"state_{state}", fact=label, date=date, said=told)

    def _who_said(self, fact: str, answer: Answer) -> str:
        value = answer.value
        said = self.words.say("declined") if value is None else self.conditions.value(fact, value)
        return self.words.pair(self.words.label(f"role:{answer.by}"), said)

    def not_counted(self, found: NotCounted) -> str:
        """That a known fact counted for nothing, and why."""
        say, label = self.words.say, self.conditions.label
        told = say("read_is", fact=label(found.fact), value=self.value(found.fact))
        if found.against is None:
            return say("not_counted", told=told, why=say("reason_no_norm", fact=label(found.fact)))
        norms = map(self.conditions.norm_label, found.norms)
        reasons = (
            *map(self.state, found.missing),
            *(say("reason_not_known", fact=norm) for norm in norms),
            *(say("read_is", fact=label(id), value=self.value(id)) for id in found.given),
        )
        why = say("not_there", fact=label(found.against), because=self._together(iter(reasons)))
        return say("not_counted", told=told, why=why)

    @property
    def particulars(self) -> Particulars:
        return Particulars(self.words.pack, self.facts, self.screening)

    def value(self, fact: str) -> str:
        """A known value as it is said; a word of the pack between quotes."""
        value = self.facts.values[fact]
        if isinstance(value, Fraction):
            return self._amount(fact, value, self._places(fact))
        return self.conditions.value(fact, value)

    def _places(self, fact: str) -> int:
        """So many decimals that it stays on its own side of whatever it is held against."""
        values = self.facts.values
        places = [_written(values[fact]) if fact in self.facts.observed else FEWEST_PLACES]
        for leaf in (leaf for tree in self.screening.why.values() for leaf in leaves_of(tree)):
            comparator, bound = leaf.test or ("", None)
            if (
                comparator in OTHERWISE
                and leaf.truth is not None
                and fact in (*leaf.of, *leaf.facts)
            ):
                places.append(_apart(values[leaf.of[0]], bound))
        return max(places)

    def _amount(self, fact: str, number: Any, places: int) -> str:
        unit = self.words.pack.sections.facts[fact].unit
        return self.words.amount(self.words.number(number, places), unit, of=number)

    def norm_value(self, norm: NormNamed) -> str:
        """The value of a norm on the day."""
        if norm.value is None:
            return self.words.say("read_unknown")
        model = self.words.pack.sections.norms[norm.id]
        if isinstance(norm.value, str | tuple):
            words = (norm.value,) if isinstance(norm.value, str) else norm.value
            return self.conditions.one_of(_fact_of_words(self.words.pack, norm.id), words)
        return self.words.amount(self.words.number(norm.value), model.unit, of=norm.value)


def _other(found: Explanation) -> bool:
    """Whether it is not this class because it is another; else its own rule is false."""
    return all(tree.truth for tree in found.because)


def _apart(value: Any, bound: Any) -> int:
    """So many decimals that a number stays on its own side of the figure it is held against."""
    for places in range(FEWEST_PLACES, MOST_PLACES):
        one, other = (round(Fraction(number), places) for number in (value, bound))
        if (one > other) == (value > bound) and (one < other) == (value < bound):
            return places
    return MOST_PLACES


def _written(number: Any) -> int:
    """So many decimals that a number that was given reads as it was written."""
    places = FEWEST_PLACES
    while places < MOST_PLACES and number != round(number, places):
        places += 1
    return places


def _fact_of_words(pack: Pack, norm: str) -> str:
    """The fact whose values a norm lists."""
    for rule in pack.rules:
        for leaf in leaves(rule.when):
            if isinstance(leaf, OneOf) and leaf.values == NormRef(norm):
                return leaf.fact
    raise KeyError(norm)
