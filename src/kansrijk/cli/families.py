"""What `test --generate` does: example families for the owner of a pack to read and to sign."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

from kansrijk.cli.packs import FINDINGS
from kansrijk.cli.shared import publish, refuse

if TYPE_CHECKING:
    from kansrijk.output.words import Words
    from kansrijk.pack.pack import Pack
    from kansrijk.workbench.families.families import Families

One = TypeVar("One")


@contextmanager
def progress(items: Iterable[One], many: int) -> Iterator[Iterable[One]]:
    """The items, with a bar on a screen that says how far they are."""
    if not sys.stderr.isatty():
        yield items
        return
    with typer.progressbar(items, length=many, file=sys.stderr) as bar:
        yield bar


def write_families(
    pack: Pack, words: Words, seconds: float, format: str, output: str | None
) -> None:
    """Exit 1 where the families do not show all that could be another."""
    try:
        found = _found(pack, words, seconds)
    except ModuleNotFoundError as missing:
        refuse("missing_prover", "--generate", name=missing.name)
    publish(_in_format(found, words, format), output)
    if found.not_shown:
        raise typer.Exit(FINDINGS)


def _found(pack: Pack, words: Words, seconds: float) -> Families:
    from functools import partial

    from kansrijk.workbench.families.families import gather
    from kansrijk.workbench.families.fewest import fewest, shows
    from kansrijk.workbench.families.page import readable
    from kansrijk.workbench.mutation.killing import killed
    from kansrijk.workbench.mutation.mutants import mutants

    can_be_read = partial(readable, words=words)
    with progress(killed(pack, seconds=seconds), sum(1 for _ in mutants(pack))) as mutated:
        found = gather(pack, mutated, can_be_read)
    with progress(shows(found), len(found.shown)) as shown:
        return fewest(found, list(shown), can_be_read)


def _in_format(found: Families, words: Words, format: str) -> str | bytes:
    from kansrijk.output.data import to_json
    from kansrijk.output.formats import page_in
    from kansrijk.workbench.families import tests
    from kansrijk.workbench.families.page import page_of

    if format == "yaml":
        return tests.as_tests(found, words)
    if format == "json":
        return to_json(tests.data(found, words))
    try:
        return page_in(page_of(found, words), format)
    except ModuleNotFoundError as missing:
        refuse("missing_package", "--format", name=missing.name, format=format)
