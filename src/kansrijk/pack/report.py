"""Where the problems of a pack are gathered, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kansrijk.reading import Problem, did_you_mean, problem, quoted
from kansrijk.reading.limits import MAX_PROBLEMS
from kansrijk.reading.validation import Path, Placed, value_at


class Enough(Exception):
    """There are so many problems that looking for more is of no use."""


@dataclass(frozen=True, slots=True)
class Report:
    """Takes each problem once; raises Enough at the last one that is reported."""

    document: Placed
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, code: str, path: Path, *, key: bool = False, **fields: Any) -> None:
        found = problem(code, self.document.place(path, key=key), **fields)
        if found not in self.problems:
            self.problems.append(found)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Enough

    def unknown(
        self, code: str, word: str, known: Iterable[str], path: Path, *, key: bool = False
    ) -> None:
        """A word that nothing goes by, with the nearest one that something does."""
        help = did_you_mean(word, list(known))
        self.refuse(code, path, key=key, name=quoted(word), help=help)

    def known(
        self, words: Iterable[str], known: Iterable[str], path: Path, code: str = "unknown_id"
    ) -> None:
        """Refuses each word that is not known; at the path stands one word or a list of them."""
        for i, word in enumerate(words):
            if word not in known:
                listed = isinstance(value_at(self.document, path), list | tuple)
                self.unknown(code, word, known, (*path, i) if listed else path)
