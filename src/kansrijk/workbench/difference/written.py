"""What stands otherwise in another version of a pack: by id and key, whatever the layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from kansrijk.pack.model import APART, Sections
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import Translations

Path = tuple[str, ...]
Kind = Literal["rule", "norm", "text", "offer", "other"]
"""In the order in which they are told."""


class Changed(NamedTuple):
    """A value that is not the same: `path` says where, from the section on. None is nothing."""

    kind: Kind
    path: Path
    before: Any
    after: Any


def written(old: Pack, new: Pack) -> tuple[Changed, ...]:
    """All but the version and what tells of it; conditions that mean the same are the same."""
    rules = _rules(old, new)
    others = [
        one
        for name in Sections.model_fields
        if name not in APART
        for one in _values((name,), getattr(old.sections, name), getattr(new.sections, name))
        if one.path != ("pack", "version")
    ]
    return (*rules, *others)


def _rules(old: Pack, new: Pack) -> Iterator[Changed]:
    """Conditions of rules that both have; of a rule that one has the whole is told elsewhere."""
    before, after = ({rule.key: rule.when for rule in pack.rules} for pack in (old, new))
    for key in after:
        if key in before and before[key] != after[key]:
            yield Changed("rule", (key,), before[key], after[key])


CONDITIONS = ("when", "for_", "after")
AS_RULES = ("criteria", "signals", "classes", "phases", "actions")
"""What a rule is made of, and the sections in which it is told as a whole."""


def _values(path: Path, old: Any, new: Any) -> Iterator[Changed]:
    """What differs of a part, as far down as both are alike in shape."""
    if old == new:
        return
    if isinstance(old, Translations) and isinstance(new, Translations):
        for lang in dict.fromkeys((*old, *new)):
            if old.get(lang) != new.get(lang):
                kind: Kind = "offer" if path[0] == "offers" else "text"
                yield Changed(kind, (*path, lang), old.get(lang), new.get(lang))
    elif isinstance(old, BaseModel) and isinstance(new, BaseModel) and type(old) is type(new):
        for name, field in type(old).model_fields.items():
            if name not in CONDITIONS or path[0] not in AS_RULES:
                key = field.alias or name
                yield from _values((*path, key), getattr(old, name), getattr(new, name))
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _items(path, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _named(old) and _named(new):
        yield from _items(path, _by_name(old), _by_name(new))
    else:
        yield Changed(_kind(path), path, _plain(old), _plain(new))


def _items(path: Path, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[Changed]:
    for key in (*old, *(key for key in new if key not in old)):
        yield from _values((*path, str(key)), old.get(key), new.get(key))


def _named(items: tuple[Any, ...]) -> bool:
    """Whether each has a name of its own: an id, or the day from which it holds."""
    names = [_name(item) for item in items]
    return bool(names) and None not in names and len({*names}) == len(names)


def _name(item: Any) -> str | None:
    found = getattr(item, "id", None) or getattr(item, "from_", None)
    return str(found) if isinstance(found, str | date) else None


def _by_name(items: tuple[Any, ...]) -> dict[str, Any]:
    return {str(_name(item)): item for item in items}


def _kind(path: Path) -> Kind:
    if path[0] == "offers":
        return "offer"
    if path[0] == "norms" and ("value" in path or "values" in path):
        return "norm"
    return "text" if path[0] == "hers" else "other"


def _plain(value: Any) -> Any:
    """A part that one of them lacks, as it is written."""
    if isinstance(value, BaseModel):
        named = {name: field.alias or name for name, field in type(value).model_fields.items()}
        return {
            named[name]: _plain(getattr(value, name))
            for name in named
            if name in value.model_fields_set
        }
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value
