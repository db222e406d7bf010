"""The version of a pack and its changelog: held against what the pack says, and written."""

from __future__ import annotations

from datetime import date
from pathlib import Path as File
from typing import Any, NamedTuple

from kansrijk.pack.check_changelog import in_order
from kansrijk.pack.load import meaning
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, InputError, Place, Problem, problem
from kansrijk.reading.inserting import added, flow, replaced
from kansrijk.reading.validation import Path
from kansrijk.workbench.rewriting import Texts, checked, unchanged

CHANGELOG = "changelog"
VERSION: Path = ("pack", "version")


class Made(NamedTuple):
    """A version with its line in the changelog, and the texts with both in them."""

    version: str
    entry: dict[str, Any]
    texts: Texts


def problems(pack: Pack) -> list[Problem]:
    """What is wrong with the version, where the pack has a changelog."""
    if not pack.sections.changelog:
        return []
    newest, written = newest_of(pack), in_order(pack.version)
    known = pack.sections.changelog[newest]
    fields = {"version": pack.version, "newest": newest, "pack": pack.files.place(()).file}
    if written < in_order(newest):
        code = "version_too_low"
    elif written > in_order(newest):
        code = "not_in_changelog"
    elif known.meaning != meaning(pack):
        code = "meaning_changed"
    else:
        return []
    return [problem(code, pack.files.place(VERSION), **fields)]


def newest_of(pack: Pack) -> str:
    """The last version in the changelog, of a pack that has one."""
    return list(pack.sections.changelog)[-1]


def release(
    pack: Pack, what: str | None, on: date, version: str | None = None, *, again: bool = False
) -> Made:
    """The version and its line put at their places; nothing is written.

    Without a version it is the one that the pack has where that is new, else the next one. `again`
    does the last one anew. Raises InputError where that cannot be.
    """
    number = _again(pack) if again else _next(pack, version)
    last = pack.files.value.get(CHANGELOG, {}).get(number, {})
    said = last.get("what") if what is None else what
    if said is None:
        raise _refused("say_what", "--what")
    entry = {"date": on.isoformat(), "what": said, "meaning": meaning(pack)}
    both = _texts(pack, number, entry)
    texts = {file: (before, after) for file, (before, after) in both.items() if before != after}
    checked(pack, texts)
    return Made(number, entry, texts)


def _again(pack: Pack) -> str:
    if not pack.sections.changelog:
        raise _refused("no_release_yet", "--again")
    return newest_of(pack)


def _next(pack: Pack, version: str | None) -> str:
    if not pack.sections.changelog:
        return version or pack.version
    newest = newest_of(pack)
    if version is None:
        if pack.version == newest and pack.sections.changelog[newest].meaning == meaning(pack):
            raise _refused("nothing_to_release", str(pack.files.place(VERSION)), version=newest)
        version = pack.version if in_order(pack.version) > in_order(newest) else _raised(newest)
    if in_order(version) <= in_order(newest):
        raise _refused("version_not_higher", "--version", version=version, newest=newest)
    return version


def _raised(version: str) -> str:
    """Outcomes may change, and files of cases can still be read: the second number goes up."""
    major, minor, _ = in_order(version)
    return f"{major}.{minor + 1}.0"


def _refused(code: str, argument: str, **fields: Any) -> InputError:
    return InputError([problem(code, Place(argument, None, None), **fields)])


def _texts(pack: Pack, version: str, entry: dict[str, Any]) -> Texts:
    """The files with another version and one line more; a changelog of its own where none is."""
    header, way = _within(pack, ("pack",))
    text = new = unchanged(header)
    if version != pack.version:
        new = replaced(text, header.file, (*way, "version"), version)
    if way:  # All sections are in one file.
        return {header.file: (text, _with(new, header.file, pack, (CHANGELOG, version), entry))}
    if CHANGELOG in pack.files.value:
        log, way = _within(pack, (CHANGELOG,))
        old = unchanged(log)
        written = _with(old, log.file, pack, (version,), entry)
        return {header.file: (text, new), log.file: (old, written)}
    file = str(File(header.file).with_name(f"{CHANGELOG}.yaml"))
    made = "".join(f"{line}\n" for line in [*_modeline(text), *lines_of(version, entry)])
    return {header.file: (text, new), file: (None, made)}


def lines_of(version: str, entry: dict[str, Any]) -> list[str]:
    """An entry as it stands in a file of its own."""
    return [f"{flow(version)}:", *(f"  {key}: {flow(said)}" for key, said in entry.items())]


def _within(pack: Pack, path: Path) -> tuple[Document, Path]:
    found = pack.files.within(path)
    assert found is not None
    return found


def _with(text: str, file: str, pack: Pack, path: Path, entry: dict[str, Any]) -> str:
    last = pack.files.value.get(CHANGELOG, {}).get(path[-1])
    if last is None:
        return added(text, file, path, entry)
    for key, said in entry.items():
        if last[key] != said:
            text = replaced(text, file, (*path, key), said)
    return text


def _modeline(header: str) -> list[str]:
    """The line for editors of `pack.yaml`, where it has one, for the changelog."""
    first = header.partition("\n")[0]
    named = first.startswith("#") and first.endswith("/pack.json")
    return [f"{first.removesuffix('pack.json')}{CHANGELOG}.json"] if named else []
