"""What an editor tells of each key of a pack, by model: read only where a schema is written.

The guide of `docs/writing-rules.md` tells more. A test holds that no key lacks its words, and that no
words are left over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SHARED: Mapping[str, str] = {
    "basis": "`source`: the source says so. `policy`: the owner decided so. `assumption`: nobody decided yet.",
    "source": "What it rests on: one id of `sources.yaml`, or a list.",
    "label": "What people read: a short phrase about circumstances, in each language of the pack.",
    "home": "`false` where it must never reach her home: her own copy, the calendar, file names.",
    "no_action": "Why nothing is done about it. Without this some action without a `when` must name it.",
    "alternatives": "Other readings that could be defended. An assumption needs them.",
}
"""Of keys that say the same wherever they stand."""

_HOUSEHOLD = "The value of this fact for a household of {}."
_SECTION_OF_HERS = "For each {}, by its id, the words for her."
_DERIVE = "It is worked out: {}."

WORDS: Mapping[str, Mapping[str, str]] = {
    "Action": {
        "label": "What is to be done, said to the professional.",
        "for": "Criteria, signals or strengths that it is for; one that is true is enough.",
        "when": "A condition; together with `for` both must hold.",
        "after": "What calls for it: it is proposed while one of these is in force, and at no other time.",
        "not_while": "What is in its way as long as it is in force, such as a placement.",
        "domain": "`medical` or `social`. A medical action names whom to consult, never a treatment.",
        "role": "Who does it: an id of `roles.yaml`.",
        "phases": "In which phases it is for now, with `before` for the time before the first. Left out: always.",
        "instead_of": "Actions that this one covers: they are merged into it.",
    },
    "Band": {
        "below": "The number that these answers are below. The last band has none.",
        "share": "The share of all answers, from 0 to 1.",
    },
    "Bmi": {
        "height_cm": "The fact with her height in cm.",
        "weight_kg": "The fact with her weight in kg, or a list of which the first known one counts.",
    },
    "Border": {
        "months": "Months from the birth, before it from the due date; below 0 always from the due date. From -12 to 120, or `{norm: id}` in `maanden`.",
    },
    "Class": {
        "description": "What the class means, in a sentence.",
        "when": "The condition. The last class has none: it is for all others.",
        "may_fall": "`true` where more risk may make this class false, which the check refuses otherwise.",
    },
    "Classes": {
        "classes": "The classes, highest first, two or more.",
        "intake": "Reasons to offer an intake; one that is true is enough.",
    },
    "Criterion": {
        "domain": "The domain of life that it belongs to: an id under `domains` in `pack.yaml`.",
        "when": "When it is met. Until enough is known it is unknown: not met and not unmet.",
    },
    "Dated": {
        "from": "The first day on which it holds.",
        "until": "The first day on which it does not hold any more. Left out: until the next value.",
        "review": "The day from which an outcome warns that it has to be looked at again.",
        "value": "A number, a word, a list of words, or a table with a number for each column.",
        "basis": "Where it differs from that of the norm: `source`, `policy` or `assumption`.",
        "source": "Where it differs from that of the norm.",
        "inferred": "Columns that were computed, and not found in the source.",
        "note": "What is weak about it, or how it was found.",
    },
    "Derive": {
        "bmi": _DERIVE.format("kg/m² from height and weight"),
        "sum": _DERIVE.format("the sum of facts"),
        "household": _DERIVE.format("the kind of household that a norm goes by"),
        "norm_line": _DERIVE.format("an income line, from a table by household"),
        "child_age": _DERIVE.format("whole months since the birth. It has no inputs: `{}`"),
        "gestational_age": _DERIVE.format("days of the pregnancy, from the due date"),
    },
    "Fact": {
        "type": "`boolean` (yes or no), `integer`, `number`, `choice` (one of `values`) or `text`.",
        "unit": "What a number is counted in, such as `jaar` or `EUR/maand`. A norm that it is compared with has the same.",
        "range": "The lowest and the highest number that can be entered at all.",
        "values": "The answers of a choice, each with what people read.",
        "label": "What it is, as a short phrase. No two facts share one.",
        "question": "The question as it is read aloud to her.",
        "asked_by": "The roles that ask for it.",
        "cost": "How hard it is to ask or measure, from 1 to 5.",
        "sensitivity": "`ordinary`, `sensitive`, or `special` for health and the like.",
        "seen_by": "The roles that may see the answer. Left out: all. Whoever asks hears it.",
        "changeable": "`true` where it is something in her life that can become otherwise.",
        "advances": "`yearly` for an age in whole years, which goes up by itself.",
        "past": "Values to which nobody comes any more: `always`, or from the day that a pregnancy is known (`pregnancy`).",
        "codes": "Its code in SNOMED, LOINC or a zib, only where certain.",
        "error": "How far the real number may lie to either side of what is noted, in the unit.",
        "ask_if": "A condition on facts: when it is asked at all.",
        "ask_first": "`true` where a talk begins with it.",
        "prevalence": "How common each answer is: it puts questions in order and judges nobody.",
        "derive": "How it follows from other facts. An answer that is given goes before it.",
    },
    "GestationalAge": {"term": "The norm with the days from the last period to the due date."},
    "Goal": {
        "label": "What there is once it is reached.",
        "for": "The findings that it is for. Left out: for everyone.",
        "not_while": "What is in its way as long as it is in force, such as a placement.",
    },
    "Header": {
        "id": "What the pack is called in commands and outcomes.",
        "version": 'Three numbers with dots, in quotes: `"1.0.0"`. `kansrijk release` raises it.',
        "title": "What the programme is called.",
        "owner": "Who decides on the rules.",
        "languages": "The languages of its texts; the first is the main one.",
        "in_force": "The days on which the rules hold.",
        "review": "The day on which the pack has to be looked at again; from then on outcomes warn.",
        "domains": "The domains of life that criteria belong to.",
        "ask_again_days": "How many days after she declined a question it may be asked again. Left out: never.",
        "confirm_again_days": "How many days after an offer was last confirmed it is to be asked after. Left out: never.",
        "goals_at_once": "How many goals are worked on at once, beside her own wishes. Left out: all.",
    },
    "Hers": {
        "confirmed": "The languages of which a native reader read and confirmed every text.",
        "phases": _SECTION_OF_HERS.format("phase"),
        "roles": _SECTION_OF_HERS.format("role that visits"),
        "goals": _SECTION_OF_HERS.format("goal"),
        "actions": _SECTION_OF_HERS.format("action that she may read of at home"),
        "strengths": _SECTION_OF_HERS.format("strength"),
    },
    "Household": {
        "age": "The fact with her age in years.",
        "partner": "The fact that says whether she has a partner.",
        "together": "The value of `partner` that means living together.",
        "partner_age": "The fact with the age of the partner in years.",
        "children": "The fact with the number of children at home.",
        "young": "The norm with the age from which the norms of the young hold; below it none is meant.",
        "full": "The norm with the age from which the full norms hold.",
        "pension": "The norm with the age of the state pension; from it on none of these is meant.",
        "values": "Which value of this fact each kind of household is.",
    },
    "HouseholdValues": {
        "single": _HOUSEHOLD.format("one"),
        "couple": _HOUSEHOLD.format("two"),
        "young_single": _HOUSEHOLD.format("one who is young"),
        "young_couple": _HOUSEHOLD.format("two who are young, without children"),
        "young_couple_child": _HOUSEHOLD.format("two who are young, with children"),
        "mixed_couple": _HOUSEHOLD.format("two of whom one is young, without children"),
        "mixed_couple_child": _HOUSEHOLD.format("two of whom one is young, with children"),
        "none": "The value of this fact where none of these norms is meant for the household.",
    },
    "InForce": {
        "from": "The first day on which the rules hold.",
        "until": "The first day on which they do not hold any more. Left out: no end.",
    },
    "IntakeReason": {
        "id": "The id by which an outcome names this reason.",
        "label": "The reason, as part of a sentence.",
        "when": "When it is a reason. `may_be: class` is: that class is still possible.",
        "within_days": "Within how many days: 0 to 366, or `{norm: id}` in `dagen`.",
    },
    "Moment": {
        "weeks": "Weeks of pregnancy.",
        "months": "Months after the birth.",
    },
    "MoreOften": {
        "number": "So many visits, 1 to 7.",
        "days": "In so many days, a number or `{norm: id}` in `dagen`.",
        "for_days": "For so many days from the event on.",
    },
    "Norm": {
        "label": "What the figure is. No two norms share one.",
        "unit": "That of the fact that it is compared with.",
        "by": "For a table: the fact, or `class`, that picks the column.",
        "value": "One value for all days: a number, a word, a list of words, or a table.",
        "values": "Or values with the day from which each holds, oldest first. An old one is never changed.",
        "gap": "Why a table has no value for some columns: what hangs on it stays unknown there.",
    },
    "NormLine": {
        "household": "The fact with the kind of household.",
        "sharers": "The fact with the number of those who share costs.",
        "table": "The norm with the amounts, a column for each kind of household.",
        "fixed": "The norm with the part that stays the same however many share.",
        "each": "The norm with the part that comes on top for each who shares.",
        "of": "The column of the table that is shared.",
        "shared": "For each kind of household that shares costs, how.",
        "factors": "Norms that the amount is multiplied by.",
    },
    "NormLink": {
        "norm": "An id of `norms.yaml`.",
        "by": "For a table: the fact, or `class`, that picks the column.",
    },
    "NormReading": {
        "id": "The id by which an outcome names this reading. Left out: its value.",
        "value": "The value that could be defended as well.",
        "label": "What is said of it after `if`.",
    },
    "Offer": {
        "label": "What it is called.",
        "for": "The actions that it serves.",
        "provider": "Who gives it.",
        "phases": "In which phases it is for now. Left out: always.",
        "from": "From when: `{weeks: 28}` of pregnancy or `{months: 6}` after the birth.",
        "until": "Until when, which is not included.",
        "when": "A condition on facts: whom it is for. It stays until it is sure that it does not fit.",
        "languages": "In which languages it is given, in words.",
        "cost": "What it costs her, in words.",
        "waiting": "How long the wait is, in words.",
        "meanwhile": "What bridges the wait.",
        "note": "What else there is to say of it.",
        "one_of": "A name of your own for a group of which one at a time is chosen with her.",
        "own": "`true` for this programme itself in such a group.",
        "confirmed": "The day on which somebody last made sure that it is there.",
    },
    "PackTest": {
        "title": "What is tested, in a line.",
        "on": "The day to assess on.",
        "case": "A case, as a case file has it. Beside a table: what all rows share.",
        "expect": "What must come out. Only what stands here is compared.",
        "table": "A test a row, for cases that differ in a few answers.",
    },
    "Phase": {
        "from": "Where it begins.",
        "until": "Where it ends, which is where the next one begins.",
        "when": "Who gets the visits.",
        "visits": "How often somebody comes.",
        "role": "Who comes: an id of `roles.yaml`.",
        "purpose": "What the visits are for.",
        "themes": "What they are about.",
        "goals": "What is worked on, each goal by an id of its own.",
    },
    "Plausibility": {
        "kind": "`contradiction`: facts that cannot both be. `unlikely`: rare, and no mistake by itself.",
        "message": "What was filled in, and a question: `... Klopt dit?` Without the value itself.",
        "when": "A condition on facts alone. Where it is true an outcome warns, and decides nothing by it.",
    },
    "Prevalence": {
        "shares": "The share of each value, from 0 to 1; together exactly 1.",
        "bands": "For a number: shares of ranges, from low to high; together exactly 1.",
        "note": "What is weak about it.",
    },
    "Reading": {
        "id": "The id by which an outcome names this reading.",
        "label": "What is said of it after `if`.",
        "when": "The condition that could be defended as well.",
    },
    "Release": {
        "date": "The day on which the version was made.",
        "what": "What changed, for whoever reads an outcome later.",
        "meaning": "A hash of what the pack said then. `kansrijk release` writes it.",
    },
    "Role": {
        "label": "What people call whoever has it.",
        "domain": "`medical`, `social` or `support`.",
        "does": "What this role does, in a sentence.",
        "decides": "What it may set otherwise in a case: the class, the plan, a criterion or an action.",
        "team": "`true` for the programme's own team.",
        "also": "Other names by which a copy for the role can be asked, such as that of its service.",
    },
    "Schedule": {
        "holidays": "`NL` or `BE`: no visits on the public holidays there, nor in a weekend.",
        "hours": "How long a visit takes, in hours.",
        "reach_days": "At most so many days from its day by the book; half the interval if that is more.",
        "least_days": "At least so many days after the visit before.",
        "greatest": "At most so many times the interval after the visit before.",
        "first_visit_days": "Within how many days of entry the first visit is.",
        "notice_days": "Within so many days a plan that is made again moves as few visits as it can.",
        "handover_clear_days": "No change of student within so many days of the due date, before or after.",
        "more_often": "How often somebody comes for a while after a crisis or a relapse.",
        "together": "Who comes along while a signal is open or an event in force.",
        "language": "How it is known which language she likes best to speak.",
    },
    "Sections": {
        "pack": "What the rules are, whose, and from when they hold.",
        "sources": "What the rules rest on.",
        "facts": "What can be known of her, each with its question.",
        "norms": "Figures, and lists of words, that rules look at, with the days on which they hold.",
        "criteria": "What counts towards the class.",
        "strengths": "What goes well: shown beside what is hard; no class hangs on it.",
        "signals": "What cannot wait, apart from the class.",
        "classes": "The classes, and when an intake is offered.",
        "roles": "Who takes part.",
        "phases": "When somebody comes, how often and what for.",
        "schedule": "What the days of visits keep to.",
        "actions": "What is to be done, and for what.",
        "offers": "What is on offer here, for which actions.",
        "hers": "What she reads on her own copy, at home.",
        "plausibility": "What cannot both be, or is rare enough to look at once more.",
        "trajectory": "The steps that a case goes through, and who may take them.",
        "changelog": "What changed from version to version, oldest first.",
        "tests": "Cases with the outcome that they must have.",
    },
    "Sharing": {
        "adults": "How many adults of the household share.",
        "plus": "A column of the table that is added.",
        "minus": "A column of the table that is taken off.",
    },
    "Signal": {
        "when": "When it is there.",
        "urgency": "`now`, `today`, or within `days`.",
        "route": "Whom to involve, and what to do first.",
    },
    "Source": {
        "title": "What it is called.",
        "publisher": "Who published it.",
        "year": "The year of it.",
        "locator": "Where in it: an article, a paragraph, a table.",
    },
    "SpokenBy": {
        "fact": "The fact that holds the language she likes best to speak.",
        "everyone": "The languages that every visitor speaks.",
    },
    "State": {
        "label": "What the team reads.",
        "step": "The number of the step it is in, from 1.",
        "plan_set": "`true` where the plan is no proposal any more.",
        "end": "`true` where the support has ended.",
    },
    "Step": {
        "from": "The state it leads from, or a list of them.",
        "event": "What takes it. Left out: it is taken by itself, once all that it `needs` is there.",
        "to": "The state it leads to.",
        "by": "The roles that may record it. Left out: all.",
        "needs": "What must be there first.",
    },
    "Strength": {
        "label": "What goes well, as a short phrase.",
        "fact": "The fact, of yes or no, that says so.",
    },
    "Sum": {"of": "The facts that are added up, two or more."},
    "Table": {
        "columns": "What each column is: a fact, `due_date`, `last_period`, `on`, `title`, or `expect.` with what is expected.",
        "rows": 'A test a row. `""` is not told, or not expected; null is unknown.',
    },
    "Together": {
        "signals": "The signals while which the role comes along.",
        "events": "The events while which the role comes along.",
        "role": "Who comes along: an id of `roles.yaml`.",
    },
    "Trajectory": {
        "states": "Where a case can stand; it begins in the first.",
        "steps": "How it goes from one state to another.",
    },
    "Visits": {
        "number": "So many visits, 1 to 7.",
        "days": "In so many days: 1 to 366, or `{norm: id}` in `dagen`.",
    },
}

FACT = "A fact by its id: a value, a list of values, `{norm: id}` with words, or a comparison."
CONDITIONS: Mapping[str, str] = {
    "all": "True when all of these are. False as soon as one is.",
    "any": "True as soon as one of these is.",
    "not": "True when this is false. Unknown stays unknown.",
    "first_known": "Ways to measure one thing, best first: the first that is known decides, and the others are not asked.",
    "count": "True when so many of these are.",
    "criterion": "That criterion is met; of a list, one of them.",
    "signal": "That signal is there; of a list, one of them.",
    "class": "Exactly this class, or one of a list. Unknown while the class is open.",
    "may_be": "This class is still possible, or one of a list. Never unknown.",
    "phase": "The day falls in this phase, or one of a list.",
    "answered": "The fact is known. Never unknown, so it is no question by itself.",
}
COUNT: Mapping[str, str] = {
    "at_least": "How many: a number, or `{norm: id}`.",
    "of": "The conditions that are counted.",
    "domains": "Over how many domains of life these must be spread.",
}
COMPARED: Mapping[str, str] = {
    "at_least": "This number or more.",
    "at_most": "This number or less.",
    "above": "More than this number.",
    "below": "Less than this number.",
    "norm": "One of the words of this norm.",
    "by": "Where the norm has columns: the fact that picks one.",
}
FIGURE: Mapping[str, str] = {
    "norm": "An id of `norms.yaml`.",
    "by": "For a table: the fact, or `class`, that picks the column.",
    "fact": "Another fact, of the same unit.",
}
EXPECTED: Mapping[str, str] = {
    "criteria": "Criteria with `true`, `false` or null (unknown).",
    "signals": "All signals that are there, as a list; or signals with `true`, `false` or null.",
    "class": "The class, or null while it is open.",
    "possible": "All classes that are possible, highest first.",
    "intake": "Whether an intake is offered.",
    "actions": "What is to be done now, as a list; or actions with `true` or `false`.",
    "no_actions": "What is not to be done, as a list.",
    "offers": "What is on offer for it, as a list; or offers with `true` or `false`.",
    "strengths": "What goes well, as a list; or strengths with `true` or `false`.",
    "visits": "How many visits are still to come.",
    "plan": "`none`, `open`, `proposed`, `set` or `ended`.",
    "warnings": "Warnings by their code, as a list; or each with `true` or `false`.",
}
"""What a test may expect; the words of the workbench itself are held to these by a test."""


def explained(
    schema: dict[str, Any],
    words: Mapping[str, Mapping[str, str]] = WORDS,
    shared: Mapping[str, str] = SHARED,
) -> dict[str, Any]:
    """The schema with words at each key of its models, and without the titles made of names."""
    models = schema.get("$defs", {}) | {schema.get("title", ""): schema}
    for name, model in models.items():
        for key, part in model.get("properties", {}).items():
            part["description"] = words[name].get(key) or shared[key]
            part.pop("title", None)
        if model is not schema:
            model.pop("title", None)
    return schema
