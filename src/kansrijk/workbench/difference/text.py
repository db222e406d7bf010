"""What differs between two versions of a pack: as text, Markdown for a change request, data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, get_args

from kansrijk.case.norms import norms_on
from kansrijk.output.layout import WIDTH, capitals
from kansrijk.output.sentence import Sentences, quoted
from kansrijk.output.words import Words
from kansrijk.pack.condition import Condition
from kansrijk.pack.numbers import said
from kansrijk.pack.pack import Pack
from kansrijk.reading.inserting import flow
from kansrijk.workbench.difference.cases import CaseChanged
from kansrijk.workbench.difference.outcomes import CLASS, Answer, Difference
from kansrijk.workbench.difference.written import Changed, Kind
from kansrijk.workbench.proof.text import case_data, case_lines

Data = dict[str, Any]


class Found(NamedTuple):
    """All that differs; `cases` are None where none were given, else by the outcome on a day."""

    old: Pack
    new: Pack
    written: tuple[Changed, ...]
    outcomes: tuple[Difference, ...]
    cases: tuple[CaseChanged, ...] | None
    on: date

    @property
    def same(self) -> bool:
        changed = any(not one.same for one in self.cases or ())
        return not self.written and not self.outcomes and not changed


class Part(NamedTuple):
    """A heading with its lines; a line of several is a block as it is, such as a case file."""

    head: str
    lines: tuple[str | tuple[str, ...], ...]


def render(found: Found, words: Words, *, markdown: bool) -> str:
    head = words.say("diff_head", old=_version(found.old), new=_version(found.new))
    parts = [
        part
        for part in (*_written(found, words), _outcomes(found, words), _cases(found, words))
        if part.lines
    ]
    lines = [f"# {head}" if markdown else head]
    for part in parts:
        lines += ["", f"## {part.head}" if markdown else capitals(part.head, words.lang)]
        lines += ["", *_marked(part)] if markdown else _plain(part)
    return "".join(f"{line}\n" for line in lines)


def _version(pack: Pack) -> str:
    return f"{pack.id} {pack.version}"


def _plain(part: Part) -> Iterator[str]:
    for line in part.lines:
        if isinstance(line, tuple):
            yield from (f"      {one}" for one in line)
        else:
            yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _marked(part: Part) -> Iterator[str]:
    for line in part.lines:
        if isinstance(line, tuple):
            yield from ("", "  ```yaml", *(f"  {one}" for one in line), "  ```", "")
        else:
            yield f"- {line}"


def _written(found: Found, words: Words) -> Iterator[Part]:
    if not found.written:
        yield Part(words.say("diff_other"), (words.say("diff_nothing"),))
    for kind in get_args(Kind):
        changed = [one for one in found.written if one.kind == kind]
        lines = tuple(line for one in changed for line in _changed(one, found, words))
        yield Part(words.say(f"diff_{kind}"), lines)


def _changed(one: Changed, found: Found, words: Words) -> Iterator[str]:
    """Where it stands, and below that what it was and what it becomes."""
    if one.kind == "rule":
        old, new = words._replace(pack=found.old), words
        label = f"{quoted(words.label(one.path[0]), words)} ({one.path[0]})"
        before, after = _sentence(one.before, old), _sentence(one.after, new)
    else:
        label, before, after = ".".join(one.path), _value(one.before), _value(one.after)
    if one.before is None or one.after is None:
        phrase, value = ("diff_added", after) if one.before is None else ("diff_removed", before)
        yield words.pair(label, words.say(phrase, value=value))
        return
    was, becomes = words.say("diff_was", value=before), words.say("diff_is", value=after)
    yield words.pair(label, words.apart([was, becomes]))


def _sentence(condition: Condition, words: Words) -> str:
    norms = norms_on(words.pack, words.pack.sections.pack.in_force.from_)
    return Sentences(words, norms, {}).of(condition)


def _value(value: Any) -> str:
    """A value as a file holds it; nothing where there is none."""
    if value is None:
        return ""
    plain = _plainly(value)
    return plain if isinstance(plain, str) else flow(plain)


def _plainly(value: Any) -> Any:
    """Text of one language as text, figures as they are written."""
    if isinstance(value, dict):
        named = {str(key): _plainly(item) for key, item in value.items()}
        return named[""] if set(named) == {""} else named
    if isinstance(value, list | tuple):
        return [_plainly(item) for item in value]
    return said(value)


def _outcomes(found: Found, words: Words) -> Part:
    shown = [one for one in found.outcomes if one.case is not None]
    lines: list[str | tuple[str, ...]] = []
    for one in shown:
        lines.append(words.say("diff_outcome", day=words.date(one.on), **way(one, words)))
        lines.append(tuple(case_lines(one.case or {})))
    ways = [words.say("diff_way", **way(one, words)) for one in found.outcomes if not one.case]
    if ways:
        lines.append(words.say("diff_not_sure", ways=words.apart(ways)))
    if not found.outcomes:
        lines.append(words.say("diff_same"))
    return Part(words.say("diff_outcomes"), tuple(lines))


def way(one: Difference, words: Words) -> dict[str, str]:
    about = words.say("diff_class") if one.key == CLASS else quoted(words.label(one.key), words)
    before, after = (_answer(answer, one.key, words) for answer in (one.before, one.after))
    return {"about": about, "before": before, "after": after}


def _answer(answer: Answer, key: str, words: Words) -> str:
    if key == CLASS:
        known = answer in words.pack.sections.classes.classes
        return words.class_label(str(answer)) if known else str(answer or words.class_label(None))
    return words.say(f"truth_{'unknown' if answer is None else str(answer).lower()}")


def _cases(found: Found, words: Words) -> Part:
    if found.cases is None:
        return Part("", ())
    changed = [one for one in found.cases if not one.same]
    left_out = [one for one in found.cases if one.cannot]
    many = len(found.cases) - len(left_out)
    fields = {"n": len(changed), "all": many, "day": words.date(found.on)}
    lines: list[str | tuple[str, ...]] = [words.say("diff_cases_changed", **fields)]
    for one in changed:
        lines += [one.file, tuple(_of_case(one, words))]
    lines += [words.say("diff_case_cannot", why=one.cannot) for one in left_out]
    return Part(words.say("diff_cases"), tuple(lines))


def _of_case(one: CaseChanged, words: Words) -> Iterator[str]:
    if one.level[0] != one.level[1]:
        yield _turned("class", (_answer(level, CLASS, words) for level in one.level), words)
    if one.intake[0] != one.intake[1]:
        yield _turned("intake", (_answer(truth, "", words) for truth in one.intake), words)
    if one.visits[0] != one.visits[1]:
        yield _turned("visits", map(str, one.visits), words)
    for turned in one.turned:
        truths = (_answer(truth, "", words) for truth in (turned.before, turned.after))
        yield _turned("turned", truths, words, about=quoted(words.label(turned.key), words))


def _turned(what: str, pair: Any, words: Words, **more: str) -> str:
    before, after = pair
    return words.say(f"diff_case_{what}", before=before, after=after, **more)


def as_data(found: Found) -> Data:
    return {
        "old": {"id": found.old.id, "version": found.old.version, "hash": found.old.hash},
        "new": {"id": found.new.id, "version": found.new.version, "hash": found.new.hash},
        "same": found.same,
        "written": [_written_data(one, found) for one in found.written],
        "outcomes": [
            {
                "about": one.key,
                "before": one.before,
                "after": one.after,
                "on": one.on.isoformat(),
                "case": case_data(one.case),
                "why": one.why,
            }
            for one in found.outcomes
        ],
        "cases": None if found.cases is None else _cases_data(found.cases),
    }


def _written_data(one: Changed, found: Found) -> Data:
    if one.kind == "rule":
        lang = found.new.languages[0]
        sides = ((one.before, found.old), (one.after, found.new))
        before, after = (_sentence(when, Words(pack, lang)) for when, pack in sides)
    else:
        before, after = map(_value, (one.before, one.after))
    return {"kind": one.kind, "path": list(one.path), "before": before, "after": after}


def _cases_data(cases: Sequence[CaseChanged]) -> list[Data]:
    return [
        {
            "file": one.file,
            "same": one.same,
            "class": list(one.level),
            "intake": list(one.intake),
            "visits": list(one.visits),
            "turned": [turned._asdict() for turned in one.turned],
            "cannot": one.cannot,
        }
        for one in cases
    ]
