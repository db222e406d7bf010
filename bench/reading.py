"""What reading and checking a large pack costs beside parsing its text alone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import yaml
from generated import large_sections
from measure import microseconds, ratio

import kansrijk

RULES, FACTS = 2000, 3000


class _InFull(yaml.SafeDumper):
    """As people write it: what stands twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def reading(rounds: int) -> None:
    """From a file to a pack that was checked, and from its text to plain values by libyaml."""
    text = yaml.dump(large_sections(Random(1), RULES, FACTS), Dumper=_InFull, sort_keys=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "large.yaml")
        file.write_text(text)
        work = {
            "plain": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "pack": lambda: kansrijk.load_pack(file),
        }
        us = microseconds(work, 1, rounds)
    print(f"a pack of {RULES} rules: {us['pack'] / 1e6:.2f} s, plain {us['plain'] / 1e6:.2f} s")
    ratio("reading and checking a pack / PyYAML in C", us["pack"] / us["plain"], 8)
