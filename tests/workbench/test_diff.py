"""`kansrijk diff`: what stands otherwise, whether a case can get another outcome, and who does."""

from __future__ import annotations

import builtins
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import small_pack
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.output.words import Words
from kansrijk.pack.load import locate
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError
from kansrijk.workbench.difference import outcomes
from kansrijk.workbench.difference.cases import CaseChanged
from kansrijk.workbench.difference.derived import apart, lines_of
from kansrijk.workbench.difference.outcomes import Difference, differences
from kansrijk.workbench.difference.text import Found, render
from kansrijk.workbench.difference.written import written
from kansrijk.workbench.proof.symbols import Symbols
from kansrijk.workbench.proof.witness import looked_at

SMALL = small_pack()
ON = date(2026, 3, 2)


def ran(*arguments: str) -> Result:
    return CliRunner().invoke(application("diff"), ["diff", *arguments])


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A copy of hoogeveen to change, its version one higher."""
    folder = Path(shutil.copytree(locate("hoogeveen"), tmp_path / "hoogeveen"))
    changed(folder, "pack.yaml", 'version: "1.0.0"', 'version: "1.1.0"')
    return folder


def changed(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def raised(folder: Path) -> None:
    """The income line from 110 to 120 percent."""
    changed(folder, "norms.yaml", "2021-01-01, value: 1.10,", "2021-01-01, value: 1.20,")


# What stands otherwise


def told(**changes: Any) -> list[tuple[Any, ...]]:
    return [tuple(one) for one in written(SMALL, small_pack(**changes))]


def test_what_stands_otherwise_is_told_by_its_path() -> None:
    assert told() == []
    assert told(pack={"version": "2.0.0"}) == []
    assert told(norms={"enough": {"value": 4}}) == [("norm", ("norms", "enough", "value"), 3, 4)]
    dated = [
        {"from": "2020-01-01", "until": "2024-01-01", "value": 1000},
        {"from": "2025-01-01", "review": "2026-01-01", "value": 1200},
    ]
    ((kind, path, _, after),) = told(norms={"line": {"values": dated}})
    assert (kind, path, after) == ("norm", ("norms", "line", "values", "2025-01-01", "value"), 1200)
    label = ("criteria", "poverty", "label", "")
    assert told(criteria={"poverty": {"label": "money"}}) == [("text", label, "poverty", "money")]
    ((kind, path, before, after),) = told(signals={"danger": {"urgency": "days"}})
    assert (kind, path, before, after) == ("other", ("signals", "danger", "urgency"), "now", "days")
    found = told(actions={"protect": None}, signals={"danger": {"no_action": "n"}})
    assert [one[:2] for one in found] == [
        ("other", ("signals", "danger", "no_action")), ("other", ("actions", "protect")),
    ]  # fmt: skip


def test_a_condition_that_means_the_same_is_the_same() -> None:
    assert told(criteria={"poverty": {"when": {"poor": [True]}}}) == []
    ((kind, path, _, _),) = told(criteria={"poverty": {"when": {"alone": True}}})
    assert (kind, path) == ("rule", ("criterion:poverty",))
    kinds = [one[:2] for one in told(actions={"help": {"for": ["poverty"]}, "more": {
        "label": "More.", "for": "solitude", "domain": "social", "role": "nurse", "basis": "policy",
        "source": "law"}})]  # fmt: skip
    assert kinds == [("rule", ("action:help",)), ("other", ("actions", "more"))]


def test_an_offer_and_her_words_have_a_kind_of_their_own() -> None:
    offer = {"label": "an offer", "for": "help", "provider": "p", "meanwhile": "m",
             "confirmed": "2026-01-01", "basis": "policy", "source": "law"}  # fmt: skip
    old = small_pack(offers={"one": offer})
    found = written(old, small_pack(offers={"one": {**offer, "label": "another", "cost": "none"}}))
    assert [(one.kind, one.path) for one in found] == [
        ("offer", ("offers", "one", "label", "")), ("offer", ("offers", "one", "cost")),
    ]  # fmt: skip
    (gone,) = written(old, SMALL)
    assert (gone.kind, gone.path) == ("offer", ("offers", "one"))
    assert gone.before["provider"] == {"": "p"}


# Outcomes


def ways(new: Pack, old: Pack = SMALL) -> dict[str, set[tuple[Any, Any]]]:
    """How each can be another; each case shows it."""
    found: dict[str, set[tuple[Any, Any]]] = {}
    for one in differences(old, new, seconds=600):
        assert one.case is not None
        assert_shown(one, old, new)
        found.setdefault(one.key, set()).add((one.before, one.after))
    return found


def assert_shown(one: Difference, old: Pack, new: Pack) -> None:
    answers = []
    for pack in (old, new):
        case = one.case or {}
        facts = {k: v for k, v in case.get("facts", {}).items() if k in pack.sections.facts}
        view = looked_at(pack, {**case, "facts": facts}, one.on)
        assert view is not None
        level = view.possible[0] if len(view.possible) == 1 else None
        answers.append(level if one.key == "class" else view.truths[one.key])
    assert answers == [one.before, one.after]


def test_where_nothing_that_decides_changed_no_case_gets_another_outcome() -> None:
    assert ways(small_pack(criteria={"poverty": {"label": "money"}})) == {}
    assert ways(small_pack(norms={"enough": {"value": 4}})) == {}


def test_a_rule_that_changed_and_what_hangs_on_it() -> None:
    wider = {"any": [{"poor": True}, {"smoking": "daily"}]}
    found = ways(small_pack(criteria={"poverty": {"when": wider}}))
    assert found["criterion:poverty"] == {(False, True), (False, None), (None, True)}
    assert ("low", "middle") in found["class"] and ("middle", "high") in found["class"]
    # What only follows is told of the rule itself.
    assert set(found) == {"class", "criterion:poverty"}


def test_a_figure_that_changed_on_some_days() -> None:
    line = {"criteria": {"poverty": {"when": {"income": {"below": {"norm": "line"}}}}}}
    dated = [
        {"from": "2020-01-01", "until": "2024-01-01", "value": 1000},
        {"from": "2025-01-01", "review": "2026-01-01", "value": 1200},
    ]
    old = small_pack(**line)
    found = list(
        differences(old, small_pack(**line, norms={"line": {"values": dated}}), seconds=600)
    )
    own = [one for one in found if one.key == "criterion:poverty"]
    assert [(one.before, one.after, one.on) for one in own] == [(False, True, date(2025, 1, 1))]
    # Where the same figure begins to hold in a gap.
    filled = [{"from": "2020-01-01", "value": 1000}, {"from": "2025-01-01", "value": 1100.50}]
    found = list(
        differences(old, small_pack(**line, norms={"line": {"values": filled}}), seconds=600)
    )
    own = [one for one in found if one.key == "criterion:poverty"]
    assert {(one.before, one.after, one.on) for one in own} == {
        (None, True, date(2024, 1, 1)), (None, False, date(2024, 1, 1)),
    }  # fmt: skip


def test_an_action_whose_own_condition_changed() -> None:
    more = {"label": "More.", "for": "solitude", "domain": "social", "role": "nurse",
            "basis": "policy", "source": "law"}  # fmt: skip
    old = small_pack(actions={"more": {**more, "when": {"class": "high"}}})
    wider = small_pack(actions={"more": {**more, "when": {"class": ["high", "middle"]}}})
    own = {(d.before, d.after): d for d in differences(old, wider, seconds=600)}
    assert {way for way, d in own.items() if d.case} == {(False, True)}
    # Of what is possible only so much is known.
    assert {d.why for d in own.values() if not d.case} <= {"not_shown"}
    old = small_pack(actions={"more": {**more, "when": {"phase": "early"}}})
    found = ways(small_pack(actions={"more": {**more, "when": {"phase": "later"}}}), old)
    assert {(True, False), (False, True), (None, False), (False, None)} == found["action:more"]


def test_a_fact_with_more_values_and_a_phase_more() -> None:
    values = {"never": "never", "stopped": "stopped", "daily": "every day", "weekly": "weekly"}
    old = small_pack(criteria={"poverty": {"when": {"smoking": "daily"}}})
    extra = {"type": "boolean", "label": "extra", "question": "Extra?", "asked_by": "nurse"}
    wider = {"any": [{"smoking": ["stopped", "weekly"]}, {"extra": True}]}
    new = small_pack(
        facts={"smoking": {"values": values}, "extra": extra},
        criteria={"poverty": {"when": wider}},
    )
    every = {(one, other) for one in (True, False, None) for other in (True, False, None)}
    same = {(True, True), (False, False), (None, None)}
    # Unknown by the old pack she tells nothing of smoking, and that is no "no" by the new one.
    assert ways(new, old)["criterion:poverty"] == every - same - {(None, False)}
    # And back: what only the old pack asks, the new one cannot be told.
    back = ways(old, new)["criterion:poverty"]
    assert (None, True) in back


def test_a_line_that_is_derived_otherwise(new: Path) -> None:
    import kansrijk

    raised(new)
    old, other = kansrijk.load_pack("hoogeveen"), kansrijk.load_pack(new)
    assert apart(old, other) == {"inkomensgrens"}
    assert lines_of(old, other, apart(old, other), date(2020, 7, 1)) == ()
    (one, *_) = lines_of(old, other, apart(old, other), date(2026, 1, 1))
    assert one.new["inkomensgrens"] > one.old["inkomensgrens"]
    found = list(differences(old, other, seconds=600))
    own = {(d.before, d.after): d for d in found if d.key == "criterion:sociaal_minimum"}
    shown = {way for way, d in own.items() if d.case is not None}
    assert shown == {(False, True), (None, True)}
    # A higher line makes nobody richer; that is not proved, and so not said.
    assert own[True, False].why == "not_shown"
    for one in own.values():
        if one.case is not None:
            assert_shown(one, old, other)
            assert "inkomensgrens" not in one.case["facts"]


def test_a_household_that_is_told_otherwise_makes_another_line(new: Path) -> None:
    import kansrijk

    changed(new, "facts.yaml", "together: samenwonend", "together: niet_samenwonend")
    old, other = kansrijk.load_pack("hoogeveen"), kansrijk.load_pack(new)
    assert apart(old, other) == {"huishoudtype", "inkomensgrens"}
    lines = lines_of(old, other, apart(old, other), date(2026, 1, 1))
    assert any(line.old.keys() != line.new.keys() for line in lines)
    derived = apart(old, other)
    before = Symbols(old, mark="old ", apart=derived)
    day = outcomes._day(
        date(2026, 1, 1), before, Symbols(other, before, mark="new ", apart=derived)
    )
    rule = outcomes._OfRule(old, other, "criterion:sociaal_minimum", float("inf"))
    shown = [d for d in rule.differences([day]) if d.case is not None]
    assert shown
    for one in shown:
        assert_shown(one, old, other)


def test_on_a_day_on_which_a_line_is_the_same_what_else_changed_is_proved(new: Path) -> None:
    """The line is another from 2021 on: before, only that help with debts no longer counts."""
    import kansrijk

    raised(new)
    changed(new, "criteria.yaml", "      - schuldhulpverlening: true\n", "")
    old, other = kansrijk.load_pack("hoogeveen"), kansrijk.load_pack(new)
    derived, key = apart(old, other), "criterion:sociaal_minimum"
    before = Symbols(old, mark="old ", apart=derived)
    day = outcomes._day(
        date(2020, 7, 1), before, Symbols(other, before, mark="new ", apart=derived)
    )
    assert (day.apart, day.lines) == (frozenset(), ())
    found = list(outcomes._OfRule(old, other, key, float("inf")).differences([day]))
    assert {(one.before, one.after) for one in found} == {
        (True, False),
        (True, None),
        (None, False),
    }
    for one in found:
        assert_shown(one, old, other)


def test_what_no_answers_show_of_a_derived_fact_is_not_said_to_be_the_same(new: Path) -> None:
    """The length of a pregnancy comes of its due date, which is no answer that is tried."""
    import kansrijk

    text = (new / "norms.yaml").read_text(encoding="utf-8")
    before, rest = text.split("zwangerschapsduur_dagen:\n", 1)
    changed_rest = rest.replace("value: 280", "value: 281", 1)
    assert changed_rest != rest
    (new / "norms.yaml").write_text(f"{before}zwangerschapsduur_dagen:\n{changed_rest}", "utf-8")
    old, other = kansrijk.load_pack("hoogeveen"), kansrijk.load_pack(new)
    found = list(differences(old, other, seconds=60))
    assert {(one.key, one.why) for one in found} == {("action:stevig_ouderschap", "not_shown")}


def test_without_time_it_is_said_not_to_be_sure() -> None:
    new = small_pack(criteria={"poverty": {"when": {"alone": True}}})
    found = tuple(differences(SMALL, new, seconds=0))
    assert {one.why for one in found} == {"not_in_time"}
    shown = render(Found(SMALL, new, (), found, None, ON), Words(new, "en"), markdown=False)
    said = " ".join(shown.split())
    assert "Not found, and not ruled out either: the class from high to middle;" in said


# The command


def test_a_text_changes_no_outcome(new: Path) -> None:
    changed(new, "criteria.yaml", '{nl: "roken of cannabis"', '{nl: "roken en blowen"')
    done = ran("hoogeveen", str(new))
    assert done.exit_code == 1
    assert done.output == (
        "hoogeveen 1.0.0 naar hoogeveen 1.1.0: wat er verandert\n"
        "\n"
        "TEKSTEN\n"
        "  criteria.roken_en_cannabis.label.nl: was: roken of cannabis; wordt: roken en\n"
        "    blowen\n"
        "\n"
        "UITKOMSTEN\n"
        "  Geen enkel dossier krijgt een andere klasse, een ander criterium of signaal,\n"
        "    of een andere actie: dat is bewezen.\n"
    )


def test_the_same_pack_is_the_same() -> None:
    done = ran("hoogeveen", "hoogeveen", "--lang", "en")
    assert done.exit_code == 0
    assert "Nothing stands there otherwise." in done.output


def test_who_changes_by_a_higher_line(new: Path, tmp_path: Path) -> None:
    raised(new)
    folder = tmp_path / "cases"
    folder.mkdir()
    facts = "leeftijd: 30, partner: geen, kostendelers: 0, rondkomen: makkelijk, "
    facts += "schuldhulpverlening: false, problematische_schulden: false, steunpersonen: 6, "
    facts += "netwerk_te_klein: false, bmi: 22, roken: nooit, cannabis: nooit"
    for name, income in (("a", 1500), ("b", 4000)):
        (folder / f"{name}.yaml").write_text(
            f"case: {name}\ndue_date: 2026-09-01\n"
            f"facts: {{{facts}, netto_maandinkomen: {income}}}\n"
        )
    (folder / "c.yaml").write_text("no: case\n")
    given = ("hoogeveen", str(new), "--cases", str(folder), "--on", "2026-03-02")
    done = ran(*given, "--format", "markdown", "--lang", "en")
    assert done.exit_code == 1
    assert done.output.startswith("# hoogeveen 1.0.0 to hoogeveen 1.1.0: what changes\n")
    assert "- norms.minimagrens.values.2021-01-01.value: was: 1.1; becomes: 1.2\n" in done.output
    assert "## Cases\n\n- Another outcome on 2 March 2026: 1 of 2 cases.\n" in done.output
    block = done.output.partition("a.yaml\n")[2].partition("```yaml\n")[2].partition("  ```\n")[0]
    lines = [line.strip() for line in block.splitlines()]
    assert lines[:4] == [
        "class: regular care becomes vulnerable circumstances",
        "an intake: no becomes yes",
        "visits to come: 0 becomes 147",
        "“little money, or debts”: no becomes yes",
    ]
    assert "left out, because it cannot be read:" in done.output
    assert "b.yaml" not in done.output
    data = json.loads(ran(*given, "--format", "json").output)
    assert data["same"] is False
    assert data["written"] == [
        {"kind": "norm", "path": ["norms", "minimagrens", "values", "2021-01-01", "value"],
         "before": "1.1", "after": "1.2"}
    ]  # fmt: skip
    assert [(one["same"], one["class"]) for one in data["cases"]] == [
        (False, ["regulier", "kwetsbaar"]), (True, ["regulier", "regulier"]), (True, [None, None]),
    ]  # fmt: skip
    assert {one["about"] for one in data["outcomes"]} == {"class", "criterion:sociaal_minimum"}


def test_a_rule_is_told_in_words_and_what_is_new_or_gone(new: Path) -> None:
    both = "- {all: [{netwerk_te_klein: true}, {iemand_in_vertrouwen: false}]}"
    changed(new, "criteria.yaml", "- netwerk_te_klein: true", both)
    with (new / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("new_one: {title: New, publisher: We, year: 2026}\n")
    done = ran("hoogeveen", str(new), "--lang", "en")
    said = " ".join(done.output.split())
    assert (
        "RULES “few people to fall back on” (criterion:klein_netwerk): was: one or more of these"
        in said
    )
    assert "sources.new_one: new: {title: New, publisher: We, year:" in said
    assert "“few people to fall back on”: from yes to no, on" in said
    back = " ".join(ran(str(new), "hoogeveen", "--lang", "en").output.split())
    assert "sources.new_one: gone:" in back
    data = json.loads(ran("hoogeveen", str(new), "--format", "json").output)
    figures = [f for one in data["outcomes"] for f in one["case"]["facts"].values()]
    assert any(isinstance(figure, float) for figure in figures)
    (rule,) = [one for one in data["written"] if one["kind"] == "rule"]
    assert rule["path"] == ["criterion:klein_netwerk"]
    assert "mensen om zich heen" in rule["before"]


def test_without_the_solver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def none(name: str, *given: Any, **more: Any) -> Any:
        if name.startswith("kansrijk.workbench.difference"):
            raise ModuleNotFoundError("No module named 'z3'", name="z3")
        return real(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", none)
    done = ran("hoogeveen", "hoogeveen")
    assert str(done.exception).startswith("diff: this takes the package `z3`")


def test_a_pack_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: x\n")
    done = ran("hoogeveen", str(tmp_path))
    assert isinstance(done.exception, InputError)


def test_of_each_case_only_what_turned_is_told() -> None:
    one = CaseChanged("one.yaml", (None, "low"), (True, True), (3, 3), ())
    other = CaseChanged("other.yaml", ("low", "low"), (False, True), (3, 4), ())
    found = Found(SMALL, SMALL, (), (), (one, other), ON)
    shown = render(found, Words(SMALL, "en"), markdown=False)
    assert shown.endswith(
        "CASES\n"
        "  Another outcome on 2 March 2026: 2 of 2 cases.\n"
        "  one.yaml\n"
        "      class: still open becomes low\n"
        "  other.yaml\n"
        "      an intake: no becomes yes\n"
        "      visits to come: 3 becomes 4\n"
    )
    assert not found.same


def test_texts_are_told_in_their_languages() -> None:
    offer = {"label": "an offer", "for": "help", "provider": "p", "meanwhile": "m", "cost": "much",
             "confirmed": "2026-01-01", "basis": "policy", "source": ["law"]}  # fmt: skip
    new = small_pack(offers={"one": offer}, norms={"smokers": {"value": ["daily", "stopped"]}})
    found = Found(SMALL, new, written(SMALL, new), (), None, ON)
    said = " ".join(render(found, Words(new, "en"), markdown=False).split())
    new_one = said.partition("OUTCOMES")[0].partition("OFFERS")[2]
    assert "offers.one: new: {" in new_one
    assert "for: [help]" in new_one and "meanwhile: m" in new_one
    assert "norms.smokers.value: was: [stopped, daily]; becomes: [daily, stopped]" in said
    back = Found(new, SMALL, written(new, SMALL), (), None, ON)
    said = " ".join(render(back, Words(SMALL, "en"), markdown=False).split())
    assert "offers.one: gone: {" in said
