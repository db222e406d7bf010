"""Explanations as text or Markdown: a sentence on top, then all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kansrijk.exploring.explanation import Explaining, Explanation
from kansrijk.exploring.particulars import CountedFrom, FactNamed, Missing, NormNamed
from kansrijk.exploring.rule_names import short_name
from kansrijk.output.because_text import MARKS
from kansrijk.output.decision_text import decision_about
from kansrijk.output.finding_sentence import FindingSentences
from kansrijk.output.layout import bulleted, escaped, in_a_row, wrap
from kansrijk.output.offers_text import confirmed
from kansrijk.output.plan_text import interval_text
from kansrijk.output.words import Words
from kansrijk.pack.care import Offer

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


class Block(NamedTuple):
    """A heading, a sentence under it, and lists that each have a title."""

    heading: str
    sentence: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


class Listing(NamedTuple):
    """A list with a page's heading of its own, and perhaps a sentence under that."""

    heading: str
    items: tuple[str, ...]
    sentence: str = ""
    numbered: bool = False


def render(result: Assessment, keys: Iterable[str], lang: str, *, markdown: bool = False) -> str:
    """The explanations of what has these keys, with their sources at the end."""
    explaining = explaining_of(result)
    found = [explaining.explain(key) for key in keys]
    text = Explained.of(result, Words(result.pack, lang), explaining, found)
    blocks = [text.block(one) for one in found]
    return page(text.title(result), blocks, (text.sources(),), markdown)


def explaining_of(result: Assessment) -> Explaining:
    return Explaining(result.pack, result.decided, result.facts, result.screening, result.plan)


def _sources(found: Iterable[Explanation], offers: Mapping[str, Offer]) -> list[str]:
    """Every source once, in the order in which they are first named."""
    named: dict[str, None] = {}
    for one in found:
        offered = (offers[offer.id].source for offer in one.offers)
        for sources in (one.sources, *(norm.sources for norm in one.norms), *offered):
            named.update(dict.fromkeys(sources))
    return list(named)


