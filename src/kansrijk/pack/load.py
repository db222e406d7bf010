"""A pack from a folder or a single file: read, validated, checked, or every problem at once."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kansrijk.pack.check import check
from kansrijk.pack.model import APART, Sections
from kansrijk.pack.numbers import exact
from kansrijk.pack.pack import Pack
from kansrijk.reading import (
    Document,
    InputError,
    Place,
    Problem,
    did_you_mean,
    problem,
    quoted,
    read_file,
    read_text,
)
from kansrijk.reading.limits import MAX_PROBLEMS
from kansrijk.reading.strict_csv import read_table
from kansrijk.reading.validation import validate

SECTIONS = tuple(name for name in Sections.model_fields if name != "tests")
REQUIRED = tuple(n for n, f in Sections.model_fields.items() if f.is_required())
YAML = (".yaml", ".yml")
CSV = ".csv"


def packs_folder() -> Path:
    """The folder with the packs that come along: in the wheel, or beside `src` in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


def shipped_packs() -> tuple[str, ...]:
    """The ids of the packs that come along."""
    return tuple(sorted(file.parent.name for file in packs_folder().glob("*/pack.yaml")))


@dataclass(frozen=True, slots=True)
class Files:
    """The sections of a pack with the document each stands in; one value, many places."""

    name: str
    documents: Mapping[tuple[str, ...], tuple[Document, int]]
    value: Mapping[str, Any]

    @property
    def names(self) -> tuple[str, ...]:
        """The files that it was read from, each once."""
        return tuple(dict.fromkeys(document.file for document, _ in self.documents.values()))

    def within(self, path: tuple[str | int, ...]) -> tuple[Document, tuple[str | int, ...]] | None:
        """The document that a path leads into, and the rest of the way in it."""
        for length in (2, 1):
            found = self.documents.get(tuple(str(step) for step in path[:length]))
            if found and len(path) >= length:
                document, skip = found
                return document, path[skip:]
        return None

    def place(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        found = self.within(path)
        if found is None:
            return Place(self.name, None, None, "")
        document, rest = found
        return document.place(rest, key=key)

    def place_within(self, path: tuple[str | int, ...]) -> Place:
        """Where a key stands, the file named as from the folder that the pack lies in."""
        found = self.place(path, key=True)
        return replace(found, file=Path(found.file).relative_to(Path(self.name).parent).as_posix())


def load_pack(pack: str | Path, *, tests: bool = True) -> Pack:
    """A shipped pack by its id, or a pack in a folder or file.

    `tests`: whether to read the pack's own tests along; no outcome rests on them.
    Raises InputError with the problems of its files, at most `MAX_PROBLEMS`, in order of place.
    """
    return parse_pack(pack_files(locate(pack), tests=tests))


def locate(pack: str | Path) -> Path:
    """Where a pack is: a shipped one by its id, else the folder or file itself."""
    shipped = shipped_packs()
    if str(pack) in shipped:
        return packs_folder() / str(pack)
    path = Path(pack)
    if not os.path.exists(path):  # unlike that of Path, never an error of the system
        place = Place(quoted(str(pack)), None, None, "")
        raise InputError(
            [problem("unknown_pack", place, help=did_you_mean(str(pack), list(shipped)))]
        )
    return path


def pack_files(path: Path, *, tests: bool = True) -> Files:
    """The sections as they stand in the files; raises InputError where one cannot be read."""
    if not path.is_dir():
        return sections_of(read_file(path))
    problems: list[Problem] = []
    documents: dict[tuple[str, ...], tuple[Document, int]] = {}
    value: dict[str, Any] = {}
    for file in sorted(path.rglob("*")):
        within = file.relative_to(path).parent
        section, in_tests = file.stem, within.parts[:1] == ("tests",)
        is_table = in_tests and file.suffix == CSV
        if (file.suffix not in YAML and not is_table) or (in_tests and not tests):
            continue
        if not in_tests and (section not in SECTIONS or within.parts):
            help = did_you_mean(section, list(SECTIONS))
            problems.append(problem("unknown_section", Place(str(file), 1, 1, ""), help=help))
            continue
        try:
            document = read_table(file, section) if is_table else read_file(file)
        except InputError as error:
            problems.extend(error.problems)
            continue
        if in_tests:
            _add_tests(document, documents, value, problems)
        elif section in value:
            problems.append(problem("duplicate_section", Place(str(file), 1, 1, ""), name=section))
        else:
            documents[(section,)], value[section] = (document, 1), document.value
    if not problems:
        here = Place(str(path), None, None, "")
        missing = (section for section in REQUIRED if section not in value)
        problems = [problem("missing_section", here, name=section) for section in missing]
    if problems:
        raise _refused(problems)
    return Files(str(path), documents, value)


def sections_of(document: Document) -> Files:
    """A pack whose sections are the keys of one document."""
    documents: dict[tuple[str, ...], tuple[Document, int]] = {
        (name,): (document, 0) for name in document.value
    }
    return Files(document.file, documents, document.value)


def rewritten(files: Files, texts: Mapping[str, str]) -> Files:
    """The sections with other texts in their files, or in one that was not there."""
    if files.name in texts:
        return sections_of(read_text(texts[files.name], files.name))
    documents, value = dict(files.documents), dict(files.value)
    for file, text in texts.items():
        section, document = Path(file).stem, read_text(text, file)
        documents[(section,)], value[section] = (document, 1), document.value
    return Files(files.name, documents, value)


def _add_tests(
    document: Document,
    documents: dict[tuple[str, ...], tuple[Document, int]],
    value: dict[str, Any],
    problems: list[Problem],
) -> None:
    tests = value.setdefault("tests", {})
    for id, test in document.value.items():
        if id in tests:
            problems.append(
                problem("duplicate_test", document.place((id,), key=True), name=quoted(id))
            )
        tests[id] = test
        documents[("tests", id)] = (document, 1)


def parse_pack(files: Files) -> Pack:
    """The pack of these files; raises InputError with its problems, in order of place."""
    sections, problems = validate(Sections, files.value, files)
    if sections is None:
        raise _refused(problems)
    parsed, problems = check(sections, files)
    if problems:
        raise InputError(problems)
    return Pack(sections, parsed.rules, content_hash(files.value), files, *parsed[1:])


def _refused(problems: list[Problem]) -> InputError:
    return InputError(list(dict.fromkeys(problems))[:MAX_PROBLEMS])


def content_hash(value: Mapping[str, Any]) -> str:
    """A hash of what the pack says: comments, layout and `APART` do not count, order does."""
    content = {section: _said(value[section]) for section in sorted(value) if section not in APART}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def meaning(pack: Pack) -> str:
    """The hash of all that the pack says but its version: what a new version is needed for."""
    header = {key: said for key, said in pack.files.value["pack"].items() if key != "version"}
    return content_hash({**pack.files.value, "pack": header})


def _said(value: Any) -> Any:
    """The value with each number as it counts, so that 1.10 is 1.1 and not the text "1.1"."""
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_said(item) for item in value]
    number = exact(value)
    if number is None:
        return value
    # No id is empty: nothing that is written where a number may stand looks like this.
    return number if isinstance(number, int) else {"": str(number)}
