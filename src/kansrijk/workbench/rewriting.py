"""The files of a pack written again: only from what they still say, and whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kansrijk.pack.load import CSV, Files, parse_pack, rewritten
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, InputError, Place, problem, read_text, text_of
from kansrijk.reading.strict_csv import parse_table

Texts = Mapping[str, tuple[str | None, str]]
"""By file the text as it is and as it becomes; nothing of a file that is not there yet."""


def unchanged(document: Document) -> str:
    """The text of a file, which still says what the pack was read from. Raises InputError."""
    text, file = text_of(document.file), document.file
    if file.endswith(CSV):
        (id,) = document.value
        now = parse_table(text, file, id).value
    else:
        now = read_text(text, file).value
    # As text, because True is 1 to Python, and so that the order is compared as well.
    if repr(now) != repr(document.value):
        raise InputError([problem("changed_meanwhile", Place(file, None, None))])
    return text


def checked(pack: Pack, texts: Texts) -> Pack:
    """The pack with these texts in its files; raises InputError with its problems, if any."""
    assert isinstance(pack.files, Files)
    return parse_pack(rewritten(pack.files, {file: after for file, (_, after) in texts.items()}))


def save(texts: Texts) -> None:
    """Writes every file whole; none where one of them was changed meanwhile. Raises InputError."""
    from kansrijk.reading import saving

    changed = [file for file, (before, _) in texts.items() if _now(file) != before]
    if changed:
        places = (Place(file, None, None) for file in changed)
        raise InputError(problem("changed_meanwhile", place) for place in places)
    for file, (before, after) in texts.items():
        put = saving.create if before is None else saving.save
        try:
            put(Path(file), after)
        except OSError:
            raise InputError([problem("not_written", Place(file, None, None))]) from None


def _now(file: str) -> str | None:
    return text_of(file) if Path(file).exists() else None
