"""The command that records: what it shows and asks, what it writes, and when it writes nothing."""

# ruff: noqa: E501 - a row reads best on one line

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ask_driver import Asking, environment
from builders import SMALL
from typer.testing import CliRunner

from kansrijk.case.case import read_case
from kansrijk.cli import record as module
from kansrijk.cli.main import application
from kansrijk.output.layout import WIDTH
from kansrijk.reading import InputError

RUN = [sys.executable, "-m", "kansrijk", "record"]
ON = ("--on", "2026-11-26")
CASE = """\
# Zij woont alleen.
case: hv-0042
due_date: 2027-03-14   # volgens de echo
facts: {leeftijd: 22, partner: geen, roken: nooit, cannabis: nooit, steunpersonen: 2,
  problematische_schulden: true}
events:
  # aan de keukentafel
  - {date: 2026-11-25, event: intake, by: casusbegeleider}

# onderaan
"""
AGREED = CASE.replace("\n# onderaan", "  - {date: 2026-11-26, event: agreement, by: casusbegeleider}\n\n# onderaan", 1).replace("}\n\n  - ", "}\n  - ")  # fmt: skip
AGREEMENT = ("agreement", "--by", "casusbegeleider", *ON)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "c.yaml"
    found.write_text(CASE)
    return found


