"""The intake as a command: in a terminal, over a pipe, in the languages of a pack, and killed."""

# ruff: noqa: E501 - a row reads best on one line

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ask_driver import RUN, Asking, answer, environment
from builders import SMALL

from kansrijk.case.case import Case, read_case

ON = ("--on", "2026-11-26")


def piped(folder: Path, given: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *arguments], cwd=folder, input=given, capture_output=True, encoding="utf-8",
        env=environment(), timeout=60, check=False,
    )  # fmt: skip


def answers(case: Case) -> int:
    """How many answers a case holds."""
    said = sum(len(seen.facts) + len(seen.help) for seen in case.observations)
    return said + (case.due_date is not None)


# In a terminal.


@pytest.mark.parametrize(
    ("lang", "saved", "urgent", "end"),
    [
        ("nl", "Bewaard.", "! Kan niet wachten, nu meteen: onveiligheid thuis.", "UITKOMST"),
        ("en", "Saved.", "! Cannot wait, right now: lack of safety at home.", "OUTCOME"),
    ],
)
def test_a_whole_intake_in_a_terminal(
    tmp_path: Path, lang: str, saved: str, urgent: str, end: str
) -> None:
    asking = Asking(tmp_path, *ON, "--lang", lang, "--by", "verloskundige", over="pty")
    asked = asking.read()
    asking.say("hv-0051")
    for _ in range(100):
        asked = asking.read()
        if not asked.endswith("> "):
            break
        asking.say(answer(asked))
    assert asking.end() == 0
    assert urgent in " ".join(asking.shown.split())
    assert f"\n{end}\n" in asking.shown
    assert "\x1b" not in asking.shown
    case = read_case(tmp_path / "hv-0051.yaml")
    assert answers(case) == asking.shown.count(f"\n{saved}\n") - 1 > 15
    assert {seen.by for seen in case.observations} == {"verloskundige"}


@pytest.mark.parametrize("stop", [Asking.interrupt, Asking.end_of_input])
def test_keys_that_stop_it_leave_the_file_whole(
    tmp_path: Path, stop: Callable[[Asking], None]
) -> None:
    asking = Asking(tmp_path, "c.yaml", *ON, "--by", "verloskundige", over="pty")
    for line in ("c-1", "14-3-2027"):
        asking.read()
        asking.say(line)
    asking.read()
    stop(asking)
    assert asking.end() == 0
    assert "Het dossier staat in c.yaml" in asking.shown
    assert "Traceback" not in asking.shown
    assert (tmp_path / "c.yaml").read_text() == "case: c-1\ndue_date: 2027-03-14\n"


# Over a pipe.


def test_over_a_pipe_it_works_the_same(tmp_path: Path) -> None:
    done = piped(tmp_path, "hv-0051\n14-3-2027\nstop\n", *ON, "--by", "verloskundige")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(">\n") == 3
    assert (tmp_path / "hv-0051.yaml").read_text() == "case: hv-0051\ndue_date: 2027-03-14\n"
    assert (tmp_path / "hv-0051.yaml").stat().st_mode & 0o777 == 0o600


def test_a_case_that_is_there_goes_on(tmp_path: Path) -> None:
    (tmp_path / "c-1.yaml").write_text("case: c-1  # mine\nfacts: {partner: geen}\n")
    done = piped(tmp_path, "c-1\n14-3-2027\n", *ON, "--by", "verloskundige")
    assert "Dit dossier is er al." in done.stdout
    assert "geen partner in huis: ja." in done.stdout
    assert (tmp_path / "c-1.yaml").read_text() == (
        "case: c-1  # mine\nfacts: {partner: geen}\ndue_date: 2027-03-14\n"
    )


def test_nothing_is_kept_before_there_is_a_mark(tmp_path: Path) -> None:
    for given in ("", "stop\n", "\n../x\n111222333\n"):
        done = piped(tmp_path, given, *ON)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.endswith("Er is nog niets bewaard.\n")
    assert list(tmp_path.iterdir()) == []


