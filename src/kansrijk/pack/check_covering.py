"""The check of actions that cover others: none is lost, or tells on what may not come home."""

from __future__ import annotations

from kansrijk.pack.care import Action
from kansrijk.pack.model import Sections
from kansrijk.pack.parts import BEFORE
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path


def check_covering(sections: Sections, report: Report) -> None:
    for id, action in sections.actions.items():
        path: Path = ("actions", id, "instead_of")
        if action.instead_of:
            report.known(action.instead_of, sections.actions, path)
        if id in _reached(sections, id):
            report.refuse("covers_itself", path, key=True, name=id)
        for other in action.instead_of:
            covered = sections.actions.get(other)
            if covered is None:
                continue
            if not _phases(sections, covered) <= _phases(sections, action):
                report.refuse("covers_less", path, key=True, name=id, other=other)
            if covered.home and not action.home:
                report.refuse("covers_home", path, key=True, name=id, other=other)


def _reached(sections: Sections, id: str) -> set[str]:
    """What an action covers, and what that covers in turn."""
    seen, todo = set[str](), [id]
    while todo:
        action = sections.actions.get(todo.pop())
        more = set(action.instead_of) - seen if action else set()
        seen |= more
        todo.extend(more)
    return seen


def _phases(sections: Sections, action: Action) -> set[str]:
    return set(action.phases or (*sections.phases, BEFORE))
