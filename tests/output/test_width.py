"""No line of any command's text over the examples is wider than a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kansrijk.cli.main import application
from kansrijk.output.layout import WIDTH

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(
    file.name for file in EXAMPLES.iterdir() if file.suffix != ".md" and file.stem != "expected"
)
SUPPOSED = ["--set", "leeftijd=20", "--set", "roken=dagelijks", "--set", "rondkomen=zeer_moeilijk",
            "--set", "huiselijk_geweld=true", "--set", "geen_inkomen=true"]  # fmt: skip
RECORDED = ["fact", "roken=dagelijks", "--by", "verloskundige", "--dry-run"]
OF_EACH = [["screen", "--all"], ["plan", "--all"], ["explain"], ["whatif", *SUPPOSED], ["record"],
           ["record", *RECORDED]]  # fmt: skip
SLOWER = [["explain", "--enough"], ["whatif", "--towards", "regulier"], ["whatif", "--ahead"]]
OF_A_FEW = ["jong-stel.yaml", "weinig-mensen-en-roken.yaml", "verlies.yaml"]
ROWS = [
    *((asked, name) for asked in OF_EACH for name in NAMES),
    *((asked, name) for asked in SLOWER for name in OF_A_FEW),
]


@pytest.mark.parametrize(
    ("asked", "name"), ROWS, ids=[f"{' '.join(asked[:2])} {name}" for asked, name in ROWS]
)
def test_no_line_is_wider_than_a_terminal(
    asked: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    command, *options = asked
    arguments = [command, name, *options, "--on", "2026-11-26"]
    done = CliRunner().invoke(application(), arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert [line for line in done.stdout.splitlines() if len(line) > WIDTH] == []
