"""Holds every page, in every language, to outside checkers: two of PDF/UA, and axe-core for HTML.

`make paper` runs it. It installs the checkers into `.paper/`. What was not run it says plainly, and
fails: not checked is not right.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import kansrijk
from kansrijk.output.formats import in_format
from kansrijk.output.words import Words
from kansrijk.pack.care import MOTHER
from kansrijk.pack.load import load_pack
from kansrijk.workbench.coverage import coverage
from kansrijk.workbench.coverage_page import render
from kansrijk.workbench.documents.evidence import evidence
from kansrijk.workbench.documents.page import html
from kansrijk.workbench.documents.programme import programme
from kansrijk.workbench.running import run

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / ".paper"
ON = date(2026, 11, 26)
CHECKERS = ("outloud==0.2.1", "pdfua==0.1.3", "pikepdf==9.11.0")
IN_NODE = ("axe-core@4.14.1", "puppeteer-core@25.16.0")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    shutil.rmtree(WORK / "made", ignore_errors=True)
    (WORK / "made").mkdir(parents=True)
    pdfs, pages = made()
    print(f"{len(pdfs)} PDFs and {len(pages)} pages of HTML, of {len(cases())} cases")
    pages += workbench()
    results = [*pdf_checks(pdfs), axe(pages)]
    return 0 if all(results) else 1


def cases() -> list[Path]:
    return [path for path in sorted((ROOT / "examples").glob("*.yaml")) if path.stem != "expected"]


def made() -> tuple[list[Path], list[Path]]:
    """Every copy as a PDF, and her copy and a professional's as HTML."""
    pack = kansrijk.load_pack("hoogeveen")
    pdfs, pages = [], []
    for path in cases():
        result = kansrijk.assess(pack, kansrijk.read_case(path), on=ON, engines=["reference"])
        for name, copy, lang in copies(pack, result):
            file = WORK / "made" / f"{path.stem}.{name}.{lang}.pdf"
            file.write_bytes(_bytes(in_format(copy, "pdf", lang)))
            pdfs.append(file)
            if name in (MOTHER, "all") and lang in ("nl", "ar"):
                page = file.with_suffix(".html")
                page.write_bytes(_bytes(in_format(copy, "html", lang)))
                pages.append(page)
    return pdfs, pages


def workbench() -> list[Path]:
    """The pages for whoever keeps a pack: its programme, each language shown, and coverage."""
    pack = load_pack("hoogeveen")
    words, ran = Words(pack, pack.languages[0]), run(pack)
    found = evidence(pack, ON, ran)
    documents = [programme(Words(pack, lang, paper=True), found) for lang in pack.languages]
    texts = {"programme.all": html(documents, words)}
    texts |= {f"programme.{one.lang}": html([one], words) for one in documents}
    texts["coverage"] = render(coverage(pack, [one.result for one in ran]), words)
    pages = {WORK / "made" / f"workbench.{name}.html": text for name, text in texts.items()}
    for page, text in pages.items():
        page.write_text(text, encoding="utf-8")
    return [*pages]


def copies(
    pack: kansrijk.Pack, result: kansrijk.Assessment
) -> Iterator[tuple[str, kansrijk.Assessment, str]]:
    yield from (("all", result, lang) for lang in pack.languages)
    for role in pack.sections.roles:
        yield role, result.seen_by(role), pack.languages[0]
    hers = result.seen_by(MOTHER)
    assert pack.sections.hers is not None
    yield from ((MOTHER, hers, lang) for lang in pack.sections.hers.languages)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def pdf_checks(pdfs: list[Path]) -> Iterator[bool]:
    folder = WORK / "venv"
    try:
        venv.create(folder, with_pip=True)
        quietly(folder / "bin" / "python", "-m", "pip", "install", "-q", *CHECKERS)
    except (OSError, subprocess.CalledProcessError) as error:
        yield not_run("outloud and pdfua", f"could not be installed ({type(error).__name__})")
    else:
        yield outloud(folder / "bin" / "outloud", pdfs)
        yield pdfua(folder / "bin" / "pdfua", pdfs)
    if verapdf := shutil.which("verapdf"):
        done = subprocess.run([verapdf, "--flavour", "ua1", "--format", "text", *pdfs], check=False)
        yield done.returncode == 0
    else:
        print("veraPDF: not on this machine, not run (an extra; no failure)")


def outloud(program: Path, pdfs: list[Path]) -> bool:
    report = WORK / "outloud.json"
    subprocess.run([program, "-q", "--json", report, *pdfs], check=False, capture_output=True)
    found = json.loads(report.read_text(encoding="utf-8"))["results"]
    failed = [one["path"] for one in found if one["counts"]["error"] or one["error"]]
    warned = Counter(
        finding["rule"]
        for one in found
        for finding in one["findings"]
        if finding["severity"] == "warning"
    )
    return told("outloud 0.2.1", len(found), failed, f"warnings: {dict(warned) or 'none'}")


def pdfua(program: Path, pdfs: list[Path]) -> bool:
    command = [program, "check", "--format", "json", *pdfs]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    found = list(each(done.stdout))
    failed = [one["path"] for one in found if one["findings"]]
    skipped = sorted({rule["rule_id"] for one in found for rule in one["skipped"]})
    return told("pdfua 0.1.3", len(found), failed, f"rules that it could not run: {skipped}")


def each(text: str) -> Iterator[dict[str, Any]]:
    """The JSON values of a text, one after the other."""
    while text := text.lstrip():
        value, end = json.JSONDecoder().raw_decode(text)
        text = text[end:]
        yield value


def axe(pages: list[Path]) -> bool:
    """In a browser, at the width of a phone and of A4."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None or shutil.which("npm") is None:
        return not_run("axe-core", "npm or chromium is not on this machine")
    try:
        (WORK / "package.json").write_text('{"private": true}', encoding="utf-8")
        quietly("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", WORK, *IN_NODE)
    except subprocess.CalledProcessError:
        return not_run("axe-core", "npm could not install it")
    command = ["node", HERE / "axe.mjs", chromium, WORK, *pages]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    failed = [f"{one['page']} ({one['name']}): {one['found']}" for one in found if one["found"]]
    open = Counter(id for one in found for id in one["open"])
    passed = told("axe-core", len(found), failed, f"for a person to judge: {dict(open) or 'none'}")
    return passed and done.returncode == 0 and len(found) == 2 * len(pages)


def quietly(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)


def told(checker: str, looked_at: int, failed: list[str], more: str) -> bool:
    print(f"{checker}: {looked_at} looked at, {len(failed)} with a failure; {more}")
    print("".join(f"  FAILED {one}\n" for one in failed), end="")
    return looked_at > 0 and not failed


def not_run(checker: str, why: str) -> bool:
    print(f"{checker}: NOT RUN, so nothing is known: {why}")
    return False


if __name__ == "__main__":
    sys.exit(main())
