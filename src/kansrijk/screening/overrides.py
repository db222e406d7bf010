"""What professionals decided, in effect: the rules it is about become what was decided.

All that follows from those rules follows from the decision, in both engines and in every
search alike. What the rules themselves say is worked out beside it, and never lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.case.overrides import Override, Overrides, overrides_on
from kansrijk.engine.reference import ReferenceEngine, Truth
from kansrijk.engine.ruleset import Engine, compile_pack
from kansrijk.pack.condition import All, AnyOf, Condition, FirstKnown
from kansrijk.pack.pack import Pack, PackRule
from kansrijk.pack.parse import CLASS
from kansrijk.screening.screen import Decision, Finding, Screening, screen
from kansrijk.screening.warnings import Warning

ALWAYS, NEVER, UNKNOWN = All(()), AnyOf(()), FirstKnown(())
TRUTHS: Mapping[Condition, Truth] = {ALWAYS: True, NEVER: False, UNKNOWN: None}


def screen_decided(pack: Pack, case: Case, facts: Facts, engines: Sequence[Engine]) -> Screening:
    """Screens the facts of a case with what professionals decided about it by the day."""
    found = overrides_on(pack, case, facts.on)
    own = screen(pack, compile_pack(pack), facts, engines)
    if not found.held and not found.disputed:
        return own
    constants = constants_of(pack, found.held)
    decided = with_constants(pack, constants)
    screening = screen(decided, compile_pack(decided), facts, engines)
    decisions = tuple(_decisions(pack, case, facts.on, found, own))
    by_key = {decision.key: decision for decision in decisions}
    grade = screening.classification._replace(override=by_key.get(CLASS))
    if grade.override:
        grade = grade._replace(because=own.classification.because)
    return screening._replace(
        criteria=tuple(_finding(one, own, by_key) for one in screening.criteria),
        classification=grade,
        why={key: (own if key in constants else screening).why[key] for key in screening.why},
        warnings=(*screening.warnings, *_warnings(found, decisions)),
        overrides=decisions,
    )


def decided_pack(pack: Pack, case: Case, on: date, *, but: str | None = None) -> Pack:
    """The pack with what was decided about a case by the day in the place of its rules.

    `but` is what is left to the rules all the same.
    """
    held = overrides_on(pack, case, on).held
    kept = {key: override for key, override in held.items() if key != but}
    return with_constants(pack, constants_of(pack, kept))


def constants_of(pack: Pack, held: Mapping[str, Override]) -> Mapping[str, Condition]:
    """The conditions that stand in for those of the rules that were decided about.

    Of the class: that class holds, and none above it.
    """
    found: dict[str, Condition] = {}
    for key, override in held.items():
        if key == CLASS:
            classes = list(pack.sections.classes.classes)
            *above, level = classes[: classes.index(str(override.set)) + 1]
            found |= {f"class:{id}": NEVER for id in above} | {f"class:{level}": ALWAYS}
        else:
            found[key] = ALWAYS if override.set else NEVER
    return found


def with_constants(pack: Pack, constants: Mapping[str, Condition]) -> Pack:
    """The pack with these conditions for its own; with a hash of its own, as what is kept for a
    pack is kept by that."""
    if not constants:
        return pack

    def decided(rules: tuple[PackRule, ...]) -> tuple[PackRule, ...]:
        return tuple(rule._replace(when=constants.get(rule.key, rule.when)) for rule in rules)

    said = (f" {key}={TRUTHS[constants[key]]}" for key in sorted(constants))
    readings = tuple(
        reading._replace(rules=decided(reading.rules))
        for reading in pack.readings
        if reading.key not in constants
    )
    return replace(
        pack, rules=decided(pack.rules), readings=readings, hash=pack.hash + "".join(said)
    )


def _finding(found: Finding, own: Screening, by_key: Mapping[str, Decision]) -> Finding:
    key = f"criterion:{found.id}"
    if key not in by_key:
        return found
    return found._replace(because=own.why[key], override=by_key[key])


def _decisions(
    pack: Pack, case: Case, on: date, found: Overrides, own: Screening
) -> Iterator[Decision]:
    """The overrides in effect, each beside what the rules themselves say now and said then."""
    then = {on: own}
    for key, one in found.held.items():
        if one.date not in then:
            facts = facts_on(pack, case, one.date)
            then[one.date] = screen(pack, compile_pack(pack), facts, [ReferenceEngine()])
        says, said = (_says(each, key) for each in (own, then[one.date]))
        yield Decision(key, one.by, one.date, one.reason, says, says != said)


def _says(screening: Screening, key: str) -> Truth | tuple[str, ...]:
    """What the rules say; of the class all that is possible, so that none drops out unseen."""
    return screening.classification.possible if key == CLASS else screening.truths[key]


def _warnings(found: Overrides, decisions: Sequence[Decision]) -> Iterator[Warning]:
    for one in decisions:
        if one.review:
            details = (("by", one.by), ("date", one.date))
            yield Warning("override_review", one.key, details, (found.held[one.key].path,))
    for key, disputed in found.disputed.items():
        paths = tuple(one.path for one in disputed)
        yield Warning("override_disputed", key, (("date", disputed[0].date),), paths)
