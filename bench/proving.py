"""What proving costs: cold beside importing the solver, and on a large pack beside `hoogeveen`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from random import Random

from generated import counting_pack
from measure import microseconds, ratio

import kansrijk
from kansrijk.pack.pack import Pack
from kansrijk.workbench.proof.prove import proofs

IMPORTS = "import z3, kansrijk"
CRITERIA, FACTS = 300, 500


def proving(rounds: int) -> None:
    """`prove` as a command, from nothing; and the proofs alone, once in a large pack."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        kept["PYTHONPYCACHEPREFIX"] = folder
        commands = {
            "import": [sys.executable, "-c", IMPORTS],
            "prove": [sys.executable, "-m", "kansrijk", "prove", "hoogeveen"],
        }
        work = {name: partial(_run, command, kept) for name, command in commands.items()}
        for run in work.values():
            run()
        us = microseconds(work, 1, rounds)
    print(f"prove hoogeveen {us['prove'] / 1e3:.0f} ms, {IMPORTS} {us['import'] / 1e3:.0f} ms")
    ratio("cold prove / importing the solver", us["prove"] / us["import"], 4)
    small, large = kansrijk.load_pack("hoogeveen"), counting_pack(Random(1), CRITERIA, FACTS)
    once = microseconds({"small": partial(_prove, small)}, 1, rounds)["small"]
    whole = microseconds({"large": partial(_prove, large)}, 1, 1)["large"]
    print(f"proofs: hoogeveen {once / 1e6:.2f} s, {CRITERIA} criteria {whole / 1e6:.1f} s")
    ratio(f"proofs of {CRITERIA} criteria / of hoogeveen", whole / once, 20)


def _prove(pack: Pack) -> None:
    for _ in proofs(pack, seconds=3600):
        pass


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(environment))
