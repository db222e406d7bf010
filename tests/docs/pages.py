"""The pages of the project, and the code blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_FENCE = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<info>[^\n]*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


_COPY = re.compile(r'<!-- copy: (\S+) (\S+) "(.+)" "(.+)" -->')


def copies(page: Path) -> list[tuple[str, str, str, str]]:
    """The files that a page makes by a change of another: from, to, what was there, what is."""
    return _COPY.findall(page.read_text(encoding="utf-8"))


_PACK = re.compile(r"<!-- pack: (\S+) (\S+) -->")
_CHANGE = re.compile(r'<!-- change: (\S+) "(.+)" "(.+)" -->')


def packs(page: Path) -> list[tuple[str, str]]:
    """The shipped packs that a page has a copy of: which, and in what folder."""
    return _PACK.findall(page.read_text(encoding="utf-8"))


def changes(page: Path) -> list[tuple[str, str, str]]:
    """What a page changes in files of these copies: the file, what was there, what is."""
    return _CHANGE.findall(page.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what else its first line says, and the file it stands for."""

    page: Path
    line: int
    language: str
    marks: tuple[str, ...]
    file: str | None
    text: str

    @property
    def id(self) -> str:
        return f"{name(self.page)}:{self.line}"


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        language, *marks = found["info"].split() or [""]
        line = text.count("\n", 0, found.start("text"))
        yield Block(page, line, language, tuple(marks), found["file"], found["text"])


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))
