"""What an editor tells of each key of a case file: read only where a schema is written."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "Case": {
        "case": "A pseudonym. No name, no address, no citizen service number.",
        "due_date": "The day on which the birth is expected.",
        "last_period": "The first day of the last period, where no due date is known.",
        "facts": "What is known from the beginning, without a date. null is not answered; `declined`: she would rather not say.",
        "observations": "What was seen or heard later, or earlier, with the day and by whom.",
        "events": "What happened, with the day and by whom.",
    },
    "Observation": {
        "date": "The day on which it was seen or heard.",
        "by": "Who saw or heard it: a role of the pack.",
        "facts": "What was seen or heard; it goes before what is older.",
        "help": "For each criterion whether she wants help with it.",
        "first": "The criteria that she puts first, in her order.",
        "wishes": "What she wishes herself, in her own words.",
    },
    "Event": {
        "date": "The day on which it happened.",
        "event": "What happened.",
        "by": "Who tells it: a role of the pack.",
        "kind": "Which kind of it, of a loss or an absence.",
        "goes_on": "After a loss: `true` where another child lives, or is still expected.",
        "of": "What it is about: the rule of an override, the event that is taken back or over, the role that is away, or the goal.",
        "set": "What an override says instead; null takes an earlier one back.",
        "reason": "Why a professional decides otherwise than the rules.",
        "on": "The day of the event that is taken back.",
        "number": "Which one it is, of several of one kind on one day; the first has none.",
        "from": "The first day of an absence, or on which another student comes.",
        "back": "The day on which she, or the role that was away, is back.",
        "days": "The days of the week that she prefers.",
        "time": "The time that she prefers, as HH:MM.",
        "languages": "The languages that the student speaks, beside those of everyone.",
        "visit": "The id of the visit, as the plan names it.",
        "status": "What became of the visit.",
        "state": "What became of the goal.",
        "to": "The new day: of the visit that is moved, or the due date.",
    },
}
HELP = "Whether she wants help with this."
