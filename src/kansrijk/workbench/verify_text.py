"""What was found of an outcome, in words and as data; never the value of a fact."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kansrijk.output.layout import wrap
from kansrijk.output.words import Words
from kansrijk.workbench.verifying import NOTHING, Difference, Verified

GOOD, BAD = "●", "○"
HIDDEN = re.compile(r"^(margins|plan\.goals)\b|\.(test|norm|reason|text|message|label)\b")
"""Fields that may hold what she answered, or words of somebody's own."""
PLAIN = re.compile(r"[a-z0-9_:.-]{1,80}")


def verify_text(found: Verified, words: Words) -> str:
    pack, told = words.pack, found.told["pack"]
    named = {"case": found.result.case.case, "day": words.date(found.result.date)}
    head = words.say("verify_head", pack=pack.id, version=pack.version, **named)
    lines = [*wrap(head, ""), ""]
    if not found.same_pack:
        of = {name: _shown(told.get(name)) for name in ("id", "version", "hash")}
        lines += _line(words.say("verify_other_pack", **of), good=False)
    same = not found.differences
    lines += _line(words.say("verify_same" if same else "verify_differ"), good=same)
    lines += [f"      {_difference(one, words)}" for one in found.differences]
    lines += _script(found, words)
    return "".join(f"{line}\n" for line in lines)


def _script(found: Verified, words: Words) -> Iterator[str]:
    if found.wrong is None:
        yield from _line(words.say("verify_script_unusable"), good=False)
        return
    right = not found.wrong
    yield from _line(words.say(f"verify_script_{'same' if right else 'differ'}"), good=right)
    yield from (f"      {path}" for path in found.wrong)
    paths = ", ".join(not_checked(found))
    yield from wrap(words.say("verify_not_checked", paths=paths), "    ", "      ")


def not_checked(found: Verified) -> list[str]:
    """The fields that the script did not look at, of lists without the number."""
    return list(dict.fromkeys(re.sub(r"\d+", "", path) for path in found.unchecked))


def _line(said: str, *, good: bool) -> Iterator[str]:
    yield from wrap(said, f"  {GOOD if good else BAD} ", "    ")


def _difference(one: Difference, words: Words) -> str:
    if HIDDEN.search(one.path) or not (_is_plain(one.told) and _is_plain(one.must)):
        return words.say("verify_other", path=one.path)
    shown = {"told": _shown(one.told), "must": _shown(one.must)}
    return words.say("verify_is", path=one.path, **shown)


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return value == NOTHING or bool(PLAIN.fullmatch(value))
    return value is None or isinstance(value, bool | int)


def _shown(value: Any) -> str:
    """An id, a day or a word as it is; the rest as JSON has it."""
    return value if isinstance(value, str) else json.dumps(value)


def verify_data(found: Verified) -> dict[str, Any]:
    """The fields that differ, and what the script found; paths alone, never a value."""
    pack, wrong = found.result.pack, found.wrong
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "case": found.result.case.case,
        "date": found.result.date.isoformat(),
        "holds": found.holds,
        "same_pack": found.same_pack,
        "differences": [one.path for one in found.differences],
        "script": {
            "wrong": None if wrong is None else list(wrong),
            "not_checked": not_checked(found),
        },
    }