def ran(file: Path, *arguments: str) -> str:
    done = CliRunner().invoke(application("record"), ["record", str(file), *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0
    return done.stdout


def refused(file: Path, *arguments: str) -> str:
    with pytest.raises(InputError) as error:
        ran(file, *arguments)
    return str(error.value)


def data(file: Path, *arguments: str) -> Any:
    return json.loads(ran(file, *arguments, "--format", "json"))


def test_a_preview_names_the_days_that_move(tmp_path: Path) -> None:
    case = tmp_path / "c.yaml"
    examples = Path(__file__).parents[2] / "examples"
    case.write_bytes((examples / "plan-dat-meebeweegt.yaml").read_bytes())
    command = [sys.executable, "-m", "kansrijk", "record", str(case), "visit", "--dry-run"]
    moved = ["--visit", "fase_1-016", "--status", "moved", "--to", "2026-11-06", "--by", "student"]
    day = ["--date", "2026-11-03", "--on", "2026-11-03"]
    done = subprocess.run([*command, *moved, *day], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "erbij op vrijdag 6 november 2026" in done.stdout
    assert "niet meer op donderdag 5 november 2026" in done.stdout.replace("\n    ", " ")


def test_it_shows_what_would_come_and_writes_it_where_that_is_said(file: Path) -> None:
    shown = ran(file, *AGREEMENT, "--dry-run")
    assert file.read_text() == CASE
    assert (
        shown
        == """\
Moeders van Hoogeveen: 1000 dagen, dossier hv-0042, donderdag 26 november 2026

WAT ER IN HET DOSSIER KOMT
  +   - {date: 2026-11-26, event: agreement, by: casusbegeleider}

WAAR HET STAAT
                                      nu                    dan
  stap                                samen het plan maken  zij stemt in, het
                                                            plan vaststellen
  - Dan: het plan vaststellen zoals zij het wil — casusbegeleider
"""
    )
    written = ran(file, *AGREEMENT, "--yes")
    assert written == f"{shown}Vastgelegd in {file}.\n"
    assert file.read_text() == AGREED


def test_who_only_one_role_may_need_not_be_named(file: Path) -> None:
    ran(file, *AGREEMENT, "--yes")
    shown = ran(file, "plan_set", *ON, "--yes")
    assert "+   - {date: 2026-11-26, event: plan_set, by: casusbegeleider}" in shown
    assert "zorgplan                            voorstel              vastgesteld" in shown


def test_a_mistake_is_taken_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran(file, "birth", "--by", "verloskundige", *ON, "--yes")
    born = file.read_text()
    # Of an undo `--on` is the day of what it takes back, and today that of the undo.
    monkeypatch.setattr(module, "day", lambda _: read_case(file).events[-1].date)
    shown = ran(file, "undo", "--by", "verloskundige", "--yes")
    assert "Hiermee telt niet meer mee: het kind is geboren (26 november 2026)." in shown
    assert "  + " in shown and 'of: birth, "on": 2026-11-26' in shown
    assert file.read_text().startswith(born[: born.index("\n\n# onderaan")])
    again = refused(file, "undo", "birth", "--by", "verloskundige")
    assert again.startswith("EVENT: there is no such event in this case to take back")


def test_days_that_move_are_told(file: Path) -> None:
    shown = ran(file, "birth", "--by", "verloskundige", *ON, "--dry-run")
    for line in (
        "  fase 2: het eerste jaar             van 14 maart 2027     van 26 november 2026",
        "  zorgplan                            van 25 november 2026  van 25 november 2026",
        "  - stond al klaar voor later: moeder en kind voelen zich veilig bij elkaar",
    ):
        assert line in shown.splitlines()
    assert [line for line in shown.splitlines() if len(line) > WIDTH] == []


def test_that_nothing_else_changes_is_said(file: Path) -> None:
    shown = ran(file, "fact", "taal=Nederlands", "--by", "student", *ON, "--dry-run")
    assert "Verder verandert er niets: de uitkomst, de stap," in shown
    assert "  +       taal: Nederlands" in shown.splitlines()


def agreed(file: Path, *more: tuple[str, ...]) -> None:
    """A case with its plan set, and more events."""
    by = ("--by", "casusbegeleider", *ON, "--yes")
    for event in (("agreement",), ("plan_set",), *more):
        ran(file, *event, *by)


def test_who_comes_is_told(file: Path) -> None:
    agreed(file, ("student",))
    by = ("--by", "casusbegeleider", *ON, "--dry-run")
    assert (
        "\nWIE ER KOMT\n"
        "  - overdracht op vrijdag 29 januari 2027: beide studenten komen\n"
        "  - overdracht op woensdag 3 februari 2027: beide studenten komen\n"
    ) in ran(file, "student", "--from", "2027-02-01", *by)
    secret = ran(file, "secret_address", *by)
    assert "vanaf vrijdag 27 november 2026 komt er iemand mee: werkbegeleider" in secret
    company = data(file, "secret_address", *by)["moves"]["company"]
    assert company == {
        "along": {"from": "2026-11-27", "before": None, "after": "werkbegeleider"},
        "time": None,
        "language": None,
        "handovers": {"added": [], "removed": []},
    }
    agreed_time = ran(file, "preference", "--time", "10:00", *by)
    assert "vanaf vrijdag 27 november 2026 beginnen de bezoeken om 10:00" in agreed_time
    ran(file, "preference", "--time", "10:00", *by[:-1], "--yes")
    ran(file, "secret_address", *by[:-1], "--yes")
    ran(file, "student", "--from", "2027-02-01", *by[:-1], "--yes")
    assert "komt niet meer mee: werkbegeleider" in ran(file, "over", "secret_address", *by)
    assert "geen vaste tijd meer" in ran(file, "undo", "preference", *by)
    assert "geen overdracht meer op vrijdag 29 januari 2027" in ran(file, "undo", "student", *by)


def test_whether_who_comes_speaks_her_language_is_told(file: Path) -> None:
    def shown(*what: str) -> str:
        by = ("--by", "casusbegeleider", *ON)
        told = " ".join(ran(file, *what, *by, "--dry-run").partition("WIE ER KOMT")[2].split())
        ran(file, *what, *by, "--yes")
        return told

    agreed(file)
    language = "(zie “taal die ze het liefst spreekt”)"
    speaks = f"spreekt haar taal {language}."
    assert shown("fact", "taal=Pools").startswith(
        f"- Zoek een student die haar taal spreekt {language}."
    )
    assert shown("student", "2026-11-26", "Pools").startswith(f"- Wie er komt, {speaks}")
    assert (
        f"- Van de student die vanaf maandag 1 februari 2027 komt, is niet bekend dat die {speaks}"
    ).removesuffix(speaks) in shown("student", "2027-02-01", "Nederlands")
    by = ("--by", "casusbegeleider", *ON, "--dry-run")
    found = data(file, "student", "2027-05-20", "Pools", *by)["moves"]["company"]["language"]
    assert found["before"] == {**found["after"], "language_from": None}
    assert found["after"]["language_from"] == "2027-05-20"
    coming = " ".join(ran(file, "student", "2027-05-20", "Pools", *by).split())
    assert f"komt er een student die haar taal spreekt {language}" in coming


def test_how_often_for_a_while_is_told(file: Path) -> None:
    by = ("--by", "student", *ON, "--dry-run")
    agreed(file)
    assert "er komt al zo vaak iemand als de regels dan vragen" in " ".join(ran(file, "crisis", *by).split())  # fmt: skip
    ended = file.with_name("ended.yaml")
    ended.write_text(file.read_text())
    agreed(ended, ("refusal",))
    assert "Verder verandert er niets" in ran(ended, "crisis", *by)
    born = ("--by", "verloskundige", "--on", "2027-03-14")
    ran(file, "birth", *born, "--yes")
    later = ("crisis", "--by", "student", "--on", "2027-04-27", "--dry-run")
    shown = " ".join(ran(file, *later).split())
    assert "fase 2: het eerste jaar: tot 25 mei 2027 2 keer per week, daarna 1 keer" in shown
    assert "fase 2: het eerste jaar: erbij op woensdag 28 april 2027;" in shown
    (phase,) = data(file, *later)["moves"]["differences"]["phases"]
    assert phase["before"]["more_often"] == []
    assert phase["after"]["more_often"] == [{"until": "2027-05-25", "visits": 2, "days": 7}]


@pytest.mark.parametrize("event", ["refusal", "move", "transfer"])
def test_of_an_end_it_says_nothing_of_an_intake_that_was_held(file: Path, event: str) -> None:
    agreed(file)
    shown = ran(file, event, "--by", "casusbegeleider", *ON, "--dry-run")
    assert "INTAKE" not in shown and "aanbieden binnen" not in shown
    assert [line for line in shown.splitlines() if "te vragen" in line or "vragen" in line.split()] == ["  - 18 vragen hoeven niet meer"]  # fmt: skip


def test_another_due_date_counts_from_its_day_on(file: Path) -> None:
    shown = ran(file, "due_date", "2027-03-20", "--by", "verloskundige", *ON, "--yes")
    assert "event: due_date, by: verloskundige, to: 2027-03-20" in shown
    assert "due_date: 2027-03-14   # volgens de echo" in file.read_text()


def test_what_was_taken_back_can_be_recorded_again_that_day(file: Path) -> None:
    by = ("--by", "verloskundige", *ON, "--yes")
    ran(file, "due_date", "2027-03-20", *by)
    ran(file, "undo", *by[:2], "--yes")
    ran(file, "due_date", "2027-03-22", *by)
    assert "event: due_date, by: verloskundige, number: 2, to: 2027-03-22" in file.read_text()


def test_what_it_warns_of_is_shown(file: Path) -> None:
    odd = ("fact", "partner_leeftijd=30", "--by", "casusbegeleider", *ON)
    assert "LET OP\n  - dit gaat niet samen: er is geen partner ingevuld" in ran(file, *odd, "--dry-run")  # fmt: skip
    (warned, *_) = data(file, *odd, "--dry-run")["moves"]["warnings"]
    assert warned["code"] == "contradiction"


@pytest.mark.parametrize(
    ("what", "codes"),
    [
        (("birth", "--date", "2020-01-01"), ["birth_far_from_due"]),
        (("birth", "--date", "2026-11-24"), ["birth_before_intake"]),
        (("due_date", "2036-03-01"), ["due_date_far"]),
        (("visit", "--visit", "fase_1-009", "--status", "missed"), ["visit_told_early"]),
        (("visit", "--visit", "fase_1-009", "--status", "moved", "--to", "2026-11-22"),
         ["visit_moved_back", "visit_moved_day_off", "visit_moved_out_of_phase"]),
    ],
)  # fmt: skip
def test_days_that_can_hardly_be_meant_are_told(
    file: Path, what: tuple[str, ...], codes: list[str]
) -> None:
    agreed(file)
    told = (*what, "--by", "verloskundige" if what[0] != "visit" else "student", *ON)
    found = data(file, *told, "--dry-run")["moves"]["warnings"]
    assert [one["code"] for one in found] == codes
    shown = " ".join(ran(file, *told, "--dry-run").split())
    assert "LET OP" in shown and all(one["message"] in shown for one in found)
    # It is no reason to refuse it.
    ran(file, *told, "--yes")


def test_a_decision_that_is_overtaken_by_it_is_told(file: Path) -> None:
    ran(file, "override", "criterion:roken_en_cannabis", "--set", "true", "--reason", "Zij rookt.",
        "--by", "verloskundige", "--date", "2026-11-25", *ON, "--yes")  # fmt: skip
    smokes = data(file, "fact", "roken=dagelijks", "--by", "student", *ON, "--dry-run")
    assert any(one["code"].startswith("override_") for one in smokes["moves"]["warnings"])


def test_a_file_that_could_not_be_used_is_mended(file: Path) -> None:
    file.write_text(CASE.replace("event: intake", "event: plan_set"))
    with pytest.raises(InputError):
        ran(file)
    undo = ("undo", "--by", "student", "--dry-run")
    assert "kan dit dossier niet worden gebruikt. Hiermee wel." in ran(file, *undo)
    assert data(file, *undo)["moves"] is None


def test_the_preview_as_data(file: Path) -> None:
    shown = data(file, *AGREEMENT, "--dry-run")
    assert shown["recorded"] == {"event": "agreement", "date": "2026-11-26", "by": "casusbegeleider"}  # fmt: skip
    assert shown["lines"]["added"] == ["  - {date: 2026-11-26, event: agreement, by: casusbegeleider}"]  # fmt: skip
    assert shown["moves"]["state"] == {"before": "plan_maken", "after": "plan_vaststellen"}
    assert shown["moves"]["plan"] is None
    assert (shown["written"], file.read_text()) == (False, CASE)
    assert data(file, *AGREEMENT, "--yes")["written"] is True
    assert file.read_text() == AGREED
    set_ = data(file, "plan_set", *ON, "--dry-run")["moves"]["plan"]
    assert [set_[side]["status"] for side in ("before", "after")] == ["proposed", "set"]
    assert set_["after"]["start"] == "2026-11-25"


def test_a_number_is_data_too(file: Path) -> None:
    shown = data(file, "fact", "bmi=23,5", "--by", "verloskundige", *ON, "--dry-run")
    assert shown["recorded"]["set"] == {"bmi": 23.5}


# What can be recorded.


def test_without_an_event_it_shows_what_there_is(file: Path) -> None:
    shown = ran(file, *ON)
    assert shown.index("WAT NU KOMT\n  agreement\n") < shown.index("WAT JE VERDER KUNT VASTLEGGEN")
    assert "  override --of ... --set ... --reason ...\n" in shown
    assert "  undo [--of ...] [--on ...]\n" in shown
    assert "het kind is geboren — iedereen" in shown
    assert [line for line in shown.splitlines() if len(line) > WIDTH] == []
    listed = data(file, *ON)["recordable"]
    assert listed[0] == {
        "event": "agreement", "by": ["casusbegeleider", "werkbegeleider"], "must": [], "may": [],
        "comes_next": True, "lacking": [], "within_days": None,
    }  # fmt: skip
    assert {one["event"] for one in listed} >= {"birth", "undo", "fact", "signal"}
    file.write_text("case: c-1\ndue_date: 2027-05-20\n")
    shown = ran(file, *ON)
    assert "  intake\n      de intake is gehouden, binnen 10 dagen — casusbegeleider\n" in shown
    file.write_text(file.read_text() + "events: [{date: 2026-11-25, event: intake, by: casusbegeleider}]\n")  # fmt: skip
    assert "      Daarvoor is nog nodig: dat de uitkomst vaststaat." in ran(file, *ON)


BY = ("--by", "verloskundige", *ON, "--dry-run")


def test_of_a_loss_it_tells_what_stops_and_what_there_is_to_do_and_no_more(file: Path) -> None:
    for event in ("agreement", "plan_set"):
        ran(file, event, "--by", "casusbegeleider", *ON, "--yes")
    shown = ran(file, "loss", "--kind", "pregnancy_loss", *BY)
    head, _, rest = shown.partition("WAT ER STOPT\n")
    assert head.endswith("event: loss, by: verloskundige, kind: pregnancy_loss}\n\n")
    stops, _, to_do = rest.partition("\nWAT ER TE DOEN IS\n")
    assert (
        stops
        == """\
  De begeleiding en alles wat over de baby gaat.
  129 bezoeken gaan niet door; in een agenda staan ze als afgezegd.
"""
    )
    bullets = [line for line in to_do.splitlines() if line.startswith("  - ")]
    assert len(bullets) == 5
    # No other section, and nothing on an intake.
    assert not [line for line in to_do.splitlines() if line.isupper()]
    assert "intake" not in to_do
    found = data(file, "loss", *BY)
    assert len(found["moves"]["differences"]["actions"]["added"]) == len(bullets)
    # Of a plan that was only proposed no visit is in a diary.
    file.write_text(CASE)
    assert "afgezegd" not in ran(file, "loss", *BY)


def test_of_a_loss_beside_a_child_that_lives_it_tells_what_goes_on(file: Path) -> None:
    shown = ran(file, "loss", "--goes_on", "true", *BY)
    assert "\nWAT ER DOORGAAT\n  De begeleiding en de bezoeken.\n" in shown
    assert "WAT ER STOPT" not in shown
    assert "nazorg geeft" in shown
    ran(file, "loss", "--goes_on", "true", *BY[:-1], "--yes")
    again = ran(file, "loss", "--goes_on", "true", *BY)
    assert "Verder verandert er niets" in again


def test_what_goes_on_around_her_is_recorded_and_is_over(file: Path) -> None:
    by = ("--by", "casusbegeleider", *ON)
    listed = ran(file, *ON)
    assert "placement\n      haar kind is uit huis geplaatst — iedereen\n" in listed
    assert "loss [--kind pregnancy_loss|termination|stillbirth|child_died]" in listed
    assert "met --goes_on true: een ander kind leeft" in listed
    assert "over --of" not in listed
    shown = ran(file, "secret_address", *by, "--yes")
    assert "erbij: Spreek met haar af waar je haar veilig kunt treffen" in shown
    assert "over --of ..." in ran(file, *ON)
    shown = ran(file, "over", "secret_address", *by, "--dry-run")
    assert "niet meer: Spreek met haar af waar je haar veilig kunt treffen" in shown
    assert refused(file, "over", "placement", *by, "--yes").startswith(
        "--of: there is no `placement` by this day that could be over"
    )
    assert "one of: `admission`, `detention`" in refused(
        file, "absence", "--from", "2026-11-27", "--kind", "sick", *by, "--yes"
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_speaks_the_languages_of_a_pack(tmp_path: Path, lang: str) -> None:
    (tmp_path / "pack.yaml").write_text(SMALL.replace("languages: [en]", f"languages: [{lang}]"))
    (tmp_path / "c.yaml").write_text("case: c-1\ndue_date: 2026-06-01\nfacts: {poor: true}\n")
    given = ("--pack", str(tmp_path / "pack.yaml"), "--on", "2026-03-02")
    listed = ran(tmp_path / "c.yaml", *given)
    shown = ran(tmp_path / "c.yaml", "birth", "--by", "nurse", *given, "--yes")
    said = {"fr": ("l'enfant est né — tout le monde", "du 1er juin 2026", "Enregistré dans"),
            "en": ("the child was born — anyone", "from 1 June 2026", "Recorded in")}  # fmt: skip
    assert said[lang][0] in listed
    assert all(one in shown for one in said[lang][1:])


# What is refused, and leaves the file as it was.


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brith",), "EVENT: `brith` is not something that can be recorded\n  help: did you mean `birth`?"),
        (("agreement",), "--by: `agreement` cannot be recorded without this\n  help: one of: casusbegeleider, werkbegeleider"),
        (("goal", "--by", "student", "--of", "minder_stress"), "--state: `goal` cannot be recorded without this\n  help: one of: reached, dropped"),
        (("visit", "--by", "student"), "--status: `visit` cannot be recorded without this\n  help: one of: done, missed, cancelled, moved\n"),
        (("intake", "--date", "2026-11-27"), "--date: this day is later than 2026-11-26"),
        (("plan_set", "--by", "student"), "EVENT: `plan_set` does not come next: the case stands at `plan_maken` then"),
        (("fact", "roken=stiekem", "--by", "student"), "--set roken: this is not a value that `roken` can have"),
        (("signal", "huiselijk_gewld", "--by", "student"), "--of: `huiselijk_gewld` does not exist in this pack\n  help: did you mean `huiselijk_geweld`?"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_the_file(file: Path, arguments: tuple[str, ...], said: str) -> None:
    told = refused(file, *arguments, *ON, "--yes")
    assert told.startswith(said)
    assert "stiekem" not in told
    assert file.read_text() == CASE
    assert [one.name for one in file.parent.iterdir()] == ["c.yaml"]


def test_of_what_is_later_than_the_day_it_says_so(file: Path) -> None:
    file.write_text(
        CASE + "observations: [{date: 2026-11-27, by: student, facts: {taal: Pools}}]\n"
    )
    done = CliRunner().invoke(application("record"), ["record", str(file), *AGREEMENT, "--dry-run"])
    assert done.exit_code == 0
    assert "left out, because it is of a later day than 2026-11-26" in done.stderr


# Asked in a terminal, or where nobody can be asked.


def test_where_nobody_can_be_asked_it_says_so_and_writes_nothing(file: Path) -> None:
    for more in ((), ("--format", "json")):
        done = subprocess.run([*RUN, "c.yaml", *AGREEMENT, *more], cwd=file.parent, input="j\n",
                              capture_output=True, text=True, env=environment(), check=False)  # fmt: skip
        assert done.returncode == 2
        assert done.stderr == (
            "record: nobody can be asked here whether this is right, so nothing was written\n"
            "  help: give --yes to write it, or --dry-run to see it only\n"
        )
        assert "agreement" in done.stdout
    assert file.read_text() == CASE


def asked(file: Path, *more: str) -> Asking:
    return Asking(file.parent, "c.yaml", *AGREEMENT, *more, over="pty", run=RUN, prompt=b"N] ")


@pytest.mark.parametrize(
    ("answer", "text"),
    [("j", AGREED), (" JA", AGREED), ("n", CASE), ("", CASE), ("jawel", CASE), ("y", CASE)],
)
def test_it_asks_in_a_terminal(file: Path, answer: str, text: str) -> None:
    with asked(file) as asking:
        assert asking.read().endswith("— casusbegeleider\nVastleggen? [j/N] ")
        assert file.read_text() == CASE
        asking.say(answer)
        assert asking.end() == 0
        said = "Er is niets vastgelegd." if text == CASE else "Vastgelegd in c.yaml."
        assert asking.shown.endswith(f"{said}\n")
    assert file.read_text() == text


@pytest.mark.parametrize("stop", [Asking.interrupt, Asking.end_of_input])
def test_keys_that_stop_it_leave_the_file(file: Path, stop: Callable[[Asking], None]) -> None:
    with asked(file) as asking:
        asking.read()
        stop(asking)
        assert asking.end() == 0
        assert asking.shown.endswith("\nEr is niets vastgelegd.\n")
        assert "Traceback" not in asking.shown
    assert file.read_text() == CASE
    assert [one.name for one in file.parent.iterdir()] == ["c.yaml"]


def test_what_somebody_else_wrote_meanwhile_is_kept(file: Path) -> None:
    other = CASE.replace("2027-03-14", "2027-03-15")
    with asked(file) as asking:
        asking.read()
        file.write_text(other)
        asking.say("j")
        assert asking.end() == 2
        assert asking.shown.endswith(
            "c.yaml: this file was changed in the meantime; nothing was written\n"
            "  help: give the same command again, and look at what it would change\n"
        )
    assert file.read_text() == other


def test_a_reader_who_leaves_does_not_undo_a_yes(file: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([*RUN, "c.yaml", *AGREEMENT, "--yes"], cwd=file.parent, stdout=theirs,
                          stderr=subprocess.PIPE, env=environment(), check=False)  # fmt: skip
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")
    assert file.read_text() == AGREED


def test_without_standard_input_nobody_can_be_asked(file: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *RUN, "c.yaml", *AGREEMENT]
    done = subprocess.run(closed, cwd=file.parent, env=environment(), capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"record: nobody can be asked here")
    assert file.read_text() == CASE


def test_a_fault_in_the_outcome_writes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kansrijk.exploring.moves.moves", broken)
    for more in ((), ("--format", "json")):
        with pytest.raises(ZeroDivisionError):
            ran(file, *AGREEMENT, "--yes", *more)
    assert file.read_text() == CASE


def test_a_file_that_cannot_be_written_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("kansrijk.reading.saving.save", full)
    assert refused(file, *AGREEMENT, "--yes").startswith(f"{file}: this file cannot be written")
    assert file.read_text() == CASE


KILLED = """
import os, signal, sys
from pathlib import Path
import kansrijk.reading.saving as saving

def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def replaced(old, new, replace=os.replace):
    replace(old, new)
    killed()

def careless(path, text):
    with Path(path).open("w") as file:
        killed()

moments = {"making": (saving.secrets, "token_hex", killed), "writing": (os, "fsync", killed),
           "renaming": (os, "replace", killed), "after": (os, "replace", replaced),
           "careless": (saving, "save", careless)}
setattr(*moments[sys.argv.pop(1)])
from kansrijk.cli.main import main
main()
"""


@pytest.mark.parametrize(
    ("moment", "text"),
    [("making", CASE), ("writing", CASE), ("renaming", CASE), ("after", AGREED),
     ("careless", "")],  # This test would see a file that is emptied before it is written.
)  # fmt: skip
def test_killed_at_any_moment_the_file_is_the_old_or_the_new(
    file: Path, moment: str, text: str
) -> None:
    command = [sys.executable, "-c", KILLED, moment, "record", "c.yaml", *AGREEMENT, "--yes"]
    done = subprocess.run(command, cwd=file.parent, env=environment(), capture_output=True, check=False)  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert file.read_text() == text
