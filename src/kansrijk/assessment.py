"""The stages called in order, here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on
from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Engine
from kansrijk.pack.events import UNSAID
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import CLASS
from kansrijk.pack.parts import usable_day
from kansrijk.reading import InputError, Place, did_you_mean, problem, quoted
from kansrijk.screening.overrides import decided_pack, screen_decided
from kansrijk.screening.screen import Classification, Intake, Screening

if TYPE_CHECKING:
    from kansrijk.exploring.hangs_on import HangsOn
    from kansrijk.exploring.margins import Margin
    from kansrijk.planning.overdue import Overdue
    from kansrijk.planning.plan import Plan
    from kansrijk.planning.trajectory import Standing
    from kansrijk.screening.warnings import Warning

EngineName = Literal["reference", "durable"]


class Assessment(NamedTuple):
    """The outcome of a case on a day: the screening and, from `assess`, the plan."""

    pack: Pack
    case: Case
    facts: Facts
    screening: Screening
    plan: Plan | None
    engines: tuple[str, ...]
    reader: str | None = None
    """For whom it is a copy, without what that reader may not see; None: for who made it."""

    @property
    def date(self) -> date:
        return self.facts.on

    @property
    def classification(self) -> Classification:
        return self.screening.classification

    @property
    def intake(self) -> Intake:
        return self.screening.intake

    @property
    def trajectory(self) -> Standing | None:
        """Where the case stands in the steps of its pack, and what comes next."""
        from kansrijk.planning.trajectory import standing

        return standing(self.pack, self.case, self.facts, self.screening)

    @property
    def overdue(self) -> Overdue:
        """What should have been by now and was not; nothing without a plan, or on her own copy."""
        from kansrijk.pack.care import MOTHER
        from kansrijk.planning.overdue import Overdue, overdue

        if self.plan is None or self.reader == MOTHER:
            return Overdue()
        return overdue(self.pack, self.case, self.facts, self.screening, self.plan)

    @property
    def decided(self) -> Pack:
        """The pack with what professionals decided about this case in the place of its rules."""
        return decided_pack(self.pack, self.case, self.date)

    @property
    def ruled(self) -> Pack:
        """The same, but with the class left to the rules where somebody decided it."""
        return decided_pack(self.pack, self.case, self.date, but=CLASS)

    @property
    def margins(self) -> tuple[Margin, ...]:
        """How far the figures that decide a criterion lie from their bounds."""
        from kansrijk.exploring.margins import margins

        return margins(self.decided, self.facts, self.screening)

    @property
    def hangs_on(self) -> HangsOn:
        """Whether other readings of the pack's assumptions, one at a time, give another class."""
        from kansrijk.exploring.hangs_on import hangs_on

        return hangs_on(self.decided, self.case, self.facts, self.screening)

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What the reader must know: of the screening, and where a measuring error could tell."""
        from kansrijk.exploring.margins import margin_warnings

        return (*self.screening.warnings, *margin_warnings(self.margins, self.facts))

    def to_dict(self, lang: str | None = None) -> dict[str, Any]:
        """The outcome as plain data, with the texts in a language of the pack."""
        from kansrijk.output.plain import outcome

        return outcome(self, lang or self.pack.languages[0])

    def seen_by(self, reader: str) -> Assessment:
        """The outcome as a role of the pack may see it, or the `mother` on her own copy.

        It is worked out again without what that reader may not know, and by the reference engine
        alone. Raises InputError where the pack has no such reader.
        """
        from kansrijk.sharing.seen import (
            ended_seen,
            plan_seen,
            reader_of,
            shown,
            view,
            with_warnings,
        )

        reader = reader_of(self.pack, reader)
        ended = ended_seen(self.pack, self.facts, reader)
        seen = view(self.pack, self.case, reader, ended)
        facts = facts_on(seen.pack, seen.case, self.date)
        if ended is not None:
            facts = facts._replace(timeline=facts.timeline._replace(ended=ended, ended_by=UNSAID))
        planned = self.plan is not None and not seen.visits
        found = assess_facts(seen.pack, seen.case, facts, ["reference"], with_plan=planned)
        screening = with_warnings(seen, found.screening, found.plan, self.plan, reader)
        screening, plan = shown(seen, screening, reader), self.plan
        if plan is not None:
            plan = plan_seen(plan, found.plan, seen, facts, screening, reader)
        return found._replace(screening=screening, plan=plan, reader=reader)

    def explain(self, rule: str, lang: str | None = None) -> dict[str, Any]:
        """The full reasoning of a rule by its id or key, as plain data.

        Raises InputError where the pack has no such rule.
        """
        from kansrijk.exploring.rule_names import key_of
        from kansrijk.output.explain_plain import explanations

        keys = (key_of(self.pack, rule),)
        found: dict[str, Any] = explanations(self, keys, lang or self.pack.languages[0])
        (explained,) = found["explanations"]
        return dict(explained)

    def to_json(self, lang: str | None = None) -> str:
        """The outcome as JSON, the same bytes for the same pack, case and day."""
        from kansrijk.output.data import to_json

        return to_json(self.to_dict(lang))

    def to_ics(self, lang: str | None = None) -> str:
        """The visits of a plan that is or was set, as an iCalendar file without why they are.

        Raises ModuleNotFoundError without the package icalendar (extra `paper`), and InputError
        for an outcome without a plan.
        """
        from kansrijk.output.calendar import calendar

        return calendar(self, lang or self.pack.languages[0])


def assess(
    pack: Pack, case: Case, *, on: date, engines: Sequence[EngineName] | None = None
) -> Assessment:
    """Screens a case on a day and lays out its plan.

    `engines`: which to run; by default all that are installed, and they must agree.
    Raises InputError where the case does not fit the pack, EnginesDisagree where two
    engines differ.
    """
    return _assess(pack, case, on, engines, with_plan=True)


def screen_case(
    pack: Pack, case: Case, *, on: date, engines: Sequence[EngineName] | None = None
) -> Assessment:
    """Screens a case on a day, without a plan; otherwise as `assess`."""
    return _assess(pack, case, on, engines, with_plan=False)


def _assess(
    pack: Pack,
    case: Case,
    on: date,
    engines: Sequence[EngineName] | None,
    *,
    with_plan: bool,
) -> Assessment:
    if not usable_day(on):
        raise InputError([problem("bad_date", Place("on", None, None))])
    return assess_facts(pack, case, facts_on(pack, case, on), engines, with_plan=with_plan)


def assess_facts(
    pack: Pack,
    case: Case,
    facts: Facts,
    engines: Sequence[EngineName] | None = None,
    *,
    with_plan: bool = True,
) -> Assessment:
    """The outcome of facts of a case, those of its file or others; otherwise as `assess`."""
    running = [_engine(name) for name in dict.fromkeys(engines or installed_engines())]
    screening = screen_decided(pack, case, facts, running)
    its_plan = _plan(pack, case, facts, screening) if with_plan else None
    if its_plan is not None:
        screening = screening._replace(warnings=(*screening.warnings, *its_plan.warnings))
    return Assessment(pack, case, facts, screening, its_plan, tuple(e.name for e in running))


def _plan(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Plan:
    # Here, so that a screening does not wait for what only a plan needs.
    from kansrijk.planning.plan import plan

    return plan(pack, case, facts, screening)


def installed_engines() -> tuple[EngineName, ...]:
    """The engines that can run here; the reference engine always can."""
    return ("reference", "durable") if available() else ("reference",)


_DURABLE = DurableEngine()


def _engine(name: EngineName) -> Engine:
    installed: dict[str, Engine] = {"reference": ReferenceEngine()}
    if available():
        installed["durable"] = _DURABLE
    if name not in installed:
        help = did_you_mean(name, list(installed))
        place = Place("engines", None, None)
        raise InputError([problem("bad_choice", place, name=quoted(name), help=help)])
    return installed[name]
