"""The example families: they hold, few enough show every change, and each is read in a minute."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import z3
from builders import SMALL, laid_over, shipped_pack, small_pack
from promises.strategies import load
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.output.formats import page_in
from kansrijk.output.words import Words
from kansrijk.pack.load import load_pack
from kansrijk.pack.pack import Pack
from kansrijk.reading.strict_yaml import parse_yaml
from kansrijk.workbench.families import families as gathering
from kansrijk.workbench.families.families import CLASS, Families, Family, gather
from kansrijk.workbench.families.fewest import fewest, shows
from kansrijk.workbench.families.page import page_of, readable
from kansrijk.workbench.families.tests import as_tests, data
from kansrijk.workbench.mutation.killing import Killed, killed
from kansrijk.workbench.running import run
from workbench.test_mutants import RICH, TESTS

MANY = 40
SHIPPED = Path(__file__).parents[2] / "docs" / "families"


def made(pack: Pack, lang: str = "en") -> Families:
    words = Words(pack, lang, paper=True)

    def can_be_read(family: Family) -> bool:
        return readable(family, words)

    found = gather(pack, killed(pack, seconds=600), can_be_read)
    return fewest(found, list(shows(found)), can_be_read)


def with_tests(sections: dict[str, Any], text: str) -> Pack:
    return load({**sections, "tests": parse_yaml(text, "tests.yaml").value})


def small_sections(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = laid_over(parse_yaml(SMALL, "small.yaml").value, changes)
    return found


def left(pack: Pack) -> list[tuple[str, str, Any]]:
    """The changes that the tests of a pack do not notice, though they matter."""
    return [
        (one.mutant.what, one.mutant.key, one.mutant.after)
        for one in killed(pack, seconds=600)
        if one.fate in ("survived", "not_sure")
    ]


@pytest.mark.parametrize("sections", [small_sections(), small_sections(**RICH)])
def test_as_tests_they_hold_and_notice_every_change_that_is_shown(
    sections: dict[str, Any],
) -> None:
    found = made(load(sections))
    pack = with_tests(sections, as_tests(found, Words(load(sections), "en")))
    assert all(not one.unmet for one in run(pack))
    not_shown = [(one.what, one.key, one.after) for one in found.not_shown]
    assert left(pack) == not_shown
    assert len(found.shown) > 10


def test_this_sees_a_family_that_says_too_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kansrijk.workbench.families.fewest.with_best", lambda row, *_: row)
    monkeypatch.setattr("kansrijk.workbench.families.fewest._from_the_start", lambda at: CLASS)
    pack = small_pack()
    found = made(pack)
    assert left(with_tests(small_sections(), as_tests(found, Words(pack, "en")))) != []


def test_the_case_of_a_test_comes_before_that_of_the_solver() -> None:
    pack = load(parse_yaml(SMALL + TESTS, "small.yaml").value)
    found = gather(pack, killed(pack, seconds=600), lambda family: True)
    assert found.families[0].base["facts", "poor"] is True
    assert found.families[0].base["on",] == date(2026, 3, 2)


def test_no_row_can_be_left_out() -> None:
    sections = small_sections()
    found = made(load(sections))
    (family,) = found.families
    assert len(family.rows) > 3
    for row in family.rows[1:]:
        fewer = Family(tuple(one for one in family.rows if one is not row))
        text = as_tests(found._replace(families=(fewer,)), Words(load(sections), "en"))
        assert left(with_tests(sections, text)) != []


def test_a_case_that_shows_nothing_makes_no_family() -> None:
    """Neither one that cannot be read, nor a change that no case is known to show."""
    pack = small_pack()
    one = next(iter(killed(pack, seconds=600)))
    for nothing in (None, {"case": "c", "facts": {"poor": 7}}, {"case": "c"}):
        shown = one.shown._replace(case=nothing) if one.shown else None
        found = gather(pack, [Killed(one.mutant, "survived", shown=shown)], lambda family: True)
        assert (found.families, found.not_shown) == ((), (one.mutant,))
    assert gather(pack, [Killed(one.mutant, "not_sure")], bool).not_shown == (one.mutant,)


def test_a_family_grows_only_as_long_as_it_can_be_read() -> None:
    found = gather(small_pack(), killed(small_pack(), seconds=600), lambda f: len(f.rows) <= 2)
    assert max(len(family.rows) for family in found.families) == 2


# What is shipped


def rebuilt(pack: Pack, text: str) -> Families:
    """The families of a file of tests, with nothing of how they came to be."""
    rows: dict[str, list[gathering.Row]] = {}
    for id, test in parse_yaml(text, "hoogeveen.yaml").value.items():
        things = gathering._things(date.fromisoformat(test["on"]), test["case"])
        row = gathering.row_of(pack, things)
        assert row is not None
        said = [
            (kind, at)
            for kind, value in test["expect"].items()
            for at in (value if isinstance(value, dict) else [None])
        ]
        rows.setdefault(id[: len("family_00")], []).append(row._replace(said=tuple(said)))
    return Families(tuple(Family(tuple(those)) for those in rows.values()), (), 0, ())


def test_those_of_hoogeveen_are_few_read_in_a_minute_and_show_every_change() -> None:
    shipped = shipped_pack("hoogeveen")
    text = (SHIPPED / "hoogeveen.yaml").read_text(encoding="utf-8")
    sections = {**shipped.files.value, "tests": parse_yaml(text, "hoogeveen.yaml").value}
    pack = load(sections)
    assert all(not one.unmet for one in run(pack))
    fates = list(killed(pack, seconds=600))
    assert [
        (f.mutant.what, f.mutant.key) for f in fates if f.fate in ("survived", "not_sure")
    ] == []

    found = rebuilt(shipped, text)
    assert len(found.families) <= MANY
    words = Words(shipped, "nl", paper=True)
    assert [n for n, one in enumerate(found.families, 1) if not readable(one, words)] == []
    shown = tuple(one.mutant for one in fates if one.fate == "killed")
    found = found._replace(shown=shown, equivalent=len(fates) - len(shown))
    page = page_in(page_of(found, words), "markdown")
    assert (SHIPPED / "hoogeveen.md").read_text(encoding="utf-8") == page


# The command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL)
    return path


def ran(file: Path, *arguments: str) -> Result:
    return CliRunner().invoke(application("test"), ["test", str(file), "--generate", *arguments])


def test_it_is_a_sheet_to_read_and_to_sign(file: Path) -> None:
    done = ran(file, "--lang", "en")
    assert done.exit_code == 0
    title, *_ = done.output.splitlines()
    assert title.startswith("small 1.0.0: ")
    assert "FAMILY 1: " in done.output
    assert "READ AND AGREED" in done.output
    assert load_pack(file).hash in done.output


def test_as_json_each_family_has_its_tests(file: Path) -> None:
    data = json.loads(ran(file, "--format", "json").output)
    assert data["not_shown"] == []
    assert data["shown"] > 10
    assert [one["family"] for one in data["families"]] == [*range(1, len(data["families"]) + 1)]
    for test in (test for one in data["families"] for test in one["tests"]):
        assert {"title", "on", "case", "expect"} == set(test)


@pytest.mark.parametrize("format", ["markdown", "html", "pdf", "yaml"])
def test_every_format_can_be_written_to_a_file(file: Path, format: str, tmp_path: Path) -> None:
    out = tmp_path / "families"
    assert ran(file, "--format", format, "-o", str(out)).exit_code == 0
    assert out.stat().st_size > 500


def test_what_is_not_shown_is_named_and_no_pass(file: Path) -> None:
    done = ran(file, "--seconds", "0", "--lang", "en")
    assert done.exit_code == 1
    assert "WHAT THE FAMILIES DO NOT SHOW" in done.output
    assert "“danger”, if it read: “violence” is no" in " ".join(done.output.split())


def test_while_a_test_does_not_hold_there_are_no_families(file: Path) -> None:
    file.write_text(
        f"{SMALL}tests:\n  one:\n    title: One\n    on: 2026-03-02\n"
        "    case: {case: t-1}\n    expect: {class: low}\n"
    )
    done = ran(file, "--format", "yaml", "--lang", "en")
    assert done.exit_code == 1
    assert "expected `low`" in done.output
    assert "family_01" not in done.output


@pytest.mark.parametrize("other", ["--coverage", "--mutants", "--update", "--only=one"])
def test_it_goes_without_the_other_options(file: Path, other: str) -> None:
    done = ran(file, other)
    assert str(done.exception).startswith("--generate: this does not go with")


# In words


def test_whatever_a_case_holds_and_whatever_comes_out_is_said_in_words() -> None:
    pack, words = small_pack(), Words(small_pack(), "en", paper=True)
    case = {
        "case": "c-1",
        "due_date": "2026-09-01",
        "last_period": "2025-11-25",
        "facts": {"poor": True, "smoking": "declined"},
        "observations": [{"date": "2026-03-01", "by": "nurse", "facts": {"alone": True}}],
        "events": [{"date": "2026-03-02", "event": "intake", "by": "nurse"}],
    }
    row = gathering.row_of(pack, gathering._things(date(2026, 3, 2), case))
    assert row is not None
    said: tuple[tuple[str, str | None], ...] = (
        ("criteria", "poverty"), ("signals", "danger"), ("class", None), ("intake", None),
        ("actions", "help"), ("strengths", "hope"), ("possible", None), ("plan", None),
        ("visits", None),
    )  # fmt: skip
    page = page_of(Families((Family((row._replace(said=said),)),), (), 2, ()), words)
    (one,) = data(Families((Family((row._replace(said=said),)),), (), 2, ()), words)["families"]
    assert one["tests"][0]["expect"]["possible"] == ["high"]
    told, then = (tuple(one.text for one in item.items) for item in page.sections[0].items)
    assert told == (
        "due on: 1 September 2026",
        "first day of the last period: 25 November 2025",
        "poor: yes",
        "smoking: she would rather not say",
        "told later: 1 March 2026 alone: yes",
        "what happened: the intake was held 2 March 2026",
    )
    assert then == (
        "poverty: yes", "danger: not known yet", "class: high", "offering an intake: yes",
        "is proposed: Help.", "hope: no", "possible classes: high",
        "state of the plan: proposed", "visits still to come: 25",
    )  # fmt: skip


def test_of_nothing_told_and_of_nothing_to_show_it_says_so() -> None:
    pack = small_pack()
    words = Words(pack, "en", paper=True)
    row = gathering.row_of(pack, {("on",): date(2026, 3, 2)})
    assert row is not None
    (told,) = page_of(Families((Family((row,)),), (), 1, ()), words).sections[0].items
    assert [item.text for item in told.items] == ["nothing yet"]
    page = page_of(Families((), (), 3, ()), words)
    assert page.notes == (
        "There is nothing to show: no change of the rules comes out otherwise anywhere.",
    )


def test_a_row_stands_alone_where_its_family_could_not_be_read_with_it() -> None:
    pack = small_pack()
    found = gather(pack, killed(pack, seconds=600), lambda family: True)
    shown = list(shows(found))
    fewer = fewest(found, shown, lambda family: False)
    assert len(fewer.families) > len(fewest(found, shown, lambda family: True).families)
    sections = small_sections()
    assert left(with_tests(sections, as_tests(fewer, Words(pack, "en")))) == []


def test_what_the_solver_finds_no_fewer_of_in_time_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = small_pack()
    found = gather(pack, killed(pack, seconds=600), lambda family: True)
    monkeypatch.setattr(z3.Optimize, "check", lambda *_: z3.unknown)
    kept = fewest(found, list(shows(found)), lambda family: True)
    assert [len(family.rows) for family in kept.families] == [len(found.families[0].rows)]
