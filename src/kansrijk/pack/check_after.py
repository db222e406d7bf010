"""The check of actions that events call for: when they can be, and who may know of them."""

from __future__ import annotations

from kansrijk.pack.events import EVENTS, LOSS, UNTOLD
from kansrijk.pack.model import Sections
from kansrijk.pack.report import Report
from kansrijk.reading import did_you_mean
from kansrijk.reading.validation import Path

LOSSES = frozenset((LOSS, *EVENTS[LOSS].kinds))


def check_after(sections: Sections, report: Report) -> None:
    for id, action in sections.actions.items():
        path: Path = ("actions", id)
        never = next((name for name in action.not_while if name in action.after), None)
        if never is not None:
            report.refuse("never_called_for", (*path, "not_while"), key=True, name=id, event=never)
        if action.phases and not LOSSES.isdisjoint(action.after):
            report.refuse("no_phases_after", (*path, "phases"), key=True, name=id)
        untold = next((name for name in action.after if name in UNTOLD), None)
        if untold is None:
            continue
        if action.home:
            report.refuse("after_at_home", path, key=True, name=id, event=untold)
        role = sections.roles.get(action.role)
        if role is not None and not role.team:
            team = [one for one, model in sections.roles.items() if model.team]
            help = did_you_mean("", team) or "no role of this pack is; see `team` of the roles"
            at = (*path, "role")
            report.refuse("after_outside_team", at, role=action.role, event=untold, help=help)
