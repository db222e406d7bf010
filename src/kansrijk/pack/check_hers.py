"""The check of her own copy: all that may reach her home has words there, and nothing else has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kansrijk.pack.her_words import as_listed, diminutives, judging_words
from kansrijk.pack.model import Hers, Sections
from kansrijk.pack.pack import PackRule, facts_in
from kansrijk.pack.report import Report

Reach = Literal["never", "must", "may"]
"""Whether something has words there: never, as it must not reach her home; or it must, or may."""


def check_hers(sections: Sections, rules: tuple[PackRule, ...], report: Report) -> None:
    if sections.hers is None:
        return
    _languages(sections, sections.hers, report)
    reaches = _reaches(sections, rules)
    for kind, texts in sections.hers.texts.items():
        _complete(kind, texts, reaches[kind], report)
    _words(sections, sections.hers, report)


def _reaches(sections: Sections, rules: tuple[PackRule, ...]) -> dict[str, dict[str, Reach]]:
    """What could stand on her copy, by kind and id."""
    when = {rule.key: rule.when for rule in rules}
    visitors = {phase.role for phase in sections.phases.values()}
    if sections.schedule and sections.schedule.together:
        visitors.add(sections.schedule.together.role)
    goals: dict[str, Reach] = {}
    for phase in sections.phases.values():
        for id, goal in phase.goals.items():
            told = goal.home and _told(sections, goal.for_)
            goals[id] = _reach(told or goals.get(id) == "must")
    actions: dict[str, Reach] = {}
    for id, action in sections.actions.items():
        asked = facts_in(when[f"action:{id}"]) if f"action:{id}" in when else ()
        open_facts = all(sections.facts[fact].home for fact in asked)
        actions[id] = _reach(action.home and open_facts and _told(sections, action.for_))
    return {
        "phases": dict.fromkeys(sections.phases, "must"),
        "roles": {id: "must" if id in visitors else "may" for id in sections.roles},
        "goals": goals,
        "actions": actions,
        "strengths": {id: _reach(_at_home(sections, id)) for id in sections.strengths},
    }


def _reach(home: bool) -> Reach:
    return "must" if home else "never"


def _told(sections: Sections, findings: tuple[str, ...]) -> bool:
    """Whether one of the findings may be known at home; what none asks for may be as well."""
    return not findings or any(_at_home(sections, id) for id in findings)


def _at_home(sections: Sections, finding: str) -> bool:
    """Whether a finding may be known at home; a criterion counts by what its actions say."""
    if finding in sections.signals:
        return sections.signals[finding].home
    strength = sections.strengths.get(finding)
    fact = sections.facts.get(strength.fact) if strength else None
    return fact is None or fact.home


def _complete(
    kind: str, texts: Mapping[str, object], reaches: Mapping[str, Reach], report: Report
) -> None:
    for id in texts:
        if id not in reaches:
            report.unknown("unknown_id", id, reaches, ("hers", kind, id), key=True)
        elif reaches[id] == "never":
            report.refuse("hers_home", ("hers", kind, id), key=True, name=id)
    for id, reach in reaches.items():
        if reach == "must" and id not in texts:
            report.refuse("hers_missing", ("hers", kind), key=True, name=id, section=kind)


def _languages(sections: Sections, hers: Hers, report: Report) -> None:
    """The languages of the pack and those that most texts have, in every text."""
    texts = {(kind, id): text for kind, part in hers.texts.items() for id, text in part.items()}
    own = sections.pack.languages
    written = [language for text in texts.values() for language in text if language]
    more = [one for one in dict.fromkeys(written) if written.count(one) * 2 > len(texts)]
    expected = tuple(dict.fromkeys([*own, *more]))
    for at, text in texts.items():
        for language in expected:
            if language not in text:
                report.refuse("missing_language", ("hers", *at), language=language)
        for language in text:
            if language and language not in expected:
                path = ("hers", *at, language)
                report.refuse("odd_language", path, key=True, language=language)
    report.known(hers.confirmed, expected, ("hers", "confirmed"), "unknown_language")
    if own[0] not in hers.confirmed:
        report.refuse("unconfirmed", ("hers", "confirmed"), language=own[0])


def _words(sections: Sections, hers: Hers, report: Report) -> None:
    classes = sections.classes.classes
    names = [*classes, *(label for grade in classes.values() for label in grade.label.values())]
    listed = " ".join(map(as_listed, names))
    for kind, part in hers.texts.items():
        for id, text in part.items():
            for language, said in text.items():
                path = ("hers", kind, id, language)
                for word in judging_words(said, language, listed):
                    report.refuse("judging_word", path, word=word)
                for word in diminutives(said, language):
                    report.refuse("diminutive", path, word=word)