def test_strange_bytes_and_long_lines_are_unclear_and_no_more(tmp_path: Path) -> None:
    given = b"c-1\n14-3-2027\n\xff\xfe\n" + b"x" * 30_000 + b"\nstop\n"
    done = subprocess.run(
        [*RUN, *ON, "--by", "verloskundige"], cwd=tmp_path, input=given, capture_output=True,
        env=environment(), timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert "niet te lezen" in done.stdout.decode()


def test_the_tail_of_a_line_that_is_too_long_is_no_answer(tmp_path: Path) -> None:
    # Cut at 10,000 characters, what is left would be a day of its own.
    done = piped(tmp_path, f"c-1\n{'x' * 10_000}14-3-2027\n", *ON, "--by", "verloskundige")
    assert (done.returncode, done.stdout.count(">\n")) == (0, 3)
    assert (tmp_path / "c-1.yaml").read_text() == "case: c-1\n"


def test_a_json_case_stays_json(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('{"case": "c-1", "facts": {"lengte_cm": 170.50}}')
    piped(tmp_path, "14-3-2027\n", "c.json", *ON, "--by", "verloskundige")
    text = (tmp_path / "c.json").read_text()
    assert json.loads(text)["due_date"] == "2027-03-14"
    assert "170.50" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "verloskund"), "--by: `verloskund` is not one of the choices\n  help: did you mean"),
        (("--by", "veilig_thuis"), "--by: `veilig_thuis` is not one of the choices"),
        (("--settle", "most"), "--settle: `most` is not one of the choices"),
        (("bad.yaml",), "bad.yaml:1:1: `case` is missing here"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_at_once(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "bad.yaml").write_text("facts: {}\n")
    done = piped(tmp_path, "c-1\n", *arguments, *ON)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert [file.name for file in tmp_path.iterdir()] == ["bad.yaml"]


def test_what_somebody_else_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("case: c-1\ndue_date: 2027-03-14\n")
    asking = Asking(tmp_path, "c.yaml", *ON, "--by", "verloskundige")
    asked = asking.read()
    file.write_text("case: c-1\ndue_date: 2027-03-15\n")
    asking.say(answer(asked))
    assert "intussen gewijzigd" in asking.read().replace("\n", " ")
    assert file.read_text() == "case: c-1\ndue_date: 2027-03-15\n"
    asking.say(answer(asked))
    assert "Bewaard." in asking.read()
    assert asking.end() == 0
    assert file.read_text().startswith("case: c-1\ndue_date: 2027-03-15\nobservations:\n")


def test_what_somebody_else_wrote_that_does_not_fit_is_said(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("case: c-1\ndue_date: 2027-03-14\nfacts: {partner: geen}\n")
    asking = Asking(tmp_path, "c.yaml", *ON, "--by", "casusbegeleider")
    asked = asking.read()
    other = "case: c-1\ndue_date: 2027-03-14\nfacts: {partner: geen, partner_leeftijd: 30}\n"
    file.write_text(other)
    asking.say(answer(asked))
    told = " ".join(asking.read().split())
    assert "Klopt dit? - dit gaat niet samen: er is geen partner ingevuld" in told
    assert "neem je het antwoord terug" not in told
    assert asking.end() == 0
    assert file.read_text() == other


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = piped(tmp_path, "c-1\n", "no/such/c.yaml", *ON)
    assert done.returncode == 2
    assert "no/such/c.yaml: this file cannot be written" in done.stderr


def test_a_folder_that_is_not_there_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    done = piped(tmp_path, "c-1\n", "no/such/c.yaml", *ON)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_reader_who_leaves_is_no_failure(tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [*RUN, "c.yaml", *ON], cwd=tmp_path, input=b"c-1\n", stdout=theirs, stderr=subprocess.PIPE,
        env=environment(), timeout=60, check=False,
    )  # fmt: skip
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("file", ["x" * 300, "loop", "folder"])
def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, file: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    done = piped(tmp_path, "c-1\n", file, *ON)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{file}: ")


def test_arrow_keys_move_within_a_line_and_no_line_is_remembered(tmp_path: Path) -> None:
    pytest.importorskip("readline")
    left, up = "\x1b[D", "\x1b[A"
    asking = Asking(tmp_path, *ON, "--by", "verloskundige", over="pty")
    for line in (f"c1{left}-", up):
        asking.read()
        asking.say(line)
    asking.read()
    asking.interrupt()
    assert asking.end() == 0
    assert "^[" not in asking.shown
    assert [file.name for file in tmp_path.iterdir()] == ["c-1.yaml"]
    assert (tmp_path / "c-1.yaml").read_text() == "case: c-1\n"
    assert "Dat is geen datum" not in asking.shown
    assert "Overgeslagen." in asking.shown


# The languages of a pack.


def test_a_pack_in_french_and_dutch(tmp_path: Path) -> None:
    text = SMALL.replace("languages: [en]", "languages: [fr, nl]").replace(
        'question: "Poor?"', 'question: {fr: "Vous en sortez-vous ?", nl: "Kom je rond?"}'
    )
    (tmp_path / "pack.yaml").write_text(text)
    french = piped(tmp_path, "c-1\n1-9-2026\n?\nd'accord\noui\nplus\n<\nlater\nArreter\n",
                   "--pack", "pack.yaml", "--on", "2026-03-02")  # fmt: skip
    assert (french.returncode, french.stderr) == (0, "")
    for said in ("Choisissez un repère", "Vous en sortez-vous ?", "Enregistré.", "poverty : oui.",
                 "  2 pas maintenant, plus tard peut-être", "RÉSULTAT", "Le dossier est dans c-1.yaml"):  # fmt: skip
        assert said in french.stdout, said
    for other in ("Saved", "Bewaard", "Outcome", "OUTCOME", "Still"):
        assert other not in french.stdout
    dutch = piped(tmp_path, "c-2\n1-9-2026\n", "--pack", "pack.yaml", "--lang", "nl",
                  "--on", "2026-03-02")  # fmt: skip
    assert "Kom je rond?" in dutch.stdout


# Killed.


def killed_over_and_over(folder: Path, rng: random.Random, kills: int, run: list[str]) -> None:
    """Kills it at random moments, and goes on with the case, or with the next when all is asked.

    After each kill the file holds every answer that was said to be saved.
    """
    saved = number = 0
    for _ in range(kills):
        file = folder / f"c{number}.yaml"
        with Asking(folder, file.name, *ON, "--by", "casusbegeleider", run=run) as asking:
            for _ in range(rng.randint(0, 3)):
                asked = asking.read()
                saved += asked.count("Bewaard.\n")
                if not asking.awaits:
                    break
                asking.say("c-1" if "kenmerk" in asked else answer(asked))
            time.sleep(rng.random() * 0.03)
            asking.kill()
        held = answers(read_case(file)) + 1 if file.exists() else 0
        assert held >= saved, "an answer that was saved is lost"
        saved = held
        if asking.shown and not asking.awaits and "Het dossier staat in" in asking.shown:
            number, saved = number + 1, 0


def test_killed_at_any_moment_nothing_is_lost(tmp_path: Path) -> None:
    killed_over_and_over(tmp_path, random.Random(3), 14, RUN)
    files = sorted(tmp_path.glob("c*.yaml"))
    assert sum(answers(read_case(file)) for file in files) > 6
    file = files[-1]
    held = answers(read_case(file))
    with Asking(tmp_path, file.name, *ON, "--by", "casusbegeleider") as asking:
        while asking.read() and asking.awaits:
            asking.say(answer(asking.shown[-400:].rpartition("\n\n")[2]))
    assert answers(read_case(file)) == held + asking.shown.count("Bewaard.\n")
    assert "Het dossier staat in" in asking.shown


CARELESS = """
import time
from pathlib import Path
import kansrijk.reading.saving as saving

def save(path, text):
    with Path(path).open("w") as file:
        file.flush()
        time.sleep(0.02)
        file.write(text)

saving.save = save
from kansrijk.cli.main import main
main()
"""


def test_this_test_would_see_a_careless_save(tmp_path: Path) -> None:
    """A file that is emptied before it is written does not survive the same killing."""
    run = [sys.executable, "-c", CARELESS, "ask"]
    with pytest.raises(Exception, match=r"nothing in here|is lost|is missing"):
        killed_over_and_over(tmp_path, random.Random(3), 60, run)
