"""The command that compares: its four ways, its errors, and what it never says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import ON, case_of, small_pack
from typer.testing import CliRunner

from kansrijk.assessment import assess
from kansrijk.cli.main import application
from kansrijk.output.whatif_text import whatif_text
from kansrijk.reading import InputError

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = str(EXAMPLES / "alleenstaand-met-schulden.yaml")
DAY = ["--on", "2026-11-26", "--engine", "reference"]


def ran(*arguments: str, case: str = CASE) -> str:
    done = CliRunner().invoke(application(), ["whatif", case, *DAY, *arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def data(*arguments: str, case: str = CASE) -> Any:
    return json.loads(ran(*arguments, "--format", "json", case=case))


def test_side_by_side() -> None:
    text = ran("--set", "partner=samenwonend", "--set", "netwerk_te_klein=false",
               "--set", "steunpersonen=4")  # fmt: skip
    for line in (
        "Een vergelijking, geen advies aan haar. In het dossier verandert niets.",
        "  geen partner in huis                ja                    nee",
        "  - mensen die haar steunen: 4",
    ):
        assert line in text.splitlines()
    found = data("--set", "partner=samenwonend")
    assert found["class"] == "zeer_kwetsbaar"
    assert found["decided"] == []
    assert found["differences"]["criteria"][0] == {
        "id": "alleenstaand", "before": True, "after": False,
    }  # fmt: skip


LINE = """\
case: ah
due_date: 2026-03-20
facts: {leeftijd: 27, partner: geen, rondkomen: makkelijk, schuldhulpverlening: false,
  problematische_schulden: false, netto_maandinkomen: 1450, kostendelers: 0, bmi: 23.1,
  roken: nooit, cannabis: nooit, steunpersonen: 5, netwerk_te_klein: false}
"""
NOT_POOR = """\
events:
  - {date: 2025-11-02, event: override, by: casusbegeleider, of: criterion:sociaal_minimum,
     set: false, reason: Her wages go up.}
