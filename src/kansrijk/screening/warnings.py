"""What the reader of an outcome must know about it: past reviews, gaps, disputes, counted dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.pack.pack import Pack
from kansrijk.reading.validation import Path
from kansrijk.screening.because import Because, leaves_of, nodes_of


class Warning(NamedTuple):
    """A warning by its code, with what its sentence is filled in with.

    `paths` is where in the case what it is about stands.
    """

    code: str
    about: str = ""
    details: tuple[tuple[str, Any], ...] = ()
    paths: tuple[Path, ...] = ()

    @property
    def said_of(self) -> tuple[str, str]:
        """What makes it the same warning, whatever its figures have become."""
        return self.code, self.about

    @property
    def of_the_case(self) -> bool:
        """Whether it is about something that was written down in the case, and not the pack."""
        return bool(self.paths) or self.code == "margin_could_turn"

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts in the case that it is about."""
        named = (path[-1] for path in self.paths if "facts" in path)
        return (*map(str, named), *dict(self.details).get("measured", ()))


def warnings(pack: Pack, facts: Facts, why: Mapping[str, Because]) -> tuple[Warning, ...]:
    """The warnings of a screening, each once, in a fixed order."""
    found = [
        *_dates(pack, facts),
        *_disputes(pack, facts),
        *_norms(pack, facts, why),
        *_ways(facts, why),
    ]
    return tuple(dict.fromkeys(found))


def _dates(pack: Pack, facts: Facts) -> Iterator[Warning]:
    header, time = pack.sections.pack, facts.timeline
    in_force = header.in_force
    if facts.on < in_force.from_:
        yield Warning("pack_not_in_force", header.id, (("from", in_force.from_),))
    if in_force.until and facts.on >= in_force.until:
        yield Warning("pack_out_of_force", header.id, (("until", in_force.until),))
    if facts.on >= header.review:
        yield Warning("pack_past_review", header.id, (("review", header.review),))
    if time.due_computed:
        yield Warning("due_date_counted", "", (("due", time.due),), (time.due_path,))
    if time.overdue:
        yield Warning("due_date_passed", "", (("due", time.due),), (time.due_path,))


def _disputes(pack: Pack, facts: Facts) -> Iterator[Warning]:
    for id, fact in facts.observed.items():
        if fact.state == "disputed":
            (day,) = {answer.date for answer in fact.said}  # a dispute is of one day
            said = tuple((answer.by, answer.value) for answer in fact.told(pack))
            details = (("date", day), ("said", said))
            yield Warning("disputed", id, details, tuple(fact.paths))


def _norms(pack: Pack, facts: Facts, why: Mapping[str, Because]) -> Iterator[Warning]:
    """Norms that an outcome rests on: past their review date, or without a value on the day."""
    for id in dict.fromkeys(norm for tree in why.values() for norm in norms_of(tree, facts)):
        norm = facts.norms.get(id)
        if norm and norm.review:
            yield Warning("norm_past_review", id, (("review", norm.review),))
    for id, norm_model in pack.sections.norms.items():
        if id not in facts.norms and norm_model.values:
            yield Warning("norm_gap", id, (("on", facts.on),))


def norms_of(tree: Because, facts: Facts) -> Iterator[str]:
    """The ids of the norms that an explanation rests on, those of derived facts included."""
    for node in nodes_of(tree):
        yield from (norm.id for norm in node.norms)
    for leaf in leaves_of(tree):
        if leaf.norm is not None and not leaf.norm.worked_out:
            yield leaf.norm.id
        for fact in leaf.facts:
            yield from derived_norms(fact, facts)


def derived_norms(fact: str, facts: Facts) -> Iterator[str]:
    """The norms that a derived fact was worked out with, and those of what it came from."""
    derivation = facts.derived.get(fact)
    if derivation is not None:
        yield from derivation.norms
        for input in derivation.facts:
            yield from derived_norms(input, facts)


def _ways(facts: Facts, why: Mapping[str, Because]) -> Iterator[Warning]:
    """Two ways of measuring the same thing are both known and say otherwise."""
    for key, tree in why.items():
        differ = [
            fact
            for node in nodes_of(tree)
            if node.op == "first_known" and {True, False} <= {way.truth for way in node.items}
            for leaf in leaves_of(node)
            for fact in leaf.facts
        ]
        if differ:
            paths = dict.fromkeys(facts.paths(differ))
            yield Warning("ways_differ", key, paths=tuple(paths))
