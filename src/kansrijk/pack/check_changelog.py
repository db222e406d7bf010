"""The cross-check of the changelog: oldest first, by version and by day."""

from __future__ import annotations

from itertools import pairwise

from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report


def check_changelog(sections: Sections, report: Report) -> None:
    for (before, one), (after, other) in pairwise(sections.changelog.items()):
        path = ("changelog", after)
        if in_order(after) <= in_order(before):
            report.refuse("version_order", path, key=True, version=after, before=before)
        if other.date < one.date:
            report.refuse("date_order", (*path, "date"), version=after, before=before)


def in_order(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10.0 comes after 1.9.0."""
    return tuple(map(int, version.split(".")))
