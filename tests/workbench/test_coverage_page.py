"""What the tests reach as a page: every line of the files, marked, and text that stays text."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.output.html import template_text
from kansrijk.output.words import Words
from kansrijk.pack.load import load_pack
from kansrijk.pack.pack import Pack
from kansrijk.workbench.coverage import coverage
from kansrijk.workbench.coverage_page import CoveragePage, Line, page_of, render
from kansrijk.workbench.running import run

from .packs import POOR, folder

TEST = POOR % "criteria: {poverty: true}"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(
        tmp_path / "small", a_yaml=f"one: {TEST}\ntwo: {TEST.replace('true}}', 'false}}')}\n"
    )


def page(pack: Pack, lang: str = "en") -> CoveragePage:
    return page_of(coverage(pack, [one.result for one in run(pack)]), Words(pack, lang))


def line(of: CoveragePage, file: str, starts: str) -> Line:
    (found,) = [one for one in of.files if one.name == f"small/{file}.yaml"]
    return next(one for one in found.lines if one.text.lstrip().startswith(starts))


def test_every_line_of_a_file_stands_there_with_how_far_it_is_reached(here: Path) -> None:
    made = page(load_pack(here))
    assert made.title == "small 1.0.0: what the tests reach of the rules"
    for file in made.files:
        text = (here.parent / file.name).read_text()
        assert "\n".join(one.text for one in file.lines) == text
        assert [one.number for one in file.lines] == list(range(1, len(file.lines) + 1))
        assert re.fullmatch(r"\d+ of \d+", file.total)
    poverty = line(made, "criteria", "poverty:")
    assert poverty.state is not None
    assert (poverty.state.id, poverty.state.sign) == ("part", "◐")
    assert poverty.notes == ("`criterion:poverty`: never unknown",)
    later = line(made, "phases", "later:")
    assert later.state is not None and later.state.id == "part"
    assert line(made, "norms", "- {from: 2020").state == made.states[2]
    assert made.states[2].said == "never reached"
    assert line(made, "norms", "label:").state is None


def test_what_is_reached_in_full_has_no_notes(here: Path) -> None:
    unknown = TEST.replace("poor: true", "").replace("poverty: true", "poverty: null")
    (here / "tests" / "b.yaml").write_text(f"three: {unknown}\n")
    made = page(load_pack(here))
    poverty = line(made, "criteria", "poverty:")
    assert (poverty.state, poverty.notes) == (made.states[0], ())
    assert (made.states[0].id, made.states[0].sign) == ("whole", "✓")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(text)
    return reader.tags


HOSTILE = [
    "<script>alert(1)</script>",
    "</code></td><img src=x onerror=y>",
    "{{ 7*7 }}",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_in_a_file_stays_text(here: Path, hostile: str) -> None:
    file = here / "criteria.yaml"
    file.write_text(file.read_text().replace("label: poverty", f'label: "{hostile}"'))
    pack = load_pack(here)
    made = render(coverage(pack, [one.result for one in run(pack)]), Words(pack, "en"))
    found = tags(made)
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in found}
    assert all(not name.startswith("on") for _, attributes in found for name in attributes)
    assert "49" not in re.findall(r"label: &#34;(.*?)&#34;", made)
    assert "http" not in made.replace("http-equiv", "")
    assert "default-src &#39;none&#39;" in made or "default-src 'none'" in made


@pytest.mark.parametrize("lang", ["nl", "en", "fr", "de"])
def test_the_page_is_the_same_each_time_and_has_its_language(lang: str) -> None:
    pack = load_pack("hoogeveen")
    few = [one.result for one in run(pack, ["netwerk_rond_de_grenzen"])]
    made = render(coverage(pack, few), Words(pack, lang))
    assert made == render(coverage(pack, few), Words(pack, lang))
    found = tags(made)
    assert dict(found)["html"] == {"lang": lang}
    marked = [attributes for tag, attributes in found if tag == "tr" and attributes.get("class")]
    assert {attributes["class"] for attributes in marked} == {"whole", "part", "none"}
    # By a sign and by words, and not by colour alone.
    assert made.count('<td class="sign"><span aria-hidden="true">') == len(marked)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_on_every_ground() -> None:
    css = template_text("coverage.css")
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", css))
    for ground in ("whole", "part", "none"):
        for text in ("ink", "quiet"):
            light, dark = luminance(colours[ground]), luminance(colours[text])
            assert (light + 0.05) / (dark + 0.05) > (7 if text == "ink" else 4.5), (text, ground)


def kansrijk(*arguments: str) -> Result:
    return CliRunner().invoke(application("test"), ["test", *arguments])


def test_on_the_command_line(here: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = kansrijk(str(here), "--only", "one", "--coverage-html", str(out))
    # Only who asks for what is not reached gets an exit for it.
    assert (done.exit_code, done.stdout) == (0, "small 1.0.0: the one test holds.\n")
    assert out.read_text().startswith("<!doctype html>")
    both = kansrijk(str(here), "--only", "one", "--coverage", "--coverage-html", str(out))
    assert both.exit_code == 1
    assert "NOT REACHED" in both.stdout


@pytest.mark.parametrize("option", ["--coverage-html", "-o"])
def test_a_file_of_the_pack_is_never_written_over(here: Path, option: str) -> None:
    file = here / "criteria.yaml"
    before = file.read_text()
    assert str(kansrijk(str(here), option, str(file)).exception) == (
        f"{file}: this is a file of the pack itself; nothing was overwritten\n"
        "  help: choose another name"
    )
    assert file.read_text() == before


def test_without_the_package_it_says_what_to_install(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kansrijk.output import html

    html._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = kansrijk(str(here), "--coverage-html", str(tmp_path / "page.html"))
    html._template.cache_clear()
    assert "--coverage-html: " in str(done.exception)
    assert "jinja2" in str(done.exception)
    assert not (tmp_path / "page.html").exists()
