"""Whether an outcome is what its case and pack give: assessed again, and by the script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from kansrijk.assessment import Assessment, assess, installed_engines, screen_case
from kansrijk.case.case import Case
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError, Place, parse_json, problem, text_of
from kansrijk.reading.problem import visible
from kansrijk.workbench.compiled import compiled
from kansrijk.workbench.verify_outcome import verify

Data = dict[str, Any]
NOTHING = "(nothing)"
"""What stands in the place of a field that is not there."""


class Difference(NamedTuple):
    """A field that is otherwise than it must be, by its path."""

    path: str
    told: Any
    must: Any


class Verified(NamedTuple):
    """`wrong` and `unchecked` are the paths that the script found wrong, or did not look at.

    `wrong` is None where the script could not use the outcome at all.
    """

    result: Assessment
    told: Data
    differences: tuple[Difference, ...]
    wrong: tuple[str, ...] | None
    unchecked: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.differences and self.wrong == ()

    @property
    def same_pack(self) -> bool:
        """Whether the outcome was made by this very pack."""
        return not any(one.path.startswith("pack.") for one in self.differences)


def read_outcome(path: str) -> Any:
    """The outcome in a file, as any reader of JSON has it; `-` is standard input.

    Raises InputError where the file is no JSON.
    """
    text = text_of(path)
    parse_json(text, visible(path))
    return json.loads(text)


def verified(told: Any, file: str, case: Case, pack: Pack) -> Verified:
    """An outcome as read from a file, held against its case and its pack.

    Raises InputError where it is no outcome, or a copy, which leaves out what its reader may not
    see; and where the case does not fit the pack.
    """
    on = _day(told, file)
    names = [name for name in installed_engines() if name in told["engines"]]
    result = (assess if "plan" in told else screen_case)(pack, case, on=on, engines=names or None)
    made = (json.loads(result.to_json(lang)) for lang in pack.languages)
    # The outcome does not say in which language it is: the one that it is nearest to.
    differences = min((list(_differences(told, must, "")) for must in made), key=len)
    wrong, unchecked = _by_script(told, case, pack)
    return Verified(result, told, tuple(differences), wrong, unchecked)


def _day(told: Any, file: str) -> date:
    """The day of an outcome; raises InputError where it is none that can be made again."""
    place = Place(visible(file), None, None)
    if isinstance(told, dict) and ("reader" in told or "hers" in told):
        raise InputError([problem("verify_copy", place)])
    try:
        if {"pack", "case", "receipt"} <= told.keys() and isinstance(told["engines"], list):
            return date.fromisoformat(told["date"])
    except (AttributeError, KeyError, TypeError, ValueError):
        pass
    raise InputError([problem("no_outcome", place)])


def _by_script(
    told: Data, case: Case, pack: Pack
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    texts = (told, case.document.value, compiled(pack))
    try:
        found = verify(*(json.dumps(text, default=float) for text in texts))
    except (AttributeError, LookupError, TypeError, ValueError):
        return None, ()
    wrong = tuple(path for path, how in found if how)
    return wrong, tuple(path for path, how in found if not how)


def _differences(told: Any, must: Any, path: str) -> Iterator[Difference]:
    """Every field of either that the other has not, or has otherwise."""
    if isinstance(told, dict) and isinstance(must, dict):
        for key in dict.fromkeys((*must, *told)):
            at = f"{path}.{key}".lstrip(".")
            yield from _differences(told.get(key, NOTHING), must.get(key, NOTHING), at)
    elif isinstance(told, list) and isinstance(must, list):
        for n in range(max(len(told), len(must))):
            one, other = (all[n] if n < len(all) else NOTHING for all in (told, must))
            yield from _differences(one, other, f"{path}[{n}]")
    elif type(told) is not type(must) or _held(told, path) != _held(must, path):
        yield Difference(path, told, must)


def _held(value: Any, path: str) -> Any:
    """What is compared; of a place not the folder, where the case may have lain elsewhere."""
    return value.rpartition("/")[2] if ".places[" in path and isinstance(value, str) else value
