"""What came of the tests of a pack as data: for programs, and as JUnit XML for what runs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as xml

from kansrijk.output.words import Words
from kansrijk.workbench.report_text import told, why
from kansrijk.workbench.running import Ran, Unmet


def data(ran: Sequence[Ran], words: Words) -> dict[str, Any]:
    """Every test in the order of the files, with what is not met."""
    failed = sum(bool(one.unmet) for one in ran)
    pack = words.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "total": len(ran),
        "failed": failed,
        "tests": [
            {
                "id": one.test.id,
                "title": one.test.title,
                "on": one.test.on.isoformat(),
                "place": str(one.test.here),
                "passed": not one.unmet,
                "unmet": [_unmet(one, unmet, words) for unmet in one.unmet],
            }
            for one in ran
        ],
    }


def _unmet(ran: Ran, unmet: Unmet, words: Words) -> dict[str, Any]:
    claim = unmet.claim
    return {
        "place": str(unmet.place),
        "what": claim.key,
        "id": claim.id,
        "expected": claim.expected,
        "found": unmet.found,
        "why": why(ran, unmet, words) or None,
    }


def junit(ran: Sequence[Ran], words: Words) -> str:
    """One suite with a case for each test, named by the file that it stands in."""
    failed = sum(bool(one.unmet) for one in ran)
    totals = {"tests": str(len(ran)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = xml.Element("testsuite", {"name": words.pack.id, **totals})
    for one in ran:
        file = one.test.here.file
        case = xml.SubElement(suite, "testcase", {"classname": file, "name": one.test.id})
        if one.unmet:
            lines = [told(unmet, words) for unmet in one.unmet]
            failure = xml.SubElement(case, "failure", {"message": lines[0]})
            failure.text = "\n".join([one.test.title, *lines])
    xml.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(suite, "unicode") + "\n"
