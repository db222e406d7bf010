"""A pack looked at anew on every save: its check, its tests, and what is proved of it.

The files are looked at again and again: there are few of them, and it takes no package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.output.words import Words
from kansrijk.pack.load import CSV, YAML, load_pack
from kansrijk.reading import InputError
from kansrijk.workbench import releasing
from kansrijk.workbench.checking import check_tests, good
from kansrijk.workbench.report_text import render
from kansrijk.workbench.running import run

SECONDS = 60.0
"""How long it may prove after a save."""
MORE = ""
"""Said of a step that shows nothing: there is more to come."""

Seen = Mapping[str, tuple[int, int]]
"""The files of a pack, each with when it was saved and how long it is."""


def seen(pack: Path) -> Seen:
    """What is there now; a file that goes while it is looked at is not there."""
    files = sorted(pack.rglob("*")) if pack.is_dir() else [pack]
    found: dict[str, tuple[int, int]] = {}
    for file in files:
        if file.suffix in (*YAML, CSV) or file == pack:
            try:
                told = file.stat()
            except OSError:
                continue
            found[str(file)] = (told.st_mtime_ns, told.st_size)
    return found


def watch(
    pack: Path,
    begin: Callable[[], None],
    look: Callable[[], Iterable[str]],
    show: Callable[[str], None],
    ticks: Iterable[None],
) -> None:
    """Shows what a look finds, anew at each tick at which something was saved.

    What is saved while it looks ends that look: at the next tick it begins anew.
    """
    last: Seen | None = None
    for _ in ticks:
        if (now := seen(pack)) == last:
            continue
        last = now
        begin()
        for said in look():
            if said:
                show(said)
            if seen(pack) != last:
                break


def look(pack: Path, lang: str | None) -> Iterator[str]:
    """What there is to say of a pack, step by step; `MORE` where a step says nothing."""
    try:
        rules = load_pack(pack)
        check_tests(rules)
    except InputError as error:
        yield str(error)
        return
    words = Words(rules, lang if lang in rules.languages else rules.languages[0])
    # That the version is to be raised stands in the way of nothing: it is done at the end.
    unreleased = releasing.problems(rules)
    yield "\n".join(map(str, unreleased)) if unreleased else good(words)
    ran = run(rules)
    yield render(ran, words).rstrip()
    yield from _proofs(words)


def _proofs(words: Words) -> Iterator[str]:
    try:
        from kansrijk.workbench.proof.prove import proofs
        from kansrijk.workbench.proof.text import differs, finding
    except ModuleNotFoundError:
        yield words.say("watch_no_prover")
        return
    from kansrijk.workbench.every import every_case

    found: list[bool] = []
    for proof in proofs(words.pack, seconds=SECONDS):
        found.append(proof.outcome == "holds")
        yield MORE if found[-1] else "\n".join(finding(proof, words, None))
    engines = (ReferenceEngine(), DurableEngine())
    for tried in every_case(words.pack, engines) if available() else ():
        found.append(tried.agree is True)
        yield MORE if found[-1] else differs(tried, words)
    phrase = "watch_proved" if all(found) else "watch_not_proved"
    yield words.say(phrase, n=len(found), held=sum(found))
