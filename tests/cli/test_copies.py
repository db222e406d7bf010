"""`plan` in every format and for every reader, from the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kansrijk.pack.load import packs_folder

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = str(EXAMPLES / "plan-dat-meebeweegt.yaml")


def run(*arguments: str, case: str = CASE) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kansrijk", "plan", case, "--on", "2026-11-03", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def made(*arguments: str) -> str:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_page_for_who_made_it() -> None:
    assert made("--format", "html").startswith('<!doctype html>\n<html lang="nl" dir="ltr">')
    assert made("--format", "markdown").startswith("# Moeders van Hoogeveen: 1000 dagen, dossier")
    assert "## Huisbezoeken\n" in made("--format", "markdown")
    assert '<html lang="en"' in made("--format", "html", "--lang", "en")


def test_a_copy_for_a_role_says_for_whom_it_is() -> None:
    text = made("--for", "student")
    assert "Kopie voor: student Social Work." in text
    assert "BMI" not in text
    assert json.loads(made("--for", "student", "--format", "json"))["reader"] == "student"
    assert "BMI" in made()
    # What comes by itself could tell of what is hidden.
    assert "verandert" not in made("--for", "huisarts").split("BRONNEN")[0].split("ZORGPLAN")[1]


def test_her_copy() -> None:
    assert made("--for", "mother").startswith("Mijn plan\nGemaakt op 3 november 2026.\n")
    assert made("--for", "mother", "--lang", "en").startswith("My plan\n")
    assert '<body class="hers">' in made("--for", "mother", "--format", "html")
    assert json.loads(made("--for", "mother", "--format", "json"))["hers"] is True


def test_a_pdf_in_a_file_and_what_its_fonts_lack(tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    done = run("--for", "mother", "--format", "pdf", "-o", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-1.7")
    case = tmp_path / "case.yaml"
    wish = '{date: 2026-09-20, by: casusbegeleider, wishes: ["家"]}'
    text = Path(CASE).read_text(encoding="utf-8")
    case.write_text(f"{text}\nobservations: [{wish}]\n", encoding="utf-8")
    done = run("--for", "mother", "--format", "pdf", "-o", str(out), case=str(case))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "--format: the fonts of this format lack some signs of these texts; they are shown as �\n"
        "  help: take `--format html`, which is shown in the fonts of the reader\n"
    )


def test_a_copy_in_a_file(tmp_path: Path) -> None:
    out = tmp_path / "plan.html"
    done = run("--for", "mother", "--format", "html", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_text(encoding="utf-8") == made("--for", "mother", "--format", "html")


def test_a_calendar_is_for_her_and_the_team() -> None:
    whole = made("--format", "ics")
    assert "BEGIN:VEVENT" in whole
    assert made("--format", "ics", "--for", "mother") == whole
    assert made("--format", "ics", "--for", "student") == whole
    done = run("--format", "ics", "--for", "huisarts")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "--for: the days of the visits are for her and for the team alone"
    )


def test_a_calendar_that_is_empty_says_why() -> None:
    for case, why in (("alleenstaand-met-schulden", "still a proposal"), ("kinderwens", "no plan")):
        done = run("--format", "ics", case=str(EXAMPLES / f"{case}.yaml"))
        assert done.returncode == 0
        assert "BEGIN:VEVENT" not in done.stdout
        assert why in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--for", "studnt"),
            "--for: `studnt` is not one of the choices\n  help: did you mean `student`?",
        ),
        (("--format", "docx"), "--format: `docx` is not one of the choices"),
        (("--for", "mother", "--lang", "fr"), "--lang: "),
        (("--lang", "ar"), "--lang: "),
    ],
)
def test_what_cannot_be_asked_for(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)


def test_a_pack_without_words_for_her_has_no_copy_for_her(tmp_path: Path) -> None:
    shutil.copytree(packs_folder() / "hoogeveen", tmp_path / "own")
    (tmp_path / "own" / "hers.yaml").unlink()
    done = run("--for", "mother", "--pack", str(tmp_path / "own"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--for: this pack has no words for the mother's own copy")


def test_a_package_that_is_missing_is_named() -> None:
    code = "import sys; sys.modules['jinja2'] = None; from kansrijk.cli.main import main; main()"
    command = [sys.executable, "-c", code, "plan", CASE, "--on", "2026-11-03", "--format", "html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "--format: this format takes the package `jinja2`, which is not installed\n"
        "  help: pip install 'kansrijk[paper]'\n"
    )
