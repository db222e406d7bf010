"""What a test may expect: the words for it, whether they are right, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from kansrijk.asking.replies import number_in
from kansrijk.output.phrases import PHRASES
from kansrijk.pack.pack import Pack
from kansrijk.planning.status import Status
from kansrijk.reading import Place, Problem, did_you_mean, problem, quoted
from kansrijk.reading.validation import Path

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Kind = Literal[
    "truths", "findings", "there", "not_there", "all", "class", "truth", "number", "status"
]
EXPECT: Mapping[str, Kind] = {
    "criteria": "truths",
    "signals": "findings",
    "class": "class",
    "possible": "all",
    "intake": "truth",
    "actions": "there",
    "no_actions": "not_there",
    "offers": "there",
    "strengths": "there",
    "visits": "number",
    "plan": "status",
    "warnings": "there",
}
"""What may be expected, and how it is written.

`truths`: each id with its truth; `findings`: that, or a list of all that are true; `there`: a list
of ids that must be there, or each with whether it is; `all`: a list of all there are.
"""
TRUTHS: Mapping[str, bool | None] = {
    "true": True, "waar": True, "false": False, "onwaar": False, "null": None
}  # fmt: skip
SHAPES: Mapping[Kind, str] = {
    "truths": "ids with true, false or null, as in `{id: true}`",
    "findings": "a list of ids, or ids with true, false or null",
    "there": "a list of ids, or ids with true or false",
    "not_there": "a list of ids",
    "all": "a list of ids",
    "class": "the id of a class, or null",
    "truth": "true or false",
    "number": "a whole number of 0 or more",
    "status": "one of: " + ", ".join(f"`{word}`" for word in get_args(Status)),
}
WARNING = "warning_"
WARNINGS = tuple(name.removeprefix(WARNING) for name in PHRASES if name.startswith(WARNING))
Placed = Callable[..., Place]


class Claim(NamedTuple):
    """One thing that a test expects: of one id, or of all of a kind together."""

    path: Path
    key: str
    id: str | None
    expected: Any


def read_cell(key: tuple[str, ...], cell: Any) -> Any:
    """What is expected as it is typed in a cell: a truth, a number, ids with spaces between."""
    if not isinstance(cell, str):
        return cell
    kind: Kind = "truth" if len(key) > 1 else EXPECT[key[0]]
    if kind in ("findings", "there", "not_there", "all"):
        return cell.split()
    if kind == "number":
        number = number_in(cell)
        return cell if number is None else number
    if kind == "class":
        return None if cell.casefold() == "null" else cell
    return TRUTHS.get(cell.casefold(), cell) if kind == "truth" else cell


def claims(expect: Mapping[str, Any]) -> Iterator[Claim]:
    """Each thing that is expected, apart."""
    for key, value in expect.items():
        path: Path = ("expect", key)
        kind = EXPECT[key]
        if isinstance(value, dict):
            yield from (Claim((*path, id), key, id, truth) for id, truth in value.items())
        elif kind in ("there", "not_there"):
            there = kind == "there"
            yield from (Claim((*path, n), key, id, there) for n, id in enumerate(value))
        else:
            yield Claim(path, key, None, value)


class Expecting(NamedTuple):
    """What can be expected of one pack."""

    pack: Pack

    def known(self, key: str) -> Iterable[str]:
        """The ids that can stand under a key."""
        if key == "warnings":
            return WARNINGS
        parts = self.pack.sections
        sections: Mapping[str, Iterable[str]] = {
            "criteria": parts.criteria,
            "signals": parts.signals,
            "class": parts.classes.classes,
            "possible": parts.classes.classes,
            "actions": parts.actions,
            "no_actions": parts.actions,
            "offers": parts.offers,
            "strengths": parts.strengths,
        }
        return sections[key]

    def problems(self, expect: Mapping[str, Any], place: Placed) -> Iterator[Problem]:
        """Whatever in an expectation could never be held against an outcome."""
        if not expect:
            yield problem("expects_nothing", place(("expect",)))
        for key, value in expect.items():
            path: Path = ("expect", key)
            if key not in EXPECT:
                help = did_you_mean(key, EXPECT)
                yield problem("unknown_key", place(path, key=True), name=quoted(key), help=help)
            elif not _shaped(EXPECT[key], value):
                shape = SHAPES[EXPECT[key]]
                yield problem("wrong_type", place(path), name=key, expected=shape)
            else:
                yield from self._ids(key, value, place)

    def _ids(self, key: str, value: Any, place: Placed) -> Iterator[Problem]:
        """Ids that the pack does not have."""
        path: Path = ("expect", key)
        named: Iterable[tuple[Path, str]] = ()
        if isinstance(value, dict):
            named = (((*path, id), id) for id in value)
        elif isinstance(value, list):
            named = (((*path, n), id) for n, id in enumerate(value))
        elif EXPECT[key] == "class" and value is not None:
            named = ((path, value),)
        for at, id in named:
            if id not in self.known(key):
                help = did_you_mean(id, self.known(key))
                there = place(at, key=isinstance(value, dict))
                yield problem("unknown_id", there, name=quoted(id), help=help)


def _shaped(kind: Kind, value: Any) -> bool:
    """Whether a value is written as its kind is."""
    if isinstance(value, dict):
        truths = (True, False) if kind == "there" else (True, False, None)
        may = kind in ("truths", "findings", "there")
        return may and all(any(one is truth for truth in truths) for one in value.values())
    if isinstance(value, list):
        listed = kind in ("findings", "there", "not_there", "all")
        return listed and all(isinstance(one, str) for one in value)
    match kind:
        case "class":
            return value is None or isinstance(value, str)
        case "truth":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case "status":
            return value in get_args(Status)
    return False


class Outcome(NamedTuple):
    """What came out of a test, in the words that it may expect."""

    values: Mapping[str, Any]

    @staticmethod
    def of(result: Assessment) -> Outcome:
        screening, plan, pack = result.screening, result.plan, result.pack.sections
        assert plan is not None
        to_do = [action for action in plan.actions if action.suppressed_by is None]
        actions = {action.id for action in to_do}
        on_offer = (offer for action in to_do for offer in action.offers)
        offers = {offer.id for offer in on_offer if offer.suppressed_by is None}
        truths = screening.truths
        return Outcome(
            {
                "criteria": {finding.id: finding.truth for finding in screening.criteria},
                "signals": {finding.id: finding.truth for finding in screening.signals},
                "class": screening.classification.level,
                "possible": list(screening.classification.possible),
                "intake": screening.intake.offered,
                "actions": {id: id in actions for id in pack.actions},
                "offers": {id: id in offers for id in pack.offers},
                "strengths": {id: truths[f"strength:{id}"] is True for id in pack.strengths},
                "visits": len(plan.to_come(result.date)),
                "plan": plan.status,
                "warnings": {warning.code: True for warning in result.screening.warnings},
            }
        )

    def found(self, claim: Claim) -> Any:
        """What came out of what is claimed; of all that are true together their ids."""
        value = self.values[claim.key.removeprefix("no_")]
        if claim.id is not None:
            return value.get(claim.id, False)
        if isinstance(value, dict):
            return [id for id, truth in value.items() if truth]
        return value

    def meets(self, claim: Claim) -> bool:
        found = self.found(claim)
        if isinstance(found, list) and claim.key == "signals":
            return set(found) == set(claim.expected)
        return bool(found == claim.expected)
