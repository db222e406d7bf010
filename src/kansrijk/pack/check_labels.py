"""The check of labels: what is another thing reads as another thing, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from kansrijk.pack.model import Sections
from kansrijk.pack.parts import Translations
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path


class Labelled(Protocol):
    @property
    def label(self) -> Translations: ...


def check_labels(sections: Sections, report: Report) -> None:
    """No two things of one kind share a label, so that a sentence about one names no other."""
    for path, labels in _groups(sections):
        seen: dict[tuple[str, str], str] = {}
        for id, (text, at) in labels.items():
            for language in sections.pack.languages:
                read = text.get(language) or text.get("")
                other = seen.setdefault((language, _as_read(read)), id) if read else id
                if other != id:
                    report.refuse("duplicate_label", (*path, id, *at), name=id, other=other)


def _groups(sections: Sections) -> Iterator[tuple[Path, Mapping[str, tuple[Translations, Path]]]]:
    """The labels that must differ from each other, each with its place below a path."""
    named: tuple[tuple[Path, Mapping[str, Labelled]], ...] = (
        (("facts",), sections.facts),
        (("norms",), sections.norms),
        (("criteria",), sections.criteria),
        (("signals",), sections.signals),
        (("strengths",), sections.strengths),
        (("classes", "classes"), sections.classes.classes),
        (("phases",), sections.phases),
        (("offers",), sections.offers),
        (("trajectory", "states"), sections.trajectory.states),
    )
    for path, parts in named:
        yield path, {id: (part.label, ("label",)) for id, part in parts.items()}
    for id, fact in sections.facts.items():
        values = fact.values or {}
        yield ("facts", id, "values"), {value: (text, ()) for value, text in values.items()}


def _as_read(text: str) -> str:
    """A label as the eye takes it: capitals, spaces and the make-up of a letter do not count."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKC", text)
    return " ".join(text.casefold().split())
