"""The page as one HTML file that holds each language, of which it shows one: without a script."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kansrijk.output.html import of_programme
from kansrijk.output.words import Words
from kansrijk.workbench.documents.parts import Document, Section


class Language(NamedTuple):
    """The page in one language, with the words that are the page's own."""

    document: Document
    name: str
    words: Words

    @property
    def lang(self) -> str:
        return self.document.lang

    @property
    def parts(self) -> list[tuple[str, list[Section]]]:
        """The sections under the headings of the table of contents."""
        found: dict[str, list[Section]] = {}
        for section in self.document.sections:
            found.setdefault(section.part, []).append(section)
        return list(found.items())

    def say(self, phrase: str) -> str:
        return self.words.say(f"docs_{phrase}")

    def anchor(self, key: str) -> str:
        """Where something stands: no two things, or languages, have the same."""
        return anchor(self.lang, key)


def anchor(lang: str, key: str) -> str:
    return f"{lang}-{key.replace(':', '-')}"


class ProgrammePage(NamedTuple):
    languages: tuple[Language, ...]

    @property
    def title(self) -> str:
        first = self.languages[0]
        return first.words.say("docs_title", title=first.document.title)


def html(documents: Sequence[Document], words: Words) -> str:
    """One file with the page in each of these languages; the first is shown at once."""
    return of_programme(
        ProgrammePage(tuple(_language(one, words._replace(lang=one.lang)) for one in documents))
    )


def _language(document: Document, words: Words) -> Language:
    return Language(document, words.language(document.lang), words)
