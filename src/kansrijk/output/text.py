"""An assessment as text for a professional: what to do first, then each line with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kansrijk.case.wishes import wishes
from kansrijk.exploring.margins import Margin, margin_warnings
from kansrijk.output.because_text import MARKS, because_lines
from kansrijk.output.decision_text import decision_lines
from kansrijk.output.hangs_text import hangs_lines, margin_line
from kansrijk.output.layout import in_a_row, section, unbroken, wrap
from kansrijk.output.places import place_lines
from kansrijk.output.trajectory_text import trajectory_lines, within_text
from kansrijk.output.words import Words
from kansrijk.pack.events import LOSS, UNSAID
from kansrijk.screening.screen import Finding

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment
    from kansrijk.exploring.ahead import Change


def render(
    result: Assessment, lang: str, *, everything: bool = False, ahead: Iterable[Change] = ()
) -> str:
    """The outcome as text; `everything` also shows what does not change it, and every visit.

    `ahead` are changes that come by themselves, to be told at the end of a plan.
    """
    words = Words(result.pack, lang)
    text = _Text(result, words, everything, result.margins, ahead)
    return _joined(text.sections())


def sections_of(
    result: Assessment, words: Words, *, everything: bool, ahead: Iterable[Change]
) -> list[list[str]]:
    """The same, a section at a time: its heading, and a line for all that is told at once."""
    with unbroken():
        listed = list(_Text(result, words, everything, result.margins, ahead).sections())
    return [lines for lines in listed if lines]


def in_short(result: Assessment, lang: str) -> str:
    """What cannot wait, the class, the criteria that are met and the intake, without reasons."""
    return _Text(result, Words(result.pack, lang), everything=False).in_short()


FEW_QUESTIONS = 3
"""As many as a professional asks before looking again: each answer changes what comes next."""


class _Text(NamedTuple):
    """What every section looks at."""

    result: Assessment
    words: Words
    everything: bool
    margins: tuple[Margin, ...] = ()
    ahead: Iterable[Change] = ()

    def sections(self) -> Iterator[list[str]]:
        result, words = self.result, self.words
        title = words.say(
            "title",
            title=words.text(result.pack.sections.pack.title),
            case=result.case.case,
            date=words.day(result.date),
        )
        copy = result.reader and wrap(words.say("copy_for", role=_role(result.reader, words)), "")
        yield [title, words.say("proposal"), *(copy or ())]
        urgent = section(words, "head_urgent", self._urgent())
        if result.facts.timeline.ended_by == LOSS:
            # What happened and what there is to do; the class is about what was expected.
            yield section(words, "head_happened", self._happened())
            yield urgent
            yield from self._plan()
            yield from self._screening()
        else:
            yield urgent
            yield from self._screening()
            yield from self._plan()
        yield from self._closing()

    def _happened(self) -> Iterator[str]:
        words, around = self.words, self.result.facts.timeline.circumstances
        yield from (f"  - {words.circumstance(one)}" for one in around if one.event == LOSS)
        yield from wrap(words.say("plan_ended_loss"))

    def _plan(self) -> Iterator[list[str]]:
        result, words = self.result, self.words
        if result.plan is not None:
            from kansrijk.output.ahead_text import ahead_lines
            from kansrijk.output.plan_text import plan_sections

            yield from plan_sections(result.plan, words, result, everything=self.everything)
            yield ahead_lines(self.ahead, words, result.date)

    def in_short(self) -> str:
        words, screening = self.words, self.result.screening
        ended = self.result.facts.timeline.ended_by
        met = [found.id for found in screening.criteria if found.truth]
        stopped = wrap(words.say(f"plan_ended_{ended}"), "") if ended else []
        sections = [
            section(words, "head_urgent", self._urgent()),
            section(words, "head_class", self._class()),
            section(words, "head_criteria", [f"  {words.label(f'criterion:{id}')}" for id in met]),
        ]
        sections.insert(0 if ended == LOSS else len(sections), stopped)
        if not ended or screening.intake.offered:
            sections.append(section(words, "head_intake", self._intake()))
        return _joined(sections)

    def _screening(self) -> Iterator[list[str]]:
        screening, words = self.result.screening, self.words
        yield section(words, "head_class", [*self._class(), *self._class_rests_on()])
        ended = self.result.facts.timeline.ended_by
        if not ended or screening.intake.offered:
            yield section(words, "head_intake", self._intake())
        standing = trajectory_lines(self.result.trajectory, words)
        if ended == UNSAID:
            standing = iter(wrap(words.say("standing_unsaid")))
        yield section(words, "head_standing", standing)
        yield section(words, "head_warnings", self._warnings())
        if not ended:
            yield section(words, "head_questions", self._questions())
        criteria = (line for found in screening.criteria for line in self._criterion(found))
        legend = [f"  {words.say('legend')}", *wrap(words.say("legend_basis"))]
        yield section(words, "head_criteria", [*legend, *criteria])
        strengths = [f"  + {words.label(f'strength:{id}')}" for id in screening.strengths]
        # After a loss what goes well may be about the child.
        if ended not in (LOSS, UNSAID):
            yield section(words, "head_strengths", strengths or wrap(words.say("no_strengths")))
        yield section(words, "head_hangs_on", hangs_lines(self.result, words))

    def _urgent(self) -> Iterator[str]:
        words = self.words
        for found in self.result.screening.signals:
            if found.truth:
                model = words.pack.sections.signals[found.id]
                yield f"  ! {words.text(model.label)} ({words.say(f'urgency_{model.urgency}')})"
                yield from wrap(words.text(model.route), "    ")

    def _class(self) -> Iterator[str]:
        words, grade = self.words, self.result.classification
        yield f"  {words.class_label(grade.level)}"
        if grade.level is None:
            labels = in_a_row([words.class_label(id) for id in grade.possible], words.say("or"))
            yield from wrap(words.say("class_possible", classes=labels))
            return
        model = words.pack.sections.classes.classes[grade.level]
        if grade.override is not None:
            # What the class says of itself is why the rules give it.
            label = words.class_label(grade.level)
            yield from decision_lines(grade.override, label, words, "  ")
            return
        if model.description:
            yield from wrap(words.text(model.description))

    def _class_rests_on(self) -> list[str]:
        """Nothing where it was decided: then it rests on who decided."""
        grade = self.result.classification
        if grade.level is None or grade.override is not None:
            return []
        model = self.result.pack.sections.classes.classes[grade.level]
        return wrap(self._rests_on(model.basis, model.source)) if model.basis else []

    def _criterion(self, found: Finding) -> Iterator[str]:
        words, model = self.words, self.words.pack.sections.criteria[found.id]
        decided = truth_word(found.truth, words)
        yield f"  {MARKS[found.truth]} {words.pair(words.text(model.label), decided)}"
        declined, indent = self.result.facts.declined, "      "
        yield from decision_lines(found.override, decided, words, indent)
        yield from because_lines(found.because, words, declined, indent, everything=self.everything)
        for margin in self.margins:
            # Without a measuring error a figure is no less certain for lying close.
            if margin.criterion == found.id and (margin.measured or self.everything):
                yield from wrap(margin_line(margin, words), indent)
        yield from wrap(self._rests_on(model.basis, model.source), indent)
        help = wishes(self.result.case, self.result.date).get(found.id)
        if help:
            yield from wrap(words.say(f"help_{help}"), indent)

    def _rests_on(self, basis: str, sources: tuple[str, ...]) -> str:
        numbers = ", ".join(str(self._sources().index(id) + 1) for id in sources)
        return f"{self.words.say(f'rests_on_{basis}')} [{numbers}]"

    def _sources(self) -> list[str]:
        """The sources of the criteria and the class, as they are numbered at the end."""
        parts = self.result.pack.sections
        level = self.result.classification.level
        decided = self.result.classification.override is not None
        of_class = parts.classes.classes[level].source if level and not decided else ()
        of_criteria = (id for model in parts.criteria.values() for id in model.source)
        return list(dict.fromkeys((*of_class, *of_criteria)))

    def _questions(self) -> Iterator[str]:
        words, listed = self.words, self.result.screening.questions
        of_class = [question for question in listed if question.settles_class]
        shown = listed if self.everything else of_class[:FEW_QUESTIONS]
        if not of_class:
            settled = self.result.classification.level is not None
            # In a copy it may be open for what is hidden, which is no matter of asking.
            if settled or not self.result.reader:
                yield from wrap(words.say("questions_none" if settled else "questions_exhausted"))
        for question in shown:
            yield from wrap(words.question(question.fact), "  - ")
            yield from wrap(words.apart((question.fact, words.needed_for(question.why))), "      ")
        if self.everything:
            return
        for phrase, n in (
            ("questions_more", len(of_class) - len(shown)),
            ("questions_other", len(listed) - len(of_class)),
        ):
            if n:
                yield from wrap(words.many(phrase, n, n=n))

    def _intake(self) -> Iterator[str]:
        words, intake = self.words, self.result.screening.intake
        held = self.result.facts.timeline.intake
        if held and not self.result.facts.timeline.ended_by:
            yield from wrap(words.say("intake_held", date=words.date(held)))
            return
        if not intake.offered:
            yield from wrap(words.say("intake_not"))
            return
        within = within_text(intake.within_days, words)
        reasons = words.apart(words.label(f"intake:{id}") for id in intake.because)
        yield from wrap(words.say("intake_offered", within=within, reasons=reasons))

    def _closing(self) -> Iterator[list[str]]:
        words, pack = self.words, self.result.pack
        sources = enumerate((pack.sections.sources[id] for id in self._sources()), start=1)
        lines = (
            wrap(f"{n}. {s.title}, {s.publisher}, {s.year}", "  ", "     ") for n, s in sources
        )
        yield section(words, "head_sources", (line for one in lines for line in one))
        engines = ", ".join(self.result.engines)
        yield wrap(words.say("engines", pack=pack.id, version=pack.version, engines=engines), "")

    def _warnings(self) -> Iterator[str]:
        facts, warnings = self.result.facts, self.result.screening.warnings
        for warning in (*warnings, *margin_warnings(self.margins, facts)):
            yield from wrap(self.words.warning(warning), "  - ")
            yield from place_lines(self.result.case, warning, self.words)


def _role(reader: str, words: Words) -> str:
    return words.label(f"role:{reader}")


def _joined(sections: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def truth_word(truth: bool | None, words: Words) -> str:
    return words.say({True: "truth_true", False: "truth_false", None: "truth_unknown"}[truth])
