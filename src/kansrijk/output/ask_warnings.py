"""What `kansrijk ask` warns of: what an answer makes doubtful, and what already was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kansrijk.asking.certain import newly_warned
from kansrijk.asking.intake import now
from kansrijk.asking.state import Intake
from kansrijk.exploring.margins import margin_warnings, margins
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.places import place_lines
from kansrijk.output.words import Words
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.warnings import Warning

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def doubt_lines(before: Intake | None, after: Intake, words: Words) -> list[str]:
    """`Klopt dit?` with what was not there before, each once, and how to take the answer back."""
    found = newly_warned(_warned(before), _warned(after))
    if not found:
        return []
    # Only where there is a question to type it at, and a state to go back to.
    back = [words.say("ask_take_back")] if now(after) and after.before else []
    asked = " ".join([words.say("ask_doubt"), *back])
    return [*wrap(asked, ""), *_listed(found, after.by, words)]


def standing_lines(intake: Intake, words: Words) -> list[str]:
    """What in the case is contradictory, unlikely or disputed already, once a role is known."""
    found = newly_warned((), _warned(intake))
    if not found or intake.by is None:
        return []
    return [words.say("ask_standing"), *_listed(found, intake.by, words)]


def heed_lines(result: Assessment, by: str | None, words: Words) -> list[str]:
    """All that an outcome warns of, with where it stands."""
    return section(
        words,
        "head_warnings",
        (
            line
            for one in dict.fromkeys(result.warnings)
            for line in (
                *wrap(_said(one, by, words), "  - "),
                *place_lines(result.case, one, words),
            )
        ),
    )


def _warned(intake: Intake | None) -> tuple[Warning, ...]:
    """The warnings of the case as it stands, those of a measuring error included."""
    if intake is None or intake.seen is None:
        return ()
    facts, screening = intake.seen.facts, intake.seen.screening
    pack = decided_pack(intake.pack, intake.seen.case, intake.on)
    return (*screening.warnings, *margin_warnings(margins(pack, facts, screening), facts))


def _listed(found: Iterable[Warning], by: str | None, words: Words) -> Iterator[str]:
    for one in found:
        yield from wrap(_said(one, by, words), "  - ")


def _said(warning: Warning, by: str | None, words: Words) -> str:
    """A warning; where it would tell a role what it may not see, only that there is one and who
    can look."""
    facts = words.pack.sections.facts
    hidden = [id for id in warning.facts if not facts[id].may_be_seen(by)]
    if not hidden:
        return words.warning(warning)
    asking = {role for id in hidden for role in facts[id].asked_by}
    who = [words.label(f"role:{role}") for role in words.pack.sections.roles if role in asking]
    return words.say(
        "ask_warning_hidden",
        about=_about(warning, by, words),
        roles=in_a_row(who, words.say("or")),
    )


def _about(warning: Warning, by: str | None, words: Words) -> str:
    """What a warning is about, by name; of facts that do not fit, those that the role may see."""
    kind, _, _ = warning.about.partition(":")
    if kind != "plausibility":
        return words.label(warning.about)
    facts = words.pack.sections.facts
    seen = [words.label(id) for id in dict.fromkeys(warning.facts) if facts[id].may_be_seen(by)]
    return ", ".join(seen) or words.say("ask_the_case")
