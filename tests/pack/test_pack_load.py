"""A pack from a folder or a file, its hash, and the packs that come along."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL, pack_of, small_pack
from hypothesis import given
from hypothesis import strategies as st
from test_problems import folder

from kansrijk.pack import load
from kansrijk.pack.load import content_hash, load_pack, locate, pack_files, shipped_packs
from kansrijk.reading import Document, InputError, parse_yaml

TEST = "{title: a, on: 2026-01-01, case: {case: c}, expect: {}}"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "tests" / "more").mkdir(parents=True)
    return folder(tmp_path)


def test_a_folder_and_a_file_are_the_same_pack(here: Path, tmp_path_factory: Any) -> None:
    file = tmp_path_factory.mktemp("one") / "small.yaml"
    file.write_text(SMALL)
    of_file, of_folder = load_pack(file), load_pack(str(here))
    assert of_file == of_folder == small_pack()
    assert hash(of_file) == hash(of_folder)
    assert of_file.rules == of_folder.rules
    assert of_file != small_pack(pack={"version": "1.0.1"})
    assert of_file != "small"
    assert repr(of_file) == "<Pack small 1.0.0>"


def test_tests_are_merged_and_do_not_count_in_the_hash(here: Path) -> None:
    before = load_pack(here).hash
    (here / "tests" / "a.yaml").write_text(f"one: {TEST}\n")
    (here / "tests" / "more" / "b.yml").write_text(f"two: {TEST}\n")
    pack = load_pack(here)
    assert list(pack.sections.tests) == ["one", "two"]
    assert pack.hash == before


def test_other_files_and_folders_are_left_alone(here: Path) -> None:
    (here / "README.md").write_text("# small\n")
    (here / "facts.json").write_text("{")
    (here / "drafts").mkdir()
    (here / "drafts" / "notes.txt").write_text("a: [\n")
    assert load_pack(here) == small_pack()


def test_rules_in_another_folder_are_not_passed_over_in_silence(here: Path) -> None:
    (here / "drafts").mkdir()
    (here / "drafts" / "signals.yaml").write_text("a: 1\n")
    with pytest.raises(InputError) as caught:
        load_pack(here)
    assert [p.code for p in caught.value.problems] == ["unknown_section"]


def test_every_unreadable_file_is_named(here: Path) -> None:
    (here / "facts.yaml").write_text("a: [\n")
    (here / "roles.yaml").write_text("- a\n")
    with pytest.raises(InputError) as caught:
        load_pack(here)
    found = [(Path(p.place.file).name, p.code) for p in caught.value.problems]
    assert found == [("facts.yaml", "yaml_syntax"), ("roles.yaml", "not_a_mapping")]


def test_a_place_outside_every_file_is_the_pack_itself(here: Path) -> None:
    assert str(pack_files(here).place(("zzz",))) == str(here)
    assert str(pack_files(here).place(())) == str(here)
    assert str(pack_files(here).place(("facts", "poor", "label"))) == f"{here}/facts.yaml:1:30"


def test_a_folder_goes_before_a_shipped_pack_only_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hoogeveen").mkdir()
    assert locate("hoogeveen") == load.packs_folder() / "hoogeveen"
    assert locate("./hoogeveen") == locate(tmp_path / "hoogeveen").relative_to(tmp_path)


def test_packs_inside_the_package_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the wheel `rules` lies inside the package."""
    checkout = load.packs_folder()
    package = tmp_path / "kansrijk"
    shutil.copytree(checkout / "hoogeveen", package / "rules" / "mine")
    (package / "pack").mkdir()
    monkeypatch.setattr(load, "__file__", str(package / "pack" / "load.py"))
    assert load.packs_folder() == package / "rules"
    assert shipped_packs() == ("mine",)


@pytest.mark.parametrize("id", shipped_packs())
def test_every_shipped_pack_loads_and_is_called_as_its_folder(id: str) -> None:
    pack = load_pack(id)
    assert (pack.id, pack.version) == (id, pack.sections.pack.version)


def test_the_first_pack_is_there() -> None:
    assert "hoogeveen" in shipped_packs()


# The hash


def test_comments_and_layout_do_not_count() -> None:
    spread = SMALL.replace("  low: {label: low}", "  low:   # the rest\n      label:   'low'")
    assert spread != SMALL
    assert pack_of(f"# a comment\n{spread}") == pack_of(SMALL)
    sections = parse_yaml(SMALL, "f").value
    assert content_hash(dict(reversed(sections.items()))) == content_hash(sections)