"""


def test_the_plan_tells_the_change_that_ahead_tells_first(tmp_path: Path) -> None:
    on = ("--on", "2025-12-01", "--lang", "en")
    for text, told in ((LINE, "On 1 January 2026"), (LINE + NOT_POOR, "")):
        (tmp_path / "c.yaml").write_text(text)
        plan = CliRunner().invoke(application(), ["plan", str(tmp_path / "c.yaml"), *on]).stdout
        ahead = ran("--ahead", *on, case=str(tmp_path / "c.yaml"))
        assert ("1 January 2026" in plan, "1 January 2026" in ahead) == (bool(told),) * 2, text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "answers",
    [
        ["roken="],
        ["roken=declined"],
        ["cannabis=nooit"],
        ["huiselijk_geweld=true"],
        ["problematische_schulden=false", "rondkomen=redelijk", "roken=nooit", "cannabis=nooit",
         "steunpersonen=5", "netwerk_te_klein=false", "schuldhulpverlening=false"],
        ["iemand_in_vertrouwen=true", "zorg_van_professional=iets"],
    ],
)  # fmt: skip
def test_every_difference_can_be_read(answers: list[str], lang: str) -> None:
    options = [part for one in answers for part in ("--set", one)]
    lines = ran(*options, "--lang", lang).splitlines()
    assert all(len(line) <= 88 for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_a_visit_interval_that_differs_and_an_action_that_is_not_for_now() -> None:
    case = str(EXAMPLES / "weinig-mensen-en-roken.yaml")
    text = ran("--set", "partner=geen", case=case)
    assert "HUISBEZOEKEN" in text
    late = str(EXAMPLES / "in-het-tweede-jaar.yaml")
    assert ran("--set", "roken=dagelijks", case=late)


def test_nothing_differs() -> None:
    assert "De uitkomst zou dezelfde zijn" in ran(
        "--set", "taal=Pools", "--set", "cannabis=declined"
    )


def test_an_answer_that_is_odd_is_told_and_what_was_odd_already_is_not() -> None:
    case = str(EXAMPLES / "samen-en-rondkomend.yaml")
    lines = ran("--set", "lengte_cm=95", case=case).splitlines()
    odd = lines[lines.index("LET OP") :]
    assert any(line.startswith("  - dit is ongewoon: zo'n lengte") for line in odd)
    warned = data("--set", "lengte_cm=95", case=case)["warnings"]
    assert {one["code"] for one in warned} >= {"implausible"}
    assert "LET OP" not in ran("--set", "taal=Pools", case=case)
    assert data("--set", "taal=Pools", case=case)["warnings"] == []


DECIDED = str(EXAMPLES / "de-casusbegeleider-weegt-het-anders.yaml")


@pytest.mark.parametrize(
    ("lang", "answer", "told"),
    [
        ("nl", "roken=nooit", "zeggen nu: kwetsbare omstandigheden; dan: gewone zorg."),
        ("en", "roken=nooit", "say now: vulnerable circumstances; then: regular care."),
        ("nl", "taal=Pools", "nu en met deze antwoorden: kwetsbare omstandigheden."),
    ],
)
def test_where_the_class_was_decided_the_rules_are_told_beside_it(
    lang: str, answer: str, told: str
) -> None:
    text = " ".join(ran("--set", answer, "--lang", lang, case=DECIDED).split())
    assert told in text
    assert ("3 november 2026" in text) or ("3 November 2026" in text)
    (decided,) = data("--set", answer, case=DECIDED)["decided"]
    then = "regulier" if answer == "roken=nooit" else "kwetsbaar"
    assert decided == {"of": "class", "before": ["kwetsbaar"], "after": [then]}


def written(folder: Path, name: str, **more: Any) -> str:
    """A case of the examples with more in it."""
    known = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
    case = folder / "case.yaml"
    case.write_text(yaml.safe_dump({**known, **more}), encoding="utf-8")
    return str(case)


def test_no_decision_is_said_to_be_overtaken_by_what_is_only_supposed(tmp_path: Path) -> None:
    decided = {
        "date": "2026-11-02",
        "event": "override",
        "by": "casusbegeleider",
        "of": "criterion:roken_en_cannabis",
        "set": True,
        "reason": "Zij rookt.",
    }
    case = written(tmp_path, "jong-stel", events=[decided])
    text = " ".join(ran("--set", "roken=soms", case=case).split())
    assert "De regels zelf zeggen nu: nee; dan: ja." in text
    assert "LET OP" not in text
    assert data("--set", "roken=soms", case=case)["warnings"] == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "fase 4: het derde jaar: erbij op "),
        ("en", "phase 4: the third year: one more on "),
    ],
)
def test_a_few_days_are_named(lang: str, said: str, tmp_path: Path) -> None:
    born = [{"date": "2026-06-01", "event": "intake", "by": "casusbegeleider"},
            {"date": "2026-06-02", "event": "agreement", "by": "casusbegeleider"},
            {"date": "2026-09-21", "event": "birth", "by": "verloskundige"}]  # fmt: skip
    case = written(tmp_path, "jong-stel", due_date="2026-09-30", events=born)
    text = ran("--set", "roken=dagelijks", "--lang", lang, "--on", "2029-08-20", case=case)
    assert said in text


@pytest.mark.parametrize(
    ("days", "said"), [(0, "offer today"), (1, "offer by tomorrow"), (5, "offer within 5 days")]
)
def test_an_intake_within_no_days_is_today(days: int, said: str) -> None:
    asked = {"id": "alone", "label": "alone", "when": {"alone": True}, "within_days": days,
             "basis": "policy", "source": "law"}  # fmt: skip
    pack = small_pack(classes={"intake": [asked]})
    before, after = (
        assess(pack, case_of(facts={"alone": alone}), on=ON, engines=["reference"])
        for alone in (False, True)
    )
    lines = whatif_text(before, after, {"alone": True}, "en").splitlines()
    assert any(line.endswith(f"  {said}") for line in lines)


def test_where_there_is_room() -> None:
    case = str(EXAMPLES / "wil-geen-begeleiding.yaml")
    text = ran("--towards", "kwetsbaar", case=case)
    assert text.splitlines()[2].startswith("Geen advies aan haar.")
    assert text.count("De uitkomst zou kwetsbare omstandigheden zijn als") == 1
    assert "WAAR RUIMTE IS" in text
    assert "(nu nog niet bekend)" in text
    found = data("--towards", "kwetsbaar", case=case)["towards"]
    assert (found["class"], found["already"], found["complete"] >= 3) == ("kwetsbaar", False, True)
    assert found["sets"][0][0].keys() == {"fact", "values", "known"}
    assert "is nu al" in ran("--towards", "zeer_kwetsbaar")
    assert "Geen verandering leidt naar gewone zorg." in ran("--towards", "regulier")


@pytest.mark.parametrize(
    ("name", "level", "said"),
    [
        ("jong-stel", "regulier", "mensen die haar steunen: 3 of meer"),
        ("jong-stel", "regulier", "netto inkomen per maand: 1407,68 euro per maand of meer"),
        ("in-het-tweede-jaar", "zeer_kwetsbaar", "mensen die haar steunen: hoogstens 2"),
        ("in-het-tweede-jaar", "zeer_kwetsbaar", "hoogstens 361,55 euro per maand"),
    ],
)
def test_a_number_is_told_with_all_that_is_as_good(name: str, level: str, said: str) -> None:
    assert said in ran("--towards", level, case=str(EXAMPLES / f"{name}.yaml"))


@pytest.mark.parametrize("level", ["regulier", "zeer_kwetsbaar"])
def test_after_a_loss_that_is_said_and_no_room_is_looked_for(level: str) -> None:
    case = str(EXAMPLES / "verlies.yaml")
    text = ran("--towards", level, case=case)
    assert text.splitlines()[2].startswith("Zij heeft haar kind of haar zwangerschap verloren.")
    assert "RUIMTE" not in text and "UITKOMST" not in text
    found = data("--towards", level, case=case)["towards"]
    assert found.keys() == {"class", "already", "sets", "complete", "unknown", "decided"}
    assert [one for one in found["sets"] if one] == []


def test_towards_what_is_heavier_it_is_what_to_keep_an_eye_on() -> None:
    case = str(EXAMPLES / "samen-en-rondkomend.yaml")
    text = " ".join(ran("--towards", "zeer_kwetsbaar", case=case).split())
    assert "WAT IN HET OOG TE HOUDEN Zwaarder zou het worden (zeer kwetsbare" in text
    assert text.count("Zwaarder zou het worden") == 1
    assert "ruimte" not in text.lower() and "zou zeer kwetsbare" not in text
    english = ran("--towards", "zeer_kwetsbaar", "--lang", "en", case=case)
    assert "WHAT TO KEEP AN EYE ON" in english


@pytest.mark.parametrize(
    ("name", "level", "values"),
    [
        ("weinig-mensen-en-roken", "regulier", set()),
        ("kinderwens", "regulier", {"gestopt_voor_zwangerschap"}),  # no pregnancy yet
    ],
)
def test_no_answer_that_lies_in_the_past_is_something_to_come_to(
    name: str, level: str, values: set[str]
) -> None:
    found = data("--towards", level, case=str(EXAMPLES / f"{name}.yaml"))["towards"]
    named = {v for one in found["sets"] for c in one if c["fact"] == "roken" for v in c["values"]}
    assert found["sets"] and named == values


@pytest.mark.parametrize(
    ("level", "words", "fact"),
    [
        ("regulier", "De uitkomst zou gewone zorg zijn als dit zo was:", "steunpersonen"),
        ("zeer_kwetsbaar", "WAT IN HET OOG TE HOUDEN Zwaarder zou het worden", "rondkomen"),
        ("kwetsbaar", "Volgens de regels zelf is het nu al: kwetsbare omstandigheden.", None),
    ],
)
def test_past_a_decision_it_is_what_the_rules_themselves_say(
    level: str, words: str, fact: str | None
) -> None:
    text = " ".join(ran("--towards", level, case=DECIDED).split())
    assert "de uitkomst: vastgesteld door casusbegeleider op 3 november 2026" in text
    assert "verandert een ander antwoord de uitkomst niet" in text
    assert words in text
    found = data("--towards", level, case=DECIDED)["towards"]
    assert found["decided"] == {"by": "casusbegeleider", "date": "2026-11-03"}
    assert found["already"] is (fact is None)
    assert fact is None or fact in {change["fact"] for one in found["sets"] for change in one}


def test_where_something_is_not_known_no_way_is_not_what_is_said() -> None:
    case = str(EXAMPLES / "wil-niet-alles-zeggen.yaml")
    text = " ".join(ran("--towards", "regulier", case=case).split())
    assert "Daarbij is dit nog niet bekend: - BMI" in text
    assert "Geen verandering" not in text
    assert data("--towards", "regulier", case=case)["towards"]["unknown"] == ["bmi"]


def test_what_changes_by_itself() -> None:
    case = str(EXAMPLES / "te-vroeg-geboren.yaml")
    assert "Op 9 november 2027: fase 3" in ran("--ahead", case=case)
    first = data("--ahead", case=case)["changes_ahead"][0]
    assert (first["date"], first["until"]) == ("2027-11-09", "2027-11-09")
    assert first["why"] == [{"reason": "phase_begins", "id": "fase_3", "age": None}]
    assert "verandert er niets vanzelf" in ran("--ahead")


def test_a_few_actions_are_named_then_how_many_more() -> None:
    text = ran("--ahead", case=str(EXAMPLES / "zestien-jaar.yaml"))
    said = " ".join(text.split())
    assert "Op een dag die niet bekend is, want bij de leeftijd staat geen datum" in said
    lines = text.splitlines()
    added, removed = lines.index("    Te doen erbij:"), lines.index("    Niet meer te doen:")
    named = [line for line in lines if line.startswith("      - ")]
    assert sum(line.startswith("      - ") for line in lines[added:removed]) == 3
    assert named[0].startswith("      - Loop met haar na waar ze recht op heeft")
    assert (len(named), named[-1]) == (7, "      - en nog 1")
    (change,) = data("--ahead", case=str(EXAMPLES / "zestien-jaar.yaml"))["changes_ahead"]
    assert [len(change["differences"]["actions"][way]) for way in ("added", "removed")] == [3, 4]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "  - Tussen 27 november 2026 en 1 november 2027: leeftijd wordt 18."),
        ("en", "  - Between 27 November 2026 and 1 November 2027: age becomes 18."),
    ],
)
def test_a_birthday_lies_between_two_days(tmp_path: Path, lang: str, said: str) -> None:
    case = (EXAMPLES / "zestien-jaar.yaml").read_text().replace("  leeftijd: 16\n", "")
    seen = "{date: 2026-11-01, by: verloskundige, facts: {leeftijd: 17}}"
    (tmp_path / "case.yaml").write_text(f"{case}observations: [{seen}]\n")
    assert said in ran("--ahead", "--lang", lang, case=str(tmp_path / "case.yaml"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "whatif: it is not clear what to compare"),
        (["--ahead", "--towards", "regulier"], "whatif: it is not clear what to compare"),
        (["--set", "roken=stiekem"], "--set roken: this is not a value that `roken` can have"),
        (["--set", "rokn=soms"], "--set: `rokn` is not a fact of this pack"),
        (["--towards", "beter"], "--towards: `beter` is not one of the choices"),
        (["--ahead", "-o", CASE], "--output: this is the case file itself"),
    ],
)
def test_what_cannot_be_compared(arguments: list[str], message: str) -> None:
    with pytest.raises(InputError) as refused:
        ran(*arguments)
    assert str(refused.value).startswith(message)
    assert "stiekem" not in str(refused.value)


def test_what_is_compared_stays_within_what_is_changeable() -> None:
    for name in ("samen-en-rondkomend", "zestien-jaar"):
        found = data("--towards", "zeer_kwetsbaar", case=str(EXAMPLES / f"{name}.yaml"))
        named = {change["fact"] for one in found["towards"]["sets"] for change in one}
        fixed = {"leeftijd", "partner_leeftijd", "lengte_cm", "gewicht_voor_zwangerschap_kg", "bmi"}
        assert named.isdisjoint(fixed)
