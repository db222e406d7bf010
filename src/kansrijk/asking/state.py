"""The state of an intake: the text of the case so far, and what was said beside it."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from kansrijk.asking.next import Asker
from kansrijk.asking.replies import Vocabulary
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.pack.pack import Pack
from kansrijk.screening.questions import Question
from kansrijk.screening.screen import Screening

Settle = Literal["class", "plan", "all"]
Kind = Literal[
    "case", "role", "due_date", "last_period", "birth", "help", "fact", "strengths",
    "concern", "own_concern", "sure",
]  # fmt: skip
Stage = Literal["pregnant", "born", "not_pregnant"]
DATES: tuple[Kind, ...] = ("due_date", "last_period", "birth")


class Item(NamedTuple):
    """One thing to ask: a fact, her wish for help with a criterion, or what comes before or after.

    `concern` offers to write down the concern of who asks, `own_concern` is that concern in words,
    and `sure` is whether the very last answer is right, where that is in doubt.
    """

    kind: Kind
    id: str = ""


class Seen(NamedTuple):
    """A case as the rules see it on the day."""

    case: Case
    facts: Facts
    screening: Screening
    questions: tuple[Question, ...]


class Intake(NamedTuple):
    """The state. `text` is the case file as it stands, empty before there is one. `asker` knows
    the best order.

    `stage` is what was said in the place of a due date, `done` was answered or skipped for good in
    this session, `skipped` comes back once, and `before` is the state to go back to. `doubt`: the
    last answer gave a warning.
    """

    pack: Pack
    on: date
    settle: Settle
    said: Vocabulary
    file: str
    by: str | None
    asker: Asker
    text: str = ""
    seen: Seen | None = None
    strengths: bool = False
    concern: bool = False
    stage: Stage = "pregnant"
    doubt: bool = False
    done: frozenset[Item] = frozenset()
    skipped: frozenset[Item] = frozenset()
    before: Intake | None = None
