"""The words of the mother's own copy, at the level of A2, in every language of her copy."""

from __future__ import annotations

HER_PHRASES: dict[str, dict[str, str]] = {
    "title": {"nl": "Mijn plan", "en": "My plan"},
    "made": {"nl": "Gemaakt op {day}.", "en": "Made on {day}."},
    "unconfirmed": {
        "nl": "Nog niemand die deze taal goed kent, las dit.",
        "en": "Nobody who knows this language well has read this yet.",
    },
    "proposed": {
        "nl": "Dit is een voorstel. Jij beslist mee.",
        "en": "This is an idea. You have a say in it.",
    },
    "set": {"nl": "Dit spraken we samen af.", "en": "We agreed on this together."},
    "ended": {
        "nl": "De bezoeken zijn gestopt. Wil je weer bezoek? Dat mag je altijd vragen.",
        "en": "The visits have stopped. Do you want visits again? You can always ask.",
    },
    "loss": {
        "nl": "De bezoeken uit dit plan gaan niet door. Wil je dat er iemand komt? Dat kan altijd.",
        "en": "The visits of this plan are off. Do you want somebody to come? You can always ask.",
    },
    "none": {"nl": "Er is nog geen plan.", "en": "There is no plan yet."},
    # her own words
    "head_wishes": {"nl": "Dit wil ik zelf", "en": "What I want"},
    # the coming four weeks
    "head_weeks": {"nl": "De komende 4 weken", "en": "The next 4 weeks"},
    "at": {"nl": "{day}, om {time}", "en": "{day}, at {time}"},
    "comes": {"nl": "Er komt: {who}.", "en": "Who comes: {who}."},
    "comes_both": {"nl": "Er komt: {who} en {along}.", "en": "Who comes: {who} and {along}."},
    "handover": {
        "nl": "Er komt ook iemand nieuw. Dan leer je elkaar kennen.",
        "en": "Somebody new comes too. Then you can meet.",
    },
    "was": {"nl": "Dit bezoek was eerst op {day}.", "en": "This visit was first on {day}."},
    "off": {"nl": "{day}: dit bezoek gaat niet door.", "en": "{day}: this visit is off."},
    "later": {
        "nl": "Het bezoek van {day} is nu op {to}.",
        "en": "The visit of {day} is now on {to}.",
    },
    "no_visits": {
        "nl": "Er komt de komende 4 weken niemand.",
        "en": "Nobody comes in the next 4 weeks.",
    },
    "move": {
        "nl": "Kun je niet op die dag? Bel of stuur een bericht. Dan kiezen we samen een andere dag.",
        "en": "Is that day no good? Call or send a message. Then we choose another day together.",
    },
    "phone": {"nl": "Telefoon: ", "en": "Phone: "},
    # the plan
    "head_strengths": {"nl": "Dit gaat goed", "en": "What goes well"},
    "head_goals": {"nl": "Hier werken we aan", "en": "What we work on"},
    "head_agreed": {"nl": "Dit spraken we af", "en": "What we agreed"},
    "head_proposed": {"nl": "Dit stellen we voor", "en": "What we suggest"},
    "check": {
        "nl": "Vertel het eens in je eigen woorden. Klopt het zo voor jou?",
        "en": "Say it in your own words. Is it right for you?",
    },
    "head_who": {"nl": "Wanneer komt er iemand?", "en": "When does somebody come?"},
    "often": {"nl": "{phase}: {n} × per week.", "en": "{phase}: {n} × a week."},
    "often_weeks": {
        "nl": "{phase}: {n} × per {weeks} weken.",
        "en": "{phase}: {n} × in {weeks} weeks.",
    },
    "often_days": {
        "nl": "{phase}: {n} × per {days} dagen.",
        "en": "{phase}: {n} × in {days} days.",
    },
    "hours": {"nl": "Een bezoek duurt {hours} uur.", "en": "A visit takes {hours} hours."},
    "hours_one": {"nl": "Een bezoek duurt 1 uur.", "en": "A visit takes 1 hour."},
    # what is hers to say
    "head_say": {"nl": "Jij beslist", "en": "It is up to you"},
    "say_no": {"nl": "Je mag altijd nee zeggen.", "en": "You may always say no."},
    "say_stop": {
        "nl": "Je mag stoppen. Zeg het tegen wie er komt.",
        "en": "You may stop. Tell who comes.",
    },
    "say_care": {
        "nl": "Stop je? De zorg voor jou en je kind gaat gewoon door.",
        "en": "Do you stop? The care for you and your child goes on.",
    },
    "head_sees": {"nl": "Wie ziet wat?", "en": "Who sees what?"},
    "sees_need": {
        "nl": "Niet iedereen ziet alles. Wie jou helpt, ziet wat daarvoor nodig is.",
        "en": "Not all people see all of this. They see what they need to help you.",
    },
    "sees_ask": {
        "nl": "Wil je weten wat er over jou staat? Vraag het. Je mag het altijd lezen.",
        "en": "Do you want to know what is written about you? Ask. You may always read it.",
    },
    "sees_paper": {
        "nl": "Dit papier is van jou. Jij kiest wie het leest.",
        "en": "This paper is yours. You choose who reads it.",
    },
}
