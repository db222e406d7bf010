"""The small pack with tests of its own, in one file or in a folder."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from builders import SMALL, pack_of

from kansrijk.pack.load import load_pack
from kansrijk.pack.pack import Pack

OFFERS = """\
offers:
  lessons: {label: lessons, for: help, provider: x, meanwhile: x, confirmed: 2026-01-01,
    when: {alone: true}, basis: policy, source: law}
"""
POOR = "{title: Poor, on: 2026-03-02, case: {case: c, facts: {poor: true}}, expect: {%s}}"


def pack_with(tests: str) -> Pack:
    """The small pack with these tests at its end."""
    return small_with({}, tests)


def expecting(expect: str) -> Pack:
    """The small pack, with an offer, and a test of one who is poor and of whom no more is known."""
    return small_with({"\nroles:\n": f"\n{OFFERS}roles:\n"}, f"one: {POOR % expect}")


def folder(at: Path, **files: str) -> Path:
    """The small pack in a folder, with files of tests: `a_csv=...` is `tests/a.csv`."""
    (at / "tests").mkdir(parents=True)
    chunks: dict[str, list[str]] = {}
    for line in SMALL.splitlines():
        if not line.startswith(" "):
            name = line.partition(":")[0]
        chunks.setdefault(name, []).append(line)
    for name, (_, *lines) in chunks.items():
        (at / f"{name}.yaml").write_text(dedent("\n".join(lines)) + "\n")
    for name, text in files.items():
        stem, _, kind = name.rpartition("_")
        (at / "tests" / f"{stem}.{kind}").write_text(dedent(text).lstrip("\n"), newline="")
    return at


def loaded(at: Path, **files: str) -> Pack:
    return load_pack(folder(at, **files))


def small_with(changes: dict[str, str], tests: str) -> Pack:
    """The small pack with texts in it changed, and these tests."""
    text = SMALL
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return pack_of(f"{text}tests:\n{indent(dedent(tests).strip(), '  ')}\n")
