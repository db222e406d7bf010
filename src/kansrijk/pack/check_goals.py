"""The check of goals: for findings that exist, and never nearer to the home than those may be."""

from __future__ import annotations

from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path


def check_goals(sections: Sections, report: Report) -> None:
    for id, phase in sections.phases.items():
        for goal_id, goal in phase.goals.items():
            path: Path = ("phases", id, "goals", goal_id)
            check_findings(sections, goal.for_, (*path, "for"), report)
            for name in goal.for_:
                signal = sections.signals.get(name)
                if goal.home and signal is not None and not signal.home:
                    report.refuse("goal_home", path, key=True, name=goal_id, finding=name)


def check_findings(sections: Sections, ids: tuple[str, ...], path: Path, report: Report) -> None:
    """Refuses what is no criterion, signal or strength."""
    known = [*sections.criteria, *sections.signals, *sections.strengths]
    if ids:
        report.known(ids, known, path, "unknown_finding")