CHANGES: list[dict[str, Any]] = [
    {"pack": {"title": "another"}},
    {"facts": {"poor": {"cost": 2}}},
    {"facts": {"friends": {"range": [0, 8]}}},
    {"norms": {"enough": {"value": 4}}},
    {"norms": {"line": {"values": [{"from": "2020-01-01", "value": 1000}]}}},
    {"criteria": {"poverty": {"when": {"poor": False}}}},
    {"classes": {"intake": []}},
    {"actions": {"help": {"label": "Help her."}}},
]


def test_whatever_is_said_counts() -> None:
    hashes = [small_pack(**change).hash for change in CHANGES]
    assert len({small_pack().hash, *hashes}) == len(CHANGES) + 1
    assert all(hash.startswith("sha256:") and len(hash) == 71 for hash in hashes)


def test_order_counts() -> None:
    """The order of classes, and of what is shown, is meant."""
    value = parse_yaml(SMALL, "f").value
    turned = {**value, "facts": dict(reversed(value["facts"].items()))}
    assert content_hash(turned) != content_hash(value)


def test_a_number_is_its_value_as_written() -> None:
    assert content_hash({"a": {"b": 1}}) != content_hash({"a": {"b": "1"}})
    assert content_hash({"a": {"b": True}}) != content_hash({"a": {"b": 1}})


def test_however_a_number_is_written() -> None:
    written = ["1.1", "1.10", "11e-1", "0.110e1"]
    hashes = {content_hash(parse_yaml(f"a: {{b: [{n}]}}", "f").value) for n in written}
    assert len(hashes) == 1
    others = ["[1.11]", '["1.1"]', '["11/10"]', "[11, 10]", "1.1"]
    assert not hashes & {content_hash(parse_yaml(f"a: {{b: {n}}}", "f").value) for n in others}
    assert content_hash({"a": Decimal("2.00")}) == content_hash({"a": 2})


# The order of rules


def chain(*order: str) -> Any:
    """Criteria a, b, c of which each looks at the next, in this order in the file."""
    when = {"a": {"criterion": "b"}, "b": {"criterion": "c"}, "c": {"poor": True}}
    base = {"domain": "money", "basis": "policy", "source": "law", "no_action": "none"}
    criteria = {id: {"label": id, "when": when[id], **base} for id in order}
    return small_pack(criteria=criteria)


def test_each_rule_comes_after_those_it_looks_at() -> None:
    keys = [rule.key for rule in chain("a", "b", "c").rules]
    assert keys[:5] == [
        "criterion:poverty",
        "criterion:solitude",
        "criterion:c",
        "criterion:b",
        "criterion:a",
    ]


def test_strata_follow_each_other() -> None:
    pack = chain("b", "a", "c")
    strata = [rule.stratum for rule in pack.rules]
    assert strata == sorted(strata, key=["findings", "classes", "consequences"].index)
    assert [rule.key for rule in pack.rules if rule.stratum == "consequences"] == [
        "intake:unsafe",
        "intake:may",
        "phase:early",
        "phase:later",
        "action:help",
        "action:protect",
    ]
    assert [rule.key for rule in pack.rules if rule.stratum == "classes"] == [
        "class:high",
        "class:middle",
    ]


@given(st.permutations(["a", "b", "c"]))
def test_the_order_in_the_file_does_not_matter_to_what_follows(order: list[str]) -> None:
    keys = [rule.key for rule in chain(*order).rules]
    assert keys.index("criterion:c") < keys.index("criterion:b") < keys.index("criterion:a")


def test_a_circle_over_three_is_named_once() -> None:
    with pytest.raises(InputError) as caught:
        small_pack(
            criteria={
                "poverty": {"when": {"criterion": "solitude"}},
                "solitude": {"when": {"any": [{"signal": "danger"}, {"poor": True}]}},
            },
            signals={"danger": {"when": {"not": {"criterion": "poverty"}}}},
        )
    assert [p.message for p in caught.value.problems] == [
        "these rules go round in a circle: criterion:poverty -> criterion:solitude -> "
        "signal:danger -> criterion:poverty"
    ]


# Texts


def test_a_text_in_a_language_or_else_in_the_main_one() -> None:
    pack = small_pack(pack={"languages": ["en", "nl"]})
    assert pack.text({"nl": "ja", "en": "yes"}, "nl") == "ja"
    assert pack.text({"nl": "ja", "en": "yes"}, "fr") == "yes"
    assert pack.text({"": "for all"}, "nl") == "for all"


def test_a_document_of_python_data_is_a_pack_as_well() -> None:
    assert small_pack() == load.parse_pack(
        load.sections_of(Document.of(parse_yaml(SMALL, "f").value, "f"))
    )
