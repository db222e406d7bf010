"""What a line of input says: every way to answer, every command, and what cannot be used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from builders import shipped_pack, small_pack
from hypothesis import example, given
from hypothesis import strategies as st

from kansrijk.asking.replies import LONGEST, Choice, Expected, Reply, read_reply
from kansrijk.output.ask_text import vocabulary
from kansrijk.output.words import Words

DUTCH = vocabulary(Words(shipped_pack("hoogeveen"), "nl"))
ENGLISH = vocabulary(Words(shipped_pack("hoogeveen"), "en"))
FACTS = small_pack().sections.facts
YES_NO = Expected("choice", (Choice(True, DUTCH.yes), Choice(False, DUTCH.no)))
SMOKING = Expected(
    "choice",
    (
        Choice("before", ("gestopt vóór de zwangerschap", "before")),
        Choice("since", ("gestopt sinds kort", "since")),
        Choice("daily", ("elke dag", "daily")),
    ),
)
FRIENDS = Expected("number", fact=FACTS["friends"])
INCOME = Expected("number", fact=FACTS["income"])
WORDS, DAY, NAME = Expected("words"), Expected("date"), Expected("name")


@pytest.mark.parametrize(
    ("expected", "line", "value"),
    [
        (YES_NO, "ja\n", True),
        (YES_NO, "  JA  ", True),
        (YES_NO, "j", True),
        (YES_NO, "n", False),
        (YES_NO, "2", False),
        (SMOKING, "1", "before"),
        (SMOKING, "since", "since"),
        (SMOKING, "gestopt s", "since"),
        (SMOKING, "gestopt voor de  zwangerschap", "before"),
        (SMOKING, "E", "daily"),
        (FRIENDS, "3", 3),
        (FRIENDS, "3,0", 3),
        (INCOME, "1250", 1250),
        (INCOME, "1250,5", Decimal("1250.5")),
        (INCOME, "0.125", Decimal("0.125")),
        (WORDS, " ze slaapt  slecht ", "ze slaapt slecht"),
        (WORDS, "1", "1"),
        (DAY, "14-3-2027", date(2027, 3, 14)),
        (DAY, "14/03/2027", date(2027, 3, 14)),
        (DAY, "14 3 2027", date(2027, 3, 14)),
        (DAY, "2027-03-14", date(2027, 3, 14)),
        (NAME, "hv-0042", "hv-0042"),
        (Expected("choice", (Choice(1, ("stop", "x")),)), "stop", 1),
    ],
)  # fmt: skip
def test_what_is_an_answer(expected: Expected, line: str, value: Any) -> None:
    assert read_reply(line, expected, DUTCH) == Reply(value=value)


@pytest.mark.parametrize(
    ("line", "command"),
    [("", "skip"), ("\n", "skip"), ("Overslaan", "skip"), ("<", "back"), ("terug", "back"),
     ("-", "decline"), ("liever  niet", "decline"), ("?", "why"), ("waarom", "why"),
     ("stop", "stop"), ("q", "stop")],
)  # fmt: skip
@pytest.mark.parametrize("expected", [YES_NO, SMOKING, FRIENDS, WORDS, DAY, NAME])
def test_what_is_a_command_everywhere(expected: Expected, line: str, command: str) -> None:
    assert read_reply(line, expected, DUTCH).command == command


def test_commands_have_the_language_of_the_dialogue() -> None:
    assert read_reply("back", WORDS, ENGLISH).command == "back"
    assert read_reply("terug", WORDS, ENGLISH).value == "terug"


@pytest.mark.parametrize(
    ("expected", "line", "unclear"),
    [
        (YES_NO, "x", "choice"),
        (YES_NO, "3", "choice"),
        (YES_NO, "0", "choice"),
        (YES_NO, "1" * 5000, "choice"),
        (YES_NO, "jaja", "choice"),
        (YES_NO, "²", "choice"),
        (SMOKING, "gestopt", "several"),
        (Expected("choice", (Choice(1, ("a", "x")), Choice(2, ("a", "y")))), "a", "several"),
        (FRIENDS, "10", "number"),
        (FRIENDS, "-1", "number"),
        (FRIENDS, "2,5", "number"),
        (FRIENDS, "drie", "number"),
        (FRIENDS, "9" * 5000, "number"),
        (INCOME, "1.250", "thousands"),
        (INCOME, "1.250,50", "thousands"),
        (INCOME, "1,250", "thousands"),
        (INCOME, "nan", "number"),
        (WORDS, "x" * (LONGEST + 1), "words"),
        (WORDS, "zij heet\x00", "unseen"),
        (WORDS, "Zo\ufffd", "unseen"),
        (WORDS, "nummer 111222333", "bsn"),
        (NAME, "111222333", "bsn"),
        (NAME, "../x", "words"),
        (NAME, ".x", "words"),
        (NAME, "x.", "words"),
        (NAME, "é", "words"),
        (NAME, "x" * 61, "words"),
        (DAY, "31-2-2027", "date"),
        (DAY, "14-3-27", "date"),
        (DAY, "2027-W10-1", "date"),
        (DAY, "0001-01-01", "date"),
        (DAY, "morgen", "date"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_why(expected: Expected, line: str, unclear: str) -> None:
    assert read_reply(line, expected, DUTCH) == Reply(unclear=unclear)  # type: ignore[arg-type]


@given(st.text(), st.sampled_from([YES_NO, SMOKING, FRIENDS, INCOME, WORDS, DAY, NAME]))
@example("1\u0660", FRIENDS)
@example("٣", FRIENDS)
@example("٣-٣-٢٠٢٧", DAY)
def test_no_line_is_too_strange(line: str, expected: Expected) -> None:
    reply = read_reply(line, expected, DUTCH)
    assert (reply.command, reply.unclear) == (None, None) or reply.value is None
