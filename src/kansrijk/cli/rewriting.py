"""What is written in the files of a pack is shown first, and asked."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.shared import agreed, refuse, say

if TYPE_CHECKING:
    from kansrijk.output.words import Words
    from kansrijk.workbench.rewriting import Texts


def rewrite(
    lines: Iterable[str], texts: Texts, words: Words, ask: str, option: str, *, yes: bool
) -> None:
    """Shows the lines, and writes the texts where that was said or is answered; exit 1 if not."""
    from kansrijk.workbench.rewriting import save

    if yes:
        # Before anything is shown, so that a reader who leaves does not undo the yes.
        save(texts)
    say("".join(f"{line}\n" for line in lines))
    if not yes:
        if sys.stdin is None or not sys.stdin.isatty():
            refuse("tests_not_asked", option)
        if not agreed(words, ask):
            say(words.say("update_not_done") + "\n")
            raise typer.Exit(FINDINGS)
        save(texts)
    say(words.say("update_done", files=", ".join(texts)) + "\n")