class Explained(NamedTuple):
    """What every block looks at."""

    explaining: Explaining
    words: Words
    said: FindingSentences
    numbered: tuple[str, ...]

    @staticmethod
    def of(
        result: Assessment, words: Words, explaining: Explaining, found: Iterable[Explanation]
    ) -> Explained:
        said = FindingSentences(words, result.facts, result.screening)
        return Explained(
            explaining, words, said, tuple(_sources(found, words.pack.sections.offers))
        )

    def title(self, result: Assessment) -> str:
        day = self.words.day(result.date)
        return self.words.say("explain_title", case=result.case.case, date=day)

    def heading(self, found: Explanation) -> str:
        """The label, and the name to ask for it by."""
        label, name = self.words.label(found.key), short_name(self.words.pack, found.key)
        return f"{MARKS[found.truth]} {label} ({name})"

    def block(self, found: Explanation, leave_out: frozenset[str] = frozenset()) -> Block:
        told = self.said.told(found)
        lists = tuple(self._lists(found, leave_out))
        return Block(self.heading(found), f"{told[0].upper()}{told[1:]}", lists)

    def _lists(
        self, found: Explanation, leave_out: frozenset[str]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What stands under a sentence, each list under its title."""
        of_the_decision = ("explain_decisions", "explain_when", "explain_rule", "explain_offers")
        for head, items in self._parts(found):
            listed = tuple(items) if head not in leave_out else ()
            if listed:
                own = found.decision is None or head in of_the_decision
                yield self.words.say(head) if own else self._of_the_rules(head), listed

    def _parts(self, found: Explanation) -> Iterator[tuple[str, Iterable[str]]]:
        yield "explain_rests_on", self._rules(found)
        yield "explain_decisions", self._decisions(found)
        yield "explain_when", self.when(found)
        facts = "explain_facts" if found.exact else "explain_enough"
        yield facts, map(self._fact, found.facts)
        yield "explain_not_counted", map(self.said.not_counted, found.not_counted)
        yield "explain_missing", map(self._missing, found.missing)
        yield "explain_norms", map(self._norm, found.norms)
        yield "explain_rule", self._rule(found)
        yield "explain_offers", self._offers(found)

    def _of_the_rules(self, head: str) -> str:
        """The heading of what is not of the decision but of the rules themselves."""
        return self.words.say("explain_by_rules", head=self.words.say(head))

    def _rules(self, found: Explanation) -> Iterator[str]:
        for key in found.rules:
            yield self.said.of(self.explaining.beside(found).explain(key))

    def _decisions(self, found: Explanation) -> Iterator[str]:
        """What was decided about what this rests on, where no rule above says so."""
        for decision in found.decisions:
            if decision.key not in found.rules:
                yield decision_about(decision, self.said.screening, self.words)

    def when(self, found: Explanation) -> Iterator[str]:
        """The dates of a phase and how often its visits are; what an action is for, and why it is
        not for now."""
        say, dates = self.words.say, found.dates
        if dates is not None:
            start = self._counted(dates.from_months, dates.from_counted)
            end = self._counted(dates.until_months, dates.until_counted)
            days = {"from": self.words.date(dates.from_), "until": self.words.date(dates.until)}
            yield say("dates_of_phase", start=start, end=end, **days)
        if found.kind == "phase":
            yield interval_text(found.interval, self.words)
        if found.after:
            events = in_a_row([self.words.circumstance(one) for one in found.after], say("and"))
            yield say("explain_after", events=events)
        if found.suppressed_by not in (None, "override"):
            # What was decided is told in the sentence.
            events = self.words.circumstances(found.not_while)
            why = say(f"not_now_{found.suppressed_by}", events=events)
            yield say("explain_not_now", why=why)

    def _counted(self, months: int, from_: CountedFrom) -> str:
        phrase = "months_before" if months < 0 else "months_after" if months else "months_none"
        what = self.words.say(f"counted_{from_}")
        return self.words.many(phrase, abs(months), n=abs(months), what=what)

    def _fact(self, fact: FactNamed) -> str:
        label, say = self.said.conditions.label(fact.id), self.words.say
        told = {"fact": label, "value": self.said.value(fact.id)}
        if fact.from_:
            from_ = in_a_row([self.said.conditions.label(id) for id in fact.from_], say("and"))
            return say("fact_worked_out", facts=from_, **told)
        dated = [answer for answer in fact.said if answer.date and answer.by]
        if not dated:
            return say("fact_from_start" if fact.said else "fact_from_dates", **told)
        roles = dict.fromkeys(self.words.label(f"role:{answer.by}") for answer in dated)
        by = in_a_row(list(roles), say("and"))
        day = max(answer.date for answer in dated if answer.date)
        return say("fact_said", date=self.words.date(day), by=by, **told)

    def _missing(self, missing: Missing) -> str:
        state = self.said.state(missing.fact)
        question = self.words.question(missing.fact)
        return self.words.pair(state, question) if missing.state == "unanswered" else state

    def _norm(self, norm: NormNamed) -> str:
        words = self.words
        told = {
            "norm": self.said.conditions.norm_label(norm.id),
            "value": self.said.norm_value(norm),
        }
        days = {
            name: day and words.date(day)
            for name, day in (("from", norm.from_), ("until", norm.until), ("review", norm.review))
        }
        phrase = "norm_until" if norm.until else "norm_from" if norm.from_ else "norm_always"
        parts = [words.say(phrase, **told, **days)]
        if norm.review:
            parts.append(words.say("norm_review", **days))
        if norm.note:
            parts.append(self.words.note(norm.note))
        return words.apart([*parts, self._rests_on(norm.basis, norm.sources)])

    def _rule(self, found: Explanation) -> Iterator[str]:
        """What the rule asks, where it stands and what it rests on."""
        words, place = self.words, found.place
        if found.when is not None:
            yield self.said.conditions.of(found.when)
        elif found.kind == "class":
            yield words.say("explain_lowest")
        phrase = "explain_place" if place.line else "explain_place_only"
        where = words.say(phrase, key=found.key, file=place.file, line=place.line)
        rests_on = [self._rests_on(found.basis, found.sources)] if found.basis else []
        yield words.apart([where, *rests_on])

    def _offers(self, found: Explanation) -> Iterator[str]:
        """What is on offer for an action, since when that is sure, and what says so."""
        words = self.words
        for offer in found.offers:
            model = words.pack.sections.offers[offer.id]
            why = offer.suppressed_by
            parts = [words.text(model.label), *([words.say(f"not_now_{why}")] if why else [])]
            sources = self._rests_on(model.basis, model.source)
            yield words.apart([", ".join(parts), confirmed(offer, model, words), sources])

    def _rests_on(self, basis: str, sources: tuple[str, ...]) -> str:
        numbers = ", ".join(str(self.numbered.index(id) + 1) for id in sources)
        return f"{self.words.say(f'basis_{basis}')} [{numbers}]"

    def sources(self) -> Listing:
        return Listing(self.words.say("head_sources"), tuple(self._sources()), numbered=True)

    def _sources(self) -> Iterator[str]:
        for id in self.numbered:
            source = self.words.pack.sections.sources[id]
            told = f"{source.title}, {source.publisher}, {source.year}"
            yield self.words.pair(told, source.locator) if source.locator else told


def page(
    title: str,
    blocks: Iterable[Block],
    listings: Iterable[Listing],
    markdown: bool,
    opening: str = "",
) -> str:
    """All of it under a title, and perhaps an opening; a list that is empty is left out."""
    listed = [listing for listing in listings if listing.items]
    heads = [title, *filter(None, [opening])]
    return (_markdown if markdown else _plain)(heads, blocks, listed)


def _plain(heads: Iterable[str], blocks: Iterable[Block], listings: Iterable[Listing]) -> str:
    parts = [wrap(head, "") for head in heads]
    for block in blocks:
        lines = [*wrap(block.heading, "", "  "), *wrap(block.sentence)]
        for head, items in block.lists:
            lines.append(f"  {head}")
            for item in items:
                lines += wrap(f"- {item}", "    ", "      ")
        parts.append(lines)
    for one in listings:
        lines = [one.heading.upper(), *wrap(one.sentence)]
        for n, item in enumerate(one.items, start=1):
            mark = f"{n}. " if one.numbered else "- "
            lines += wrap(f"{mark}{item}", "  ", "  " + " " * len(mark))
        parts.append(lines)
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _markdown(heads: Iterable[str], blocks: Iterable[Block], listings: Iterable[Listing]) -> str:
    title, *opening = map(escaped, heads)
    parts = [f"# {title}", *opening]
    for block in blocks:
        parts += [f"## {escaped(block.heading)}", escaped(block.sentence)]
        for head, items in block.lists:
            parts.append(f"**{escaped(head)}**")
            parts.append("\n".join(bulleted(map(escaped, items))))
    for one in listings:
        parts += [f"## {escaped(one.heading)}", *filter(None, [escaped(one.sentence)])]
        texts = tuple(map(escaped, one.items))
        numbered = (f"{n}. {text}" for n, text in enumerate(texts, start=1))
        parts.append("\n".join(numbered if one.numbered else bulleted(texts)))
    return "\n\n".join(parts) + "\n"
