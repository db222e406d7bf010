"""The page as Markdown: the same words, without drawings, whose tables say what they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kansrijk.output.markdown import markdown_text
from kansrijk.output.sentence import Clause
from kansrijk.output.words import Words
from kansrijk.workbench.documents.parts import (
    Answer,
    Block,
    Card,
    Document,
    Entry,
    Line,
    Listing,
    Table,
    Text,
    text_of,
)


def markdown(documents: Sequence[Document], words: Words) -> str:
    """The page in each language, one after the other."""
    return "\n".join(_document(one, words._replace(lang=one.lang)) for one in documents)


def _document(document: Document, words: Words) -> str:
    lines = [f"# {_said(document.title)}", "", _said(document.subtitle), ""]
    lines += [*_entries(document.front), ""]
    for section in document.sections:
        lines += [f"## {_said(section.heading)}", ""]
        for block in section.blocks:
            lines += _block(block, words)
    return "\n".join(lines)


def _block(block: Block, words: Words) -> Iterator[str]:
    """The lines of a block; none of a drawing, because a table says the same."""
    match block:
        case Text(line):
            yield from (_line(line), "")
        case Listing(lines):
            yield from (*(f"- {_line(line)}" for line in lines), "")
        case Table():
            yield from _table(block)
        case Card():
            yield from _card(block, words)
        case Answer():
            field = f" `{block.field}`" if block.field else ""
            yield from (f"### {_said(block.asked)}{field}", "")
            known = [_line(one) for one in block.lines] or [_said(words.say("docs_gap_owner"))]
            yield from (text for one in known for text in (one, ""))


def _card(card: Card, words: Words) -> Iterator[str]:
    yield from (f"### {_said(card.title)}", "")
    rests = f" ({_said(card.said)})" if card.said else ""
    yield from (f"*{_said(card.kind)}*{rests}", "")
    for line in card.texts:
        yield from (_line(line), "")
    if card.reads is not None:
        yield _said(words.pair(words.say("docs_reads"), card.reads.text))
        yield from (*_clauses(card.reads.items, ""), "")
    for table in card.tables:
        yield from _table(table)
    yield from (*_entries(card.entries), "")
    if card.sign:
        yield from (_said(words.say("docs_sign_by")), "")
    if card.place:
        yield from (_said(card.place), "")


def _clauses(items: Sequence[Clause], indent: str) -> Iterator[str]:
    if items and not indent:
        yield ""
    for n, item in enumerate(items, start=1):
        yield f"{indent}{n}. {_said(item.text)}"
        yield from _clauses(item.items, f"{indent}   ")


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if len(entry.lines) == 1:
            yield f"- **{_said(entry.term)}**: {_line(entry.lines[0])}"
        else:
            yield f"- **{_said(entry.term)}**"
            yield from (f"  - {_line(line)}" for line in entry.lines)


def _table(table: Table) -> Iterator[str]:
    yield from (f"**{_said(table.caption)}**", "")
    yield _row(map(_said, table.heads))
    yield _row("---" for _ in table.heads)
    yield from (_row(map(_line, row)) for row in table.rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line) -> str:
    return _said(text_of(line))


def _said(text: str) -> str:
    return markdown_text(text)
