"""The page as plain data: every card, the fields of the register, and each gap by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kansrijk.output.sentence import Clause
from kansrijk.output.words import Words
from kansrijk.workbench.documents.evidence import Evidence
from kansrijk.workbench.documents.parts import Answer, Card, Document, Entry, Line, Table, text_of

Data = dict[str, Any]


def data(documents: Sequence[Document], words: Words, found: Evidence) -> Data:
    pack = words.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.own_hash},
        "date": found.on.isoformat(),
        "documents": [_document(one) for one in documents],
    }


def _document(document: Document) -> Data:
    answers = list(document.answers)
    return {
        "lang": document.lang,
        "title": document.title,
        "sections": [{"id": one.id, "heading": one.heading} for one in document.sections],
        "cards": [
            _card(block, section.id)
            for section in document.sections
            for block in section.blocks
            if isinstance(block, Card)
        ],
        "tables": [
            _table(block, section.id)
            for section in document.sections
            for block in section.blocks
            if isinstance(block, Table)
        ],
        "register": {one.field: _known(one) for one in answers if one.field},
        "answers": [
            {"id": one.id, "asked": one.asked, "known": _known(one)}
            for one in answers
            if not one.field
        ],
        "gaps": [one.id for one in answers if one.gap],
    }


def _card(card: Card, section: str) -> Data:
    return {
        "key": card.key,
        "section": section,
        "kind": card.kind,
        "title": card.title,
        "basis": card.basis,
        "texts": [text_of(one) for one in card.texts],
        "reads": None if card.reads is None else _clause(card.reads),
        "entries": [_entry(one) for one in card.entries],
        "tables": [_table(one, section) for one in card.tables],
        "place": card.place or None,
    }


def _clause(clause: Clause) -> Data:
    return {"text": clause.text, "items": [_clause(one) for one in clause.items]}


def _entry(entry: Entry) -> Data:
    return {"term": entry.term, "lines": [_line(one) for one in entry.lines]}


def _line(line: Line) -> Data:
    return {"text": text_of(line), "keys": [one.to for one in line if one.to]}


def _table(table: Table, section: str) -> Data:
    rows = [[text_of(cell) for cell in row] for row in table.rows]
    return {"section": section, "caption": table.caption, "heads": [*table.heads], "rows": rows}


def _known(answer: Answer) -> str | None:
    return None if answer.gap else "\n".join(text_of(one) for one in answer.lines)
