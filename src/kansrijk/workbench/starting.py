"""A small whole pack to begin with: it passes every check, and its comments teach."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kansrijk.output.starter_phrases import STARTER_PHRASES
from kansrijk.pack.load import SECTIONS, Files, meaning, parse_pack
from kansrijk.pack.schema import HEADER, section_schema
from kansrijk.reading import Document, read_text
from kansrijk.workbench.releasing import CHANGELOG, lines_of

LANGUAGES = tuple(STARTER_PHRASES["text_title"])
"""In which a pack to begin with can be written."""
NEXT = ("made", "check", "test", "prove", "watch")
"""The phrases of what to do with it."""
TESTS = "tests/tests.yaml"
SCHEMAS = "schemas"
WIDTH = 96
_WORD = re.compile(r"‹(=?)(\w+)›")
_COMMENT = re.compile(r"(?P<indent> *)# ‹(?P<about>\w+)›")


class Start(NamedTuple):
    """What is chosen of a new pack; texts are in the first language and in the others."""

    id: str
    title: str | None
    languages: tuple[str, ...]
    year: int


def starter(start: Start, day: str) -> dict[str, str]:
    """The text of each file of the pack, by its name within the folder; schemas are among them."""
    folder = files("kansrijk.workbench") / "starter"
    names = [f"{name}.yaml" for name in SECTIONS if (folder / f"{name}.yaml").is_file()]
    made = {
        name: _modeline(name) + _filled((folder / name).read_text(encoding="utf-8"), start)
        for name in [*names, TESTS]
    }
    log = f"{CHANGELOG}.yaml"
    entry = {"date": day, "what": _said("changelog", start), "meaning": meaning_of(made)}
    lines = [*_lines("# ‹about_changelog›", start), *lines_of("0.1.0", entry)]
    made[log] = _modeline(log) + "".join(f"{line}\n" for line in lines)
    return made | _schemas()


def meaning_of(texts: Mapping[str, str]) -> str:
    documents: dict[tuple[str, ...], tuple[Document, int]] = {
        (Path(name).stem,): (read_text(text, name), 1)
        for name, text in texts.items()
        if name != TESTS
    }
    value = {section: document.value for (section,), (document, _) in documents.items()}
    return meaning(parse_pack(Files("", documents, value)))


def _schemas() -> dict[str, str]:
    """For an editor, beside the pack, so that every copy of the folder has them."""
    made = {
        name: section_schema(HEADER if name == "pack" else name) for name in (*SECTIONS, "tests")
    }
    return {
        f"{SCHEMAS}/{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def _modeline(name: str) -> str:
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{Path(name).stem}.json\n"


def _filled(template: str, start: Start) -> str:
    return "".join(f"{line}\n" for row in template.splitlines() for line in _lines(row, start))


def _lines(row: str, start: Start) -> list[str]:
    """A line of a file with its words filled in; a comment may be more than one."""
    comment = _COMMENT.fullmatch(row)
    if comment:
        before = f"{comment['indent']}# "
        told = _phrase(comment["about"], start)
        return textwrap.wrap(told, WIDTH, initial_indent=before, subsequent_indent=before)
    return [_WORD.sub(lambda found: _word(found[2], start, plain=bool(found[1])), row)]


def _word(name: str, start: Start, *, plain: bool) -> str:
    if not plain:
        said = _said(name, start)
        if isinstance(said, str):
            return _quoted(said)
        return "{" + ", ".join(f"{lang}: {_quoted(text)}" for lang, text in said.items()) + "}"
    chosen = {
        "pack": start.id,
        "languages": f"[{', '.join(start.languages)}]",
        "year": str(start.year),
        "next_year": str(start.year + 1),
    }
    if name in chosen:
        return chosen[name]
    return (
        _phrase(name, start) if name in STARTER_PHRASES else _quoted(_phrase(f"text_{name}", start))
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _said(name: str, start: Start) -> str | dict[str, str]:
    """A text in each language of the pack."""
    if name == "title" and start.title is not None:
        return start.title
    texts = {lang: STARTER_PHRASES[f"text_{name}"][lang] for lang in start.languages}
    return texts if len(texts) > 1 else texts[start.languages[0]]


def _phrase(name: str, start: Start) -> str:
    return STARTER_PHRASES[name][start.languages[0]]


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Puts them in a new folder, all of them or none; raises OSError."""
    from shutil import rmtree

    from kansrijk.reading.saving import create

    making = folder.with_name(f".{folder.name}.new")
    making.mkdir(parents=True)
    try:
        for name, text in texts.items():
            (making / name).parent.mkdir(exist_ok=True)
            create(making / name, text)
        making.rename(folder)
    except BaseException:
        rmtree(making)
        raise
