"""Explanations as text or Markdown: a sentence on top, then all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kansrijk.exploring.explanation import Explaining, Explanation
from kansrijk.exploring.particulars import CountedFrom, FactNamed, Missing, NormNamed
from kansrijk.output.because_text import MARKS
from kansrijk.output.decision_text import decision_about
from kansrijk.output.finding_sentence import FindingSentences
from kansrijk.output.layout import bulleted, escaped, in_a_row, wrap
from kansrijk.output.plan_text import interval_text
from kansrijk.output.sentence import quoted
from kansrijk.output.words import Words

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


class Block(NamedTuple):
    """A heading, a sentence under it, and lists that each have a title."""

    heading: str
    sentence: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def render(result: Assessment, keys: Iterable[str], lang: str, *, markdown: bool = False) -> str:
    """The explanations of what has these keys, with their sources at the end."""
    words = Words(result.pack, lang)
    explaining = Explaining(
        result.pack, result.decided, result.facts, result.screening, result.plan
    )
    found = [explaining.explain(key) for key in keys]
    said = FindingSentences(words, result.facts, result.screening)
    text = _Explained(explaining, words, said, tuple(_sources(found)))
    title = words.say("explain_title", case=result.case.case, date=words.day(result.date))
    blocks = [text.block(one) for one in found]
    sources = (words.say("head_sources"), tuple(text.sources()))
    return (_markdown if markdown else _plain)(title, blocks, sources)


def _sources(found: Iterable[Explanation]) -> list[str]:
    """Every source once, in the order in which they are first named."""
    named: dict[str, None] = {}
    for one in found:
        for sources in (one.sources, *(norm.sources for norm in one.norms)):
            named.update(dict.fromkeys(sources))
    return list(named)


class _Explained(NamedTuple):
    """What every block looks at."""

    explaining: Explaining
    words: Words
    said: FindingSentences
    numbered: tuple[str, ...]

    def block(self, found: Explanation) -> Block:
        head = self._of_the_rules if found.decision else self.words.say
        lists = (
            (head("explain_rests_on"), tuple(self._rules(found))),
            (self.words.say("explain_decisions"), tuple(self._decisions(found))),
            (self.words.say("explain_when"), tuple(self._when(found))),
            (
                head("explain_facts" if found.exact else "explain_enough"),
                tuple(map(self._fact, found.facts)),
            ),
            (
                head("explain_not_counted"),
                tuple(map(self.said.not_counted, found.not_counted)),
            ),
            (head("explain_missing"), tuple(map(self._missing, found.missing))),
            (head("explain_norms"), tuple(map(self._norm, found.norms))),
            (self.words.say("explain_rule"), tuple(self._rule(found))),
        )
        return Block(
            f"{MARKS[found.truth]} {self.words.label(found.key)}",
            self.said.of(found),
            tuple((head, items) for head, items in lists if items),
        )

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

    def _when(self, found: Explanation) -> Iterator[str]:
        """The dates of a phase and how often its visits are; why an action is not for now."""
        say, dates = self.words.say, found.dates
        if dates is not None:
            start = self._counted(dates.from_months, dates.from_counted)
            end = self._counted(dates.until_months, dates.until_counted)
            days = {"from": self.words.date(dates.from_), "until": self.words.date(dates.until)}
            yield say("dates_of_phase", start=start, end=end, **days)
        if found.kind == "phase":
            yield interval_text(found.interval, self.words)
        if found.suppressed_by not in (None, "override"):
            # What was decided is told in the sentence.
            yield say(f"not_now_{found.suppressed_by}")

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
        by = in_a_row([self.words.label(f"role:{answer.by}") for answer in dated], say("and"))
        day = max(answer.date for answer in dated if answer.date)
        return say("fact_said", date=self.words.date(day), by=by, **told)

    def _missing(self, missing: Missing) -> str:
        state = self.said.state(missing.fact)
        question = self.words.question(missing.fact)
        return f"{state}: {question}" if missing.state == "unanswered" else state

    def _norm(self, norm: NormNamed) -> str:
        words = self.words
        told = {"norm": quoted(words.label(norm.id)), "value": self.said.norm_value(norm)}
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
        return "; ".join([*parts, self._rests_on(norm.basis, norm.sources)])

    def _rule(self, found: Explanation) -> Iterator[str]:
        """What the rule asks, where it stands and what it rests on."""
        words, place = self.words, found.place
        if found.when is not None:
            yield self.said.conditions.of(found.when)
        elif found.kind == "class":
            yield words.say("explain_lowest")
        phrase = "explain_place" if place.line else "explain_place_only"
        where = words.say(phrase, key=found.key, file=place.file, line=place.line)
        rests_on = f"; {self._rests_on(found.basis, found.sources)}" if found.basis else ""
        yield where + rests_on

    def _rests_on(self, basis: str, sources: tuple[str, ...]) -> str:
        numbers = ", ".join(str(self.numbered.index(id) + 1) for id in sources)
        return f"{self.words.say(f'basis_{basis}')} [{numbers}]"

    def sources(self) -> Iterator[str]:
        for id in self.numbered:
            source = self.words.pack.sections.sources[id]
            told = f"{source.title}, {source.publisher}, {source.year}"
            yield f"{told}: {source.locator}" if source.locator else told


def _plain(title: str, blocks: list[Block], sources: tuple[str, tuple[str, ...]]) -> str:
    parts = [wrap(title, "")]
    for block in blocks:
        lines = [*wrap(block.heading, "", "  "), *wrap(block.sentence)]
        for head, items in block.lists:
            lines.append(f"  {head}")
            for item in items:
                lines += wrap(f"- {item}", "    ", "      ")
        parts.append(lines)
    head, listed = sources
    numbered = (wrap(f"{n}. {source}", "  ", "     ") for n, source in enumerate(listed, start=1))
    if listed:
        parts.append([head.upper(), *(line for lines in numbered for line in lines)])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _markdown(title: str, blocks: list[Block], sources: tuple[str, tuple[str, ...]]) -> str:
    parts = [f"# {escaped(title)}"]
    for block in blocks:
        parts += [f"## {escaped(block.heading)}", escaped(block.sentence)]
        for head, items in block.lists:
            parts.append(f"**{escaped(head)}**")
            parts.append("\n".join(bulleted(map(escaped, items))))
    head, listed = sources
    if listed:
        parts.append(f"## {escaped(head)}")
        lines = (f"{n}. {escaped(source)}" for n, source in enumerate(listed, start=1))
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
